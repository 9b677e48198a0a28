"""Dossiers as a report's photos."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from core.errors import PhotoError
from core.export.photo import ExportPhoto
from core.measure.pairs import find_overlaps
from core.photos import metadata
from core.record.dossier import Dossier
from core.report.model import ReportPhoto
from core.values import RGB, Finished, Progress

Load = Callable[[Dossier], tuple[RGB, ExportPhoto]]
Overlaps = tuple[tuple[str, str], ...]


def report_photos(dossiers: Iterable[Dossier], load: Load) -> list[ReportPhoto]:
    """The photos in the same order, with all that is said of them; ``load`` runs when a photo's turn comes."""
    return [_report_photo(dossier, load) for dossier in dossiers]


def _report_photo(dossier: Dossier, load: Load) -> ReportPhoto:
    review = dossier.standing.review
    return ReportPhoto(
        name=dossier.name,
        load=partial(load, dossier),
        is_reviewed=review is not None,
        reviewer="" if review is None else review.who,
        reviewed_at=None if review is None else review.when.astimezone(),
        element=dossier.element,
        severity=dossier.standing.judgement.severity or "",
        location=dossier.standing.judgement.location or "",
        notes=dossier.notes,
        camera=_camera(dossier),
    )


def overlaps(dossiers: Sequence[Dossier]) -> Iterator[Progress | Finished[Overlaps]]:
    """Photos of one pass that show the same surface, by name: their cracks would be counted twice."""
    names = {dossier.path: dossier.name for dossier in dossiers}
    for event in find_overlaps(list(names)):
        if isinstance(event, Progress):
            yield event
        else:
            yield Finished(tuple((names[one.first], names[one.second]) for one in event.result))


def _camera(dossier: Dossier) -> str:
    try:
        return metadata.read(dossier.path).camera or ""
    except PhotoError:
        return ""
