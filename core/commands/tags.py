"""``crack-review tags``: what inspectors say of the photos of a folder."""

import argparse
import json
import os
from pathlib import Path

from core.commands import arguments as shared
from core.errors import UsageError
from core.photos import pairing
from core.project import tagcsv
from core.project.project import Project
from core.values import Tag

_CLEAR = "none"


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    actions = parser.add_subparsers(metavar="ACTION", required=True, dest="action")
    export = actions.add_parser("export", help="write the tags of a folder as CSV")
    add = actions.add_parser("import", help="take tags from a CSV, as one action that can be undone")
    set_ = actions.add_parser("set", help="tag photos, as one action that can be undone")
    for action in (export, add, set_):
        action.add_argument("folder", type=Path, metavar="FOLDER", help="the folder of photos")
        action.add_argument("--json", action="store_true", help="answer in JSON")
    export.add_argument("file", type=Path, metavar="FILE", help="photo,tag")
    add.add_argument("file", type=Path, metavar="FILE", help="photo,tag or image,tag,source,photo")
    set_.add_argument("tag", choices=(*Tag, _CLEAR), help="none clears the tag")
    set_.add_argument("photos", nargs="+", metavar="PHOTO", help="paths relative to FOLDER, or from here")


def run(arguments: argparse.Namespace) -> int:
    """Do one of the three, on the photos that the folder holds now."""
    folder = shared.existing_folder(arguments.folder, "photos")
    with Project.open(folder) as project:
        project.sync(pairing.photos(project.folder))
        return {"export": _export, "import": _import, "set": _set}[arguments.action](project, arguments)


def _export(project: Project, arguments: argparse.Namespace) -> int:
    written = tagcsv.export_tags(project, arguments.file)
    return _answer({"exported": written}, f"{written} tags written to {arguments.file}.", arguments)


def _import(project: Project, arguments: argparse.Namespace) -> int:
    """1 where the file names photos that the folder does not have."""
    found = tagcsv.import_tags(project, arguments.file)
    for path in found.unknown:
        shared.say(f"crack-review: {path} is not in {project.folder}.")
    changed = len(found.change.photos)
    answer = {"changed": changed, "unknown": list(found.unknown)}
    _answer(answer, f"{changed} tags changed, {len(found.unknown)} photos unknown.", arguments)
    return 1 if found.unknown else 0


def _set(project: Project, arguments: argparse.Namespace) -> int:
    ids = {row.path: row.id for row in project.photos()}
    chosen = [_known(project, ids, name) for name in arguments.photos]
    change = project.set_tags(chosen, None if arguments.tag == _CLEAR else Tag(arguments.tag))
    changed = len(change.photos)
    return _answer({"changed": changed}, f"{changed} tags changed.", arguments)


def _known(project: Project, ids: dict[str, int], name: str) -> int:
    """The photo's id. Raises UsageError where the folder has no such photo: then none is tagged."""
    for path in (project.folder / name, Path(os.path.abspath(name))):  # noqa: PTH100 (Path.absolute keeps "..")
        if path.is_relative_to(project.root) and (relative := path.relative_to(project.root).as_posix()) in ids:
            return ids[relative]
    raise UsageError(f"{name} is no photo in {project.folder}; name photos relative to that folder.")


def _answer(answer: dict[str, object], sentence: str, arguments: argparse.Namespace) -> int:
    print(json.dumps(answer) if arguments.json else sentence)
    return 0
