"""Files that are attached to documents: taking them in, and laying them out to be looked at without being run."""

import hashlib
import mimetypes
import os
import stat
import sys
import unicodedata
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Final, Literal, NamedTuple
from uuid import uuid4

from delegation_planner.exports.file_names import distinct_names
from delegation_planner.plan.change import Changes, put
from delegation_planner.plan.day_time import stamp
from delegation_planner.plan.document import Document, DocumentFile
from delegation_planner.plan.errors import KnownError
from delegation_planner.plan.kinds import Id
from delegation_planner.plan.plan import Plan
from delegation_planner.words.words import mark

LARGEST: Final = 25 * 1024 * 1024
Danger = Literal["none", "ask", "refuse"]

RUNS: Final = frozenset(
    """
    exe com scr pif bat cmd ps1 psm1 vbs vbe js jse ws wsf wsh hta msi msp mst msix appx lnk url reg cpl jar chm
    iso img vhd vhdx one onepkg xll dll sys application appref-ms library-ms search-ms searchconnector-ms
    settingcontent-ms desktop sh command app py pyw gadget inf scf theme themepack website diagcab
    """.split()  # noqa: SIM905
)
"""Endings of files that a system may run, or that lead to something it runs."""

MAY_RUN: Final = frozenset(
    """
    docm dotm xlsm xltm xlsb xlam pptm potm ppam ppsm sldm zip rar 7z cab gz tgz tar
    """.split()  # noqa: SIM905
)
"""Endings of files that may carry macros or hide other files."""


class Attached(NamedTuple):
    """The rows and the contents that attaching adds to the plan."""

    changes: Changes
    contents: dict[str, bytes]


def attached(plan: Plan, document_id: Id, files: Sequence[Path], new_id: Callable[[], Id], now: datetime) -> Attached:
    """Take files in at a document. A file of a name that is there already becomes its next version.

    Raises KnownError where one cannot be taken, then none is.
    """
    plan.find(Document, document_id)
    latest: dict[str, int] = {}
    for row in plan.rows(DocumentFile):
        if row.document_id == document_id:
            latest[row.name.casefold()] = max(row.version, latest.get(row.name.casefold(), 0))
    rows, contents = [], {}
    for file in files:
        content = _read(file)
        name = unicodedata.normalize("NFC", file.name)
        version = latest.get(name.casefold(), 0) + 1
        latest[name.casefold()] = version
        digest = hashlib.sha256(content).hexdigest()
        contents[digest] = content
        media_type = mimetypes.guess_type(name)[0] or "application/octet-stream"
        rows.append(DocumentFile(new_id(), document_id, name, media_type, len(content), digest, version, stamp(now)))
    return Attached(Changes(put(row) for row in rows), contents)


def _read(file: Path) -> bytes:
    try:
        found = file.stat()
        if stat.S_ISDIR(found.st_mode):
            raise KnownError("“{file}” is a folder. Attach the files in it one by one.", file=file.name)
        if not stat.S_ISREG(found.st_mode):
            raise KnownError("“{file}” is not a file that can be attached.", file=file.name)
        if found.st_size > LARGEST:
            raise KnownError("“{file}” is larger than 25 MB. Attach a smaller copy of it.", file=file.name)
        content = file.read_bytes()
    except OSError as error:
        raise _cannot(mark("“{file}” cannot be read: {reason}."), file.name, error) from error
    if not content:
        raise KnownError("“{file}” is empty, so there is nothing to attach.", file=file.name)
    return content


def danger(name: str) -> Danger:
    """What may happen when the system opens a file of this name."""
    ending = shown_name(name).rstrip(". ").casefold().rpartition(".")[2]
    if ending in RUNS or "." not in shown_name(name):
        return "refuse"
    return "ask" if ending in MAY_RUN else "none"


def shown_name(name: str) -> str:
    """The name without characters that turn its reading direction or cannot be seen."""
    return "".join(each for each in name if unicodedata.category(each) not in {"Cc", "Cf"})


def lay_out(content: bytes, name: str, folder: Path) -> Path:
    """Write a file, named safely, into a new folder of its own; read-only, marked as come from outside."""
    own = folder / uuid4().hex
    try:
        own.mkdir(parents=True)
        file = own / safe_name(name)
        file.write_bytes(content)
        _mark_as_foreign(file)
        file.chmod(stat.S_IREAD)
    except OSError as error:
        raise _cannot(mark("“{file}” cannot be laid out to be opened: {reason}."), name, error) from error
    return file


def save(content: bytes, target: Path) -> None:
    """Write a file where a person wants it, marked as come from outside; raises KnownError where that fails."""
    try:
        target.write_bytes(content)
        _mark_as_foreign(target)
    except OSError as error:
        raise _cannot(mark("“{file}” cannot be written: {reason}."), target.name, error) from error


def safe_name(name: str) -> str:
    """The name of an attached file as every system takes it, with its true ending."""
    stem, dot, ending = shown_name(name).rstrip(". ").rpartition(".")
    return distinct_names([stem], f".{ending}")[0] if dot else distinct_names([ending], "")[0]


def _mark_as_foreign(file: Path) -> None:
    """Office opens a file with this stream in Protected View."""
    if sys.platform == "win32":
        Path(f"{file}:Zone.Identifier").write_text("[ZoneTransfer]\r\nZoneId=3\r\n", encoding="ascii")


def _cannot(message: str, name: str, error: OSError) -> KnownError:
    return KnownError(message, file=name, reason=error.strerror or type(error).__name__)


def clear_laid_out(folder: Path) -> None:
    """Remove what was laid out earlier; what another program still holds stays until the next time."""
    for parent, folders, files in os.walk(folder, topdown=False):
        for name in files:
            _try_remove(Path(parent, name))
        for name in folders:
            _try_remove(Path(parent, name))


def _try_remove(path: Path) -> None:
    try:
        path.chmod(stat.S_IRWXU)
        path.rmdir() if path.is_dir() else path.unlink()
    except OSError:
        return
