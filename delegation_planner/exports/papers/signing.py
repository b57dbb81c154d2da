"""The run sheet of a signing: cues with a column for each side, who signs what, and the places drawn in cells."""

import math
from collections.abc import Iterator, Sequence
from typing import Final

from delegation_planner.exports.clean_text import one_line
from delegation_planner.exports.papers.entry_lines import marked, place_text, state_words
from delegation_planner.exports.papers.footnotes import borrowed_notes
from delegation_planner.exports.papers.imprint import Imprint
from delegation_planner.exports.papers.layout import (
    LINED_SECTION,
    Layout,
    across,
    air,
    closing_note,
    grid_for,
    heads,
    paper_dates,
    strip,
    title_rows,
)
from delegation_planner.exports.papers.page_breaks import Section
from delegation_planner.exports.papers.sheet import Cell, Grid, PageSetup, Row, Run, clock, ruled_below
from delegation_planner.exports.papers.signing_places import places_section
from delegation_planner.exports.papers.styles import COLUMN_RULE, THIN_RULE, Look
from delegation_planner.programme.programme import (
    Day,
    Entry,
    InstrumentShown,
    Programme,
    Shown,
    SigningShown,
    SigningSide,
    StepLine,
)
from delegation_planner.words.countries import country_names
from delegation_planner.words.dates import clock as clock_words
from delegation_planner.words.dates import long_date, zone_name
from delegation_planner.words.words import Words

SETUP: Final = PageSetup("A4", landscape=True, sides=1.5, top=1.8, bottom=1.5)
TIME_WIDTH: Final = 8.0
MINUTES_WIDTH: Final = 6.0
FIFTH: Final = 26.2
"""Time, minutes and the first column of the cue are as broad together as each other column: of five equal parts the
places make a drawing whose sides mirror each other."""
WIDTHS: Final = (TIME_WIDTH, MINUTES_WIDTH, FIFTH - TIME_WIDTH - MINUTES_WIDTH, *(FIFTH,) * 4)
TIME, MINUTES, CUE, CUE_GOES_ON, GUEST, HOST, PROPS = range(1, 8)
LINED: Final = (CUE, GUEST, HOST, PROPS)
CUE_COLUMNS: Final = 2
PARTIES: Final = 2
LETTERS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def signing_sheets(programme: Programme, imprint: Imprint) -> Iterator[Layout]:
    """Paper 8, for each item at which something is signed."""
    signings = {signing.item_id: signing for signing in programme.signings}
    for day in programme.days:
        for entry in day.entries:
            if entry.item_id in signings and entry.status != "cancelled":
                yield _signing_sheet(signings[entry.item_id], entry, day, programme, imprint)


def _signing_sheet(signing: SigningShown, entry: Entry, day: Day, programme: Programme, imprint: Imprint) -> Layout:
    words = imprint.words
    alone = signing.instruments[0].title if len(signing.instruments) == 1 else entry.title
    heading = marked(alone, words)
    grid = _in_fifths(grid_for("signing", SETUP, WIDTHS, programme, imprint, heading))
    when = _when(entry, day, programme, words)
    title, title_cell = title_rows(grid, words.say("SIGNING RUN SHEET"), heading, when)
    names = side_names(signing, words)
    sections = (
        _cues(signing, entry, names, grid, words),
        *(_originals(signing, each, names, grid, words) for each in signing.instruments),
        places_section(signing, names, grid, words),
    )
    return Layout(
        kind="signing",
        name=words.say("Signing run sheet"),
        grid=grid,
        title=title,
        repeated=(strip(grid, imprint),),
        sections=sections,
        closing=closing_note(grid, [_rule(signing, words), *borrowed_notes(imprint, title, sections)], ruled=False),
        title_cell=title_cell,
        about=one_line(entry.number),
        marking=words.say("INTERNAL · SIGNING TEAM"),
    )


def _in_fifths(grid: Grid) -> Grid:
    """The columns in five equal parts on paper of any size."""
    fifth = math.floor(20 * sum(grid.widths) / 5) / 20
    return grid._replace(widths=(TIME_WIDTH, MINUTES_WIDTH, fifth - TIME_WIDTH - MINUTES_WIDTH, *(fifth,) * 4))


def _when(entry: Entry, day: Day, programme: Programme, words: Words) -> str:
    times = f"{clock_words(words, entry.start)}–{clock_words(words, entry.end)} {zone_name(words, entry.start)}"
    number = words.say("Item {number}", number=one_line(entry.number))
    window = paper_dates(words, programme.visit) if programme.visit.dates == "window" else ""
    states = state_words(entry, words, programme.visit.host_zone, ends=True)
    told = (long_date(words, day.date), times, place_text(entry, words), number, *states, window)
    return " · ".join(text for text in told if text)


def _rule(signing: SigningShown, words: Words) -> str:
    if signing.host_right:
        return words.say("Rule: the host's seat and flag at the right, as Indonesian law has it (UU 24/2009).")
    return words.say("Rule: the guest's seat and flag at the right, as European custom has it.")


def side_names(signing: SigningShown, words: Words) -> tuple[str, str]:
    """What guest and host are called: their countries where these differ, else their delegations."""
    guest, host = signing.guest, signing.host
    if guest.country and host.country and guest.country != host.country:
        names = country_names(words)
        return names.get(guest.country, guest.country), names.get(host.country, host.country)
    return marked(guest.name, words) or words.say("Guest side"), marked(host.name, words) or words.say("Host side")


