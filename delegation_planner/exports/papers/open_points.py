"""The open points: what the checks found and nobody has accepted, with who decides and by when."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from delegation_planner.checks.finding import Finding, Severity
from delegation_planner.exports.clean_text import one_line
from delegation_planner.exports.papers.entry_lines import marked
from delegation_planner.exports.papers.footnotes import borrowed_notes
from delegation_planner.exports.papers.imprint import Imprint
from delegation_planner.exports.papers.layout import (
    Layout,
    air,
    closing_note,
    grid_for,
    heads,
    short_date_value,
    strip,
    title_rows,
    when_and_where,
)
from delegation_planner.exports.papers.manifest import TICK_BOX
from delegation_planner.exports.papers.page_breaks import Section
from delegation_planner.exports.papers.sheet import Cell, Grid, PageSetup, Row
from delegation_planner.exports.papers.styles import COLUMN_RULE, WARNING, Look
from delegation_planner.programme.programme import Entry, Programme
from delegation_planner.words.findings import finding_sentence
from delegation_planner.words.words import Words, mark

SETUP: Final = PageSetup("A4", landscape=False, sides=1.4, top=1.9, bottom=1.6)
WIDTHS: Final = (5.0, 10.0, 32.0, 13.0, 15.0, 10.0, 6.0)
NUMBER, WEIGHT, POINT, CONCERNS, DECIDES, DUE, DONE = range(1, 8)
WEIGHTS: Final[dict[Severity, str]] = {"error": mark("MUST"), "warning": mark("SHOULD"), "note": mark("NOTE")}
NAMED: Final = 3
"""Codes that "concerns" names before it counts the rest."""


def open_points(programme: Programme, imprint: Imprint, findings: Sequence[Finding]) -> Layout:
    """Paper 9. `findings` in their order: errors, warnings, notes; those that are waived are only counted."""
    words = imprint.words
    grid = grid_for("open_points", SETUP, WIDTHS, programme, imprint)
    weights = words.say(
        "Must: the visit cannot run without it. Should: a careful office settles it. Note: for information."
    )
    due = words.say("Due: at the latest on the day of the first item that it concerns.")
    visit = marked(programme.visit.title, words)
    title, title_cell = title_rows(
        grid, words.say("OPEN POINTS"), visit, when_and_where(programme, words), weights, due
    )  # fmt: skip
    entries = {entry.item_id: entry for entry in programme.entries}
    dates = {entry.item_id: day.date for day in programme.days for entry in day.entries}
    still_open = [finding for finding in findings if not finding.waived]
    blocks = [_block(number, each, entries, dates, grid, words) for number, each in enumerate(still_open, 1)]
    sections = (Section((), (), tuple(blocks)),) if blocks else ()
    notes = _notes(len(findings) - len(still_open), still_open, words)
    return Layout(
        kind="open_points",
        name=words.say("Open points"),
        grid=grid,
        title=title,
        repeated=(strip(grid, imprint), _heads(words)),
        sections=sections,
        closing=closing_note(grid, notes + borrowed_notes(imprint, title, sections)),
        title_cell=title_cell,
    )


def _notes(accepted: int, still_open: Sequence[Finding], words: Words) -> list[str]:
    notes = [] if still_open else [words.say("No point is open.")]
    if accepted:
        notes.append(
            words.say_many(
                "{count} point is accepted with a reason and not listed.",
                "{count} points are accepted with a reason and not listed.",
                accepted,
            )
        )
    return notes


def _heads(words: Words) -> Row:
    texts = [
        words.say("No."), words.say("Weight"), words.say("Open point"), words.say("Concerns"),
        words.say("Decides"), words.say("Due"), words.say("Done"),
    ]  # fmt: skip
    row = heads(texts, centred=1)
    return row._replace(cells=(*row.cells[:-1], row.cells[-1]._replace(look=Look("DP Head C"))))


def _block(
    number: int, finding: Finding, entries: dict[str, Entry], dates: dict[str, date], grid: Grid, words: Words
) -> tuple[Row, ...]:
    items = [subject.id for subject in finding.subjects if subject.id in entries]
    in_charge = next((entries[id].in_charge for id in items if entries[id].in_charge), None)
    due = min((dates[id] for id in items), default=None)
    due_value, due_look = short_date_value(words, due, Look("DP Cell", left=COLUMN_RULE)) if due else (
        "–", Look("DP Cell", left=COLUMN_RULE),
    )  # fmt: skip
    weight = Look("DP Weight", colour=WARNING if finding.severity == "error" else None, left=COLUMN_RULE)
    cells = [
        Cell(NUMBER, number, Look("DP No")),
        Cell(WEIGHT, words.say(WEIGHTS[finding.severity]), weight),
        Cell(POINT, one_line(finding_sentence(words, finding)), Look("DP Cell10", left=COLUMN_RULE)),
        Cell(CONCERNS, concerns(finding, words), Look("DP Cell", left=COLUMN_RULE)),
        Cell(DECIDES, marked(in_charge, words) if in_charge else "–", Look("DP Cell", left=COLUMN_RULE)),
        Cell(DUE, due_value, due_look),
        Cell(DONE, TICK_BOX, Look("DP Tick", left=COLUMN_RULE)),
    ]
    lined = [(column, COLUMN_RULE if column > NUMBER else None) for column in range(1, len(WIDTHS) + 1)]
    return (air(lined), *grid.row(cells))


def concerns(finding: Finding, words: Words) -> str:
    """Items 12, 14; without items the codes of whatever it is about."""
    items = [one_line(subject.code) for subject in finding.subjects if subject.kind == "programme_item"]
    if items:
        listed = ", ".join(items)
        return words.say_many("Item {items}", "Items {items}", len(items), items=listed)
    codes = [one_line(subject.code) for subject in finding.subjects]
    more = len(codes) - NAMED
    named = ", ".join(codes[:NAMED])
    return words.say("{some} and {count} more", some=named, count=more) if more > 0 else named
