"""The window: connects its parts and answers for itself. Decisions are made elsewhere."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog

from app import actions, desktop, failures, wiring
from app.dropping import local_paths
from app.failures import Failure
from app.log import RecentLog
from app.parts import Parts
from app.settings import Settings
from app.widgets.canvas.correction import Tool
from core.project.writer import PATIENCE_S
from core.values import Tag

FAR = 10**9


class MainWindow(Parts):
    """One window, one folder."""

    def __init__(self, settings: Settings, log: RecentLog) -> None:
        super().__init__(settings, log)
        self.messages: list[Failure] = []
        self._may_lose = False
        self._connect()
        self._arrange_list()

    def start(self, folder: Path) -> None:
        """Open the first folder."""
        self.opening.open(folder)
        if not self.settings.remembered("tour"):
            self.tour.start()

    def _connect(self) -> None:
        self.session.folder_changed.connect(self._on_folder)
        self.area.tag_bar.tag_requested.connect(self._tag_selected)
        self.area.canvas.split_changed.connect(self._on_split)
        self.area.desk.judgement_requested.connect(self._judge_selected)
        self.area.desk.acceptance_requested.connect(self._on_acceptance)
        self.reviewing.queue_counts_changed.connect(self._on_counts)
        self.session.model_changed.connect(self._on_model)
        self.session.model_renamed.connect(self._on_model)
        self.centre.long_work_ended.connect(self._on_long_work)
        self.settings.changed.connect(self._on_setting)
        self.session.relieved.connect(self._on_relief)
        self.door.failure_reported.connect(self._on_failure)
        self.tour.started.connect(partial(self.settings.remember, "tour", True))
        wiring.connect_list(self)
        wiring.connect_work(self)
        for action_id, slot in self.slots_by_action().items():
            self.actions_by_id[action_id].triggered.connect(slot)

    def slots_by_action(self) -> dict:
        """What each action of the table does; a test holds the two against each other."""
        tag, go = self._tag_selected, self.reviewing.go
        canvas, panel = self.area.canvas, self.area.threshold_panel
        return (
            {
                "open_folder": self.choosers.open_folder,
                "choose_masks": self.choosers.choose_masks,
                "refresh": self.opening.look_again,
                "import_tags": self.choosers.import_tags,
                "export_tags": self.choosers.export_tags,
                "hand_over": self.choosers.hand_over,
                "merge_file": self.choosers.merge_file,
                "merge_folder": self.choosers.merge_folder,
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
                "photo_rows": self._set_rows,
                "show_inspector": self.area.inspector.setVisible,
                "full_screen": self._set_full_screen,
                "predict_folder": self.predicting.predict_all,
                "cancel_work": self.centre.cancel_shown,
                "retrain": self.workshop.open,
                "model_shelf": self.dialogs.open_shelf,
                "roll_back": self.shelving.roll_back,
                "palette": self.dialogs.open_palette,
                "shortcuts": self.dialogs.open_shortcuts,
                "tour": self.tour.start,
                "log": self.dialogs.open_log,
                "support": self.dialogs.open_support,
                "about": self.dialogs.open_about,
            }
            | self.area.desk.slots()
            | self.office.slots()
            | self.archive.slots()
            | {f"tool_{tool}": partial(canvas.set_tool, tool) for tool in Tool}
            | {f"queue_{queue}": partial(self.reviewing.set_queue, queue) for queue in self.reviewing.queue_ids}
        )

    # What the parts tell the window

    @Slot(object)
    def _on_folder(self, folder: Path) -> None:
        root = self.session.root or folder
        self.setWindowTitle(f"{root.name} – Crack Review")
        self.queue_bar.set_title(root.name, str(root))
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
        self.door.tell(self.tr("The disk takes changes again; everything is saved."))

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
        elif key == "look/rows":
            self._arrange_list()

    @Slot(bool)
    def _set_rows(self, has_rows: bool) -> None:
        self.settings.set_value("look/rows", has_rows)

    def _arrange_list(self) -> None:
        has_rows = bool(self.settings.value("look/rows"))
        self.actions_by_id["photo_rows"].setChecked(has_rows)
        self.grid.set_rows(has_rows)

    @Slot(str)
    def _on_long_work(self, title: str) -> None:
        if self.settings.value("work/notify") and not self.isActiveWindow():
            QApplication.alert(self)
            task = QCoreApplication.translate("tasks", title)
            desktop.notify(self, self.tr("{task} has ended.").format(task=task))

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

    def _ask_to_lose(self) -> None:
        question = self.tr("What you said last is not on disk: its drive does not take it now. Close and lose it?")
        failures.ask(self, question, self.tr("Close and lose it"), self._close_anyway)

    @Slot()
    def _close_anyway(self) -> None:
        self._may_lose = True
        self.close()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A folder, or a photo in it, may be dropped anywhere; what is of no use is told when it is dropped."""
        if local_paths(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open it. Whoever it comes from may be gone by now, and what was dropped with it."""
        paths = local_paths(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.dropping.take(paths)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop all work, and wait until every tag is on disk; ask where the disk does not take them."""
        is_settled = self.session.is_settled()
        if not is_settled and not self._may_lose:
            event.ignore()
            self._ask_to_lose()
            return
        self.remember_places()
        self.resuming.remember()
        self._vanish()
        self.centre.cancel_all()
        self.area.close()
        self.finishing.close()
        self.thumbnails.close()
        self.session.close_folder(PATIENCE_S if is_settled else 0.0)
        self.centre.close()
        super().closeEvent(event)

    def _vanish(self) -> None:
        """A training takes seconds to keep its state: nobody is to look at a window that does not answer."""
        for dialog in self.findChildren(QDialog):
            dialog.close()
        self.hide()
