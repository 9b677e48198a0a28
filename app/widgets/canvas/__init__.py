"""The canvas: the upright photo with the map above it."""

from app.widgets.canvas.annotated import Mark
from app.widgets.canvas.correction import Tool
from app.widgets.canvas.widget import Canvas

__all__ = ["Canvas", "Mark", "Tool"]
