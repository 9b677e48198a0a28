import pytest
from PySide6.QtCore import Qt

from app.imaging import Tone
from app.widgets.view_panel import ViewPanel


@pytest.fixture
def panel(qtbot):
    made = ViewPanel()
    qtbot.addWidget(made)
    made.show()
    return made


def test_sliders_tell_the_tone_by_keys(panel, qtbot):
    with qtbot.waitSignal(panel.tone_changed) as told:
        qtbot.keyClick(panel.brightness, Qt.Key.Key_PageUp)
    assert told.args == [Tone(brightness=0.2)]
    with qtbot.waitSignal(panel.tone_changed) as told:
        qtbot.keyClick(panel.contrast, Qt.Key.Key_Left)
    assert told.args == [Tone(brightness=0.2, contrast=-0.05)]


def test_reset_brings_the_photo_back_as_it_was_taken(panel, qtbot):
    panel.brightness.setValue(40)
    panel.contrast.setValue(-30)
    qtbot.mouseClick(panel.reset_button, Qt.MouseButton.LeftButton)
    assert panel.tone.is_plain
    assert not panel.reset_button.isEnabled()


def test_opacity_is_told_when_moved_and_not_when_set(panel, qtbot):
    heard = []
    panel.opacity_changed.connect(heard.append)
    panel.set_opacity(0.3)
    assert heard == []
    qtbot.keyClick(panel.opacity, Qt.Key.Key_Right)
    assert heard == [0.35]


def test_the_mask_can_not_be_made_invisible_by_opacity(panel):
    panel.set_opacity(0.0)
    assert panel.opacity.value() == 10
