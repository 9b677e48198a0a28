"""What the README says is there."""

import contextlib
import io
import re
import shlex
from functools import cache
from pathlib import Path

import pytest

from app import actions
from core.cli import SUBCOMMANDS, main

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = [line for block in re.findall(r"```console\n(.*?)```", TEXT, re.DOTALL) for line in block.splitlines()]
OURS = [line.partition("crack-review")[2] for line in COMMANDS if re.match(r"uv run (--no-sync )?crack-review", line)]
NESTED = {"tags", "models"}
# Options of other programs that the README names: uv's, dpkg's and torchrun's.
FOREIGN_OPTIONS = {"--no-sync", "--torch-backend", "--group", "--extra", "--nproc-per-node", "--purge"}
# Options of the measurements.
FOREIGN_OPTIONS |= {"--quick", "--linear", "--busy", "--megapixels", "--repeats"}


@cache
def help_of(*command: str) -> str:
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        assert main([*command, "--help"]) == 0, command
    return said.getvalue()


def test_the_first_screen_has_one_command_to_run_and_one_to_test():
    first_screen = "\n".join(TEXT.splitlines()[:25])
    assert re.findall(r"```console\n(.*?)\n```", first_screen, re.DOTALL) == ["uv run crack-review", "uv run pytest"]
    assert "](resources/screenshots/main-window.png)" in first_screen


@pytest.mark.parametrize("line", OURS)
def test_command_is_one_that_the_program_takes(line):
    words = shlex.split(line)
    if not words or words[0] not in SUBCOMMANDS:
        assert words in ([], ["FOLDER"])
        return
    command = words[: 2 if words[0] in NESTED else 1]
    told = help_of(*command)
    for option in (word for word in words if word.startswith("--")):
        assert re.search(rf"{option}\b", told), option


def test_every_option_that_is_named_exists():
    nested = ("tags", "export"), ("models", "activate")
    told = "".join(help_of(*command) for command in [*((name,) for name in SUBCOMMANDS), *nested])
    named = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", TEXT)) - FOREIGN_OPTIONS
    assert named
    assert {option for option in named if not re.search(rf"{option}\b", told)} == set()


def test_every_subcommand_is_shown():
    assert {line.split()[0] for line in OURS if line.split()} >= SUBCOMMANDS


def test_every_key_of_the_table_does_what_it_says():
    rows = re.findall(r"^\| `([^`]+)` \| ([^|]+) \|$", TEXT, re.MULTILINE)
    assert len(rows) > 10
    assert set(rows) <= {(key, spec.text) for spec in actions.ACTIONS for key in spec.keys}


def test_every_file_that_is_named_exists():
    links = re.findall(r"\]\((?!https?:|#)(.+?)\)", TEXT)
    quoted = re.findall(r"`((?:tests|core|resources|\.ci|\.github)/[^` ]+)`", TEXT)
    assert links
    assert {path for path in (*links, *quoted) if not (ROOT / path).exists()} == set()


def test_every_measurement_has_its_script():
    runner = (ROOT / "tests" / "bench" / "__main__.py").read_text(encoding="utf-8")
    names = re.search(r"MEASUREMENTS = \((.+?)\)", runner, re.DOTALL)[1]
    for name in re.findall(r'"(\w+)"', names):
        assert (ROOT / "tests" / "bench" / f"{name}.py").is_file()
