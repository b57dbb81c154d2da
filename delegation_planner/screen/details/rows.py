"""What the details show beside the fields: heads, invitations, minute steps, and lists that lead elsewhere; no Qt."""

from collections.abc import Iterable
from typing import NamedTuple

from delegation_planner.plan.attendance import attendees, parts_of
from delegation_planner.plan.day_time import moved
from delegation_planner.plan.delegation import Delegation, Group
from delegation_planner.plan.document import Document, DocumentFile
from delegation_planner.plan.kinds import Id, ItemKind, Role
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.place import Place
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.precedence import order_in_delegation
from delegation_planner.plan.programme_item import Invitation, ProgrammeItem, Step, Vehicle
from delegation_planner.plan.rulebook import Rulebook
from delegation_planner.plan.tables import Row
from delegation_planner.plan.visit import Visit
from delegation_planner.programme.groundwork import natural
from delegation_planner.programme.texts import Texts
from delegation_planner.screen.names import clock_there, day_name, person_name, place_name, through_group
from delegation_planner.screen.nodes import Node
from delegation_planner.screen.schedule.rows import in_time_order
from delegation_planner.words.dates import duration, wall_clock, zone_city
from delegation_planner.words.kinds_words import DOCUMENT_KINDS, DOCUMENT_STATES, ITEM_STATES, ROLES, SIDES, VISIT_KINDS
from delegation_planner.words.visit_lines import listed
from delegation_planner.words.words import Words


class Head(NamedTuple):
    """Above the tabs: a title, a note, and a tile: an icon, the colour of a kind of item, or a number in a circle."""

    title: str
    note: str
    icon: str = ""
    kind: ItemKind | None = None
    number: int | None = None


class InvitedRow(NamedTuple):
    """Somebody invited to an item: a group with those it leaves out, or a person with or without a group."""

    id: Id
    name: str
    code: str
    is_group: bool
    people: int
    roles: tuple[Role, ...]
    optional: bool
    without: tuple[str, ...]


class StepLineRow(NamedTuple):
    """A minute step of an item."""

    id: Id
    at: str
    offset: int
    minutes: int | None
    cue: str
    actor_id: Id | None
    actor: str


class LinkRow(NamedTuple):
    """A line that leads to a row of the plan: its text, and a note at the right."""

    kind: type[Row]
    id: Id
    text: str
    note: str


class FileRow(NamedTuple):
    """An attached file: name, size and version in words."""

    id: Id
    name: str
    size: int
    version: int


def head_of(plan: Plan, rulebook: Rulebook, words: Words, row: Row) -> Head:
    """The head of a row's details."""
    texts = Texts(words.language)
    match row:
        case ProgrammeItem():
            note = words.say("No. {number} · {when}", number=row.code, when=_when(words, plan, row))
            return Head(texts.shown(row, "short_title", "title").text, note, kind=row.kind)
        case Participant():
            return _person_head(plan, rulebook, texts, row)
        case Document():
            note = f"{row.code} · {words.say(DOCUMENT_KINDS[row.kind])} · {words.say(DOCUMENT_STATES[row.state])}"
            title = texts.shown(row, "title").text
            signing: ItemKind | None = "signing" if row.kind == "instrument" else None
            return Head(title, note, icon="document", kind=signing)
        case Visit():
            return Head(
                texts.shown(row, "short_title", "title").text, words.say(VISIT_KINDS[row.kind]), icon="calendar"
            )
        case Place():
            return Head(place_name(plan, row.id, texts), row.city or row.code, icon="place")
        case Vehicle():
            item = plan.find(ProgrammeItem, row.item_id)
            return Head(texts.shown(row, "name").text, _item_line(plan, words, texts, item), kind=item.kind)
        case _:
            return _people_head(words, texts, row)


def _when(words: Words, plan: Plan, item: ProgrammeItem) -> str:
    """D2 Mon 24 Jul · 11:00–11:20; of an item over days or zones both ends: D1 22:15 (Tbilisi) – D2 19:25 (Jakarta)."""
    start, end = wall_clock(words, item.start_time), wall_clock(words, item.end_time)
    if item.start_zone != item.end_zone:
        start, end = f"{start} ({zone_city(item.start_zone)})", f"{end} ({zone_city(item.end_zone)})"
    elif item.start_day == item.end_day:
        return f"{day_name(words, plan, item.start_day)} · {start}–{end}"
    return f"D{item.start_day} {start} – D{item.end_day} {end}"


