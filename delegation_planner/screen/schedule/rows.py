"""The rundown: days, items and minute steps as rows to show; no Qt."""

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime
from itertools import chain
from typing import NamedTuple

from delegation_planner.plan.attendance import present
from delegation_planner.plan.change import Changes
from delegation_planner.plan.day_time import moved, span
from delegation_planner.plan.delegation import Group
from delegation_planner.plan.errors import PlanError
from delegation_planner.plan.kinds import Disclosure, Id, ItemKind, ItemStatus, Language, WallClock, ZoneName
from delegation_planner.plan.names import fold
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.place import Place
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_days import days
from delegation_planner.plan.programme_item import Invitation, ProgrammeItem, Step
from delegation_planner.plan.visit import Visit
from delegation_planner.programme.groundwork import natural
from delegation_planner.programme.texts import Texts
from delegation_planner.screen.marks import Mark, Marks, mark_of_all
from delegation_planner.screen.names import date_shown, offset_there, person_name, place_name, who_codes
from delegation_planner.screen.nodes import Node


class DayRow(NamedTuple):
    """The head of a day: its number, its date (None while open), the cities and the number of items in it."""

    day: int
    on: date | None
    cities: tuple[str, ...]
    items: int
    own_items: int | None
    mark: Mark | None


class ItemRow(NamedTuple):
    """An item as the sheet shows it. `end_day` is set where the item ends on another day than it starts.

    `zones` tells the zones of start and end where they are not the visit's own, the offsets what stands behind those
    times that are not the host's. `steps` counts its minute steps;
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
    start_offset: str
    end_offset: str
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

    `day`: one day or all; `text`: only items that hold all its words; `own_items`: the items of the person looked at,
    the others are dimmed; `open_items`: those whose minute steps are shown; `left`: the items that the filter of the
    schedule leaves, or None.
    """

    day: int | None = None
    text: str = ""
    own_items: frozenset[Id] | None = None
    open_items: frozenset[Id] = frozenset()
    left: frozenset[Id] | None = None


class Rundown(NamedTuple):
    """The rows to show, the number of items among them, and of all items."""

    nodes: tuple[Node[RundownRow], ...]
    shown: int
    there: int


def rundown(plan: Plan, wanted: Wanted, marks: Marks, kept: "KeptRows") -> Rundown:
    """The rundown in the language of `kept`, by day and time.

    Without a filter every day of the visit has its head, also one without items.
    """
    words = fold(wanted.text).split()
    narrowed = bool(words) or wanted.left is not None
    nodes: list[Node[RundownRow]] = []
    shown = 0

    def read(item_id: Id) -> str:
        return kept.folded(plan, plan.find(ProgrammeItem, item_id))

    for day in kept.days(plan, wanted, marks):
        found = day.holding(words, read)
        shown += len(found)
        if found or not narrowed:
            nodes.append(day.head)
            nodes.extend(chain.from_iterable(found))
    return Rundown(tuple(nodes), shown, len(plan.table(ProgrammeItem)))


def in_time_order(plan: Plan, items: Iterable[ProgrammeItem]) -> list[ProgrammeItem]:
    """Items by the day they start on, then by instant, end and number."""
    return sorted(items, key=lambda item: _time_key(plan, item))


TimeKey = tuple[int, datetime | WallClock, datetime | WallClock, object, Id]


def _time_key(plan: Plan, item: ProgrammeItem) -> TimeKey:
    try:
        start, end = span(plan.visit, item)
    except PlanError:  # a visit without any date yet has no instants, for none of its items
        return item.start_day, item.start_time, item.end_time, natural(item.code), item.id
    return item.start_day, start.astimezone(UTC), end.astimezone(UTC), natural(item.code), item.id


