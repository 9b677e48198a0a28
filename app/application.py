"""Start and end of the window: application, theme, log, exit code."""

import sys
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from app.assets import Theme
from app.failures import describe
from app.main_window import MainWindow
from app.settings import Settings
from core.errors import CoreError
from core.project import samples


def run(folder: Path | None) -> int:
    """Open the window on ``folder`` (None: the sample photos) and stay until it is closed."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    application.setApplicationName("crack-review")
    application.setApplicationDisplayName("Crack Review")
    settings = Settings()
    Theme(application)
    window = MainWindow(settings)
    window.show()
    try:
        window.start(folder or samples.unpack())
    except CoreError as error:
        window.door.report(describe(error))
    code = application.exec()
    # Now, not whenever the collector comes by: Qt's objects must go before the application does.
    window.deleteLater()
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return code
