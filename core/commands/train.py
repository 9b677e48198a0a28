"""``crack-review train``: a network from tags, with the trainer that the window uses."""

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path

from core.cli import INTERRUPTED
from core.commands import arguments as shared
from core.commands.bar import progress_bar
from core.commands.truth import absolute
from core.errors import PhotoError, UsageError
from core.photos.identity import fingerprint
from core.photos.reader import read_reduced
from core.project import content, corrections
from core.project.content import Description
from core.project.project import Project
from core.project.tagcsv import read_training_set
from core.train.estimate import seconds_for
from core.train.references import NAMES
from core.values import Correction, EpochReport, Finished, Preset, Progress, Role, TaggedPhoto, TrainingPlan

_NEVER, _TENTH = "none", "tenth"
_FINGERPRINT_PX = 256


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    _add_photos(parser)
    parser.add_argument("--out", required=True, type=Path, metavar="DIR", help="takes the network and the run")
    parser.add_argument("--start", default="shipped", metavar="shipped|random|PATH", help="the weights to go on from")
    parser.add_argument(
        "--imagenet-weights", type=Path, metavar="FILE", help="torchvision ResNet-50 weights, for --start random"
    )
    parser.add_argument("--preset", type=Preset, choices=tuple(Preset), default=Preset.QUICK)
    parser.add_argument("--steps", type=shared.count, metavar="N", help="instead of the preset's")
    parser.add_argument("--minutes", type=shared.positive, metavar="M", help="end after so long at the latest")
    parser.add_argument("--seed", type=int, default=0, help="default: 0")
    parser.add_argument("--resume", action="store_true", help="go on with the run in --out that was stopped")
    parser.add_argument("--recipe", default="", choices=NAMES, help="a reference to compare with, not our own")
    parser.add_argument(
        "--corrections",
        action="store_true",
        help="learn from what was drawn and erased in the project, too; tags alone are the default",
    )
    parser.add_argument("--rate", type=shared.positive, metavar="R", help="instead of the recipe's learning rate")
    parser.add_argument("--note", default="", help="kept in the network's file")
    shared.add_device(parser)
    parser.add_argument("--json", action="store_true", help="print a line of JSON for each report")
    parser.add_argument("--quiet", action="store_true", help="no progress bar")


