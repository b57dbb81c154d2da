"""What is printed around every paper of one making: whose words, when, which draft or edition, for whose eyes."""

from datetime import datetime
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

from delegation_planner.exports.clean_text import one_line
from delegation_planner.exports.papers.sheet import Margins
from delegation_planner.exports.papers.styles import EDITION_COLOURS, GREY, INK, Band
from delegation_planner.plan.edition import Edition
from delegation_planner.programme.programme import Programme
from delegation_planner.words.dates import clock, short_date
from delegation_planner.words.editions import edition_band
from delegation_planner.words.kinds_words import VISIT_DATES
from delegation_planner.words.visit_lines import marking, printed_line
from delegation_planner.words.words import Words

LONGEST_TITLE: Final = {False: 60, True: 48}
"""Characters of the short title in a header, by whether the page is narrow."""
LONGEST_READER: Final = {False: 36, True: 20}
"""Characters of the reader's name in a footer, likewise."""
LONGEST_MARGIN: Final = 255
"""Characters of a whole header or footer, its codes included, that spreadsheets take."""

_REGULAR: Final = '&"Calibri,Regular"&8&K'
_BOLD: Final = '&"Calibri,Bold"&8&K'


class Imprint(NamedTuple):
    """The reader's words (and, side by side, a second language's), the moment of making in the host's zone, the band.

    The band says "Draft" with that moment; an issued edition puts its number, colour word and dots there.
    `replaces` is the edition before it.
    """

    words: Words
    second: Words | None
    made_at: datetime
    band: Band
    replaces: Edition | None = None


class Issue(NamedTuple):
    """The edition that papers are issued with, and the one that it replaces."""

    edition: Edition
    replaces: Edition | None = None

    @property
    def issued_at(self) -> datetime:
        """The aware moment that its papers say they were printed at, so that made again they are the same bytes."""
        return datetime.fromisoformat(self.edition.issued_at)


def draft_imprint(programme: Programme, words: Words, second: Words | None, made_at: datetime) -> Imprint:
    """The imprint of a paper that no edition has issued; `made_at` is an aware moment in any zone.

    A personal programme speaks one language, and so does a paper whose second language is its first.
    """
    if programme.reader or (second and second.language == words.language):
        second = None
    local = made_at.astimezone(ZoneInfo(programme.visit.host_zone))
    return Imprint(words, second, local, Band(words.say("Draft · {when}", when=made_when(words, local))))


def made_when(words: Words, at: datetime) -> str:
    """The moment of making on the clock of its zone, as band and footer print it: Thu 20 Jul 2017, 16:10."""
    return f"{short_date(words, at.date())}, {clock(words, at)}"


def edition_imprint(
    programme: Programme, words: Words, second: Words | None, made_at: datetime, issue: Issue
) -> Imprint:
    """The imprint of a paper that goes out with an edition, in the edition's colour."""
    imprint = draft_imprint(programme, words, second, made_at)
    replaced = edition_band(words, issue.replaces).text if issue.replaces else ""
    colours = EDITION_COLOURS[issue.edition.colour]
    band = Band(
        text=edition_band(words, issue.edition).text,
        pale=colours.pale,
        dark=colours.dark,
        after=words.say("replaces {edition}", edition=replaced) if replaced else "",
    )
    return imprint._replace(band=band, replaces=issue.replaces)


def paper_marking(programme: Programme, imprint: Imprint) -> str:
    """For whose eyes a paper is, as its footer says; in both languages where both sides read it."""
    second = imprint.second if programme.audience.level == "public" else None
    both = [marking(words, programme) for words in (imprint.words, second) if words]
    return " · ".join(dict.fromkeys(both))


def margins(programme: Programme, imprint: Imprint, marking: str, *, narrow: bool) -> Margins:
    """Header and footer: short title, draft or edition; when it was printed, for whose eyes, page of pages.

    A narrow page has no room for a marking in its footer: it stands in the repeated band. While the dates of the visit
    are open, every page says so beside the title, since its day heads name dates. The colour code stands last before a
    text, because a digit after the size would be read as part of it.
    """
    words = imprint.words
    are_open = words.say(VISIT_DATES[programme.visit.dates])
    open_dates = f" · {are_open}" if programme.visit.dates == "window" else ""
    title = cut_at_word(one_line(programme.visit.short_title.text), LONGEST_TITLE[narrow] - len(open_dates) * narrow)
    page = words.say("Page {page} of {pages}", page="&P", pages="&N")
    footer_left = f"{_REGULAR}{GREY}{_plain(printed_line(words, imprint.made_at))}"
    footer_right = f"{_reader(programme, LONGEST_READER[narrow])}{_REGULAR}{GREY}{page}"
    centre = f"{_BOLD}{INK}{_plain(marking)}"
    room = LONGEST_MARGIN - len(f"&L{footer_left}&C{centre}&R{footer_right}")
    return Margins(
        header_left=f"{_REGULAR}{GREY}{_plain(title)}{open_dates}",
        header_right=f"{_BOLD}{imprint.band.dark}{_plain(imprint.band.text)}",
        footer_left=footer_left,
        footer_centre="" if narrow else f"{centre}{_house_marking(programme, room)}",
        footer_right=footer_right,
    )


def _house_marking(programme: Programme, room: int) -> str:
    """The house's own marking behind the level's, as far as there is room in the footer."""
    marking = one_line(programme.visit.marking)
    longest = room - len(" · ") - marking.count("&")
    return f" · {_plain(cut_at_word(marking, longest))}" if marking and longest > 1 else ""


def _reader(programme: Programme, longest: int) -> str:
    if programme.reader is None:
        return ""
    name = cut_at_word(one_line(programme.reader.name.text), longest)
    if name.startswith("[") and not name.endswith("]"):
        name += "]"
    return f"{_BOLD}{INK}{_plain(name)} {_REGULAR}{GREY}· "


def cut_at_word(text: str, length: int) -> str:
    """The text, or as many of its whole words as leave room for an ellipsis."""
    if len(text) <= length:
        return text
    head = text[: length - 1]
    return (head.rpartition(" ")[0] or head).rstrip(" ,;:") + "…"


def _plain(text: str) -> str:
    """A text in a header: its own ampersands are no codes."""
    return text.replace("&", "&&")
