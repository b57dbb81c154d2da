"""The duty contacts of both sides, liaison officers first, in numbers that can be read in a car."""

from typing import Final

from delegation_planner.exports.clean_text import one_line
from delegation_planner.exports.papers.entry_lines import marked
from delegation_planner.exports.papers.footnotes import borrowed_notes
from delegation_planner.exports.papers.imprint import Imprint
from delegation_planner.exports.papers.layout import (
    Layout,
    across,
    air,
    blank,
    closing_note,
    grid_for,
    heads,
    section_heads,
    strip,
)
from delegation_planner.exports.papers.page_breaks import Section
from delegation_planner.exports.papers.sheet import Cell, Grid, PageSetup, Row, Run, Value
from delegation_planner.exports.papers.styles import COLUMN_RULE, GREY, TITLE_LINE, Look
from delegation_planner.plan.kinds import Side
from delegation_planner.programme.programme import ContactLine, Programme
from delegation_planner.words.kinds_words import SIDES
from delegation_planner.words.words import Words

SETUP: Final = PageSetup("A4", landscape=False, sides=1.45, top=1.9, bottom=1.6)
WIDTHS: Final = (36.0, 20.0, 20.0, 14.5)
NAME, OFFICE, PHONE, HOURS = 1, 2, 3, 4
NO_BREAK_SPACE: Final = "\N{NO-BREAK SPACE}"


def contacts(programme: Programme, imprint: Imprint) -> Layout:
    """Paper 7. Only what the plan holds as duty contacts; a private number is not in a Programme at all."""
    words = imprint.words
    grid = grid_for("contacts", SETUP, WIDTHS, programme, imprint)
    sides = dict.fromkeys(line.side for line in programme.contacts)
    sections = tuple(_section(side, programme, grid, words) for side in sides)
    kind = across(grid, words.say("CONTACTS"), "DP Kind", pad=6)
    call = words.say("Call the liaison officer first. Numbers are for this visit only.")
    title = (
        *kind,
        *across(grid, marked(programme.visit.title, words), "DP Title", pad=6),
        *across(grid, call, "DP Sub", pad=6),
        blank(grid, 6, above=TITLE_LINE),
    )
    return Layout(
        kind="contacts",
        name=words.say("Contacts"),
        grid=grid,
        title=title,
        repeated=(strip(grid, imprint), _heads(words)),
        sections=sections,
        closing=closing_note(grid, borrowed_notes(imprint, title, sections)),
        title_cell=f"A{len(kind) + 1}",
    )


def _heads(words: Words) -> Row:
    return heads([words.say("Name and function"), words.say("Delegation"), words.say("Mobile"), words.say("On duty")])


def _section(side: Side, programme: Programme, grid: Grid, words: Words) -> Section:
    name = words.say(SIDES[side])
    blocks = tuple(_block(line, grid, words) for line in programme.contacts if line.side == side)
    head, again = section_heads(name, grid, words)
    return Section(head, again, blocks)


def _block(line: ContactLine, grid: Grid, words: Words) -> tuple[Row, ...]:
    person = line.person
    name = Run(
        one_line(person.name.text), 10, bold=person.notified, italic=not person.notified,
        colour=None if person.notified else GREY,
    )  # fmt: skip
    function = Run(marked(line.function, words), 9, colour=GREY)
    cells = [
        Cell(NAME, (name, function) if function.text else (name,), Look("DP Cell10")),
        Cell(OFFICE, marked(line.delegation_name, words), Look("DP Cell", left=COLUMN_RULE)),
        Cell(PHONE, _reached_at(line), Look("DP Phone", left=COLUMN_RULE)),
        Cell(HOURS, one_line(line.hours) or None, Look("DP Cell", left=COLUMN_RULE)),
    ]
    lined = [(column, COLUMN_RULE if column > NAME else None) for column in (NAME, OFFICE, PHONE, HOURS)]
    return (air(lined), *grid.row(cells))


def _reached_at(line: ContactLine) -> Value:
    """The number, never broken over lines, and the address beneath."""
    phone = one_line(line.phone).replace(" ", NO_BREAK_SPACE)
    email = one_line(line.email)
    if not email:
        return phone or None
    address = Run(email, 8, colour=GREY)
    return (Run(phone, 12, bold=True), address) if phone else (address,)
