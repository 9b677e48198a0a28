"""Lets every call that writes fail in turn (no space, no answer), or kills the program there, and looks what is left.

Run: uv run python -m tests.survival.faults [SCENE …] [--every N] [--kinds ENOSPC,EIO,KILL] [--lasting] [--tally FILE]
SCENES: session, repairing, training, and each command that writes ("tags set", export …). With --tally what was tried
is kept in a file, and the same command goes on where it was stopped. A small library stands between the program and
the C library (Linux, gcc): call 1, 2, 3 … below the folder fails; with --lasting all that follow fail, too, until the
drive is "back". Then: a sentence and no traceback, nothing that was acknowledged lost, no half-written file with a
final name, nothing called done that is not there, and work goes on.
"""

import argparse
import contextlib
import ctypes
import errno
import io
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import cv2

from core.project.project import Project
from core.project.repair import repair
from tests.survival import scenes
from tests.survival.ledger import Ledger, half_written, standing
from tests.survival.tally import Tally, Trial
from tests.survival.victims import small_network

SHIM = Path(__file__).with_name("fault_shim.c")
KINDS = {"ENOSPC": errno.ENOSPC, "EIO": errno.EIO, "EROFS": errno.EROFS, "KILL": 0}
FOREVER = 1 << 40
PATIENCE_S = 120.0


def main(argv: list[str] | None = None) -> int:
    """1 where anything was lost, or said with a traceback."""
    parser = argparse.ArgumentParser("faults", description=__doc__.partition("\n")[0])
    parser.add_argument("scenes", nargs="*", metavar="SCENE", help=f"of {', '.join(scenes.SCENES)}; default: all")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="only each n-th call; default: 1")
    parser.add_argument("--first", type=int, default=1, metavar="N", help="begin with this call")
    parser.add_argument("--kinds", default="ENOSPC,EIO,KILL")
    parser.add_argument("--lasting", action="store_true", help="all calls from there on fail, not one")
    parser.add_argument("--tally", type=Path, metavar="FILE", help="what was tried, a line each; goes on from there")
    asked = parser.parse_args(argv)
    if "FAULT_SHIM" not in os.environ:
        return _preloaded(sys.argv[1:] if argv is None else argv)
    tally = Tally(asked.tally)
    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="faults-") as scratch:
        for name in asked.scenes or scenes.SCENES:
            for problem in _play(name, asked, Path(scratch), tally):
                print(problem, flush=True)
    seconds = round(time.monotonic() - started)
    print(json.dumps({**tally.counted, "seconds": seconds, "problems": tally.problems}), flush=True)
    return 1 if tally.problems else 0


def _preloaded(arguments: list[str]) -> int:
    """Build the library and run once more behind it."""
    with tempfile.TemporaryDirectory(prefix="shim-") as folder:
        library = Path(folder) / "fault_shim.so"
        subprocess.run(["gcc", "-shared", "-fPIC", "-O2", SHIM, "-o", library, "-ldl"], check=True)
        environment = {**os.environ, "LD_PRELOAD": str(library), "FAULT_SHIM": "1", "OMP_NUM_THREADS": "1"}
        return subprocess.run([sys.executable, "-m", "tests.survival.faults", *arguments], env=environment).returncode


def _play(name: str, asked: argparse.Namespace, scratch: Path, tally: Tally) -> Iterator[str]:
    prepare, act = scenes.SCENES[name]
    whole = scratch / name
    prepare(whole)
    before = _standing(whole)
    _warm_up(name, _copy(whole, scratch), act)
    undisturbed = _copy(whole, scratch)
    calls = _forked(undisturbed, act, FOREVER - 1, FOREVER - 1, errno.EIO)["calls"]
    written = _written(undisturbed)
    print(f"{name}: {calls} calls that write", flush=True)
    wanted = range(asked.first, calls + 1, asked.every)
    trials = [Trial(name, kind, asked.lasting, number) for kind in asked.kinds.split(",") for number in wanted]
    for trial in trials:
        if trial in tally:
            continue
        base = _copy(whole, scratch)
        last = FOREVER if trial.is_lasting else trial.call
        seen = _forked(base, act, trial.call, last, KINDS[trial.kind])
        if name == "repairing":  # what was disturbed is done once more
            repair(base / "photos")
        problems = [*_problems(base, seen, before, trial), *_said_and_not_done(base, seen, written)]
        tally.add(trial, problems, sum(step["end"] == "sentence" for step in seen["steps"]) + seen["codes"].count(1))
        yield from (f"{name}, {trial.kind} at call {trial.call}: {problem}" for problem in problems)


def _written(base: Path) -> set[str]:
    """The names of what lies among the results."""
    return {file.relative_to(base).as_posix() for file in (base / "out").rglob("*") if file.is_file()}


def _said_and_not_done(base: Path, seen: dict[str, Any], written: set[str]) -> Iterator[str]:
    """A command that ended well has written all, one that did not has said why."""
    if seen["codes"] == [0] and (missing := written - _written(base)):
        yield f"ended well without {sorted(missing)}"
    if seen["codes"] == [1] and not seen["last words"].endswith("."):
        yield f"failed without a sentence: {seen['last words']!r}"


