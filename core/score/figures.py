"""The figures of a set of photos, each defined once, as a function of how often each photo counts.

A figure is called with weights (B, n): ones for the figure itself, resamples for its interval. Counts come
first, the division last; NaN stands for undefined inside this module only.
Definitions: README, "How it is measured".
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.score.bootstrap import Interval, interval, resamples
from core.score.ranking import weighted_auroc
from core.score.records import PhotoRecord

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """Photos as arrays (n,). What a photo does not have is NaN, and 0 where it is summed."""

    tp: Floats
    fp: Floats
    fn: Floats
    predicted: Floats
    predicted_hits: Floats
    truth: Floats
    truth_hits: Floats
    dice: Floats
    cldice: Floats
    cracked: Floats
    clean_area: Floats
    photo_score: Floats
    label: Floats


def columns(records: Sequence[PhotoRecord]) -> Columns:
    """Turn records into columns."""
    found = [record.counts for record in records]
    near = [record.near for record in records]
    return Columns(
        tp=_array(None if c is None else c.tp for c in found),
        fp=_array(None if c is None else c.fp for c in found),
        fn=_array(None if c is None else c.fn for c in found),
        predicted=_array(None if c is None else c.predicted for c in near),
        predicted_hits=_array(None if c is None else c.predicted_hits for c in near),
        truth=_array(None if c is None else c.truth for c in near),
        truth_hits=_array(None if c is None else c.truth_hits for c in near),
        dice=_array(None if c is None else 1.0 if c.dice is None else c.dice for c in found),
        cldice=_array(record.cldice for record in records),
        cracked=_array(record.has_cracked_mask for record in records),
        clean_area=_array(record.area if record.is_cracked is False else None for record in records),
        photo_score=_array(record.photo_score for record in records),
        label=_array(record.label for record in records),
    )


def _dice_cracked(photos: Columns, weights: Floats) -> Floats:
    return _mean(np.where(photos.cracked == 1, photos.dice, np.nan), weights)


def _dice_all(photos: Columns, weights: Floats) -> Floats:
    return _mean(photos.dice, weights)


def _dice_pooled(photos: Columns, weights: Floats) -> Floats:
    return _ratio(2 * photos.tp, 2 * photos.tp + photos.fp + photos.fn, weights)


def _iou_pooled(photos: Columns, weights: Floats) -> Floats:
    return _ratio(photos.tp, photos.tp + photos.fp + photos.fn, weights)


def _precision_pooled(photos: Columns, weights: Floats) -> Floats:
    return _ratio(photos.tp, photos.tp + photos.fp, weights)


def _recall_pooled(photos: Columns, weights: Floats) -> Floats:
    return _ratio(photos.tp, photos.tp + photos.fn, weights)


def _tolerance_f1(photos: Columns, weights: Floats) -> Floats:
    """0 when only one of prediction and truth is empty, as in :class:`ToleranceCounts`."""
    precision = np.nan_to_num(_ratio(photos.predicted_hits, photos.predicted, weights))
    recall = np.nan_to_num(_ratio(photos.truth_hits, photos.truth, weights))
    total = precision + recall
    harmonic = np.divide(2 * precision * recall, total, out=np.zeros_like(total), where=total > 0)
    pixels = weights @ np.nan_to_num(photos.predicted + photos.truth)
    return np.where(pixels > 0, harmonic, np.nan)


def _cldice(photos: Columns, weights: Floats) -> Floats:
    return _mean(photos.cldice, weights)


def _false_alarm_area(photos: Columns, weights: Floats) -> Floats:
    return _mean(photos.clean_area, weights)


def _auroc(photos: Columns, weights: Floats) -> Floats:
    return weighted_auroc(photos.photo_score, photos.label, weights)


Figure = Callable[[Columns, Floats], Floats]

FIGURES: Mapping[str, Figure] = {
    "dice_cracked": _dice_cracked,
    "dice_all": _dice_all,
    "dice_pooled": _dice_pooled,
    "iou_pooled": _iou_pooled,
    "precision_pooled": _precision_pooled,
    "recall_pooled": _recall_pooled,
    "tolerance_f1": _tolerance_f1,
    "cldice": _cldice,
    "false_alarm_area": _false_alarm_area,
    "auroc": _auroc,
}


def values(photos: Columns) -> dict[str, float | None]:
    """Every figure of a set; None where undefined."""
    once = np.ones((1, photos.label.size))
    return {name: _defined(float(figure(photos, once)[0])) for name, figure in FIGURES.items()}


def resampled(photos: Columns, names: Sequence[str], *, seed: int = 0) -> dict[str, Floats]:
    """Named figures of resampled sets, (B,) each. Photos in the same order see the same resamples."""
    chunks: dict[str, list[Floats]] = {name: [] for name in names}
    for weights in resamples(photos.label.size, seed=seed):
        for name in names:
            chunks[name].append(FIGURES[name](photos, weights))
    return {name: np.concatenate([*parts, np.empty(0)]) for name, parts in chunks.items()}


def intervals(photos: Columns, *, seed: int = 0) -> dict[str, Interval | None]:
    """The 95 % interval of every figure, bootstrapped over photos; None where undefined."""
    drawn = resampled(photos, tuple(FIGURES), seed=seed)
    return {name: interval(figures) for name, figures in drawn.items()}


def _array(entries: Iterable[float | None]) -> Floats:
    return np.array([np.nan if entry is None else float(entry) for entry in entries])


def _mean(entries: Floats, weights: Floats) -> Floats:
    return _ratio(entries, np.ones_like(entries), weights)


def _ratio(numerator: Floats, denominator: Floats, weights: Floats) -> Floats:
    """Weighted sum over weighted sum, over the photos that have both."""
    known = ~np.isnan(numerator) & ~np.isnan(denominator)
    below = weights[:, known] @ denominator[known]
    above = weights[:, known] @ numerator[known]
    ratio: Floats = np.full(len(weights), np.nan)
    np.divide(above, below, out=ratio, where=below > 0)
    return ratio


def _defined(value: float) -> float | None:
    return None if np.isnan(value) else value
