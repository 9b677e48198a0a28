"""The inspector's own part of the window: reviewed, cracks, strokes, regions, judgement and notes, connected."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.flows.correcting import Correcting
from app.flows.judging import Judging, Vocabulary
from app.flows.remarks import MOST_CRACKS
from app.flows.showing import Showing, Shown
from app.gauge import Gauge
from app.session import Session
from app.widgets.canvas import Canvas
from app.widgets.canvas.annotated import Mark
from app.widgets.crack_panel import CrackPanel, CrackRow
from app.widgets.judgement_dialog import JudgementDialog
from app.widgets.judgement_panel import JudgementPanel
from app.widgets.note_panel import NotePanel
from app.widgets.review_row import ReviewRow
from core.project.cracks import FoundCrack, Verdict
from core.project.judgements import Aspect


class Desk(QObject):
    """Shows what was said of the photo on the canvas, and hands on what is said now."""

    acceptance_requested = Signal(bool)
    judgement_requested = Signal(object)
    field_wanted = Signal(QWidget)

    def __init__(
        self, session: Session, showing: Showing, canvas: Canvas, *, gauge: Gauge, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._canvas = canvas
        self._shown: Shown | None = None
        self.correcting = Correcting(session, showing, self)
        self.judging = Judging(session, self)
        self.review_row = ReviewRow()
        self.crack_panel = CrackPanel()
        self.judgement_panel = JudgementPanel()
        self.note_panel = NotePanel()
        self.gauge = gauge
        self._dialog: JudgementDialog | None = None
        canvas.allow_drawing(True)
        self._connect_canvas()
        self._connect_panels()
        session.current_changed.connect(self._show_standing)
        session.items_changed.connect(self._on_items)
        session.photos_changed.connect(self._show_standing)

    def close(self) -> None:
        """Keep what is being written."""
        self.note_panel.flush()
        self.gauge.close()

    def show(self, shown: Shown | None) -> None:
        """Another photo, or none."""
        self._show_said(shown)
        self.gauge.show(shown)
        if shown is None:
            self.note_panel.set_note(None, "")
        else:
            self.note_panel.set_note(shown.id, shown.remarks.notes.get(None, ""))
            self._canvas.show_corrections(shown.layer)

    def revise(self, shown: Shown, has_other_layer: bool) -> None:
        """The same photo after something was said of it."""
        self._show_said(shown)
        self.gauge.revise(shown)
        if not self.note_panel.text.hasFocus():
            self.note_panel.set_note(shown.id, shown.remarks.notes.get(None, ""))
        if has_other_layer and not self._canvas.pencil.is_drawing:
            self._canvas.show_corrections(shown.layer)

    def slots(self) -> dict[str, Callable[[], None]]:
        """What each action of the table does that is the desk's."""
        correcting = self.correcting
        return {
            "next_crack": partial(correcting.step, 1),
            "previous_crack": partial(correcting.step, -1),
            "reject_crack": partial(correcting.judge, Verdict.REJECTED),
            "accept_crack": partial(correcting.judge, Verdict.ACCEPTED),
            "clear_regions": correcting.clear_regions,
            "note": partial(self._go_to, self.note_panel.text),
            "crack_note": self._note_crack,
            "judge": partial(self._go_to, self.judgement_panel.boxes[Aspect.STRUCTURE]),
            "judgement_settings": self.open_judgement_settings,
            **self.gauge.slots(),
        }

    @Slot()
    def open_judgement_settings(self) -> None:
        """Scale and pattern."""
        if self._dialog is None:
            self._dialog = JudgementDialog(self._canvas.window())
            self._dialog.scale_chosen.connect(self.judging.choose_scale)
            self._dialog.pattern_chosen.connect(self.judging.learn)
        self._dialog.show_settings(self.judging.vocabulary.scale, self.judging.vocabulary.pattern)
        self._dialog.show()

    def _note_crack(self) -> None:
        """Without a chosen crack, on the first one."""
        if self.correcting.chosen is None:
            self.correcting.step(1)
        if self.correcting.chosen is not None:
            self._go_to(self.crack_panel.note)

    def _go_to(self, field: QWidget) -> None:
        self.field_wanted.emit(field)
        field.setFocus()

    def _connect_canvas(self) -> None:
        self._canvas.layer_changed.connect(self.correcting.keep_layer)
        self._canvas.region_drawn.connect(self.correcting.add_region)
        self._canvas.place_clicked.connect(self.correcting.choose_at)
        self.correcting.crack_chosen.connect(self._on_crack)
        self.correcting.region_chosen.connect(self._on_region)

    def _connect_panels(self) -> None:
        self.review_row.acceptance_requested.connect(self.acceptance_requested)
        self.note_panel.note_written.connect(self.correcting.write_note)
        self.crack_panel.note_written.connect(self.correcting.write_crack_note)
        self.gauge.measures_known.connect(self.crack_panel.set_measures)
        self.crack_panel.row_chosen.connect(self.correcting.choose_row)
        self.judgement_panel.judged.connect(self._on_judged)
        self.judgement_panel.settings_requested.connect(self.open_judgement_settings)
        self.judging.vocabulary_changed.connect(self._on_vocabulary)

    def _show_said(self, shown: Shown | None) -> None:
        self._shown = shown
        notes = {} if shown is None else shown.remarks.notes
        found = () if shown is None else shown.cracks
        rows = [CrackRow(crack, notes.get(crack.anchor, "")) for crack in found]
        self.crack_panel.set_rows(rows, is_more=len(rows) == MOST_CRACKS)
        self.correcting.show(shown)
        if shown is not None:
            self._canvas.show_regions(tuple(shown.remarks.regions.values()))

    @Slot(object)
    def _on_items(self, ids: tuple[int, ...]) -> None:
        if self._session.current in ids:
            self._show_standing()

    @Slot()
    def _show_standing(self) -> None:
        current = self._session.current
        standing = self._session.item(current).standing if self._session.has(current) else None
        self.review_row.setEnabled(standing is not None)
        self.review_row.set_review(standing and standing.review)
        self.judgement_panel.set_judgement(standing and standing.judgement)

    @Slot(object)
    def _on_crack(self, crack: FoundCrack | None) -> None:
        self.crack_panel.set_chosen(crack)
        self.gauge.choose(crack)
        if crack is None:
            self._canvas.show_marks([])
            return
        self._canvas.show_marks([Mark(crack.anchor.x, crack.anchor.y, self._crack_words(crack))])
        if self._canvas.navigator.isVisible():
            self._canvas.centre_on((crack.anchor.x, crack.anchor.y))

    def _crack_words(self, crack: FoundCrack) -> str:
        if crack.verdict is Verdict.REJECTED:
            return self.tr("rejected · X takes it back")
        if crack.verdict is Verdict.ACCEPTED:
            return self.tr("accepted · A takes it back")
        return self.tr("X reject · A accept")

    @Slot(object)
    def _on_region(self, region: str | None) -> None:
        if region is not None and self._shown is not None:
            x, y = self._shown.remarks.regions[region][0]
            self._canvas.show_marks([Mark(x, y, self.tr("ignored · X looks at it again"))])

    @Slot(object, str)
    def _on_judged(self, aspect: Aspect, value: str) -> None:
        self.judgement_requested.emit({aspect: value})

    @Slot(object)
    def _on_vocabulary(self, vocabulary: Vocabulary) -> None:
        self.judgement_panel.set_vocabulary(vocabulary.scale, vocabulary.words or {})
