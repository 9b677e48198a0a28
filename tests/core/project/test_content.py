import os

from core.photos.identity import content_hash
from core.project.content import Content, Description
from core.values import Tag


def look(project, photo, path):
    facts = path.stat()
    return project.set_content(photo, Content(content_hash(path), facts.st_size, facts.st_mtime_ns))


def sync(project):
    return project.sync(sorted(project.folder.rglob("*.jpg")))


def hash_all(project):
    return [look(project, photo, path) for photo, path in project.unhashed()]


def test_a_moved_photo_is_found_again_with_its_tag_and_its_id(project):
    (project.folder / "a.jpg").write_bytes(b"one")
    (project.folder / "b.jpg").write_bytes(b"two")
    sync(project)
    hash_all(project)
    a, _ = [row.id for row in project.photos()]
    project.set_tags([a], Tag.CRACKED)
    (project.folder / "süd").mkdir()
    (project.folder / "a.jpg").rename(project.folder / "süd" / "z.jpg")
    (new,) = sync(project).added
    (change,) = hash_all(project)
    assert change.kind == "relinked" and change.photos == (a, new)
    assert [(row.id, row.path, row.tag) for row in project.photos()][1] == (a, "süd/z.jpg", Tag.CRACKED)
    project.undo()
    assert project.photo(a).tag is None
    assert sync(project) == type(sync(project))()


def test_a_copy_is_a_photo_of_its_own(project):
    (project.folder / "a.jpg").write_bytes(b"one")
    sync(project)
    hash_all(project)
    (project.folder / "b.jpg").write_bytes(b"one")
    sync(project)
    (change,) = hash_all(project)
    assert change.kind == "hashed"
    assert len(project.photos()) == 2


def test_a_photo_that_was_tagged_at_its_new_place_keeps_what_was_said_there(project):
    (project.folder / "a.jpg").write_bytes(b"one")
    sync(project)
    hash_all(project)
    (old,) = [row.id for row in project.photos()]
    project.set_tags([old], Tag.CRACKED)
    (project.folder / "a.jpg").rename(project.folder / "b.jpg")
    (new,) = sync(project).added
    project.set_tags([new], Tag.NOT_CRACKED)
    hash_all(project)
    assert [(row.id, row.tag) for row in project.photos()] == [(new, Tag.NOT_CRACKED)]
    assert project.photo(old).is_missing and project.photo(old).tag is Tag.CRACKED


def test_changed_content_keeps_the_tag_and_is_marked_until_somebody_looked(project):
    path = project.folder / "a.jpg"
    path.write_bytes(b"one")
    sync(project)
    hash_all(project)
    (photo,) = [row.id for row in project.photos()]
    project.set_tags([photo], Tag.CRACKED)
    assert project.outdated() == []
    path.write_bytes(b"another")
    os.utime(path, ns=(1, 1))
    assert project.outdated() == [(photo, path)]
    assert look(project, photo, path).kind == "changed"
    assert project.photo(photo).is_changed and project.photo(photo).tag is Tag.CRACKED
    assert project.outdated() == []
    project.confirm_content([photo])
    assert not project.photo(photo).is_changed


def test_what_reading_told_is_kept_and_an_error_can_pass(project, add):
    (photo,) = add(project, "a.jpg")
    project.describe(photo, Description(height=30, width=40, taken="2026-05-01T12:00:00", fingerprint=2**64 - 1))
    project.describe(photo, Description(error="The file ends early."))
    row = project.photo(photo)
    assert (row.height, row.width, row.taken) == (30, 40, "2026-05-01T12:00:00")
    assert row.error == "The file ends early."
    project.describe(photo, Description(error=""))
    assert project.photo(photo).error is None and project.photo(photo).height == 30


def test_an_unhashed_photo_that_vanished_from_the_register_is_no_trouble(project):
    assert not project.set_content(99, Content("00", 1, 1)).photos
