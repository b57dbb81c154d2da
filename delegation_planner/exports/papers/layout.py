"""A paper laid out: title, repeated rows, days or lists and a closing note become pages of a sheet."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

from delegation_planner.exports.clean_text import one_line
from delegation_planner.exports.papers.imprint import Imprint, margins, paper_marking
from delegation_planner.exports.papers.page_breaks import Section, fewest_pages, height
from delegation_planner.exports.papers.sheet import (
    Cell,
    Grid,
    PageSetup,
    Properties,
    Row,
    Sheet,
    Value,
    calendar_day,
    fitted,
    ruled_above,
    ruled_below,
)
from delegation_planner.exports.papers.styles import THIN_RULE, TITLE_LINE, Line, Look, PaperKind, paper_styles
from delegation_planner.exports.papers.text_width import lines, room, text_width
from delegation_planner.plan.kinds import Language
from delegation_planner.programme.programme import Day, Programme, VisitShown
from delegation_planner.words.dates import day_and_month, day_number, long_date, unbroken, zone_label
from delegation_planner.words.visit_lines import visit_dates
from delegation_planner.words.words import Words

AIR: Final = 3.0
"""Points between the rule above an item and its text."""
BANNER: Final = 21.0
STRIP: Final = 12.0
HEAD: Final = 18.0
LINED_SECTION: Final = 9.0
"""Padding of a section's head: the space above it too."""
DATE_COLUMNS: Final = 4
"""Columns that a day's date takes of its banner: number, times and activity."""
LONGEST_SHEET_NAME: Final = 31
LONGEST_PROPERTY: Final = 255
_ADDRESS_SIGNS: Final = re.compile(r"[\[\]:*?/\\]")

LANGUAGE_TAGS: Final[dict[Language, str]] = {"en": "en-GB", "id": "id-ID", "az": "az-Latn-AZ"}
DATE_LOCALES: Final[dict[Language, str]] = {"en": "809", "id": "421"}
"""Azerbaijani dates are texts: a printing program writes the months' names with a capital that they do not have."""


class Layout(NamedTuple):
    """The parts of a paper. `repeated` stands below the title on the first page and on top of every other one.

    `about` tells papers of one name apart, in the name of the file: the day, the place, the movement. `marking` says
    for whose eyes the paper is, where that is another circle than its programme's.
    """

    kind: PaperKind
    name: str
    grid: Grid
    title: tuple[Row, ...]
    repeated: tuple[Row, ...]
    sections: tuple[Section, ...]
    closing: tuple[Row, ...]
    title_cell: str
    ruled: bool = True
    frozen_column: str = "A"
    shared_looks: frozenset[Look] = frozenset()
    about: str = ""
    marking: str = ""


def grid_for(
    kind: PaperKind,
    setup: PageSetup,
    widths: tuple[float, ...],
    programme: Programme,
    imprint: Imprint,
    heading: str = "",
) -> Grid:
    """The page and columns of a paper on the visit's size of paper, with its styles.

    `setup` and `widths` are those of metric paper. Headings are set in Calibri for Azerbaijani and wherever they hold
    an ə; `heading` is a heading that is not the visit's own.
    """
    languages = {words.language for words in (imprint.words, imprint.second) if words}
    title, second = programme.visit.title, programme.visit.title_second
    headings = "".join(each.text for each in (title, second, programme.visit.host, programme.visit.host_second) if each)
    headings += heading + "".join(each.name.text for each in programme.delegations)
    serif = "az" not in languages and "ə" not in headings.casefold()
    page = setup.on(programme.paper_size)
    return Grid(fitted(widths, setup, page), paper_styles(kind, imprint.band, serif=serif), page)


