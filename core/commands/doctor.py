"""``crack-review doctor``: what is installed, where data lies, and whether the shipped network loads."""

import argparse
import json
from pathlib import Path

from core.cli import FAILED
from core.commands import arguments as shared
from core.support.facts import facts
from core.support.papers import papers, write


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("--json", action="store_true", help="answer in JSON")
    parser.add_argument(
        "--bundle",
        type=Path,
        metavar="FILE",
        help="write a zip for whoever helps you: versions, settings, log; no photos, no names of folders",
    )


def run(arguments: argparse.Namespace) -> int:
    """Say it; 0 only if the shipped network loads. With --bundle say what was written instead."""
    if arguments.bundle is not None:
        return _write_bundle(arguments.bundle)
    found = facts()
    print(json.dumps(found, indent=2) if arguments.json else "\n".join(_lines(found)))
    return 0 if found["shipped_model"] == "loads" else FAILED


def _write_bundle(file: Path) -> int:
    texts = papers()
    write(file, texts)
    shared.say(f"{file} holds {', '.join(texts)}. Read it before you send it; nothing was sent.")
    return 0


def _lines(found: dict[str, object]) -> list[str]:
    lines = []
    for key, value in found.items():
        if isinstance(value, dict):
            lines += [f"{key:14} {name}: {entry or 'not installed'}" for name, entry in value.items()]
        else:
            lines.append(f"{key:14} {'none' if value is None else value}")
    return lines
