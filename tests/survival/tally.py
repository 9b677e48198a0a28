"""What a long campaign has tried so far, in a file, so that it can be stopped and gone on with."""

import json
from collections import Counter
from pathlib import Path
from typing import NamedTuple


class Trial(NamedTuple):
    """One call of a scene that failed, or all from there on."""

    scene: str
    kind: str
    is_lasting: bool
    call: int


class Tally:
    """Trials and the problems that each showed. Those with problems are tried again when one goes on."""

    def __init__(self, file: Path | None) -> None:
        self._file = file
        self._found: dict[Trial, list[str]] = {}
        self.counted: Counter[str] = Counter()
        for line in file.read_text().splitlines() if file is not None and file.is_file() else ():
            *trial, problems, sentences = json.loads(line)
            self._count(Trial(*trial), problems, sentences)

    def __contains__(self, trial: Trial) -> bool:
        return self._found.get(trial) == []

    @property
    def problems(self) -> int:
        """Of all trials together, each as it came out last."""
        return sum(map(len, self._found.values()))

    def add(self, trial: Trial, problems: list[str], sentences: int) -> None:
        """Counts it, and keeps it for the next time."""
        self._count(trial, problems, sentences)
        if self._file is not None:
            with self._file.open("a") as file:
                file.write(f"{json.dumps([*trial, problems, sentences])}\n")

    def _count(self, trial: Trial, problems: list[str], sentences: int) -> None:
        if trial not in self._found:
            self.counted[f"{trial.scene} {trial.kind}{' from there on' * trial.is_lasting}"] += 1
            self.counted["sentences"] += sentences
        self._found[trial] = problems
