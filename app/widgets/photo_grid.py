"""Left of the photo: thumbnails of what the queue shows, with badges that say what is known of each."""

from PySide6.QtCore import (
    QCoreApplication,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QListView,
    QSizePolicy,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from app.models.photo_list import PhotoList, Roles
from app.models.queues import SORTS
from app.numbers import whole
from app.photo_cells import CELL, ROW_PX, PictureCells, WordRows

_SORT_LETTERS = 8


class PhotoGrid(QWidget):
    """The list, its sort order, and what to do when it is empty."""

    current_chosen = Signal(int)
    sort_chosen = Signal(str)

    def __init__(self, photos: PhotoList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("photo_grid")
        self._photos = photos
        self._current: int | None = None
        self._is_removing = False
        self.view = _View(self)
        # Before the view's own connections: it moves its current row when that row goes, which is no choice.
        photos.rowsAboutToBeRemoved.connect(self._on_removing)
        self.view.setModel(photos)
        self._place = QLabel()
        self._place.setProperty("role", "dim")
        self._sort = QComboBox()
        self._empty = QLabel(wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter)
        self._empty.setProperty("role", "dim")
        self._arrange()
        self.view.selectionModel().currentChanged.connect(self._on_current)
        self.view.selectionModel().selectionChanged.connect(self._tell_place)
        photos.rowsRemoved.connect(self._on_removed)
        photos.modelReset.connect(self._on_reset)
        photos.shown_changed.connect(self._on_shown)
        self._on_shown()

    def selected_ids(self) -> list[int]:
        """The photos that a tag is meant for: those selected, in the order shown."""
        # By ranges: one by one, 100,000 selected photos would take seconds.
        ranges = sorted((part.top(), part.bottom()) for part in self.view.selectionModel().selection())
        return [photo_id for top, bottom in ranges for photo_id in self._photos.ids_between(top, bottom)]

    @Slot(object)
    def set_current(self, photo_id: int | None) -> None:
        """Mark the photo that is looked at; one that the queue does not show leaves nothing marked."""
        self._current = photo_id
        index = QModelIndex() if photo_id is None else self._photos.index_of(photo_id)
        if not index.isValid():
            self.view.selectionModel().clear()
        elif index != self.view.currentIndex():
            how = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.view.selectionModel().setCurrentIndex(index, how)
        if index.isValid():
            self.view.scrollTo(index)
        self._tell_place()

    @property
    def place_words(self) -> str:
        """Which photo of how many, or how many are selected."""
        return self._place.text()

    def set_rows(self, has_rows: bool) -> None:
        """A row of words for each photo, or a picture; the photo that is looked at stays in sight."""
        self.view.set_rows(has_rows)
        self.view.scrollTo(self.view.currentIndex())

    @property
    def sort(self) -> str:
        """The order that is chosen."""
        return str(self._sort.currentData())

    def set_sort(self, sort: str) -> None:
        """Choose another order."""
        if sort != self.sort:
            self._sort.setCurrentIndex(self._sort.findData(sort))
            self.sort_chosen.emit(sort)

    def select_all(self) -> None:
        """Select every photo that the queue shows."""
        last = self._photos.rowCount() - 1
        if last >= 0:
            every = QItemSelection(self._photos.index(0), self._photos.index(last))
            self.view.selectionModel().select(every, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, index: QModelIndex, _before: QModelIndex) -> None:
        if self._is_removing or not index.isValid():
            return
        if index.data(Roles.ID) != self._current:
            self._current = index.data(Roles.ID)
            self.current_chosen.emit(self._current)

    @Slot()
    def _on_removing(self) -> None:
        self._is_removing = True

    @Slot()
    def _on_removed(self) -> None:
        self._is_removing = False
        self.set_current(self._current)

    @Slot()
    def _on_reset(self) -> None:
        self.set_current(self._current)

    @Slot()
    def _on_shown(self) -> None:
        self._empty.setText(self._photos.empty_words())
        was_empty = self._stack.currentIndex() == 1
        self._stack.setCurrentIndex(0 if self._photos.rowCount() else 1)
        if was_empty and self._photos.rowCount():
            self.view.setFocus()
        self._tell_place()

    def _selected(self) -> int:
        """How many are selected, counted by ranges as in ``selected_ids``."""
        return sum(part.height() for part in self.view.selectionModel().selection())

    @Slot()
    def _tell_place(self) -> None:
        count = self._photos.rowCount()
        index = QModelIndex() if self._current is None else self._photos.index_of(self._current)
        photos = self.tr("%Ln photos", "", count)
        place, last = (
            self.tr("{place} of {count}").format(place=whole(number), count=whole(count))
            for number in (index.row() + 1, count)
        )
        selected = self._selected()
        said = self.tr("%Ln selected", "", selected) if selected > 1 else place if index.isValid() else photos
        self._place.setText(said)
        self._place.setMinimumWidth(self._place.fontMetrics().horizontalAdvance(last))

    def _arrange(self) -> None:
        for key, (title, _) in SORTS.items():
            self._sort.addItem(QCoreApplication.translate("queues", title), key)
        self._sort.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._sort.setMinimumContentsLength(_SORT_LETTERS)
        self._sort.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._sort.setAccessibleName(self.tr("Sort photos"))
        self._sort.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._sort.activated.connect(lambda row: self.sort_chosen.emit(self._sort.itemData(row)))
        top = QHBoxLayout()
        top.setContentsMargins(12, 4, 8, 4)
        top.setSpacing(12)
        top.addWidget(self._place)
        top.addWidget(self._sort, 1)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty)
        self._empty.setMargin(24)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addLayout(self._stack, 1)


class _View(QListView):
    """Pictures or rows of words; keys that belong to the window are left to it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Photos"))
        self.setFrameShape(QListView.Shape.NoFrame)
        # As a list that wraps: Qt's icon mode keeps a place for each of 100,000 icons, this one only divides.
        self.setViewMode(QListView.ViewMode.ListMode)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setLayoutMode(QListView.LayoutMode.SinglePass)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._looks = {False: PictureCells(self), True: WordRows(self)}
        self.set_rows(False)

    def set_rows(self, has_rows: bool) -> None:
        """Rows are as wide as the view; pictures wrap."""
        self.setItemDelegate(self._looks[has_rows])
        self.setFlow(QListView.Flow.TopToBottom if has_rows else QListView.Flow.LeftToRight)
        self.setWrapping(not has_rows)
        self.setGridSize(QSize() if has_rows else CELL)
        self.verticalScrollBar().setSingleStep((ROW_PX if has_rows else CELL.height()) // 3)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows and pages are the list's; Space (hold to hide) and letters are the window's."""
        if event.key() == Qt.Key.Key_Space or (event.text().isprintable() and event.text()):
            event.ignore()
            return
        super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Let the window see the end of a held key, too."""
        if event.key() == Qt.Key.Key_Space:
            event.ignore()
            return
        super().keyReleaseEvent(event)
