"""The mean of networks that come from one another: flatter than either, and often better than both.

Source: Wortsman et al., Model soups (ICML 2022). It works where one network was trained on from the other, or both
from a third; networks from different random weights have nothing in common to average.
"""

from collections.abc import Sequence
from pathlib import Path

import torch

from core.errors import CheckpointError
from core.network.calibration import CENTRE
from core.network.checkpoint import load, save
from core.network.openvino import RANGES
from core.network.shelf import content_id

# What was measured with one network does not hold for the mean.
_MEASURED = ("figures", "gate", "gate_recall", "cheap_below", RANGES)


def average(sources: Sequence[Path], target: Path) -> None:
    """Writes the mean of the networks, each of the same weight; the last one's description goes with it.

    Raises CheckpointError, also where a network's own threshold is not one half: their masks would not be comparable.
    """
    loaded = [load(source) for source in sources]
    for source, (_, metadata) in zip(sources, loaded, strict=True):
        if metadata["threshold"] != CENTRE:
            raise CheckpointError(
                f"Networks with a threshold of {CENTRE} can be averaged; that of {source} is"
                f" {metadata['threshold']:.3f}. Pack it first (crack-review models pack)."
            )
    states = [network.state_dict() for network, _ in loaded]
    mean = {
        name: torch.stack([state[name].double() for state in states]).mean(dim=0).to(tensor.dtype)
        for name, tensor in states[0].items()
    }
    network, metadata = loaded[-1]
    network.load_state_dict(mean)
    kept = {key: value for key, value in metadata.items() if key not in _MEASURED}
    save(target, network, {**kept, "gate": None, "averaged": [content_id(source) for source in sources]})
