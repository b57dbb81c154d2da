"""A page in plain words: how to load a calendar into Outlook, Google, Apple, Thunderbird and telephones.

It promises only what these programs are known to do. None takes an item out on a plain file import; Outlook and
Thunderbird do not update from a whole file; Google may or may not.
"""

import html
from collections.abc import Iterator
from typing import Final, NamedTuple

from delegation_planner.words.words import Words, mark

SUFFIX: Final = ".html"


class Section(NamedTuple):
    """A program, and what to do there step by step."""

    program: str
    steps: tuple[str, ...]


FIRST_TIME: Final = (
    Section(
        mark("Outlook for Windows (classic)"),
        (
            mark("Choose File > Open & Export > Import/Export."),
            mark("Choose “Import an iCalendar (.ics) or vCalendar file”, then the calendar file, then Import."),
            mark("A double click on the file shows it as a calendar of its own instead; it can be deleted whole."),
        ),
    ),
    Section(
        mark("Google Calendar (in a browser)"),
        (
            mark("Make a calendar of its own for the visit: Settings > Add calendar > Create new calendar."),
            mark("Choose Settings > Import & export > Import, the calendar file, and that calendar."),
        ),
    ),
    Section(
        mark("Apple Calendar (Mac, iPhone, iPad)"),
        (mark("Open the calendar file and choose the calendar into which the items go."),),
    ),
    Section(
        mark("Thunderbird"),
        (mark("Choose Events and Tasks > Import, then the calendar file; best into a new calendar of its own."),),
    ),
    Section(
        mark("Other telephones"),
        (
            mark("Some take only the first item of a file. Unpack the ZIP and open its files one by one."),
        ),
    ),
)  # fmt: skip

UPDATES: Final = (
    mark("A new edition brings one small file for each item that is new, changed or cancelled for you."),
    mark("Open each attached file from the mail and accept what it offers: Add, Update, or Delete or Remove."),
    mark("The same item is then changed, not doubled. If your program offers nothing, change the item by hand."),
    mark("A cancelled item may have to be deleted by hand: the mail names each of them."),
)
WHOLE_AGAIN: Final = (
    mark("If you got only a new whole calendar: delete the old one, or its items, and load the new one."),
    mark("Loading it over the old one shows items twice in Outlook, and leaves the old times in Thunderbird."),
    mark(
        "Do not load a whole calendar where updates were accepted before: Google may refuse it, Outlook doubles items."
    ),
)


def how_to_load_page(words: Words) -> bytes:
    """The page as HTML, in the reader's language, without pictures, scripts or links."""
    title = words.say("How to load the calendar")
    body = "\n".join(_body(words))
    page = (
        f'<!DOCTYPE html>\n<html lang="{words.language}">\n<head><meta charset="utf-8">'
        f"<title>{html.escape(title)}</title>\n"
        "<style>body{font-family:Calibri,Carlito,sans-serif;max-width:42em;margin:2em auto;padding:0 1em}"
        "h1,h2{color:#1B2A49}</style></head>\n"
        f"<body>\n<h1>{html.escape(title)}</h1>\n{body}\n</body>\n</html>\n"
    )
    return page.encode()


def _body(words: Words) -> Iterator[str]:
    yield _heading(words.say("The first time"))
    for section in FIRST_TIME:
        yield f"<h3>{html.escape(words.say(section.program))}</h3>"
        yield _list(words, section.steps, ordered=True)
    yield _heading(words.say("When a new edition comes"))
    yield _list(words, UPDATES)
    yield _heading(words.say("When a whole calendar comes again"))
    yield _list(words, WHOLE_AGAIN)


def _heading(text: str) -> str:
    return f"<h2>{html.escape(text)}</h2>"


def _list(words: Words, lines: tuple[str, ...], *, ordered: bool = False) -> str:
    tag = "ol" if ordered else "ul"
    items = "\n".join(f"<li>{html.escape(words.say(line))}</li>" for line in lines)
    return f"<{tag}>\n{items}\n</{tag}>"
