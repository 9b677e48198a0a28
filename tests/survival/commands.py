"""The command line itself, killed at random moments: ``python -m app tags set …`` and its like."""

import csv
import os
import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from core.errors import CoreError
from core.project.project import Project
from core.values import Tag
from tests.survival.ledger import Ledger, half_written

ROOT = Path(__file__).parents[2]
WORDS = (*Tag, "none")
_SECONDS: dict[str, float] = {}
"""How long each command takes here, from those that came to their end."""

Tags = dict[str, str | None]


def one_round(scene: Any, chance: random.Random) -> tuple[list[str], Counter[str]]:
    """One command, killed before its end more often than not."""
    before = tags_of(scene.folder)
    name, arguments, wanted = _command(scene, chance, before)
    code = _run(name, arguments, scene, chance)
    found = half_written(scene.out) + half_written(scene.base / "home" / "models")
    found += Ledger().problems(scene.folder, in_flight=10**9)
    for network in scene.out.glob("*.safetensors"):
        network.unlink()  # 25 MiB each
    try:
        after = tags_of(scene.folder)
    except CoreError as error:
        return [*found, str(error)], Counter(kills=1)
    if code not in (0, -9):
        found.append(f"{name} ended with {code}")
    if code == 0 and after != wanted:
        found.append(f"{name} said that it was done, and it was not")
    if after not in (before, wanted):
        found.append(f"{name} was done in part")
    return found, Counter({"kills": code != 0, "commands that ended": code == 0})


def tags_of(folder: Path) -> Tags:
    """The tag of each photo of a folder's project."""
    with Project.open(folder) as project:
        project.sync(sorted(folder.glob("*.png")))
        return {row.path: row.tag and str(row.tag) for row in project.photos()}


def _command(scene: Any, chance: random.Random, before: Tags) -> tuple[str, list[Any], Tags]:
    """Its name, all its arguments, and the tags that there are once it is done."""
    folder, out = scene.folder, scene.out
    name = chance.choice(("set", "set", "import", "import", "write", "predict", "export", "report", "shelf", "repair"))
    some, word = chance.sample(sorted(before), chance.randint(1, len(before))), str(chance.choice(WORDS))
    looked_at = [folder / path for path in some[:3]]
    match name:
        case "set":
            wanted = before | dict.fromkeys(some, None if word == "none" else word)
            return name, ["tags", "set", folder, word, *some], wanted
        case "import":
            wanted = {path: chance.choice([str(tag) for tag in Tag]) for path in before}
            return name, ["tags", "import", folder, _table(scene.base / "in.csv", wanted)], wanted
        case "write":
            return name, ["tags", "export", folder, out / "tags.csv"], before
        case "predict":
            return name, ["predict", *looked_at, "--model", "blackhat", "--out", out / "masks"], before
        case "export":
            kinds = "png,csv,xlsx,coco,labelme,yolo,dxf,geojson,overlay"
            how = ("--model", "blackhat", "--format", kinds, "--replace")
            return name, ["export", *looked_at, *how, "--out", out / "all"], before
        case "report":
            files = ("--out", out / "report.html", "--out", out / "report.pdf")
            return name, ["report", *looked_at, "--model", "blackhat", *files], before
        case "shelf":
            return name, ["models", "export", "shipped", out / f"{scene.seed}.safetensors"], before
        case _:
            return name, ["repair", folder], before


def _table(file: Path, tags: Mapping[str, str | None]) -> Path:
    with file.open("w", newline="") as opened:
        csv.writer(opened).writerows([("photo", "tag"), *tags.items()])
    return file


def _run(name: str, arguments: list[Any], scene: Any, chance: random.Random) -> int:
    """The exit code, -9 where the kill came first."""

    started = time.monotonic()
    program = subprocess.Popen(
        [sys.executable, "-m", "app", *map(str, arguments)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=ROOT,
        env={**os.environ, "CRACK_REVIEW_HOME": str(scene.base / "home"), "OMP_NUM_THREADS": "1"},
    )
    # The first of each kind is let be. Later rather than earlier: half of a command's time goes into importing.
    patience = chance.uniform(0.4, 1.1) * _SECONDS[name] if name in _SECONDS else None
    try:
        code = program.wait(patience)
    except subprocess.TimeoutExpired:
        program.kill()
        code = program.wait()
    if code == 0:
        seconds = time.monotonic() - started
        _SECONDS[name] = 0.5 * (_SECONDS.get(name, seconds) + seconds)
    return code
