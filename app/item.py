"""One photo as the window knows it."""

from dataclasses import dataclass

from core.project.standing import NOTHING_SAID, Standing
from core.values import Tag


@dataclass(frozen=True, slots=True)
class Item:
    """What the list knows of one photo. ``score``, ``area`` and ``dice`` (0..1) are None while unknown.

    ``threshold`` is the photo's own in force: the score that counts as crack. ``order`` is the place
    in natural order; ``taken`` an ISO date, empty while unknown; ``standing`` what is said beside the tag.
    """

    id: int
    path: str
    order: int
    tag: Tag | None = None
    score: float | None = None
    area: float | None = None
    dice: float | None = None
    threshold: float = 0.5
    error: str = ""
    is_changed: bool = False
    is_pending: bool = False
    taken: str = ""
    standing: Standing = NOTHING_SAID

    @property
    def name(self) -> str:
        """The file's name without its folder."""
        return self.path.rsplit("/", 1)[-1]

    @property
    def is_predicted_cracked(self) -> bool | None:
        """What the model says of the whole photo; None while it has said nothing."""
        return None if self.score is None else self.score >= self.threshold

    @property
    def is_reviewed(self) -> bool:
        """Whether somebody accepted the photo."""
        return self.standing.review is not None

    @property
    def contradicts(self) -> bool:
        """Whether the inspector's tag and the model disagree."""
        if self.is_predicted_cracked is None or self.tag not in (Tag.CRACKED, Tag.NOT_CRACKED):
            return False
        return self.is_predicted_cracked != (self.tag is Tag.CRACKED)

    @property
    def doubt(self) -> float:
        """0 at the threshold, where the model is least sure; 1 where nothing is known."""
        return 1.0 if self.score is None else abs(self.score - self.threshold)
