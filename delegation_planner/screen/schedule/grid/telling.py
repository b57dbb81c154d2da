"""Everything about an item in words: the tool tip, and what a screen reader says; no Qt."""

from collections.abc import Iterator

from delegation_planner.plan.attendance import attendees
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.programme.texts import Texts
from delegation_planner.screen.marks import Marks
from delegation_planner.screen.names import person_name, place_name, who_codes
from delegation_planner.screen.schedule.grid.day_book import DayBook
from delegation_planner.screen.schedule.grid.time_words import as_known, own_times, whole_span
from delegation_planner.words.dates import duration
from delegation_planner.words.findings import finding_sentence
from delegation_planner.words.kinds_words import DISCLOSURES, ITEM_KINDS, ITEM_STATES, TRACKS
from delegation_planner.words.visit_lines import dress_words
from delegation_planner.words.words import Words


def item_lines(words: Words, plan: Plan, book: DayBook, marks: Marks, item: ProgrammeItem) -> list[str]:
    """All that is known of an item, a line each: number and title, when, where, who, state, findings."""
    return [line for line in _lines(words, plan, book, marks, item) if line]


def item_sentence(words: Words, plan: Plan, book: DayBook, marks: Marks, item: ProgrammeItem) -> str:
    """The same in one breath, for those who hear the grid."""
    return ". ".join(item_lines(words, plan, book, marks, item))


def _lines(words: Words, plan: Plan, book: DayBook, marks: Marks, item: ProgrammeItem) -> Iterator[str]:
    texts = Texts(words.language)
    one = book.on_clock(item)
    yield f"{item.code} {texts.shown(item, 'title').text}"
    when = as_known(words, whole_span(words, plan, one), item.precision)
    yield f"{when} · {duration(words, one.end - one.start)}" if one.end > one.start else when
    yield own_times(words, plan, item)
    yield _where(words, plan, texts, item)
    yield _who(words, plan, item)
    states = [ITEM_KINDS[item.kind], ITEM_STATES[item.status], DISCLOSURES[item.disclosure], TRACKS[item.track]]
    yield " · ".join(words.say(state) for state in states)
    if item.pinned_date is not None:
        yield words.say("Pinned to its date")
    if item.dress:
        yield words.say("Dress: {dress}", dress=dress_words(words, item.dress))
    in_charge = person_name(plan, item.in_charge_id, texts) or item.in_charge_text
    if in_charge:
        yield words.say("In charge: {name}", name=in_charge)
    yield texts.shown(item, "remarks_public").text
    yield item.remarks_detailed
    yield item.remarks_internal
    mark = marks.get(item.id)
    for finding in mark.findings if mark is not None else ():
        yield finding_sentence(words, finding)


def _where(words: Words, plan: Plan, texts: Texts, item: ProgrammeItem) -> str:
    begins, ends = (place_name(plan, id, texts) for id in (item.place_id, item.to_place_id))
    if begins and ends and begins != ends:
        return words.say("From {place} to {other}", place=begins, other=ends)
    return begins or ends


def _who(words: Words, plan: Plan, item: ProgrammeItem) -> str:
    count = len(attendees(plan, item.id))
    if not count:
        return ""
    people = words.say_many("{count} person", "{count} people", count)
    return f"{people}: {who_codes(plan, item.id)}"
