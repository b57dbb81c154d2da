"""What has changed: a slip for one person, and the list of all changes for everybody."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC
from typing import Final

from delegation_planner.editions.difference import Difference, ItemChange
from delegation_planner.exports.clean_text import one_line
from delegation_planner.exports.papers.entry_lines import is_elsewhere, marked, place_text, state_words
from delegation_planner.exports.papers.footnotes import borrowed_notes
from delegation_planner.exports.papers.imprint import Imprint
from delegation_planner.exports.papers.layout import (
    Layout,
    across,
    air,
    blank,
    capitals,
    grid_for,
    heads,
    host_noon,
    section_heads,
    short_date_value,
    when_and_where,
)
from delegation_planner.exports.papers.page_breaks import Section
from delegation_planner.exports.papers.sheet import Cell, Grid, PageSetup, Row, Run
from delegation_planner.exports.papers.styles import (
    EDITION_COLOURS,
    GREY,
    INK_RULE,
    THIN_RULE,
    TITLE_LINE,
    WARNING,
    Line,
    Look,
    framed,
)
from delegation_planner.programme.programme import Entry, PersonShown, Programme
from delegation_planner.words.changes import HEADLINES, change_sentences, item_details
from delegation_planner.words.dates import amount, clock, clock_as_known, offset, zone_label
from delegation_planner.words.editions import edition_band, edition_number
from delegation_planner.words.visit_lines import person_name
from delegation_planner.words.words import Words

SETUP: Final = PageSetup("A4", landscape=False, sides=1.35, top=2.0, bottom=1.6)
WIDTHS: Final = (5.5, 12.0, 12.5, 45.5, 16.0)
MARK, DATE, TIME, ACTIVITY, WHAT = range(1, 6)
BAND: Final = 45.0
SEEN_IN_THE_LINES: Final = ("start", "end", "start_day", "end_day", "precision", "place", "to_place", "title")
"""Fields whose old and new value stand in the lines OLD and NEW; the others are told in words."""


def change_slip(programme: Programme, imprint: Imprint, reader: PersonShown, difference: Difference) -> Layout:
    """Paper 4. `programme` is the reader's new one, without days where the reader has left the visit."""
    words = imprint.words
    zone = zone_label(words, host_noon(programme.visit))
    local = words.say("All times {zone} unless another zone is shown.", zone=zone)
    only = words.say("Only what concerns you is listed.")
    grid = grid_for("slip", SETUP, WIDTHS, programme, imprint)
    above = (
        *across(grid, words.say("CHANGE SLIP"), "DP Kind", pad=6),
        *across(grid, marked(programme.visit.title, words), "DP Title", pad=4),
        *across(grid, one_line(person_name(reader)), "DP Reader", pad=3),
        *across(grid, marked(reader.office, words), "DP Sub", pad=3),
        *across(grid, when_and_where(programme, words), "DP Sub", pad=3),
        *across(grid, f"{only} {local}", "DP Sub", pad=3),
        blank(grid, 6, above=TITLE_LINE),
    )
    sections = _sections(difference, grid, words, programme.visit.host_zone)
    closing = (*_unchanged(programme, difference, grid, imprint), *_destroy(grid, imprint), *_receipt(grid, words))
    notes = borrowed_notes(imprint, above, sections)
    closing += across(grid, "   ".join(notes), "DP Note", pad=6) if notes else ()
    return Layout(
        kind="slip",
        name=words.say("Change slip"),
        grid=grid,
        title=(*above, *_band(grid, imprint)),
        repeated=(_heads(words),),
        sections=sections,
        closing=_ended(sections, closing, grid),
        title_cell="A2",
    )


