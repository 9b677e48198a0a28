"""The final mask of a photo: the network's, as far as inspectors let it stand, and what they drew."""

from collections.abc import Mapping

import numpy as np

from core.project import corrections, cracks, regions
from core.project.corrections import Layer
from core.project.cracks import Anchor, Verdict
from core.project.project import Project
from core.project.regions import Polygon
from core.values import Mask, ProbabilityMap, cut


def final_mask(project: Project, photo: int, probabilities: ProbabilityMap, threshold: float) -> Mask:
    """The mask (H, W) that is exported and measured, from a photo's map (H, W).

    Cracks that were rejected and ignore regions are taken out of the network's mask, then the hand's layer is
    put over it: what somebody drew or erased holds, wherever it is.

    Raises:
        ProjectError: the correction is damaged or of a photo of another size.
    """
    said, ignored = cracks.verdicts(project, photo), regions.regions(project, photo)
    layer = corrections.load(project, photo)
    return combined(probabilities, threshold, verdicts=said, ignored=ignored, layer=layer)


def combined(
    probabilities: ProbabilityMap,
    threshold: float,
    *,
    verdicts: Mapping[Anchor, Verdict],
    ignored: Mapping[str, Polygon],
    layer: Layer | None,
) -> Mask:
    """The final mask (H, W) from its parts; ``layer`` (H, W) is the hand's. Raises ProjectError as ``final_mask``."""
    mask: Mask = probabilities >= cut(threshold)
    mask = left_standing(mask, verdicts, ignored)
    return mask if layer is None else corrections.corrected(mask, layer)


def left_standing(mask: Mask, verdicts: Mapping[Anchor, Verdict], ignored: Mapping[str, Polygon]) -> Mask:
    """``mask`` (H, W) without the cracks that were rejected and without what lies in ignore regions."""
    return regions.without_regions(cracks.without_rejected(mask, verdicts), ignored.values())


def standing_map(
    probabilities: ProbabilityMap,
    threshold: float,
    verdicts: Mapping[Anchor, Verdict],
    ignored: Mapping[str, Polygon],
) -> ProbabilityMap:
    """The map (H, W) to look at: cut at ``threshold`` it is ``left_standing``; the same array where all stands."""
    if not verdicts and not ignored:
        return probabilities
    mask: Mask = probabilities >= cut(threshold)
    refused = mask & ~left_standing(mask, verdicts, ignored)
    return np.where(refused, np.uint8(0), probabilities) if refused.any() else probabilities
