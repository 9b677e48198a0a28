"""Batches come in order, and whoever prepares them was not forked from a process with threads."""

import ast
from pathlib import Path

import pytest
import torch

from core.train import loader

ROOT = Path(__file__).parents[3]
FORKS = {"fork", "forkserver", "forkpty"}


class Numbers(torch.utils.data.Dataset):
    def __getitem__(self, step):
        return step


def test_batches_come_in_order_without_workers():
    assert list(loader.batches(Numbers(), 3, 9, workers=0)) == [3, 4, 5, 6, 7, 8]


def test_workers_are_spawned(monkeypatch):
    asked = {}

    def remember(steps, **options):
        asked.update(options)
        return iter(())

    monkeypatch.setattr(torch.utils.data, "DataLoader", remember)
    assert list(loader.batches(Numbers(), 0, 4, workers=2)) == []
    assert asked["multiprocessing_context"] == "spawn" and asked["num_workers"] == 2


def forks_in(source):
    """Every mention of a fork: os.fork(), get_context("fork"), a pool of processes without a context."""
    nodes = list(ast.walk(ast.parse(source)))
    named = {node.attr for node in nodes if isinstance(node, ast.Attribute)}
    named |= {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    pools = [node for node in nodes if isinstance(node, ast.Call) and "ProcessPoolExecutor" in ast.unparse(node.func)]
    return (named & FORKS) | {"pool" for pool in pools if "mp_context" not in [each.arg for each in pool.keywords]}


@pytest.mark.parametrize("package", ["app", "core"])
def test_nothing_in_the_program_forks(package):
    for path in (ROOT / package).rglob("*.py"):
        assert not forks_in(path.read_text(encoding="utf-8")), path


def test_the_search_would_find_a_fork():
    assert forks_in("os.fork()") and forks_in("get_context('fork')") and forks_in("ProcessPoolExecutor(2)")
    assert not forks_in("ProcessPoolExecutor(2, mp_context=spawn)")
