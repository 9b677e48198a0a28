"""The first minute: four places of the window, each with the one thing to know. Nothing waits for it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QEvent, QObject, QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.assets import RADIUS_PX, STEP_PX, tokens_of

_WIDTH_PX = 320
_GAP_PX = 3 * STEP_PX
_LINE_PX = 2


@dataclass(frozen=True, slots=True)
class Stop:
    """What is said at one place."""

    title: str
    words: str


STOPS = (
    Stop(
        QT_TRANSLATE_NOOP("Tour", "Is there a crack?"),
        QT_TRANSLATE_NOOP("Tour", "Say so with C, N or U. The next photo comes by itself; Ctrl+Z takes any step back."),
    ),
    Stop(
        QT_TRANSLATE_NOOP("Tour", "Is the mask right?"),
        QT_TRANSLATE_NOOP(
            "Tour",
            "Move the threshold until the orange mask fits. Hold Space to see the photo without it; B draws what is "
            "missing, E erases what is wrong.",
        ),
    ),
    Stop(
        QT_TRANSLATE_NOOP("Tour", "What is left to do?"),
        QT_TRANSLATE_NOOP(
            "Tour", "Each list counts its photos. Ctrl+K finds every command by its name, F1 shows every key."
        ),
    ),
    Stop(
        QT_TRANSLATE_NOOP("Tour", "Teach the model your site"),
        QT_TRANSLATE_NOOP(
            "Tour",
            "Tags are enough, nothing has to be drawn. The new version is compared with this one, and becomes active "
            "only when you say so.",
        ),
    ),
)


class Tour(QFrame):
    """A card beside each of ``places`` in turn, as many as there are ``STOPS``; it can be left at any time."""

    started = Signal()
    ended = Signal()

    def __init__(self, places: Sequence[QWidget], window: QWidget) -> None:
        super().__init__(window)
        assert len(places) == len(STOPS), "each stop has its place"
        self.setObjectName("tour")
        self.setFixedWidth(_WIDTH_PX)
        self._places = tuple(places)
        self._stop = 0
        self._ring = _Ring(window)
        self._title, self._words, self._count = QLabel(), QLabel(wordWrap=True), QLabel()
        self.next_button, self.skip_button = QPushButton(), QPushButton(self.tr("Skip"))
        self._arrange()
        self.next_button.clicked.connect(self._on_next)
        self.skip_button.clicked.connect(self.end)
        window.installEventFilter(self)
        self.hide()

    @property
    def title(self) -> str:
        """What the card is about."""
        return self._title.text()

    @Slot()
    def start(self) -> None:
        """From the first place."""
        self._stop = 0
        self._show_stop()
        self.started.emit()

    @Slot()
    def end(self) -> None:
        """Go away."""
        self.hide()
        self._ring.hide()
        self.ended.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay beside the place when the window changes its size."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest) and self.isVisible():
            self._settle()
        return super().eventFilter(watched, event)

    @Slot()
    def _on_next(self) -> None:
        if self._stop + 1 == len(STOPS):
            self.end()
            return
        self._stop += 1
        self._show_stop()

    def _show_stop(self) -> None:
        stop, is_last = STOPS[self._stop], self._stop + 1 == len(STOPS)
        self._title.setText(self.tr(stop.title))
        self._words.setText(self.tr(stop.words))
        self._count.setText(self.tr("{place} of {count}").format(place=self._stop + 1, count=len(STOPS)))
        self.next_button.setText(self.tr("Start") if is_last else self.tr("Next"))
        self.skip_button.setVisible(not is_last)
        self._settle()

    def _settle(self) -> None:
        window, place = self.parentWidget(), self._places[self._stop]
        target = QRect(place.mapTo(window, QPoint(0, 0)), place.size())
        self._ring.surround(target if place.isVisible() else QRect())
        self.adjustSize()
        self.move(beside(target, self.size().width(), self.size().height(), window.rect()))
        self.show()
        self.raise_()

    def _arrange(self) -> None:
        self._title.setProperty("role", "title")
        self._count.setProperty("role", "dim")
        self.next_button.setProperty("role", "primary")
        self.skip_button.setProperty("role", "flat")
        for button in (self.skip_button, self.next_button):
            # A click leaves the focus with the photos: their keys go on working.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        buttons = QHBoxLayout()
        buttons.addWidget(self._count, 1)
        buttons.addWidget(self.skip_button)
        buttons.addWidget(self.next_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(2 * STEP_PX)
        column.addWidget(self._title)
        column.addWidget(self._words)
        column.addLayout(buttons)


class _Ring(QWidget):
    """A line around the place; clicks go through it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def surround(self, place: QRect) -> None:
        """An empty place has no ring."""
        self.setGeometry(place.adjusted(-STEP_PX, -STEP_PX, STEP_PX, STEP_PX))
        self.setVisible(not place.isEmpty())
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens_of(self).accent), _LINE_PX))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), RADIUS_PX, RADIUS_PX)
        painter.end()


def beside(place: QRect, width: int, height: int, room: QRect) -> QPoint:
    """The corner of a card of that size: left of its place, else below, else above it; always inside ``room``."""
    if place.left() - width - _GAP_PX >= room.left():
        corner = QPoint(place.left() - width - _GAP_PX, place.top())
    elif place.bottom() + height + _GAP_PX <= room.bottom():
        corner = QPoint(place.left(), place.bottom() + _GAP_PX)
    else:
        corner = QPoint(place.left(), place.top() - height - _GAP_PX)
    across = min(max(corner.x(), room.left() + _GAP_PX), room.right() - width - _GAP_PX)
    down = min(max(corner.y(), room.top() + _GAP_PX), room.bottom() - height - _GAP_PX)
    return QPoint(across, down)
