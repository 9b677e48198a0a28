"""What the project's rows become in the window: one item a photo, with what was said a moment ago kept."""

from collections.abc import Callable, Mapping, Sequence

from app.item import Item
from core.project.project import Project
from core.project.register import PhotoRow
from core.project.standing import NOTHING_SAID, Standing, standings


def read_items(
    project: Project,
    rows: Sequence[PhotoRow],
    *,
    areas: Mapping[int, float],
    threshold: float,
    before: Mapping[int, Item],
    is_waiting: Callable[[int], bool],
) -> dict[int, Item]:
    """The photos of ``rows``, which are in natural order.

    What was said or predicted a moment ago may not be on disk yet: it is taken from the items ``before``.
    """
    said = standings(project)
    return {
        row.id: _item(
            row,
            order,
            area=areas.get(row.id),
            threshold=threshold,
            said=said.get(row.id, NOTHING_SAID),
            before=before.get(row.id),
            is_pending=is_waiting(row.id),
        )
        for order, row in enumerate(rows)
    }


def _item(
    row: PhotoRow,
    order: int,
    *,
    area: float | None,
    threshold: float,
    said: Standing,
    before: Item | None,
    is_pending: bool,
) -> Item:
    score, tag = row.photo_score, row.tag
    if before is not None and score is None and row.is_changed == before.is_changed:
        score, area = before.score, before.area
    if before is not None and is_pending:
        tag = before.tag
    return Item(
        id=row.id,
        path=row.path,
        order=order,
        tag=tag,
        score=score,
        area=area,
        dice=before.dice if before else None,
        threshold=threshold,
        error=row.error or "",
        is_changed=row.is_changed,
        is_pending=is_pending,
        taken=row.taken or "",
        standing=said,
    )
