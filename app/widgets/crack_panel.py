"""The cracks of the shown photo, the largest first, each with what is said of it; a note on the chosen one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.assets import STEP_PX, tokens_of
from app.numbers import whole
from app.value_rows import heading
from core.project.cracks import Anchor, FoundCrack, Verdict

LIST_HEIGHT_PX = 96


@dataclass(frozen=True, slots=True)
class CrackRow:
    """One crack as the list shows it."""

    crack: FoundCrack
    note: str = ""


class CrackPanel(QWidget):
    """Emits which row was chosen and what was written; rejected cracks stay listed, so that they can come back."""

    row_chosen = Signal(int)
    note_written = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[CrackRow, ...] = ()
        self._measures: Mapping[str, str] = {}
        self.heading = heading("")
        self.list = QListWidget()
        self.list.setObjectName("crack_list")
        self.list.setFixedHeight(LIST_HEIGHT_PX)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setAccessibleName(self.tr("Cracks of the photo"))
        self.note = NoteLine()
        self._noted: Anchor | None = None
        self.note.setAccessibleName(self.tr("Note on the chosen crack"))
        self.note.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.list.currentRowChanged.connect(self.row_chosen)
        self.note.editingFinished.connect(self._on_note)
        self._build()
        self.set_rows(())

    def set_rows(self, rows: Sequence[CrackRow], *, is_more: bool = False) -> None:
        """The cracks at the threshold in force; ``is_more``: there are smaller ones that are not listed."""
        self._rows = tuple(rows)
        rejected = sum(row.crack.verdict is Verdict.REJECTED for row in rows)
        counted = self.tr("Cracks · {count}").format(count=f"{len(rows)}+" if is_more else len(rows))
        self.heading.setText(counted + (self.tr(" · %Ln rejected", "", rejected) if rejected else ""))
        with QSignalBlocker(self.list):
            self.list.clear()
            for number, row in enumerate(rows, start=1):
                self.list.addItem(self._item(number, row))
        self.set_chosen(None)

    def set_measures(self, measures: Mapping[str, str]) -> None:
        """What was measured of the cracks, in words by the cracks' names."""
        self._measures = measures
        for place, row in enumerate(self._rows):
            self._write(self.list.item(place), place + 1, row)

    def set_chosen(self, crack: FoundCrack | None) -> None:
        """Mark a crack; None marks none."""
        number = next((place for place, row in enumerate(self._rows) if row.crack == crack), -1)
        with QSignalBlocker(self.list):
            self.list.setCurrentRow(number)
        # Not disabled: that would send the focus, and the keys that tag, into the next field.
        self.note.setReadOnly(number < 0)
        if not self._is_writing(crack):
            with QSignalBlocker(self.note):
                self.note.setText(self._rows[number].note if number >= 0 else "")
        self._noted = crack.anchor if crack is not None else self._noted
        self.note.setPlaceholderText(self.tr("A note on this crack") if number >= 0 else self.tr("Click a crack"))

    def _is_writing(self, crack: FoundCrack | None) -> bool:
        """The photo may be read anew, with the same cracks, while somebody writes."""
        return self.note.isModified() and self.note.hasFocus() and (crack is None or crack.anchor == self._noted)

    def _build(self) -> None:
        keys = QLabel(self.tr("Next <b>.</b> &nbsp; Reject <b>X</b> &nbsp; Accept <b>A</b>"))
        keys.setProperty("role", "dim")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * STEP_PX)
        column.addWidget(self.heading)
        column.addWidget(self.list)
        column.addWidget(self.note)
        column.addWidget(keys)

    def _item(self, number: int, row: CrackRow) -> QListWidgetItem:
        item = QListWidgetItem()
        self._write(item, number, row)
        return item

    def _write(self, item: QListWidgetItem, number: int, row: CrackRow) -> None:
        words = {None: "", Verdict.ACCEPTED: self.tr("accepted"), Verdict.REJECTED: self.tr("rejected")}
        measured = self._measures.get(row.crack.anchor.item, f"{whole(row.crack.area_px)} px²")
        item.setText(" · ".join(filter(None, (f"{number}", measured, words[row.crack.verdict], row.note))))
        item.setToolTip(item.text())
        tokens = tokens_of(self)
        if row.crack.verdict is Verdict.REJECTED:
            item.setForeground(QColor(tokens.dim))
            font = item.font()
            font.setStrikeOut(True)
            item.setFont(font)
        elif row.crack.verdict is Verdict.ACCEPTED:
            item.setForeground(QColor(tokens.not_cracked))

    @Slot()
    def _on_note(self) -> None:
        number = self.list.currentRow()
        self.note.setModified(False)
        if number >= 0 and self.note.text().strip() != self._rows[number].note:
            self.note_written.emit(self.note.text())


class NoteLine(QLineEdit):
    """Return keeps what is written, Escape gives it up; both go back to the photo, so that its keys work again."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._undo_all()
        else:
            super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.clearFocus()

    def _undo_all(self) -> None:
        while self.isUndoAvailable():
            self.undo()
