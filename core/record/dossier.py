"""What a project says of a photo, gathered: all that a record of it needs besides its pixels and its map."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from core.measure.scale_book import ScaleBook
from core.project import calibration, comments, corrections, cracks, regions, thresholds
from core.project.comments import Comment
from core.project.corrections import Layer
from core.project.cracks import Anchor, Verdict
from core.project.project import Project
from core.project.regions import Polygon
from core.project.register import PhotoRow
from core.project.standing import NOTHING_SAID, Standing, standings_of
from core.values import Tag

NO_SCALES = ScaleBook()


def _no_layer() -> None:
    return None


@dataclass(frozen=True, slots=True, eq=False)
class Dossier:
    """One photo. ``name`` is what tables and pages call it: its relative path, with /.

    ``threshold`` is None where the network's own holds; ``crack_notes`` are by the crack's anchor; ``scales``
    knows the photo as ``key``. A photo that no project knows has ``id`` 0, and nothing is said of it.
    """

    path: Path
    name: str
    id: int = 0
    key: str = ""
    tag: Tag | None = None
    threshold: float | None = None
    standing: Standing = NOTHING_SAID
    crack_notes: Mapping[Anchor, str] = field(default_factory=dict)
    verdicts: Mapping[Anchor, Verdict] = field(default_factory=dict)
    regions: Mapping[str, Polygon] = field(default_factory=dict)
    read_layer: Callable[[], Layer | None] = _no_layer
    scales: ScaleBook = NO_SCALES

    @property
    def element(self) -> str:
        """Which part of which structure it shows; where nobody said so, its folder."""
        said = self.standing.judgement
        parts = [part for part in (said.structure, said.element) if part]
        folder = str(PurePosixPath(self.name).parent)
        return ", ".join(parts) or ("" if folder == "." else folder)

    @property
    def notes(self) -> str:
        """The note on the photo, then those on its cracks, each with the crack that it is on."""
        on_cracks = (f"{anchor.item}: {text}" for anchor, text in sorted(self.crack_notes.items()))
        return "\n".join(filter(None, (self.standing.comment, *on_cracks)))


def gather(project: Project, rows: Iterable[PhotoRow]) -> list[Dossier]:
    """The dossiers of photos of ``project``, in the order of ``rows``; in the thread that opened it.

    Raises:
        ProjectError: the project cannot be read.
    """
    rows = list(rows)
    book, cuts = calibration.book(project), thresholds.thresholds(project)
    standings, notes = standings_of(project, [row.id for row in rows]), comments.comments(project)
    return [
        Dossier(
            path=project.path(row),
            name=row.path,
            id=row.id,
            key=row.path,
            tag=row.tag,
            threshold=cuts.of(row.id, row.path),
            standing=standings.get(row.id, NOTHING_SAID),
            crack_notes=_on_cracks(notes.get(row.id, ())),
            verdicts=cracks.verdicts(project, row.id),
            regions=regions.regions(project, row.id),
            read_layer=corrections.reader(project, row.id),
            scales=book,
        )
        for row in rows
    ]


def _on_cracks(said: Iterable[Comment]) -> dict[Anchor, str]:
    return {comment.anchor: comment.text for comment in said if comment.anchor is not None}
