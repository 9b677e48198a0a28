"""Two inspectors, through the real main(): projects handed over, compared, settled one by one, merged, undone."""

import shutil

import pytest
from PySide6.QtWidgets import QFileDialog

from core.project import comments
from core.project.bundle import export_bundle
from core.project.project import Project
from core.values import Tag
from tests.windows import drive

pytestmark = pytest.mark.usefixtures("network")


@pytest.fixture
def folder(tmp_path, paint):
    """Ana's: the first photo is cracked, the second is not."""
    for number in range(1, 5):
        paint(tmp_path / "ana" / f"photo {number}.png", size=(40, 60 + number))
    tag(tmp_path / "ana", "ana", {"photo 1.png": Tag.CRACKED, "photo 2.png": Tag.NOT_CRACKED})
    return tmp_path / "ana"


@pytest.fixture
def bens(folder, tmp_path):
    """Ben has a copy of the photos; he sees the first two otherwise, and tagged the third as well."""
    copy = tmp_path / "ben"
    shutil.copytree(folder, copy, ignore=shutil.ignore_patterns(".crack-review"))
    said = {"photo 1.png": Tag.NOT_CRACKED, "photo 2.png": Tag.CRACKED, "photo 3.png": Tag.UNSURE}
    tag(copy, "ben", said)
    with Project.open(copy, "ben") as project:
        comments.comment(project, id_of(project, "photo 4.png"), "wet")
    return copy


def tag(folder, user, tags):
    with Project.open(folder, user) as project:
        project.sync(sorted(folder.glob("*.png")))
        for name, said in tags.items():
            project.set_tags([id_of(project, name)], said)


def id_of(project, name):
    return next(row.id for row in project.photos() if row.path == name)


def tags_of(folder):
    with Project.open(folder) as project:
        return {row.path: row.tag for row in project.photos() if row.tag}


def choose(monkeypatch, kind, path):
    answers = {
        "getOpenFileName": (str(path), ""),
        "getSaveFileName": (str(path), ""),
        "getExistingDirectory": str(path),
    }
    monkeypatch.setattr(QFileDialog, kind, lambda *_: answers[kind])


def meet(user, action):
    user.window.actions_by_id[action].trigger()
    room = user.window.meeting_room
    user.until(lambda: room.merge_dialog is not None and room.merge_dialog.isVisible())
    return room.merge_dialog


def columns(dialog, column):
    return [dialog.tree.topLevelItem(row).text(column) for row in range(dialog.tree.topLevelItemCount())]


def test_conflicts_are_settled_one_by_one_and_one_undo_takes_the_merge_back(qtbot, folder, bens, tmp_path, monkeypatch):
    with Project.open(bens) as project:
        export_bundle(project, tmp_path / "ben.crackreview")
    choose(monkeypatch, "getOpenFileName", tmp_path / "ben.crackreview")

    def script(user):
        user.has_photos(4)
        dialog = meet(user, "merge_file")
        assert columns(dialog, 0) == ["photo 1.png", "photo 2.png"]
        assert "ana" in columns(dialog, 2)[0] and "not cracked · ben" in columns(dialog, 3)[0]
        assert user.current == "photo 1.png"
        user.click(dialog.ours_button)
        assert user.current == "photo 2.png"
        user.click(dialog.theirs_button)
        assert columns(dialog, 4) == ["✓ ours", "✓ theirs"]
        user.click(dialog.merge_button)
        user.until(lambda: user.tag_of("photo 2.png") is Tag.CRACKED)
        assert user.tag_of("photo 1.png") is Tag.CRACKED and user.tag_of("photo 3.png") is Tag.UNSURE
        assert user.item("photo 4.png").standing.comment == "wet"
        user.press("Ctrl+Z")
        user.until(lambda: user.tag_of("photo 2.png") is Tag.NOT_CRACKED)
        assert user.tag_of("photo 3.png") is None and user.item("photo 4.png").standing.comment == ""
        user.press("Ctrl+Shift+Z")
        user.until(lambda: user.tag_of("photo 3.png") is Tag.UNSURE)

    drive(qtbot, script, folder)
    assert tags_of(folder) == {"photo 1.png": Tag.CRACKED, "photo 2.png": Tag.CRACKED, "photo 3.png": Tag.UNSURE}
    assert tags_of(bens)["photo 2.png"] is Tag.CRACKED


