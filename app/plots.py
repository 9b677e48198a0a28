"""Axes of plots whose numbers are written as in the user's language."""

from collections.abc import Sequence

import pyqtgraph

from app.numbers import localised


class Axis(pyqtgraph.AxisItem):
    """Says the numbers as they are: no powers of ten beside the title."""

    def __init__(self, side: str) -> None:
        super().__init__(side)
        self.enableAutoSIPrefix(False)

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:  # noqa: N802
        """What pyqtgraph writes, with this language's decimal mark."""
        return [localised(text) for text in super().tickStrings(values, scale, spacing)]


def axes() -> dict[str, Axis]:
    """The two axes that a plot shows."""
    return {side: Axis(side) for side in ("left", "bottom")}
