"""Start and end of the window: application, theme, log, exit code."""

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from app.assets import Theme
from app.main_window import MainWindow
from app.settings import Settings


def run(folder: Path | None) -> int:
    """Open the window on ``folder`` (None: the last one) and stay until it is closed."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    application.setApplicationName("crack-review")
    application.setApplicationDisplayName("Crack Review")
    settings = Settings()
    Theme(application)
    window = MainWindow(settings)
    window.show()
    window.start(folder)
    return application.exec()