def changes_since(programme: Programme, imprint: Imprint, difference: Difference) -> Layout:
    """The same for everybody: items, then people, delegations and papers in a sentence each."""
    words = imprint.words
    since = edition_number(words, imprint.replaces.number) if imprint.replaces else ""
    name = words.say("Changes since {edition}", edition=since)
    grid = grid_for("slip", SETUP, WIDTHS, programme, imprint)
    above = (
        *across(grid, capitals(name, words), "DP Kind", pad=6),
        *across(grid, marked(programme.visit.title, words), "DP Title", pad=4),
        *across(grid, when_and_where(programme, words), "DP Sub", pad=3),
        blank(grid, 6, above=TITLE_LINE),
    )
    lists = (
        (words.say("People"), Difference(people=difference.people)),
        (words.say("Delegations"), Difference(delegations=difference.delegations)),
        (words.say("Papers"), Difference(papers=difference.papers)),
    )
    sections = (
        *_sections(difference, grid, words, programme.visit.host_zone),
        *(_sentences(title, change_sentences(words, part), grid, words) for title, part in lists if part),
    )
    nothing = across(grid, words.say("Nothing has changed."), "DP Why", pad=6) if not difference else ()
    notes = borrowed_notes(imprint, above, sections)
    closing = (*nothing, *(across(grid, "   ".join(notes), "DP Note", pad=6) if notes else ()))
    return Layout(
        kind="slip",
        name=name,
        grid=grid,
        title=(*above, *_band(grid, imprint)),
        repeated=(_heads(words),),
        sections=sections,
        closing=_ended(sections, closing, grid),
        title_cell="A2",
    )


def _band(grid: Grid, imprint: Imprint) -> tuple[Row, ...]:
    """The edition in large letters, and the one that it replaces in that one's colour."""
    words, band, replaced = imprint.words, imprint.band, imprint.replaces
    frame = Line("medium", band.dark)
    edition = framed(Look("DP Edition", colour=band.dark, fill=band.pale), frame)
    cells = [Cell(MARK, capitals(band.text, words), edition, columns=4 if replaced else 5)]
    if replaced:
        colours = EDITION_COLOURS[replaced.colour]
        number, _, colour = edition_band(words, replaced).text.partition(" · ")
        text = "\n".join((words.say("replaces"), number, colour))
        before = framed(Look("DP Replaced", colour=colours.dark, fill=colours.pale), frame)
        cells.append(Cell(WHAT, text, before))
    return (Row(BAND, tuple(cells)), blank(grid, 6))


def _heads(words: Words) -> Row:
    return heads(["", words.say("Date"), words.say("Time"), words.say("Activity and place"), words.say("What changed")])


def _sections(difference: Difference, grid: Grid, words: Words, zone: str) -> tuple[Section, ...]:
    visit = change_sentences(words, Difference(visit=difference.visit))
    blocks = [_visit_block(sentence, grid, words) for sentence in visit]
    blocks += [tuple(_block(change, grid, words, zone)) for change in difference.items]
    return (Section((), (), tuple(blocks)),) if blocks else ()


def _sentences(title: str, sentences: Iterable[str], grid: Grid, words: Words) -> Section:
    head, again = section_heads(title, grid, words)
    blocks = tuple((_air(), *across(grid, sentence, "DP Why", pad=3)) for sentence in sentences)
    return Section(head, again, blocks)


def _ended(sections: Sequence[Section], closing: tuple[Row, ...], grid: Grid) -> tuple[Row, ...]:
    """The closing below a rule that ends the list, if there is one."""
    return (blank(grid, 6, above=THIN_RULE), *closing) if sections else closing


def _visit_block(sentence: str, grid: Grid, words: Words) -> tuple[Row, ...]:
    mark = Cell(MARK, words.say("NEW"), Look("DP Label New"))
    return (_air(), *grid.row([mark, Cell(DATE, sentence, Look("DP New"), columns=4)]))


def _air() -> Row:
    return air([(column, None) for column in range(1, len(WIDTHS) + 1)])


def _block(change: ItemChange, grid: Grid, words: Words, zone: str) -> Iterator[Row]:
    """The old line struck, the new line; never parted by a page. An old line that reads like the new one is spared."""
    yield _air()
    gone = change.headline in ("dropped", "cancelled")
    if change.before and (gone or change.field(*SEEN_IN_THE_LINES)):
        what = _what(change, words) if gone else ()
        yield from grid.row(_line(change.before, what, grid, words, zone, old=True), pad=2)
    if gone:
        yield from grid.row([Cell(ACTIVITY, _meaning(change, words), Look("DP Why"))], pad=4)
    elif change.after:
        details = _details(change, words)
        yield from grid.row(_line(change.after, _what(change, words), grid, words, zone, old=False, details=details))


