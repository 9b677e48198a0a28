"""The window: builds its parts and connects them. Decisions are made elsewhere."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QFileDialog, QMainWindow, QSplitter, QVBoxLayout, QWidget

from app import actions, failures
from app.failures import Door, Failure
from app.flows.centre import TaskCentre
from app.flows.opening import Opening
from app.flows.reviewing import Reviewing
from app.flows.showing import Showing, Shown
from app.models.photo_list import PhotoList
from app.models.thumbnails import Thumbnails
from app.session import Session
from app.settings import Settings
from app.widgets.canvas import Canvas
from app.widgets.photo_grid import PhotoGrid
from app.widgets.queue_bar import QueueBar
from app.widgets.task_bar import TaskBar
from core.values import Tag


class MainWindow(QMainWindow):
    """One window, one folder."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.settings = settings
        self.setWindowTitle("Crack Review")
        self.resize(QSize(1440, 900))
        self.setAcceptDrops(True)
        self._build_services()
        self._build_widgets()
        self._build_actions()
        self._arrange()
        self._connect()

    def start(self, folder: Path | None) -> None:
        """Open the first folder, if there is one."""
        if folder is not None:
            self.opening.open(folder)

    def _build_services(self) -> None:
        self.door = Door(self)
        self.session = Session(self)
        self.centre = TaskCentre(self)
        self.thumbnails = Thumbnails(self)
        self.photos = PhotoList(self.session, self.thumbnails, self)
        self.opening = Opening(self.session, self.centre, self)
        self.showing = Showing(self.session, lambda _: None, self)
        self.reviewing = Reviewing(self.session, self.photos, self.settings, self)

    def _build_widgets(self) -> None:
        self.queue_bar = QueueBar()
        self.grid = PhotoGrid(self.photos)
        self.canvas = Canvas()
        self.task_bar = TaskBar()

    def _build_actions(self) -> None:
        self.actions_by_id = actions.build(self, self.settings.shortcut)
        actions.fill_menus(self.menuBar(), self.actions_by_id)
        for action in self.actions_by_id.values():
            self.addAction(action)

    def _arrange(self) -> None:
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        for widget in (self.grid, self.canvas):
            self.splitter.addWidget(widget)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([270, 860])
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.queue_bar)
        column.addWidget(self.splitter, 1)
        column.addWidget(self.task_bar)
        middle = QWidget()
        middle.setLayout(column)
        self.setCentralWidget(middle)

    def _connect(self) -> None:
        self._connect_photos()
        self._connect_actions()
        self._connect_failures()

    def _connect_photos(self) -> None:
        self.session.folder_changed.connect(self._on_folder)
        self.session.current_changed.connect(self._on_current)
        self.session.current_changed.connect(self.grid.set_current)
        self.grid.current_chosen.connect(self.session.set_current)
        self.photos.shown_changed.connect(self.reviewing.choose_first)
        self.queue_bar.queue_chosen.connect(self.reviewing.set_queue)
        self.queue_bar.search_changed.connect(self.reviewing.set_search)
        self.reviewing.queue_changed.connect(self.queue_bar.set_queue)
        self.reviewing.search_refused.connect(self.queue_bar.set_search_problem)
        self.reviewing.queue_counts_changed.connect(self.queue_bar.set_counts)
        self.reviewing.tag_counts_changed.connect(self.task_bar.set_counts)
        self.grid.sort_chosen.connect(self.reviewing.set_sort)
        self.thumbnails.unreadable.connect(self.session.set_error)
        self.showing.loading.connect(self._on_loading)
        self.showing.ready.connect(self._on_shown)
        self.showing.unreadable.connect(self._on_unreadable)
        self.showing.cleared.connect(self._on_cleared)

    def _connect_actions(self) -> None:
        for action_id, slot in self._slots().items():
            self.actions_by_id[action_id].triggered.connect(slot)

    def _slots(self) -> dict:
        """What each action does; a test holds this against the table."""
        tag = self._tag_selected
        return {
            "open_folder": self._choose_folder,
            "refresh": self.opening.look_again,
            "quit": self.close,
            "undo": self.session.undo,
            "redo": self.session.redo,
            "tag_cracked": partial(tag, Tag.CRACKED),
            "tag_not_cracked": partial(tag, Tag.NOT_CRACKED),
            "tag_unsure": partial(tag, Tag.UNSURE),
            "clear_tag": partial(tag, None),
            "select_all": self.grid.select_all,
            "search": self.queue_bar.search_line.setFocus,
            "next_photo": partial(self.reviewing.go, 1),
            "previous_photo": partial(self.reviewing.go, -1),
            "first_photo": partial(self.reviewing.go, -(10**9)),
            "last_photo": partial(self.reviewing.go, 10**9),
            "fit": self.canvas.fit,
            "actual_size": self.canvas.actual_size,
            "zoom_in": self.canvas.zoom_in,
            "zoom_out": self.canvas.zoom_out,
            "mask_style": self.canvas.next_style,
            "compare_truth": self.canvas.set_comparing,
            "show_grid": self.grid.setVisible,
            "cancel_work": self.centre.cancel_shown,
        } | {f"queue_{queue}": partial(self.reviewing.set_queue, queue) for queue in self.reviewing.queue_ids}

    def _connect_failures(self) -> None:
        self.opening.failed.connect(self.door.report)
        self.centre.failed.connect(self.door.report)
        self.session.write_failed.connect(self.door.report)
        self.door.failure_reported.connect(self._on_failure)
        self.centre.progress_changed.connect(self.task_bar.set_progress)
        self.centre.became_idle.connect(self.task_bar.set_idle)
        self.task_bar.cancel_requested.connect(self.centre.cancel_shown)

    # What the parts tell the window

    @Slot(object)
    def _on_folder(self, folder: Path) -> None:
        self.setWindowTitle(f"{folder.name} - Crack Review")
        self.queue_bar.set_title(folder.name, str(folder))
        self.settings.add_recent_folder(folder)
        self.thumbnails.start_folder(self.session.store / "thumbnails")

    @Slot(object)
    def _on_current(self, photo_id: int | None) -> None:
        self.showing.show(photo_id, self.reviewing.ahead())

    @Slot(int)
    def _on_loading(self, photo_id: int) -> None:
        self.canvas.show_loading(self.session.item(photo_id).name)

    @Slot(object)
    def _on_shown(self, shown: Shown) -> None:
        self.canvas.show_photo(shown.photo, self.session.item(shown.id).name)
        self.canvas.show_map(shown.map, "" if shown.map else "No prediction yet")

    @Slot(int, str)
    def _on_unreadable(self, photo_id: int, sentence: str) -> None:
        self.canvas.show_error(self.session.item(photo_id).name, sentence)

    @Slot()
    def _on_cleared(self) -> None:
        self.canvas.show_empty("No photo", self.photos.empty_words())

    @Slot(Failure)
    def _on_failure(self, failure: Failure) -> None:
        failures.show_failure(self, failure)

    # What the user asks of the window itself

    def _tag_selected(self, tag: Tag | None) -> None:
        self.reviewing.tag(self.grid.selected_ids(), tag)

    @Slot()
    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, "Open folder of photos")
        if chosen:
            self.opening.open(Path(chosen))

    # Qt's events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space hides the mask while it is held, wherever the focus is."""
        if event.key() == Qt.Key.Key_Space:
            self.canvas.hold_hidden(True)
            return
        super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Show the mask again."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.canvas.hold_hidden(False)
            return
        super().keyReleaseEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop all work, and wait until every tag is on disk."""
        self.centre.close()
        self.showing.close()
        self.thumbnails.close()
        self.session.close_folder()
        super().closeEvent(event)
