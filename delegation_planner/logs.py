"""The log of what the program did, kept on this computer alone and without what names a person."""

import faulthandler
import logging
import re
import traceback
from pathlib import Path
from types import TracebackType
from typing import Final, TextIO

from typing_extensions import override

BYTES: Final = 1_000_000
FILES: Final = 5
LOG_FILE: Final = "planner.log"

_PRIVATE: Final = (
    (re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+"), "<e-mail>"),
    (re.compile(r"\+?\d[\d ()./-]{6,}\d"), "<number>"),
    (re.compile(r"\b[A-Z]{1,2}\d{6,9}\b"), "<passport>"),
)


class _Redacting(logging.Formatter):
    @override
    def format(self, record: logging.LogRecord) -> str:
        head = f"{self.formatTime(record)} {record.levelname} {record.name}: "
        whole = super().format(record)
        return head + redacted(whole)


def redacted(text: str) -> str:
    """The text without e-mail addresses, telephone and passport numbers."""
    for pattern, instead in _PRIVATE:
        text = pattern.sub(instead, text)
    return text


class _LateFile(logging.Handler):
    """Opens the rotating file at the first record: a start without one stays quicker."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self._file = file
        self._opened: logging.Handler | None = None

    @override
    def emit(self, record: logging.LogRecord) -> None:
        if self._opened is None:
            from logging.handlers import RotatingFileHandler

            self._opened = RotatingFileHandler(self._file, maxBytes=BYTES, backupCount=FILES - 1, encoding="utf-8")
            self._opened.setFormatter(_Redacting("%(message)s"))
        self._opened.handle(record)

    @override
    def close(self) -> None:
        if self._opened is not None:
            self._opened.close()
        super().close()


class Log:
    """Logs into a rotating file of a folder, crashes of the interpreter too, until it is closed."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.file: Final = folder / LOG_FILE
        self._handler = _LateFile(self.file)
        root = logging.getLogger()
        self._level = root.level
        root.addHandler(self._handler)
        root.setLevel(logging.INFO)
        self._crashes: TextIO | None = None
        if not faulthandler.is_enabled():
            self._crashes = self.file.with_suffix(".crash").open("a", encoding="utf-8")
            faulthandler.enable(self._crashes)

    def close(self) -> None:
        """Let go of the files."""
        root = logging.getLogger()
        root.removeHandler(self._handler)
        root.setLevel(self._level)
        self._handler.close()
        if self._crashes is not None:
            faulthandler.disable()
            self._crashes.close()
            self._crashes = None


def report(kind: type[BaseException], error: BaseException, trace: TracebackType | None, about: str) -> str:
    """What a person may send us about a fault: the versions, and the trace without private data."""
    return redacted(f"{about}\n\n{''.join(traceback.format_exception(kind, error, trace))}")
