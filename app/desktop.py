"""A word on the desktop when long work has ended, where the system has a place for that."""

from PySide6.QtWidgets import QSystemTrayIcon, QWidget

_SHOWN_MS = 8000


def notify(window: QWidget, sentence: str) -> None:
    """Say ``sentence`` beside the clock; nothing where there is no tray."""
    if not QSystemTrayIcon.isSystemTrayAvailable():
        return
    tray = QSystemTrayIcon(window.windowIcon(), window)
    tray.show()
    tray.showMessage("Crack Review", sentence, window.windowIcon(), _SHOWN_MS)
    tray.messageClicked.connect(window.activateWindow)
