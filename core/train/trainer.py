"""Learning to draw cracks from tags: one generator for the window, the command line and the tests."""

import hashlib
import json
import math
import os
import time
from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import torch

from core.errors import TrainingError
from core.network.checkpoint import load, load_imagenet, save
from core.network.device import Engine, choose_engine
from core.network.shelf import Shelf
from core.network.unet import CrackUNet
from core.train.loader import batches
from core.train.losses import background_loss, dense_loss, pseudo_loss, tag_loss, top_share_at
from core.train.pseudo import pseudo_labels
from core.train.recipe import Recipe, recipe_for
from core.train.run_state import BEST_FILE, STATE_FILE, RunState
from core.train.sampling import Batch, Steps, validation_batch
from core.train.split import Split, split
from core.train.validation import painted_figures, tag_figures
from core.values import EpochReport, Finished, Progress, Role, Tag, TrainingPlan

SAVE_EVERY_S = 120.0
VALIDATION_SQUARES = 32
REPORTS = 20

Event = Progress | EpochReport | Finished[Path]


def train(plan: TrainingPlan) -> Iterator[Event]:
    """Trains as planned; the best network so far is always in ``plan.out / "best.safetensors"``.

    Yields a Progress after every step, an EpochReport after each of ``REPORTS`` validations, Finished last.
    Raises TrainingError, CheckpointError, PhotoError, UsageError.
    """
    yield Progress(0, 1, "Loading the network")
    run = Run(plan)
    yield Progress(run.state.step, run.steps, "Preparing photos")
    yield from run.events()
    yield Finished(plan.out / BEST_FILE)