def _line(
    entry: Entry,
    what: tuple[Run, ...],
    grid: Grid,
    words: Words,
    zone: str,
    *,
    old: bool,
    details: Sequence[str] = (),
) -> list[Cell]:
    look = Look("DP Old", struck=True) if old else Look("DP New")
    style = grid.styles[look.style]
    colour = GREY if old else None
    text = [marked(entry.title, words), place_text(entry, words)]
    runs = [Run(each, style.size, bold=style.bold, struck=old, colour=colour) for each in text if each]
    if not old:
        states = " · ".join(state_words(entry, words, zone, ends=True))
        runs += [Run(states, 9, colour=GREY)] if states else []
        runs += [Run(each, 9) for each in details]
    date, date_look = short_date_value(words, entry.start.date(), look)
    label, style_name = (words.say("OLD"), "DP Label") if old else (words.say("NEW"), "DP Label New")
    cells = [
        Cell(MARK, label, Look(style_name)),
        Cell(DATE, date, date_look),
        Cell(TIME, _times(entry, words, zone), look),
    ]
    cells.append(Cell(ACTIVITY, tuple(runs), look._replace(struck=False)))
    return [*cells, Cell(WHAT, what, Look("DP Why"))] if what else cells


def _times(entry: Entry, words: Words, zone: str) -> str:
    """11:00–11:20; a clock in another zone says so."""
    ends = []
    for moment, text in (
        (entry.start, clock_as_known(words, entry.start, entry.precision)),
        (entry.end, clock(words, entry.end)),
    ):
        ends.append(f"{text} {offset(moment)}" if is_elsewhere(moment, zone) else text)
    return "–".join(ends)


def _what(change: ItemChange, words: Words) -> tuple[Run, ...]:
    """One word for the change, and by how much it is earlier or later."""
    headline = change.headline
    bad = headline in ("dropped", "cancelled")
    word = Run(words.say(HEADLINES[headline]), 10, bold=True, colour=WARNING if bad else None)
    if headline not in ("earlier", "later") or not (change.before and change.after):
        return (word,)
    minutes = round((change.after.start.astimezone(UTC) - change.before.start.astimezone(UTC)).total_seconds() / 60)
    length = amount(words, minutes)
    told = words.say("{length} later", length=length) if minutes > 0 else words.say("{length} earlier", length=length)
    return word, Run(told, 9)


def _details(change: ItemChange, words: Words) -> list[str]:
    """What else has changed, in words; times and places are seen in the lines."""
    if change.before is None or change.after is None:
        return []
    seen = {*SEEN_IN_THE_LINES, "short_title"} if change.field("title") else {*SEEN_IN_THE_LINES}
    fields = tuple(each for each in change.fields if each.field not in seen)
    return item_details(words, change._replace(fields=fields))


def _meaning(change: ItemChange, words: Words) -> str:
    if change.headline == "cancelled":
        return words.say("The item is cancelled and does not take place.")
    return words.say("No longer in this programme: you are not expected there.")


def _unchanged(programme: Programme, difference: Difference, grid: Grid, imprint: Imprint) -> tuple[Row, ...]:
    words = imprint.words
    changed = sum(change.after is not None for change in difference.items)
    count = len(programme.entries) - changed
    if count <= 0 or imprint.replaces is None:
        return (blank(grid, 6),)
    since = edition_number(words, imprint.replaces.number)
    text = words.say_many(
        "Unchanged: your other {count} item stands as in {edition}.",
        "Unchanged: your other {count} items stand as in {edition}.",
        count, edition=since,
    )  # fmt: skip
    return across(grid, text, "DP Cell10", pad=9)


def _destroy(grid: Grid, imprint: Imprint) -> tuple[Row, ...]:
    if imprint.replaces is None:
        return ()
    words = imprint.words
    old = edition_band(words, imprint.replaces).text
    text = words.say(
        "Please destroy {old}. On the cover of a valid programme stands: {new}.", old=old, new=imprint.band.text
    )
    return across(grid, (Run(text, 10, bold=True),), "DP Cell10", pad=9)


def _receipt(grid: Grid, words: Words) -> tuple[Row, ...]:
    """Two lines to be signed by whoever takes the slip."""
    line = Look("DP Receipt", above=INK_RULE)
    cells = [
        Cell(MARK, words.say("Handed over to"), line, columns=3),
        Cell(ACTIVITY, words.say("Date, time, signature"), line, columns=2),
    ]
    return (blank(grid, 27), *grid.row(cells, pad=2))
