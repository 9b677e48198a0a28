"""Writes the project of the newest format version as text, to be kept for good: run once for every new version.

`python tests/core/project/formats/make.py` makes version_<n>.sql beside this file, and refuses to make it anew.
"""

import sqlite3
import tempfile
from pathlib import Path

import numpy as np

from core.project.content import Content, Description
from core.project.predictions import StoredPrediction
from core.project.project import Project
from core.project.schema import MIGRATIONS
from core.values import Tag


def fill(project: Project) -> None:
    """A small project with a bit of everything; the tests know what is in it."""
    project.sync([project.folder / name for name in ("a.jpg", "b 2.jpg", "b 10.jpg", "süd/c.jpg")])
    a, b2, b10, c = (row.id for row in project.photos())
    project.set_content(a, Content("0" * 32, 1000, 123456789))
    for number, photo in enumerate((a, b2, b10, c)):
        project.describe(photo, Description(height=300, width=400, fingerprint=0x0F1E2D3C4B5A6978 * (number + 1)))
    project.set_tags([a, b2, b10], Tag.CRACKED)
    project.set_tags([c], Tag.NOT_CRACKED)
    project.set_tags([b10], Tag.UNSURE)
    project.undo()
    project.assign_roles()
    project.set_setting("threshold", 0.4)
    project.set_setting("active_model", "0123456789abcdef")
    histogram = np.arange(256)
    project.record_predictions([StoredPrediction(a, "0123456789abcdef", photo_score=0.9, histogram=histogram)])


def main() -> None:
    """Makes the file."""
    target = Path(__file__).parent / f"version_{len(MIGRATIONS)}.sql"
    with tempfile.TemporaryDirectory() as folder, Project.open(Path(folder), user="ana") as project:
        fill(project)
        pragmas = [f"PRAGMA {name} = {value(project.connection, name)};" for name in ("user_version", "application_id")]
        text = "\n".join([*project.connection.iterdump(), *pragmas, ""])
    with target.open("x", encoding="utf-8") as file:
        file.write(text)


def value(connection: sqlite3.Connection, pragma: str) -> int:
    """What a PRAGMA is."""
    return int(connection.execute(f"PRAGMA {pragma}").fetchone()[0])


if __name__ == "__main__":
    main()
