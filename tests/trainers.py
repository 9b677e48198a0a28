"""Stand where training does: a trainer that can be made to hang or fail, and the shelf that it fills."""

import time
from pathlib import Path

from app import jobs, training_jobs
from app.flows import runs
from core.network.shelf import Shelf
from core.project.project import Project
from core.values import EpochReport, Finished, ModelVersion, Progress
from tests.windows import DARK, DarkIsCracked

BETTER = ModelVersion("feedfacefeedface", Path("better.safetensors"), "Better", 0.5)


class Trainer:
    """Stands where core.train does: reports, writes a best and a state, and can be made to hang, fail or end late."""

    def __init__(self):
        self.plans = []
        self.is_stepping = False
        self.steps = 4
        self.error = None
        self.at_end = lambda: None

    def train(self, plan):
        self.plans.append(plan)
        self.is_stepping = True
        try:
            yield from self.events(plan)
        finally:
            self.at_end()
            self.is_stepping = False

    def events(self, plan):
        yield Progress(0, self.steps, "Loading the network")
        for step in range(1, self.steps + 1):
            if self.error is not None:
                raise self.error
            (plan.out / runs.BEST_FILE).write_bytes(b"best")
            (plan.out / runs.STATE_FILE).write_bytes(b"state")
            yield EpochReport(step, self.steps, step * 1.0, {"tags": 1 / step}, {"tag_auroc": 0.5 + step / 10})
            yield Progress(step, self.steps, "Training", 1.0 * (self.steps - step))
            time.sleep(0.01)
        yield Finished(plan.out / runs.BEST_FILE)


class FakeShelf:
    """The shelf with two versions, one of which has to be trained first."""

    versions_there = [DARK]  # noqa: RUF012 - one shelf a test

    def versions(self):
        return list(self.versions_there)

    def add(self, file):
        assert file.is_file()
        self.versions_there.append(BETTER)
        return BETTER

    def remove(self, wanted):
        self.versions_there[:] = [version for version in self.versions_there if version.id != wanted]


def fake_training(monkeypatch):
    """From now on nothing is learnt, and the shelf lies in memory."""
    fake = Trainer()
    shelf = FakeShelf()
    FakeShelf.versions_there = [DARK]
    networks = {DARK.path: DarkIsCracked(DARK, 0.7), BETTER.path: DarkIsCracked(BETTER, 1.0)}
    monkeypatch.setattr(training_jobs, "train", fake.train)
    monkeypatch.setattr(jobs, "predictor_for", lambda file, machine: networks[file])
    for name in ("versions", "add", "remove"):
        monkeypatch.setattr(Shelf, name, lambda self, *given, name=name: getattr(shelf, name)(*given))
    return fake


def open_dialog(user):
    user.has_photos(8)
    user.press("Ctrl+T")
    user.until(lambda: user.window.workshop.dialog is not None)
    dialog = user.window.workshop.dialog
    user.until(lambda: dialog.before.start_button.isEnabled())
    return dialog


def active_model(folder):
    with Project.open(folder) as project:
        return project.active_model
