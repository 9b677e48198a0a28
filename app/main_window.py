"""The window: builds its parts and connects them. Decisions are made elsewhere."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QByteArray, QMimeData, QSize, Qt, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QMainWindow,
    QMenu,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from app import actions, desktop, failures
from app.dialogs import Dialogs
from app.failures import Door, Failure
from app.flows.cataloguing import Cataloguing
from app.flows.centre import TaskCentre
from app.flows.comparing import Comparing
from app.flows.exporting import Exporting
from app.flows.opening import Opening
from app.flows.predicting import Predicting
from app.flows.retraining import Retraining
from app.flows.reviewing import Reviewing
from app.flows.scoring import Scoring
from app.flows.shelving import Shelving
from app.flows.tag_files import TagFiles
from app.log import RecentLog
from app.models.photo_list import PhotoList
from app.models.thumbnails import Thumbnails
from app.photo_area import PhotoArea
from app.session import Session
from app.settings import Settings
from app.widgets.canvas.correction import Tool
from app.widgets.inspector import WIDTH_PX
from app.widgets.photo_grid import PhotoGrid
from app.widgets.queue_bar import QueueBar
from app.widgets.task_bar import TaskBar
from core.values import Tag

GRID_PX = 270
FAR = 10**9


class MainWindow(QMainWindow):
    """One window, one folder."""

    def __init__(self, settings: Settings, log: RecentLog) -> None:
        super().__init__()
        self.settings = settings
        self._log = log
        self.messages: list[Failure] = []
        self.setWindowTitle("Crack Review")
        self.resize(QSize(1440, 900).boundedTo(self.screen().availableSize()))
        self.setAcceptDrops(True)
        self._build_services()
        self._build_widgets()
        self._build_actions()
        self._arrange()
        self._connect()

    def start(self, folder: Path) -> None:
        """Open the first folder."""
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
        self.comparing = Comparing(session, self.shelving, self.predicting, centre=centre, parent=self)
        self.scoring = Scoring(session, self.predicting, centre, self)
        self.cataloguing = Cataloguing(session, centre, self)
        self.area = PhotoArea(
            session,
            self.settings,
            photos=self.photos,
            reviewing=self.reviewing,
            predicting=self.predicting,
            scoring=self.scoring,
            parent=self,
        )
        self.retraining = Retraining(
            session, self.settings, predicting=self.predicting, scoring=self.scoring, centre=centre, parent=self
        )
        self.tag_files = TagFiles(session, self)
        self.exporting = Exporting(session, self.predicting, centre, self)
        self.dialogs = Dialogs(
            self, session, self.settings, retraining=self.retraining, shelving=self.shelving, log=self._log
        )

    def _build_widgets(self) -> None:
        self.queue_bar = QueueBar()
        self.grid = PhotoGrid(self.photos)
        self.task_bar = TaskBar()

    def _build_actions(self) -> None:
        self.actions_by_id = actions.build(self, self.settings.shortcut)
        actions.fill_menus(self.menuBar(), self.actions_by_id)
        self.addActions(list(self.actions_by_id.values()))
        self.recent_menu = QMenu("Recent folders", self)
        self.recent_menu.aboutToShow.connect(self._fill_recent)
        file_menu = self.menuBar().findChild(QMenu, "File")
        file_menu.insertMenu(self.actions_by_id["choose_masks"], self.recent_menu)

    def _arrange(self) -> None:
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        for widget in (self.grid, self.area.canvas, self.area.inspector):
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
        self._restore_places()

    # Connecting

    def _connect(self) -> None:
        self._connect_list()
        self._connect_work()
        for action_id, slot in self.slots_by_action().items():
            self.actions_by_id[action_id].triggered.connect(slot)

    def _connect_list(self) -> None:
        self.session.folder_changed.connect(self._on_folder)
        self.session.current_changed.connect(self.grid.set_current)
        self.area.tag_bar.tag_requested.connect(self._tag_selected)
        self.area.told.connect(self.door.tell)
        self.area.showing.ready.connect(self.comparing.show)
        self.area.showing.cleared.connect(self.comparing.show)
        self.comparing.second_changed.connect(self.area.show_second)
        self.comparing.turned.connect(self.actions_by_id["split_versions"].setChecked)
        self.comparing.turned.connect(self.area.canvas.set_split)
        self.area.canvas.split_changed.connect(self._on_split)
        self.area.canvas.loupe_changed.connect(self.actions_by_id["loupe"].setChecked)
        self.area.desk.judging.failed.connect(self.door.mention)
        self.area.desk.calibrating.failed.connect(self.door.mention)
        self.area.desk.judgement_requested.connect(self._judge_selected)
        self.area.desk.acceptance_requested.connect(self._on_acceptance)
        self.reviewing.queue_counts_changed.connect(self._on_counts)
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

    def _connect_work(self) -> None:
        self.session.model_changed.connect(self._on_model)
        self.opening.told.connect(self.door.tell)
        self.opening.opened.connect(self.reviewing.return_to_place)
        self.opening.walked.connect(self.scoring.look_for_masks)
        self.opening.walked.connect(self.cataloguing.start)
        for source in (self.opening.failed, self.scoring.failed, self.session.write_failed):
            source.connect(self.door.report)
        self.centre.failed.connect(self.door.mention)
        self.centre.long_work_ended.connect(self._on_long_work)
        self.settings.changed.connect(self._on_setting)
        self.exporting.told.connect(self.door.tell)
        self.comparing.told.connect(self.door.tell)
        self.tag_files.told.connect(self.door.tell)
        self.shelving.told.connect(self.door.tell)
        self.dialogs.doubtful_requested.connect(partial(self.reviewing.set_queue, "contradicts"))
        self.session.trouble.connect(self.door.tell)
        self.session.relieved.connect(self._on_relief)
        self.door.failure_reported.connect(self._on_failure)
        self.door.notice_given.connect(self.task_bar.set_notice)
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
        canvas, panel = self.area.canvas, self.area.threshold_panel
        return (
            {
                "open_folder": self._choose_folder,
                "choose_masks": self._choose_masks,
                "refresh": self.opening.look_again,
                "import_tags": self._choose_tags_to_import,
                "export_tags": self._choose_tags_to_export,
                "export_masks": self._choose_masks_to_export,
                "settings": self.dialogs.open_settings,
                "quit": self.close,
                "undo": self.session.undo,
                "redo": self.session.redo,
                "history": self.dialogs.open_history,
                "tag_cracked": partial(tag, Tag.CRACKED),
                "tag_not_cracked": partial(tag, Tag.NOT_CRACKED),
                "tag_unsure": partial(tag, Tag.UNSURE),
                "clear_tag": partial(tag, None),
                "accept": self._accept_selected,
                "withdraw": partial(self._accept_selected, is_accepted=False),
                "select_all": self.grid.select_all,
                "search": self.queue_bar.search_line.setFocus,
                "next_photo": partial(go, 1),
                "previous_photo": partial(go, -1),
                "first_photo": partial(go, -FAR),
                "last_photo": partial(go, FAR),
                "fit": canvas.fit,
                "actual_size": canvas.actual_size,
                "zoom_in": canvas.zoom_in,
                "zoom_out": canvas.zoom_out,
                "mask_style": canvas.next_style,
                "split": canvas.set_split,
                "split_versions": self.comparing.set_on,
                "loupe": canvas.set_loupe,
                "compare_truth": canvas.set_comparing,
                "lower_threshold": panel.lower_threshold,
                "raise_threshold": panel.raise_threshold,
                "reset_threshold": panel.reset,
                "show_grid": self.grid.setVisible,
                "show_inspector": self.area.inspector.setVisible,
                "full_screen": self._set_full_screen,
                "predict_folder": self.predicting.predict_all,
                "cancel_work": self.centre.cancel_shown,
                "retrain": self.dialogs.open_training,
                "model_shelf": self.dialogs.open_shelf,
                "roll_back": self.shelving.roll_back,
                "palette": self.dialogs.open_palette,
                "shortcuts": self.dialogs.open_shortcuts,
                "log": self.dialogs.open_log,
                "about": self.dialogs.open_about,
            }
            | self.area.desk.slots()
            | {f"tool_{tool}": partial(canvas.set_tool, tool) for tool in Tool}
            | {f"queue_{queue}": partial(self.reviewing.set_queue, queue) for queue in self.reviewing.queue_ids}
        )

    # What the parts tell the window

    @Slot(object)
    def _on_folder(self, folder: Path) -> None:
        self.setWindowTitle(f"{folder.name} – Crack Review")
        self.queue_bar.set_title(folder.name, str(folder))
        self.settings.add_recent_folder(folder)
        self.settings.remember("folder", str(folder))
        self.thumbnails.start_folder()

    @Slot(object)
    def _on_counts(self, counts: Mapping[str, int]) -> None:
        self.task_bar.set_reviewed(counts["all"] - counts["unreviewed"], counts["all"])

    @Slot(object)
    def _on_model(self, version: object) -> None:
        self.task_bar.set_model(version.name if version else "")

    @Slot()
    def _on_relief(self) -> None:
        self.door.tell("The disk takes changes again; everything is saved.")

    @Slot(Failure)
    def _on_failure(self, failure: Failure) -> None:
        self.messages.append(failure)
        if self.isVisible():  # a dialog beside a window that is closed would keep the program running
            failures.show_failure(self, failure)

    @Slot(str)
    def _on_setting(self, key: str) -> None:
        if key.startswith("shortcuts/"):
            action_id = key.removeprefix("shortcuts/")
            actions.set_keys(self.actions_by_id[action_id], self.settings.shortcut(action_id))

    @Slot(str)
    def _on_long_work(self, title: str) -> None:
        if self.settings.value("work/notify") and not self.isActiveWindow():
            QApplication.alert(self)
            desktop.notify(self, f"{title} has ended.")

    @Slot()
    def _fill_recent(self) -> None:
        self.recent_menu.clear()
        for folder in self.settings.recent_folders():
            self.recent_menu.addAction(str(folder), partial(self.opening.open, folder))
        self.recent_menu.setEnabled(True)

    def _restore_places(self) -> None:
        for name, restore in (("geometry", self.restoreGeometry), ("splitter", self.splitter.restoreState)):
            kept = self.settings.remembered(name)
            if isinstance(kept, QByteArray):
                restore(kept)

    def _remember_places(self) -> None:
        self.settings.remember("geometry", self.saveGeometry())
        self.settings.remember("splitter", self.splitter.saveState())

    # What the user asks of the window itself

    def _tag_selected(self, tag: Tag | None) -> None:
        self.reviewing.tag(self.grid.selected_ids(), tag)

    @Slot(bool)
    def _on_split(self, is_split: bool) -> None:
        self.actions_by_id["split"].setChecked(is_split)
        if not is_split and self.comparing.is_on:
            self.comparing.set_on(False)

    @Slot(object)
    def _judge_selected(self, said: dict) -> None:
        self.area.desk.judging.judge(self.grid.selected_ids(), said)

    @Slot(bool)
    def _on_acceptance(self, is_accepted: bool) -> None:
        self._accept_selected(is_accepted=is_accepted)

    def _accept_selected(self, *_: object, is_accepted: bool = True) -> None:
        self.reviewing.accept(self.grid.selected_ids(), is_accepted=is_accepted)

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

    @Slot()
    def _choose_tags_to_import(self) -> None:
        file, _ = QFileDialog.getOpenFileName(self, "Import tags", "", "Tables (*.csv)")
        if file:
            self.tag_files.take_in(Path(file))

    @Slot()
    def _choose_tags_to_export(self) -> None:
        file, _ = QFileDialog.getSaveFileName(self, "Export tags", "tags.csv", "Tables (*.csv)")
        if file:
            self.tag_files.write_out(Path(file))

    @Slot()
    def _choose_masks_to_export(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, "Export final masks to")
        if chosen:
            self.exporting.write_masks(self.grid.selected_ids(), Path(chosen))

    @Slot(bool)
    def _set_full_screen(self, is_full: bool) -> None:
        self.showFullScreen() if is_full else self.showNormal()

    # Qt's events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space hides the mask while it is held, wherever the focus is."""
        if event.key() == Qt.Key.Key_Space:
            self.area.canvas.hold_hidden(True)
            return
        super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Show the mask again."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.area.canvas.hold_hidden(False)
            return
        super().keyReleaseEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A folder, or a photo in it, may be dropped anywhere."""
        if _dropped_folder(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open it."""
        folder = _dropped_folder(event.mimeData())
        if folder is not None:
            self.opening.open(folder)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop all work, and wait until every tag is on disk."""
        self._remember_places()
        self.reviewing.remember_place()
        self.centre.close()
        self.area.close()
        self.thumbnails.close()
        self.session.close_folder()
        for dialog in self.findChildren(QDialog):
            dialog.close()
        super().closeEvent(event)


def _dropped_folder(dropped: QMimeData) -> Path | None:
    paths = [Path(url.toLocalFile()) for url in dropped.urls() if url.isLocalFile()]
    folders = [path if path.is_dir() else path.parent for path in paths]
    return folders[0] if folders else None
