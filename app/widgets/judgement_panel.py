"""Which structure and element the photo shows, where, and how bad it is there."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from app.assets import STEP_PX
from app.value_rows import heading
from core.project.judgements import Aspect, Judgement
from core.project.scales import Scale


class JudgementPanel(QWidget):
    """Emits what was said of which aspect ("" takes it back); it holds for all selected photos."""

    judged = Signal(object, str)
    settings_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        names = (self.tr("Structure"), self.tr("Element"), self.tr("Location"), self.tr("Severity"))
        self._names = dict(zip(Aspect, names, strict=True))
        self.boxes = {aspect: self._box(aspect) for aspect in Aspect}
        self._shown = Judgement()
        self.settings_button = QToolButton(text="…")
        self.settings_button.setToolTip(self.tr("Scale of severity, pattern of folder names"))
        self.settings_button.setProperty("role", "flat")
        self.settings_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.settings_button.clicked.connect(self.settings_requested)
        self._build()
        self.set_judgement(None)

    def set_vocabulary(self, scale: Scale, words: Mapping[Aspect, Sequence[str]]) -> None:
        """What can be chosen."""
        for aspect, box in self.boxes.items():
            with QSignalBlocker(box):
                box.clear()
                if aspect is Aspect.SEVERITY:
                    box.addItem("–", "")
                    for grade in scale.grades:
                        box.addItem(f"{grade.code} · {grade.meaning}", grade.code)
                    box.setToolTip(" – ".join(filter(None, (scale.name, scale.source))))
                else:
                    box.addItems(list(words.get(aspect, ())))
        self.set_judgement(self._shown)

    def set_judgement(self, judgement: Judgement | None) -> None:
        """What is said of the shown photo; None while there is no photo."""
        self.setEnabled(judgement is not None)
        self._shown = judgement or Judgement()
        for aspect, box in self.boxes.items():
            said = getattr(self._shown, aspect) or ""
            with QSignalBlocker(box):
                self._show(box, aspect, said)

    def _show(self, box: QComboBox, aspect: Aspect, said: str) -> None:
        if aspect is not Aspect.SEVERITY:
            if not box.lineEdit().isModified() or not box.lineEdit().hasFocus():
                box.setEditText(said)
            return
        place = box.findData(said)
        if place < 0:  # a grade of the scale before
            box.addItem(said, said)
            place = box.count() - 1
        box.setCurrentIndex(place)

    def _box(self, aspect: Aspect) -> QComboBox:
        box = _Box()
        box.setAccessibleName(self._names[aspect])
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if aspect is Aspect.SEVERITY:
            box.activated.connect(partial(self._on_grade, box))
        else:
            box.setEditable(True)
            box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
            box.lineEdit().setPlaceholderText("–")
            box.lineEdit().editingFinished.connect(partial(self._on_text, aspect, box))
            box.activated.connect(partial(self._on_text, aspect, box))
        return box

    def _build(self) -> None:
        top = QHBoxLayout()
        top.addWidget(heading(self.tr("Judgement")))
        top.addStretch(1)
        top.addWidget(self.settings_button)
        grid = QGridLayout()
        grid.setHorizontalSpacing(3 * STEP_PX)
        grid.setVerticalSpacing(STEP_PX)
        grid.setColumnStretch(1, 1)
        for row, (aspect, box) in enumerate(self.boxes.items()):
            name = QLabel(self._names[aspect])
            name.setProperty("role", "dim")
            grid.addWidget(name, row, 0)
            grid.addWidget(box, row, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP_PX)
        column.addLayout(top)
        column.addLayout(grid)

    def _on_grade(self, box: QComboBox, _row: int) -> None:
        self._say(Aspect.SEVERITY, box.currentData())

    def _on_text(self, aspect: Aspect, box: QComboBox, _row: int = -1) -> None:
        box.lineEdit().setModified(False)
        self._say(aspect, box.currentText().strip())

    def _say(self, aspect: Aspect, value: str) -> None:
        if value != (getattr(self._shown, aspect) or ""):
            self.judged.emit(aspect, value)


class _Box(QComboBox):
    """The wheel scrolls the inspector: it must not judge a photo by the way. Escape goes back to the photo."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clearFocus()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
