"""How large a pixel is, by five ways of finding out, for a photo or for many; and how widths are told apart."""

import math
from collections.abc import Callable, Sequence
from contextlib import suppress
from html import escape

from PySide6.QtCore import QT_TRANSLATE_NOOP, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDoubleSpinBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.assets import STEP_PX
from app.form_rows import chosen_of, fit, pad
from app.numbers import decimal, short
from app.sentences import told
from app.value_rows import heading
from app.which import Reach
from core.errors import CoreError, MeasureError
from core.measure.classes import WidthClasses
from core.measure.scale import Method, Scale, from_camera, from_line, from_mm_per_pixel, from_rectangle
from core.photos.metadata import PhotoFacts
from core.record.standards import classes_of

Points = tuple[tuple[float, float], ...]

LARGEST = 1e6
LABEL_PX = 160
WIDTH_PX = 510
_METHODS = {
    Method.LINE: QT_TRANSLATE_NOOP("ScaleDialog", "A known length on the photo"),
    Method.GIVEN: QT_TRANSLATE_NOOP("ScaleDialog", "Size of a pixel"),
    Method.MARKER: QT_TRANSLATE_NOOP("ScaleDialog", "A printed marker (ArUco)"),
    Method.CAMERA: QT_TRANSLATE_NOOP("ScaleDialog", "Camera and distance"),
    Method.RECTANGLE: QT_TRANSLATE_NOOP("ScaleDialog", "A known rectangle, seen at an angle"),
}
_MM_PER_PX, _PX_PER_MM = "mm/px", "px/mm"


