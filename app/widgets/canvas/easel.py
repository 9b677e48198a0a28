"""What is on the canvas and how it is painted; what mouse and keys do to it is the ``Canvas``'s."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from app.assets import Tokens, tokens_of
from app.imaging import MapPyramid, MaskLook, MaskStyle, PhotoPyramid, Tone, class_table
from app.numbers import decimal
from app.widgets.canvas import view as views
from app.widgets.canvas.layers import Layers, Scene
from app.widgets.canvas.loupe import Loupe
from app.widgets.canvas.navigator import Navigator
from app.widgets.canvas.overlays import (
    CHIP_HEIGHT_PX,
    MARGIN_PX,
    paint_chip,
    paint_message,
)
from app.widgets.canvas.pencil import Pencil
from app.widgets.canvas.split import SplitHandle
from app.widgets.canvas.view import Box, View
from app.widgets.canvas.viewport import Viewport
from core.project.corrections import Layer

Colour = tuple[int, int, int]
# Fainter than this, classes cannot be told apart.
MIN_CLASS_OPACITY = 0.75


class Easel(Viewport):
    """Shows one photo, its maps, its truth and its corrections, as it is told."""

    look_changed = Signal(object)
    look_hidden_changed = Signal(bool)
    split_changed = Signal(bool)
    loupe_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene: Scene | None = None
        self._layers: Layers | None = None
        self._map: MapPyramid | None = None
        self._title = self._note = ""
        self._message = (self.tr("No photo yet"), self.tr("Open a folder of photos, or drop one here."))
        self._look, self._tone = MaskLook(), Tone()
        self._second_names = ("", "")
        self._second_threshold: float | None = None
        self._class_colours: tuple[Colour, ...] = ()
        self._is_hidden = self._is_comparing = self._is_split = self._has_loupe = self._has_widths = False
        self._cursor: QPointF | None = None
        self.pencil = Pencil()
        self.navigator, self.loupe, self.handle = Navigator(self), Loupe(self), SplitHandle(self)
        self.navigator.place_chosen.connect(self._on_place_chosen)
        self.handle.moved.connect(self.update)
        self.view_changed.connect(self._arrange)
        self.setMinimumSize(200, 180)
        self.setAccessibleName(self.tr("Photo with crack mask"))
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    # What is shown

    def show_photo(self, pyramid: PhotoPyramid, title: str) -> None:
        """A new photo, without map, truth or corrections as yet."""
        self._map = None
        self.pencil.start(pyramid.size, None, None)
        self._title, self._note, self._message = title, "", ("", "")
        self.setAccessibleDescription(title)
        self.look_at_photo(pyramid.size)
        self._set_scene(Scene(pyramid))

    def show_map(self, pyramid: MapPyramid | None, note: str = "") -> None:
        """The model's map of the shown photo; None, with a ``note`` saying why, while there is none."""
        self._check_size(pyramid)
        self._map, self._note = pyramid, note
        self.pencil.rebase(pyramid)
        self._set_scene(replace(self._scene, map=self.pencil.pyramid))

    def show_truth(self, truth: MapPyramid | None) -> None:
        """The true mask of the shown photo, for ``set_comparing``."""
        self._check_size(truth)
        self._set_scene(replace(self._scene, truth=truth))

    def show_second_map(
        self, pyramid: MapPyramid | None, *, names: tuple[str, str] = ("", ""), threshold: float | None = None
    ) -> None:
        """Another model's map, right of the split; ``names`` are of the model on the left and on the right.

        Its ``threshold`` is the slider's where none is given.
        """
        self._check_size(pyramid)
        self._second_names, self._second_threshold = names, threshold
        self._set_scene(replace(self._scene, second=pyramid))

    def show_widths(self, numbers: MapPyramid | None, colours: tuple[Colour, ...] = ()) -> None:
        """The width class of each crack pixel (from 1) and the classes' colours; None while nobody knows."""
        if self._scene is not None:
            self._check_size(numbers)
            self._class_colours = colours
            self._set_scene(replace(self._scene, widths=numbers))

    def show_corrections(self, layer: Layer | None) -> None:
        """What was drawn and erased by hand on the shown photo."""
        if self._scene is None:
            return
        self.pencil.start(self._scene.photo.size, self._map, layer)
        self._set_scene(replace(self._scene, map=self.pencil.pyramid))

    def show_loading(self, title: str) -> None:
        """The photo before stays on the screen until the new one is there."""
        self._note = self.tr("Loading {name} …").format(name=title)
        self.update()

    def show_empty(self, title: str, hint: str) -> None:
        """No photo: what is the matter, and what to do next."""
        self._map = None
        self._title, self._note, self._message = "", "", (title, hint)
        self.setAccessibleDescription(f"{title} {hint}")
        self.look_at_photo(None)
        self._set_scene(None)

    def show_error(self, title: str, sentence: str) -> None:
        """A photo that cannot be read: its name and the sentence that says why."""
        self.show_empty(title, sentence)

    # How it is shown

    @property
    def look(self) -> MaskLook:
        return self._look

    @property
    def has_loupe(self) -> bool:
        return self._has_loupe

    @property
    def is_split(self) -> bool:
        return self._is_split

    @Slot(object)
    def set_look(self, look: MaskLook) -> None:
        if look != self._look:
            self._look = look
            self.look_changed.emit(look)
            self._refresh()

    @Slot(object)
    def set_tone(self, tone: Tone) -> None:
        """Brightness and contrast of the view."""
        self._tone = tone
        self._refresh()

    @Slot(bool)
    def set_comparing(self, is_comparing: bool) -> None:
        """Found, missed and falsely marked pixels instead of the mask, where there is a truth."""
        self._is_comparing = is_comparing
        self._set_scene(self._scene)

    @Slot(bool)
    def set_width_colours(self, is_shown: bool) -> None:
        """Cracks in the colours of their width classes instead of the mask's, where these are known."""
        self._has_widths = is_shown
        self.update()

    @Slot(bool)
    def set_split(self, is_split: bool) -> None:
        """Photo beside mask, or one model beside another where there is a second map."""
        if is_split != self._is_split:
            self._is_split = is_split
            self._arrange()
            self.split_changed.emit(is_split)
            self.update()

    @Slot(bool)
    def set_loupe(self, is_shown: bool) -> None:
        """A magnifier at the cursor."""
        self._has_loupe = is_shown
        self._follow_cursor()
        self.loupe_changed.emit(is_shown)

    @Slot(bool)
    def hold_hidden(self, is_hidden: bool) -> None:
        """Takes the mask away for as long as a key is held."""
        if is_hidden != self._is_hidden:
            self._is_hidden = is_hidden
            self.look_hidden_changed.emit(is_hidden)
            self._refresh()

    @Slot()
    def next_style(self) -> None:
        styles = list(MaskStyle)
        following = styles[(styles.index(self._look.style) + 1) % len(styles)]
        self.set_look(replace(self._look, style=following))

    def caption(self) -> str:
        """Name · size · zoom."""
        height, width = self.photo_size
        percent = 100 * self.zoom
        zoom = self.tr("{percent} %").format(percent=decimal(percent, 0 if percent >= 10 else 1))
        return f"{self._title} · {width} × {height} · {zoom}"

    def _set_scene(self, scene: Scene | None) -> None:
        self._scene = scene
        self._layers = None if scene is None else Layers(scene, is_comparing=self._is_comparing)
        self.navigator.show_scene(scene)
        self.loupe.show_scene(scene)
        self._arrange()
        self._refresh()

    def _show_edited_map(self) -> None:
        """The map changed under the brush."""
        if self._scene.map is not self.pencil.pyramid:
            self._set_scene(replace(self._scene, map=self.pencil.pyramid))
            return
        self._layers.forget_map()
        self.navigator.forget_map()
        self.loupe.forget_map()
        self.update()

    def _refresh(self) -> None:
        """The look has changed, not what is looked at."""
        self.navigator.set_look(self._shown_look(), self._tone)
        self.loupe.set_look(self._shown_look(), self._tone)
        self.update()

    def _shown_look(self) -> MaskLook:
        return replace(self._look, is_visible=self._look.is_visible and not self._is_hidden)

    def _check_size(self, pyramid: MapPyramid | None) -> None:
        if self._scene is None:
            raise ValueError("A map needs its photo on the canvas.")
        if pyramid is not None and pyramid.size != self.photo_size:
            raise ValueError(f"The photo is {self.photo_size}, the map is {pyramid.size}.")

    # What lies upon the photo

    @Slot()
    def _arrange(self) -> None:
        has_photo = self._scene is not None
        self.handle.setVisible(self._is_split and has_photo)
        self.handle.follow_parent()
        self.navigator.setVisible(has_photo and self._is_partly_seen())
        if has_photo:
            self.navigator.move(MARGIN_PX, self.height() - self.navigator.height() - MARGIN_PX)
            height, width = self.device_size()
            self.navigator.set_seen(self.view.to_photo((0, 0)), self.view.to_photo((width, height)))
        self._follow_cursor()

    def _is_partly_seen(self) -> bool:
        (height, width), view = self.device_size(), self.view
        photo_height, photo_width = self.photo_size
        right, bottom = view.to_screen((photo_width, photo_height))
        return view.left < 0 or view.top < 0 or right > width or bottom > height

    def _follow_cursor(self) -> None:
        is_over = self._cursor is not None and self._scene is not None
        self.loupe.setVisible(self._has_loupe and is_over)
        if is_over:
            self.loupe.follow(self._cursor, place=self.photo_point(self._cursor), zoom=self.zoom)

    @Slot(float, float)
    def _on_place_chosen(self, x: float, y: float) -> None:
        self.centre_on((x, y))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(tokens.canvas))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._scene is None:
            title, hint = self._message
            paint_message(painter, QRectF(self.rect()), title=title, hint=hint, tokens=tokens)
        else:
            self._paint_layers(painter)
            self._paint_above(painter, tokens)
        if self._note:
            top = MARGIN_PX + (CHIP_HEIGHT_PX + 4 if self._scene is not None else 0)
            paint_chip(painter, self._note, corner=QPointF(MARGIN_PX, top), tokens=tokens)
        painter.end()

    def _paint_layers(self, painter: QPainter) -> None:
        box = views.visible_box(self.view, self.photo_size, self.device_size())
        if box.is_empty:
            return
        ratio, look = self.devicePixelRatioF(), self._shown_look()
        with in_device_pixels(painter, ratio):
            self._layers.paint_photo(painter, self.view, box, tone=self._tone)
            if not look.is_visible:
                return
            for side, paint, side_look in self._sides(look):
                painter.setClipRect(side)
                paint(painter, self.view, box, look=side_look, line_px=max(1, round(ratio)))

    def _sides(self, look: MaskLook) -> list[tuple[QRect, Callable, MaskLook]]:
        """Which map is painted where (in device pixels), and how."""
        height, width = self.device_size()
        first = self._paint_widths if self._shows_widths() else self._layers.paint_mask
        if not self._is_split:
            return [(QRect(0, 0, width, height), first, look)]
        middle = round(self.handle.x_in_parent * self.devicePixelRatioF())
        left, right = QRect(0, 0, middle, height), QRect(middle, 0, width - middle, height)
        if self._scene.second is None:
            return [(right, first, look)]
        threshold = look.threshold if self._second_threshold is None else self._second_threshold
        return [(left, first, look), (right, self._layers.paint_second, replace(look, threshold=threshold))]

    def _shows_widths(self) -> bool:
        return self._has_widths and not self._is_comparing and self._scene is not None and bool(self._scene.widths)

    def _paint_widths(self, painter: QPainter, view: View, box: Box, *, look: MaskLook, **_: object) -> None:
        table = class_table(self._class_colours, max(look.opacity, MIN_CLASS_OPACITY))
        self._layers.paint_widths(painter, view, box, table=table)

    def _paint_above(self, painter: QPainter, tokens: Tokens) -> None:
        """What an heir puts upon the photo."""


@contextmanager
def in_device_pixels(painter: QPainter, ratio: float) -> Iterator[None]:
    """Within, one unit of the painter is one pixel of the screen."""
    painter.save()
    painter.scale(1 / ratio, 1 / ratio)
    try:
        yield
    finally:
        painter.restore()
