"""What is said of a single crack: accepted, rejected, a comment.

A crack is a connected component of a mask, and components come and go with the threshold. So it is named by its
anchor, the pixel of the map where the network was surest: that pixel stays in the component as long as anything
of it is left, and a verdict holds for the component that contains it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

import cv2
import numpy as np

from core.project.audit import Change, Key
from core.project.database import told_if_damaged
from core.project.project import Project
from core.values import Mask, ProbabilityMap

KIND = "crack"
_CONNECTIVITY = 8


class Verdict(StrEnum):
    """What an inspector says of a crack that the network found; where several hold, the first of them counts."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True, order=True)
class Anchor:
    """The pixel (x, y) of the upright photo that a crack is named by."""

    x: int
    y: int

    @property
    def item(self) -> str:
        """As facts name it, and ``core.measure`` its cracks."""
        return f"{self.x}-{self.y}"

    @classmethod
    def of_item(cls, item: str) -> "Anchor":
        """The way back from ``item``."""
        x, _, y = item.partition("-")
        return cls(int(x), int(y))


def judge(project: Project, photo: int, anchors: Iterable[Anchor], verdict: Verdict | None) -> Change:
    """Accepts or rejects cracks of a photo, or takes that back, as one action."""
    value = None if verdict is None else verdict.value
    return project.record({Key(photo, KIND, anchor.item): value for anchor in anchors}, kind=KIND)


@dataclass(frozen=True, slots=True)
class FoundCrack:
    """A component of a mask. ``box`` is (left, top, width, height); ``said`` are the judged anchors within it."""

    anchor: Anchor
    area_px: int
    box: tuple[int, int, int, int]
    verdict: Verdict | None = None
    said: tuple[Anchor, ...] = ()


def judge_found(project: Project, photo: int, crack: FoundCrack, verdict: Verdict | None) -> Change:
    """Accepts or rejects a crack as it is found now, or takes that back; what was said of parts of it goes."""
    values = {Key(photo, KIND, anchor.item): None for anchor in crack.said}
    own = {Key(photo, KIND, crack.anchor.item): None if verdict is None else verdict.value}
    return project.record(values | own, kind=KIND)


def found(
    probabilities: ProbabilityMap, mask: Mask, said: Mapping[Anchor, Verdict], most: int
) -> tuple[FoundCrack, ...]:
    """The components of ``mask`` (H, W), at most the ``most`` largest of them, the largest first.

    ``probabilities`` is the map (H, W) that the mask was cut from, ``said`` the photo's verdicts.
    """
    labels, facts = cv2.connectedComponentsWithStats(mask.astype(np.uint8), connectivity=_CONNECTIVITY)[1:3]
    inside: dict[int, list[Anchor]] = defaultdict(list)
    for anchor in said:
        if _is_inside(anchor, mask):
            inside[int(labels[anchor.y, anchor.x])].append(anchor)
    areas = facts[1:, cv2.CC_STAT_AREA]
    largest = np.argsort(-areas, kind="stable")[:most] + 1
    return tuple(
        _found(int(label), facts[label], labels, probabilities, {anchor: said[anchor] for anchor in inside[int(label)]})
        for label in largest
    )


def _found(
    label: int, facts: np.ndarray, labels: np.ndarray, probabilities: ProbabilityMap, said: Mapping[Anchor, Verdict]
) -> FoundCrack:
    left, top, width, height, area = (int(fact) for fact in facts)
    here = np.s_[top : top + height, left : left + width]
    strength = np.where(labels[here] == label, probabilities[here].astype(np.int16), -1)
    row, column = np.unravel_index(int(strength.argmax()), strength.shape)
    verdict = next((each for each in Verdict if each in said.values()), None)
    return FoundCrack(
        Anchor(left + int(column), top + int(row)), area, (left, top, width, height), verdict, tuple(said)
    )


@told_if_damaged
def verdicts(project: Project, photo: int) -> dict[Anchor, Verdict]:
    """What is said of a photo's cracks."""
    return {Anchor.of_item(key.item): Verdict(value) for key, value in project.facts(KIND, photo).items()}


def anchor_at(probabilities: ProbabilityMap, mask: Mask, point: tuple[int, int]) -> Anchor | None:
    """The anchor of the component of ``mask`` (H, W) at ``point`` (x, y), None where there is none.

    ``probabilities`` is the map (H, W) that the mask was cut from. Of several surest pixels it is the first,
    row by row.
    """
    x, y = point
    height, width = mask.shape
    if not (0 <= x < width and 0 <= y < height and mask[y, x]):
        return None
    labels = _labels(mask)
    inside = np.where(labels == labels[y, x], probabilities.astype(np.int16), -1)
    row, column = np.unravel_index(int(inside.argmax()), inside.shape)
    return Anchor(int(column), int(row))


def without_rejected(mask: Mask, said: Mapping[Anchor, Verdict]) -> Mask:
    """``mask`` (H, W) without the components that hold a rejected anchor.

    Where components have grown together, one that is accepted outweighs one that is rejected: rather a false
    alarm than a crack that is lost.
    """
    anchors = [anchor for anchor in said if _is_inside(anchor, mask)]
    if not any(said[anchor] is Verdict.REJECTED for anchor in anchors):
        return mask
    labels = _labels(mask)
    by_verdict: dict[Verdict, set[int]] = {verdict: set() for verdict in Verdict}
    for anchor in anchors:
        by_verdict[said[anchor]].add(int(labels[anchor.y, anchor.x]))
    rejected = by_verdict[Verdict.REJECTED] - by_verdict[Verdict.ACCEPTED] - {0}
    kept: Mask = mask & ~np.isin(labels, list(rejected))
    return kept


def _labels(mask: Mask) -> np.ndarray:
    labels: np.ndarray = cv2.connectedComponents(mask.astype(np.uint8), connectivity=_CONNECTIVITY)[1]
    return labels


def _is_inside(anchor: Anchor, mask: Mask) -> bool:
    """Photos may be exchanged for smaller ones."""
    height, width = mask.shape
    return bool(0 <= anchor.x < width and 0 <= anchor.y < height)
