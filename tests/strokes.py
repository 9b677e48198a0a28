"""Draws on the photo, and reads what the project keeps of it."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from core.project.project import Project


def said(folder, read, photo=1):
    with Project.open(folder) as project:
        return read(project, photo)


def middle(user):
    canvas = user.window.area.canvas
    return QPoint(canvas.width() // 2, canvas.height() // 2)


def on_crack(user):
    """Where the painted line is on the screen."""
    canvas = user.window.area.canvas
    x, y = canvas.view.to_screen((30.5, 21.5))
    return QPoint(round(x), round(y))


def draw_stroke(user):
    user.press("B")
    canvas = user.window.area.canvas
    start = middle(user) - QPoint(0, 60)
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(canvas, start + QPoint(40, 0))
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=start + QPoint(40, 0))


def shown_map(user):
    return user.window.area.canvas.pencil.pyramid.levels[0]
