"""What keeps the machine usable while it learns: little priority, and a word about the battery."""

import os
import sys
import threading
from contextlib import suppress

from PySide6.QtCore import QThread

NICE = 10


def lower_priority() -> None:
    """From now on the thread that calls this, and those that it starts, step back behind all other programs.

    Linux gives each thread a niceness of its own, which PyTorch's threads inherit from the one that makes them;
    elsewhere Qt sets the priority of the calling thread.
    """
    if sys.platform == "linux":
        with suppress(OSError):
            thread = threading.get_native_id()
            os.setpriority(os.PRIO_PROCESS, thread, max(NICE, os.getpriority(os.PRIO_PROCESS, thread)))
    else:
        QThread.currentThread().setPriority(QThread.Priority.LowPriority)


def battery_percent() -> int | None:
    """How full the battery is while the machine runs on it; None with mains, without a battery, or if unknown."""
    import psutil  # takes 35 ms, which the window's start need not wait for

    try:
        found = psutil.sensors_battery()
    except (AttributeError, OSError, RuntimeError):  # not every system tells
        return None
    return None if found is None or found.power_plugged is not False else round(found.percent)
