"""What the desktop around the window does for it: a word when long work has ended, files in their own programs."""

from pathlib import Path

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QSystemTrayIcon, QWidget

_SHOWN_MS = 8000


def notify(window: QWidget, sentence: str) -> None:
    """Say ``sentence`` beside the clock; nothing where there is no tray."""
    if not QSystemTrayIcon.isSystemTrayAvailable():
        return
    tray = window.findChild(QSystemTrayIcon) or _tray(window)
    tray.show()
    tray.showMessage("Crack Review", sentence, window.windowIcon(), _SHOWN_MS)
    # The icon is there for its message only.
    QTimer.singleShot(_SHOWN_MS, tray, tray.hide)


def _tray(window: QWidget) -> QSystemTrayIcon:
    tray = QSystemTrayIcon(window.windowIcon(), window)
    tray.messageClicked.connect(window.activateWindow)
    return tray


def open_file(path: Path) -> bool:
    """Open a file or a folder in the program that the system has for it; False where it has none."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
