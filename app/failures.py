"""Two kinds of error and the one door through which both reach the user.

The world's fault (``CoreError``, the file system, memory) is told in one sentence. Everything else is
ours and comes with its traceback, ready to be copied.
"""

import logging
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QMessageBox, QWidget

from app.sentences import told
from core.errors import CoreError

_log = logging.getLogger(__name__)
_MEMORY_WORDS = ("out of memory", "can't allocate memory", "not enough memory")


@dataclass(frozen=True, slots=True)
class Failure:
    """What may cross threads of an exception: words only, never frames or tensors."""

    message: str
    details: str = ""
    is_bug: bool = False


def describe(error: BaseException) -> Failure:
    """Sort an exception into the two kinds."""
    if isinstance(error, CoreError):
        return Failure(told(str(error)))
    if isinstance(error, OSError):
        return Failure(_os_sentence(error))
    if _is_memory(error):
        return Failure(
            QCoreApplication.translate(
                "failures", "The memory of this machine ran out. Close other programs, or choose a smaller job."
            )
        )
    details = "".join(traceback.format_exception(error))
    sentence = QCoreApplication.translate("failures", "Something went wrong inside the program ({name}).")
    return Failure(sentence.format(name=type(error).__name__), details, is_bug=True)


def _os_sentence(error: OSError) -> str:
    reason = error.strerror or str(error) or type(error).__name__
    if error.filename:
        return f"{reason}: {error.filename}"
    return QCoreApplication.translate("failures", "The system reports: {reason}.").format(reason=reason)


def _is_memory(error: BaseException) -> bool:
    # PyTorch raises a plain RuntimeError when an allocation fails.
    said = str(error).lower()
    return isinstance(error, MemoryError) or any(words in said for words in _MEMORY_WORDS)


class Door(QObject):
    """Announces failures and notices; the window decides where they appear."""

    failure_reported = Signal(Failure)
    notice_given = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hook_before = sys.excepthook

    @Slot(Failure)
    def report(self, failure: Failure) -> None:
        """Log a failure and announce it."""
        _log.log(logging.ERROR if failure.is_bug else logging.WARNING, "%s\n%s", failure.message, failure.details)
        self.failure_reported.emit(failure)

    @Slot(Failure)
    def mention(self, failure: Failure) -> None:
        """A failure of work in the background: the world's fault is told quietly, ours is not."""
        if failure.is_bug:
            self.report(failure)
        else:
            self.tell(failure.message)

    @Slot(str)
    def tell(self, sentence: str) -> None:
        """Announce something that is not an error."""
        _log.info(sentence)
        self.notice_given.emit(sentence)

    def install_hook(self) -> None:
        """Send exceptions that nobody caught here, too."""
        self._hook_before = sys.excepthook
        sys.excepthook = self._on_uncaught

    def remove_hook(self) -> None:
        """Leave uncaught exceptions to whoever had them before."""
        sys.excepthook = self._hook_before

    def _on_uncaught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if not issubclass(kind, KeyboardInterrupt):
            self.report(describe(error.with_traceback(trace)))
        self._hook_before(kind, error, trace)


def show_failure(parent: QWidget, failure: Failure) -> QMessageBox:
    """Open a dialog on a failure without stopping the event loop."""
    icon = QMessageBox.Icon.Critical if failure.is_bug else QMessageBox.Icon.Warning
    box = QMessageBox(icon, "Crack Review", failure.message, QMessageBox.StandardButton.Ok, parent)
    if failure.details:
        box.setDetailedText(failure.details)
    return _open(box)


def ask(parent: QWidget, question: str, accept: str, then: Callable[[], None]) -> QMessageBox:
    """Ask before something that cannot be undone; ``then`` runs only after the button called ``accept``."""
    box = QMessageBox(QMessageBox.Icon.Question, "Crack Review", question, parent=parent)
    button = box.addButton(accept, QMessageBox.ButtonRole.AcceptRole)
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.buttonClicked.connect(lambda clicked: then() if clicked is button else None)
    return _open(box)


def _open(box: QMessageBox) -> QMessageBox:
    box.setModal(False)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.show()
    return box
