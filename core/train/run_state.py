"""Everything that a training run must remember to go on after a kill: written whole or not at all."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from core.errors import CheckpointError, TrainingError
from core.network.tensor_file import read_metadata, read_tensors, write
from core.network.unet import CrackUNet
from core.values import EpochReport

STATE_FILE = "state.safetensors"
BEST_FILE = "best.safetensors"


@dataclass
class RunState:
    """The student, its running average (the teacher), the optimiser, and where the run stands.

    ``parts``: see ``core.train.clean_parts``, as [top, left, side] of each photo; None before they were looked for.
    """

    network: CrackUNet
    average: AveragedModel
    optimiser: torch.optim.AdamW
    step: int = 0
    seconds: float = 0.0
    best: float = float("-inf")
    log: list[dict[str, Any]] = field(default_factory=list)
    parts: dict[str, list[int]] | None = None

    @classmethod
    def fresh(cls, network: CrackUNet, *, decay: float, rate: float, weight_decay: float) -> "RunState":
        averaging = get_ema_multi_avg_fn(decay)  # type: ignore[no-untyped-call]
        average = AveragedModel(network, multi_avg_fn=averaging, use_buffers=True)
        average.requires_grad_(False)
        return cls(network, average, _optimiser(network, rate, weight_decay))

    @property
    def teacher(self) -> CrackUNet:
        """The running average as a network of its own."""
        teacher = self.average.module
        assert isinstance(teacher, CrackUNet)
        return teacher

    def note(self, report: EpochReport) -> None:
        """Remembers a report for whoever watches the run after it was resumed."""
        seconds = round(report.seconds, 1)
        entry = {"step": report.step, "steps": report.steps, "seconds": seconds}
        self.log.append({**entry, "losses": dict(report.losses), "figures": dict(report.figures)})

    def save(self, folder: Path, plan_key: str) -> None:
        """Writes the state atomically. Raises TrainingError where the disk is full or not writable."""
        tensors = _prefixed("network", self.network.state_dict()) | _prefixed("average", self.average.state_dict())
        for index, moments in self.optimiser.state_dict()["state"].items():
            tensors |= _prefixed(f"optimiser.{index}", moments)
        metadata = {
            "plan": plan_key,
            "step": self.step,
            "seconds": self.seconds,
            "best": _finite(self.best),
            "parts": self.parts,
        }
        try:
            write(folder / STATE_FILE, tensors, {**metadata, "log": self.log, "written": time.time()})
        except CheckpointError as error:
            raise TrainingError(f"The run's state cannot be kept. {error}") from error

    def restore(self, folder: Path, plan_key: str) -> None:
        """Goes on where ``save`` stopped. Raises TrainingError for another plan's state."""
        path = folder / STATE_FILE
        metadata = read_metadata(path)
        if metadata.get("plan") != plan_key:
            raise TrainingError(
                f"The run in {folder} was started with other photos or settings; resume with those, or "
                "choose a new folder."
            )
        tensors = read_tensors(path)
        self.network.load_state_dict(_taken(tensors, "network"))
        self.average.load_state_dict(_taken(tensors, "average"))
        self._restore_moments(tensors)
        self.step, self.seconds = int(metadata["step"]), float(metadata["seconds"])
        self.best = float("-inf") if metadata["best"] is None else float(metadata["best"])
        self.log, self.parts = list(metadata["log"]), metadata.get("parts")

    def _restore_moments(self, tensors: Mapping[str, Tensor]) -> None:
        current = self.optimiser.state_dict()
        indices = range(len(current["param_groups"][0]["params"]))
        moments = {index: _taken(tensors, f"optimiser.{index}") for index in indices}
        current["state"] = {index: found for index, found in moments.items() if found}
        self.optimiser.load_state_dict(current)


def reports_so_far(folder: Path) -> list[EpochReport]:
    """What an interrupted run reported before its state was kept; nothing where there is no whole state."""
    try:
        return [EpochReport(**entry) for entry in read_metadata(folder / STATE_FILE)["log"]]
    except (CheckpointError, KeyError, TypeError):
        return []


def _optimiser(network: nn.Module, rate: float, weight_decay: float) -> torch.optim.AdamW:
    return torch.optim.AdamW(network.parameters(), lr=rate, weight_decay=weight_decay)


def _prefixed(prefix: str, tensors: Mapping[str, Tensor]) -> dict[str, Tensor]:
    return {f"{prefix}/{name}": value.detach().cpu().contiguous() for name, value in tensors.items()}


def _taken(tensors: Mapping[str, Tensor], prefix: str) -> dict[str, Tensor]:
    start = f"{prefix}/"
    return {name[len(start) :]: value for name, value in tensors.items() if name.startswith(start)}


def _finite(value: float) -> float | None:
    return None if value == float("-inf") else value
