"""A project leaves a folder that takes no files, and comes home when the folder takes them again.

Somebody opens a memory card that is locked: the project goes on as a copy in the user's folder. Later the card is
open: what was said meanwhile must not stay behind in the copy.
"""

import shutil
from pathlib import Path

from core.errors import ProjectError
from core.project import audit, corrections, merge, place
from core.project.audit import Author
from core.project.journal import stamp_now
from core.project.merge import Side
from core.project.project import Project
from core.project.repair import replay_into

_MAPS = "maps"


def bring_back(project: Project) -> str:
    """Takes over what was said in the user's copy of this project; a sentence about it, "" where there was none.

    The copy is put aside, not deleted. What keeps it from being read is told, and it is tried again next time.
    """
    away = place.away(project.root)
    if project.is_read_only or not project.place.is_beside_photos or not place.has_content(away.database):
        return ""
    try:
        with Project(away, folder=project.root, user=project.user) as theirs:
            if theirs.is_read_only:
                return ""
            taken = _take_over(project, theirs)
        _put_aside(away.store)
    except (ProjectError, OSError) as error:
        return f"What was said while the folder took no files lies in {away.store} and could not be taken over: {error}"
    return f"What was said while {project.root} took no files was taken over." if taken else ""


def _take_over(ours: Project, theirs: Project) -> bool:
    """Whether there was anything to take."""
    newest = audit.newest(ours.connection)
    if newest and _action(ours, newest) != _action(theirs, newest):
        return bool(merge.merge(ours, theirs, _later_words(ours, theirs)))
    _fetch_layers(theirs, ours)
    with ours.changing() as connection:
        replayed = replay_into(connection, theirs.journal)
    ours.journal.catch_up(ours.connection)
    return replayed > 0


def _action(project: Project, number: int) -> tuple | None:
    found: tuple | None = project.connection.execute(
        "SELECT when_utc, who, kind, photos, after FROM audit WHERE id = ?", (number,)
    ).fetchone()
    return found


def _later_words(ours: Project, theirs: Project) -> dict[audit.Key, Side]:
    """Of two statements about the same, the later one holds."""
    conflicts = merge.compare(ours, theirs).conflicts
    return {each.key: Side.THEIRS for each in conflicts if _is_later(each.their_author, each.our_author)}


def _is_later(theirs: Author | None, ours: Author | None) -> bool:
    return theirs is not None and (ours is None or theirs.when > ours.when)


def _fetch_layers(theirs: Project, ours: Project) -> None:
    """All of them, also those that only undo will ask for."""
    for layer in corrections.folder(theirs).glob("*.png"):
        merge.copy_once(layer, corrections.folder(ours) / layer.name)


def _put_aside(store: Path) -> None:
    shutil.rmtree(store / _MAPS, ignore_errors=True)
    store.rename(store.with_name(f"{store.name}-home-{stamp_now()}"))
