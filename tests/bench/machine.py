"""The machine that a figure was measured on, and the versions of what ran there."""

import os
import platform
from importlib import metadata
from pathlib import Path

LIBRARIES = ("torch", "torchvision", "numpy", "opencv-python-headless", "PySide6-Essentials")


def describe() -> str:
    """A few lines of text."""
    versions = ", ".join(f"{name} {metadata.version(name)}" for name in LIBRARIES)
    return (
        f"machine: {processor()}, {os.cpu_count()} cores, {memory()}\n"
        f"system:  {platform.platform()}, Python {platform.python_version()}\n"
        f"with:    {versions}"
    )


def processor() -> str:
    """The name that the maker gave it, where the system tells."""
    named = value_of("/proc/cpuinfo", "model name")
    return named or platform.processor() or platform.machine()


def memory() -> str:
    total = value_of("/proc/meminfo", "MemTotal")
    return f"{int(total.split()[0]) / 2**20:.0f} GiB" if total else "memory unknown"


def value_of(path: str, key: str) -> str:
    if not Path(path).is_file():
        return ""
    lines = Path(path).read_text(encoding="utf-8").splitlines()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith(key)), "")
