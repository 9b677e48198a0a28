"""By which scale severity is judged, and how judgements are read from the names of folders."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.assets import STEP_PX
from app.value_rows import heading
from core.errors import CoreError
from core.project import scales
from core.project.scales import Grade, Scale

PATTERN_HINT = "{structure}/{element} {location}/*"


class JudgementDialog(QDialog):
    """A scale starts from a common one and can be changed: one grade a line, its code first."""

    scale_chosen = Signal(object)
    pattern_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Judgement"))
        self.setMinimumWidth(440)
        self.common = QComboBox()
        self.name = QLineEdit()
        self.grades = QPlainTextEdit()
        self.pattern = QLineEdit()
        self.pattern.setPlaceholderText(PATTERN_HINT)
        self.grades.setTabChangesFocus(True)
        self.common.setAccessibleName(self.tr("Usual scales"))
        self.name.setAccessibleName(self.tr("Name of the scale"))
        self.grades.setAccessibleName(self.tr("Grades"))
        self.pattern.setAccessibleName(self.tr("Pattern of the names"))
        self.problem = QLabel()
        self.problem.setWordWrap(True)
        self.learn_button = QPushButton(self.tr("Read names"))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        for button in self.buttons.buttons():
            button.setIcon(QIcon())
        for scale in scales.COMMON:
            self.common.addItem(scale.name, scale)
        self._source = ""
        self._build()
        self.common.activated.connect(self._on_common)
        self.learn_button.clicked.connect(lambda: self.pattern_chosen.emit(self.pattern.text().strip()))
        self.buttons.accepted.connect(self._on_accepted)
        self.buttons.rejected.connect(self.reject)

    def show_settings(self, scale: Scale, pattern: str) -> None:
        """What holds now."""
        self._show_scale(scale)
        self.common.setCurrentIndex(next((row for row, each in enumerate(scales.COMMON) if each == scale), -1))
        self.pattern.setText(pattern)
        self.problem.clear()

    def scale(self) -> Scale:
        """The scale as it is written in the fields.

        Raises:
            ProjectError: no name, no grade, or two grades with one code.
        """
        lines = (line.split(maxsplit=1) for line in self.grades.toPlainText().splitlines() if line.strip())
        grades = tuple(Grade(parts[0], parts[1].strip() if len(parts) > 1 else "") for parts in lines)
        return Scale(self.name.text().strip(), grades, source=self._source)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setSpacing(2 * STEP_PX)
        column.addWidget(heading(self.tr("Scale of severity")))
        column.addWidget(self.common)
        column.addWidget(self.name)
        column.addWidget(_dim(self.tr("One grade a line, the best first: its code, then what it means.")))
        column.addWidget(self.grades)
        column.addWidget(heading(self.tr("From names of folders")))
        column.addWidget(
            _dim(self.tr("Judgements that are there already stay. * stands for any text, ** for folders."))
        )
        column.addWidget(self.pattern)
        column.addWidget(self.learn_button)
        column.addWidget(self.problem)
        column.addWidget(self.buttons)

    def _show_scale(self, scale: Scale) -> None:
        self._source = scale.source
        self.name.setText(scale.name)
        self.grades.setPlainText("\n".join(f"{grade.code} {grade.meaning}".strip() for grade in scale.grades))

    @Slot(int)
    def _on_common(self, row: int) -> None:
        self._show_scale(scales.COMMON[row])

    @Slot()
    def _on_accepted(self) -> None:
        try:
            chosen = self.scale()
        except CoreError as error:
            self.problem.setText(str(error))
            return
        self.scale_chosen.emit(chosen)
        self.accept()


def _dim(text: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    label.setProperty("role", "dim")
    return label