def _people_head(words: Words, texts: Texts, row: Row) -> Head:
    """The head of a delegation or a group; an empty one for what has none."""
    match row:
        case Delegation():
            return Head(texts.shown(row, "name").text, words.say(SIDES[row.side]), icon="people")
        case Group():
            note = words.say_many("{count} person", "{count} people", len(row.member_ids))
            return Head(texts.shown(row, "name").text, f"{row.code} · {note}", icon="people")
        case _:
            return Head("", "")


def _person_head(plan: Plan, rulebook: Rulebook, texts: Texts, row: Participant) -> Head:
    order = order_in_delegation(plan, rulebook, row.delegation_id)
    delegation = plan.find(Delegation, row.delegation_id)
    note = f"{row.code} · {texts.shown(delegation, 'name').text}"
    return Head(texts.shown(row, "name").text, note, number=order.index(row.id) + 1)


def invited(plan: Plan, words: Words, item_id: Id) -> tuple[Node[InvitedRow], ...]:
    """The invitations of an item as they are: groups first, then people."""
    texts = Texts(words.language)
    rows = [_invited(plan, texts, row) for row in plan.invitations(item_id).values()]
    rows.sort(key=lambda row: (not row.is_group, natural(row.code)))
    return tuple(Node(row.id, row) for row in rows)


def _invited(plan: Plan, texts: Texts, row: Invitation) -> InvitedRow:
    group = plan.get(Group, row.group_id)
    invitee: Group | Participant = group if group is not None else plan.find(Participant, row.participant_id or "")
    return InvitedRow(
        id=row.invitee_id,
        name=texts.shown(invitee, "name").text if group is not None else person_name(plan, row.participant_id, texts),
        code=invitee.code,
        is_group=group is not None,
        people=len(through_group(plan, row)) if group is not None else 1,
        roles=row.roles,
        optional=row.optional,
        without=tuple(person_name(plan, id, texts) for id in row.exception_ids),
    )


def invited_note(words: Words, row: InvitedRow) -> str:
    """Roles in words, that somebody need not come, and whom a group leaves out."""
    parts = [words.say(ROLES[role]) for role in row.roles]
    if row.optional:
        parts.append(words.say("need not come"))
    if row.without:
        parts.append(words.say("without {people}", people=listed(words, row.without)))
    return ", ".join(parts)


def steps_of(plan: Plan, words: Words, item_id: Id) -> tuple[Node[StepLineRow], ...]:
    """The minute steps of an item by their offset."""
    texts = Texts(words.language)
    item = plan.find(ProgrammeItem, item_id)
    steps = sorted((step for step in plan.rows(Step) if step.item_id == item_id), key=lambda step: step.offset)
    return tuple(Node(step.id, _step_line(plan, words, texts, item, step)) for step in steps)


def _step_line(plan: Plan, words: Words, texts: Texts, item: ProgrammeItem, step: Step) -> StepLineRow:
    return StepLineRow(
        id=step.id,
        at=wall_clock(words, moved(item.start_day, item.start_time, step.offset)[1]),
        offset=step.offset,
        minutes=step.minutes,
        cue=texts.shown(step, "cue").text,
        actor_id=step.actor_id,
        actor=person_name(plan, step.actor_id, texts) or step.actor_text,
    )


def papers_at(plan: Plan, words: Words, item_id: Id) -> tuple[Node[LinkRow], ...]:
    """The documents that are signed or needed at an item."""
    return _documents(words, (row for row in plan.rows(Document) if item_id in row.item_ids))


def papers_about(plan: Plan, words: Words, document_id: Id) -> tuple[Node[LinkRow], ...]:
    """The documents that are about this one: full powers, notes that accept it."""
    return _documents(words, (row for row in plan.rows(Document) if row.concerns_id == document_id))


def _documents(words: Words, rows: Iterable[Document]) -> tuple[Node[LinkRow], ...]:
    texts = Texts(words.language)
    ordered = sorted(rows, key=lambda row: natural(row.code))
    links = (
        LinkRow(Document, row.id, texts.shown(row, "title").text, words.say(DOCUMENT_STATES[row.state]))
        for row in ordered
    )
    return tuple(Node(link.id, link) for link in links)


