"""A project of 100,000 photos and 1,000,000 actions: how long opening, the list, a tag and undo take; prints a table.

Run: python tests/bench/large.py
"""

import json
import resource
import statistics
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from core.project import backups
from core.project.journal import Journal, position_line, stamp_now
from core.project.project import Project
from core.project.register import natural_key
from core.values import Tag

PHOTOS, ACTIONS = 100_000, 1_000_000
REPEATS = 5


def main() -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = filled(Path(place))
        size_mib = (folder / ".crack-review" / "project.sqlite").stat().st_size >> 20
        print(f"{PHOTOS:,} photos, {ACTIONS:,} actions, {size_mib} MiB; medians of {REPEATS}, by the clock")
        for name, seconds in measured(folder).items():
            print(f"{name:>34} {seconds:8.3f} s")
        print(f"{'peak memory':>34} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10:8} MiB")


def filled(folder: Path) -> Path:
    """Rows as years of work would leave them, written at once."""
    with Project.open(folder) as project:
        paths = (f"section {number // 1000}/IMG_{number % 1000}.JPG" for number in range(PHOTOS))
        rows = ((path, natural_key(path)) for path in paths)
        with project.changing() as connection:
            connection.executemany("INSERT INTO photos (path, natural_key) VALUES (?, ?)", rows)
            connection.executemany(
                "INSERT INTO facts (photo, kind, value) VALUES (?, 'tag', '\"cracked\"')",
                ((number + 1,) for number in range(PHOTOS)),
            )
            connection.executemany(
                "INSERT INTO audit (when_utc, who, kind, photos, before, after) VALUES (?, 'ana', 'tag', ?, ?, ?)",
                map(action, range(ACTIONS)),
            )
        Journal(project.place.store).begin(stamp_now())
        project.journal.write(project.connection, [position_line()])
    return folder


def action(number: int) -> tuple[str, str, str, str]:
    """One of the many tags: each photo is tagged ten times."""
    photo = number % PHOTOS + 1
    said = [Tag.CRACKED.value, Tag.NOT_CRACKED.value]
    before, after = (said[(number // PHOTOS + turn) % 2] for turn in (0, 1))
    cells = (json.dumps([[photo, "tag", "", value]]) for value in (before, after))
    return "2026-01-01T00:00:00.000+00:00", json.dumps([photo]), *cells


def measured(folder: Path) -> dict[str, float]:
    """Seconds of each thing that a user waits for."""
    times = {"open and close": timed(lambda: Project.open(folder).close())}
    with closing(Project.open(folder)) as project:
        tags = iter([Tag.UNSURE, Tag.CRACKED] * REPEATS)
        times |= {
            "all photos as a list": timed(project.photos),
            "counts of tags": timed(project.tag_counts),
            "tag one photo": timed(lambda: project.set_tags([7], next(tags))),
            "undo": timed(project.undo),
            "newest 200 actions": timed(lambda: project.history(200)),
            "everything that is said": timed(project.every_fact),
            "backup, checked": timed(lambda: backups.make(project), repeats=1),
        }
    return times


def timed(work: Callable[[], object], repeats: int = REPEATS) -> float:
    spent = []
    for _ in range(repeats):
        started = time.perf_counter()
        work()
        spent.append(time.perf_counter() - started)
    return statistics.median(spent)


if __name__ == "__main__":
    main()
