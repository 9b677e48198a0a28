"""The log of ``crack-review predict``, one line a photo."""

import csv
from pathlib import Path
from types import TracebackType
from typing import Self

from core.export.files import told

COLUMNS = (
    "photo",
    "status",
    "error",
    "width",
    "height",
    "photo_score",
    "crack_area",
    "threshold",
    "model",
    "seconds",
)

Row = dict[str, object]


class Log:
    """``predictions.csv``, written a line at a time under another name and put in place at the end.

    A run that was killed leaves the lines of all photos that it had finished in ``predictions.csv.part``.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._staged = path.with_name(f"{path.name}.part")
        self.read = self.failed = 0

    def __enter__(self) -> Self:
        """Open it; what was there of an earlier run stays until the end of this one."""
        with told(self._staged):
            self._staged.parent.mkdir(parents=True, exist_ok=True)
            # Names that are no valid text keep their bytes.
            self._file = self._staged.open("w", encoding="utf-8", errors="surrogateescape", newline="")
        self._writer = csv.DictWriter(self._file, COLUMNS, lineterminator="\n")
        self._writer.writeheader()
        return self

    def add(self, row: Row) -> None:
        """One photo."""
        with told(self._staged):
            self._writer.writerow(row)
            self._file.flush()
        self.read += row["status"] == "ok"
        self.failed += row["status"] != "ok"

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Put it in place, also after an error: the masks of its photos are there."""
        with told(self._path):
            self._file.close()
            self._staged.replace(self._path)