def attendance_of(plan: Plan, words: Words, item_ids: Iterable[Id], participant_id: Id) -> tuple[Node[LinkRow], ...]:
    """The items of a person's own programme, by time, with what the person is there."""
    texts = Texts(words.language)
    items = (item for id in item_ids if (item := plan.get(ProgrammeItem, id)) is not None)
    nodes = []
    for item in in_time_order(plan, items):
        attendance = attendees(plan, item.id).get(participant_id)
        roles = [words.say(ROLES[role]) for role in parts_of(item, attendance, participant_id)]
        if attendance is None:
            roles.append(words.say("not invited"))
        if item.status == "cancelled":
            roles.append(words.say(ITEM_STATES[item.status]))
        text = _item_line(plan, words, texts, item)
        nodes.append(Node(item.id, LinkRow(ProgrammeItem, item.id, text, ", ".join(roles))))
    return tuple(nodes)


def people_of(plan: Plan, words: Words, participant_ids: Iterable[Id]) -> tuple[Node[LinkRow], ...]:
    """These people in their order, with their codes."""
    texts = Texts(words.language)
    people = (person for id in participant_ids if (person := plan.get(Participant, id)) is not None)
    links = (LinkRow(Participant, row.id, texts.shown(row, "name").text, row.code) for row in people)
    return tuple(Node(link.id, link) for link in links)


def vehicles_of(plan: Plan, words: Words, item_id: Id) -> tuple[Node[LinkRow], ...]:
    """The vehicles of a movement in their order, with who drives, or else their plates."""
    texts = Texts(words.language)
    rows = sorted((row for row in plan.rows(Vehicle) if row.item_id == item_id), key=lambda row: (row.position, row.id))
    links = (
        LinkRow(Vehicle, row.id, f"{row.position} · {texts.shown(row, 'name').text}", row.driver or row.plate)
        for row in rows
    )
    return tuple(Node(link.id, link) for link in links)


def movement_of(plan: Plan, words: Words, vehicle_id: Id) -> tuple[Node[LinkRow], ...]:
    """The movement that a vehicle belongs to."""
    item = plan.find(ProgrammeItem, plan.find(Vehicle, vehicle_id).item_id)
    return (Node(item.id, LinkRow(ProgrammeItem, item.id, _item_line(plan, words, Texts(words.language), item), "")),)


def _item_line(plan: Plan, words: Words, texts: Texts, item: ProgrammeItem) -> str:
    """D1 16:00 · Motorcade: airport to hotel."""
    clock = clock_there(words, plan.visit, item.start_day, item.start_time, item.start_zone)
    return f"D{item.start_day} {clock} · {texts.shown(item, 'short_title', 'title').text}"


def places(plan: Plan, words: Words) -> tuple[Node[LinkRow], ...]:
    """All places, each followed by its rooms."""
    texts = Texts(words.language)
    rows = sorted(plan.rows(Place), key=lambda row: place_name(plan, row.id, texts))
    links = (LinkRow(Place, row.id, place_name(plan, row.id, texts), row.city) for row in rows)
    return tuple(Node(link.id, link) for link in links)


def files_of(plan: Plan, document_id: Id) -> tuple[Node[FileRow], ...]:
    """The files of a document, the newest first."""
    rows = [row for row in plan.rows(DocumentFile) if row.document_id == document_id]
    rows.sort(key=lambda row: (row.added_at, row.version), reverse=True)
    return tuple(Node(row.id, FileRow(row.id, row.name, row.size, row.version)) for row in rows)


def file_note(words: Words, row: FileRow) -> str:
    """The size of a file in words, and its version from the second on."""
    size = words.say("{size} kB", size=max(1, round(row.size / 1024)))
    if row.size >= 1024 * 1024:
        size = words.say("{size} MB", size=f"{row.size / 1024 / 1024:.1f}")
    return size if row.version == 1 else words.say("version {version} · {size}", version=row.version, size=size)


def length_note(words: Words, minutes: int | None) -> str:
    """The length of a step; empty where none is given."""
    return duration(words, minutes) if minutes is not None else ""
