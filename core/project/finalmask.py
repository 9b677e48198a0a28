"""The final mask of a photo: the network's, as far as inspectors let it stand, and what they drew."""

from core.project import corrections, cracks, regions
from core.project.project import Project
from core.values import Mask, ProbabilityMap, cut


def final_mask(project: Project, photo: int, probabilities: ProbabilityMap, threshold: float) -> Mask:
    """The mask (H, W) that is exported and measured, from a photo's map (H, W).

    Cracks that were rejected and ignore regions are taken out of the network's mask, then the hand's layer is
    put over it: what somebody drew or erased holds, wherever it is.

    Raises:
        ProjectError: the correction is damaged or of a photo of another size.
    """
    mask: Mask = probabilities >= cut(threshold)
    mask = cracks.without_rejected(mask, cracks.verdicts(project, photo))
    mask = regions.without_regions(mask, regions.regions(project, photo).values())
    layer = corrections.load(project, photo)
    return mask if layer is None else corrections.corrected(mask, layer)
