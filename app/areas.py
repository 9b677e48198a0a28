"""How much of each photo is crack: the network's answer, and where a hand said otherwise the final mask."""

from collections.abc import Mapping

from core.project.project import Project
from core.score.counts import Histogram, share_at


def crack_areas(
    project: Project,
    model: str,
    *,
    finals: Mapping[int, Histogram],
    base_threshold: float,
    thresholds: Mapping[int, float],
) -> dict[int, float]:
    """The crack area (0..1) of every photo that ``model`` has seen, each at its own threshold.

    ``finals`` are the histograms of final masks, ``thresholds`` those of the photos that are listed.
    """
    areas = project.crack_areas(model, base_threshold)
    own = {id_: thresholds[id_] for id_ in areas if id_ in thresholds}
    for threshold in set(own.values()) - {base_threshold}:
        there = project.crack_areas(model, threshold)
        areas |= {id_: there[id_] for id_, at in own.items() if at == threshold}
    return areas | {id_: share_at(finals[id_], own[id_]) for id_ in own.keys() & finals.keys()}
