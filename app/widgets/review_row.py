"""Whether somebody stands by the photo: who, when, and the way to say so."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from app.numbers import moment
from core.project.reviews import Review


class ReviewRow(QWidget):
    """Emits the wish: to accept the photo, or to take that back."""

    acceptance_requested = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_reviewed = False
        self._words = QLabel()
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.button = QPushButton()
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.clicked.connect(self._on_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._words, 1)
        row.addWidget(self.button)
        self.set_review(None)

    @property
    def words(self) -> str:
        """What the row says."""
        return self._words.text()

    def set_review(self, review: Review | None) -> None:
        """Who accepted the photo; None: nobody yet."""
        self._is_reviewed = review is not None
        self.button.setText(self.tr("Withdraw") if review else self.tr("Accept  R"))
        self.button.setProperty("role", "flat" if review else "")
        self.button.style().polish(self.button)
        self._words.setProperty("role", "" if review else "dim")
        self._words.style().polish(self._words)
        if review is None:
            self._words.setText(self.tr("Not reviewed yet"))
            self._words.setToolTip("")
            return
        when = moment(review.when.astimezone())
        self._words.setText(self.tr("✓ {who} · {when}").format(who=review.who, when=when))
        self._words.setToolTip(self.tr("Reviewed by {who}, {when}").format(who=review.who, when=when))

    def _on_clicked(self) -> None:
        self.acceptance_requested.emit(not self._is_reviewed)
