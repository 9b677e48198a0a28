"""The commands that write, one scene each, for faults.py to disturb: what each needs, and its line."""

import json
import shlex
import shutil
from collections.abc import Callable, Mapping
from contextlib import redirect_stdout
from functools import partial
from io import StringIO
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from core import cli
from core.network.shelf import Shelf

LINES: Mapping[str, str] = {
    "tags set": "tags set {photos} unsure 2.png",
    "tags import": "tags import {photos} {base}/changed.csv",
    "tags export": "tags export {photos} {out}/tags.csv",
    "predict": "predict {found} --out {out}/masks --probabilities --quiet",
    "score": "score --images {base}/truth/images {how} --json {out}/score.json --csv {out}/score.csv --quiet",
    "figures": "figures --score {base}/score.json --out {out}/figures --rows 1 {how} --quiet",
    "measure": "measure {found} --json {out}/cracks.json --csv {out}/cracks.csv --quiet",
    "export": "export {found} --out {out}/all --quiet --format "
    "png,csv,xlsx,coco,coco-polygons,labelme,yolo,dxf,geojson,overlay",
    "report html": "report {found} --out {out}/report.html --quiet",
    "report pdf": "report {found} --out {out}/report.pdf --quiet",
    "compare": "compare {photos}/1.png {photos}/3.png {how} --json {out}/grown.json --csv {out}/grown.csv --quiet",
    "models export": "models export shipped {out}/network.safetensors",
    "models import": "models import {base}/other.safetensors",
    "models activate": "models activate --project {photos} {base}/other.safetensors",
    "doctor": "doctor --bundle {out}/papers.zip",
    "repair": "repair {photos}",
}


def prepared(tagged: Callable[[Path], None], name: str) -> Callable[[Path], None]:
    """Tagged photos and whatever else this command reads."""

    def prepare(base: Path) -> None:
        tagged(base)
        table = (base / "tags.csv").read_text()
        (base / "changed.csv").write_text(table.replace("cracked", "unsure").replace("not_unsure", "unsure"))
        if name in ("score", "figures"):
            _truth(base)
        if name.startswith("models"):
            _other_network(base / "other.safetensors")

    return prepare


def _truth(base: Path) -> None:
    for folder in ("images", "masks"):
        (base / "truth" / folder).mkdir(parents=True)
    for number in (1, 3):
        shutil.copyfile(base / "photos" / f"{number}.png", base / "truth" / "images" / f"{number}.png")
        mask = np.zeros((48, 64), np.uint8)
        mask[20:23] = 255
        cv2.imwrite(str(base / "truth" / "masks" / f"{number}.png"), mask)
    line = f"score --images {base}/truth/images --model blackhat --json {base}/score.json --quiet"
    with redirect_stdout(StringIO()):
        assert cli.main(shlex.split(line)) == 0
    # Scenes are played in a copy at another place.
    stage = base.parent / "stage"
    (base / "score.json").write_text(
        json.dumps(json.loads((base / "score.json").read_text().replace(str(base), str(stage))))
    )


def _other_network(file: Path) -> None:
    """The shipped one by another name."""
    from core.network.tensor_file import read_metadata, read_tensors, write

    shipped = Shelf().shipped().path
    write(file, read_tensors(shipped), {**read_metadata(shipped), "name": "Other"})


def scene(name: str) -> Callable[..., None]:
    """The command as somebody types it."""

    def act(base: Path, step: Callable[[str, Callable[[], Any]], Any], tell: Callable[..., None]) -> None:
        code = step(name, partial(run, argv(name, base)))
        tell(code=code)

    return act


def argv(name: str, base: Path) -> list[str]:
    """The arguments, for a scene that lies in ``base``."""
    photos, how = base / "photos", "--model blackhat"
    words = {"base": base, "photos": photos, "out": base / "out", "how": how}
    return shlex.split(LINES[name].format(**words, found=f"{photos}/1.png {photos}/2.png {how}"))


def run(arguments: list[str]) -> int:
    """The command line tells its sentence itself; a usage error would be a mistake of the scene."""
    code = cli.main(arguments)
    assert code in (0, 1), f"{arguments[0]} ended with {code}"
    return code
