"""Rows and plans for tests, with as little in them as the rules allow; every field can be set by name."""

from collections.abc import Callable, Iterable
from itertools import count
from typing import Any
from uuid import UUID, uuid5

from delegation_planner.plan.change import Changes
from delegation_planner.plan.delegation import Delegation, Group, OrderOverride
from delegation_planner.plan.document import Document, DocumentFile
from delegation_planner.plan.edits.general import edit
from delegation_planner.plan.kinds import Id, Role
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.place import Place
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import Invitation, ProgrammeItem, Step, Vehicle
from delegation_planner.plan.tables import Row
from delegation_planner.plan.visit import Visit

_NAMESPACE = UUID("00000000-0000-5000-8000-000000000000")


def an_id(name: str) -> Id:
    """The same id for the same name, always."""
    return str(uuid5(_NAMESPACE, name))


def new_ids(prefix: str = "new") -> Callable[[], Id]:
    """A maker of ids that gives the same ids in the same order in every run."""
    numbers = count(1)
    return lambda: an_id(f"{prefix} {next(numbers)}")


def a_visit(**fields: Any) -> Visit:
    """A fixed visit of five days; day 1 is Sunday 23 July 2017, in Jakarta's zone."""
    visit = Visit(
        id=an_id("visit"), title_en="Test visit", dates="fixed", anchor_date="2017-07-23", last_day=5,
        host_zone="Asia/Jakarta", guest_zone="Asia/Baku",
    )  # fmt: skip
    return visit._replace(**fields)


def a_delegation(code: str = "AZ", **fields: Any) -> Delegation:
    """A guest delegation."""
    return Delegation(id=an_id(f"delegation {code}"), code=code, name_en=f"Delegation {code}")._replace(**fields)


def a_person(code: str = "A1", delegation: Delegation | None = None, **fields: Any) -> Participant:
    """A person of the guest delegation AZ, or of the one given."""
    person = Participant(
        id=an_id(f"person {code}"), code=code, delegation_id=(delegation or a_delegation()).id, name_en=f"Person {code}"
    )
    return person._replace(**fields)


def a_group(code: str = "DEL", members: Iterable[Participant] = (), **fields: Any) -> Group:
    """A group of these people."""
    group = Group(an_id(f"group {code}"), code, f"Group {code}", member_ids=tuple(person.id for person in members))
    return group._replace(**fields)


def an_override(person: Participant, before: Participant, **fields: Any) -> OrderOverride:
    """`person` is placed right before `before`."""
    override = OrderOverride(an_id(f"override {person.code} {before.code}"), person.id, before.id, "tested")
    return override._replace(**fields)


def a_place(code: str = "MIN", **fields: Any) -> Place:
    """A place in Jakarta's zone."""
    return Place(id=an_id(f"place {code}"), code=code, name_en=f"Place {code}", zone="Asia/Jakarta")._replace(**fields)


def an_item(code: str = "01", day: int = 1, start: str = "09:00", end: str = "10:00", **fields: Any) -> ProgrammeItem:
    """An item within one day in Jakarta's zone, at no place."""
    item = ProgrammeItem(
        an_id(f"item {code}"), code, day, start, "Asia/Jakarta", day, end, "Asia/Jakarta", f"Item {code}",
        uid=f"{an_id(f'uid {code}')}@delegation-planner.invalid",
    )  # fmt: skip
    return item._replace(**fields)


def an_invitation(
    item: ProgrammeItem, invitee: Participant | Group, *roles: Role, without: Iterable[Participant] = (), **fields: Any
) -> Invitation:
    """The person or group is invited in these roles; of a group, all come but those `without`."""
    invitation = Invitation(
        item_id=item.id,
        participant_id=invitee.id if isinstance(invitee, Participant) else None,
        group_id=invitee.id if isinstance(invitee, Group) else None,
        roles=roles,
        exception_ids=tuple(person.id for person in without),
    )
    return invitation._replace(**fields)


def a_step(item: ProgrammeItem, offset: int = 0, **fields: Any) -> Step:
    """A step of the item, so many minutes after its start."""
    return Step(an_id(f"step {item.code} {offset}"), item.id, offset, f"Cue {offset}")._replace(**fields)


def a_vehicle(item: ProgrammeItem, position: int = 1, **fields: Any) -> Vehicle:
    """An empty vehicle of the movement."""
    vehicle = Vehicle(an_id(f"vehicle {item.code} {position}"), item.id, position, f"Car {position}")
    return vehicle._replace(**fields)


def a_document(code: str = "DOC1", **fields: Any) -> Document:
    """A planned paper."""
    return Document(an_id(f"document {code}"), code, f"Document {code}")._replace(**fields)


def a_file(document: Document, name: str = "text.pdf", **fields: Any) -> DocumentFile:
    """A file attached to the document; its content is four bytes that no test reads."""
    file = DocumentFile(an_id(f"file {document.code} {name}"), document.id, name, "application/pdf", 4, "0" * 64)
    return file._replace(**fields)


def joining(plan: Plan, group_id: Id, participant_id: Id) -> Changes:
    """The edit by which a participant joins a group, last, as the details of the group do it."""
    members = plan.find(Group, group_id).member_ids
    return edit(plan, Group, group_id, {"member_ids": tuple(dict.fromkeys((*members, participant_id)))})


def leaving(plan: Plan, group_id: Id, participant_id: Id) -> Changes:
    """The edit by which a participant leaves a group."""
    members = plan.find(Group, group_id).member_ids
    return edit(plan, Group, group_id, {"member_ids": tuple(id for id in members if id != participant_id)})


def a_plan(*rows: Row) -> Plan:
    """A plan of these rows; a visit and the delegation AZ are added where the rows have none."""
    kinds = {type(row) for row in rows}
    added: list[Row] = []
    if Visit not in kinds:
        added.append(a_visit())
    if Delegation not in kinds:
        added.append(a_delegation())
    return Plan.of((*added, *rows))
