"""A photo with its final mask measured: the one way to every number that is shown, exported and reported."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from core.export.photo import ExportPhoto, Said
from core.measure.scale import Scale
from core.photos import metadata, reader
from core.photos.metadata import PhotoFacts
from core.project import finalmask
from core.record.dossier import Dossier
from core.values import RGB, Mask, ProbabilityMap, Tag


@dataclass(frozen=True, slots=True, eq=False)
class Mapped:
    """What a network says of a photo: its map (H, W), its id, and the threshold where nobody said another."""

    probabilities: ProbabilityMap
    model: str
    threshold: float


Found = Mapped | Mask
"""Where cracks come from: a network's map, which the project's statements are applied to, or a mask as it is."""


@dataclass(frozen=True, slots=True)
class Loader:
    """Reads photos with what ``find`` knows of their cracks; ``scale_of`` replaces the project's scales."""

    find: Callable[[Dossier, RGB], Found]
    scale_of: Callable[[RGB], Scale] | None = None

    def __call__(self, dossier: Dossier) -> tuple[RGB, ExportPhoto]:
        """Read, find, measure; in any thread.

        Raises:
            CoreError: the photo, its map or its correction cannot be read, or a marker is not found.
        """
        rgb = reader.read(dossier.path)
        facts = metadata.read(dossier.path)
        scale = scale_kept(dossier, facts) if self.scale_of is None else self.scale_of(rgb)
        found = self.find(dossier, rgb)
        photo = of_map(dossier, rgb, found) if isinstance(found, Mapped) else of_mask(dossier, rgb, found)
        return rgb, _described(photo, dossier, facts=facts, scale=scale)


def scale_kept(dossier: Dossier, facts: PhotoFacts) -> Scale:
    """The scale that the project keeps for the photo, its folder or its camera."""
    return dossier.scales.find(dossier.key, camera_of(facts))


def camera_of(facts: PhotoFacts) -> str | None:
    """A camera as scales name it. Its longer side belongs to it: a smaller picture has larger pixels."""
    return None if facts.camera is None else f"{facts.camera}, {max(facts.size)} px"


def of_map(dossier: Dossier, rgb: RGB, found: Mapped) -> ExportPhoto:
    """The final mask of a map, measured on ``rgb`` (H, W, 3). Raises CoreError."""
    from core.measure.photo import measure  # with scipy and scikit-image, which the window's start does not wait for

    threshold = found.threshold if dossier.threshold is None else dossier.threshold
    mask = finalmask.combined(
        found.probabilities,
        threshold,
        verdicts=dossier.verdicts,
        ignored=dossier.regions,
        layer=dossier.read_layer(),
    )
    cracks = measure(mask, rgb, found.probabilities)
    return ExportPhoto(
        dossier.name, dossier.path, mask, cracks, tag=dossier.tag, threshold=threshold, model=found.model
    )


def of_mask(dossier: Dossier, rgb: RGB, mask: Mask) -> ExportPhoto:
    """A mask (H, W) that was given is final; where nobody tagged the photo, it says the tag as well."""
    from core.measure.photo import measure

    told = Tag.CRACKED if mask.any() else Tag.NOT_CRACKED
    return ExportPhoto(dossier.name, dossier.path, mask, measure(mask, rgb), tag=dossier.tag or told)


def _described(photo: ExportPhoto, dossier: Dossier, *, facts: PhotoFacts, scale: Scale) -> ExportPhoto:
    return replace(
        photo, scale=scale, taken=facts.taken, gps=facts.gps, heading_deg=facts.heading_deg, said=_said(dossier)
    )


def _said(dossier: Dossier) -> Said:
    judged, review = dossier.standing.judgement, dossier.standing.review
    return Said(
        structure=judged.structure or "",
        element=judged.element or "",
        location=judged.location or "",
        severity=judged.severity or "",
        note=dossier.standing.comment,
        reviewed_by="" if review is None else review.who,
        crack_notes={anchor.item: text for anchor, text in dossier.crack_notes.items()},
    )
