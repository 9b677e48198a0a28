"""CSV and XLSX: one row a crack, one row a photo. Every column of a value names its unit beside it."""

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from core.errors import ExportError
from core.export.files import as_text, write
from core.export.photo import ExportPhoto
from core.measure.figures import CrackFigures, Width
from core.photos.formats import SUFFIXES

Cell = str | int | float | None

CRACK_COLUMNS = (
    "photo", "crack", "unit", "length", "mean_width", "mean_width_below", "p95_width", "p95_width_below",
    "max_width", "max_width_below", "max_width_x_px", "max_width_y_px", "area", "orientation_deg", "branches",
    "junctions", "end_points", "width_source", "note",
)  # fmt: skip
PHOTO_COLUMNS = (
    "photo", "tag", "unit", "width_px", "height_px", "cracks", "length", "area", "crack_share", "mean_width",
    "mean_width_below", "max_width", "max_width_below", "max_width_x_px", "max_width_y_px", "limit_px", "threshold",
    "model", "taken", "latitude", "longitude", "scale", "structure", "element", "location", "severity", "note",
    "reviewed_by",
)  # fmt: skip
_SAID = ("structure", "element", "location", "severity", "note", "reviewed_by")


def write_csv(path: Path, columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
    """UTF-8, comma, a heading. Text that a spreadsheet would take for a formula is made text.

    Raises ExportError for a photo's name, and where the disk refuses.
    """
    if path.suffix.lower() in SUFFIXES:
        raise ExportError(f"A table is written to a .csv file, and {path.name} is named as a photo; rename it.")
    text = io.StringIO(newline="")
    table = csv.writer(text, lineterminator="\n")
    table.writerow(columns)
    table.writerows([as_text(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)
    write(path, text.getvalue().encode("utf-8", "surrogateescape"))


def write_xlsx(path: Path, photos: Iterable[ExportPhoto]) -> None:
    """A workbook with the sheets Photos and Cracks, written row by row."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheets = [book.create_sheet(name) for name in ("Photos", "Cracks")]
    for sheet, columns in zip(sheets, (PHOTO_COLUMNS, CRACK_COLUMNS), strict=True):
        sheet.freeze_panes = "B2"
        sheet.append(columns)
    for photo in photos:
        sheets[0].append([_sheet_cell(cell) for cell in photo_row(photo)])
        for row in crack_rows(photo):
            sheets[1].append([_sheet_cell(cell) for cell in row])
    whole = io.BytesIO()  # in memory: openpyxl leaves a mess where a disk refuses half of it
    try:
        book.save(whole)
    except OSError as error:  # it keeps its sheets in temporary files
        raise ExportError(f"{path} cannot be made ({error.strerror}); make room for temporary files.") from error
    write(path, whole.getvalue())


def crack_rows(photo: ExportPhoto) -> list[list[Cell]]:
    """One row for each crack, longest first, as CRACK_COLUMNS."""
    return [_crack_row(photo, crack) for crack in photo.figures.cracks]


def _crack_row(photo: ExportPhoto, crack: CrackFigures) -> list[Cell]:
    return [
        photo.name, crack.id, crack.unit, _rounded(crack.length), *_width(crack.mean_width), *_width(crack.p95_width),
        *_width(crack.max_width), _rounded(crack.max_width_at[0]), _rounded(crack.max_width_at[1]),
        _rounded(crack.area), None if crack.orientation_deg is None else round(crack.orientation_deg, 1),
        crack.branches, crack.junctions, crack.end_points, str(crack.width_source),
        photo.said.crack_notes.get(crack.id),
    ]  # fmt: skip


def photo_row(photo: ExportPhoto) -> list[Cell]:
    """The photo's sums, as PHOTO_COLUMNS."""
    found = photo.figures
    widest = found.widest
    at: tuple[Cell, Cell] = (None, None)
    if widest is not None:
        at = (_rounded(widest.max_width_at[0]), _rounded(widest.max_width_at[1]))
    return [
        photo.name, photo.tag and str(photo.tag), found.unit, photo.size[1], photo.size[0], len(found.cracks),
        _rounded(found.length), _rounded(found.area), float(f"{found.crack_share:.6g}"), *_width(found.mean_width),
        *_width(widest.max_width if widest else None), *at, _rounded(found.limit_px), photo.threshold, photo.model,
        photo.taken.isoformat(" ", "seconds") if photo.taken else None, *(photo.gps or (None, None)),
        str(photo.scale.method), *(getattr(photo.said, name) or None for name in _SAID),
    ]  # fmt: skip


def _width(width: Width | None) -> tuple[Cell, Cell]:
    """The value and an empty cell, or an empty cell and the limit that the width lies below: never a made-up value."""
    if width is None:
        return None, None
    return (None, _rounded(width.value)) if width.is_below else (_rounded(width.value), None)


def _rounded(value: float) -> float:
    return float(f"{value:.5g}")


def _sheet_cell(cell: Cell) -> Cell:
    """Text that Excel cannot hold or would calculate is made harmless."""
    if not isinstance(cell, str):
        return cell
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    harmless: str = ILLEGAL_CHARACTERS_RE.sub("�", cell).encode("utf-8", "replace").decode()
    return as_text(harmless)