class KeptRows:
    """What an edit leaves as it was is not made again: the rows of items, their places in time, and their steps.

    Say `follow` for every change of the plan; then ask with the plan as it is now.
    """

    def __init__(self, language: Language) -> None:
        self.texts = Texts(language)
        self._rows: dict[Id, ItemRow] = {}
        self._folded: dict[Id, tuple[ItemRow, str]] = {}
        self._time_keys: dict[Id, TimeKey] = {}
        self._steps: dict[Id, list[Step]] | None = None
        self._days: tuple[Plan, Wanted, Marks, tuple[_Day, ...]] | None = None

    def follow(self, changes: Changes) -> None:
        """Forget what these changes touch; names and dates are in so many rows that then all are forgotten."""
        self._days = None
        if changes.touch(Visit, Place, Participant, Group):
            self._rows.clear()
            self._time_keys.clear()
        for change in changes.of(ProgrammeItem):
            self._rows.pop(change.id, None)
            self._time_keys.pop(change.id, None)
        for change in changes.of(Invitation):
            self._rows.pop(change.id.partition("/")[0], None)
        for change in changes.of(Step):
            for step in (change.before, change.after):
                if isinstance(step, Step):
                    self._rows.pop(step.item_id, None)
            self._steps = None

    def days(self, plan: Plan, wanted: Wanted, marks: Marks) -> "tuple[_Day, ...]":
        """The days that are wanted, each with all its items; what is typed is not looked at and makes none anew."""
        wanted = wanted._replace(text="")
        made = self._days
        if made is None or made[0] is not plan or made[1] != wanted or made[2] is not marks:
            self._days = made = plan, wanted, marks, tuple(_Reading(plan, wanted, marks, self).days())
        return made[3]

    def in_time_order(self, plan: Plan, items: Iterable[ProgrammeItem]) -> list[ProgrammeItem]:
        """As the function of this name."""
        return sorted(items, key=lambda item: self._time_key(plan, item))

    def steps(self, plan: Plan, item_id: Id) -> list[Step]:
        """The minute steps of an item by offset."""
        if self._steps is None:
            self._steps = {}
            for step in sorted(plan.rows(Step), key=lambda step: step.offset):
                self._steps.setdefault(step.item_id, []).append(step)
        return self._steps.get(item_id, [])

    def row(self, plan: Plan, item: ProgrammeItem) -> ItemRow:
        """The row of an item, closed, unmarked and not dimmed."""
        if item.id not in self._rows:
            self._rows[item.id] = self._make(plan, item)
        return self._rows[item.id]

    def folded(self, plan: Plan, item: ProgrammeItem) -> str:
        """What the filter reads of an item."""
        row = self.row(plan, item)
        known = self._folded.get(item.id)
        if known is None or known[0] is not row:
            read = f"{row.number} {row.title} {row.place} {row.to_place} {row.who} {row.in_charge} {row.remarks}"
            known = self._folded[item.id] = (row, fold(read))
        return known[1]

    def ahead(self, plan: Plan) -> Iterator[None]:
        """Make all that will be asked for, item by item; the plan must stay the same until the last."""
        for item in plan.rows(ProgrammeItem):
            self.folded(plan, item)
            self._time_key(plan, item)
            yield

    def _time_key(self, plan: Plan, item: ProgrammeItem) -> TimeKey:
        if item.id not in self._time_keys:
            self._time_keys[item.id] = _time_key(plan, item)
        return self._time_keys[item.id]

    def _make(self, plan: Plan, item: ProgrammeItem) -> ItemRow:
        texts = self.texts
        home = item.start_zone == item.end_zone == plan.visit.host_zone
        return ItemRow(
            id=item.id,
            number=item.code,
            start=item.start_time,
            end=item.end_time,
            end_day=item.end_day if item.end_day != item.start_day else None,
            about=item.precision == "about",
            to_confirm=item.precision == "to_be_confirmed",
            zones=None if home else (item.start_zone, item.end_zone),
            start_offset=offset_there(plan.visit, item.start_day, item.start_time, item.start_zone),
            end_offset=offset_there(plan.visit, item.end_day, item.end_time, item.end_zone),
            title=texts.shown(item, "title").text,
            place_id=item.place_id,
            place=place_name(plan, item.place_id, texts),
            to_place=place_name(plan, item.to_place_id, texts),
            people=len(present(plan, item.id)),
            who=who_codes(plan, item.id),
            dress=item.dress,
            in_charge_id=item.in_charge_id,
            in_charge=person_name(plan, item.in_charge_id, texts) or item.in_charge_text,
            remarks=texts.shown(item, "remarks_public").text or item.remarks_detailed or item.remarks_internal,
            level=item.disclosure,
            status=item.status,
            kind=item.kind,
            pinned=item.pinned_date is not None,
            steps=len(self.steps(plan, item.id)),
            open=False,
            dimmed=False,
            mark=None,
        )


