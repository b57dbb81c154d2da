"""The delegation list: every side in its own order of precedence, office in both languages."""

from typing import Final

from delegation_planner.exports.clean_text import one_line
from delegation_planner.exports.papers.entry_lines import is_borrowed, marked
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
from delegation_planner.exports.papers.page_breaks import Rows, Section
from delegation_planner.exports.papers.sheet import Cell, Grid, PageSetup, Row
from delegation_planner.exports.papers.styles import COLUMN_RULE, TITLE_LINE, Line, Look
from delegation_planner.programme.programme import DelegationList, PersonShown, Programme
from delegation_planner.words.visit_lines import person_name
from delegation_planner.words.words import Words

SETUP: Final = PageSetup("A4", landscape=False, sides=1.45, top=1.9, bottom=1.6)
WIDTHS: Final = (6.0, 25.0, 29.5, 30.0)
ORDER, NAME, OFFICE, SECOND = 1, 2, 3, 4


def delegations(programme: Programme, imprint: Imprint) -> Layout:
    """Paper 5. A role in [brackets], in grey italics, is a person not yet notified. No passport numbers."""
    words = imprint.words
    grid = grid_for("delegations", SETUP, WIDTHS, programme, imprint)
    sections = tuple(_section(each, grid, imprint) for each in programme.delegations if each.members)
    kinds = dict.fromkeys(each.say("DELEGATION LIST") for each in (words, imprint.second) if each)
    kind = across(grid, " · ".join(kinds), "DP Kind", pad=6)
    order = words.say("Order of precedence within each side. The order across the sides is set per event.")
    title = (
        *kind,
        *across(grid, marked(programme.visit.title, words), "DP Title", pad=6),
        *across(grid, order, "DP Sub", pad=6),
        blank(grid, 6, above=TITLE_LINE),
    )
    return Layout(
        kind="delegations",
        name=words.say("Delegations"),
        grid=grid,
        title=title,
        repeated=(strip(grid, imprint), _heads(imprint)),
        sections=sections,
        closing=closing_note(grid, _notes(programme, imprint, title, sections)),
        title_cell=f"A{len(kind) + 1}",
    )


def _heads(imprint: Imprint) -> Row:
    words, second = imprint.words, imprint.second
    texts = [words.say("Order"), words.say("Name"), words.say("Office"), second.say("Office") if second else ""]
    return heads(texts, centred=1)


def _notes(programme: Programme, imprint: Imprint, title: Rows, sections: tuple[Section, ...]) -> list[str]:
    words = imprint.words
    unknown = any(not person.notified for each in programme.delegations for person in each.members)
    notes = [words.say("[Office]: name not yet notified.")] if unknown else []
    return notes + borrowed_notes(imprint, title, sections)


def _section(each: DelegationList, grid: Grid, imprint: Imprint) -> Section:
    words, second = imprint.words, imprint.second
    name = marked(each.name, words)
    if second and each.name_second and each.name_second.text != each.name.text:
        name = f"{name} · {marked(each.name_second, second)}"
    head, again = section_heads(name, grid, words)
    blocks = [_block(number, person, grid, imprint) for number, person in enumerate(each.members, 1)]
    return Section(head, again, tuple(blocks))


def _block(number: int, person: PersonShown, grid: Grid, imprint: Imprint) -> tuple[Row, ...]:
    words, second = imprint.words, imprint.second
    name_style = "DP Name" if person.notified else "DP Name Open"
    cells = [
        Cell(ORDER, number, Look("DP Order")),
        Cell(NAME, one_line(person_name(person)), Look(name_style, left=COLUMN_RULE)),
        Cell(OFFICE, marked(person.office, words), _office_look(person, words)),
    ]
    lined: list[tuple[int, Line | None]] = [(ORDER, None), (NAME, COLUMN_RULE), (OFFICE, COLUMN_RULE)]
    if second and person.office_second is not None:
        look = Look("DP Cell", italic=is_borrowed(person.office_second, second), left=COLUMN_RULE)
        cells.append(Cell(SECOND, marked(person.office_second, second), look))
        lined.append((SECOND, COLUMN_RULE))
    else:
        cells[-1] = cells[-1]._replace(columns=2)
        lined.append((SECOND, None))
    return (air(lined), *grid.row(cells))


def _office_look(person: PersonShown, words: Words) -> Look:
    return Look("DP Cell", italic=is_borrowed(person.office, words), left=COLUMN_RULE)
