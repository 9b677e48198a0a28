"""Where records enter and leave the program: imports, exports and reports, connected to their flows."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from app import desktop
from app.flows.exporting import Exporting, ExportOrder, InTheWay
from app.flows.importing import Importing, ImportOrder
from app.flows.reporting import Reported, Reporting, ReportOrder
from app.language import language
from app.sentences import told
from app.session import Session
from app.settings import Settings
from app.which import Pick
from app.widgets.export_dialog import ExportDialog, ExportWish
from app.widgets.import_dialog import ImportDialog
from app.widgets.report_dialog import ReportDialog, ReportWish
from core.record.exporting import Exported
from core.record.importing import Taking
from core.report.model import ReportOptions
from core.report.texts import Language

REMEMBERED_LINES = ("client", "inspector")
USUAL_FORMATS = ("png", "csv", "overlay")


class Office(QObject):
    """Makes each dialog when it is first asked for; ``picks`` tells which photos there are to choose from."""

    told = Signal(str)

    def __init__(
        self,
        window: QWidget,
        session: Session,
        settings: Settings,
        *,
        reporting: Reporting,
        exporting: Exporting,
        importing: Importing,
        picks: Callable[[], Pick],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._settings = settings
        self._reporting = reporting
        self._exporting = exporting
        self._importing = importing
        self._picks = picks
        self.report: ReportDialog | None = None
        self.export: ExportDialog | None = None
        self.incoming: ImportDialog | None = None
        session.folder_changed.connect(self._on_folder)

    def slots(self) -> dict[str, Callable[[], None]]:
        """What each action of the table does that is the office's."""
        return {"report": self.open_report, "export": self.open_export, "import": self.open_import}

    @Slot()
    def open_report(self) -> None:
        """A report on photos of this folder."""
        if self.report is None:
            self._build_report()
            self._fill_report()
        self._pick_for_report()
        _raise(self.report)

    @Slot()
    def open_export(self) -> None:
        """Photos of this folder for other programs."""
        if self.export is None:
            self._build_export()
            self._fill_export()
        self._pick_for_export()
        _raise(self.export)

    @Slot()
    def open_import(self) -> None:
        """Masks and tags from other programs."""
        if self.incoming is None:
            self._build_import()
        _raise(self.incoming)

    def _build_import(self) -> None:
        dialog = self.incoming = ImportDialog(self._window)
        flow = self._importing
        dialog.import_requested.connect(self._on_import)
        dialog.stop_requested.connect(flow.stop)
        flow.progressed.connect(dialog.show_progress)
        flow.refused.connect(dialog.show_sentence)
        flow.taken_in.connect(dialog.show_sentence)
        flow.stopped.connect(self._on_import_stopped)

    @Slot(object, object, bool)
    def _on_import(self, source: Path | None, taking: Taking, has_tags: bool) -> None:
        self._importing.take_in(ImportOrder(source, taking, has_tags))

    @Slot()
    def _on_import_stopped(self) -> None:
        self.incoming.show_sentence(self.tr("Stopped; nothing was imported."))

    # Reports

    @Slot()
    def _pick_for_report(self) -> None:
        if not self._reporting.is_running:
            self.report.set_picks(self._picks())

    def _build_report(self) -> None:
        dialog = self.report = ReportDialog(self._window)
        flow = self._reporting
        dialog.picks_wanted.connect(self._pick_for_report)
        dialog.report_requested.connect(self._on_report)
        dialog.stop_requested.connect(flow.stop)
        dialog.result_requested.connect(self._open_files)
        flow.progressed.connect(dialog.show_progress)
        flow.refused.connect(dialog.show_sentence)
        flow.stopped.connect(self._on_report_stopped)
        flow.written.connect(self._on_reported)

    def _fill_report(self) -> None:
        remembered = self._settings.remembered
        paths = {name: _path(remembered(f"report/{name}")) for name in ("logo", "style", "template")}
        folder = self._session.root
        assert folder is not None, "a report needs a folder"
        wish = ReportWish(
            lines={name: str(remembered(f"report/{name}", "")) for name in REMEMBERED_LINES} | {"site": folder.name},
            language=_member(Language(language()), remembered("report/language")),
            paper=_member(ReportWish().paper, remembered("report/paper")),
            file=_path(remembered("report/folder", folder.parent)) / f"{folder.name} report",
            **paths,
        )
        self.report.show_wish(wish)
        self.report.show_sentence("")

    @Slot(object)
    def _on_report(self, wish: ReportWish) -> None:
        self._remember(wish)
        options = ReportOptions(
            **wish.lines,
            date=wish.day,
            logo=wish.logo,
            language=wish.language,
            paper=wish.paper,
            order=wish.order,
            template=wish.template,
        )
        self._reporting.write(ReportOrder(wish.ids, wish.targets, options, wish.style))

    def _remember(self, wish: ReportWish) -> None:
        kept = {name: wish.lines[name] for name in REMEMBERED_LINES}
        kept |= {name: str(getattr(wish, name) or "") for name in ("logo", "style", "template", "language", "paper")}
        kept["folder"] = str(wish.targets[0].parent)
        for name, value in kept.items():
            self._settings.remember(f"report/{name}", value)

    @Slot(object)
    def _on_reported(self, reported: Reported) -> None:
        names = ", ".join(path.name for path in reported.paths)
        words = self.tr("{files}: %Ln photos.", "", reported.photos).format(files=names)
        if reported.overlaps:
            pairs = self.tr("%Ln pairs of photos overlap, so that lengths may count twice.", "", len(reported.overlaps))
            words = f"{words} {pairs} {' – '.join(reported.overlaps[0])}"
        self.report.show_result(words, reported.paths)
        self.told.emit(words)
        self._open_files(reported.paths)

    @Slot()
    def _on_report_stopped(self) -> None:
        self.report.show_sentence(self.tr("Stopped; no report was written."))

    # Exports

    @Slot()
    def _pick_for_export(self) -> None:
        if not self._exporting.is_running:
            self.export.set_picks(self._picks())

    def _build_export(self) -> None:
        dialog = self.export = ExportDialog(self._window)
        flow = self._exporting
        dialog.picks_wanted.connect(self._pick_for_export)
        dialog.export_requested.connect(self._on_export)
        dialog.stop_requested.connect(flow.stop)
        dialog.result_requested.connect(desktop.open_file)
        flow.progressed.connect(dialog.show_progress)
        flow.refused.connect(dialog.show_sentence)
        flow.stopped.connect(self._on_export_stopped)
        flow.asked.connect(self._on_asked)
        flow.written.connect(self._on_exported)

    def _fill_export(self) -> None:
        folder = self._session.root
        assert folder is not None, "an export needs a folder"
        kept = str(self._settings.remembered("export/formats", ",".join(USUAL_FORMATS)))
        self.export.set_choice(kept.split(","), folder.with_name(f"{folder.name} export"))
        self.export.show_sentence("")

    @Slot(object)
    def _on_export(self, wish: ExportWish) -> None:
        self._settings.remember("export/formats", ",".join(wish.formats))
        self._exporting.write(ExportOrder(wish.ids, wish.out, wish.formats, wish.may_replace, wish.heading_deg))

    @Slot(object)
    def _on_asked(self, found: InTheWay) -> None:
        self.export.ask_to_replace(found.paths)

    @Slot(object)
    def _on_exported(self, done: Exported) -> None:
        words = self.tr("%Ln photos exported.", "", done.count)
        if done.failed:
            left_out = self.tr("%Ln photos were left out; the first: {problem}", "", len(done.failed))
            words = f"{words} {left_out.format(problem=told(done.failed[0][1]))}"
        if done.lacking:
            lacking = self.tr("%Ln files could not be made; the first: {problem}", "", len(done.lacking))
            words = f"{words} {lacking.format(problem=told(done.lacking[0][1]))}"
        self.export.show_result(words)
        self.told.emit(words)

    @Slot()
    def _on_export_stopped(self) -> None:
        self.export.show_sentence(self.tr("Stopped; what was written stays."))

    # Both

    @Slot()
    def _on_folder(self) -> None:
        """Dialogs that are open speak of the new folder from now on."""
        for dialog, fill in ((self.report, self._fill_report), (self.export, self._fill_export)):
            if dialog is not None:
                dialog.close()
                fill()
        if self.incoming is not None:
            self.incoming.close()

    @Slot(object)
    def _open_files(self, paths: tuple[Path, ...]) -> None:
        for path in paths[:1]:
            desktop.open_file(path)


def _raise(dialog: QWidget) -> None:
    dialog.show()
    dialog.raise_()
    dialog.activateWindow()


def _path(kept: object) -> Path | None:
    return Path(str(kept)) if kept else None


def _member(usual: object, kept: object) -> object:
    """The kept member of an enum, else the usual one."""
    kind = type(usual)
    return kind(kept) if kept in set(kind) else usual
