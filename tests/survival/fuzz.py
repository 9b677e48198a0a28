"""Photos, networks, projects and imports with bytes and values changed at will: read, or refused with a sentence.

Run: uv run python -m tests.survival.fuzz [--photos 10000] [--files 2400] [--kinds photo,coco,…] [--keep DIR]
Each kind is read in a process of its own with bounded memory. A crash, another exception than a CoreError, more than
5 s of processor time, or a pickle that runs is a finding: its file is kept in DIR, to become a fixture.
"""

import argparse
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
import traceback
from collections import Counter
from pathlib import Path

from core.errors import CoreError
from tests.survival import targets

SLOWEST_S = 5.0
STUCK_S, STARTING_S = 90.0, 600.0
"""By the clock, on a machine that has other things to do, too."""
MEMORY_BYTES = 3 << 30
"""Above what the program takes by itself: a photo of the largest allowed size is 1.2 GB, and is turned once."""


def main(argv: list[str] | None = None) -> int:
    """1 where anything was found."""
    parser = argparse.ArgumentParser("fuzz", description=__doc__.partition("\n")[0])
    parser.add_argument("--photos", type=int, default=10_000, metavar="N")
    parser.add_argument("--files", type=int, default=2_400, metavar="N", help="of all other kinds together")
    parser.add_argument("--kinds", default=",".join(targets.TARGETS))
    parser.add_argument("--keep", type=Path, default=Path(tempfile.gettempdir()) / "fuzz-findings", metavar="DIR")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--work", nargs=3, metavar=("KIND", "FIRST", "COUNT"), help=argparse.SUPPRESS)
    asked = parser.parse_args(argv)
    if asked.work:
        return work(asked.work[0], int(asked.work[1]), int(asked.work[2]), asked)
    kinds = asked.kinds.split(",")
    found, total, started = 0, Counter[str](), time.monotonic()
    for kind in kinds:
        others = max(1, len([each for each in kinds if each != "photo"]))
        count = asked.photos if kind == "photo" else -(-asked.files // others)
        seen, findings = campaign(kind, count, asked)
        total.update(seen)
        found += findings
        print(f"{kind}: {json.dumps(seen)}, {findings} findings", flush=True)
    print(json.dumps({**total, "findings": found, "seconds": round(time.monotonic() - started)}))
    return 1 if found else 0


def campaign(kind: str, count: int, asked: argparse.Namespace) -> tuple[Counter[str], int]:
    """All files of one kind; what was seen, and how many findings there are."""
    seen: Counter[str] = Counter()
    next_, findings = 0, 0
    with tempfile.TemporaryDirectory(prefix=f"fuzz-{kind}-") as folder:
        while next_ < count:
            last = _watched(kind, next_, count - next_, folder=Path(folder), asked=asked, seen=seen)
            if last is None:
                break
            findings += 1  # it died or hung over this file: go on behind it
            _keep(kind, last, f"ended by itself, seed {asked.seed}", Path(folder), asked.keep)
            next_ = last + 1
    return seen, findings + seen["findings"]


def _watched(
    kind: str, first: int, count: int, *, folder: Path, asked: argparse.Namespace, seen: Counter[str]
) -> int | None:
    """Let a process read ``count`` files; the number of the file over which it died, None where it came through."""
    command = [sys.executable, "-m", "tests.survival.fuzz", "--work", kind, str(first), str(count)]
    started = subprocess.Popen(
        [*command, "--seed", str(asked.seed), "--keep", str(asked.keep)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env={
            **os.environ,
            "FUZZ_FOLDER": str(folder),
            "CRACK_REVIEW_HOME": str(folder / "home"),
            "OMP_NUM_THREADS": "1",
        },
    )
    current, alive, began = first, time.monotonic(), False
    with started as program:
        os.set_blocking(program.stdout.fileno(), False)
        while program.poll() is None:
            text = program.stdout.readline()
            if text:
                current, alive, began = _heard(text, seen, current), time.monotonic(), True
            elif time.monotonic() - alive > (STUCK_S if began else STARTING_S):
                program.kill()
                break
            else:
                time.sleep(0.02)
        for text in program.stdout:
            current = _heard(text, seen, current)
    return None if program.returncode == 0 else current


def _heard(text: str, seen: Counter[str], current: int) -> int:
    """What a line of the process says: the number of a file, or what came of it."""
    word, _, rest = text.strip().partition(" ")
    if word == "file":
        return int(rest)
    if word == "memory":
        seen["largest_mib"] = max(seen["largest_mib"], int(rest))
    elif word:
        seen[word] += 1
    return current


def work(kind: str, first: int, count: int, asked: argparse.Namespace) -> int:
    """Runs in the process: read the files ``first``, …; say what came of each."""
    folder = Path(os.environ["FUZZ_FOLDER"])
    target = targets.TARGETS[kind](folder)
    now = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (now + MEMORY_BYTES, now + MEMORY_BYTES))
    for number in range(first, first + count):
        print(f"file {number}", flush=True)
        file = target.make(random.Random(f"{kind} {asked.seed} {number}"))
        started = time.process_time()
        ending = _read(target, file)
        seconds = time.process_time() - started
        print(ending.splitlines()[0] if ending in ("read", "refused") else "findings", flush=True)
        if ending not in ("read", "refused") or seconds > SLOWEST_S:
            _keep(kind, number, f"{ending}\n{seconds:.1f} s", folder, asked.keep)
            if ending in ("read", "refused"):
                print("findings", flush=True)
    print(f"memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10}", flush=True)
    return 0


def _read(target: targets.Target, file: Path) -> str:
    try:
        target.read(file)
    except CoreError as error:
        sentence = str(error)
        return "refused" if sentence.rstrip().endswith(".") else f"no sentence: {sentence}"
    except Exception:
        return traceback.format_exc()
    return "read"


def _keep(kind: str, number: int, why: str, folder: Path, keep: Path) -> None:
    keep.mkdir(parents=True, exist_ok=True)
    (keep / f"{kind}-{number}.txt").write_text(why)
    current = folder / "current"
    if current.is_file():
        (keep / f"{kind}-{number}.bin").write_bytes(current.read_bytes())


if __name__ == "__main__":
    sys.exit(main())
