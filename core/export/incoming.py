"""Tags and masks from elsewhere: folder names, COCO, LabelMe. Tags from CSV: core.project.tagcsv; PNG: core.photos."""

import json
import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from PIL import Image, ImageDraw

from core.errors import ExportError, ImportFileError
from core.export.files import safe_name
from core.values import Mask, Tag

FOLDER_TAGS: Mapping[str, Tag] = {
    "cracked": Tag.CRACKED,
    "crack": Tag.CRACKED,
    "cracks": Tag.CRACKED,
    "positive": Tag.CRACKED,
    "not_cracked": Tag.NOT_CRACKED,
    "not-cracked": Tag.NOT_CRACKED,
    "not cracked": Tag.NOT_CRACKED,
    "uncracked": Tag.NOT_CRACKED,
    "non-crack": Tag.NOT_CRACKED,
    "negative": Tag.NOT_CRACKED,
    "unsure": Tag.UNSURE,
}
LARGEST_FILE_BYTES = 2**30
MOST_PIXELS = 10**9
_MOST_SAID = 100


@dataclass(frozen=True, slots=True, eq=False)
class IncomingMask:
    """A mask and the photo it is for, as the file names it (relative, with /)."""

    photo: str
    mask: Mask


def tags_from_folders(root: Path, photos: Iterable[Path]) -> dict[Path, Tag]:
    """The tag of each photo whose nearest tell-tale folder below ``root`` says one. Raises ImportFileError for none."""
    found = {}
    for photo in photos:
        names = [parent.name.casefold() for parent in photo.parents if root in parent.parents]
        tag = next((FOLDER_TAGS[name] for name in names if name in FOLDER_TAGS), None)
        if tag is not None:
            found[photo] = tag
    if not found:
        raise ImportFileError(
            f"Folders called cracked and not_cracked (or Positive and Negative) were expected below {root}, "
            "but no photo lies in one; rename the folders or import a CSV."
        )
    return found


def masks_from_coco(path: Path, categories: Iterable[str] | None = None) -> Iterator[IncomingMask]:
    """The masks of all photos of a COCO file, of every category or of those named. Raises ImportFileError."""
    content = _json(path)
    with _told(path, "COCO"):
        wanted = set(categories) if categories is not None else None
        chosen = {kind["id"] for kind in content.get("categories", ()) if wanted is None or kind["name"] in wanted}
        by_image: dict[Any, list[dict[str, Any]]] = {}
        for annotation in content["annotations"]:
            if wanted is None or annotation["category_id"] in chosen:
                by_image.setdefault(annotation["image_id"], []).append(annotation)
        images = [(image["id"], _photo_name(path, image["file_name"]), _size(image)) for image in content["images"]]
    for key, name, size in images:
        with _told(path, "COCO"):
            mask = _coco_mask(by_image.get(key, []), size)
        yield IncomingMask(name, mask)


def mask_from_labelme(path: Path, labels: Iterable[str] | None = None) -> IncomingMask:
    """The mask of one LabelMe file, of every label or of those named. Raises ImportFileError."""
    content = _json(path)
    with _told(path, "LabelMe"):
        height, width = _checked(int(content["imageHeight"]), int(content["imageWidth"]))
        picture = Image.new("1", (width, height))
        wanted = set(labels) if labels is not None else None
        for shape in content["shapes"]:
            if wanted is None or shape["label"] in wanted:
                _draw(ImageDraw.Draw(picture), shape)
        # Labels beside a photo may point to a neighbouring folder; only the name is used, never followed.
        name = str(content["imagePath"]).replace("\\", "/").rsplit("/", 1)[-1]
        return IncomingMask(_photo_name(path, name), np.array(picture, bool))


def _json(path: Path) -> dict[str, Any]:
    try:
        if path.stat().st_size > LARGEST_FILE_BYTES:
            raise ImportFileError(f"{path} is larger than 1 GiB; split it.")
        content = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError) as error:
        raise ImportFileError(f"{path} should be a JSON file and cannot be read ({error}); choose another.") from error
    if not isinstance(content, dict):
        raise ImportFileError(f"{path} should hold a JSON object, not a list or value; choose another.")
    return content