def sheet(layout: Layout, programme: Programme, imprint: Imprint) -> Sheet:
    """The paper's pages, with every row and every break in its place."""
    setup = layout.grid.setup
    opening = (*layout.title, *layout.repeated)
    planned = fewest_pages(opening, layout.sections, layout.closing, setup.capacity, height(layout.repeated))
    if layout.ruled:
        planned[:-1] = [[*page[:-1], ruled_below(page[-1], THIN_RULE)] for page in planned[:-1]]
    ends = [sum(len(page) for page in planned[:number]) for number in range(1, len(planned))]
    first = len(layout.title) + 1
    return Sheet(
        name=sheet_name(layout.name),
        setup=setup,
        widths=layout.grid.widths,
        styles=layout.grid.styles,
        rows=tuple(row for page in planned for row in page),
        breaks=tuple(ends),
        repeated=(first, len(opening)) if layout.repeated else None,
        freeze=f"{layout.frozen_column}{len(opening) + 1}",
        title_cell=layout.title_cell,
        shared_looks=layout.shared_looks,
        margins=margins(
            programme, imprint, layout.marking or paper_marking(programme, imprint), narrow=setup.is_narrow
        ),
        properties=properties(layout.name, programme, imprint),
        made_at=imprint.made_at,
    )


def properties(name: str, programme: Programme, imprint: Imprint) -> Properties:
    """What the file of a paper says of itself."""
    return Properties(
        title=one_line(programme.visit.title.text)[:LONGEST_PROPERTY],
        subject=name,
        creator=one_line(programme.visit.host.text)[:LONGEST_PROPERTY],
        keywords=imprint.band.text,
        language=LANGUAGE_TAGS[imprint.words.language],
        category=programme.audience.level,
    )


def sheet_name(text: str) -> str:
    """The text as spreadsheets take it for a sheet's name: at most 31 characters, without signs of addresses."""
    name = _ADDRESS_SIGNS.sub("-", one_line(text))[:LONGEST_SHEET_NAME].strip("' ")
    return f"{name}." if name.casefold() in {"", "history"} else name


def title_rows(grid: Grid, kind: str, title: str, *below: str) -> tuple[tuple[Row, ...], str]:
    """Kind of paper, title and lines below it, closed by the bronze line; and which cell holds the title."""
    above = across(grid, kind, "DP Kind", pad=6)
    lines = (row for text in below if text for row in across(grid, text, "DP Sub", pad=4))
    rows = (*above, *across(grid, title, "DP Title", pad=6), *lines, blank(grid, 6, above=TITLE_LINE))
    return rows, f"A{len(above) + 1}"


def across(grid: Grid, value: Value, style: str, pad: float = 3, least: float = 0) -> tuple[Row, ...]:
    """One cell over the whole width."""
    return grid.row([Cell(1, value, Look(style), columns=len(grid.widths))], pad, least)


def section_heads(title: str, grid: Grid, words: Words) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    """The head of a list, and where it goes on on a new page."""
    goes_on = words.say("continued")
    head, again = (across(grid, text, "DP Section", pad=LINED_SECTION) for text in (title, f"{title} · {goes_on}"))
    return head, again


def blank(grid: Grid, height: float, *, above: Line | None = None, below: Line | None = None) -> Row:
    """A row without text, with a line along its top or bottom if asked for."""
    look = Look("DP Rule", above=above, below=below)
    return Row(height, tuple(Cell(column, None, look) for column in range(1, len(grid.widths) + 1)))


def closing_note(grid: Grid, notes: Sequence[str], *, ruled: bool = True) -> tuple[Row, ...]:
    """The notes in one line below the last block, each once, below the rule that ends the list."""
    rows = across(grid, "   ".join(dict.fromkeys(notes)), "DP Note", pad=6)
    return (*((ruled_above(rows[0], THIN_RULE),) if ruled else rows[:1]), *rows[1:])


def air(columns: Iterable[tuple[int, Line | None]], fill: str | None = None) -> Row:
    """The row of air above an item: the rule that parts it off, and the lines between columns."""
    look = Look("DP Rule", fill=fill, above=THIN_RULE)
    cells = tuple(Cell(column, None, look._replace(left=left)) for column, left in columns)
    return Row(AIR, cells, air=True, spare=AIR / 2)


def strip(grid: Grid, imprint: Imprint) -> Row:
    """The band that says which draft or edition this is, in its colour, word, number and dots."""
    return _band(grid, imprint.band.whole)


