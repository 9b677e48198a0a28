"""From the start of the process to the first painted window on the sample photos.

Run: python tests/bench/startup.py
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time

REPEATS = 5

# The real program, asked at its first paint what it has loaded, and closed then.
CHILD = """
import sys, time
from PySide6.QtCore import QEvent, QTimer
from app import __main__, main_window
plain = main_window.MainWindow.event
def event(self, happening):
    handled = plain(self, happening)
    if happening.type() == QEvent.Type.UpdateRequest:
        main_window.MainWindow.event = plain
        print(time.time(), "torch" in sys.modules, flush=True)
        QTimer.singleShot(0, self.close)
    return handled
main_window.MainWindow.event = event
sys.exit(__main__.main([]))
"""


def main() -> None:
    with tempfile.TemporaryDirectory() as home:
        environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ, "CRACK_REVIEW_HOME": home}
        first, *warm = [started(environment) for _ in range(1 + REPEATS)]
    print(f"Qt platform {environment['QT_QPA_PLATFORM']}, seconds from start to first paint")
    print(f"{'first':>10}{'warm, median of ' + str(REPEATS):>22}{'torch loaded':>14}")
    has_torch = "yes" if any(loaded for _, loaded in (first, *warm)) else "no"
    print(f"{first[0]:10.2f}{statistics.median(seconds for seconds, _ in warm):22.2f}{has_torch:>14}")


def started(environment: dict[str, str]) -> tuple[float, bool]:
    began = time.time()
    answer = subprocess.run(
        [sys.executable, "-c", CHILD], env=environment, check=True, capture_output=True, text=True, timeout=120
    ).stdout.split()
    return float(answer[0]) - began, answer[1] == "True"


if __name__ == "__main__":
    main()
