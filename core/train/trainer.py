"""Learning to draw cracks from tags: one generator for the window, the command line and the tests."""

import math
import os
import time
from collections import defaultdict
from collections.abc import Generator, Iterator, Mapping
from contextlib import closing
from functools import partial
from pathlib import Path

import torch
from torch.utils.data import Dataset

from core.errors import TrainingError
from core.network.allocation import give_back, keep_blocks
from core.network.checkpoint import load, load_imagenet, save
from core.network.device import Engine, choose_engine
from core.network.openvino import RANGES
from core.network.shelf import Shelf
from core.network.unet import CrackUNet
from core.train import distributed, speed
from core.train.clean_parts import Box, clean_parts
from core.train.corrected import Strokes, read_strokes
from core.train.description import metadata, plan_key
from core.train.estimate import part_megapixels, report_every, step_megapixels, validation_megapixels
from core.train.global_max import WholePhotos, global_max_loss
from core.train.guard import PhotoGuard, require_no_masks
from core.train.loader import batches
from core.train.losses import background_loss, dense_loss, pseudo_loss, tag_loss, top_share_at
from core.train.pseudo import pseudo_labels
from core.train.recipe import Recipe, average_decay
from core.train.references import GLOBAL_MAX, recipe_for
from core.train.run_state import BEST_FILE, STATE_FILE, RunState
from core.train.sampling import Batch, Steps, validation_batch
from core.train.split import VALIDATION_SQUARES, Split, split, with_clean_parts
from core.train.validation import Judged, judged
from core.values import EpochReport, Finished, Progress, TrainingPlan

SAVE_EVERY_S = 120.0
# What painted Dice and AUROC together may lose in a retraining before an earlier network is preferred.
FORGETTING = 0.03
# A shorter run says more about loading than about speed.
_MEASURED_STEPS = 20

Event = Progress | EpochReport | Finished[Path]


def train(plan: TrainingPlan) -> Iterator[Event]:
    """Trains as planned; the best network so far is always in ``plan.out / "best.safetensors"``.

    Yields a Progress after every step, an EpochReport after each of about ``REPORTS`` validations, Finished last.
    A photo that cannot be read is replaced by another one; its sentence is the message of one Progress. No mask
    and no other image is opened: see ``core.train.guard``. Raises TrainingError, CheckpointError, UsageError.
    """
    photos = {photo.path for photo in plan.photos}
    require_no_masks(photos)
    # Strokes are read here, before the guard: while a run computes it opens nothing but its photos.
    strokes = read_strokes(plan.corrections, photos)
    try:
        yield from PhotoGuard(photos).guarded(_events(plan, strokes))
    finally:
        # The run is gone by now: its networks and their optimiser are what there is to give back.
        give_back()


def _events(plan: TrainingPlan, strokes: Mapping[Path, Strokes]) -> Generator[Event, None, None]:
    yield Progress(0, 1, "Loading the network")
    run = Run(plan, strokes)
    yield Progress(run.state.step, run.steps, "Preparing photos")
    with closing(run.events()) as events:
        yield from events
    yield Finished(plan.out / BEST_FILE)


class DivergedError(TrainingError):
    """The loss is no longer a number."""


