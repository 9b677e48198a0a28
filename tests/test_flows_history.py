"""Undo and redo of every kind of statement, after a restart, through the real main(); the history and the way back."""

from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np
import pytest

from core.measure.scale import from_line
from core.project import (
    calibration,
    comments,
    cracks,
    scales,
)
from core.project.cracks import Anchor, Verdict
from core.project.judgements import Aspect
from core.project.project import Project
from core.values import Tag
from tests.windows import drive

LAYER = np.full((40, 61), 255, np.uint8)


pytestmark = pytest.mark.usefixtures("network")


@pytest.fixture
def folder(tmp_path, paint):
    for number in range(1, 4):
        paint(tmp_path / "pier" / f"photo {number}.png", size=(40, 60 + number))
    return tmp_path


@dataclass(frozen=True)
class Kind:
    """How something is said, and where it is seen in the window."""

    say: Any
    seen: Any


def said(action):
    return lambda user: user.window.session.say(lambda project: action(project, user.item("photo 1.png").id))


def shown(user):
    return user.window.area.shown


def standing(user):
    return user.item("photo 1.png").standing


def threshold_of(user):
    return user.window.session.threshold_of(user.item("photo 1.png").id)


def import_tags(user):
    file = user.window.session.root / "tags.csv"
    file.write_text("image,tag\npier/photo 1.png,cracked\n")
    user.window.tag_files.take_in(file)


def facts(user, kind):
    return user.window.session.project.facts(kind)


KINDS = {
    "tag": Kind(lambda user: user.press("C"), lambda user: user.tag_of("photo 1.png") is Tag.CRACKED),
    "imported tags": Kind(import_tags, lambda user: user.tag_of("photo 1.png") is Tag.CRACKED),
    "review": Kind(lambda user: user.press("R"), lambda user: user.item("photo 1.png").is_reviewed),
    "threshold": Kind(
        lambda user: user.window.session.set_threshold(0.7), lambda user: threshold_of(user) == pytest.approx(0.7)
    ),
    "note": Kind(said(partial(comments.comment, text="wet")), lambda user: standing(user).comment == "wet"),
    "judgement": Kind(
        lambda user: user.window.area.desk.judging.judge([user.item("photo 1.png").id], {Aspect.STRUCTURE: "Pier"}),
        lambda user: standing(user).judgement.structure == "Pier",
    ),
    "correction": Kind(
        lambda user: user.window.area.desk.correcting.keep_layer(LAYER),
        lambda user: shown(user).layer is not None,
    ),
    "region to ignore": Kind(
        lambda user: user.window.area.desk.correcting.add_region(((1, 1), (30, 1), (30, 30))),
        lambda user: bool(shown(user).remarks.regions),
    ),
    "verdict on a crack": Kind(
        said(lambda project, photo: cracks.judge(project, photo, [Anchor(1, 2)], Verdict.REJECTED)),
        lambda user: bool(shown(user).remarks.verdicts),
    ),
    "scale of severity": Kind(
        lambda user: user.window.area.desk.judging.choose_scale(scales.Scale("Mine", (scales.Grade("1", "good"),))),
        lambda user: user.window.area.desk.judging.vocabulary.scale.name == "Mine",
    ),
    "names of folders": Kind(
        lambda user: user.window.area.desk.judging.learn("{structure}/*"),
        lambda user: standing(user).judgement.structure == "pier",
    ),
    "scale in millimetres": Kind(
        said(lambda project, photo: calibration.set_for_photos(project, [photo], from_line((0, 0), (40, 0), 80.0))),
        lambda user: bool(facts(user, calibration.KIND)),
    ),
}


@pytest.mark.parametrize("name", KINDS)
def test_every_kind_of_statement_is_undone_and_done_again_also_after_a_restart(qtbot, folder, name):
    kind = KINDS[name]

    def say(user):
        user.has_photos(3)
        user.press("Home")
        user.sees_mask()
        assert not kind.seen(user)
        kind.say(user)
        user.press("Home")
        user.until(lambda: kind.seen(user))

    def take_back_and_restore(user):
        user.has_photos(3)
        user.press("Home")
        user.sees_mask()
        user.until(lambda: kind.seen(user))
        user.press("Ctrl+Z")
        user.until(lambda: not kind.seen(user))
        user.press("Ctrl+Shift+Z")
        user.until(lambda: kind.seen(user))
        user.press("Ctrl+Z")
        user.until(lambda: not kind.seen(user))

    drive(qtbot, say, folder)
    drive(qtbot, take_back_and_restore, folder)
    with Project.open(folder) as project:
        assert project.every_fact() == {}


