"""The windows beside the window, made when first asked for and connected to what they show."""

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from app import failures
from app.flows.shelving import Shelving
from app.flows.supporting import Supporting
from app.log import RecentLog
from app.models.history import line
from app.session import Session
from app.settings import Settings
from app.widgets.about_box import AboutBox
from app.widgets.command_palette import CommandPalette
from app.widgets.history_window import HistoryWindow
from app.widgets.log_window import LogWindow
from app.widgets.model_shelf import ModelShelf
from app.widgets.settings_dialog import SettingsDialog
from app.widgets.shortcut_sheet import ShortcutSheet
from app.widgets.support_dialog import SupportDialog

HISTORY_LINES = 500


class Dialogs(QObject):
    """None of them is modal: whatever runs, the photos stay in reach."""

    comparison_requested = Signal(bool)

    def __init__(
        self,
        window: QWidget,
        session: Session,
        settings: Settings,
        *,
        shelving: Shelving,
        supporting: Supporting,
        log: RecentLog,
    ) -> None:
        super().__init__(window)
        self._settings = settings
        self._log = log
        self._window = window
        self._session = session
        self._shelving = shelving
        self._supporting = supporting
        self.shelf: ModelShelf | None = None
        self.settings: SettingsDialog | None = None
        self.palette: CommandPalette | None = None
        self.shortcuts: ShortcutSheet | None = None
        self.log: LogWindow | None = None
        self.history: HistoryWindow | None = None
        self._history_lines = HISTORY_LINES
        self.support: SupportDialog | None = None

    @Slot()
    def open_shelf(self) -> None:
        """Every version of the network."""
        if self.shelf is None:
            self._build_shelf()
        self._shelving.refresh()
        self._raise(self.shelf)

    @Slot()
    def open_settings(self) -> None:
        """Every setting of the table."""
        self.settings = self.settings or SettingsDialog(self._settings, self._window)
        self._raise(self.settings)

    @Slot()
    def open_palette(self) -> None:
        """Every action by its name."""
        self.palette = self.palette or CommandPalette(self._window.actions(), self._window)
        self.palette.open_anew()

    @Slot()
    def open_shortcuts(self) -> None:
        """Every key, and new ones."""
        if self.shortcuts is None:
            self.shortcuts = ShortcutSheet(self._settings.shortcut, self._window)
            self.shortcuts.keys_chosen.connect(self._settings.set_shortcut)
        self._raise(self.shortcuts)

    @Slot()
    def open_log(self) -> None:
        """What the program did."""
        if self.log is None:
            self.log = LogWindow(self._window)
            self.log.show_lines(self._log.lines)
            self._log.line_added.connect(self.log.add_line)
        self._raise(self.log)

    @Slot()
    def open_support(self) -> None:
        """What whoever helps wants to see, to be read first."""
        if self.support is None:
            self.support = SupportDialog(self._window)
            self._supporting.gathered.connect(self.support.show_papers)
            self.support.saving_requested.connect(self._supporting.write)
        self._raise(self.support)
        self.support.wait()
        self._supporting.gather()

    @Slot()
    def open_history(self) -> None:
        """Who did what when."""
        if self.history is None:
            self.history = HistoryWindow(self._window)
            self.history.place_chosen.connect(self._session.go_to)
            self.history.photo_chosen.connect(self._on_photo)
            self.history.older_requested.connect(self._on_older)
            self._session.history_changed.connect(self._show_history)
        self._raise(self.history)
        self._show_history()

    @Slot()
    def _show_history(self) -> None:
        project = self._session.project
        if self.history is None or not self.history.isVisible() or project is None:
            return
        entries = project.history(self._history_lines)
        lines = [line(entry, self._name_of) for entry in entries]
        self.history.show_lines(lines, has_older=len(lines) == self._history_lines)

    def _name_of(self, photo: int) -> str:
        return self._session.item(photo).path if self._session.has(photo) else self.tr("a photo that is gone")

    @Slot()
    def _on_older(self) -> None:
        self._history_lines *= 4
        self._show_history()

    @Slot(int)
    def _on_photo(self, photo: int) -> None:
        if self._session.has(photo):
            self._session.set_current(photo)

    @Slot()
    def open_about(self) -> None:
        """Version, model, licences."""
        model = self._session.model
        box = AboutBox(self.tr("none") if model is None else f"{model.name} ({model.id})", self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._raise(box)

    def _raise(self, dialog: QWidget) -> None:
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()

    def _build_shelf(self) -> None:
        shelf = self.shelf = ModelShelf(self._shelving.name_of, self._window)
        flow = self._shelving
        flow.versions_changed.connect(self._show_versions)
        self._session.model_changed.connect(self._show_versions)
        shelf.activation_requested.connect(flow.activate)
        shelf.comparison_requested.connect(self._on_comparison)
        shelf.name_given.connect(flow.rename)
        shelf.note_given.connect(flow.note)
        shelf.roll_back_requested.connect(flow.roll_back)
        shelf.import_requested.connect(flow.take_in)
        shelf.export_requested.connect(flow.export)
        shelf.removal_requested.connect(self._on_removal)
        self._show_versions()

    @Slot()
    def _show_versions(self) -> None:
        if self.shelf is not None:
            model = self._session.model
            self.shelf.show_versions(self._shelving.versions, None if model is None else model.id)
            self.shelf.set_can_roll_back(self._shelving.can_roll_back)

    @Slot(str)
    def _on_comparison(self, version_id: str) -> None:
        self._shelving.choose_other(version_id)
        self.comparison_requested.emit(True)

    @Slot(str)
    def _on_removal(self, version_id: str) -> None:
        failures.ask(
            self._window,
            self.tr("Remove {version} for good? Folders in which it is active go back to the shipped one.").format(
                version=self._shelving.name_of(version_id)
            ),
            self.tr("Remove"),
            lambda: self._shelving.remove(version_id),
        )
