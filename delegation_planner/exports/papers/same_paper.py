"""Whether a draft that lies in the folder says the same as a new one, but for the moment at which it was made."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from io import BytesIO
from typing import Final
from zipfile import BadZipFile, ZipFile

from delegation_planner.exports.papers.imprint import made_when
from delegation_planner.words.visit_lines import printed_line
from delegation_planner.words.words import Words

_MADE: Final = re.compile(rb"<dcterms:created[^>]*>([^<]+)Z</dcterms:created>")
_PROPERTIES: Final = "docProps/core.xml"


def is_same_draft(old: bytes, new: bytes, made_at: datetime, words: Words) -> bool:
    """Compare two workbooks part by part; `made_at` is that of the new one, in the zone that it prints.

    The moment of the old one is read from its properties and taken for the new one's wherever it is printed. What
    is not a workbook of ours is never the same.
    """
    try:
        there, ours = _parts(old), _parts(new)
    except (BadZipFile, OSError, ValueError, RuntimeError, NotImplementedError):
        return False
    found = _MADE.search(there.get(_PROPERTIES, b""))
    if found is None:
        return False
    try:
        was = datetime.fromisoformat(found[1].decode()).replace(tzinfo=UTC).astimezone(made_at.tzinfo)
    except ValueError:
        return False
    return _at(there, was, made_at, words) == ours


def _parts(workbook: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(workbook)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _at(parts: dict[str, bytes], was: datetime, now: datetime, words: Words) -> dict[str, bytes]:
    """The parts of a paper made at one moment as they would be, had it been made at another."""
    stamps = [(texts(words, was), texts(words, now)) for texts in (printed_line, made_when)]
    stamps.append((_as_property(was), _as_property(now)))
    return {name: _replaced(part, stamps) for name, part in parts.items()}


def _replaced(part: bytes, texts: Iterable[tuple[str, str]]) -> bytes:
    for old, new in texts:
        part = part.replace(old.encode(), new.encode())
    return part


def _as_property(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
