"""``crack-review repair``: restore a damaged project from its backups and its log."""

import argparse
import json
from pathlib import Path

from core.commands import arguments as shared
from core.project.repair import repair


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="the folder of photos")
    parser.add_argument("--json", action="store_true", help="answer in JSON")


def run(arguments: argparse.Namespace) -> int:
    """Restore what can be restored and say what was done; 0 also where nothing had to be."""
    done = repair(shared.existing_folder(arguments.folder, "photos"))
    answer = {"repaired": done.is_changed, "actions": list(done.sentences)}
    print(json.dumps(answer) if arguments.json else "\n".join(done.sentences))
    return 0
