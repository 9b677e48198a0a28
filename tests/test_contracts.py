"""The arrows between packages hold, and every one of them can be seen to break."""

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
CONTRACTS = [
    contract["name"]
    for contract in tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
]

# Contract: a module of the program, and the line in it that would break the contract.
VIOLATIONS = {
    "core knows neither Qt nor the window": ("core/values.py", "from PySide6 import QtCore"),
    "everything but network, predict and train is free of torch": (
        "core/score/counts.py",
        "from core.network import unet",
    ),
    "in the window only jobs reach for the network": ("app/session.py", "from core.predict import predictor"),
    "the window points downwards": ("app/session.py", "from app import main_window"),
    "widgets do not know one another": ("app/widgets/tag_bar.py", "from app.widgets import task_bar"),
}

# What the window and the quick commands import before anybody asks for the network.
TORCH_FREE = (
    "app.main_window",
    "core.cli",
    "core.export",
    "core.measure",
    "core.network.shelf",
    "core.photos.reader",
    "core.predict.cache",
    "core.predict.predictor",
    "core.project.project",
    "core.score.report",
)


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    command = (
        "import sys; sys.argv[1:] = ['--no-cache']; from importlinter.cli import lint_imports_command as lint; lint()"
    )
    return subprocess.run([sys.executable, "-c", command], cwd=folder, capture_output=True, text=True, timeout=120)


@pytest.fixture(scope="module")
def copy(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("tree")
    for package in ("app", "core"):
        shutil.copytree(ROOT / package, folder / package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder


def test_all_contracts_are_kept():
    result = lint(ROOT)
    assert result.returncode == 0, result.stdout
    assert f"Contracts: {len(CONTRACTS)} kept, 0 broken." in result.stdout


@pytest.mark.parametrize("contract", CONTRACTS)
def test_contract_breaks_when_its_arrow_is_turned(contract, copy):
    name, line = VIOLATIONS[contract]
    module = copy / name
    original = module.read_text(encoding="utf-8")
    module.write_text(f"{original}\n{line}\n", encoding="utf-8")
    try:
        result = lint(copy)
    finally:
        module.write_text(original, encoding="utf-8")
    assert result.returncode != 0
    assert f"{contract} BROKEN" in result.stdout


@pytest.mark.parametrize("module", TORCH_FREE)
def test_module_is_imported_without_torch(module):
    code = f"import sys, {module}; sys.exit('torch' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, timeout=120)


def test_window_is_imported_without_what_only_long_work_needs():
    code = "import sys, app.main_window; sys.exit(bool({'scipy', 'skimage', 'pyqtgraph'} & set(sys.modules)))"
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, timeout=120)


def test_command_line_is_imported_without_qt():
    code = "import sys, app.__main__, core.cli; sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, timeout=120)
