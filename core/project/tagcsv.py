"""Tags as CSV: written, taken into a project as one action, or read as a training set.

Columns: ``photo`` (path relative to the folder) and ``tag``; or ``image`` (the path), ``tag``, ``source`` and
``photo`` (the photo that crops were cut from, which must not stand on both sides of a split).
"""

import csv
import hashlib
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PureWindowsPath

from core.errors import ProjectError
from core.project.audit import Change, Key
from core.project.files import write_atomically
from core.project.project import Project
from core.values import Role, Tag, TaggedPhoto

_DELIMITERS = ",;\t"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class TagLine:
    """One line: ``tag`` is None where the photo is to be untagged."""

    path: str
    tag: Tag | None
    source: str = ""
    group: str = ""


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did, and the photos of the file that the project does not have."""

    change: Change
    unknown: tuple[str, ...] = ()


def export_tags(project: Project, file: Path) -> int:
    """Writes the tags of all photos that have one; returns how many.

    Raises:
        ProjectError: the file cannot be written; an older one is untouched.
    """
    rows = [(_safe(row.path), row.tag.value) for row in project.photos(with_missing=True) if row.tag]
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([("photo", "tag"), *rows])
    try:
        write_atomically(file, text.getvalue().encode("utf-8", "surrogateescape"))
    except OSError as error:
        raise ProjectError(f"{file} could not be written ({error.strerror}); choose another place.") from error
    return len(rows)


def import_tags(project: Project, file: Path) -> Imported:
    """Takes tags into the project as one action that can be undone.

    Photos are found by their path, else by their file name where only one photo has it.

    Raises:
        ProjectError: the file is no such table, or a line has no known tag; nothing is changed.
    """
    ids = _ids_by_name(project)
    values: dict[Key, str | None] = {}
    unknown: list[str] = []
    for line in read_lines(file):
        photo = ids.get(line.path) or ids.get(line.path.rpartition("/")[2])
        if photo is None:
            unknown.append(line.path)
        else:
            values[Key(photo, "tag")] = line.tag.value if line.tag else None
    return Imported(project.record(values, kind="import tags"), tuple(unknown))


def read_training_set(file: Path, images: Path) -> tuple[TaggedPhoto, ...]:
    """A table as photos to learn from; crops of one photo are a group, one group in ten is held out.

    Paths are relative to ``images`` or to the table's own folder. The rule for holding out is
    ``int(sha256(group), 16) % 10 == 0``.

    Raises:
        ProjectError: the file is no such table, or photos are missing.
    """
    lines = [line for line in read_lines(file) if line.tag in (Tag.CRACKED, Tag.NOT_CRACKED)]
    outside = next((line.path for line in lines if _leads_outside(line.path)), None)
    if outside is not None:
        raise ProjectError(f"{file} names a photo outside its folder, {outside!r}; correct the table.")
    paths = [_existing(line.path, (images, file.parent)) for line in lines]
    missing = [line.path for line, path in zip(lines, paths, strict=True) if path is None]
    if missing:
        raise ProjectError(
            f"{len(missing)} of the {len(lines)} photos of {file} are not under {images}, the first is "
            f"{missing[0]}; name the folder that the table's paths are relative to."
        )
    return tuple(
        TaggedPhoto(path, line.tag, group=line.group, source=line.source, role=_role(line.group))
        for line, path in zip(lines, paths, strict=True)
        if path is not None and line.tag is not None
    )


def read_lines(file: Path) -> Iterator[TagLine]:
    """The lines of a table of tags.

    Raises:
        ProjectError: the file cannot be read, lacks a column, or a line has no known tag.
    """
    try:
        text = file.read_bytes().decode("utf-8-sig", "surrogateescape")
    except OSError as error:
        raise ProjectError(f"{file} could not be read ({error.strerror}); choose another file.") from error
    try:
        yield from _parsed(file, text)
    except csv.Error as error:
        raise ProjectError(f"{file} is no table of tags ({error}); expected are photo,tag lines.") from error


def _parsed(file: Path, text: str) -> Iterator[TagLine]:
    header = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=header.count)
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    columns = [(name or "").strip().lower() for name in reader.fieldnames or ()]
    column = "image" if "image" in columns else "photo"
    if not {column, "tag"} <= set(columns):
        raise ProjectError(f"{file} needs the columns photo and tag in its first line; it has {header.strip()!r}.")
    reader.fieldnames = columns
    for row in reader:
        path = _raw(row[column] or "").strip().replace("\\", "/")
        yield TagLine(
            path=path,
            tag=_tag(file, reader.line_num, row["tag"]),
            source=row.get("source") or "",
            group=(row.get("photo") if column == "image" else None) or path,
        )


def _tag(file: Path, line: int, word: str | None) -> Tag | None:
    name = (word or "").strip().lower().replace(" ", "_").replace("-", "_")
    try:
        return Tag(name) if name else None
    except ValueError:
        known = ", ".join(Tag)
        raise ProjectError(f"Line {line} of {file} has the tag {word!r}; known tags are {known}.") from None


def _ids_by_name(project: Project) -> dict[str, int]:
    """Ids by relative path, and by file name where that is the only one of its name."""
    rows = project.photos(with_missing=True)
    names: dict[str, list[int]] = {}
    for row in rows:
        names.setdefault(row.path.rpartition("/")[2], []).append(row.id)
    unique = {name: ids[0] for name, ids in names.items() if len(ids) == 1}
    return unique | {row.path: row.id for row in rows}


def _leads_outside(path: str) -> bool:
    """Judged as Windows would as well: tables travel."""
    parts = PureWindowsPath(path)
    return bool(parts.drive or parts.root) or ".." in parts.parts


def _existing(path: str, roots: Iterable[Path]) -> Path | None:
    try:
        return next((root / path for root in roots if (root / path).is_file()), None)
    except OSError:  # no name at all, such as one that is too long
        return None


def _role(group: str) -> Role:
    is_held_out = int(hashlib.sha256(group.encode("utf-8", "surrogateescape")).hexdigest(), 16) % 10 == 0
    return Role.HELD_OUT if is_held_out else Role.TRAIN


def _safe(cell: str) -> str:
    """A spreadsheet takes such a cell for a formula; a leading quote makes it text."""
    return f"'{cell}" if cell.startswith((*_FORMULA, "'")) else cell


def _raw(cell: str) -> str:
    """The way back from ``_safe``."""
    return cell[1:] if cell[:1] == "'" and cell[1:].startswith((*_FORMULA, "'")) else cell
