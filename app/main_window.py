"""The window: builds its parts and connects them. Decisions are made elsewhere."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QMainWindow, QSplitter, QVBoxLayout, QWidget

from app import actions, failures
from app.dialogs import Dialogs
from app.failures import Door, Failure
from app.flows.centre import TaskCentre
from app.flows.opening import Opening
from app.flows.predicting import Predicting
from app.flows.retraining import Retraining
from app.flows.reviewing import Reviewing
from app.flows.scoring import Scoring
from app.flows.shelving import Shelving
from app.flows.showing import Showing, Shown, Sources
from app.imaging import MaskColour
from app.models.photo_list import PhotoList
from app.models.thumbnails import Thumbnails
from app.session import Session
from app.settings import Settings
from app.widgets.canvas import Canvas
from app.widgets.facts_panel import FactsPanel
from app.widgets.inspector import WIDTH_PX, Inspector
from app.widgets.photo_grid import PhotoGrid
from app.widgets.queue_bar import QueueBar
from app.widgets.score_panel import ScorePanel
from app.widgets.tag_bar import TagBar
from app.widgets.task_bar import TaskBar
from app.widgets.threshold_panel import ThresholdPanel
from core.values import Tag

GRID_PX = 270
FAR = 10**9


class MainWindow(QMainWindow):
    """One window, one folder."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.settings = settings
        self.shown: Shown | None = None
        self.messages: list[Failure] = []
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

    # Building

    def _build_services(self) -> None:
        self.door = Door(self)
        self.session = session = Session(self)
        self.centre = centre = TaskCentre(self)
        self.thumbnails = Thumbnails(self)
        self.photos = PhotoList(session, self.thumbnails, self)
        self.opening = Opening(session, centre, self)
        self.reviewing = Reviewing(session, self.photos, self.settings, self)
        self.shelving = Shelving(session, centre, self)
        self.predicting = Predicting(session, self.photos, self.settings, centre, self)
        self.scoring = Scoring(session, self.predicting, centre, self)
        self.showing = Showing(session, self._sources, self)
        self.retraining = Retraining(
            session, self.settings, predicting=self.predicting, scoring=self.scoring, centre=centre, parent=self
        )
        self.dialogs = Dialogs(self, session, retraining=self.retraining, shelving=self.shelving)

    def _sources(self, photo_id: int) -> Sources:
        path = self.session.path_of(photo_id)
        return Sources(path, self.predicting.map_reader(photo_id), self.scoring.mask_of(photo_id))

    def _build_widgets(self) -> None:
        self.queue_bar = QueueBar()
        self.grid = PhotoGrid(self.photos)
        self.canvas = Canvas()
        self.tag_bar = TagBar()
        self.threshold_panel = ThresholdPanel()
        self.score_panel = ScorePanel()
        self.facts_panel = FactsPanel()
        self.inspector = Inspector([self.tag_bar, self.threshold_panel, self.score_panel, self.facts_panel])
        self.task_bar = TaskBar()

    def _build_actions(self) -> None:
        self.actions_by_id = actions.build(self, self.settings.shortcut)
        actions.fill_menus(self.menuBar(), self.actions_by_id)
        self.addActions(list(self.actions_by_id.values()))

    def _arrange(self) -> None:
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        for widget in (self.grid, self.canvas, self.inspector):
            self.splitter.addWidget(widget)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([GRID_PX, 1440 - GRID_PX - WIDTH_PX, WIDTH_PX])
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.queue_bar)
        column.addWidget(self.splitter, 1)
        column.addWidget(self.task_bar)
        middle = QWidget()
        middle.setLayout(column)
        self.setCentralWidget(middle)

    # Connecting

    def _connect(self) -> None:
        self._connect_list()
        self._connect_photo()
        self._connect_threshold()
        self._connect_work()
        for action_id, slot in self.slots_by_action().items():
            self.actions_by_id[action_id].triggered.connect(slot)

    def _connect_list(self) -> None:
        self.session.folder_changed.connect(self._on_folder)
        self.grid.current_chosen.connect(self.session.set_current)
        self.grid.sort_chosen.connect(self.reviewing.set_sort)
        self.photos.shown_changed.connect(self.reviewing.choose_first)
        self.queue_bar.queue_chosen.connect(self.reviewing.set_queue)
        self.queue_bar.search_changed.connect(self.reviewing.set_search)
        self.queue_bar.search_left.connect(self.grid.view.setFocus)
        self.reviewing.queue_changed.connect(self.queue_bar.set_queue)
        self.reviewing.search_refused.connect(self.queue_bar.set_search_problem)
        self.reviewing.queue_counts_changed.connect(self.queue_bar.set_counts)
        self.reviewing.tag_counts_changed.connect(self.task_bar.set_counts)
        self.thumbnails.unreadable.connect(self.session.set_error)

    def _connect_photo(self) -> None:
        self.session.current_changed.connect(self.grid.set_current)
        self.session.current_changed.connect(self._on_current)
        self.session.items_changed.connect(self._on_items)
        self.showing.loading.connect(self._on_loading)
        self.showing.ready.connect(self._on_shown)
        self.showing.unreadable.connect(self._on_unreadable)
        self.showing.cleared.connect(self._on_cleared)
        self.predicting.map_changed.connect(self.showing.take_map)
        self.scoring.masks_changed.connect(self.showing.read_again)
        self.scoring.tables_changed.connect(self._on_tables)
        self.tag_bar.tag_requested.connect(self._tag_selected)

    def _connect_threshold(self) -> None:
        self.session.threshold_changed.connect(self.threshold_panel.set_threshold)
        self.session.threshold_changed.connect(self.score_panel.set_threshold)
        self.session.threshold_changed.connect(self._on_threshold)
        self.threshold_panel.threshold_changed.connect(self.session.set_threshold)
        self.settings.changed.connect(self._on_setting)
        self._dress_mask()

    def _connect_work(self) -> None:
        self.session.model_changed.connect(self._on_model)
        self.opening.walked.connect(self.scoring.look_for_masks)
        for source in (self.opening.failed, self.scoring.failed, self.session.write_failed):
            source.connect(self.door.report)
        self.centre.failed.connect(self.door.mention)
        self.shelving.told.connect(self.door.tell)
        self.door.failure_reported.connect(self._on_failure)
        self.door.notice_given.connect(self.task_bar.set_idle)
        self.centre.progress_changed.connect(self.task_bar.set_progress)
        self.centre.became_idle.connect(self.task_bar.set_idle)
        self.predicting.estimate_changed.connect(self.task_bar.set_estimate)
        self.task_bar.predict_requested.connect(self.predicting.predict_all)
        self.task_bar.cancel_requested.connect(self.centre.cancel_shown)
        self.task_bar.model_requested.connect(self.dialogs.open_shelf)
        self.task_bar.retrain_requested.connect(self.dialogs.open_training)

    def slots_by_action(self) -> dict:
        """What each action of the table does; a test holds the two against each other."""
        tag, go = self._tag_selected, self.reviewing.go
        return {
            "open_folder": self._choose_folder,
            "choose_masks": self._choose_masks,
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
            "next_photo": partial(go, 1),
            "previous_photo": partial(go, -1),
            "first_photo": partial(go, -FAR),
            "last_photo": partial(go, FAR),
            "fit": self.canvas.fit,
            "actual_size": self.canvas.actual_size,
            "zoom_in": self.canvas.zoom_in,
            "zoom_out": self.canvas.zoom_out,
            "mask_style": self.canvas.next_style,
            "compare_truth": self.canvas.set_comparing,
            "lower_threshold": self.threshold_panel.lower_threshold,
            "raise_threshold": self.threshold_panel.raise_threshold,
            "reset_threshold": self.threshold_panel.reset,
            "show_grid": self.grid.setVisible,
            "show_inspector": self.inspector.setVisible,
            "full_screen": self._set_full_screen,
            "predict_folder": self.predicting.predict_all,
            "cancel_work": self.centre.cancel_shown,
            "retrain": self.dialogs.open_training,
            "model_shelf": self.dialogs.open_shelf,
            "roll_back": self.shelving.roll_back,
        } | {f"queue_{queue}": partial(self.reviewing.set_queue, queue) for queue in self.reviewing.queue_ids}

    # What the parts tell the window

    @Slot(object)
    def _on_folder(self, folder: Path) -> None:
        self.setWindowTitle(f"{folder.name} – Crack Review")
        self.queue_bar.set_title(folder.name, str(folder))
        self.settings.add_recent_folder(folder)
        self.thumbnails.start_folder()

    @Slot(object)
    def _on_current(self, photo_id: int | None) -> None:
        self.showing.show(photo_id, self.reviewing.ahead())
        self._show_tag()

    @Slot(object)
    def _on_items(self, ids: tuple[int, ...]) -> None:
        if self.session.current in ids:
            self._show_tag()

    def _show_tag(self) -> None:
        item = self.session.item(self.session.current) if self.session.has(self.session.current) else None
        self.tag_bar.setEnabled(item is not None)
        self.tag_bar.set_tag(item and item.tag, is_pending=bool(item and item.is_pending))

    @Slot(int)
    def _on_loading(self, photo_id: int) -> None:
        self.canvas.show_loading(self.session.item(photo_id).name)

    @Slot(object)
    def _on_shown(self, shown: Shown) -> None:
        self.shown = shown
        self.canvas.show_photo(shown.photo, self.session.item(shown.id).name)
        self.canvas.show_map(shown.map, "" if shown.map else self._why_no_map())
        self.canvas.show_truth(shown.truth)
        self.threshold_panel.set_histogram(shown.levels)
        self.score_panel.set_photo(shown.table)
        self.facts_panel.set_facts(shown.facts)
        if shown.problem:
            self.door.tell(shown.problem)
        if shown.map is None:
            self.predicting.need_map(shown.id)

    def _why_no_map(self) -> str:
        return "Predicting …" if self.session.model else "No network: see the model shelf"

    @Slot(int, str)
    def _on_unreadable(self, photo_id: int, sentence: str) -> None:
        self._clear_panels()
        self.canvas.show_error(self.session.item(photo_id).name, sentence)

    @Slot()
    def _on_cleared(self) -> None:
        self._clear_panels()
        self.canvas.show_empty("No photo here", self.photos.empty_words())

    def _clear_panels(self) -> None:
        self.shown = None
        self.threshold_panel.set_histogram(None)
        self.score_panel.set_photo(None)
        self.facts_panel.set_facts(None)

    @Slot()
    def _on_tables(self) -> None:
        tables = self.scoring.tables
        self.score_panel.set_all(list(tables.values()))
        self.score_panel.set_photo(tables.get(self.session.current))

    @Slot(float)
    def _on_threshold(self, threshold: float) -> None:
        self.canvas.set_look(replace(self.canvas.look, threshold=threshold))

    @Slot(object)
    def _on_model(self, version: object) -> None:
        self.task_bar.set_model(version.name if version else "")
        self.threshold_panel.set_own_threshold(version.threshold if version else None)

    @Slot(str)
    def _on_setting(self, key: str) -> None:
        if key.startswith("look/mask"):
            self._dress_mask()

    def _dress_mask(self) -> None:
        colour = MaskColour[str(self.settings.value("look/mask_colour")).upper()]
        opacity = int(self.settings.value("look/mask_opacity")) / 100
        self.canvas.set_look(replace(self.canvas.look, colour=colour, opacity=opacity))

    @Slot(Failure)
    def _on_failure(self, failure: Failure) -> None:
        self.messages.append(failure)
        failures.show_failure(self, failure)

    # What the user asks of the window itself

    def _tag_selected(self, tag: Tag | None) -> None:
        self.reviewing.tag(self.grid.selected_ids(), tag)

    @Slot()
    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, "Open folder of photos")
        if chosen:
            self.opening.open(Path(chosen))

    @Slot()
    def _choose_masks(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, "Choose folder of true masks")
        if chosen:
            self.scoring.choose_masks(Path(chosen))

    @Slot(bool)
    def _set_full_screen(self, is_full: bool) -> None:
        self.showFullScreen() if is_full else self.showNormal()

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
        for dialog in self.findChildren(QDialog):
            dialog.close()
        super().closeEvent(event)