def _cues(signing: SigningShown, entry: Entry, names: tuple[str, str], grid: Grid, words: Words) -> Section:
    texts = [
        words.say("Time"), words.say("Min."), words.say("Cue and action"), *names, words.say("Props, signal by"),
    ]  # fmt: skip
    head = (_heads(texts, centred=2),)
    present = _cue_block(
        Cell(TIME, None, Look("DP Time")), Cell(MINUTES, None, Look("DP Minutes")),
        (Run(words.say("At the table and behind it"), 11, bold=True),), grid,
        _present(signing.guest, words), _present(signing.host, words), "",
    )  # fmt: skip
    return Section(head, head, (present, *(_step(step, grid, words) for step in entry.steps)))


def _heads(texts: Sequence[str], centred: int) -> Row:
    """Column heads; the third one stands over both columns of the cue."""
    row = heads([*texts[:CUE], "", *texts[CUE:]], centred)
    cells = (cell for cell in row.cells if cell.column != CUE_GOES_ON)
    return row._replace(cells=tuple(_over_the_cue(cell) for cell in cells))


def _over_the_cue(cell: Cell) -> Cell:
    return cell._replace(columns=CUE_COLUMNS) if cell.column == CUE else cell


def _air() -> Row:
    return air([(column, COLUMN_RULE if column in LINED else None) for column in range(1, len(WIDTHS) + 1)])


def _present(side: SigningSide, words: Words) -> str:
    """Who signs, who helps, who witnesses; each group on its line."""
    lines = [
        words.say("Signs: {people}", people=_names(side.signatories, words)) if side.signatories else "",
        words.say("Aide: {people}", people=_names(side.aides, words)) if side.aides else "",
        words.say("Witnesses: {people}", people=_names(side.witnesses, words)) if side.witnesses else "",
    ]
    return "\n".join(line for line in lines if line)


def _names(people: tuple[Shown, ...], words: Words) -> str:
    return ", ".join(marked(person, words) for person in people)


def _step(step: StepLine, grid: Grid, words: Words) -> tuple[Row, ...]:
    """A cue; its actor stands in the column of the own side, and whoever is of none beside the props."""
    number_format = "hh\\.mm" if words.language == "id" else "hh:mm"
    borrowed = step.cue.language != words.language
    cue = (Run(marked(step.cue, words), 11, bold=not borrowed, italic=borrowed),)
    actor = one_line(step.actor)
    return _cue_block(
        Cell(TIME, clock(step.at), Look("DP Time", number_format)),
        Cell(MINUTES, step.offset, Look("DP Minutes", '"+"0')), cue, grid,
        actor if step.actor_side == "guest" else "", actor if step.actor_side == "host" else "",
        actor if step.actor_side is None else "",
    )  # fmt: skip


def _cue_block(
    time: Cell, minutes: Cell, cue: tuple[Run, ...], grid: Grid, guest: str, host: str, props: str
) -> tuple[Row, ...]:
    cells = [time, minutes, Cell(CUE, cue, Look("DP Item", left=COLUMN_RULE), columns=CUE_COLUMNS)]
    for column, text in ((GUEST, guest), (HOST, host), (PROPS, props)):
        cells.append(Cell(column, text or None, Look("DP Cell10", left=COLUMN_RULE)))
    return (_air(), *grid.row(cells))


def _originals(
    signing: SigningShown, instrument: InstrumentShown, names: tuple[str, str], grid: Grid, words: Words
) -> Section:
    """Who signs what: each party keeps the original in which it stands first, and signs that one first.

    The originals stay on one page, side by side in the reader's eye.
    """
    told = words.say("Who signs what")
    if len(signing.instruments) > 1:
        told = f"{told}: {marked(instrument.title, words)}"
    texts = [
        words.say("Original"), "", words.say("Kept by"), words.say("Stands first (alternat)"),
        words.say("Signature places"), words.say("Signed first by"),
    ]  # fmt: skip
    head = (*across(grid, told, "DP Section", pad=LINED_SECTION), _heads(texts, centred=1))
    count = instrument.originals or PARTIES
    originals = (_original(number, signing, instrument, names, grid, words) for number in range(count))
    *rows, last = [row for rows in originals for row in rows]
    return Section(head, head, ((*rows, ruled_below(last, THIN_RULE)),))


def _original(
    number: int,
    signing: SigningShown,
    instrument: InstrumentShown,
    names: tuple[str, str],
    grid: Grid,
    words: Words,
) -> tuple[Row, ...]:
    open_yet = words.say("to be agreed")
    sides = (signing.guest, signing.host)
    kept = names[number] if number < PARTIES else open_yet
    first = words.say("{party} (the left or upper place)", party=names[number]) if number < PARTIES else open_yet
    signer = _names(sides[number].signatories, words) if number < PARTIES else ""
    signers = sum(len(side.signatories) for side in sides) or PARTIES
    texts = len(instrument.languages)
    places = words.say_many(
        "{count} text × {signers} = {places}", "{count} texts × {signers} = {places}", texts,
        signers=signers, places=texts * signers,
    ) if texts else open_yet  # fmt: skip
    letter = LETTERS[number % len(LETTERS)]
    cells = [Cell(TIME, letter, Look("DP Original"), columns=2)]
    for column, text in ((CUE, kept), (GUEST, first), (HOST, places), (PROPS, signer or None)):
        cells.append(_over_the_cue(Cell(column, text, Look("DP Cell10", left=COLUMN_RULE))))
    return (_air(), *grid.row(cells))
