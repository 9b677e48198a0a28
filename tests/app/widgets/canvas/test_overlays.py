from PySide6.QtCore import QPointF, QRectF, QSizeF

from app.widgets.canvas.overlays import CHIP_HEIGHT_PX, beside

ROOM = QRectF(200, 0, 300, 200)


def chip(x: float, y: float, width: float) -> QRectF:
    return QRectF(beside(QPointF(x, y), width, ROOM), QSizeF(width, CHIP_HEIGHT_PX))


def test_chip_is_right_of_its_place_where_there_is_room():
    assert chip(250, 100, 120).left() > 250


def test_chip_is_left_of_its_place_at_the_end_of_the_canvas():
    assert chip(480, 100, 120).right() < 480


def test_chip_is_never_cut_by_the_slider_nor_by_the_rim():
    for x in range(200, 501, 10):
        for width in (40, 150, 260, 300):
            assert ROOM.contains(chip(x, 20, width)), (x, width)
