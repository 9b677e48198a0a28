import pytest

from core.project.project import Project


@pytest.fixture(autouse=True)
def user_home(tmp_path, monkeypatch):
    """Nothing is written to the real user's data folder."""
    home = tmp_path / "home of the user"
    monkeypatch.setenv("CRACK_REVIEW_HOME", str(home))
    return home


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "brücke 7"
    folder.mkdir()
    return folder


@pytest.fixture
def project(folder):
    with Project.open(folder, user="ana") as project:
        yield project


@pytest.fixture
def add():
    """Takes photos into a project that need not exist as files, and returns the ids of all in order."""

    def add(project, *names):
        project.sync([project.folder / name for name in names])
        return [row.id for row in project.photos()]

    return add
