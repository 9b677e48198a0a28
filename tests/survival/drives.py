"""A drive that vanishes and comes back below a session that goes on: by real mounts.

Run: uv run python -m tests.survival.drives [--rounds 60] [--seed N]      (Linux; in a mount name space of its own)
The folder of photos is a mount that is taken away at a random moment, while files on it are open, for up to a second.
All that the writer acknowledges has to be on the drive in the end, all that was asked for has to be done once the
drive is back, and nothing may be written where it was. (A mount with open files cannot be made read-only: for that
see faults.py --kinds EROFS --lasting.)
"""

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from core.project.project import Project
from core.project.writer import TagWriter
from tests.survival import victims
from tests.survival.ledger import Ledger, standing
from tests.survival.scenes import tagged

DEEDS = 40


def main(argv: list[str] | None = None) -> int:
    """1 where anything was lost or went astray."""
    parser = argparse.ArgumentParser("drives", description=__doc__.partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=60, metavar="N", help="default: 60")
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args(argv)
    if "OWN_MOUNTS" not in os.environ:
        isolated = ("unshare", "--map-root-user", "--mount", sys.executable, "-m", "tests.survival.drives")
        arguments = sys.argv[1:] if argv is None else argv
        return subprocess.run([*isolated, *arguments], env={**os.environ, "OWN_MOUNTS": "1"}, check=False).returncode
    counted: Counter[str] = Counter()
    started, problems = time.monotonic(), 0
    with tempfile.TemporaryDirectory(prefix="drives-") as scratch:
        os.environ["CRACK_REVIEW_HOME"] = f"{scratch}/home"
        for number in range(asked.rounds):
            for problem in _round(Path(scratch) / str(number), random.Random(f"{asked.seed} {number}"), counted):
                problems += 1
                print(f"{number}: {problem}", flush=True)
    print(json.dumps({**counted, "seconds": round(time.monotonic() - started), "problems": problems}))
    return 1 if problems else 0


def _round(base: Path, chance: random.Random, counted: Counter[str]) -> Iterator[str]:
    tagged(base)
    drive, folder = base / "drive", base / "photos"
    folder.rename(drive)
    folder.mkdir()
    _mount("--bind", drive, folder)
    ledger = Ledger()
    ledger.catch_up(folder)
    trouble: list[str] = []
    writer = TagWriter(folder, on_trouble=lambda error: trouble.append(str(error)), retry_s=0.02, idle_s=0.5)
    asked = [_asked(writer, chance, ledger) for _ in range(DEEDS // 2)]
    with _away(drive, folder, chance):
        asked += [_asked(writer, chance, ledger) for _ in range(DEEDS // 2)]
        time.sleep(chance.uniform(0.1, 1.0))
    if writer.close():
        yield "actions were given up although the drive was back"
    yield from (f"not done: {done.exception()}" for done in asked if done.exception() is not None)
    yield from (f"no sentence: {said}" for said in trouble if not said.endswith("."))
    yield from ledger.problems(drive, in_flight=0)
    subprocess.run(["umount", folder], check=True)
    litter = [each.name for each in folder.rglob("*")]
    yield from (f"{name} was written where the drive had been" for name in litter)
    counted["gone"] += 1
    counted["noticed"] += bool(trouble)
    counted["acknowledged actions"] += len(asked)
    shutil.rmtree(base)


@contextmanager
def _away(drive: Path, folder: Path, chance: random.Random) -> Iterator[None]:
    time.sleep(chance.uniform(0, 0.15))
    subprocess.run(["umount", "--lazy", folder], check=True)
    try:
        yield
    finally:
        _mount("--bind", drive, folder)


def _mount(*what: str | Path) -> None:
    subprocess.run(["mount", *what], check=True)


def _asked(writer: TagWriter, chance: random.Random, ledger: Ledger) -> "Future[Any]":
    deed = victims.some_deed(chance, [1, 2, 3, 4])
    seen: dict[str, Any] = {}

    def noted(project: Project) -> None:
        deed(project)
        seen.update(standing(project))

    future = writer.submit(noted)
    future.add_done_callback(lambda done: ledger.add(seen) if done.exception() is None else None)
    return future


if __name__ == "__main__":
    sys.exit(main())
