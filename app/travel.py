"""What a write brings back from the writer's thread: nothing, what was said, or what undo and redo changed."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from core.project.audit import Change
from core.project.project import Project
from core.project.register import PhotoRow

Action = Callable[[Project], Any]


@dataclass(frozen=True, slots=True)
class Travel:
    """What undo or redo changed; false where there was nothing to undo. ``change`` is also there after an action."""

    is_done: bool
    rows: tuple[PhotoRow, ...] = ()
    change: Change | None = None

    def __bool__(self) -> bool:
        return self.is_done


def silent(action: Action) -> Action:
    def act(project: Project) -> Travel:
        action(project)
        return Travel(is_done=False)

    return act


def spoken(action: Callable[[Project], Change]) -> Action:
    """An action of the user that tells what it changed."""

    def act(project: Project) -> Travel:
        return Travel(is_done=False, change=action(project) or None)

    return act


def sweeping(action: Callable[[Project], Change]) -> Action:
    """An action that may change anything of many photos, their tags too, as undo and redo do."""
    return lambda project: _made(project, action(project) or None)


def undone(project: Project) -> Travel:
    return _made(project, project.undo())


def redone(project: Project) -> Travel:
    return _made(project, project.redo())


def gone_to(action: int) -> Action:
    """Undo or redo until ``action`` is the youngest that is done."""
    return lambda project: _made(project, project.go_to(action) or None)


def _made(project: Project, change: Change | None) -> Travel:
    if change is None:
        return Travel(is_done=False)
    return Travel(is_done=True, rows=tuple(project.photo(photo_id) for photo_id in change.photos), change=change)
