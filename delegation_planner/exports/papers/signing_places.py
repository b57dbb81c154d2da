"""The places at a signing table drawn in cells, as the persons seated see them."""

from typing import Final

from delegation_planner.exports.papers.entry_lines import marked
from delegation_planner.exports.papers.layout import LINED_SECTION, across, blank, capitals
from delegation_planner.exports.papers.page_breaks import Section
from delegation_planner.exports.papers.sheet import Cell, Grid, Row, Run
from delegation_planner.exports.papers.styles import BOX_LINE, Look, framed
from delegation_planner.programme.programme import Shown, SigningShown, SigningSide
from delegation_planner.words.words import Words

OUTER_LEFT, LEFT, MIDDLE, RIGHT, OUTER_RIGHT = 1, 4, 5, 6, 7
OUTER_LEFT_COLUMNS: Final = 3
"""Columns that are as broad together as each of the four others."""
TABLE_HEIGHT: Final = 39.0
SEAT_HEIGHT: Final = 72.0
FLAGS_HEIGHT: Final = 36.0
WITNESSES_HEIGHT: Final = 42.0
GAP: Final = 9.0


def places_section(signing: SigningShown, names: tuple[str, str], grid: Grid, words: Words) -> Section:
    """Never split over pages: the table with the guests before it, the seats, the flags, the witnesses behind.

    `names` are those of guest and host. The side that is to sit at the right is at the right of the paper, because
    the paper looks over the table from behind, as the signatories do.
    """
    seen = words.say("Places, as seen from behind the table by the persons seated: their left is left on this paper")
    head = across(grid, seen, "DP Section", pad=LINED_SECTION)
    guest = (signing.guest, names[0], words.say("guest"))
    host = (signing.host, names[1], words.say("host"))
    left, right = (guest, host) if signing.host_right else (host, guest)
    flags = (
        Run(words.say("FLAGS"), 9, bold=True),
        Run(words.say("{party}: at the left", party=left[1]), 9),
        Run(words.say("{party}: at the right", party=right[1]), 9),
    )
    rows = (
        *_row(grid, [Cell(1, words.say("guests, press"), Look("DP Around"), columns=OUTER_RIGHT)], 18),
        *_row(grid, [_box(LEFT, _table_text(words), "DP Table", columns=3)], TABLE_HEIGHT),
        *_row(grid, _seats((left[0], left[2]), (right[0], right[2]), words), SEAT_HEIGHT),
        blank(grid, GAP),
        *_row(grid, [_box(MIDDLE, flags, "DP Box")], FLAGS_HEIGHT),
        blank(grid, GAP),
        *_row(grid, _witnesses(left[0], right[0], words), WITNESSES_HEIGHT),
        blank(grid, GAP),
    )
    return Section(head, head, (rows,))


def _row(grid: Grid, cells: list[Cell], least: float) -> tuple[Row, ...]:
    return grid.row(cells, pad=6, least=least)


def _box(column: int, value: str | tuple[Run, ...], style: str, columns: int = 1) -> Cell:
    return Cell(column, value, framed(Look(style), BOX_LINE), columns=columns)


def _table_text(words: Words) -> str:
    return words.say("TABLE: the originals, pens, blotters, name cards")


def _seats(left: tuple[SigningSide, str], right: tuple[SigningSide, str], words: Words) -> list[Cell]:
    """Each signatory with the own aide at the outer side."""
    at_left = words.say("{party}, left seat", party=left[1])
    at_right = words.say("{party}, right seat", party=right[1])
    return [
        _box(OUTER_LEFT, _aide(left[0], words), "DP Box", columns=OUTER_LEFT_COLUMNS),
        _box(LEFT, _signatory(left[0], at_left, words), "DP Seat"),
        _box(RIGHT, _signatory(right[0], at_right, words), "DP Seat"),
        _box(OUTER_RIGHT, _aide(right[0], words), "DP Box"),
    ]


def _signatory(side: SigningSide, seat: str, words: Words) -> tuple[Run, ...]:
    names = [capitals(marked(person, words), words) for person in side.signatories] or [words.say("to be named")]
    return (*(Run(name, 11, bold=True) for name in names), Run(seat, 10))


def _aide(side: SigningSide, words: Words) -> tuple[Run, ...]:
    names = [marked(person, words) for person in side.aides] or [words.say("to be named")]
    return (Run(words.say("Aide"), 9, bold=True), *(Run(name, 9) for name in names))


def _witnesses(left: SigningSide, right: SigningSide, words: Words) -> list[Cell]:
    """Numbered from the middle outwards: at the left the first one stands last in the line."""
    return [
        _box(OUTER_LEFT, _line_up(left.witnesses, words, from_right=True), "DP Box", columns=LEFT),
        _box(RIGHT, _line_up(right.witnesses, words, from_right=False), "DP Box", columns=2),
    ]


def _line_up(people: tuple[Shown, ...], words: Words, *, from_right: bool) -> tuple[Run, ...]:
    numbered = [f"{number} {marked(person, words)}" for number, person in enumerate(people, 1)]
    line = "   ".join(reversed(numbered) if from_right else numbered) or words.say("to be named")
    return Run(words.say("Witnesses, numbered from the middle outwards"), 9, bold=True), Run(line, 9)
