import pytest
from PySide6.QtCore import QSize

from app import assets
from app.icon_button import IconButton


@pytest.fixture
def button(qtbot):
    made = IconButton("copy", "Copy place")
    qtbot.addWidget(made)
    return made


def colour_of(button):
    image = button.icon().pixmap(QSize(32, 32)).toImage()
    solid = [
        image.pixelColor(x, y).name() for x in range(32) for y in range(32) if image.pixelColor(x, y).alpha() > 250
    ]
    return max(set(solid), key=solid.count)


@pytest.mark.parametrize("tokens", [assets.LIGHT, assets.DARK], ids=["light", "dark"])
def test_the_drawing_follows_the_theme(button, tokens):
    button.setPalette(assets.palette(tokens))
    assert colour_of(button) == tokens.text


@pytest.mark.parametrize("tokens", [assets.LIGHT, assets.DARK], ids=["light", "dark"])
def test_a_style_sheet_without_ground_does_not_change_the_drawing(button, tokens):
    button.setPalette(assets.palette(tokens))
    button.setStyleSheet(assets.style_sheet(tokens))
    button.show()
    assert colour_of(button) == tokens.text


def test_a_drawing_has_a_name_for_screen_readers(button):
    assert button.accessibleName() == button.toolTip() == "Copy place"
