"""The program never opens a network connection."""

import ast
import socket
from pathlib import Path

import pytest

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
