"""``crack-review models``: the shelf of networks on this workstation."""

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from core.commands import arguments as shared
from core.commands.truth import absolute
from core.errors import UsageError
from core.project.tagcsv import read_training_set
from core.values import ModelVersion, Progress

if TYPE_CHECKING:
    from core.network.shelf import Shelf


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    actions = parser.add_subparsers(metavar="ACTION", required=True, dest="action")
    listing = actions.add_parser("list", help="all networks, the shipped one first")
    activate = actions.add_parser("activate", help="let a folder's project use a network")
    activate.add_argument("model", metavar="ID|PATH", help="a file is put on the shelf first")
    activate.add_argument("--project", type=Path, required=True, metavar="FOLDER", help="its folder of photos")
    export = actions.add_parser("export", help="copy a network to a file")
    export.add_argument("model", metavar="ID")
    export.add_argument("file", type=Path, metavar="FILE")
    add = actions.add_parser("import", help="check a network's file and put it on the shelf")
    add.add_argument("file", type=Path, metavar="FILE")
    pack = actions.add_parser("pack", help="int8 weights and a gate from held-out tags, as the program ships them")
    pack.add_argument("file", type=Path, metavar="FILE", help="a run's best.safetensors")
    pack.add_argument("--images", type=Path, required=True, metavar="DIR")
    pack.add_argument("--tags", type=Path, required=True, metavar="CSV")
    pack.add_argument("--out", type=Path, required=True, metavar="FILE")
    average = actions.add_parser("average", help="the mean of networks that were trained from one another")
    average.add_argument("files", type=Path, nargs="+", metavar="FILE")
    average.add_argument("--out", type=Path, required=True, metavar="FILE")
    for action in (listing, activate, export, add, pack, average):
        action.add_argument("--json", action="store_true", help="answer in JSON")


def run(arguments: argparse.Namespace) -> int:
    """Do one of the six."""
    actions = {
        "list": _list,
        "activate": _activate,
        "export": _export,
        "import": _import,
        "pack": _pack,
        "average": _average,
    }
    return actions[arguments.action](arguments)


def _list(arguments: argparse.Namespace) -> int:
    from core.network.shelf import Shelf

    versions = Shelf().versions()
    if arguments.json:
        print(json.dumps([_as_json(version) for version in versions], indent=2))
    else:
        print("\n".join(map(_as_line, versions)))
    return 0


def _activate(arguments: argparse.Namespace) -> int:
    from core.network.shelf import Shelf
    from core.project.project import ACTIVE_MODEL, Project

    folder = shared.existing_folder(arguments.project, "photos")
    shelf = Shelf()
    version = _shelved(shelf, shelf.find(arguments.model).path)
    with Project.open(folder) as project:
        project.set_setting(ACTIVE_MODEL, None if version.is_shipped else version.id)
    return _answer(version, f"{folder} now uses", arguments)


def _export(arguments: argparse.Namespace) -> int:
    from core.network.shelf import Shelf

    if arguments.file.exists():
        raise UsageError(f"{arguments.file} exists already; choose another name.")
    shelf = Shelf()
    version = shelf.find(arguments.model)
    shelf.export(arguments.model, arguments.file)
    return _answer(version, f"{arguments.file} is a copy of", arguments)


def _import(arguments: argparse.Namespace) -> int:
    """Loaded once before it is taken in, so that the shelf holds only networks that work."""
    from core.network.checkpoint import load
    from core.network.shelf import Shelf

    load(arguments.file)
    return _answer(_shelved(Shelf(), arguments.file), "On the shelf:", arguments)


def _shelved(shelf: "Shelf", file: Path) -> ModelVersion:
    """The version in ``file``, put on the shelf unless it is the shipped one, which needs no second place."""
    from core.network.shelf import content_id

    shipped = shelf.shipped()
    return shipped if content_id(file) == shipped.id else shelf.add(file)


def _pack(arguments: argparse.Namespace) -> int:
    from core.network.shelf import describe
    from core.train.release import release

    images = absolute(shared.existing_folder(arguments.images, "photos"))
    photos = read_training_set(absolute(arguments.tags), images)
    for event in release(arguments.file, arguments.out, photos):
        if isinstance(event, Progress) and event.done % 50 == 0:
            shared.say(f"{event.message}: {event.done} of {event.total}")
    return _answer(describe(arguments.out), "Packed:", arguments)


def _average(arguments: argparse.Namespace) -> int:
    from core.network.averaging import average
    from core.network.shelf import describe

    if arguments.out.exists():
        raise UsageError(f"{arguments.out} exists already; choose another name.")
    average(arguments.files, arguments.out)
    return _answer(describe(arguments.out), "Averaged:", arguments)


def _answer(version: ModelVersion, sentence: str, arguments: argparse.Namespace) -> int:
    print(json.dumps(_as_json(version)) if arguments.json else f"{sentence} {_as_line(version)}")
    return 0


def _as_json(version: ModelVersion) -> dict[str, object]:
    return {
        "id": version.id,
        "name": version.name,
        "path": str(version.path),
        "threshold": version.threshold,
        "is_shipped": version.is_shipped,
        "metadata": dict(version.metadata),
    }


def _as_line(version: ModelVersion) -> str:
    made = version.metadata.get("created", "")
    return f"{version.id}  {version.name}  threshold {version.threshold:.3f}  {made}".rstrip()
