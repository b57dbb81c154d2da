"""One way of reading the plan: what all its readers share, and the cut for each."""

from functools import cached_property
from itertools import groupby

from delegation_planner.plan.day_time import date_of_day
from delegation_planner.plan.delegation import Delegation
from delegation_planner.plan.kinds import Disclosure, Id, Role
from delegation_planner.programme.audience import Audience
from delegation_planner.programme.entries import Entries
from delegation_planner.programme.groundwork import Groundwork
from delegation_planner.programme.lists import contact_lines, delegation_lists, vehicle_lines, visit_shown
from delegation_planner.programme.people_and_places import PeopleAndPlaces
from delegation_planner.programme.programme import (
    ContactLine,
    Day,
    DelegationList,
    Entry,
    Programme,
    Shown,
    VehicleLine,
    VisitShown,
)
from delegation_planner.programme.texts import Texts


class Reading:
    """A language (and second one) and a level of detail."""

    def __init__(self, ground: Groundwork, texts: Texts, detail: Disclosure) -> None:
        self._ground = ground
        self._texts = texts
        self._detail: Disclosure = detail
        self._known = PeopleAndPlaces(ground.plan, texts, ground.order)
        self._entries = Entries(ground, texts, self._known, detail)
        self._personal: dict[tuple[Id, tuple[Role, ...], bool], Entry] = {}

    def programme(self, audience: Audience, item_ids: list[Id]) -> Programme:
        """The programme of these items."""
        reader = audience.participant_id
        contacts = self._contacts if reader is None and self._detail != "public" else ()
        vehicles = self._vehicles(item_ids, reader)
        foreign = self._foreign_in_lists.union(
            self._texts.foreign((contacts, vehicles)), *map(self._entries.foreign, item_ids)
        )
        return Programme(
            audience=audience,
            visit=self._visit,
            reader=self._known.people[reader] if reader else None,
            delegation_name=self._delegation_name(audience.delegation_id),
            days=self._days([self._entry(item_id, reader) for item_id in item_ids]),
            delegations=self._delegations,
            contacts=contacts,
            vehicles=vehicles,
            missing=len(foreign),
        )

    def _entry(self, item_id: Id, reader: Id | None) -> Entry:
        """The entry with the reader's own part; the same object for all who come with the same part."""
        entry = self._entries.entry(item_id)
        if reader is None:
            return entry
        _, roles, optional = self._ground.attendance[item_id][reader]
        if not roles and not optional:
            return entry
        key = (item_id, roles, optional)
        if key not in self._personal:
            self._personal[key] = entry._replace(roles=roles, optional=optional)
        return self._personal[key]

    def _days(self, entries: list[Entry]) -> tuple[Day, ...]:
        visit = self._ground.plan.visit
        by_day = groupby(entries, key=lambda entry: entry.start_day)
        return tuple(Day(number, date_of_day(visit, number), tuple(of_day)) for number, of_day in by_day)

    def _vehicles(self, item_ids: list[Id], reader: Id | None) -> tuple[VehicleLine, ...]:
        if self._detail == "public":
            return ()
        return vehicle_lines(self._ground, self._texts, self._known, item_ids, reader)

    def _delegation_name(self, delegation_id: Id | None) -> Shown | None:
        row = self._ground.plan.get(Delegation, delegation_id)
        return self._texts.shown(row, "name") if row else None

    @cached_property
    def _visit(self) -> VisitShown:
        return visit_shown(self._ground.plan.visit, self._texts)

    @cached_property
    def _delegations(self) -> tuple[DelegationList, ...]:
        return delegation_lists(self._ground, self._texts, self._known)

    @cached_property
    def _contacts(self) -> tuple[ContactLine, ...]:
        return contact_lines(self._ground, self._texts, self._known)

    @cached_property
    def _foreign_in_lists(self) -> frozenset[Shown]:
        return self._texts.foreign((self._visit, self._delegations))
