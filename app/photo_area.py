"""The photo and what is decided and measured about it: canvas and inspector, built and connected."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.desk import Desk
from app.flows import remarks
from app.flows.centre import TaskCentre
from app.flows.comparing import Second
from app.flows.predicting import Predicting
from app.flows.reviewing import Reviewing
from app.flows.scoring import Scoring
from app.flows.showing import NO_REMARKS, Showing, Shown, Sources
from app.gauge import Gauge
from app.imaging import MaskColour
from app.models.photo_list import PhotoList
from app.sentences import told
from app.session import Session
from app.settings import Settings
from app.widgets.canvas import Canvas
from app.widgets.curves_panel import CurvesPanel
from app.widgets.facts_panel import FactsPanel
from app.widgets.inspector import Inspector
from app.widgets.score_panel import ScorePanel
from app.widgets.tag_bar import TagBar
from app.widgets.threshold_panel import Scope, ThresholdPanel
from app.widgets.view_panel import ViewPanel
from core.errors import CoreError

PERCENT = 100


class PhotoArea(QObject):
    """Shows what the session looks at."""

    told = Signal(str)

    def __init__(
        self,
        session: Session,
        settings: Settings,
        *,
        photos: PhotoList,
        reviewing: Reviewing,
        predicting: Predicting,
        scoring: Scoring,
        centre: TaskCentre,
        selected_ids: Callable[[], Sequence[int]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._settings = settings
        self._photos = photos
        self._reviewing = reviewing
        self._predicting = predicting
        self._scoring = scoring
        self._centre = centre
        self._selected_ids = selected_ids
        self.shown: Shown | None = None
        self.showing = Showing(session, self._sources, self)
        self._build()
        self._connect_photo()
        self._connect_threshold()
        self._dress_mask()

    def close(self) -> None:
        """Keep what is being written, and wait for the reading thread."""
        self.desk.close()
        self.showing.close()

    def _build(self) -> None:
        self.canvas = Canvas()
        self.tag_bar = TagBar()
        self.threshold_panel = ThresholdPanel()
        self.score_panel = ScorePanel()
        self.curves_panel = CurvesPanel()
        self.view_panel = ViewPanel()
        self.facts_panel = FactsPanel()
        self.gauge = Gauge(self._session, self._centre, self.canvas, selected_ids=self._selected_ids, parent=self)
        self.desk = Desk(self._session, self.showing, self.canvas, gauge=self.gauge, parent=self)
        self.inspector = Inspector(
            [
                self.tag_bar,
                self.desk.review_row,
                self.threshold_panel,
                self.desk.crack_panel,
                self.gauge.measure_panel,
                self.score_panel,
                self.curves_panel,
                self.facts_panel,
                self.gauge.scale_panel,
                self.desk.judgement_panel,
                self.desk.note_panel,
                self.view_panel,
            ]
        )

        self.desk.field_wanted.connect(self._show_field)

    @Slot(QWidget)
    def _show_field(self, field: QWidget) -> None:
        self.inspector.ensureWidgetVisible(field)

    def _sources(self, photo_id: int) -> Sources:
        path = self._session.path_of(photo_id)
        is_current = photo_id == self._session.current
        return Sources(
            path,
            self._predicting.map_reader(photo_id),
            self._scoring.mask_of(photo_id),
            threshold=self._session.threshold if is_current else self._session.threshold_of(photo_id),
            remarks=self._remarks(photo_id),
        )

    def _remarks(self, photo_id: int) -> remarks.Remarks:
        """What is said of a photo; a project that cannot be read is told, and costs no photo."""
        assert self._session.project is not None, "photos belong to a project"
        try:
            return remarks.read(self._session.project, photo_id)
        except CoreError as error:
            self.told.emit(told(str(error)))
            return NO_REMARKS

    def _connect_photo(self) -> None:
        self._session.current_changed.connect(self._on_current)
        self._session.items_changed.connect(self._on_items)
        self.showing.loading.connect(self._on_loading)
        self.showing.ready.connect(self._on_shown)
        self.showing.revised.connect(self._on_revised)
        self.showing.unreadable.connect(self._on_unreadable)
        self.showing.cleared.connect(self._on_cleared)
        self._predicting.map_changed.connect(self.showing.take_map)
        self._predicting.glimpsed.connect(self.showing.take_glimpse)
        self._scoring.masks_changed.connect(self.showing.read_again)
        self._scoring.masks_changed.connect(self._on_tables)
        self._scoring.tables_changed.connect(self._on_tables)

    def _connect_threshold(self) -> None:
        session, panel = self._session, self.threshold_panel
        for slot in (panel.set_threshold, self.score_panel.set_threshold, self.curves_panel.set_threshold):
            session.threshold_changed.connect(slot)
        session.threshold_changed.connect(self._on_threshold)
        session.scope_changed.connect(self._on_scope)
        session.model_changed.connect(self._on_model)
        panel.threshold_changed.connect(session.set_threshold)
        panel.scope_requested.connect(session.set_scope)
        self.curves_panel.threshold_requested.connect(panel.set_threshold)
        self.view_panel.tone_changed.connect(self.canvas.set_tone)
        self.view_panel.opacity_changed.connect(self._on_opacity)
        self._settings.changed.connect(self._on_setting)

    # The photo

    @Slot(object)
    def _on_current(self, photo_id: int | None) -> None:
        self.showing.show(photo_id, self._reviewing.ahead())
        self._show_tag()

    @Slot(object)
    def _on_items(self, ids: tuple[int, ...]) -> None:
        if self._session.current in ids:
            self._show_tag()

    def _show_tag(self) -> None:
        current = self._session.current
        item = self._session.item(current) if self._session.has(current) else None
        self.tag_bar.setEnabled(item is not None)
        self.tag_bar.set_tag(item and item.tag, is_pending=bool(item and item.is_pending))

    @Slot(int)
    def _on_loading(self, photo_id: int) -> None:
        self.canvas.show_loading(self._session.item(photo_id).name)

    @Slot(object)
    def _on_shown(self, shown: Shown) -> None:
        self.shown = shown
        self.canvas.show_photo(shown.photo, self._session.item(shown.id).name)
        self.canvas.show_map(shown.map, "" if shown.map else self._why_no_map())
        self.canvas.show_truth(shown.truth)
        self.threshold_panel.set_histogram(shown.levels)
        self.facts_panel.set_facts(shown.facts)
        self._show_table(shown.table)
        self.desk.show(shown)
        if shown.problem:
            self.told.emit(told(shown.problem))
        if shown.map is None:
            self._predicting.need_map(shown.id)

    @Slot(object, bool)
    def _on_revised(self, shown: Shown, has_other_layer: bool) -> None:
        """The same photo: nothing but its map, its cracks and what was drawn may be other than before."""
        self.shown = shown
        self.canvas.show_map(shown.map, "" if shown.map else self._why_no_map())
        self.threshold_panel.set_histogram(shown.levels)
        self.desk.revise(shown, has_other_layer)
        if shown.problem:
            self.told.emit(told(shown.problem))

    @Slot(object)
    def show_second(self, second: Second | None) -> None:
        """What another version says of the photo on the canvas; None: nothing any more."""
        if self.shown is None:
            return
        if second is None:
            self.canvas.show_second_map(None)
        elif second.photo == self.shown.id and second.map.size == self.shown.photo.size:
            self.canvas.show_second_map(second.map, names=second.names, threshold=second.threshold)

    def _why_no_map(self) -> str:
        return self.tr("Predicting …") if self._session.model else self.tr("No network: see the model shelf")

    @Slot(int, str)
    def _on_unreadable(self, photo_id: int, sentence: str) -> None:
        self._clear()
        self.canvas.show_error(self._session.item(photo_id).name, told(sentence))

    @Slot()
    def _on_cleared(self) -> None:
        self._clear()
        self.canvas.show_empty(self.tr("No photo here"), self._photos.empty_words())

    def _clear(self) -> None:
        self.shown = None
        self.threshold_panel.set_histogram(None)
        self.facts_panel.set_facts(None)
        self._show_table(None)
        self.desk.show(None)

    # Dice

    @Slot()
    def _on_tables(self) -> None:
        tables = list(self._scoring.tables.values())
        self.score_panel.set_mask_count(len(self._scoring.masks))
        self.score_panel.set_all(tables)
        self.curves_panel.set_all(tables)
        self.curves_panel.setVisible(bool(tables))
        self._show_table(self._scoring.tables.get(self._session.current))

    def _show_table(self, table: object) -> None:
        self.score_panel.set_photo(table)
        self.curves_panel.set_photo(table)

    # The mask

    @Slot(float)
    def _on_threshold(self, threshold: float) -> None:
        self.canvas.set_look(replace(self.canvas.look, threshold=threshold))

    @Slot(str)
    def _on_scope(self, scope: str) -> None:
        self.threshold_panel.set_scope(Scope(scope))

    @Slot(object)
    def _on_model(self, version: object) -> None:
        self.threshold_panel.set_own_threshold(version.threshold if version else None)

    @Slot(float)
    def _on_opacity(self, opacity: float) -> None:
        self._settings.set_value("look/mask_opacity", round(opacity * PERCENT))

    @Slot(str)
    def _on_setting(self, key: str) -> None:
        if key.startswith("look/mask"):
            self._dress_mask()

    def _dress_mask(self) -> None:
        colour = MaskColour[str(self._settings.value("look/mask_colour")).upper()]
        opacity = int(self._settings.value("look/mask_opacity")) / PERCENT
        self.canvas.set_look(replace(self.canvas.look, colour=colour, opacity=opacity))
        self.view_panel.set_opacity(opacity)
