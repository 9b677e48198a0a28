import hashlib

import pytest

from core.errors import ProjectError
from core.project.tagcsv import export_tags, import_tags, read_training_set
from core.values import Role, Tag


@pytest.fixture
def file(tmp_path):
    return tmp_path / "tags.csv"


def tags(project):
    return {row.path: row.tag for row in project.photos() if row.tag}


def test_what_is_exported_is_imported_the_same(project, add, file):
    ids = add(project, "a.jpg", "süd/b, c.jpg", "=1+2.jpg", "'x.jpg", "d.jpg")
    project.set_tags(ids[:3], Tag.CRACKED)
    project.set_tags(ids[3:4], Tag.UNSURE)
    before = tags(project)
    assert export_tags(project, file) == 4
    project.set_tags(ids, None)
    imported = import_tags(project, file)
    assert tags(project) == before and imported.unknown == ()
    project.undo()
    assert tags(project) == {}


def test_no_cell_of_an_export_is_a_formula(project, add, file):
    project.set_tags(add(project, "=HYPERLINK(1).jpg", "@x.jpg", "-1.jpg", "+1.jpg"), Tag.CRACKED)
    export_tags(project, file)
    cells = [cell for line in file.read_text("utf-8").splitlines() for cell in line.split(",")]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]


@pytest.mark.parametrize(
    "text",
    [
        "photo,tag\na.jpg,cracked\nb.jpg,not_cracked\n",
        "\ufeffPhoto;Tag\r\na.jpg;Cracked\r\nb.jpg;not cracked\r\n",
        "image,tag,source,photo\nsub/a.jpg,cracked,cfd,cfd/1\nsub\\b.jpg,not_cracked,cfd,cfd/2\n",
        "tag\tphoto\ncracked\ta.jpg\nnot_cracked\tb.jpg",
    ],
)
def test_tables_of_many_programs_are_understood(project, add, file, text):
    add(project, "a.jpg", "b.jpg", "c.jpg")
    file.write_text(text, "utf-8")
    import_tags(project, file)
    assert tags(project) == {"a.jpg": Tag.CRACKED, "b.jpg": Tag.NOT_CRACKED}


def test_an_empty_tag_clears_and_unknown_photos_are_named(project, add, file):
    ids = add(project, "a.jpg", "x/same.jpg", "y/same.jpg")
    project.set_tags(ids, Tag.CRACKED)
    file.write_text("photo,tag\na.jpg,\nsame.jpg,unsure\n../../etc/passwd,cracked\n/a.png,cracked\n")
    assert import_tags(project, file).unknown == ("same.jpg", "../../etc/passwd", "/a.png")
    assert tags(project) == {"x/same.jpg": Tag.CRACKED, "y/same.jpg": Tag.CRACKED}


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"photo,tag\na.jpg,cracked\nb.jpg,maybe\n", "Line 3 .*'maybe'; known tags are cracked"),
        (b"file,label\na.jpg,cracked\n", "needs the columns photo and tag"),
        (b"", "needs the columns"),
        (b"\x00\xff\xfe" * 50, "needs the columns|no table"),
        (b"photo,tag\n" + b"a" * 200_000 + b",cracked\n", "no table of tags"),
    ],
)
def test_a_wrong_table_is_a_sentence_and_changes_nothing(project, add, file, content, sentence):
    add(project, "a.jpg", "b.jpg")
    file.write_bytes(content)
    with pytest.raises(ProjectError, match=sentence):
        import_tags(project, file)
    assert tags(project) == {} and project.history() == []


def test_a_file_that_is_not_there_is_a_sentence(project, file, tmp_path):
    with pytest.raises(ProjectError, match="could not be read"):
        import_tags(project, file)
    with pytest.raises(ProjectError, match="could not be written"):
        export_tags(project, tmp_path / "nowhere" / "tags.csv")


def test_a_training_set_keeps_crops_of_one_photo_on_one_side(tmp_path, file):
    (tmp_path / "images").mkdir()
    rows = ["image,tag,source,photo"]
    for number in range(60):
        (tmp_path / "images" / f"{number}.jpg").touch()
        rows.append(f"images/{number}.jpg,{'cracked' if number % 3 else 'not_cracked'},cfd,cfd/{number // 2}")
    rows.append("images/0.jpg,unsure,cfd,cfd/0")
    file.write_text("\n".join(rows))
    photos = read_training_set(file, tmp_path / "elsewhere")
    assert len(photos) == 60 and photos[0].path == tmp_path / "images" / "0.jpg"
    assert (photos[2].source, photos[2].group) == ("cfd", "cfd/1")
    for photo in photos:
        is_held_out = int(hashlib.sha256(photo.group.encode()).hexdigest(), 16) % 10 == 0
        assert photo.role is (Role.HELD_OUT if is_held_out else Role.TRAIN)
    assert {photo.role for photo in photos} == set(Role)


def test_missing_photos_of_a_training_set_are_a_sentence(tmp_path, file):
    file.write_text("photo,tag\ngone.jpg,cracked\n")
    with pytest.raises(ProjectError, match=r"1 of the 1 photos .* the first is gone\.jpg"):
        read_training_set(file, tmp_path)


@pytest.mark.parametrize("name", ["../outside.png", "/etc/passwd", "C:\\photos\\a.png", "a/../../b.png"])
def test_a_training_set_that_names_photos_outside_its_folder_is_refused(tmp_path, name):
    (tmp_path / "outside.png").touch()
    (tmp_path / "photos").mkdir()
    table = tmp_path / "photos" / "tags.csv"
    table.write_text(f"image,tag\n{name},cracked\n")
    with pytest.raises(ProjectError, match="outside its folder"):
        read_training_set(table, tmp_path / "photos")


def test_a_name_that_no_file_can_have_is_a_missing_photo(tmp_path):
    (tmp_path / "tags.csv").write_text(f"photo,tag\n{'x' * 10_000}.png,cracked\n")
    with pytest.raises(ProjectError, match="1 of the 1 photos"):
        read_training_set(tmp_path / "tags.csv", tmp_path)
