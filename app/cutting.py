"""Where maps are cut: what is said of it, where the slider stands, and what is decided once it rests."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app import cuts
from app.cuts import Scope
from core.project.thresholds import Thresholds

DEFAULT_THRESHOLD = 0.5
REST_MS = 400


class Cutting(QObject):
    """The threshold of the photo that is looked at, and of every other one. Writes nothing: ``decided`` tells what to.

    ``own`` is the active model's threshold, in force where nothing is said.
    """

    moved = Signal(float)
    scope_changed = Signal(str)
    decided = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.own = self.threshold = DEFAULT_THRESHOLD
        self.scope = Scope.PROJECT
        self._said = Thresholds()
        self._photo: int | None = None
        self._path = ""
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._decide)

    def take(self, said: Thresholds) -> None:
        """This is what is said now."""
        self._said = said

    @property
    def base(self) -> float:
        """The threshold of photos that have none of their own and no folder's."""
        return self._said.of(0, "x") or self.own

    def of(self, photo: int, path: str) -> float:
        """A photo's threshold: its own, its folder's, the project's, or the model's."""
        found = self._said.of(photo, path)
        return self.own if found is None else found

    def look_at(self, photo: int | None, path: str = "") -> None:
        """Follow to the threshold of another photo, and to whose it is; None: to what holds for all."""
        self._photo, self._path = photo, path
        if photo is None:
            self._move(self.base)
            return
        self.scope = cuts.scope_in_force(self._said, photo, path)
        self.scope_changed.emit(self.scope)
        self._move(self.of(photo, path))

    def cut_at(self, threshold: float) -> None:
        """The slider is elsewhere. It is decided when it has come to rest."""
        if threshold != self.threshold:
            self._move(threshold)
            self._rest.start()

    def belong_to(self, scope: Scope) -> None:
        """From now on the threshold is the photo's, its folder's or the project's; narrower ones are taken away."""
        if self._photo is None:
            return
        self.scope = scope
        self.scope_changed.emit(self.scope)
        self._decide()
        self.look_at(self._photo, self._path)

    def settle(self) -> None:
        """Decide now what the slider would decide at rest."""
        if self._rest.isActive():
            self._rest.stop()
            self._decide()

    @Slot()
    def _decide(self) -> None:
        # The model's own threshold is not written down, so that a better version brings its own.
        is_own = self.threshold == self.own and self.scope is Scope.PROJECT
        values = cuts.written(self.scope, None if is_own else self.threshold, photo=self._photo, path=self._path)
        self._said = cuts.after(self._said, values)
        self.decided.emit(values)

    def _move(self, threshold: float) -> None:
        self.threshold = threshold
        self.moved.emit(threshold)