def _warm_up(name: str, base: Path, act: Callable[..., None]) -> None:
    """Loads what the scene needs, so that each process of it begins warm. PyTorch does not stand a fork after use."""
    cv2.setNumThreads(0)
    os.environ["CRACK_REVIEW_HOME"] = str(base / "home")
    if name == "training":
        small_network()
        return
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        act(base, lambda step, work: work(), lambda **what: None)


def _copy(whole: Path, scratch: Path) -> Path:
    """A fresh copy at the same place each time: paths are part of what is written."""
    base = scratch / "stage"
    shutil.rmtree(base, ignore_errors=True)
    shutil.copytree(whole, base)
    return base


def _forked(base: Path, act: Callable[..., None], first: int, last: int, error: int) -> dict[str, Any]:
    """Act in a process of its own, with the calls from ``first`` to ``last`` failing; what it said."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        code = 1
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        try:
            _act(base, act, (first, last, error), os.fdopen(writing, "w"))
            code = 0
        finally:
            os._exit(code)
    os.close(writing)
    # Acknowledgements come from the writer's thread: the lines of two threads never mix, each is one write.
    with os.fdopen(reading) as said:
        lines = [json.loads(line) for line in said.read().splitlines() if line.endswith("}")]
    _, status = os.waitpid(child, 0)
    calls = [line["calls"] for line in lines if "calls" in line]
    steps = [line for line in lines if "end" in line]
    acks = [line["ack"] for line in lines if "ack" in line]
    return {
        "steps": steps,
        "acks": acks,
        "codes": [line["code"] for line in lines if "code" in line],
        "last words": next((line["last words"] for line in lines if "last words" in line), ""),
        "calls": calls[0] if calls else None,
        "status": status,
    }


def _act(base: Path, act: Callable[..., None], fault: tuple[int, int, int], out: Any) -> None:
    """Runs in the child."""
    os.environ["CRACK_REVIEW_HOME"] = str(base / "home")
    shim = ctypes.CDLL(os.environ["LD_PRELOAD"])
    shim.fault_arm.argtypes = [ctypes.c_char_p, ctypes.c_long, ctypes.c_long, ctypes.c_int]
    shim.fault_count.restype = ctypes.c_long
    said = io.StringIO()

    def tell(**what: Any) -> None:
        if "back" in what and fault[1] == FOREVER:
            shim.fault_arm(b"", FOREVER, FOREVER, 0)
        out.write(f"{json.dumps(what)}\n")
        out.flush()

    def step(name: str, work: Callable[[], Any]) -> Any:
        """One thing that a user does: done, a sentence, or a mistake of ours."""
        try:
            answer = work()
        except scenes.TOLD as error:
            tell(step=name, end="sentence", said=str(error))
        except Exception:
            tell(step=name, end="traceback", said=traceback.format_exc())
        else:
            tell(step=name, end="done")
            return answer

    shim.fault_arm(os.fsencode(base), *fault)
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        act(base, step, tell)
    calls = shim.fault_count()
    shim.fault_arm(b"", FOREVER, FOREVER, 0)
    if "Traceback" in said.getvalue():
        text = said.getvalue()
        tell(step="output", end="traceback", said=text[text.index("Traceback") - 300 :][:1500])
    tell(**{"calls": calls, "last words": (said.getvalue().strip().splitlines() or [""])[-1]})


def _problems(base: Path, seen: dict[str, Any], before: dict[str, Any], trial: Trial) -> Iterator[str]:
    is_kill = trial.kind == "KILL"
    yield from filter(None, map(_of_step, seen["steps"]))
    if seen["calls"] is None and not is_kill:
        yield f"ended early ({seen['status']})"
    for place in (base / "out", base / "home" / "models"):
        yield from half_written(place) if place.is_dir() else ()
    ledger = Ledger()
    for promise in (before, *seen["acks"]):
        ledger.add(promise)
    os.environ["CRACK_REVIEW_HOME"] = str(base / "home")
    yield from ledger.problems(base / "photos", in_flight=2 if is_kill else FOREVER)
    # Opening the project has swept its folder by now; elsewhere only a disk that answers again can be swept.
    swept = base / "photos" if is_kill or trial.is_lasting else base
    left = [part for part in swept.rglob("*.part*") if not _may_stay(part, is_kill)]
    yield from (f"{part.relative_to(base)} was left" for part in left)


def _may_stay(part: Path, is_kill: bool) -> bool:
    """What a kill leaves of a map is swept after a day; the lines of a batch that did not end are there to be read."""
    return (is_kill and ".crackmap." in part.name) or part.name == "predictions.csv.part"


def _of_step(step: dict[str, str]) -> str | None:
    """What is wrong with how a step ended."""
    if step["end"] == "traceback":
        return f"{step['step']}: {step['said'][-1500:]}"
    is_sentence = step["end"] == "done" or step["said"].rstrip().endswith((".", ".)"))
    return None if is_sentence else f"{step['step']}: no sentence: {step['said']}"


def _standing(base: Path) -> dict[str, Any]:
    if (base / scenes.PROMISED).is_file():
        return json.loads((base / scenes.PROMISED).read_text())
    with Project.open(base / "photos") as project:
        return standing(project)


if __name__ == "__main__":
    sys.exit(main())
