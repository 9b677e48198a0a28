from pathlib import Path, PurePosixPath

import pytest

import resources
from core.support import discretion
from core.support.discretion import Discretion


@pytest.fixture(autouse=True)
def anas_machine(monkeypatch):
    monkeypatch.setattr(discretion.getpass, "getuser", lambda: "ana")
    monkeypatch.setattr(discretion.platform, "node", lambda: "SITE-LAPTOP-7")
    monkeypatch.setattr(discretion.Path, "home", lambda: PurePosixPath("/home/ana"))
    monkeypatch.setattr(discretion.tempfile, "gettempdir", lambda: "/tmp")


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("/home/ana/Photos/1.jpg is broken.", "<folder>/1.jpg is broken."),
        ("Opened /mnt/Brücke 7/Nord 2/a.jpg.", "Opened <folder>/a.jpg."),
        (r"C:\Users\ana\Brücke 7\a.jpg is broken.", "<folder>/a.jpg is broken."),
        (r"'C:\\Users\\ana\\a.jpg'", "'<folder>/a.jpg'"),
        (r"\\server\share\site\a.jpg is broken.", "<folder>/a.jpg is broken."),
        ("Ana on site-laptop-7 has it.", "<user> on <machine> has it."),
        ("Dropped: file:///home/ana/Br%C3%BCcke%207/a.jpg.", "Dropped: <folder>/a.jpg."),
        ("Dropped: file:///C:/Users/ana/a.jpg", "Dropped: <folder>/a.jpg"),
        ("A banana and/or 3/4 of 2026/11/23.", "A banana and/or 3/4 of 2026/11/23."),
        ("/tmp/x", "<temp>/x"),
    ],
)
def test_folders_and_names_go_and_the_rest_stays(said, left):
    assert Discretion().over(said) == left


def test_known_folders_go_whole_also_as_a_settings_file_writes_them():
    veil = Discretion(folders=[Path("/mnt/Kunde Müller"), Path("/mnt/Kunde Müller/Nord")])
    assert veil.over("last=/mnt/Kunde Müller/Nord") == "last=<folder>"
    assert veil.over("/mnt/Kunde Müller: 7 photos") == "<folder>: 7 photos"


def test_lines_of_the_program_itself_can_still_be_found():
    root = Path(resources.__file__).parents[1]
    assert Discretion().over(f'File "{root}/core/cli.py", line 7') == 'File "<program>/core/cli.py", line 7'
