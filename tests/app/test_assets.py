import re
from itertools import chain

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from app import assets


def luminance(colour: str) -> float:
    """WCAG 2.2, relative luminance."""
    parts = [int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("tokens", [assets.DARK, assets.LIGHT], ids=["dark", "light"])
@pytest.mark.parametrize(("text", "ground"), assets.TEXT_ON_GROUND)
def test_every_text_meets_wcag_aa_on_its_ground(tokens, text, ground):
    assert contrast(getattr(tokens, text), getattr(tokens, ground)) >= 4.5


def test_black_on_white_has_the_contrast_that_the_standard_names():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


def test_every_token_that_is_a_text_colour_is_checked():
    checked = set(chain.from_iterable(assets.TEXT_ON_GROUND))
    assert set(assets.Tokens.__slots__) - checked == {"line"}


@pytest.mark.parametrize("tokens", [assets.DARK, assets.LIGHT], ids=["dark", "light"])
def test_style_sheet_names_no_colour_of_its_own(tokens):
    sheet = (assets.FOLDER / "style.qss").read_text(encoding="utf-8")
    assert not re.findall(r"#[0-9a-fA-F]{3,8}\b", sheet)
    assert "$" not in assets.style_sheet(tokens)


@pytest.fixture
def dressed(qapp):
    before = qapp.palette(), qapp.styleSheet(), qapp.font(), qapp.windowIcon()
    theme = assets.Theme(qapp)
    yield theme
    theme.deleteLater()
    qapp.setStyleSheet(before[1])
    qapp.setPalette(before[0])
    qapp.setFont(before[2])
    qapp.setWindowIcon(before[3])


def test_theme_follows_the_systems_scheme_while_the_program_runs(dressed, qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    hints = QApplication.styleHints()
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Light)
    qtbot.waitUntil(lambda: assets.tokens_of(widget) is assets.LIGHT)
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    qtbot.waitUntil(lambda: assets.tokens_of(widget) is assets.DARK)
    assert widget.palette().color(QPalette.ColorRole.Window) == QColor(assets.DARK.panel)


def test_a_preferred_scheme_holds_whatever_the_system_does(dressed, qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    dressed.prefer(Qt.ColorScheme.Light)
    QApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    qtbot.waitUntil(lambda: assets.tokens_of(widget) is assets.LIGHT)
    dressed.prefer(Qt.ColorScheme.Unknown)
    qtbot.waitUntil(lambda: assets.tokens_of(widget) is assets.DARK)


def test_unknown_scheme_is_shown_dark():
    assert assets.tokens_for(Qt.ColorScheme.Unknown) is assets.DARK


@pytest.mark.parametrize("path", sorted((assets.FOLDER / "icons").glob("*.svg")), ids=lambda path: path.stem)
def test_every_icon_draws_something(qapp, path):
    image = assets.pixmap(path.stem, "#ff0000", 32).toImage()
    seen = {image.pixelColor(x, y).name() for x in range(32) for y in range(32) if image.pixelColor(x, y).alpha() > 200}
    assert seen
    if path.stem != "crack-review":
        assert "#ff0000" in seen


def test_figures_are_tabular(qapp):
    assert assets.ui_font().featureValue(QFont.Tag("tnum")) == 1
