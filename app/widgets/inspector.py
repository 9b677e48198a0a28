"""Right of the photo: what is decided and measured about it, in the order in which an inspector decides."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

WIDTH_PX = 310
_LEAST_PX = WIDTH_PX - 40
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
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(_MARGIN_PX, _MARGIN_PX, _MARGIN_PX, _MARGIN_PX)
        column.setSpacing(_GAP_PX)
        for panel in panels:
            column.addWidget(panel)
        column.addStretch(1)
        self.setWidget(inside)

    def minimumSizeHint(self) -> QSize:
        """Wide enough for the longest words of the language: nothing is cut at the side."""
        hint = super().minimumSizeHint()
        needed = self.widget().minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width()
        return QSize(max(_LEAST_PX, needed), hint.height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Panels whose words have grown need more room."""
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)