class ScaleDialog(QDialog):
    """Never modal: lines and corners are drawn on the photo behind it."""

    scale_chosen = Signal(object, object)
    marker_requested = Signal(float, object)
    classes_chosen = Signal(object)
    tool_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Scale and width classes"))
        self.setModal(False)
        self._line: Points = ()
        self._corners: Points = ()
        self._size = (0, 0)
        self.method = chosen_of(_METHODS, context="ScaleDialog", name=self.tr("How"))
        self.reach = QComboBox()
        self.reach.setAccessibleName(self.tr("For"))
        for reach in Reach:
            self.reach.addItem("", reach)
        self.length, self.pixel = _number(self.tr(" mm")), _number("", decimals=5)
        self.pixel_unit = QComboBox()
        for unit, words in ((_MM_PER_PX, self.tr("mm per pixel")), (_PX_PER_MM, self.tr("pixels per mm"))):
            self.pixel_unit.addItem(words, unit)
        self.side = _number(self.tr(" mm"))
        self.sensor, self.focal, self.distance = (_number(self.tr(" mm")) for _ in range(3))
        self.width_mm, self.height_mm = _number(self.tr(" mm")), _number(self.tr(" mm"))
        self.drawn_line, self.drawn_corners, self.now, self.problem = (QLabel() for _ in range(4))
        self.problem.setWordWrap(True)
        self.problem.setMinimumHeight(2 * self.problem.fontMetrics().lineSpacing())
        self.problem.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.set_button = QPushButton(self.tr("Set scale"))
        self.set_button.setProperty("role", "primary")
        self.limits = QLineEdit()
        self.limits.setAccessibleName(self.tr("Upper limits of the width classes in millimetres"))
        self.swatches = QLabel()
        self.swatches.setWordWrap(True)
        self.classes_button = QPushButton(self.tr("Set classes"))
        self.usual_button = QPushButton(self.tr("Usual ones"))
        self._pages = QStackedWidget()
        self._arrange()
        self._connect()
        self.set_selected(0)
        self.set_photo(None, None)
        self.show_classes(WidthClasses())

    def show_beside(self, window: QWidget) -> None:
        """Over the list at the window's left: the photo, which is drawn upon, stays in sight."""
        if not self.isVisible():
            room = window.screen().availableGeometry()
            corner = window.mapToGlobal(QPoint(2 * STEP_PX, window.height() - self.height() - 20 * STEP_PX))
            self.move(max(corner.x(), room.left()), max(corner.y(), room.top()))
        self.show()
        self.raise_()
        self.activateWindow()

    # What it is told

    def set_photo(self, facts: PhotoFacts | None, camera: str | None) -> None:
        """The photo that is looked at: what was drawn on the one before is gone."""
        self._size = (0, 0) if facts is None else facts.size
        self.set_line(())
        self.set_corners(())
        self.focal.setValue((facts and facts.focal_length_mm) or 0)
        words = self.tr("All photos of {camera}").format(camera=camera) if camera else self.tr("All of this camera")
        self._set_reach(Reach.CAMERA, words, is_possible=camera is not None)
        self.problem.clear()

    def set_selected(self, count: int) -> None:
        """How many photos are selected in the list."""
        self._set_reach(Reach.PHOTO, self.tr("This photo"))
        self._set_reach(Reach.FOLDER, self.tr("All photos of its folder"))
        words = self.tr("The %Ln selected photos", "", count)
        self._set_reach(Reach.SELECTED, words, is_possible=count > 1)

    @Slot(object)
    def set_line(self, line: Points | None) -> None:
        """The line that was drawn on the photo."""
        self._line = line or ()
        length = math.dist(line[0], line[-1]) if line else 0.0
        drawn = self.tr("{length} px").format(length=decimal(length, 1))
        self.drawn_line.setText(drawn if line else self.tr("draw it on the photo"))

    @Slot(object)
    def set_corners(self, corners: Points) -> None:
        """The corners of the rectangle, in whichever order they were clicked."""
        self._corners = in_order(corners) if corners else ()
        self.drawn_corners.setText(self.tr("marked") if corners else self.tr("click them on the photo"))

    def show_scale(self, scale: Scale, mm_per_px: float | None) -> None:
        """What holds for the photo that is looked at."""
        if mm_per_px is None:
            self.now.setText(self.tr("Not calibrated: all values are in pixels."))
            return
        how = _words_of(self, scale.method)
        words = self.tr("One pixel is {size} mm · {how}")
        self.now.setText(words.format(size=short(mm_per_px, 4), how=how))

    @Slot(object)
    def show_classes(self, classes: WidthClasses) -> None:
        """The width classes that hold."""
        self.limits.setText("; ".join(short(limit) for limit in classes.limits_mm))
        self._show_swatches()

    @Slot(str)
    def show_sentence(self, sentence: str) -> None:
        """What came of it."""
        self.problem.setText(sentence)

    # What it asks for

    def scale(self) -> Scale:
        """The scale that the fields say.

        Raises:
            MeasureError: something is missing, zero or impossible.
        """
        match Method(self.method.currentData()):
            case Method.LINE:
                if not self._line:
                    raise MeasureError("A line along a known length is needed; draw it on the photo with the ruler.")
                return from_line(self._line[0], self._line[-1], self.length.value())
            case Method.CAMERA:
                return from_camera(
                    sensor_width_mm=self.sensor.value(),
                    focal_length_mm=self.focal.value(),
                    distance_mm=self.distance.value(),
                    photo_width_px=max(*self._size, 1),
                )
            case Method.RECTANGLE:
                # On the canvas a pixel begins at its number; for measures that is where its middle is.
                corners = [(x - 0.5, y - 0.5) for x, y in self._corners]
                return from_rectangle(corners, width_mm=self.width_mm.value(), height_mm=self.height_mm.value())
            case _:
                value = self.pixel.value()
                is_turned = self.pixel_unit.currentData() == _PX_PER_MM
                return from_mm_per_pixel(1 / value if is_turned and value else value)

    def classes(self) -> WidthClasses:
        """The classes that the field says. Raises MeasureError."""
        text = self.limits.text().replace(",", ".").replace(";", " ")
        try:
            return classes_of([float(part) for part in text.split()])
        except ValueError as error:
            raise MeasureError(
                f"Limits in mm with a blank or semicolon between them were expected, not {self.limits.text()!r}; "
                "correct them."
            ) from error

    @Slot()
    def _on_set(self) -> None:
        reach = Reach(self.reach.currentData())
        self.problem.clear()
        if self.method.currentData() == Method.MARKER:
            self.marker_requested.emit(self.side.value(), reach)
            return
        self._try(lambda: self.scale_chosen.emit(self.scale(), reach))

    @Slot()
    def _on_classes(self) -> None:
        self._try(lambda: self.classes_chosen.emit(self.classes()))

    def _try(self, act: Callable[[], None]) -> None:
        try:
            act()
        except CoreError as error:
            self.problem.setText(told(str(error)))

    @Slot()
    def _on_method(self) -> None:
        self._pages.setCurrentIndex(self.method.currentIndex())
        self.problem.clear()
        self.tool_wanted.emit(Method(self.method.currentData()))

    @Slot()
    def _show_swatches(self) -> None:
        with suppress(CoreError):
            classes = self.classes()
            pairs = zip(map(escape, classes.names), classes.colours, strict=True)
            squares = (f'<span style="color:{QColor(*colour).name()}">■</span> {name}' for name, colour in pairs)
            self.swatches.setText(" &nbsp; ".join(squares))

    def _set_reach(self, reach: Reach, words: str, *, is_possible: bool = True) -> None:
        row = self.reach.findData(reach)
        self.reach.setItemText(row, words)
        self.reach.model().item(row).setEnabled(is_possible)
        if not is_possible and self.reach.currentIndex() == row:
            self.reach.setCurrentIndex(self.reach.findData(Reach.PHOTO))

    def _connect(self) -> None:
        self.method.currentIndexChanged.connect(self._on_method)
        self.set_button.clicked.connect(self._on_set)
        self.classes_button.clicked.connect(self._on_classes)
        self.usual_button.clicked.connect(lambda: self.classes_chosen.emit(WidthClasses()))
        self.limits.textChanged.connect(self._show_swatches)

    # Layout

    def _arrange(self) -> None:
        pages = (
            [(self.tr("Line"), self.drawn_line), (self.tr("Its known length"), self.length)],
            [(self.tr("Size"), _side_by_side(self.pixel, self.pixel_unit))],
            [(self.tr("Side of the black square"), self.side)],
            [
                (self.tr("Width of the sensor"), self.sensor),
                (self.tr("Focal length"), self.focal),
                (self.tr("Distance to the surface"), self.distance),
            ],
            [
                (self.tr("Corners"), self.drawn_corners),
                (self.tr("Width of the rectangle"), self.width_mm),
                (self.tr("Height of the rectangle"), self.height_mm),
            ],
        )
        for rows in pages:
            self._pages.addWidget(_page(rows))
        holder = QWidget()
        area = QScrollArea(widgetResizable=True, frameShape=QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(holder)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        column = QVBoxLayout(holder)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(3 * STEP_PX)
        column.addWidget(heading(self.tr("Scale")))
        column.addWidget(self.now)
        column.addLayout(_form([(self.tr("How"), self.method)]))
        column.addWidget(self._pages)
        column.addLayout(_form([(self.tr("For"), self.reach)]))
        column.addWidget(self.problem)
        column.addLayout(_right(self.set_button))
        column.addSpacing(3 * STEP_PX)
        column.addWidget(heading(self.tr("Width classes")))
        column.addLayout(_form([(self.tr("Limits in mm"), self.limits)]))
        column.addWidget(self.swatches)
        column.addLayout(_right(self.usual_button, self.classes_button))
        column.addStretch(1)
        fit(self, max(WIDTH_PX, holder.sizeHint().width() + 4 * STEP_PX), holder.sizeHint().height())


def in_order(corners: Sequence[tuple[float, float]]) -> Points:
    """Four corners (x, y) clockwise from the top left, in whichever order they were clicked."""
    x, y = (sum(corner[axis] for corner in corners) / len(corners) for axis in (0, 1))
    turned = sorted(corners, key=lambda corner: math.atan2(corner[1] - y, corner[0] - x))
    first = min(range(len(turned)), key=lambda number: sum(turned[number]))
    return (*turned[first:], *turned[:first])


def _words_of(dialog: ScaleDialog, method: Method) -> str:
    return dialog.tr(_METHODS[method]) if method in _METHODS else ""


def _number(suffix: str, *, decimals: int = 2) -> QDoubleSpinBox:
    box = QDoubleSpinBox(decimals=decimals, maximum=LARGEST, suffix=suffix)
    pad(box)
    return box


def _side_by_side(*widgets: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        row.addWidget(widget, 1)
    return holder


def _page(rows: list[tuple[str, QWidget]]) -> QWidget:
    page = QWidget()
    page.setLayout(_form(rows))
    return page


def _form(rows: list[tuple[str, QWidget]]) -> QFormLayout:
    form = QFormLayout()
    form.setContentsMargins(0, 0, 0, 0)
    form.setHorizontalSpacing(4 * STEP_PX)
    form.setVerticalSpacing(2 * STEP_PX)
    for name, widget in rows:
        label = QLabel(name)
        label.setMinimumWidth(LABEL_PX)
        label.setBuddy(widget)
        form.addRow(label, widget)
    return form


def _right(*buttons: QPushButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addStretch(1)
    for button in buttons:
        row.addWidget(button)
    return row
