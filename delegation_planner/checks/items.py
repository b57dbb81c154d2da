"""Checks of single items: times that cannot be, zones, prayer, office hours, pins, states, steps, weather."""

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from delegation_planner.checks.case import Case
from delegation_planner.checks.finding import Severity, Sight, Values, seen
from delegation_planner.checks.timed import Timed
from delegation_planner.plan.day_time import clock_minutes, clock_text, date_of_day, day_of_date, day_one
from delegation_planner.plan.kinds import ITEM_PROPERTIES, Id
from delegation_planner.plan.names import fold
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.place import Place
from delegation_planner.plan.programme_item import ProgrammeItem, Step
from delegation_planner.plan.visit_rules import Holiday

if TYPE_CHECKING:
    from delegation_planner.plan.rulebook import RuleName

_FRIDAY, _SATURDAY = 4, 5
_PRAYER_LEAVES: Final = ("break", "prayer", "flight", "lodging")


def bad_intervals(case: Case) -> Iterator[Sight]:
    """C2: an item that does not end after it starts, as instants, or lasts longer than a day.

    Flights and nights (lodging) may last longer.
    """
    longest = case.rulebook.value("longest_item")
    for one in case.timed:
        item = one.item
        if one.minutes <= 0 or (one.minutes > longest and item.kind not in ("flight", "lodging")):
            yield seen(
                "C2", "error", item.id, minutes=one.minutes,
                day=item.start_day, start=item.start_time, start_zone=item.start_zone,
                end_day=item.end_day, end=item.end_time, end_zone=item.end_zone,
            ), ()  # fmt: skip


def friday_prayers(case: Case) -> Iterator[Sight]:
    """C8: an item meets the Friday prayer where it takes place, and somebody who must come is not marked exempt."""
    for one in case.timed:
        item = one.item
        if item.kind in _PRAYER_LEAVES or one.minutes <= 0:
            continue
        for day in range(item.start_day, item.end_day + 1):
            if date_of_day(case.plan.visit, day).weekday() == _FRIDAY and _meets_prayer(case, one, day):
                if _prays(case, item.id):
                    start, end = _block(case, item)
                    yield seen("C8", "error", item.id, day=day, start=start, end=end), ()
                break


def _meets_prayer(case: Case, one: Timed, day: int) -> bool:
    start, end = (case.clock.minutes(day, clock, one.item.start_zone) for clock in _block(case, one.item))
    return one.start < end and start < one.end


def _block(case: Case, item: ProgrammeItem) -> tuple[str, str]:
    """When the prayer is, as clocks of the item's place: it ends later in the west."""
    ends = (item.place_id, item.to_place_id)
    cities = {fold(place.city) for end in ends for place in case.within(end)}
    west = not cities.isdisjoint(case.rulebook.western_cities)
    until: RuleName = "friday_prayer_until_west" if west else "friday_prayer_until"
    return clock_text(case.rulebook.value("friday_prayer_from")), clock_text(case.rulebook.value(until))


def _prays(case: Case, item_id: Id) -> bool:
    return any(not case.plan.find(Participant, person).prayer_exempt for person in case.bound(item_id))


def office_hours(case: Case) -> Iterator[Sight]:
    """C9: a call or meeting at an office outside its hours, on a weekend, or on a holiday that was accepted.

    Only holidays of the host country count, and those without a country.
    """
    countries = ("", case.plan.visit.host_country)
    holidays = {row.date: row.name for row in case.plan.rows(Holiday) if row.country in countries}
    for one in case.timed:
        item = one.item
        if ITEM_PROPERTIES[item.kind].office_call and any(place.office for place in case.within(item.place_id)):
            on = date_of_day(case.plan.visit, item.start_day)
            holiday = holidays.get(on.isoformat())
            if holiday is not None:
                yield seen("C9", "note", item.id, day=item.start_day, why="holiday", name=holiday), ()
            elif on.weekday() >= _SATURDAY:
                yield seen("C9", "note", item.id, day=item.start_day, why="weekend"), ()
            elif _after_hours(case, item, friday=on.weekday() == _FRIDAY):
                yield seen("C9", "note", item.id, day=item.start_day, why="hours"), ()


