"""What stands in the cells of a programme item: its time, title, place, people, and the tags of its state."""

from collections.abc import Iterable
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from delegation_planner.exports.clean_text import clean_text, one_line
from delegation_planner.exports.papers.layout import capitals
from delegation_planner.exports.papers.sheet import Cell, Grid, Run
from delegation_planner.exports.papers.sheet import clock as clock_value
from delegation_planner.exports.papers.styles import GREY, WARNING, Look
from delegation_planner.exports.papers.text_width import POINTS_PER_UNIT, Typeface, text_width
from delegation_planner.programme.programme import Entry, PlaceShown, Shown, VehicleLine, WhoShown
from delegation_planner.words.dates import clock, day_and_month, offset, zone_label
from delegation_planner.words.kinds_words import ESCORTS, ITEM_STATES, PRECISIONS, ROLES
from delegation_planner.words.visit_lines import listed
from delegation_planner.words.words import Words

TAG_SIZE: Final = 7.5
DIGITS_SHARE: Final = 0.96
"""What digits really take of the width that the table allows them: safety must not cost a time its zone."""


def marked(shown: Shown, words: Words) -> str:
    """The text, with its language in front where that is not the reader's."""
    text = one_line(shown.text)
    return text if not text or shown.language == words.language else f"[{shown.language}] {text}"


def is_borrowed(shown: Shown | None, words: Words) -> bool:
    """Whether the text is one in another language than the reader's."""
    return bool(shown) and shown is not None and shown.language != words.language


def paragraphs(shown: Iterable[Shown], words: Words) -> str:
    """Texts below each other; their own line breaks stay."""
    texts = [(clean_text(each.text).strip(), each.language) for each in shown]
    return "\n".join(text if at == words.language else f"[{at}] {text}" for text, at in texts if text)


def place_name(place: PlaceShown, words: Words) -> str:
    """Ministry, lobby: the building before the room."""
    name = marked(place.name, words)
    return f"{marked(place.within, words)}, {name}" if place.within else name


def place_text(entry: Entry, words: Words) -> str:
    """Where the item is, or from where to where it goes."""
    names = [place_name(place, words) for place in (entry.place, entry.to_place) if place]
    return " → ".join(dict.fromkeys(names))


def second_place_text(entry: Entry, words: Words) -> str:
    """The same in the second language of a paper."""
    names = [marked(place, words) for place in (entry.place_second, entry.to_place_second) if place]
    return " → ".join(dict.fromkeys(names))


def who_text(who: Iterable[WhoShown], words: Words) -> str:
    """Everybody at an item, groups with those whom they lack."""
    return ", ".join(_one_of_who(each, words) for each in who)


def _one_of_who(each: WhoShown, words: Words) -> str:
    name = marked(each.name, words)
    if not each.without:
        return name
    missing = listed(words, [marked(person, words) for person in each.without])
    return words.say("{group} without {people}", group=name, people=missing)


def title_runs(entry: Entry, title: Shown, words: Words, size: float) -> tuple[Run, ...]:
    """The title as it stands in this state: italic where borrowed from another language, struck where cancelled."""
    borrowed = is_borrowed(title, words)
    cancelled = entry.status == "cancelled"
    return (Run(marked(title, words), size, bold=not borrowed, italic=borrowed, struck=cancelled),)


def tag_runs(entry: Entry, words: Words, host_zone: str) -> tuple[Run, ...]:
    """The officers' line below a title: what is not certain, internal, cancelled, or in another zone or day."""
    if entry.status == "cancelled":
        return (Run(words.say("CANCELLED"), TAG_SIZE, bold=True, colour=WARNING),)
    tags = [words.say("TENTATIVE")] if entry.status == "tentative" else []
    tags += [words.say("INTERNAL")] if entry.disclosure == "internal" else []
    tags += [words.say(PRECISIONS[entry.precision])] if entry.precision != "exact" else []
    tags += _elsewhere(entry, words, host_zone)
    return (Run(" · ".join(tags), TAG_SIZE, bold=True, colour=GREY),) if tags else ()


