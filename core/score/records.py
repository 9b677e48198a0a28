"""What scoring keeps of one photo: counts, never pixels."""

from dataclasses import dataclass

from core.score import counts, tolerance
from core.score.counts import Counts, Histogram, Table
from core.score.tolerance import ToleranceCounts
from core.values import Mask, Prediction, Tag, cut


@dataclass(frozen=True, slots=True, eq=False)
class PhotoRecord:
    """One photo predicted by one version at one threshold.

    ``levels`` (256,) counts the map's levels; ``against_truth`` (2, 256) and what follows it are None without
    a mask. ``size`` is (height, width). ``seconds`` is the network's time, 0 when the map was not made anew.
    """

    name: str
    threshold: float
    photo_score: float
    levels: Histogram
    tag: Tag | None = None
    group: str = ""
    size: tuple[int, int] = (0, 0)
    seconds: float = 0.0
    against_truth: Table | None = None
    near: ToleranceCounts | None = None
    cldice: float | None = None

    @property
    def counts(self) -> Counts | None:
        """TP, FP, FN, TN at the threshold; None without a mask."""
        return None if self.against_truth is None else counts.counts_at(self.against_truth, self.threshold)

    @property
    def area(self) -> float:
        """The share of the photo (0..1) that the mask covers."""
        return counts.share_at(self.levels, self.threshold)

    @property
    def has_cracked_mask(self) -> bool | None:
        """Whether the true mask holds a crack pixel; None without a mask."""
        return None if self.against_truth is None else bool(self.against_truth[1].any())

    @property
    def is_cracked(self) -> bool | None:
        """Whether the photo holds a crack by its mask, or without one by its tag; None when neither says."""
        return self.has_cracked_mask if self.against_truth is not None else _says_cracked(self.tag)

    @property
    def label(self) -> bool | None:
        """What the photo score is held against: the inspector's tag, or without one the mask."""
        said = _says_cracked(self.tag)
        return self.has_cracked_mask if said is None else said


@dataclass(frozen=True, slots=True)
class UnreadPhoto:
    """A photo that could not be scored, and the sentence that says why."""

    name: str
    error: str
    group: str = ""


def measure(
    prediction: Prediction,
    truth: Mask | None,
    *,
    name: str,
    threshold: float,
    tag: Tag | None = None,
    group: str = "",
) -> PhotoRecord:
    """Reduce a prediction and, where there is one, its true mask (H, W) to what every figure needs."""
    levels = prediction.probabilities
    against = None if truth is None else counts.table(levels, truth)
    near, centre_lines = (None, None) if truth is None else _shape_figures(levels >= cut(threshold), truth)
    return PhotoRecord(
        name=name,
        threshold=threshold,
        photo_score=prediction.photo_score,
        levels=counts.histogram(levels) if against is None else against.sum(axis=0),
        tag=tag,
        group=group,
        size=(levels.shape[0], levels.shape[1]),
        seconds=prediction.seconds,
        against_truth=against,
        near=near,
        cldice=centre_lines,
    )


def _shape_figures(predicted: Mask, truth: Mask) -> tuple[ToleranceCounts, float | None]:
    """Tolerance counts of any photo, clDice of a cracked one."""
    near = tolerance.tolerance_counts(predicted, truth)
    return near, tolerance.cldice(predicted, truth) if near.truth else None


def _says_cracked(tag: Tag | None) -> bool | None:
    return None if tag is None or tag is Tag.UNSURE else tag is Tag.CRACKED
