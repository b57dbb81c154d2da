"""What stands beside the programme: the visit's head, delegations, duty contacts and vehicles."""

from collections.abc import Iterable, Iterator

from delegation_planner.plan.day_time import date_of_day, day_one
from delegation_planner.plan.delegation import Delegation
from delegation_planner.plan.kinds import Id
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.programme_item import Vehicle
from delegation_planner.plan.visit import Visit
from delegation_planner.programme.groundwork import Groundwork
from delegation_planner.programme.people_and_places import PeopleAndPlaces
from delegation_planner.programme.programme import ContactLine, DelegationList, Seat, VehicleLine, VisitShown
from delegation_planner.programme.texts import Texts


def visit_shown(visit: Visit, texts: Texts) -> VisitShown:
    """The head of every paper."""
    return VisitShown(
        id=visit.id,
        title=texts.shown(visit, "title"),
        title_second=texts.second(visit, "title"),
        short_title=texts.shown(visit, "short_title", "title"),
        kind=visit.kind,
        guest_class=visit.guest_class,
        host=texts.shown(visit, "host"),
        status=visit.status,
        dates=visit.dates,
        window_start=visit.window_start,
        window_end=visit.window_end,
        day_one=day_one(visit),
        first_date=date_of_day(visit, visit.first_day),
        last_date=date_of_day(visit, visit.last_day),
        host_zone=visit.host_zone,
        guest_zone=visit.guest_zone,
        marking=visit.marking,
        host_second=texts.second(visit, "host"),
    )


def delegation_lists(ground: Groundwork, texts: Texts, known: PeopleAndPlaces) -> tuple[DelegationList, ...]:
    """Every delegation with its members by order of precedence, guest delegations first."""
    lists = []
    for delegation_id, members in ground.members.items():
        row = ground.plan.find(Delegation, delegation_id)
        name, second = texts.shown(row, "name"), texts.second(row, "name")
        lists.append(DelegationList(row.id, name, second, row.side, tuple(known.people[id] for id in members)))
    return tuple(lists)


def contact_lines(ground: Groundwork, texts: Texts, known: PeopleAndPlaces) -> tuple[ContactLine, ...]:
    """Whoever has a duty phone or address: liaison officers, then the host side, then the guests, each in order."""
    liaison = liaison_officers(ground)
    lines = []
    for participant_id, place in ground.order.items():
        row = ground.plan.find(Participant, participant_id)
        delegation = ground.plan.find(Delegation, row.delegation_id)
        if row.duty_phone or row.duty_email:
            line = ContactLine(
                person=known.people[row.id],
                function=known.people[row.id].office,
                phone=row.duty_phone,
                email=row.duty_email,
                hours=row.duty_hours,
                side=delegation.side,
                delegation_name=texts.shown(delegation, "name"),
            )
            lines.append(((row.id not in liaison, delegation.side != "host", place), line))
    return tuple(line for _, line in sorted(lines, key=lambda keyed: keyed[0]))


def liaison_officers(ground: Groundwork) -> frozenset[Id]:
    """Who is a liaison officer at any item."""
    everywhere = ground.attendance.values()
    return frozenset(id for present in everywhere for id, each in present.items() if "liaison" in each.roles)


def vehicle_lines(
    ground: Groundwork,
    texts: Texts,
    known: PeopleAndPlaces,
    item_ids: Iterable[Id],
    reader: Id | None = None,
    *,
    phones: bool = True,
) -> tuple[VehicleLine, ...]:
    """The vehicles of these items in motorcade order; for a reader only the own vehicle. `phones`: the drivers' too."""
    lines = []
    for item_id in item_ids:
        for row in ground.vehicles.get(item_id, ()):
            if reader is None or reader in riders(row):
                seated = tuple(_seated(row, texts, known))
                phone = row.driver_phone if phones else ""
                name = texts.shown(row, "name")
                lines.append(VehicleLine(item_id, row.position, name, row.plate, row.driver, phone, row.seats, seated))
    return tuple(lines)


def riders(row: Vehicle) -> tuple[Id, ...]:
    """Who sits in a vehicle, the seat of honour first."""
    return tuple(id for id in (row.rear_right_id, row.rear_left_id, row.front_id, *row.other_ids) if id)


def _seated(row: Vehicle, texts: Texts, known: PeopleAndPlaces) -> Iterator[Seat]:
    named = [("rear_right", row.rear_right_id), ("rear_left", row.rear_left_id), ("front", row.front_id)]
    for seat, participant_id in (*named, *(("other", id) for id in row.other_ids)):
        if participant_id in known.people:
            yield Seat(seat, known.people[participant_id].short)
        elif seat == "front" and row.front_text:
            yield Seat(seat, texts.plain(row.front_text))
