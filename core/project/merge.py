"""Two inspectors' projects of the same photos become one: what only one said is taken, the rest is settled.

Photos are the same when their file or their content is, or, where the content of one is not known yet, their path.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from core.errors import ProjectError
from core.project import audit, bundle, corrections, place, statements
from core.project.audit import WHOLE_PROJECT, Author, Change, Json, Key
from core.project.database import Access, StorageError
from core.project.files import write_atomically
from core.project.project import Project, user_name
from core.project.register import PhotoRow

KIND = "merge"
_SIGNATURE = {"who", "when"}


class Side(StrEnum):
    """Whose word holds."""

    OURS = "ours"
    THEIRS = "theirs"


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two say different things of the same. ``key`` and ``path`` (None: the whole project) are of our project."""

    key: Key
    path: str | None
    ours: Json
    theirs: Json
    our_author: Author | None = None
    their_author: Author | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a merge would do. ``gains`` is what only they said; ``unknown`` are their photos that we have not."""

    gains: Mapping[Key, Json]
    conflicts: tuple[Conflict, ...]
    unknown: tuple[str, ...]


def compare(ours: Project, theirs: Project) -> Comparison:
    """Looks at what they said and we did not, or otherwise. Nothing is changed."""
    known = _same_photos(ours, theirs)
    paths = {row.id: row.path for row in theirs.photos(with_missing=True)}
    gains: dict[Key, Json] = {}
    conflicts: list[tuple[Key, Key, Json, Json]] = []
    unknown: dict[str, None] = {}
    for their_key, said in _statements(theirs):
        photo = known.get(their_key.photo)
        if photo is None:
            if their_key.photo != WHOLE_PROJECT:
                unknown[paths.get(their_key.photo, "")] = None
            continue
        key = their_key._replace(photo=photo)
        before = ours.fact(key)
        if before is None:
            gains[key] = said
        elif _substance(before) != _substance(said):
            conflicts.append((key, their_key, before, said))
    return Comparison(gains, tuple(_listed(ours, theirs, conflicts)), tuple(unknown))


def merge(ours: Project, theirs: Project, choices: Mapping[Key, Side]) -> Change:
    """Takes over what only they said, and what ``choices`` settles for them, as one action.

    A conflict that was not settled stays as it is with us.

    Raises:
        ProjectError: a correction of theirs is missing. StorageError: no space for their corrections.
    """
    found = compare(ours, theirs)
    settled = {c.key: c.theirs for c in found.conflicts if choices.get(c.key) is Side.THEIRS}
    values = {**found.gains, **settled}
    _fetch_corrections(ours, theirs, (said for key, said in values.items() if key.kind == corrections.KIND))
    return ours.record(values, kind=KIND)


@contextmanager
def reading(source: Path) -> Iterator[Project]:
    """The project in a bundle, or that of a folder, to be looked at.

    Raises:
        ProjectError: there is none, or it cannot be read.
    """
    if source.is_dir():
        if place.known_root(source) is None:
            raise ProjectError(f"{source} has no project; choose a folder whose photos were tagged.")
        where = place.find(source)
        with Project(where, folder=where.root, user=user_name(), access=Access.READ) as project:
            yield project
    else:
        with bundle.opened(source) as project:
            yield project


def _statements(theirs: Project) -> Iterator[tuple[Key, Json]]:
    """All that they said and that makes sense: their file came from elsewhere."""
    for key, said in theirs.every_fact().items():
        if statements.makes_sense(key, said):
            yield key, said


def _same_photos(ours: Project, theirs: Project) -> dict[int, int]:
    """Our photo for each of theirs, both by id. What a part says of its whole is not said of ours."""
    rows = ours.photos(with_missing=True)
    by_file = {ours.path(row): row for row in rows}
    by_hash: dict[str | None, PhotoRow] = {row.hash: row for row in reversed(rows) if row.hash}
    by_path = {row.path: row for row in rows}
    is_part = ours.root in theirs.root.parents
    same = {} if is_part else {WHOLE_PROJECT: WHOLE_PROJECT}
    for theirs_row in theirs.photos(with_missing=True):
        row = by_file.get(theirs.path(theirs_row))
        if row is not None:
            same[theirs_row.id] = row.id
            continue
        row = by_hash.get(theirs_row.hash) or by_path.get(theirs_row.path)
        if row is not None and (None in (row.hash, theirs_row.hash) or row.hash == theirs_row.hash):
            same[theirs_row.id] = row.id
    return same


def _substance(said: Json) -> Json:
    """Who said it when is no difference: two inspectors who both reviewed a photo agree."""
    if isinstance(said, dict):
        return {name: value for name, value in said.items() if name not in _SIGNATURE}
    return said


def _listed(ours: Project, theirs: Project, found: Iterable[tuple[Key, Key, Json, Json]]) -> Iterator[Conflict]:
    conflicts = list(found)
    our_authors = audit.authors(ours.connection, {key for key, _, _, _ in conflicts})
    their_authors = audit.authors(theirs.connection, {key for _, key, _, _ in conflicts})
    paths = {row.id: row.path for row in ours.photos(with_missing=True)}
    for key, their_key, before, said in conflicts:
        yield Conflict(
            key=key,
            path=paths.get(key.photo),
            ours=before,
            theirs=said,
            our_author=our_authors.get(key),
            their_author=their_authors.get(their_key),
        )


def _fetch_corrections(ours: Project, theirs: Project, said: Iterable[Json]) -> None:
    """Copies the layers' files before they are named; their names follow from what is in them."""
    for layer in said:
        source = corrections.folder(theirs) / layer["file"]
        target = corrections.folder(ours) / layer["file"]
        if not source.is_file():
            raise ProjectError(f"The correction {layer['file']} is missing in the other project; export it again.")
        try:
            copy_once(source, target)
        except OSError as error:
            raise StorageError(f"{target} could not be written ({error.strerror}); make space for it.") from error


def copy_once(source: Path, target: Path) -> None:
    """A layer's file; one that is there is the same, since its name follows from what is in it. Raises OSError."""
    if not target.exists():
        target.parent.mkdir(exist_ok=True)
        write_atomically(target, source.read_bytes())