class Run:
    """One training run. It is built once, then drained through ``events``."""

    def __init__(self, plan: TrainingPlan) -> None:
        torch.set_num_threads(plan.threads or os.cpu_count() or 1)
        torch.manual_seed(plan.seed)
        self.plan, self.recipe = plan, recipe_for(plan)
        self.engine: Engine = choose_engine(plan.device)
        self.split: Split = split(plan.photos)
        self.steps = plan.steps or self.recipe.steps
        network, self.parent = _starting_network(plan)
        network = network.to(self.engine.device).to(memory_format=torch.channels_last)
        self.state = RunState.fresh(
            network.train(),
            decay=self.recipe.average_decay,
            rate=self.recipe.peak_rate,
            weight_decay=self.recipe.weight_decay,
        )
        self.key = _plan_key(plan, self.steps)
        plan.out.mkdir(parents=True, exist_ok=True)
        if plan.resume and (plan.out / STATE_FILE).exists():
            self.state.restore(plan.out, self.key)
        self._sums: dict[str, float] = defaultdict(float)
        self._since_report = 0

    def events(self) -> Iterator[Progress | EpochReport]:
        """Trains to the end; closing the generator keeps the best so far and the state."""
        self._validation = self._painted_validation()
        first = self.state.step
        started, earlier, saved = time.monotonic(), self.state.seconds, time.monotonic()
        if first == 0:
            yield self._report()
        tagged_from = int(self.recipe.painted_only_share * self.steps)
        steps = Steps(self.split.learning, self.recipe, seed=self.plan.seed, tagged_from=tagged_from)
        try:
            for batch in batches(steps, first, self.steps, workers=_workers(self.engine)):
                self._train_step(batch)
                self.state.seconds = earlier + time.monotonic() - started
                yield self._progress(first, started)
                if self._report_is_due():
                    yield self._report()
                if time.monotonic() - saved > SAVE_EVERY_S:
                    self.state.save(self.plan.out, self.key)
                    saved = time.monotonic()
                if self._time_is_up():
                    break
        finally:
            if self.state.step > first:
                self.state.save(self.plan.out, self.key)
        if self._since_report:
            yield self._report()

    def _painted_validation(self) -> Batch:
        return validation_batch(
            self.split.validation, count=VALIDATION_SQUARES, size_px=self.recipe.size_px, seed=self.plan.seed
        )

    def _time_is_up(self) -> bool:
        return self.plan.minutes is not None and self.state.seconds > 60 * self.plan.minutes

    def _done_share(self) -> float:
        by_time = 0.0 if self.plan.minutes is None else self.state.seconds / (60 * self.plan.minutes)
        return min(1.0, max(self.state.step / self.steps, by_time))

    def _progress(self, first: int, started: float) -> Progress:
        done = self.state.step - first
        each = (time.monotonic() - started) / max(1, done)
        left = (self.steps - self.state.step) * each
        if self.plan.minutes is not None:
            left = min(left, max(0.0, 60 * self.plan.minutes - self.state.seconds))
        return Progress(self.state.step, self.steps, "Training", left)

    def _report_is_due(self) -> bool:
        every = max(1, self.steps // REPORTS)
        return self.state.step % every == 0 and self.state.step < self.steps

    def _train_step(self, batch: Batch) -> None:
        share = self._done_share()
        for group in self.state.optimiser.param_groups:
            group["lr"] = _rate_at(share, self.recipe)
        losses = self._losses(batch, share)
        total = torch.stack(list(losses.values())).sum()
        if not bool(torch.isfinite(total)):
            raise TrainingError("The training diverged (its loss is no longer a number); the best so far was kept.")
        self.state.optimiser.zero_grad(set_to_none=True)
        total.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(self.state.network.parameters(), 1.0)
        self.state.optimiser.step()
        self.state.average.update_parameters(self.state.network)
        self.state.step += 1
        self._since_report += 1
        for name, value in losses.items():
            self._sums[name] += float(value.detach())

    def _losses(self, batch: Batch, share: float) -> dict[str, torch.Tensor]:
        recipe, painted, clean_end = self.recipe, batch.painted, len(batch.images) - batch.tagged
        images = self._on_device(batch.images)
        with self.engine.autocast():
            logits = self.state.network(images)
        logits = logits.float()
        losses = {"painted": dense_loss(logits[:painted], batch.masks.to(self.engine.device))}
        if clean_end > painted:
            losses["clean"] = background_loss(logits[painted:clean_end])
        if batch.tagged:
            cracked, top = logits[clean_end:], top_share_at(share, recipe.top_share)
            losses["tags"] = recipe.tag_weight * tag_loss(cracked, batch.bags, top_share=top)
            labels = self._pseudo_labels(batch)
            losses["pseudo"] = recipe.teacher_weight * pseudo_loss(cracked, labels)
        return losses

    def _pseudo_labels(self, batch: Batch) -> torch.Tensor:
        teacher = self.state.teacher.eval()
        with self.engine.autocast():
            return pseudo_labels(teacher, self._on_device(batch.plain), batch.bags)

    def _on_device(self, images: torch.Tensor) -> torch.Tensor:
        moved = images.to(self.engine.device, non_blocking=True).float().div(255)
        return moved.contiguous(memory_format=torch.channels_last)

    def _report(self) -> EpochReport:
        """Validates the running average and keeps it where it is the best so far."""
        teacher = self.state.teacher.eval()
        figures = painted_figures(teacher, self._validation, self.engine)
        figures |= tag_figures(teacher, self.split.validation, self.engine)
        losses = {name: value / max(1, self._since_report) for name, value in self._sums.items()}
        self._sums.clear()
        self._since_report = 0
        report = EpochReport(self.state.step, self.steps, self.state.seconds, losses, figures)
        self.state.log.append({"step": report.step, "seconds": round(report.seconds, 1), **losses, **figures})
        if self._is_kept(figures):
            save(self.plan.out / BEST_FILE, self.state.teacher, self._metadata(figures))
        return report

    def _is_kept(self, figures: dict[str, float]) -> bool:
        """From random weights the latest average is kept; a retraining keeps its best."""
        value = figures["painted_dice"] + figures.get("tag_auroc", 0.0)
        is_better = value > self.state.best
        self.state.best = max(value, self.state.best)
        return is_better or self.plan.start == "random"

    def _metadata(self, figures: dict[str, float]) -> dict[str, object]:
        plan, learning = self.plan, self.split.learning
        return {
            "threshold": round(figures["painted_threshold"], 4),
            "parent": self.parent,
            "created": datetime.now(UTC).isoformat(timespec="seconds"),
            "seed": plan.seed,
            "step": self.state.step,
            "steps": self.steps,
            "seconds": round(self.state.seconds, 1),
            "engine": self.engine.name,
            "recipe": {name: getattr(self.recipe, name) for name in self.recipe.__slots__},
            "tags": {
                "cracked": sum(photo.tag is Tag.CRACKED for photo in learning),
                "not_cracked": sum(photo.tag is Tag.NOT_CRACKED for photo in learning),
                "held_out": sum(photo.role is Role.HELD_OUT for photo in plan.photos),
                "sources": sorted({photo.source for photo in learning if photo.source}),
                "snapshot": _tag_snapshot(plan),
            },
            "figures": {name: round(value, 5) for name, value in figures.items()},
            "note": plan.note,
        }


def _starting_network(plan: TrainingPlan) -> tuple[CrackUNet, str | None]:
    """The network to start from and the id of its file."""
    if plan.start == "random":
        network = CrackUNet()
        if plan.imagenet_weights is not None:
            load_imagenet(network, plan.imagenet_weights)
        return network, None
    version = Shelf().find(None if plan.start == "shipped" else plan.start)
    return load(version.path)[0], version.id


def _workers(engine: Engine) -> int:
    """On two cores a thread is enough; a GPU is starved by it and gets processes."""
    return 0 if engine.device.type == "cpu" else min(12, os.cpu_count() or 1)


def _rate_at(share: float, recipe: Recipe) -> float:
    """Linear warm-up, then a half cosine down to a hundredth of the peak."""
    if share < recipe.warm_up_share:
        return recipe.peak_rate * max(0.02, share / recipe.warm_up_share)
    done = (share - recipe.warm_up_share) / (1 - recipe.warm_up_share)
    return recipe.peak_rate * (0.01 + 0.99 * 0.5 * (1 + math.cos(math.pi * done)))


def _plan_key(plan: TrainingPlan, steps: int) -> str:
    """What must be equal for a run to be resumed."""
    said = [plan.start, plan.preset.value, str(steps), str(plan.seed), _tag_snapshot(plan)]
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()[:16]


def _tag_snapshot(plan: TrainingPlan) -> str:
    """A fingerprint of all tags that the run saw."""
    lines = sorted(f"{photo.path}\t{photo.tag}\t{photo.role}" for photo in plan.photos)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]
