"""Start and end of the window: application, theme, log, exit code."""

import sys
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

from app import language
from app.assets import Theme
from app.crashes import CrashFile
from app.failures import describe
from app.log import RecentLog
from app.main_window import MainWindow
from app.settings import Settings
from core.errors import CoreError
from core.project import samples

_SCHEMES = {"system": Qt.ColorScheme.Unknown, "dark": Qt.ColorScheme.Dark, "light": Qt.ColorScheme.Light}


def run(folder: Path | None) -> int:
    """Open the window on ``folder`` (None: the last one, else the sample photos) and stay until it is closed."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    application.setApplicationName("crack-review")
    application.setApplicationDisplayName("Crack Review")
    settings = Settings()
    translators = language.install(application, str(settings.value("look/language")))
    log, crashes = RecentLog(), CrashFile()
    theme = Theme(application)
    _follow_scheme(theme, settings)
    window = MainWindow(settings, log)
    window.door.install_hook()
    window.show()
    try:
        window.start(folder or _last_folder(settings) or samples.unpack())
    except CoreError as error:
        window.door.report(describe(error))
    if crashes.found:
        window.door.tell(window.tr("The program crashed the last time. Help › Report a problem shows what is known."))
    code = application.exec()
    # Now, not whenever the collector comes by: Qt's objects must go before the application does.
    window.deleteLater()
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    window.door.remove_hook()
    crashes.close()
    log.close()
    language.remove(translators)
    return code


def _last_folder(settings: Settings) -> Path | None:
    """Where the user was when the program was closed, if that is still there and wanted."""
    kept = settings.remembered("folder")
    is_wanted = kept is not None and settings.value("review/resume")
    return Path(str(kept)) if is_wanted and Path(str(kept)).is_dir() else None


def _follow_scheme(theme: Theme, settings: Settings) -> None:
    """Colours as the user set them, else as the system has them, live."""

    def follow(key: str) -> None:
        if key == "look/scheme":
            theme.prefer(_SCHEMES[str(settings.value(key))])

    settings.changed.connect(follow)
    follow("look/scheme")
