from datetime import datetime

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication

from app.widgets.facts_panel import FactsPanel, place_text
from core.photos.metadata import PhotoFacts

FACTS = PhotoFacts(
    size=(3956, 5280),
    file_bytes=9_000_000,
    taken=datetime(2026, 11, 20, 10, 42),
    camera="DJI FC3582",
    focal_length_mm=6.7,
    gps=(51.1089, -17.0326),
)


@pytest.fixture
def panel(qtbot):
    made = FactsPanel()
    qtbot.addWidget(made)
    return made


class Browser(QObject):
    def __init__(self):
        super().__init__()
        self.opened = []

    @Slot(QUrl)
    def open(self, url):
        self.opened.append(url.toString())


@pytest.fixture
def browser():
    made = Browser()
    QDesktopServices.setUrlHandler("https", made, "open")
    yield made
    QDesktopServices.unsetUrlHandler("https")


def test_facts_have_units(panel):
    panel.set_facts(FACTS)
    shown = [panel.rows.value(row) for row in range(6)]
    assert shown[:4] == ["2026-11-20 10:42", "DJI FC3582", "6.7 mm", "5280 × 3956 px · 20.9 MP"]
    assert shown[4].endswith("B")
    assert shown[5] == "51.10890° N 17.03260° W"


def test_what_the_file_does_not_tell_is_a_dash(panel):
    panel.set_facts(PhotoFacts(size=(1, 2), file_bytes=3))
    assert [panel.rows.value(row) for row in (0, 1, 2, 5)] == ["–"] * 4
    assert not panel.map_button.isEnabled()
    assert not panel.copy_button.isEnabled()


def test_copy_button_puts_the_place_on_the_clipboard(panel, qtbot):
    panel.set_facts(FACTS)
    qtbot.mouseClick(panel.copy_button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "51.108900, -17.032600"


def test_map_opens_only_on_click(panel, qtbot, browser):
    panel.set_facts(FACTS)
    assert browser.opened == []
    qtbot.mouseClick(panel.map_button, Qt.MouseButton.LeftButton)
    assert len(browser.opened) == 1
    assert "mlat=51.108900" in browser.opened[0]


def test_southern_and_western_places_have_their_letters():
    assert place_text(-33.5, 151.25) == "33.50000° S 151.25000° E"
