"""What an event tells its readers: plain values and finished sentences, before they become lines of a calendar."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import NamedTuple

from delegation_planner.exports.clean_text import clean_text, one_line
from delegation_planner.plan.kinds import Language
from delegation_planner.programme.programme import Entry, PlaceShown, Shown, StepLine, VehicleLine, VisitShown
from delegation_planner.words.dates import clock, clock_as_known, duration, short_date, zone_label
from delegation_planner.words.kinds_words import ESCORTS, ITEM_KINDS, ROLES, TRAVEL_MODES, VISIT_KINDS
from delegation_planner.words.visit_lines import dress_words, listed, visit_window
from delegation_planner.words.words import Words, mark


class EventFacts(NamedTuple):
    """One VEVENT's content. All texts are clean; `start` and `end` are the Programme's own aware datetimes.

    Of an event of whole days they are dates, `end` the day after the last. `busy` says what the reader's calendar
    shows the time as: BUSY, TENTATIVE or FREE.
    """

    uid: str
    summary: str
    start: datetime | date
    end: datetime | date
    location: str
    status: str
    busy: str
    privacy: str
    category: str
    description: str

    @property
    def all_day(self) -> bool:
        """Whether it lasts whole days."""
        return not isinstance(self.start, datetime)


def event_facts(entry: Entry, visit: VisitShown, words: Words, *, attends: bool) -> EventFacts:
    """An entry without the reader's own lines; `attends` is true where the reader is one person who goes there."""
    cancelled = is_cancelled(entry, visit)
    tentative = visit.dates == "window" or entry.status == "tentative"
    status = "CANCELLED" if cancelled else "TENTATIVE" if tentative else "CONFIRMED"
    return EventFacts(
        uid=one_line(entry.uid),
        summary=_summary(entry, visit, words),
        start=entry.start,
        end=entry.end,
        location=_location(entry, words.language),
        status=status,
        busy="FREE" if cancelled or not attends else "TENTATIVE" if tentative else "BUSY",
        privacy={"public": "PUBLIC", "detailed": "PRIVATE", "internal": "CONFIDENTIAL"}[entry.disclosure],
        category=words.say(ITEM_KINDS[entry.kind]),
        description="\n".join(line for line in _description(entry, visit, words) if line),
    )


def banner_facts(visit: VisitShown, words: Words) -> EventFacts:
    """The visit itself as one event of whole days, which leaves its readers free."""
    status = "CANCELLED" if visit.status == "cancelled" else "TENTATIVE" if visit.dates == "window" else "CONFIRMED"
    return EventFacts(
        uid=banner_uid(visit),
        summary=_with_standing(
            _told_in_line(visit.title, words.language), visit, words, cancelled=visit.status == "cancelled"
        ),
        start=visit.first_date,
        end=visit.last_date + timedelta(days=1),
        location="",
        status=status,
        busy="FREE",
        privacy="PUBLIC",
        category=words.say(VISIT_KINDS[visit.kind]),
        description="\n".join(
            filter(None, (dates_note(visit, words), _labelled(visit.host, mark("Host: {who}"), words)))
        ),
    )


def banner_uid(visit: VisitShown) -> str:
    """The calendar id of the visit itself."""
    return f"{visit.id}@delegation-planner.invalid"


def is_cancelled(entry: Entry, visit: VisitShown) -> bool:
    """Whether the item, or the whole visit, is off."""
    return "cancelled" in (entry.status, visit.status)


def own_lines(entry: Entry, vehicles: Iterable[VehicleLine], words: Words) -> str:
    """What the entry is for one reader: the roles there and the seat in a vehicle; empty if there is nothing to say."""
    lines = []
    if entry.roles:
        lines.append(words.say("Your role: {roles}", roles=", ".join(words.say(ROLES[role]) for role in entry.roles)))
    if entry.optional:
        lines.append(words.say("Your attendance is optional."))
    for vehicle in vehicles:
        name = _told_in_line(vehicle.name, words.language)
        car = f"{name} ({one_line(vehicle.plate)})" if vehicle.plate else name
        lines.append(words.say("Your vehicle: no. {position}, {vehicle}", position=vehicle.position, vehicle=car))
    return "\n".join(lines)


def dates_note(visit: VisitShown, words: Words) -> str:
    """Says of a visit in a window that its dates are open and for which day 1 they are shown; else empty."""
    if visit.dates == "fixed":
        return ""
    dates, day = visit_window(words, visit), short_date(words, visit.day_one)
    return words.say("The dates are open ({dates}); shown as if day 1 were {day}.", dates=dates, day=day)


def _summary(entry: Entry, visit: VisitShown, words: Words) -> str:
    title = _told_in_line(entry.title, words.language) or words.say(ITEM_KINDS[entry.kind])
    if entry.precision != "exact":
        title = f"{clock_as_known(words, entry.start, entry.precision)} {title}"
    return _with_standing(title, visit, words, cancelled=is_cancelled(entry, visit))


