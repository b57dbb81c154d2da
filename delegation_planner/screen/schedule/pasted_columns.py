"""What the columns of a pasted block seem to hold: a proposal that the preview shows and lets people change; no Qt."""

import csv
import re
from collections.abc import Callable, Iterable, Sequence
from io import StringIO
from typing import Final, Literal

from delegation_planner.plan.names import fold
from delegation_planner.screen.schedule.cell_edits import When, read_when
from delegation_planner.words.words import ENGLISH, Words, mark

ColumnKey = Literal["", "number", "day", "start", "end", "time", "title", "place", "who", "remarks"]
Rows = tuple[tuple[str, ...], ...]

COLUMN_NAMES: Final[dict[ColumnKey, str]] = {
    "": mark("Leave out"),
    "number": mark("No."),
    "day": mark("Day"),
    "start": mark("Start"),
    "end": mark("End"),
    "time": mark("Start and end"),
    "title": mark("Activity"),
    "place": mark("Place"),
    "who": mark("Who"),
    "remarks": mark("Remarks"),
}
_OTHER_NAMES: Final[dict[str, ColumnKey]] = {
    "no": "number", "nr": "number", "number": "number", "nomor": "number", "date": "day", "tanggal": "day",
    "hari": "day", "tarix": "day", "time": "time", "waktu": "time", "pukul": "time", "jam": "time", "vaxt": "time",
    "from": "start", "to": "end", "until": "end", "item": "title", "programme": "title", "program": "title",
    "acara": "title", "kegiatan": "title", "venue": "place", "location": "place", "tempat": "place", "yer": "place",
    "participants": "who", "peserta": "who", "notes": "remarks", "keterangan": "remarks",
}  # fmt: skip
"""What people write above columns, besides the names that the window gives them."""
_RANGE: Final = re.compile(r"(.+?)\s*(?:[-–—]|s/d|to|until)\s*(.+)", re.IGNORECASE)
_NUMBER: Final = re.compile(r"\d{1,4}[a-z]?", re.IGNORECASE)
_MOSTLY: Final = 0.6


def read_table(text: str) -> Rows:
    """The cells of a block as spreadsheets put it on the clipboard; rows without any text are dropped.

    A cell with line breaks stands in quotation marks there; its lines are joined.
    """
    lines = csv.reader(StringIO(text, newline=""), dialect="excel-tab")
    rows = [tuple(" ".join(cell.split()) for cell in line) for line in lines]
    width = max((len(row) for row in rows), default=0)
    return tuple(row + ("",) * (width - len(row)) for row in rows if any(row))


def read_span(text: str) -> tuple[When, When] | None:
    """Both ends of "09:15–10:00"; None if it is no span."""
    parts = _RANGE.fullmatch(text.strip())
    if parts is None:
        return None
    start, end = read_when(parts[1]), read_when(parts[2])
    return None if start is None or end is None else (start, end)


def heads_of(row: Sequence[str], words: Words) -> tuple[ColumnKey, ...] | None:
    """What the columns are called, if this row names them: at least two of its cells must be names of columns."""
    known = dict(_OTHER_NAMES)
    for speaker in (ENGLISH, words):
        known |= {fold(speaker.say(name)).rstrip("."): key for key, name in COLUMN_NAMES.items() if key}
    found: list[ColumnKey] = [known.get(fold(cell).rstrip("."), "") for cell in row]
    return tuple(_once(found)) if sum(key != "" for key in found) > 1 else None


def proposed(rows: Rows, is_day: Callable[[str], bool], is_place: Callable[[str], bool]) -> tuple[ColumnKey, ...]:
    """What each column seems to hold by what stands in it; the longest texts are the activity."""
    columns = [[cell for cell in column if cell] for column in zip(*rows, strict=True)]
    tests: list[tuple[ColumnKey, Callable[[str], bool]]] = [
        ("time", lambda cell: read_span(cell) is not None),
        ("start", _is_clock),
        ("end", _is_clock),
        ("day", is_day),
        ("number", lambda cell: _NUMBER.fullmatch(cell) is not None),
        ("place", is_place),
    ]
    keys: list[ColumnKey] = [""] * len(columns)
    for key, test in tests:
        at = next((at for at, cells in enumerate(columns) if not keys[at] and _mostly(cells, test)), None)
        if at is not None and not (key in ("start", "end") and "time" in keys):
            keys[at] = key
    free = [at for at, key in enumerate(keys) if not key and columns[at]]
    if free:
        keys[max(free, key=lambda at: (sum(map(len, columns[at])) / len(columns[at]), -at))] = "title"
    return tuple(keys)


def _once(keys: Iterable[ColumnKey]) -> list[ColumnKey]:
    """A name that stands over two columns counts for the first; a time beside an end is a start."""
    seen: list[ColumnKey] = []
    for key in keys:
        seen.append("" if key in seen else key)
    return ["start" if key == "time" and "end" in seen else key for key in seen]


def _is_clock(cell: str) -> bool:
    # A bare "12" is more often the number of an item than noon.
    return read_when(cell) is not None and (not cell.isdecimal() or len(cell) > 2)


def _mostly(cells: Sequence[str], test: Callable[[str], bool]) -> bool:
    return bool(cells) and sum(map(test, cells)) >= _MOSTLY * len(cells)
