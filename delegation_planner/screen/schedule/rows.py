"""The rundown: days, items and minute steps as rows to show; no Qt."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from typing import NamedTuple

from delegation_planner.plan.attendance import attendees
from delegation_planner.plan.day_time import moved, span
from delegation_planner.plan.errors import PlanError
from delegation_planner.plan.kinds import Disclosure, Id, ItemKind, ItemStatus, Language, ZoneName
from delegation_planner.plan.names import fold
from delegation_planner.plan.place import Place
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem, Step
from delegation_planner.programme.groundwork import natural
from delegation_planner.programme.texts import Texts
from delegation_planner.screen.marks import Mark, Marks, mark_of_all
from delegation_planner.screen.names import date_shown, person_name, place_name, who_codes
from delegation_planner.screen.nodes import Node


class DayRow(NamedTuple):
    """The head of a day: its number, its date (None while open), the cities and the number of items in it."""

    day: int
    on: date | None
    cities: tuple[str, ...]
    items: int
    attended: int | None
    mark: Mark | None


class ItemRow(NamedTuple):
    """An item as the sheet shows it. `end_day` is set where the item ends on another day than it starts.

    `zones` tells the zones of start and end where they are not the visit's own. `steps` counts its minute steps;
    `open` says that they are shown below it. `dimmed`: the person looked at does not attend it.
    """

    id: Id
    number: str
    start: str
    end: str
    end_day: int | None
    about: bool
    to_confirm: bool
    zones: tuple[ZoneName, ZoneName] | None
    title: str
    place_id: Id | None
    place: str
    to_place: str
    people: int
    who: str
    dress: str
    in_charge_id: Id | None
    in_charge: str
    remarks: str
    level: Disclosure
    status: ItemStatus
    kind: ItemKind
    pinned: bool
    steps: int
    open: bool
    dimmed: bool
    mark: Mark | None


class StepRow(NamedTuple):
    """A minute step below its item: the time of day, the cue, who acts, and for how long."""

    id: Id
    item_id: Id
    at: str
    offset: int
    cue: str
    actor_id: Id | None
    actor: str
    minutes: int | None


RundownRow = DayRow | ItemRow | StepRow


class Wanted(NamedTuple):
    """What of the rundown is to be shown.

    `day`: one day or all; `text`: only items that hold all its words; `attended`: the items of the person looked at,
    the others are dimmed; `open_items`: those whose minute steps are shown.
    """

    day: int | None = None
    text: str = ""
    attended: frozenset[Id] | None = None
    open_items: frozenset[Id] = frozenset()


class Rundown(NamedTuple):
    """The rows to show, the number of items among them, and of all items."""

    nodes: tuple[Node[RundownRow], ...]
    shown: int
    there: int


def rundown(plan: Plan, language: Language, wanted: Wanted, marks: Marks) -> Rundown:
    """The rundown in the language, by day and time; an item of nobody's day is shown on its own day all the same.

    Without a filter every day of the visit has its head, also one without items.
    """
    reading = _Reading(plan, Texts(language), wanted, marks)
    by_day = reading.by_day()
    nodes = tuple(node for day in sorted(by_day) for node in reading.nodes(day, by_day[day]))
    shown = sum(isinstance(node.row, ItemRow) for node in nodes)
    return Rundown(nodes, shown, len(plan.table(ProgrammeItem)))


def days(plan: Plan) -> tuple[int, ...]:
    """Every day that the visit has or an item starts on."""
    visit = plan.visit
    own = range(visit.first_day, visit.last_day + 1)
    return tuple(sorted({*own, *(item.start_day for item in plan.rows(ProgrammeItem))}))


def in_time_order(plan: Plan, items: Iterable[ProgrammeItem]) -> list[ProgrammeItem]:
    """Items by the day they start on, then by instant, end and number."""
    try:
        return sorted(items, key=lambda item: _by_instant(plan, item))
    except PlanError:  # a visit without any date yet has no instants
        return sorted(items, key=lambda item: (item.start_day, item.start_time, item.end_day, item.end_time, item.code))


def _by_instant(plan: Plan, item: ProgrammeItem) -> tuple[int, datetime, datetime, object, Id]:
    start, end = span(plan.visit, item)
    return item.start_day, start.astimezone(UTC), end.astimezone(UTC), natural(item.code), item.id


class _Reading:
    """One making of the rows: what is looked up more than once is looked up here."""

    def __init__(self, plan: Plan, texts: Texts, wanted: Wanted, marks: Marks) -> None:
        self._plan = plan
        self._texts = texts
        self._wanted = wanted
        self._marks = marks
        self._words = fold(wanted.text).split()
        self._steps: dict[Id, list[Step]] = {}
        for step in plan.rows(Step):
            self._steps.setdefault(step.item_id, []).append(step)
        self._places: dict[Id | None, str] = {None: ""}

    def by_day(self) -> dict[int, list[ProgrammeItem]]:
        wanted = self._wanted
        chosen = days(self._plan) if wanted.day is None else (wanted.day,)
        found: dict[int, list[ProgrammeItem]] = {day: [] for day in chosen}
        for item in in_time_order(self._plan, self._plan.rows(ProgrammeItem)):
            if item.start_day in found:
                found[item.start_day].append(item)
        return found

    def nodes(self, day: int, items: list[ProgrammeItem]) -> Iterator[Node[RundownRow]]:
        rows = [(item, row) for item in items if self._holds_words(row := self._item_row(item))]
        if rows or not self._words:
            yield Node(f"day {day}", self._day_row(day, items), selectable=False)
        for item, row in rows:
            yield Node(item.id, row)
            if row.open:
                for step in sorted(self._steps.get(item.id, ()), key=lambda step: step.offset):
                    yield Node(step.id, self._step_row(item, step))

    def _day_row(self, day: int, items: list[ProgrammeItem]) -> DayRow:
        places = (self._plan.get(Place, item.place_id) for item in items)
        attended = self._wanted.attended
        return DayRow(
            day=day,
            on=date_shown(self._plan, day),
            cities=tuple(dict.fromkeys(place.city for place in places if place is not None and place.city)),
            items=len(items),
            attended=None if attended is None else sum(item.id in attended for item in items),
            mark=mark_of_all(self._marks[item.id] for item in items if item.id in self._marks),
        )

    def _item_row(self, item: ProgrammeItem) -> ItemRow:
        visit = self._plan.visit
        steps = len(self._steps.get(item.id, ()))
        home = item.start_zone == item.end_zone == visit.host_zone
        return ItemRow(
            id=item.id,
            number=item.code,
            start=item.start_time,
            end=item.end_time,
            end_day=item.end_day if item.end_day != item.start_day else None,
            about=item.precision == "about",
            to_confirm=item.precision == "to_be_confirmed",
            zones=None if home else (item.start_zone, item.end_zone),
            title=self._texts.shown(item, "title").text,
            place_id=item.place_id,
            place=self._place(item.place_id),
            to_place=self._place(item.to_place_id),
            people=len(attendees(self._plan, item.id)),
            who=who_codes(self._plan, item.id),
            dress=item.dress,
            in_charge_id=item.in_charge_id,
            in_charge=self._person(item.in_charge_id) or item.in_charge_text,
            remarks=self._texts.shown(item, "remarks_public").text or item.remarks_detailed or item.remarks_internal,
            level=item.disclosure,
            status=item.status,
            kind=item.kind,
            pinned=item.pinned_date is not None,
            steps=steps,
            open=steps > 0 and item.id in self._wanted.open_items,
            dimmed=self._wanted.attended is not None and item.id not in self._wanted.attended,
            mark=self._marks.get(item.id),
        )

    def _step_row(self, item: ProgrammeItem, step: Step) -> StepRow:
        return StepRow(
            id=step.id,
            item_id=item.id,
            at=moved(item.start_day, item.start_time, step.offset)[1],
            offset=step.offset,
            cue=self._texts.shown(step, "cue").text,
            actor_id=step.actor_id,
            actor=self._person(step.actor_id) or step.actor_text,
            minutes=step.minutes,
        )

    def _place(self, place_id: Id | None) -> str:
        if place_id not in self._places:
            self._places[place_id] = place_name(self._plan, place_id, self._texts)
        return self._places[place_id]

    def _person(self, person_id: Id | None) -> str:
        return person_name(self._plan, person_id, self._texts)

    def _holds_words(self, row: ItemRow) -> bool:
        if not self._words:
            return True
        text = fold(f"{row.number} {row.title} {row.place} {row.to_place} {row.who} {row.in_charge} {row.remarks}")
        return all(word in text for word in self._words)
