"""Reads a finished workbook back, by other means than it was written by, and compares it with its sheet."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Final
from xml.etree import ElementTree as ET
from zipfile import ZipFile

from delegation_planner.exports.clean_text import clean_text
from delegation_planner.exports.papers.sheet import Cell, Moment, Sheet

_SPACE: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ESCAPED: Final = re.compile("_x([0-9A-Fa-f]{4})_")

Place = tuple[int, int]


class PaperDiffersError(Exception):
    """A workbook does not say what its sheet says: a bug of ours, caught before anybody is handed the file."""


_PART: Final = 1 << 16
"""Bytes that are parsed at a time: while the parser is at work, no other thread of Python is."""


def prove(sheet: Sheet, content: bytes) -> None:
    """Raises PaperDiffersError unless the workbook holds each value, height and break of the sheet, and no more."""
    with ZipFile(BytesIO(content)) as archive:
        root = _parsed(archive.read("xl/worksheets/sheet1.xml"))
    found: dict[Place, str | float] = {}
    heights: list[float] = []
    for number, row in enumerate(root.iter(f"{_SPACE}row"), 1):
        heights.append(float(row.attrib["ht"]))
        for cell in row:
            value = _read(cell)
            if value is not None:
                found[number, ord(cell.attrib["r"][0]) - ord("A") + 1] = value
    breaks = tuple(int(each.attrib["id"]) for each in root.iter(f"{_SPACE}brk"))
    expected = dict(_said(sheet))
    if found != expected:
        wrong = sorted(place for place in found.keys() | expected.keys() if found.get(place) != expected.get(place))
        raise PaperDiffersError(f"cells {wrong[:5]} of {sheet.name!r}")
    if heights != [row.height for row in sheet.rows] or breaks != sheet.breaks:
        raise PaperDiffersError(f"heights or breaks of {sheet.name!r}")


def _read(cell: ET.Element) -> str | float | None:
    number = cell.find(f"{_SPACE}v")
    if number is not None:
        return float(number.text or "")
    texts = [part.text or "" for part in cell.iter(f"{_SPACE}t")]
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), "".join(texts)) if texts else None


def _said(sheet: Sheet) -> Iterator[tuple[Place, str | float]]:
    for number, row in enumerate(sheet.rows, 1):
        for cell in row.cells:
            value = _value(cell)
            if value is not None and value != "":
                yield (number, cell.column), value


def _value(cell: Cell) -> str | float | None:
    value = cell.value
    if value is None or isinstance(value, int):
        return value
    if isinstance(value, Moment):
        return float(value)
    if isinstance(value, str):
        return clean_text(value)
    return "\n".join(clean_text(run.text) for run in value)


def _parsed(text: bytes) -> ET.Element:
    parser = ET.XMLParser()  # noqa: S314 - we have just written it.
    for start in range(0, len(text), _PART):
        parser.feed(text[start : start + _PART])
    return parser.close()