def test_what_is_left_unsettled_stays_as_it_is_here(qtbot, folder, bens, monkeypatch):
    choose(monkeypatch, "getExistingDirectory", bens)

    def script(user):
        user.has_photos(4)
        dialog = meet(user, "merge_folder")
        user.click(dialog.merge_button)
        user.until(lambda: user.tag_of("photo 3.png") is Tag.UNSURE)

    drive(qtbot, script, folder)
    assert tags_of(folder) == {"photo 1.png": Tag.CRACKED, "photo 2.png": Tag.NOT_CRACKED, "photo 3.png": Tag.UNSURE}


def test_project_is_handed_over_as_a_file_that_a_colleague_merges(qtbot, folder, bens, tmp_path, monkeypatch):
    file = tmp_path / "ana.crackreview"
    choose(monkeypatch, "getSaveFileName", file)
    choose(monkeypatch, "getOpenFileName", file)

    def hand_over(user):
        user.has_photos(4)
        user.window.actions_by_id["hand_over"].trigger()
        user.until(file.exists)

    def take(user):
        user.has_photos(4)
        dialog = meet(user, "merge_file")
        dialog.tree.selectAll()
        user.click(dialog.theirs_button)
        user.click(dialog.merge_button)
        user.until(lambda: user.tag_of("photo 1.png") is Tag.CRACKED)

    drive(qtbot, hand_over, folder)
    drive(qtbot, take, bens)
    assert tags_of(bens)["photo 2.png"] is Tag.NOT_CRACKED


@pytest.mark.parametrize("content", [b"", b"no project"])
def test_file_that_is_no_project_is_a_sentence_and_changes_nothing(qtbot, folder, tmp_path, monkeypatch, content):
    (tmp_path / "x.crackreview").write_bytes(content)
    choose(monkeypatch, "getOpenFileName", tmp_path / "x.crackreview")
    told = []

    def script(user):
        user.has_photos(4)
        user.window.door.notice_given.connect(told.append)
        user.window.actions_by_id["merge_file"].trigger()
        user.until(lambda: any("ask for it again" in sentence for sentence in told))

    before = tags_of(folder)
    drive(qtbot, script, folder)
    assert tags_of(folder) == before


def test_sub_folder_uses_the_project_of_its_parent(qtbot, tmp_path, paint):
    for name in ("north", "south"):
        paint(tmp_path / name / f"{name}.png")

    def whole(user):
        user.has_photos(2)

    def part(user):
        user.until(lambda: user.listed() == ["south.png"])
        user.press("Home", "C")
        user.all_on_disk()
        assert user.window.windowTitle().startswith(tmp_path.name)
        user.window.queue_bar.set_search("")
        assert user.listed() == ["north.png", "south.png"]

    drive(qtbot, whole, tmp_path)
    drive(qtbot, part, tmp_path / "south")
    assert not (tmp_path / "south" / ".crack-review").exists()
    assert tags_of(tmp_path) == {"south/south.png": Tag.CRACKED}


@pytest.fixture
def parts(tmp_path, paint):
    """A folder without a project above two that have one."""
    for name, said in (("north", Tag.CRACKED), ("south", Tag.NOT_CRACKED)):
        paint(tmp_path / name / "1.png", size=(40, 60 + len(name) + (name == "south")))
        tag(tmp_path / name, name, {"1.png": said})
    return tmp_path


def asked(user):
    room = user.window.meeting_room
    user.until(lambda: room.projects_dialog is not None and room.projects_dialog.isVisible())
    return room.projects_dialog


def test_opening_a_parent_of_projects_asks_and_writes_nothing_before(qtbot, parts):
    def script(user):
        dialog = asked(user)
        assert [dialog.list.item(row).text() for row in range(2)] == ["north", "south"]
        assert user.window.session.project is None
        dialog.list.setCurrentRow(1)
        user.click(dialog.one_button)
        user.has_photos(1)
        assert user.tag_of("1.png") is Tag.NOT_CRACKED

    drive(qtbot, script, parts)
    assert not (parts / ".crack-review").exists()


def test_one_project_for_all_takes_over_what_the_projects_below_say(qtbot, parts):
    def script(user):
        user.click(asked(user).all_button)
        user.has_photos(2)
        user.until(lambda: [item.tag for item in user.window.session.items()] == [Tag.CRACKED, Tag.NOT_CRACKED])

    drive(qtbot, script, parts)
    assert tags_of(parts) == {"north/1.png": Tag.CRACKED, "south/1.png": Tag.NOT_CRACKED}
    assert tags_of(parts / "north") == {"1.png": Tag.CRACKED}
