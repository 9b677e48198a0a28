"""When, where and with what the photo was taken."""

from PySide6.QtCore import QLocale, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.assets import STEP_PX
from app.icon_button import IconButton
from app.numbers import decimal, moment, short
from app.value_rows import ValueRows, heading
from core.photos.metadata import PhotoFacts

MAP_ADDRESS = "https://www.openstreetmap.org/?mlat={lat:.6f}&mlon={lon:.6f}#map=19/{lat:.6f}/{lon:.6f}"


class FactsPanel(QWidget):
    """Rows that stay where they are; what the file does not tell is a dash."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gps: tuple[float, float] | None = None
        self.rows = ValueRows(
            [
                self.tr("Taken"),
                self.tr("Camera"),
                self.tr("Focal length"),
                self.tr("Size"),
                self.tr("File"),
                self.tr("Place"),
            ]
        )
        self.copy_button = IconButton("copy", self.tr("Copy place"))
        self.map_button = IconButton("map", self.tr("Show on a map (opens the browser)"))
        self.copy_button.clicked.connect(self._copy)
        self.map_button.clicked.connect(self._open_map)
        top = QHBoxLayout()
        top.setSpacing(0)
        top.addWidget(heading(self.tr("Photo")))
        top.addStretch(1)
        top.addWidget(self.copy_button)
        top.addWidget(self.map_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * STEP_PX)
        column.addLayout(top)
        column.addWidget(self.rows)
        self.set_facts(None)

    def set_facts(self, facts: PhotoFacts | None) -> None:
        """The facts of the shown photo; None while there is none or it cannot be read."""
        self._gps = None if facts is None else facts.gps
        self.rows.set_values([None] * 6 if facts is None else self._texts(facts))
        for button in (self.copy_button, self.map_button):
            button.setEnabled(self._gps is not None)

    def _texts(self, facts: PhotoFacts) -> list[str | None]:
        height, width = facts.size
        megapixels = self.tr("{count} MP").format(count=decimal(height * width / 1e6, 1))
        return [
            None if facts.taken is None else moment(facts.taken),
            facts.camera,
            None if facts.focal_length_mm is None else f"{short(facts.focal_length_mm)} mm",
            f"{width} × {height} px · {megapixels}",
            QLocale().formattedDataSize(facts.file_bytes),
            None if facts.gps is None else place_text(*facts.gps),
        ]

    @Slot()
    def _copy(self) -> None:
        if self._gps is not None:
            QGuiApplication.clipboard().setText("{:.6f}, {:.6f}".format(*self._gps))

    @Slot()
    def _open_map(self) -> None:
        """The only place where the program names an address outside; nothing is sent before the click."""
        if self._gps is not None:
            lat, lon = self._gps
            QDesktopServices.openUrl(QUrl(MAP_ADDRESS.format(lat=lat, lon=lon)))


def place_text(latitude: float, longitude: float) -> str:
    """Degrees with hemisphere letters; five decimals are about a metre."""
    north = "N" if latitude >= 0 else "S"
    east = "E" if longitude >= 0 else "W"
    return f"{decimal(abs(latitude), 5)}° {north} {decimal(abs(longitude), 5)}° {east}"