def marked_strip(grid: Grid, programme: Programme, imprint: Imprint) -> tuple[Row, ...]:
    """The band of a narrow page, whose footer holds no marking: for whose eyes it is, and the house's own marking.

    They stand before the edition, or where the line is too short above it.
    """
    house = one_line(programme.visit.marking)
    marking = " · ".join(filter(None, (paper_marking(programme, imprint), house)))
    typeface = grid.styles["DP Strip"].typeface
    points = room(sum(grid.widths), grid.styles["DP Strip"].indent)
    whole = f"{marking}   {imprint.band.whole}"
    if text_width(whole, typeface) <= points:
        return (_band(grid, whole),)
    first, *others = lines(marking, points, typeface)
    return _band(grid, f"{first.rstrip()}…" if others else first), _band(grid, imprint.band.whole)


def _band(grid: Grid, text: str) -> Row:
    return Row(STRIP, (Cell(1, text, Look("DP Strip"), columns=len(grid.widths)),))


def heads(texts: Sequence[str], centred: int = 0) -> Row:
    """The column heads; the first few are centred over numbers and times."""
    looks = [Look("DP Head C" if number < centred else "DP Head") for number in range(len(texts))]
    return Row(HEAD, tuple(Cell(column, *each) for column, each in enumerate(zip(texts, looks, strict=True), 1)))


def date_value(words: Words, day: Day, look: Look, *after: str) -> tuple[Value, Look]:
    """A day's date with its weekday as a real date whose format words it (in Azerbaijani as text), and what follows."""
    ending = "".join(f" · {text}" for text in after if text)
    locale = DATE_LOCALES.get(words.language)
    if locale is None:
        return long_date(words, day.date) + ending, look
    quoted = '"' + ending.replace('"', "") + '"' if ending else ""
    return calendar_day(day.date), look._replace(number_format=f"[$-{locale}]dddd, d mmmm yyyy{quoted}")


def day_banner(day: Day, programme: Programme, words: Words, grid: Grid, *, continued: bool) -> Row:
    """The dark head of a day over the whole width: its date, and at the right its number and zone."""
    value, look = date_value(words, day, Look("DP Day Date"))
    zone = words.say("{zone} unless another zone is shown", zone=zone_label(words, host_noon(programme.visit, day)))
    told = [day_number(words, day.number), words.say("continued") if continued else "", zone]
    right = " · ".join(text for text in told if text)
    left = DATE_COLUMNS
    return Row(
        BANNER,
        (
            Cell(1, value, look, columns=left),
            Cell(left + 1, right, Look("DP Day R"), columns=len(grid.widths) - left),
        ),
    )


def short_date_value(words: Words, day: date, look: Look) -> tuple[Value, Look]:
    """A date of few letters, Mon 24 Jul, as a real date; in Azerbaijani as text."""
    locale = DATE_LOCALES.get(words.language)
    if locale is None:
        return day_and_month(words, day), look
    return calendar_day(day), look._replace(number_format=f"[$-{locale}]ddd d mmm")


def paper_dates(words: Words, visit: VisitShown) -> str:
    """The visit's dates as a line of a paper, which is broken beside a date and not within it."""
    return visit_dates(words, visit, unbroken)


def when_and_where(programme: Programme, words: Words) -> str:
    """The visit's dates, or that they are open, and its cities."""
    return " · ".join(filter(None, (paper_dates(words, programme.visit), ", ".join(cities(programme)))))


def cities(programme: Programme) -> list[str]:
    """The cities of the visit in the order in which it comes to them; places of the guests' own country left out."""
    visit = programme.visit
    places = [place for entry in programme.entries for place in (entry.place, entry.to_place) if place]
    here = [place for place in places if visit.guest_zone == visit.host_zone or place.zone != visit.guest_zone]
    return list(dict.fromkeys(one_line(place.city) for place in here if place.city))


def host_noon(visit: VisitShown, day: Day | None = None) -> datetime:
    """Noon of a day (else of the visit's first) at the host's: the moment at which the host's zone is named."""
    on = day.date if day else visit.first_date
    return datetime(on.year, on.month, on.day, 12, tzinfo=ZoneInfo(visit.host_zone))


def capitals(text: str, words: Words) -> str:
    """The text in capitals as its language writes them: Azerbaijani keeps the dot of its i."""
    return (text.replace("i", "İ") if words.language == "az" else text).upper()


def days_around(visit: VisitShown) -> list[Day]:
    """The days of the visit with the one before and the one after, empty."""
    numbers = range((visit.last_date - visit.day_one).days + 3)
    return [Day(number, visit.day_one + timedelta(days=number - 1), ()) for number in numbers]
