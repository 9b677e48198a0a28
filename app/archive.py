"""Two dates of one structure: the dialog that compares them, connected to its flow and its view of two photos."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.flows.comparing_dates import ComparingDates, DatesOrder, Laid, Paired
from app.numbers import decimal
from app.sentences import told
from app.session import Session
from app.settings import Settings
from app.which import Pick
from app.widgets.canvas.two_dates import DatePair, TwoDates
from app.widgets.dates_dialog import DatesDialog
from core.errors import CoreError
from core.measure.growth import Growth
from core.record.comparing import Compared
from core.record.dossier import Dossier

REMEMBERED = "dates/earlier"


class Archive(QObject):
    """Makes the dialog when it is first asked for; ``picks`` tells which photos there are to choose from."""

    told = Signal(str)

    def __init__(
        self,
        window: QWidget,
        session: Session,
        settings: Settings,
        *,
        comparing: ComparingDates,
        picks: Callable[[], Pick],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._settings = settings
        self._comparing = comparing
        self._picks = picks
        self.stage: TwoDates | None = None
        self.dialog: DatesDialog | None = None
        session.folder_changed.connect(self._on_folder)

    def slots(self) -> dict[str, Callable[[], None]]:
        """What each action of the table does that is the archive's."""
        return {"compare_dates": self.open}

    @Slot()
    def open(self) -> None:
        """What grew since an earlier date."""
        if self.dialog is None:
            self._build()
        self._pick()
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()

    @Slot()
    def _pick(self) -> None:
        if not self._comparing.is_running:
            self.dialog.set_picks(self._picks())

    def _build(self) -> None:
        self.stage = TwoDates()
        dialog = self.dialog = DatesDialog(self.stage, self._window)
        flow = self._comparing
        kept = self._settings.remembered(REMEMBERED)
        dialog.folder.set_path(kept or None)
        dialog.picks_wanted.connect(self._pick)
        dialog.blink.toggled.connect(self.stage.set_blinking)
        dialog.comparison_requested.connect(self._on_comparison)
        dialog.pair_picked.connect(self._on_picked)
        dialog.row_chosen.connect(self._on_row)
        dialog.table_requested.connect(self._on_table)
        dialog.stop_requested.connect(flow.stop)
        flow.progressed.connect(dialog.show_progress)
        flow.paired.connect(self._on_paired)
        flow.compared.connect(dialog.show_compared)
        flow.finished.connect(self._on_finished)
        flow.refused.connect(dialog.show_sentence)
        flow.stopped.connect(self._on_stopped)
        flow.laid.connect(self._on_laid)
        self._show_nothing()

    @Slot(object, object)
    def _on_comparison(self, ids: tuple[int, ...], earlier: Path) -> None:
        self._settings.remember(REMEMBERED, str(earlier))
        self._comparing.compare(DatesOrder(ids, earlier))

    @Slot(object, object)
    def _on_picked(self, earlier: Path, later: Dossier) -> None:
        self._comparing.compare(DatesOrder((later.id,), earlier, {earlier: later.path}))

    @Slot(object)
    def _on_paired(self, found: Paired) -> None:
        self.dialog.show_pairs(found.spots, found.alone)

    @Slot(object)
    def _on_finished(self, found: tuple[Compared, ...]) -> None:
        good = sum(each.growth is not None for each in found)
        words = self.tr("%Ln pairs compared.", "", good)
        if good < len(found):
            words = f"{words} {self.tr('%Ln pairs do not fit: see the table.', '', len(found) - good)}"
        self.dialog.show_sentence(words)
        self.told.emit(words)

    @Slot()
    def _on_stopped(self) -> None:
        self.dialog.show_sentence(self.tr("Stopped; what was compared stays in the table."))

    @Slot(object)
    def _on_row(self, found: Compared) -> None:
        if found.growth is None:
            self.stage.show_message(self.tr("These two photos do not fit"), told(found.problem))
        else:
            self._comparing.lay(found)

    @Slot(object)
    def _on_laid(self, laid: Laid) -> None:
        growth = laid.compared.growth
        pair = DatePair(laid.earlier, laid.later, growth.new, growth.gone, growth.widest_at, self._widest(growth))
        self.stage.show_pair(pair)

    def _widest(self, growth: Growth) -> str:
        if growth.widening_max is None:
            return ""
        digits = 1 if growth.unit == "px" else 2
        return f"{decimal(growth.widening_max, digits, is_signed=True)} {growth.unit}"

    @Slot(object)
    def _on_table(self, file: Path) -> None:
        try:
            self._comparing.keep_table(self.dialog.compared, file)
        except CoreError as error:
            self.dialog.show_sentence(told(str(error)))
        else:
            self.dialog.show_sentence(self.tr("{file} is written.").format(file=file.name))

    @Slot()
    def _on_folder(self) -> None:
        if self.dialog is not None:
            self.dialog.close()
            self.dialog.clear()
            self._show_nothing()

    def _show_nothing(self) -> None:
        title = self.tr("Nothing compared yet")
        self.stage.show_message(title, self.tr("Choose the folder with photos of the earlier date, then compare."))