def _after_hours(case: Case, item: ProgrammeItem, *, friday: bool) -> bool:
    rule = case.rulebook.value
    closes = rule("office_closes_friday" if friday else "office_closes")
    late = item.end_day > item.start_day or clock_minutes(item.end_time) > closes
    return late or clock_minutes(item.start_time) < rule("office_opens")


def wrong_zones(case: Case) -> Iterator[Sight]:
    """C14: an item that is in two zones without travelling, or in another zone than the place where it starts or ends.

    That every zone exists is a hard rule.
    """
    for one in case.timed:
        item = one.item
        start, end = (case.plan.get(Place, id) for id in (item.place_id, item.end_place_id))
        if start is not None and start.zone != item.start_zone:
            yield _wrong_zone(item, start, item.start_zone)
        elif end is not None and end.zone != item.end_zone:
            yield _wrong_zone(item, end, item.end_zone)
        elif item.start_zone != item.end_zone and not ITEM_PROPERTIES[item.kind].travelling:
            zones = {"zone": item.start_zone, "other": item.end_zone}
            yield seen("C14", "error", item.id, day=item.start_day, **zones), ()


def _wrong_zone(item: ProgrammeItem, place: Place, zone: str) -> Sight:
    return seen("C14", "error", item.id, day=item.start_day, zone=zone, other=place.zone).at(place.id), ()


def pins_outside(case: Case) -> Iterator[Sight]:
    """C15: an item pinned to a date that is neither in the visit nor on the day before or after it."""
    visit = case.plan.visit
    for one in case.timed:
        pinned = one.item.pinned_date
        if pinned and not visit.first_day - 1 <= day_of_date(visit, pinned) <= visit.last_day + 1:
            yield seen("C15", "error", one.item.id, day=one.item.start_day, date=pinned), ()


def still_tentative(case: Case) -> Iterator[Sight]:
    """C16: the visit is still in its window, or an item tentative, a week before day 1; an error two days before.

    Nothing is due any more once the visit is over.
    """
    visit = case.plan.visit
    left = (day_one(visit) - case.on).days
    over = case.on > date_of_day(visit, visit.last_day)
    if over or left > case.rulebook.value("tentative_warning"):
        return
    severity: Severity = "error" if left <= case.rulebook.value("tentative_error") else "warning"
    if visit.dates == "window" and case.part is None:
        yield seen("C16", severity, day=1, left=left), ()
    for one in case.timed:
        if one.item.status == "tentative":
            yield seen("C16", severity, one.item.id, day=one.item.start_day, left=left), ()


def steps_that_do_not_fit(case: Case) -> Iterator[Sight]:
    """C17: the last step ends after its item, or two steps of an item begin at one minute, or one before its start."""
    judged = {one.item.id: one for one in case.timed}
    steps: dict[Id, list[Step]] = {}
    for step in case.plan.rows(Step):
        if step.item_id in judged:
            steps.setdefault(step.item_id, []).append(step)
    for item_id, of_item in steps.items():
        one = judged[item_id]
        of_item.sort(key=lambda step: step.offset)
        offsets = [step.offset for step in of_item]
        needed = offsets[-1] + max(step.minutes or 0 for step in of_item if step.offset == offsets[-1])
        if needed > one.minutes:
            values: Values = {"minutes": one.minutes, "needed": needed}
            yield seen("C17", "warning", item_id, day=one.item.start_day, **values), ()
        elif offsets[0] < 0 or len(set(offsets)) < len(offsets):
            same = next((offset for offset, later in pairwise(offsets) if offset == later), offsets[0])
            yield seen("C17", "warning", item_id, day=one.item.start_day, offset=same), ()


def no_wet_weather_plan(case: Case) -> Iterator[Sight]:
    """C19: an item in the open without an alternative."""
    for one in case.timed:
        item = one.item
        outdoors = next((place for place in case.within(item.place_id) if place.outdoor), None)
        if outdoors and not item.alternate.strip() and not ITEM_PROPERTIES[item.kind].travelling:
            yield seen("C19", "note", item.id, day=item.start_day).at(outdoors.id), ()
