"""What an AppImage is made of: the folder that would be packed, with two small programs in place of the real ones."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[1] / ".packaging" / "linux" / "build_appimage.sh"

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="AppImages are Linux's")


@pytest.fixture
def packed(tmp_path):
    program = tmp_path / "program"
    program.mkdir()
    for name in ("crack-review", "crack-review-cli"):
        (program / name).write_text(f'#!/bin/sh\necho "{name}: $*"\n')
        (program / name).chmod(0o755)
    environment = os.environ | {"ONLY_FOLDER": "1"}
    made = subprocess.run(
        [SCRIPT, program, "0.1.0", tmp_path / "out"], env=environment, capture_output=True, text=True, check=True
    )
    return Path(made.stdout.strip())


@pytest.mark.parametrize(
    ("called", "program"), [("CrackReview.AppImage", "crack-review"), ("/usr/bin/crack-review-cli", "crack-review-cli")]
)
def test_the_name_that_an_image_is_started_by_chooses_the_program(packed, called, program):
    environment = {"ARGV0": called, "APPDIR": str(packed), "PATH": os.defpath}
    said = subprocess.run(
        [packed / "AppRun", "selftest", "--device", "cpu"], env=environment, capture_output=True, text=True, check=True
    )
    assert said.stdout == f"{program}: selftest --device cpu\n"


def test_the_icon_and_the_entry_that_an_image_needs_lie_at_its_root(packed):
    (entry,) = packed.glob("*.desktop")
    fields = dict(line.split("=", 1) for line in entry.read_text("utf-8").splitlines() if "=" in line)
    assert (packed / f"{fields['Icon']}.svg").is_file() and (packed / ".DirIcon").is_file()
    assert (packed / "usr" / "lib" / "crack-review" / fields["Exec"].split()[0]).is_file()
