"""Settings come from one table and survive a restart."""

import pytest

from app.settings import SETTINGS, Settings


def test_without_a_file_every_setting_has_its_default(qapp):
    settings = Settings()
    assert all(settings.value(setting.key) == setting.default for setting in SETTINGS)


@pytest.mark.parametrize(
    ("key", "value"), [("review/auto_advance", False), ("work/cache_gib", 3), ("look/mask_colour", "blue")]
)
def test_set_value_is_there_after_a_restart_with_its_own_type(qapp, qtbot, key, value):
    settings = Settings()
    with qtbot.waitSignal(settings.changed) as changed:
        settings.set_value(key, value)
    assert changed.args == [key]
    del settings
    assert Settings().value(key) == value


def test_setting_the_same_value_says_nothing(qapp, qtbot):
    settings = Settings()
    with qtbot.assertNotEmitted(settings.changed):
        settings.set_value("work/predict_all", True)


def test_damaged_value_counts_as_not_set(qapp, home):
    (home / "settings.ini").write_text("[work]\ncache_gib=plenty\n")
    assert Settings().value("work/cache_gib") == 10


def test_recent_folders_are_newest_first_each_once_and_only_those_that_exist(qapp, tmp_path):
    settings = Settings()
    folders = [tmp_path / name for name in "abc"]
    for folder in folders:
        folder.mkdir()
        settings.add_recent_folder(folder)
    settings.add_recent_folder(folders[0])
    folders[1].rmdir()
    assert settings.recent_folders() == [folders[0], folders[2]]


def test_every_default_is_one_of_its_choices_and_in_its_range():
    for setting in SETTINGS:
        if setting.choices is not None:
            assert setting.default in setting.choices
        elif not isinstance(setting.default, bool):
            assert setting.minimum <= setting.default <= setting.maximum