def test_undo_has_no_limit(qtbot, folder):
    with Project.open(folder) as project:
        project.sync(sorted(folder.rglob("*.png")))
        ids = [row.id for row in project.photos()]
        for number in range(120):
            project.set_tags(ids, [Tag.CRACKED, Tag.NOT_CRACKED][number % 2])

    def script(user):
        user.has_photos(3)
        user.all_predicted()
        user.until(lambda: not user.window.centre.titles)
        for _ in range(120):
            user.window.session.undo()
        user.until(lambda: not any(item.tag for item in user.window.session.items()))

    drive(qtbot, script, folder)
    with Project.open(folder) as project:
        assert not project.can_undo and project.can_redo


def rows_of(window):
    return [[row.text(column) for column in range(3)] for row in window._rows()]


def test_history_says_who_did_what_to_which_photo_and_leads_back_and_to_the_photo(qtbot, folder):
    def script(user):
        user.has_photos(3)
        user.press("C", "N")
        user.all_on_disk()
        user.press("Ctrl+H")
        window = user.window.dialogs.history
        user.until(lambda: len(rows_of(window)) == 3)
        with Project.open(folder) as project:
            who = project.user
        assert [(row[1], row[2]) for row in rows_of(window)[:2]] == [
            (who, "Tag: not cracked · pier/photo 2.png"),
            (who, "Tag: cracked · pier/photo 1.png"),
        ]
        window.tree.setCurrentItem(window.tree.topLevelItem(1))
        user.click(window.photo_button)
        assert user.current == "photo 1.png"
        user.click(window.go_button)
        user.until(lambda: user.tag_of("photo 2.png") is None)
        assert user.tag_of("photo 1.png") is Tag.CRACKED
        user.until(lambda: "(undone)" in rows_of(window)[0][2])
        window.tree.setCurrentItem(window.tree.topLevelItem(2))
        user.click(window.go_button)
        user.until(lambda: user.tag_of("photo 1.png") is None)
        window.tree.setCurrentItem(window.tree.topLevelItem(0))
        user.click(window.go_button)
        user.until(lambda: user.tag_of("photo 2.png") is Tag.NOT_CRACKED)
        window.filter.setText("photo 2")
        assert [row.isHidden() for row in window._rows()] == [False, True, True]

    drive(qtbot, script, folder)


def test_long_history_is_shown_in_parts(qtbot, folder, monkeypatch):
    monkeypatch.setattr("app.dialogs.HISTORY_LINES", 2)

    def script(user):
        user.has_photos(3)
        user.press("C", "N", "U")
        user.all_on_disk()
        user.press("Ctrl+H")
        window = user.window.dialogs.history
        user.until(lambda: len(rows_of(window)) == 2)
        user.click(window.older_button)
        user.until(lambda: len(rows_of(window)) == 4 and not window.older_button.isEnabled())

    drive(qtbot, script, folder)


def test_exported_and_imported_tags_go_through_the_window(qtbot, folder, tmp_path_factory, monkeypatch):
    file = tmp_path_factory.mktemp("tables") / "tags.csv"
    chosen = "PySide6.QtWidgets.QFileDialog"
    monkeypatch.setattr(f"{chosen}.getSaveFileName", lambda *_: (str(file), ""))
    monkeypatch.setattr(f"{chosen}.getOpenFileName", lambda *_: (str(file), ""))

    def script(user):
        user.has_photos(3)
        user.press("C", "N", "U")
        user.all_on_disk()
        user.window.actions_by_id["export_tags"].trigger()
        user.until(file.exists)
        user.press("Ctrl+A", "Backspace")
        user.until(lambda: not any(item.tag for item in user.window.session.items()))
        user.window.actions_by_id["import_tags"].trigger()
        user.until(lambda: [user.tag_of(name) for name in user.listed()] == [Tag.CRACKED, Tag.NOT_CRACKED, Tag.UNSURE])

    drive(qtbot, script, folder)
    assert len(file.read_text().splitlines()) == 4
