"""Where a photo stands: what is said of it beside its tag, read in one go for lists of many photos."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from core.project import comments, judgements, reviews
from core.project.audit import Json, Key
from core.project.database import told_if_damaged
from core.project.judgements import Judgement
from core.project.project import Project
from core.project.reviews import Review

_FEW = 200
NOTHING_JUDGED = Judgement()
KINDS = frozenset({reviews.KIND, judgements.KIND, comments.KIND})


@dataclass(frozen=True, slots=True)
class Standing:
    """``review`` is None until somebody accepted the photo; ``comment`` is that of the whole photo."""

    review: Review | None = None
    judgement: Judgement = NOTHING_JUDGED
    comment: str = ""


NOTHING_SAID = Standing()


def standings(project: Project) -> dict[int, Standing]:
    """Of all photos that something is said of."""
    said: dict[int, dict[Key, Json]] = defaultdict(dict)
    for kind in KINDS:
        for key, value in project.facts(kind).items():
            said[key.photo][key] = value
    return {photo: _standing(facts) for photo, facts in said.items()}


def standing(project: Project, photo: int) -> Standing:
    """Of one photo."""
    return _standing({key: value for kind in KINDS for key, value in project.facts(kind, photo).items()})


def standings_of(project: Project, photos: Collection[int]) -> dict[int, Standing]:
    """Of some photos; of very many all is read at once, which takes a fraction of asking for each."""
    if len(photos) <= _FEW:
        return {photo: standing(project, photo) for photo in photos}
    known = standings(project)
    return {photo: known.get(photo, NOTHING_SAID) for photo in photos}


@told_if_damaged
def _standing(facts: Mapping[Key, Json]) -> Standing:
    review, comment = None, ""
    judged: dict[str, str] = {}
    for key, value in facts.items():
        if key.kind == reviews.KIND:
            review = Review(value["who"], datetime.fromisoformat(value["when"]))
        elif key.kind == judgements.KIND:
            judged[key.item] = value
        elif not key.item:
            comment = value["text"]
    return Standing(review, Judgement(**judged), comment)
