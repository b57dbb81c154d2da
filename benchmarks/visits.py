"""Made-up visits of three sizes, the same rows in every run."""

from collections.abc import Iterator
from random import Random
from typing import Final, NamedTuple
from uuid import UUID, uuid5

from delegation_planner.plan.day_time import clock_text, moved
from delegation_planner.plan.delegation import Delegation
from delegation_planner.plan.kinds import Disclosure, Id, ItemKind, Role
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.place import Place
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import Invitation, ProgrammeItem
from delegation_planner.plan.tables import Row
from delegation_planner.plan.visit import Visit


class Size(NamedTuple):
    """How much a visit holds; `attendances` counts persons at items."""

    people: int
    items: int
    days: int
    attendances: int


TINY: Final = Size(6, 8, 2, 24)
SMALL: Final = Size(30, 60, 4, 360)
LARGE: Final = Size(500, 2_000, 14, 20_000)
HUGE: Final = Size(5_000, 20_000, 60, 400_000)

HOST_ZONE: Final = "Europe/Paris"
GUEST_ZONE: Final = "Asia/Jakarta"
Tables = dict[type[Row], dict[Id, Row]]

_NAMESPACE: Final = UUID("00000000-0000-5000-8000-00000000be7c")
_PEOPLE_IN_A_DELEGATION: Final = 25
_ITEMS_AT_A_PLACE: Final = 20
_FLIGHT_EVERY: Final = 50
_KINDS: Final[tuple[ItemKind, ...]] = (
    "courtesy_call",
    "bilateral_meeting",
    "meal",
    "signing",
    "site_visit",
    "movement",
)
_ROLES: Final[tuple[Role, ...]] = ("witness", "interpreter", "note_taker", "signatory", "greeter")
_LEVELS: Final[tuple[Disclosure, ...]] = ("public", "detailed", "detailed", "internal")


def visit_of(size: Size) -> Plan:
    """A fixed visit of this size: delegations of 25, a place for 20 items, now and then a flight over zones.

    The first item is a plenary that everybody attends; the others share the remaining attendances evenly. One
    attendance in five has a role. Every invitation is one person's own.
    """
    delegations = [_delegation(number) for number in range(-(-size.people // _PEOPLE_IN_A_DELEGATION))]
    people = [_person(number, delegations[number // _PEOPLE_IN_A_DELEGATION]) for number in range(size.people)]
    places = [_place(number) for number in range(-(-size.items // _ITEMS_AT_A_PLACE))]
    items = [_item(number, size, places[number // _ITEMS_AT_A_PLACE]) for number in range(size.items)]
    visit = Visit(
        an_id("visit"), "Visit to measure by", "Kunjungan untuk mengukur", dates="fixed", anchor_date="2017-07-24",
        last_day=size.days, host_zone=HOST_ZONE, guest_zone=GUEST_ZONE, host_en="Ministry of Measures",
    )  # fmt: skip
    tables: Tables = {
        kind: {row.id: row for row in rows}
        for kind, rows in ((Visit, [visit]), (Delegation, delegations), (Participant, people), (Place, places),
                           (ProgrammeItem, items))
    }  # fmt: skip
    return Plan(tables, dict(_invitations(size, people, items)))


def an_id(name: str) -> Id:
    """The same id for the same name, as far from its neighbours' as ids are."""
    return str(uuid5(_NAMESPACE, name))


def plenary(plan: Plan) -> ProgrammeItem:
    """The item that everybody attends."""
    return plan.find(ProgrammeItem, an_id("item 0"))


def an_item(plan: Plan) -> ProgrammeItem:
    """An item in the middle of the visit, with as many people as most have."""
    return plan.find(ProgrammeItem, an_id(f"item {len(plan.table(ProgrammeItem)) // 2}"))


def _delegation(number: int) -> Delegation:
    name = f"Delegation {number:03d}"
    return Delegation(
        an_id(name), f"D{number:03d}", name, f"Delegasi {number:03d}", side="guest" if number else "host",
        position=number,
    )  # fmt: skip


def _person(number: int, delegation: Delegation) -> Participant:
    return Participant(
        an_id(f"person {number}"),
        f"P{number:05d}",
        delegation.id,
        f"[Delegate {number:05d}]",
        office_en=f"Director of Question {number % 90 + 1}",
        office_id=f"Direktur Urusan {number % 90 + 1}",
        head=number % _PEOPLE_IN_A_DELEGATION == 0,
        duty_phone=f"+00 00 {number:06d}",
    )


def _place(number: int) -> Place:
    return Place(
        an_id(f"place {number}"), f"L{number:04d}", f"House {number:04d}, Gallery “Été”", f"Gedung {number:04d}",
        address=f"Quai {number % 99 + 1}", city="Paris", zone=HOST_ZONE,
    )  # fmt: skip


def _item(number: int, size: Size, place: Place) -> ProgrammeItem:
    """The days are filled evenly, from 7 in the morning to 8 in the evening; flights come in from the guests' zone."""
    day = number * size.days // size.items + 1
    start = clock_text(420 + number * 35 % 780)
    end_day, end = moved(day, start, 30 + number % 13 * 5)
    flight = number % _FLIGHT_EVERY == _FLIGHT_EVERY - 1
    return ProgrammeItem(
        id=an_id(f"item {number}"),
        code=f"{number + 1:02d}",
        start_day=day - 1 if flight else day,
        start_time=start,
        start_zone=GUEST_ZONE if flight else HOST_ZONE,
        end_day=end_day,
        end_time=end,
        end_zone=HOST_ZONE,
        title_en=f"Talks no. {number + 1} on trade, standards and the carriage of goods; then tea",
        title_id=f"Pembicaraan no. {number + 1} tentang perdagangan, standar dan pengangkutan barang",
        kind="flight" if flight else _KINDS[number % len(_KINDS)],
        place_id=place.id,
        disclosure=_LEVELS[number % len(_LEVELS)],
        status="confirmed" if number % 3 else "tentative",
        dress="psl" if number % 4 == 0 else "",
        remarks_public_en="Badges are given out at the north gate from half an hour before." if number % 2 else "",
        remarks_detailed=f"Hold line {number % 40 + 1} of the motorcade until all are seated."
        if number % 5 == 0
        else "",
        uid=f"{an_id(f'uid {number}')}@delegation-planner.invalid",
    )


def _invitations(
    size: Size, people: list[Participant], items: list[ProgrammeItem]
) -> Iterator[tuple[Id, dict[Id, Invitation]]]:
    chance = Random(20170724)
    first, *others = items
    yield first.id, _invited(first, people, 0)
    counted = size.people
    share, more = divmod(size.attendances - size.people, len(others))
    for number, item in enumerate(others):
        some = chance.sample(people, share + (number < more))
        yield item.id, _invited(item, some, counted)
        counted += len(some)


def _invited(item: ProgrammeItem, people: list[Participant], counted: int) -> dict[Id, Invitation]:
    return {
        person.id: Invitation(item.id, person.id, None, () if number % 5 else (_ROLES[number // 5 % len(_ROLES)],))
        for number, person in enumerate(people, counted)
    }
