"""Structure, element, location and severity: said of many photos at once, or learnt from their folders' names."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot

from app.failures import Failure, describe
from app.session import Session
from core.errors import CoreError
from core.project import judgements, patterns, scales
from core.project.audit import Change
from core.project.judgements import Aspect
from core.project.scales import Scale
from core.project.standing import NOTHING_SAID

KINDS = frozenset({judgements.KIND, scales.KIND, patterns.KIND})


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What there is to choose from: the scale, the words that are in use already, and the folder pattern."""

    scale: Scale = scales.BRIDGE_ELEMENTS
    words: Mapping[Aspect, tuple[str, ...]] | None = None
    pattern: str = ""


class Judging(QObject):
    """Every judgement of any number of photos is one action."""

    vocabulary_changed = Signal(object)
    failed = Signal(Failure)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.vocabulary = Vocabulary()
        session.folder_changed.connect(self._read)
        session.said.connect(self._on_said)

    def judge(self, selected: Sequence[int], said: Mapping[Aspect, str]) -> None:
        """Say something of the selected photos, else of the one that is looked at; "" takes it back."""
        ids = list(selected) or [self._session.current]
        if self._session.has(ids[0]):
            self._session.say(lambda project: judgements.judge(project, ids, said))

    @Slot(object)
    def choose_scale(self, scale: Scale) -> None:
        """Judge by another scale from now on."""
        self._session.say(lambda project: scales.choose(project, scale))

    @Slot(str)
    def learn(self, pattern: str) -> None:
        """Read judgements from what folders and files are called; what is said already stays."""
        try:
            patterns.compiled(pattern)
        except CoreError as error:
            self.failed.emit(describe(error))
            return
        self._session.say(lambda project: patterns.learn(project, pattern))

    def _words(self) -> dict[Aspect, tuple[str, ...]]:
        """The values that photos have, the most frequent first."""
        said = [item.standing.judgement for item in self._session.items() if item.standing is not NOTHING_SAID]
        counts = {aspect: Counter(getattr(judgement, aspect) for judgement in said) for aspect in Aspect}
        return {aspect: tuple(word for word, _ in counted.most_common() if word) for aspect, counted in counts.items()}

    @Slot(object)
    def _on_said(self, change: Change) -> None:
        if change.kind in KINDS:
            self._read()

    @Slot()
    def _read(self) -> None:
        project = self._session.project
        if project is None:
            return
        try:
            self.vocabulary = Vocabulary(scales.scale(project), self._words(), patterns.pattern(project) or "")
        except CoreError as error:
            self.failed.emit(describe(error))
            return
        self.vocabulary_changed.emit(self.vocabulary)
