"""Two processes that train together do what one does."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
import torch

from core.network.tensor_file import read_metadata, read_tensors
from core.train.distributed import Ranks, join
from core.train.run_state import BEST_FILE, STATE_FILE

_SCRIPT = Path(__file__).with_name("two_processes.py")
_ROOT = Path(__file__).parents[3]


def started(site, out: str, **said: object) -> subprocess.Popen:
    environment = {**os.environ, "PYTHONPATH": str(_ROOT), "OMP_NUM_THREADS": "1"}
    environment |= {name: str(value) for name, value in said.items()}
    command = [sys.executable, str(_SCRIPT), str(site.folder / "photos"), str(site.folder / out)]
    return subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def ended_well(process: subprocess.Popen) -> None:
    _, said = process.communicate(timeout=280)
    assert process.returncode == 0, said


@pytest.mark.slow
def test_two_processes_match_one(site):
    ended_well(started(site, "one"))
    together = {"WORLD_SIZE": 2, "MASTER_ADDR": "127.0.0.1", "MASTER_PORT": free_port()}
    ranks = [started(site, "two", RANK=rank, LOCAL_RANK=rank, **together) for rank in (0, 1)]
    for process in ranks:
        ended_well(process)
    alone, shared = read_tensors(site.folder / "one" / STATE_FILE), read_tensors(site.folder / "two" / STATE_FILE)
    assert alone.keys() == shared.keys()
    for name in alone:
        if not name.startswith("optimiser"):
            assert torch.allclose(alone[name].float(), shared[name].float(), atol=2e-5), name
    first, second = (read_metadata(site.folder / out / STATE_FILE)["log"] for out in ("one", "two"))
    for one, other in zip(first, second, strict=True):
        for name in {"painted", "clean", "tags", "pseudo", "painted_dice"} & one.keys():
            assert one[name] == pytest.approx(other[name], abs=1e-4), name
    assert (site.folder / "two" / BEST_FILE).exists()


def test_without_torchrun_a_process_is_alone(monkeypatch):
    monkeypatch.delenv("WORLD_SIZE", raising=False)
    ranks = join(None)
    network = torch.nn.Conv2d(3, 1, 1)
    images = torch.rand(3, 3, 4, 4)
    assert ranks == Ranks() and ranks.is_first and ranks.wrapped(network) is network
    assert torch.equal(ranks.over(network, images), network(images))
    assert ranks.agreed(1.5) == 1.5
    ranks.leave()


@pytest.mark.parametrize(("count", "squares"), [(2, 7), (2, 8), (3, 7), (4, 3)])
def test_shares_of_all_processes_make_the_whole_in_order(monkeypatch, count, squares):
    images = torch.rand(squares, 1, 2, 2)
    shares = []
    monkeypatch.setattr("torch.distributed.all_gather", lambda into, own: shares.append(own))
    for rank in range(count):
        Ranks(rank, count).over(lambda own: own, images)
    assert len({share.shape for share in shares}) == 1
    assert torch.equal(torch.cat(shares)[:squares], images)
