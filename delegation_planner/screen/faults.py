"""Our own mistakes: logged, and told once in a dialog that says the plan is safe."""

import logging
import sys
import threading
from collections.abc import Callable
from types import TracebackType
from typing import Any, Final

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler, qVersion
from PySide6.QtWidgets import QApplication

from delegation_planner.words.words import Words

log: Final = logging.getLogger(__name__)
_LEVELS: Final = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
Trace = TracebackType | None
Report = Callable[[type[BaseException], BaseException, Trace, str], str]


class Faults(QObject):
    """Catches what nobody caught, in slots, threads and clean-ups; install it once, at the start."""

    _caught = Signal(str)  # from any thread into the window's

    def __init__(self, report: Report, words: Callable[[], Words], version: str) -> None:
        super().__init__()
        self._report = report
        self._words = words
        python = ".".join(map(str, sys.version_info[:3]))
        self._about = f"Delegation Planner {version}, Python {python}, Qt {qVersion()}, {sys.platform}"
        self._showing = False
        self._caught.connect(self._show)

    def install(self) -> None:
        """Take over the hooks of Python and Qt."""
        sys.excepthook = self.caught
        threading.excepthook = self._caught_in_thread
        sys.unraisablehook = self._could_not_be_raised
        qInstallMessageHandler(_log_qt)

    def caught(self, kind: type[BaseException], error: BaseException, trace: Trace) -> None:
        """Log an exception that nobody caught, and tell the person once."""
        if issubclass(kind, KeyboardInterrupt):
            QApplication.exit(130)
            return
        log.critical("not caught", exc_info=(kind, error, trace))
        self._caught.emit(self._report(kind, error, trace, self._about))

    def _caught_in_thread(self, told: threading.ExceptHookArgs) -> None:
        if told.exc_value is not None:
            self.caught(told.exc_type, told.exc_value, told.exc_traceback)

    def _could_not_be_raised(self, told: Any) -> None:
        log.error("in a clean-up", exc_info=(told.exc_type, told.exc_value, told.exc_traceback))

    def _show(self, report: str) -> None:
        if self._showing:
            return
        from delegation_planner.screen.dialogs.crash import CrashDialog

        self._showing = True
        try:
            CrashDialog(QApplication.activeWindow(), self._words(), report).exec()
        finally:
            self._showing = False


def _log_qt(kind: QtMsgType, _context: QMessageLogContext, message: str | None) -> None:
    logging.getLogger("qt").log(_LEVELS.get(kind, logging.WARNING), "%s", message)