def _elsewhere(entry: Entry, words: Words, host_zone: str) -> list[str]:
    """From and to, where the start's zone is not the host's or the end is on another day or in another zone."""
    told = []
    if is_elsewhere(entry.start, host_zone):
        told.append(words.say("from: {zone}", zone=zone_label(words, entry.start)))
    other_day = entry.end.date() != entry.start.date()
    if is_elsewhere(entry.end, host_zone):
        day = day_and_month(words, entry.end.date())
        told.append(words.say("to: {day}, {zone}", day=day, zone=zone_label(words, entry.end)))
    elif other_day:
        told.append(words.say("to: {day}", day=day_and_month(words, entry.end.date())))
    return told


def state_words(entry: Entry, words: Words, host_zone: str, *, ends: bool) -> list[str]:
    """What a reader must know of the state, for the small line: tentative, about, another zone (of the end too)."""
    if entry.status == "cancelled":
        return [words.say("CANCELLED")]
    told = [words.say(ITEM_STATES["tentative"])] if entry.status == "tentative" else []
    told += [words.say(PRECISIONS[entry.precision])] if entry.precision != "exact" else []
    if ends:
        return told + _elsewhere(entry, words, host_zone)
    return told + ([zone_label(words, entry.start)] if is_elsewhere(entry.start, host_zone) else [])


def is_elsewhere(moment: datetime, host_zone: str) -> bool:
    """Whether the moment's clock does not show the host's time."""
    return moment.utcoffset() != moment.astimezone(ZoneInfo(host_zone)).utcoffset()


def remarks_text(entry: Entry, words: Words) -> str:
    """Remarks that this reader may see, the alternative, the escort and the flight number, each on its line."""
    lines = [paragraphs(entry.remarks, words)]
    lines += [words.say("Flight: {number}", number=one_line(entry.flight_no))] if entry.flight_no else []
    if entry.escort != "none":
        escort = words.say(ESCORTS[entry.escort])
        lines.append(capitals(escort[:1], words) + escort[1:])
    lines += [words.say("Alternative: {text}", text=clean_text(entry.alternate))] if entry.alternate else []
    return "\n".join(line for line in lines if line)


def time_format(words: Words, moment: datetime, host_zone: str, entry: Entry, typeface: Typeface, width: float) -> str:
    """The number format of a time: `20:00 +04` in another zone, `~20:00` about, `20:00 TBC`.

    What is wider than its column would print as ####: then the TBC is left to the words below the title, where the
    whole state stands, and after it the zone.
    """
    face = "hh\\.mm" if words.language == "id" else "hh:mm"
    before = '"~"' if entry.precision == "about" else ""
    zone = f" {offset(moment)}" if is_elsewhere(moment, host_zone) else ""
    unsure = " " + words.say("TBC") if entry.precision == "to_be_confirmed" else ""
    shown = before.strip('"') + clock(words, moment)
    for after in (zone + unsure, zone):
        if text_width(shown + after, typeface) * DIGITS_SHARE <= POINTS_PER_UNIT * width - 1:
            return before + face + (f'"{after}"' if after else "")
    return before + face


def time_cell(
    column: int,
    style: str,
    moment: datetime,
    entry: Entry,
    grid: Grid,
    words: Words,
    zone: str,
    fill: str | None = None,
) -> Cell:
    """A time of an item as a real time whose look says its state: italic where tentative, struck where cancelled."""
    face = grid.styles[style].typeface
    number_format = time_format(words, moment, zone, entry, face, grid.widths[column - 1])
    look = Look(style, number_format, entry.status == "tentative", entry.status == "cancelled", fill=fill)
    return Cell(column, clock_value(moment), look)


def own_part(entry: Entry, words: Words, vehicle: VehicleLine | None) -> list[str]:
    """What is the reader's own in an item: whether to come, as what, in which car."""
    own = [words.say("you need not attend")] if entry.optional else []
    if entry.roles:
        own.append(words.say("your part: {roles}", roles=", ".join(words.say(ROLES[role]) for role in entry.roles)))
    if vehicle:
        car = " ".join(filter(None, (marked(vehicle.name, words), one_line(vehicle.plate))))
        own.append(words.say("your car: {car}", car=car))
    return own
