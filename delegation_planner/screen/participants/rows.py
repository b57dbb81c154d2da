"""Participants by delegation in order of precedence, and the groups, as rows to show; no Qt."""

from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple, cast

from delegation_planner.plan.delegation import Delegation, Group, OrderOverride
from delegation_planner.plan.kinds import Id, Language, Side
from delegation_planner.plan.languages import text_in
from delegation_planner.plan.names import fold
from delegation_planner.plan.participant import Participant, is_notified
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.precedence import order_in_delegation, order_in_each_delegation
from delegation_planner.plan.rulebook import Rulebook
from delegation_planner.programme.groundwork import natural
from delegation_planner.programme.texts import Texts
from delegation_planner.screen.marks import Mark, Marks
from delegation_planner.screen.names import short_delegation_names
from delegation_planner.screen.nodes import Node
from delegation_planner.words.words import Words

GROUPS = "groups"
"""The id of the row above all groups."""


class DelegationRow(NamedTuple):
    """A delegation and the number of its people; after a filter, of those left. `short` tells it from the others."""

    id: Id
    name: str
    short: str
    side: Side
    people: int


class PersonRow(NamedTuple):
    """A person in the order of the delegation: `number` from 1; `by_hand` says why the place was set by hand.

    `missing` says in words what is still to be known, worst first.
    """

    id: Id
    number: int
    code: str
    honorific: str
    name: str
    notified: bool
    head: bool
    office: str
    missing: tuple[str, ...]
    by_hand: str
    mark: Mark | None


class GroupsRow(NamedTuple):
    """The head above all groups."""

    groups: int


class GroupRow(NamedTuple):
    """A group, the number of its members, and their codes."""

    id: Id
    code: str
    name: str
    members: tuple[str, ...]


ParticipantsRow = DelegationRow | PersonRow | GroupsRow | GroupRow


class Participants(NamedTuple):
    """The rows to show, the number of people among them, and of all people."""

    nodes: tuple[Node[ParticipantsRow], ...]
    shown: int
    there: int


class People(NamedTuple):
    """The people of a delegation in order of precedence; `name` is that of the delegation, `short` tells it apart."""

    delegation: Delegation
    name: str
    short: str
    rows: tuple[Node[PersonRow], ...]


class Everybody:
    """The rows of all people, delegations guests first. They are made once; a filter chooses among them, a heading
    sorts them, and both leave them as they are.
    """

    def __init__(self, plan: Plan, rulebook: Rulebook, words: Words, marks: Marks) -> None:
        self.plan = plan
        self.words = words
        self.marks = marks
        self.people = tuple(_people(plan, rulebook, words, marks))

    @cached_property
    def folded(self) -> dict[Id, str]:
        """What the filter of the tree reads of a person."""
        rows = (node.row for people in self.people for node in people.rows)
        return {row.id: fold(" ".join((row.name, row.office, row.code, row.honorific, *row.missing))) for row in rows}


def participants(everybody: Everybody, text: str) -> Participants:
    """Delegations, guests first, each in order of precedence, then groups; only what holds all words of `text`."""
    plan, wanted = everybody.plan, fold(text).split()
    nodes: list[Node[ParticipantsRow]] = []
    shown = 0
    for delegation, name, short, rows in everybody.people:
        people = rows if not wanted else tuple(node for node in rows if _holds(wanted, everybody.folded[node.id]))
        shown += len(people)
        if people or not wanted:
            row = DelegationRow(delegation.id, name, short, delegation.side, len(people))
            nodes.append(Node(delegation.id, row, cast("tuple[Node[ParticipantsRow], ...]", people)))
    groups = tuple(_groups(plan, Texts(everybody.words.language), wanted))
    if groups:
        nodes.append(Node(GROUPS, GroupsRow(len(groups)), groups, selectable=False))
    return Participants(tuple(nodes), shown, len(plan.table(Participant)))


def delegations_in_order(plan: Plan) -> list[Delegation]:
    """Guest delegations first, then by their position."""
    return sorted(plan.rows(Delegation), key=lambda row: (row.side != "guest", row.position, natural(row.code), row.id))


def missing_words(words: Words, person: Participant, side: Side) -> tuple[str, ...]:
    """What is still to be known about a person, in few words each, worst first."""
    found = []
    if is_notified(person) and person.name_approved_at is None:
        found.append(words.say("not approved"))
    if side == "guest" and person.diet is None:
        found.append(words.say("no diet"))
    if not person.rank_code:
        found.append(words.say("no rank"))
    return tuple(found)


def neighbours(plan: Plan, rulebook: Rulebook, person: Participant) -> tuple[Id | None, Id | None]:
    """Who stands right before a person in the order of the delegation, and who right after."""
    order = order_in_delegation(plan, rulebook, person.delegation_id)
    at = order.index(person.id)
    return (order[at - 1] if at else None), (order[at + 1] if at + 1 < len(order) else None)


def free_group_code(plan: Plan) -> str:
    """G and the lowest number that no group has."""
    taken = {row.code for row in plan.rows(Group)}
    return next(code for number in range(1, len(taken) + 2) if (code := f"G{number}") not in taken)


def _people(plan: Plan, rulebook: Rulebook, words: Words, marks: Marks) -> Iterator[People]:
    texts = Texts(words.language)
    reasons = {row.participant_id: row.reason for row in plan.rows(OrderOverride)}
    orders = order_in_each_delegation(plan, rulebook)

    def row(number: int, person: Participant, side: Side) -> PersonRow:
        return PersonRow(
            id=person.id,
            number=number,
            code=person.code,
            honorific=_honorific(person, words.language),
            name=texts.shown(person, "name").text,
            notified=is_notified(person),
            head=person.head,
            office=texts.shown(person, "office").text,
            missing=missing_words(words, person, side),
            by_hand=reasons.get(person.id, ""),
            mark=marks.get(person.id),
        )

    short = short_delegation_names(plan, texts)
    for delegation in delegations_in_order(plan):
        order = enumerate((plan.find(Participant, id) for id in orders[delegation.id]), 1)
        rows = tuple(Node(person.id, row(number, person, delegation.side)) for number, person in order)
        yield People(delegation, texts.shown(delegation, "name").text, short[delegation.id], rows)


def _honorific(person: Participant, language: Language) -> str:
    honorific = text_in(person, "honorific", language)
    return honorific if is_notified(person) else ""


def _groups(plan: Plan, texts: Texts, wanted: list[str]) -> Iterator[Node[ParticipantsRow]]:
    for group in sorted(plan.rows(Group), key=lambda row: natural(row.code)):
        members = (plan.get(Participant, id) for id in group.member_ids)
        codes = tuple(member.code for member in members if member is not None)
        name = texts.shown(group, "name").text
        if _holds(wanted, fold(f"{name} {group.code}")):
            yield Node(group.id, GroupRow(group.id, group.code, name, codes))


def _holds(wanted: list[str], folded: str) -> bool:
    return all(word in folded for word in wanted)
