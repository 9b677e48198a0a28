"""All measurements, one after the other, each in a process of its own: prints the machine and their tables.

Run: uv run --group bench python tests/bench [NAME …]      (all of them take about twenty minutes on two cores)
"""

import argparse
import subprocess
import sys
from pathlib import Path

from machine import describe

MEASUREMENTS = (
    "speed",
    "profile_predict",
    "memory",
    "training",
    "startup",
    "slider",
    "listing",
    "large",
    "measures",
    "growth",
    "report",
    "window",
)


def main() -> int:
    parser = argparse.ArgumentParser("tests/bench", description=__doc__.partition("\n")[0])
    # argparse holds a default against choices only since 3.12: no default in "names", all of them where it is empty.
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"one of {', '.join(MEASUREMENTS)}; default: all")
    chosen = parser.parse_args().names or MEASUREMENTS
    unknown = set(chosen) - set(MEASUREMENTS)
    if unknown:
        parser.error(f"no measurement is called {', '.join(sorted(unknown))}; there are {', '.join(MEASUREMENTS)}")
    print(describe(), flush=True)
    return sum(measured(name) for name in chosen)


def measured(name: str) -> int:
    """1 where the measurement failed."""
    print(f"\n## {name}\n", flush=True)
    script = Path(__file__).with_name(f"{name}.py")
    return int(subprocess.run([sys.executable, str(script)], check=False).returncode != 0)


if __name__ == "__main__":
    sys.exit(main())
