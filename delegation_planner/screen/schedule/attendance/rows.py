"""The attendance matrix as rows and columns to show; no Qt."""

from collections import Counter
from datetime import date
from functools import cache
from typing import NamedTuple

from delegation_planner.plan.kinds import ITEM_PROPERTIES, Id, ItemKind, ItemStatus, Precision, WallClock
from delegation_planner.plan.names import fold
from delegation_planner.plan.participant import Participant, is_notified
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.precedence import order_in_delegation
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.plan.rulebook import Rulebook
from delegation_planner.programme.texts import Texts
from delegation_planner.screen.names import date_shown, short_delegation_names
from delegation_planner.screen.participants.rows import delegations_in_order
from delegation_planner.screen.schedule.rows import in_time_order
from delegation_planner.words.countries import country_names
from delegation_planner.words.words import Words


class ItemHead(NamedTuple):
    """The head of a column: one item. `day` and `on` say when it is; `first_of_day` parts the days."""

    id: Id
    number: str
    title: str
    short: str
    kind: ItemKind
    status: ItemStatus
    precision: Precision
    day: int
    on: date | None
    start: WallClock
    end: WallClock
    first_of_day: bool


class DelegationLine(NamedTuple):
    """The line above a delegation's people; `people` are those shown, `everyone` all that it has.

    A delegation that is the only one of its country is called by the country, others where there is little room by
    what tells them apart (`short`): the column of names is narrow. `full` is the name in any case.
    """

    id: Id
    name: str
    short: str
    full: str
    people: tuple[Id, ...]
    everyone: tuple[Id, ...]


class PersonLine(NamedTuple):
    """A person in the order of the delegation: `number` from 1, as in the list of participants."""

    id: Id
    number: int
    name: str
    notified: bool
    office: str


Line = DelegationLine | PersonLine


class Shown(NamedTuple):
    """What of the matrix is to be shown: one day or all, people who hold all these words.

    `people` and `items` are those that the filter of the schedule leaves, or None.
    """

    day: int | None = None
    text: str = ""
    people: frozenset[Id] | None = None
    items: frozenset[Id] | None = None


class Matrix(NamedTuple):
    """The lines and the heads of the columns, the diets that have a line of their own below, and all people."""

    lines: tuple[Line, ...]
    heads: tuple[ItemHead, ...]
    diets: tuple[str, ...]
    people: int


def matrix(plan: Plan, rulebook: Rulebook, words: Words, shown: Shown) -> Matrix:
    """The matrix in the words' language: people by delegation in order of precedence, items by day and time."""
    texts = Texts(words.language)
    return Matrix(
        lines=_lines(plan, rulebook, words, shown),
        heads=_heads(plan, texts, shown),
        diets=diets(plan),
        people=len(plan.table(Participant)),
    )


def diets(plan: Plan) -> tuple[str, ...]:
    """The diets that people have, the most frequent one first."""
    counted = Counter(row.diet for row in plan.rows(Participant) if row.diet)
    return tuple(sorted(counted, key=lambda diet: (-counted[diet], fold(diet))))


def is_meal(head: ItemHead) -> bool:
    """Whether people eat there, so that diets are counted."""
    return ITEM_PROPERTIES[head.kind].meal


def _heads(plan: Plan, texts: Texts, shown: Shown) -> tuple[ItemHead, ...]:
    wanted = (
        item
        for item in plan.rows(ProgrammeItem)
        if (shown.day is None or item.start_day == shown.day) and (shown.items is None or item.id in shown.items)
    )
    on = cache(lambda day: date_shown(plan, day))
    found: list[ItemHead] = []
    for item in in_time_order(plan, wanted):
        found.append(
            ItemHead(
                id=item.id,
                number=item.code,
                title=texts.shown(item, "title").text,
                short=texts.shown(item, "short_title", "title").text,
                kind=item.kind,
                status=item.status,
                precision=item.precision,
                day=item.start_day,
                on=on(item.start_day),
                start=item.start_time,
                end=item.end_time,
                first_of_day=not found or found[-1].day != item.start_day,
            )
        )
    return tuple(found)


def _lines(plan: Plan, rulebook: Rulebook, words: Words, shown: Shown) -> tuple[Line, ...]:
    texts = Texts(words.language)
    delegations = delegations_in_order(plan)
    countries = Counter(row.country for row in delegations)
    country = country_names(words) if 1 in countries.values() else {}
    short = short_delegation_names(plan, texts)
    lines: list[Line] = []
    for delegation in delegations:
        own = texts.shown(delegation, "name").text
        name = country.get(delegation.country, own) if countries[delegation.country] == 1 else own
        head = DelegationLine(delegation.id, name, short[delegation.id] if name == own else name, own, (), ())
        lines += _of_delegation(plan, rulebook, texts, head, shown)
    return tuple(lines)


def _of_delegation(plan: Plan, rulebook: Rulebook, texts: Texts, head: DelegationLine, shown: Shown) -> list[Line]:
    words = fold(shown.text).split()
    everyone = order_in_delegation(plan, rulebook, head.id)
    people: list[PersonLine] = []
    for number, id in enumerate(everyone, 1):
        if shown.people is not None and id not in shown.people:
            continue
        person = plan.find(Participant, id)
        name = texts.shown(person, "name").text
        office = texts.shown(person, "office").text
        held = fold(f"{person.code} {name} {office}")
        if all(word in held for word in words):
            people.append(PersonLine(id, number, name, is_notified(person), office))
    if not people and (words or shown.people is not None):
        return []
    return [head._replace(people=tuple(person.id for person in people), everyone=everyone), *people]