class Run:
    """One training run. It is built once, then drained through ``events``."""

    def __init__(self, plan: TrainingPlan, strokes: Mapping[Path, Strokes] | None = None) -> None:
        self._strokes = strokes or {}
        torch.set_num_threads(plan.threads or os.cpu_count() or 1)
        keep_blocks()
        torch.manual_seed(plan.seed)
        self.plan, self.recipe = plan, recipe_for(plan)
        self.engine: Engine = choose_engine(plan.device)
        self.split: Split = split(plan.photos)
        self.steps = plan.steps or self.recipe.steps
        self._report_every = report_every(self.steps, self.recipe, self.split)
        self.ranks = distributed.join(self.engine)
        network, self.parent, self._parent_gate = _starting_network(plan)
        network = network.to(self.engine.device).to(memory_format=torch.channels_last)
        self.state = RunState.fresh(
            network.train(),
            decay=average_decay(self.recipe, self.steps),
            rate=self.recipe.peak_rate,
            weight_decay=self.recipe.weight_decay,
        )
        self._student = self.ranks.wrapped(self.state.network)
        self.key = plan_key(plan, self.steps)
        _make_folder(plan.out)
        if plan.resume and (plan.out / STATE_FILE).exists():
            self.state.restore(plan.out, self.key)
        self._sums: dict[str, float] = defaultdict(float)
        self._since_report = 0
        self._unreadable: set[str] = set()
        self._looking_s, self._looked_at_mp = 0.0, 0.0

    def events(self) -> Generator[Progress | EpochReport, None, None]:
        """Trains to the end; closing the generator keeps the best so far and the state."""
        self._validation = validation_batch(
            self.split.validation, count=VALIDATION_SQUARES, size_px=self.recipe.size_px, seed=self.plan.seed
        )
        self._first, self._started, self._earlier = self.state.step, time.monotonic(), self.state.seconds
        try:
            yield from self._notes(self._validation)
            if self._first == 0:
                yield from self._report()
            yield from self._find_clean_parts()
            yield from self._steps()
            if self._since_report:
                yield from self._report()
        finally:
            self._keep_speed()
            self.ranks.leave()

    def _steps(self) -> Iterator[Progress | EpochReport]:
        saved = time.monotonic()
        workers = _workers(self.engine) // self.ranks.count
        try:
            with closing(batches(self._batches(), self._first, self.steps, workers=workers)) as drawn:
                for batch in drawn:
                    self._train_step(batch)
                    self.state.seconds = self.ranks.agreed(self._earlier + time.monotonic() - self._started)
                    yield from self._notes(batch)
                    yield self._progress()
                    if self.state.step % self._report_every == 0 and self.state.step < self.steps:
                        yield from self._report()
                    if time.monotonic() - saved > SAVE_EVERY_S:
                        self._keep_state()
                        saved = time.monotonic()
                    if self._time_is_up():
                        break
        except DivergedError:
            raise  # a state of broken weights would make resuming pointless
        except BaseException:
            self._keep_state()
            raise
        self._keep_state()

    def _batches(self) -> Dataset[Batch]:
        """The steps of the run, drawn from what is learnt from."""
        if self.plan.recipe == GLOBAL_MAX:
            return WholePhotos(self.split.learning, self.recipe, seed=self.plan.seed)
        parts = {Path(path): Box(*box) for path, box in (self.state.parts or {}).items()}
        tagged_from = int(self.recipe.painted_only_share * self.steps)
        return Steps(
            self.split.learning,
            self.recipe,
            seed=self.plan.seed,
            tagged_from=tagged_from,
            parts=parts,
            strokes=self._strokes,
        )

    def _find_clean_parts(self) -> Iterator[Progress]:
        """Ground to paint on, from a network that sees cracks already; a resumed run keeps its own."""
        searched_mp = part_megapixels(self.plan, self.recipe, self.split)
        if searched_mp == 0 or self.state.parts is not None:
            return
        started = time.monotonic()
        found, total = {}, len(with_clean_parts(self.split.learning))
        looked_at = clean_parts(self.state.teacher.eval(), self.split.learning, self.engine)
        for done, (path, box) in enumerate(looked_at, start=1):
            if box is not None:
                found[str(path)] = [box.top, box.left, box.side]
            yield Progress(self.state.step, self.steps, f"Looking for clean surface ({done} of {total})")
        self.state.parts = found
        self._looking_s += time.monotonic() - started
        self._looked_at_mp += searched_mp

    def _keep_state(self) -> None:
        if self.ranks.is_first and self.state.step > self._first:
            self.state.save(self.plan.out, self.key)

    def _keep_speed(self) -> None:
        """What this run measured tells how long the next one will take."""
        done = self.state.step - self._first
        if not self.ranks.is_first or self._looked_at_mp == 0 or done < _MEASURED_STEPS:
            return
        training_s = time.monotonic() - self._started - self._looking_s
        step_mp = done * step_megapixels(self.recipe)
        speed.keep(self.plan, speed.Speed(training_s / step_mp, self._looking_s / self._looked_at_mp))

    def _notes(self, batch: Batch) -> Iterator[Progress]:
        """Says once of each photo that it cannot be read."""
        for sentence in batch.unreadable:
            if sentence not in self._unreadable:
                self._unreadable.add(sentence)
                yield Progress(self.state.step, self.steps, sentence)

    def _time_is_up(self) -> bool:
        return self.plan.minutes is not None and self.state.seconds > 60 * self.plan.minutes

    def _done_share(self) -> float:
        by_time = 0.0 if self.plan.minutes is None else self.state.seconds / (60 * self.plan.minutes)
        return min(1.0, max(self.state.step / self.steps, by_time))

    def _progress(self) -> Progress:
        done = self.state.step - self._first
        each = (time.monotonic() - self._started) / max(1, done)
        left = (self.steps - self.state.step) * each
        if self.plan.minutes is not None:
            left = min(left, max(0.0, 60 * self.plan.minutes - self.state.seconds))
        return Progress(self.state.step, self.steps, "Training", left)

    def _train_step(self, batch: Batch) -> None:
        share = self._done_share()
        for group in self.state.optimiser.param_groups:
            group["lr"] = _rate_at(share, self.recipe)
        losses = self._losses(batch, share)
        total = torch.stack(list(losses.values())).sum()
        if not bool(torch.isfinite(total)):
            raise DivergedError("The training diverged (its loss is no longer a number); the best so far was kept.")
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
        recipe, painted, tagged_end = self.recipe, batch.painted, len(batch.images) - batch.corrected
        clean_end = tagged_end - batch.tagged
        images = self._on_device(batch.images)
        with self.engine.autocast():
            logits = self.ranks.over(self._student, images)
        if self.plan.recipe == GLOBAL_MAX:
            is_cracked = torch.arange(len(logits), device=logits.device) >= clean_end
            return {"tags": global_max_loss(logits, is_cracked.float())}
        losses = {}
        if painted:
            losses["painted"] = dense_loss(logits[:painted], batch.masks.to(self.engine.device))
        if clean_end > painted:
            losses["clean"] = background_loss(logits[painted:clean_end])
        if batch.tagged:
            cracked, top = logits[clean_end:tagged_end], top_share_at(share, recipe.top_share)
            losses["tags"] = recipe.tag_weight * tag_loss(cracked, batch.bags, top_share=top)
            if recipe.teacher_weight:
                labels = self._pseudo_labels(batch)
                losses["pseudo"] = recipe.teacher_weight * pseudo_loss(cracked, labels)
        if batch.corrected:
            losses["corrections"] = pseudo_loss(logits[tagged_end:], batch.strokes.to(self.engine.device))
        return losses

    def _pseudo_labels(self, batch: Batch) -> torch.Tensor:
        teacher = self.state.teacher.eval()
        with self.engine.autocast():
            return pseudo_labels(partial(self.ranks.over, teacher), self._on_device(batch.plain), batch.bags)

    def _on_device(self, images: torch.Tensor) -> torch.Tensor:
        moved = images.to(self.engine.device, non_blocking=True).float().div(255)
        return moved.contiguous(memory_format=torch.channels_last)

    def _report(self) -> Iterator[Progress | EpochReport]:
        """Validates the running average and keeps it where it is the best so far."""
        if not self.ranks.is_first:
            self._since_report = 0
            return
        started = time.monotonic()
        teacher, gate = self.state.teacher.eval(), self._parent_gate
        for part in judged(teacher, self._validation, self.split.validation, self.engine, gate=gate):
            if isinstance(part, Judged):
                self._looking_s += time.monotonic() - started
                self._looked_at_mp += validation_megapixels(self.recipe, self.split)
                yield self._noted(part)
            else:
                yield self._validating(part)

    def _validating(self, sentence: str) -> Progress:
        is_new = sentence not in self._unreadable
        self._unreadable.add(sentence)
        return Progress(self.state.step, self.steps, sentence if sentence and is_new else "Validating")

    def _noted(self, found: Judged) -> EpochReport:
        losses = {name: value / max(1, self._since_report) for name, value in self._sums.items()}
        self._sums.clear()
        self._since_report = 0
        report = EpochReport(self.state.step, self.steps, self.state.seconds, losses, found.figures)
        self.state.note(report)
        if self._is_kept(found.figures):
            save(self.plan.out / BEST_FILE, found.network, self._metadata(found))
        return report

    def _is_kept(self, figures: dict[str, float]) -> bool:
        """From random weights the latest average is kept; a retraining keeps the latest that has forgotten nothing.

        Not the best alone: the figures are those of painted cracks and of a few tags, and a network that learns
        a new site may lose a hundredth of them by chance.
        """
        value = figures["painted_dice"] + figures.get("tag_auroc", 0.0)
        has_kept = value >= self.state.best - FORGETTING
        self.state.best = max(value, self.state.best)
        return has_kept or self.plan.start == "random"

    def _metadata(self, found: Judged) -> dict[str, object]:
        return {
            **metadata(self.plan, self.recipe, self.split.learning, figures=found.figures),
            "gate": found.gate,
            RANGES: found.ranges,
            "parent": self.parent,
            "step": self.state.step,
            "steps": self.steps,
            "seconds": round(self.state.seconds, 1),
            "engine": self.engine.name,
            "unreadable": sorted(self._unreadable - {""}),
        }


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise TrainingError(
            f"The run's folder {folder} cannot be made ({error.strerror}); choose another place."
        ) from error


def _starting_network(plan: TrainingPlan) -> tuple[CrackUNet, str | None, float | None]:
    """The network to start from, the id of its file, and its gate."""
    if plan.start == "random":
        network = CrackUNet()
        if plan.imagenet_weights is not None:
            load_imagenet(network, plan.imagenet_weights)
        return network, None, None
    version = Shelf().find(None if plan.start == "shipped" else plan.start)
    network, described = load(version.path)
    return network, version.id, described.get("gate")


def _workers(engine: Engine) -> int:
    """On two cores a thread is enough; a GPU is starved by it and gets processes."""
    return 0 if engine.device.type == "cpu" else min(12, os.cpu_count() or 1)


def _rate_at(share: float, recipe: Recipe) -> float:
    """Linear warm-up, then a half cosine down to a hundredth of the peak."""
    if share < recipe.warm_up_share:
        return recipe.peak_rate * max(0.02, share / recipe.warm_up_share)
    done = (share - recipe.warm_up_share) / (1 - recipe.warm_up_share)
    return recipe.peak_rate * (0.01 + 0.99 * 0.5 * (1 + math.cos(math.pi * done)))
