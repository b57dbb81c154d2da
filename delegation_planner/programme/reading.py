"""One way of reading the plan: what all its readers share, and the cut for each."""

from functools import cached_property
from itertools import groupby

from delegation_planner.plan.attendance import parts_of
from delegation_planner.plan.day_time import date_of_day
from delegation_planner.plan.delegation import Delegation
from delegation_planner.plan.kinds import Disclosure, Id, ReaderRole
from delegation_planner.programme.audience import Audience, Team
from delegation_planner.programme.entries import Entries
from delegation_planner.programme.groundwork import Groundwork
from delegation_planner.programme.lists import (
    contact_lines,
    delegation_lists,
    liaison_officers,
    vehicle_lines,
    visit_shown,
)
from delegation_planner.programme.people_and_places import PeopleAndPlaces
from delegation_planner.programme.programme import (
    ContactLine,
    Day,
    DelegationList,
    Entry,
    Programme,
    Shown,
    SigningShown,
    TeamLine,
    VehicleLine,
    VisitShown,
)
from delegation_planner.programme.signings import signings
from delegation_planner.programme.teams import team_lines
from delegation_planner.programme.texts import Texts


class Reading:
    """A language (and second one) and a level of detail."""

    def __init__(self, ground: Groundwork, texts: Texts, detail: Disclosure) -> None:
        self._ground = ground
        self._texts = texts
        self._detail: Disclosure = detail
        self._known = PeopleAndPlaces(ground.plan, texts, ground.order)
        self._entries = Entries(ground, texts, self._known, detail)
        self._personal: dict[tuple[Id, tuple[ReaderRole, ...], bool], Entry] = {}

    def programme(self, audience: Audience, item_ids: list[Id]) -> Programme:
        """The programme of these items."""
        reader = audience.participant_id
        told = self._detail != "public"
        contacts = self._contacts if told and audience.kind in ("everybody", "delegation") else ()
        vehicles = self._vehicles(audience, item_ids) if told else ()
        signings = self._signings(item_ids) if told and audience.kind == "everybody" else ()
        lines = self._team_lines(audience.team, item_ids) if audience.team else ()
        foreign = self._foreign_in_lists.union(
            self._texts.foreign((contacts, vehicles, signings, lines)), *map(self._entries.foreign, item_ids)
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
            numbers=self._numbers(reader, item_ids) if told and reader else (),
            signings=signings,
            team_lines=lines,
            paper_size=self._ground.plan.visit.paper_size,
        )

    def _entry(self, item_id: Id, reader: Id | None) -> Entry:
        """The entry with the reader's own part; the same object for all who come with the same part."""
        entry = self._entries.entry(item_id)
        if reader is None:
            return entry
        attendance = self._ground.attendance[item_id].get(reader)
        roles = parts_of(self._ground.items[item_id], attendance, reader)
        optional = attendance is not None and attendance.optional
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

    def _vehicles(self, audience: Audience, item_ids: list[Id]) -> tuple[VehicleLine, ...]:
        if audience.team not in (None, "drivers", "security"):
            return ()
        phones = audience.kind in ("everybody", "delegation") or audience.team == "drivers"
        reader = audience.participant_id
        return vehicle_lines(self._ground, self._texts, self._known, item_ids, reader, phones=phones)

    def _signings(self, item_ids: list[Id]) -> tuple[SigningShown, ...]:
        return signings(self._ground, self._texts, self._known, item_ids)

    def _team_lines(self, team: Team, item_ids: list[Id]) -> tuple[TeamLine, ...]:
        return team_lines(self._ground, self._known, team, item_ids)

    def _numbers(self, reader: Id, item_ids: list[Id]) -> tuple[ContactLine, ...]:
        """The duty contacts of liaison officers, and of those in charge of the reader's own items."""
        in_charge = {self._ground.items[item_id].in_charge_id for item_id in item_ids}
        among = (self._liaison | in_charge) - {reader}
        return tuple(line for line in self._contacts if line.person.id in among)

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
    def _liaison(self) -> frozenset[Id]:
        return liaison_officers(self._ground)

    @cached_property
    def _foreign_in_lists(self) -> frozenset[Shown]:
        return self._texts.foreign((self._visit, self._delegations))
