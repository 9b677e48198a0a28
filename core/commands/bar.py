"""The progress bar on standard error."""

import sys
from typing import Any


def progress_bar(total: int, unit: str, *, is_quiet: bool = False) -> Any:
    """A bar for a ``with`` block: ``update(1)`` a step."""
    from tqdm import tqdm

    tqdm.monitor_interval = 0  # its watchdog thread would outlive the bar
    is_off = is_quiet or sys.stderr is None
    # A log file gets a line now and then, not one for every photo.
    pause_s = 0.1 if not is_off and sys.stderr.isatty() else 30.0
    return tqdm(total=total, unit=f" {unit}", file=sys.stderr, disable=is_off, mininterval=pause_s)
