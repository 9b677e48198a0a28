"""What is measured on the photo: its scale, its cracks' lengths and widths, widths as colours; connected."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal, Slot

from app.flows.calibrating import Calibrating
from app.flows.centre import TaskCentre
from app.flows.measuring import Measured, Measuring
from app.flows.showing import Shown
from app.numbers import localised
from app.session import Session
from app.which import Reach
from app.widgets.canvas import Canvas
from app.widgets.canvas.annotated import Mark
from app.widgets.canvas.correction import Tool
from app.widgets.canvas.sketch import Points
from app.widgets.measure_panel import MeasurePanel, length_text, width_text
from app.widgets.scale_dialog import ScaleDialog
from app.widgets.scale_panel import ScalePanel
from core.measure.classes import UNRESOLVED_COLOUR, WidthClasses
from core.measure.figures import CrackFigures
from core.measure.scale import Method, Scale
from core.project.cracks import FoundCrack

TOOLS = {Method.LINE: Tool.RULER, Method.RECTANGLE: Tool.CORNERS}


class Gauge(QObject):
    """Shows the scale and the measures of the photo on the canvas, and hands on a scale that is set now."""

    told = Signal(str)
    measures_known = Signal(object)

    def __init__(
        self,
        session: Session,
        centre: TaskCentre,
        canvas: Canvas,
        *,
        selected_ids: Callable[[], Sequence[int]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._selected_ids = selected_ids
        self._shown: Shown | None = None
        self._line: Points | None = None
        self._crack: FoundCrack | None = None
        self._measured: Measured | None = None
        self.dialog: ScaleDialog | None = None
        self.calibrating = Calibrating(session, centre, self)
        self.measuring = Measuring(self)
        self.scale_panel = ScalePanel()
        self.measure_panel = MeasurePanel()
        self._connect()

    def close(self) -> None:
        """Wait for the measuring thread."""
        self.measuring.close()

    def slots(self) -> dict[str, Callable[..., None]]:
        """What each action of the table does that is the gauge's."""
        return {
            "scale": self.open_dialog,
            "widest": self.show_widest,
            "width_colours": self._canvas.set_width_colours,
        }

    def show(self, shown: Shown | None) -> None:
        """Another photo, or none."""
        is_same = shown is not None and self._shown is not None and shown.id == self._shown.id
        self._shown, self._crack = shown, None
        if not is_same:  # else its map has come: what was drawn on it still holds
            self._on_line(None)
        self.measuring.show(shown)
        self.calibrating.show(shown)
        if self.dialog is not None and not is_same:
            self.dialog.set_photo(shown and shown.facts, self.calibrating.camera)

    def revise(self, shown: Shown) -> None:
        """The same photo after something was said of it."""
        self._shown = shown
        self.measuring.show(shown)

    def choose(self, crack: FoundCrack | None) -> None:
        """A crack was chosen, or none."""
        self._crack = crack
        self.measure_panel.set_crack(self._figures_of(crack))

    @Slot()
    def show_widest(self) -> None:
        """Where the chosen crack is widest, else the widest one of the photo."""
        if self._measured is None:
            return
        crack = self._figures_of(self._crack) or self._measured.figures.widest
        if crack is None:
            self.told.emit(self.tr("There is no crack on this photo."))
            return
        x, y = crack.max_width_at
        self._canvas.show_marks([Mark(x, y, width_text(crack.max_width) or "")])
        if self._canvas.zoom < 1:
            self._canvas.actual_size()
        self._canvas.centre_on((x, y))

    @Slot()
    def open_dialog(self) -> None:
        """Every way to find the scale, and the width classes."""
        if self.dialog is None:
            self._build_dialog()
        self.dialog.set_selected(len(self._selected_ids()))
        self._on_tool_wanted(Method(self.dialog.method.currentData()))
        self._show_scale()
        self.dialog.show_beside(self._canvas.window())

    def _build_dialog(self) -> None:
        dialog = self.dialog = ScaleDialog(self._canvas.window())
        dialog.set_photo(self._shown and self._shown.facts, self.calibrating.camera)
        dialog.set_line(self._line)
        dialog.show_classes(self.calibrating.classes)
        dialog.scale_chosen.connect(self._on_scale_chosen)
        dialog.marker_requested.connect(self._on_marker)
        dialog.classes_chosen.connect(self.calibrating.set_classes)
        dialog.tool_wanted.connect(self._on_tool_wanted)
        self._canvas.corners_drawn.connect(dialog.set_corners)
        self.calibrating.classes_changed.connect(dialog.show_classes)
        self.calibrating.told.connect(dialog.show_sentence)

    def _connect(self) -> None:
        self._canvas.line_drawn.connect(self._on_line)
        self.scale_panel.length_given.connect(self._on_length)
        self.scale_panel.reset_requested.connect(self.calibrating.forget)
        self.scale_panel.more_requested.connect(self.open_dialog)
        self.calibrating.scale_changed.connect(self._on_scale)
        self.calibrating.classes_changed.connect(self._on_classes)
        self.calibrating.told.connect(self.told)
        self.measuring.measured.connect(self._on_measured)
        self.measuring.outdated.connect(self._on_outdated)
        self.measure_panel.widest_requested.connect(self.show_widest)

    @Slot(object)
    def _on_line(self, line: Points | None) -> None:
        self._line = line
        self.scale_panel.set_line(line)
        if self.dialog is not None:
            self.dialog.set_line(line)

    @Slot(float, bool)
    def _on_length(self, length_mm: float, is_for_folder: bool) -> None:
        if self._line is not None:
            self.calibrating.set_from_line(self._line, length_mm, is_for_folder=is_for_folder)
        self._canvas.setFocus()

    @Slot(object, object)
    def _on_scale_chosen(self, scale: Scale, reach: Reach) -> None:
        self.calibrating.set_scale(scale, reach, self._selected_ids())

    @Slot(float, object)
    def _on_marker(self, side_mm: float, reach: Reach) -> None:
        self.calibrating.find_markers(side_mm, reach, self._selected_ids())

    @Slot(object)
    def _on_tool_wanted(self, method: Method) -> None:
        self._canvas.set_tool(TOOLS.get(method, Tool.PAN))

    @Slot(object)
    def _on_scale(self, scale: Scale) -> None:
        self.measuring.set_scale(scale)
        self._show_legend()
        self._show_scale()

    def _show_scale(self) -> None:
        """At the middle of the photo; where the scale holds a perspective, it is another one elsewhere."""
        scale = self.calibrating.scale
        height, width = (0, 0) if self._shown is None else self._shown.photo.size
        size = scale.per_pixel((width / 2, height / 2)) if scale.unit == "mm" else None
        self.scale_panel.set_scale(size)
        self._canvas.set_scale(size)
        if self.dialog is not None:
            self.dialog.show_scale(scale, size)

    @Slot(object)
    def _on_classes(self, classes: WidthClasses) -> None:
        self.measuring.set_classes(classes)
        self._show_legend()

    def _show_legend(self) -> None:
        classes = self.calibrating.classes
        if self.calibrating.scale.unit == "px":
            self._canvas.set_width_legend([(self.tr("Not calibrated: widths are in px, without classes"), "")])
            return
        words = [*(localised(f"{name} mm") for name in classes.names), self.tr("not resolved")]
        colours = ("#{:02x}{:02x}{:02x}".format(*colour) for colour in (*classes.colours, UNRESOLVED_COLOUR))
        self._canvas.set_width_legend(list(zip(words, colours, strict=True)))

    @Slot(object)
    def _on_measured(self, found: Measured) -> None:
        self._measured = found
        self.measure_panel.set_photo(found.figures)
        self.measure_panel.set_crack(self._figures_of(self._crack))
        self._canvas.show_widths(found.classes, found.colours)
        self.measures_known.emit({crack.id: _words_of(crack) for crack in found.figures.cracks})

    @Slot()
    def _on_outdated(self) -> None:
        """Numbers stay until new ones are there, for nothing to flicker; colours would lie beside the mask."""
        is_same = self._measured is not None and self._shown is not None and self._shown.id == self._measured.photo
        if not is_same:
            self._measured = None
            self.measure_panel.set_photo(None)
            self.measures_known.emit({})
        self._canvas.show_widths(None)

    def _figures_of(self, crack: FoundCrack | None) -> CrackFigures | None:
        if crack is None or self._measured is None:
            return None
        return next((each for each in self._measured.figures.cracks if each.id == crack.anchor.item), None)


def _words_of(crack: CrackFigures) -> str:
    """Length and largest width."""
    return f"{length_text(crack.length, crack.unit)} · {width_text(crack.max_width)}"
