"""The log of what the program did, kept on this computer alone and without what names a person."""

import faulthandler
import logging
import logging.handlers
import re
import sys
import traceback
from pathlib import Path
from types import TracebackType
from typing import Final

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


def start_logging(folder: Path) -> Path:
    """Log into a rotating file of this folder, crashes of the interpreter too; returns the file."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / LOG_FILE
    handler = logging.handlers.RotatingFileHandler(file, maxBytes=BYTES, backupCount=FILES - 1, encoding="utf-8")
    handler.setFormatter(_Redacting("%(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    if sys.stderr is not None and not faulthandler.is_enabled():
        faulthandler.enable(file.with_suffix(".crash").open("a", encoding="utf-8"))
    return file


def stop_logging(file: Path) -> None:
    """Let go of the log file."""
    root = logging.getLogger()
    for handler in [each for each in root.handlers if getattr(each, "baseFilename", "") == str(file.absolute())]:
        root.removeHandler(handler)
        handler.close()


def report(kind: type[BaseException], error: BaseException, trace: TracebackType | None, about: str) -> str:
    """What a person may send us about a fault: the versions, and the trace without private data."""
    return redacted(f"{about}\n\n{''.join(traceback.format_exception(kind, error, trace))}")
