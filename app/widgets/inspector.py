"""Right of the photo: what is decided and measured about it, in the order in which an inspector decides."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

WIDTH_PX = 310
_MARGIN_PX = 12
_GAP_PX = 20


class Inspector(QScrollArea):
    """Stacks the panels that it is given; scrolls where the window is low."""

    def __init__(self, panels: Iterable[QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inspector")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(WIDTH_PX - 40)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(_MARGIN_PX, _MARGIN_PX, _MARGIN_PX, _MARGIN_PX)
        column.setSpacing(_GAP_PX)
        for panel in panels:
            column.addWidget(panel)
        column.addStretch(1)
        self.setWidget(inside)
