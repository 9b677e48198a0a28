"""The program never opens a network connection."""

import ast
import shutil
import socket
import sys
from pathlib import Path

import pytest

from tests.survival import offline

ROOT = Path(__file__).parents[1]
NETWORK_MODULES = {
    "aiohttp",
    "ftplib",
    "http",
    "httpx",
    "PySide6.QtNetwork",
    "PySide6.QtWebEngineWidgets",
    "PySide6.QtWebSockets",
    "requests",
    "smtplib",
    "socketserver",
    "torch.hub",
    "urllib.request",
    "urllib3",
    "xmlrpc",
}
DOWNLOADERS = {"load_state_dict_from_url", "download_url_to_file", "get_weight", "urlopen", "create_connection"}


def imported_by(source: str) -> set[str]:
    """Every module that a file imports, with each of its parents: a.b.c gives a, a.b and a.b.c."""
    names = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return {".".join(name.split(".")[: depth + 1]) for name in names for depth in range(name.count(".") + 1)}


def named_in(source: str) -> set[str]:
    nodes = list(ast.walk(ast.parse(source)))
    attributes = {node.attr for node in nodes if isinstance(node, ast.Attribute)}
    return attributes | {node.id for node in nodes if isinstance(node, ast.Name)}


@pytest.mark.parametrize("package", ["app", "core"])
def test_no_module_imports_or_names_anything_that_connects(package):
    for path in (ROOT / package).rglob("*.py"):
        source = path.read_text(encoding="utf-8")
        assert not imported_by(source) & NETWORK_MODULES, path
        assert not named_in(source) & DOWNLOADERS, path


def test_the_search_would_find_a_connection():
    assert imported_by("from urllib import request") & NETWORK_MODULES
    assert imported_by("import http.client as c") & NETWORK_MODULES
    assert named_in("torch.hub.load_state_dict_from_url('x')") & DOWNLOADERS


def test_guard_of_all_tests_refuses_a_connection():
    with socket.socket() as line, pytest.raises(AssertionError, match="network connection"):
        line.connect(("127.0.0.1", 9))
    with pytest.raises(AssertionError, match="network connection"):
        socket.getaddrinfo("localhost", 80)


# The guard above lives in one process; what a loader's worker or a library of C does is seen from outside only.
traced = pytest.mark.skipif(
    shutil.which("strace") is None or not offline.can_isolate(), reason="needs strace and name spaces of one's own"
)

REACHING = """
import multiprocessing, socket

def reach():
    with socket.socket() as line:
        line.settimeout(1)
        line.connect_ex(("192.0.2.1", 80))

if __name__ == "__main__":
    worker = multiprocessing.get_context("spawn").Process(target=reach)
    worker.start()
    worker.join()
"""

LOADING = """
import torch
from core.train.loader import batches

class Steps(torch.utils.data.Dataset):
    def __getitem__(self, step):
        return step

if __name__ == "__main__":
    assert list(batches(Steps(), 0, 3, workers=1)) == [0, 1, 2]
"""


@traced
def test_a_connection_from_a_worker_would_be_noticed(tmp_path):
    (tmp_path / "reaching.py").write_text(REACHING)
    assert offline.connections([sys.executable, tmp_path / "reaching.py"], tmp_path / "trace")


@traced
@pytest.mark.slow
def test_workers_that_load_for_training_open_no_connection(tmp_path, monkeypatch):
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    (tmp_path / "loading.py").write_text(LOADING)
    assert offline.connections([sys.executable, tmp_path / "loading.py"], tmp_path / "trace") == []