class _Day:
    """A day as it is shown: its head, and for each item its row with the minute steps that are open below it."""

    def __init__(self, head: Node[RundownRow], items: list[tuple[Node[RundownRow], ...]]) -> None:
        self.head = head
        self._items = items
        self._folded: list[tuple[str, tuple[Node[RundownRow], ...]]] | None = None

    def holding(self, words: list[str], read: Callable[[Id], str]) -> list[tuple[Node[RundownRow], ...]]:
        """The rows of the items that hold all these words, which are folded already.

        `read` tells what the filter reads of an item; nothing is read before something is typed.
        """
        if not words:
            return self._items
        if self._folded is None:
            self._folded = [(read(nodes[0].id), nodes) for nodes in self._items]
        left = self._folded
        for word in words:
            left = [each for each in left if word in each[0]]
        return [nodes for _, nodes in left]


class _Reading:
    """One making of the rows."""

    def __init__(self, plan: Plan, wanted: Wanted, marks: Marks, kept: KeptRows) -> None:
        self._plan = plan
        self._wanted = wanted
        self._marks = marks
        self._kept = kept

    def days(self) -> Iterator[_Day]:
        by_day = self._by_day()
        for day in sorted(by_day):
            head = Node[RundownRow](f"day {day}", self._day_row(day, by_day[day]), selectable=False)
            yield _Day(head, [tuple(self._nodes(item)) for item in by_day[day]])

    def _by_day(self) -> dict[int, list[ProgrammeItem]]:
        chosen = days(self._plan) if self._wanted.day is None else (self._wanted.day,)
        found: dict[int, list[ProgrammeItem]] = {day: [] for day in chosen}
        left = self._wanted.left
        for item in self._kept.in_time_order(self._plan, self._plan.rows(ProgrammeItem)):
            if item.start_day in found and (left is None or item.id in left):
                found[item.start_day].append(item)
        return found

    def _nodes(self, item: ProgrammeItem) -> Iterator[Node[RundownRow]]:
        row = self._item_row(item)
        yield Node(item.id, row)
        if row.open:
            for step in self._kept.steps(self._plan, item.id):
                yield Node(step.id, self._step_row(item, step))

    def _day_row(self, day: int, items: list[ProgrammeItem]) -> DayRow:
        places = (self._plan.get(Place, item.place_id) for item in items)
        own_items = self._wanted.own_items
        return DayRow(
            day=day,
            on=date_shown(self._plan, day),
            cities=tuple(dict.fromkeys(place.city for place in places if place is not None and place.city)),
            items=len(items),
            own_items=None if own_items is None else sum(item.id in own_items for item in items),
            mark=mark_of_all(self._marks[item.id] for item in items if item.id in self._marks),
        )

    def _item_row(self, item: ProgrammeItem) -> ItemRow:
        row = self._kept.row(self._plan, item)
        own_items, mark = self._wanted.own_items, self._marks.get(item.id)
        is_open = row.steps > 0 and item.id in self._wanted.open_items
        dimmed = own_items is not None and item.id not in own_items
        if is_open or dimmed or mark is not None:
            return row._replace(open=is_open, dimmed=dimmed, mark=mark)
        return row

    def _step_row(self, item: ProgrammeItem, step: Step) -> StepRow:
        texts = self._kept.texts
        return StepRow(
            id=step.id,
            item_id=item.id,
            at=moved(item.start_day, item.start_time, step.offset)[1],
            offset=step.offset,
            cue=texts.shown(step, "cue").text,
            actor_id=step.actor_id,
            actor=person_name(self._plan, step.actor_id, texts) or step.actor_text,
            minutes=step.minutes,
        )