def _add_photos(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--project", type=Path, metavar="FOLDER", help="a folder whose photos were tagged")
    parser.add_argument("--images", type=Path, metavar="DIR", help="a folder of photos, with --tags")
    parser.add_argument(
        "--tags", type=Path, metavar="CSV", help="image,tag[,source,photo], relative to DIR or to the CSV's folder"
    )
    parser.add_argument("--sources", metavar="A,B", help="only these sources of the CSV")
    parser.add_argument(
        "--held-out-rule",
        choices=(_TENTH, _NEVER),
        default=_TENTH,
        help="tenth: photos of the CSV with sha256(photo) %% 10 == 0 never train (default)",
    )


def run(arguments: argparse.Namespace) -> int:
    """Train to the end. After Ctrl-C the best so far lies in --out, and --resume goes on."""
    plan = _plan(arguments)
    shared.say(f"{len(plan.photos)} tagged photos; about {_duration(seconds_for(plan))}.")
    try:
        _drain(plan, arguments)
    except KeyboardInterrupt:
        shared.say(f"Stopped; the best so far is in {plan.out}, and the same command with --resume goes on.")
        return INTERRUPTED
    return 0


def _plan(arguments: argparse.Namespace) -> TrainingPlan:
    """What is to be done. Raises UsageError for what contradicts itself."""
    out: Path = arguments.out
    if (out / "best.safetensors").exists() and not arguments.resume:
        raise UsageError(f"{out} holds a network already; go on with --resume, or choose another folder.")
    if arguments.imagenet_weights is not None and arguments.start != "random":
        raise UsageError("--imagenet-weights fill a network that starts from nothing; add --start random.")
    return TrainingPlan(
        photos=_photos(arguments),
        out=absolute(out),
        start=arguments.start,
        preset=arguments.preset,
        steps=arguments.steps,
        minutes=arguments.minutes,
        seed=arguments.seed,
        device=arguments.device,
        resume=arguments.resume,
        imagenet_weights=arguments.imagenet_weights,
        threads=arguments.threads,
        note=arguments.note,
        recipe=arguments.recipe,
        rate=arguments.rate,
        corrections=_corrections(arguments),
    )


def _corrections(arguments: argparse.Namespace) -> tuple[Correction, ...]:
    """None unless asked for. Raises UsageError without a project, where nobody draws."""
    if not arguments.corrections:
        return ()
    if arguments.project is None:
        raise UsageError("--corrections are drawn in a project; name it with --project FOLDER.")
    with Project.open(arguments.project) as project:
        return corrections.for_training(project)


def _photos(arguments: argparse.Namespace) -> tuple[TaggedPhoto, ...]:
    """The photos of a project, with its permanent roles, or of a tag table. Raises UsageError, TrainingError."""
    from_table = arguments.images is not None and arguments.tags is not None
    if arguments.project is not None and arguments.images is None and arguments.tags is None:
        photos = _of_project(shared.existing_folder(arguments.project, "tagged photos"))
    elif from_table and arguments.project is None:
        photos = _of_table(arguments)
    else:
        raise UsageError("Name what to learn from: either --project FOLDER, or --images DIR and --tags CSV.")
    if arguments.sources is not None:
        photos = _only(photos, arguments.sources.split(","))
    return photos


def _of_project(folder: Path) -> tuple[TaggedPhoto, ...]:
    """All photos tagged in a project; those that no window has looked at yet get their roles now."""
    with Project.open(folder) as project:
        known = content.fingerprints(project.connection)
        for row in project.photos():
            if row.tag is not None and row.id not in known and row.error is None:
                project.describe(row.id, _description(project.path(row)))
        project.assign_roles()
        return project.training_photos()


def _description(path: Path) -> Description:
    try:
        return Description(fingerprint=fingerprint(read_reduced(path, _FINGERPRINT_PX)))
    except PhotoError as error:
        return Description(error=str(error))


def _of_table(arguments: argparse.Namespace) -> tuple[TaggedPhoto, ...]:
    images = absolute(shared.existing_folder(arguments.images, "photos"))
    photos = read_training_set(absolute(arguments.tags), images)
    if arguments.held_out_rule == _NEVER:
        return tuple(replace(photo, role=Role.TRAIN) for photo in photos)
    return tuple(photos)


def _only(photos: Sequence[TaggedPhoto], sources: Sequence[str]) -> tuple[TaggedPhoto, ...]:
    known = {photo.source for photo in photos}
    unknown = [source for source in sources if source not in known]
    if unknown:
        raise UsageError(f"No photo is of the source {unknown[0]}; there are {', '.join(sorted(known))}.")
    return tuple(photo for photo in photos if photo.source in sources)


def _duration(seconds: float) -> str:
    minutes = round(seconds / 60)
    return f"{minutes // 60} h {minutes % 60} min" if minutes >= 60 else f"{max(1, minutes)} min"


def _drain(plan: TrainingPlan, arguments: argparse.Namespace) -> None:
    """Steps move the bar, reports are lines on standard output."""
    from core.train.trainer import train

    with progress_bar(0, "steps", is_quiet=arguments.quiet) as bar:
        for event in train(plan):
            if isinstance(event, Progress):
                bar.total = event.total
                bar.update(event.done - bar.n)
            else:
                bar.write(json.dumps(_as_json(event)) if arguments.json else _as_line(event), file=sys.stdout)
                sys.stdout.flush()


def _as_json(event: EpochReport | Finished) -> dict[str, object]:
    if isinstance(event, Finished):
        return {"event": "finished", "network": str(event.result)}
    return {"event": "report", **asdict(event)}


def _as_line(event: EpochReport | Finished) -> str:
    if isinstance(event, Finished):
        return f"Done: {event.result}"
    figures = ", ".join(f"{name} {value:.4f}" for name, value in {**event.losses, **event.figures}.items())
    return f"step {event.step} of {event.steps}, {event.seconds:.0f} s: {figures}"