class _told:  # noqa: N801 (reads like the function that it stands for)
    """Turns what odd content makes of Python into one sentence."""

    def __init__(self, path: Path, kind: str) -> None:
        self._path, self._kind = path, kind

    def __enter__(self) -> None:
        """Nothing to set up."""

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: object) -> None:
        odd = (KeyError, TypeError, ValueError, IndexError, AttributeError, OverflowError, MemoryError, cv2.error)
        if isinstance(error, odd):
            reason = f"{type(error).__name__}: {str(error)[:_MOST_SAID]}"  # it quotes what the file holds
            raise ImportFileError(
                f"{self._path} is not the {self._kind} file that was expected ({reason}); "
                "export it again from the other program."
            ) from error


def _photo_name(path: Path, name: object) -> str:
    try:
        return safe_name(str(name))
    except ExportError as error:
        raise ImportFileError(f"{path} names a photo outside its folder, {name!r}; correct the file.") from error


def _size(image: dict[str, Any]) -> tuple[int, int]:
    return _checked(int(image["height"]), int(image["width"]))


def _checked(height: int, width: int) -> tuple[int, int]:
    if not (height > 0 and width > 0 and height * width <= MOST_PIXELS):
        raise ValueError(f"a photo of {width} x {height} px")
    return height, width


def _coco_mask(annotations: list[dict[str, Any]], size: tuple[int, int]) -> Mask:
    from pycocotools import mask as coco_mask

    whole = np.zeros(size, bool)
    for annotation in annotations:
        segmentation = annotation["segmentation"]
        if isinstance(segmentation, list):
            polygons = [_finite(ring) for ring in segmentation]
            parts = coco_mask.frPyObjects(polygons, *size) if polygons else []
        else:
            parts = [segmentation]
        for part in parts:
            whole |= _filled(part, size)
    return whole


def _finite(ring: list[float]) -> list[float]:
    values = [float(value) for value in ring]
    if len(values) < 6 or len(values) % 2 or not all(math.isfinite(v) and abs(v) < 1e6 for v in values):
        raise ValueError("a polygon of fewer than three points, or of impossible ones")
    return values


def _filled(runs: dict[str, Any], size: tuple[int, int]) -> Mask:
    """Run lengths, column by column, as a mask. They have to fill the photo exactly: an own decoder checks that,
    while the C library behind pycocotools writes wherever they lead."""
    if [int(side) for side in runs["size"]] != list(size):
        raise ValueError(f"a mask of {runs['size']} for a photo of {list(size)}")
    kept = runs["counts"]
    kept = kept.decode("ascii") if isinstance(kept, bytes) else kept
    counts = _unpacked(kept) if isinstance(kept, str) else [int(count) for count in kept]
    if min(counts, default=0) < 0 or sum(counts) != size[0] * size[1]:
        raise ValueError("run lengths that do not fill the photo")
    return np.repeat(np.arange(len(counts)) % 2 == 1, counts).reshape(size[::-1]).T


def _unpacked(text: str) -> list[int]:
    """COCO's compressed run lengths: 5 bits a character, each number from the third on as a difference."""
    counts: list[int] = []
    value = shift = 0
    for character in text.encode("ascii"):
        code = character - 48
        value |= (code & 0x1F) << shift
        shift += 5
        if code & 0x20:
            continue
        if code & 0x10:
            value -= 1 << shift
        counts.append(value + (counts[-2] if len(counts) > 2 else 0))
        value = shift = 0
    return counts


def _draw(pen: ImageDraw.ImageDraw, shape: dict[str, Any]) -> None:
    """As LabelMe itself fills its shapes: the rim belongs to it."""
    points = [(float(x), float(y)) for x, y in shape["points"]]
    kind = shape.get("shape_type", "polygon")
    if kind == "polygon":
        pen.polygon(points, fill=1, outline=1)
    elif kind == "rectangle":
        (x1, y1), (x2, y2) = points
        pen.rectangle([min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)], fill=1, outline=1)
    elif kind in ("line", "linestrip"):
        pen.line(points, fill=1, width=1)
    elif kind == "point":
        pen.point(points, fill=1)
    elif kind == "circle":
        (x, y), (rim_x, rim_y) = points
        radius = math.hypot(rim_x - x, rim_y - y)
        pen.ellipse([x - radius, y - radius, x + radius, y + radius], fill=1, outline=1)
    else:
        raise ValueError(f"a shape of the kind {kind!r}")