def _with_standing(title: str, visit: VisitShown, words: Words, *, cancelled: bool) -> str:
    """Says before the title what many calendar programs do not show by themselves."""
    if cancelled:
        return words.say("(cancelled) {title}", title=title)
    return words.say("(tentative) {title}", title=title) if visit.dates == "window" else title


def _location(entry: Entry, language: Language) -> str:
    """Where to be at its start and, of a way, where it leads to; the address only where there is one place."""
    if entry.place and entry.to_place:
        return f"{_place_name(entry.place, language)} → {_place_name(entry.to_place, language)}"
    place = entry.place or entry.to_place
    return _place_in_full(place, language) if place else ""


def _description(entry: Entry, visit: VisitShown, words: Words) -> Iterator[str]:
    language = words.language
    yield dates_note(visit, words)
    yield from _standing(entry, visit, words)
    yield from _when(entry, words)
    yield from _where(entry, words)
    dress = one_line(dress_words(words, entry.dress))
    yield dress and words.say("Dress: {dress}", dress=dress)
    yield _travel(entry, words)
    yield _who(entry, words)
    yield _labelled(entry.host, mark("Host: {who}"), words)
    yield _labelled(entry.in_charge, mark("In charge: {who}"), words)
    yield from (_told(remark, language) for remark in entry.remarks)
    yield entry.alternate and words.say("Alternative: {what}", what=clean_text(entry.alternate))
    if entry.steps:
        yield words.say("Steps:")
        yield from (_step(step, words) for step in entry.steps)


def _standing(entry: Entry, visit: VisitShown, words: Words) -> Iterator[str]:
    if is_cancelled(entry, visit):
        yield words.say("This item is cancelled.")
    elif entry.status == "tentative" and visit.dates == "fixed":
        yield words.say("This item is not yet confirmed.")
    if entry.precision == "about":
        yield words.say("The time is approximate.")
    elif entry.precision == "to_be_confirmed":
        yield words.say("The time is still to be confirmed.")


def _when(entry: Entry, words: Words) -> Iterator[str]:
    """Date, clock and zone of both ends, since a calendar may show them in the reader's own zone."""
    start, end = entry.start, entry.end
    start_clock, start_day = clock_as_known(words, start, entry.precision), short_date(words, start.date())
    if zone_label(words, start) == zone_label(words, end) and start.date() == end.date():
        until = f"{start_clock}–{clock(words, end)}"
        yield words.say("Time: {day}, {clock}, {zone}", day=start_day, clock=until, zone=zone_label(words, end))
        return
    yield words.say("From: {day}, {clock}, {zone}", day=start_day, clock=start_clock, zone=zone_label(words, start))
    end_day = short_date(words, end.date())
    yield words.say("To: {day}, {clock}, {zone}", day=end_day, clock=clock(words, end), zone=zone_label(words, end))


def _where(entry: Entry, words: Words) -> Iterator[str]:
    place, to_place = entry.place, entry.to_place
    if place and to_place:
        yield words.say("Way from: {place}", place=_place_in_full(place, words.language))
        yield words.say("Way to: {place}", place=_place_in_full(to_place, words.language))
    elif place or to_place:
        yield words.say("Place: {place}", place=_location(entry, words.language))


def _place_name(place: PlaceShown, language: Language) -> str:
    names = (place.name, place.within) if place.within else (place.name,)
    return ", ".join(_told_in_line(name, language) for name in names)


def _place_in_full(place: PlaceShown, language: Language) -> str:
    told = _place_name(place, language)
    for part in (one_line(place.address), one_line(place.city)):
        if part and part not in told:
            told += f", {part}"
    return told


def _travel(entry: Entry, words: Words) -> str:
    told = [words.say(TRAVEL_MODES[entry.travel_mode])] if entry.travel_mode else []
    if entry.flight_no:
        told.append(one_line(entry.flight_no))
    if entry.travel_minutes is not None:
        told.append(duration(words, entry.travel_minutes))
    if entry.escort != "none":
        told.append(words.say(ESCORTS[entry.escort]))
    return words.say("Travel: {how}", how=", ".join(told)) if told else ""


def _who(entry: Entry, words: Words) -> str:
    names = []
    for each in entry.who:
        name = _told_in_line(each.name, words.language)
        if each.without:
            missing = listed(words, [_told_in_line(person, words.language) for person in each.without])
            name = words.say("{group} without {people}", group=name, people=missing)
        names.append(name)
    return words.say("With: {people}", people=", ".join(names)) if names else ""


def _labelled(who: Shown | None, message: str, words: Words) -> str:
    return words.say(message, who=_told_in_line(who, words.language)) if who else ""


def _step(step: StepLine, words: Words) -> str:
    line = f"{clock(words, step.at)} {_told_in_line(step.cue, words.language)}"
    if step.minutes:
        line += f" ({duration(words, step.minutes)})"
    return f"{line} – {one_line(step.actor)}" if step.actor else line


def _told(shown: Shown, language: Language) -> str:
    """The text, marked where it is in another language than the reader's."""
    text = clean_text(shown.text)
    return text if shown.language == language or not text else f"{text} [{shown.language}]"


def _told_in_line(shown: Shown, language: Language) -> str:
    return one_line(_told(shown, language))
