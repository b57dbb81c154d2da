"""Everybody in one list, sorted by any of its headings; no Qt."""

from collections.abc import Callable
from typing import Any, Final, Literal, NamedTuple, get_args

from delegation_planner.plan.index import Index
from delegation_planner.plan.kinds import EntourageClass, Id, WallClock
from delegation_planner.plan.names import fold, name_key
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.plan.rulebook import Rulebook
from delegation_planner.programme.texts import Texts
from delegation_planner.screen.marks import Marks
from delegation_planner.screen.nodes import Node
from delegation_planner.screen.participants.rows import PersonRow, delegations_in_order, holds, people_of
from delegation_planner.words.dates import wall_clock
from delegation_planner.words.kinds_words import ENTOURAGE_CLASSES
from delegation_planner.words.words import Words, mark

Heading = Literal["order", "name", "office", "delegation", "entourage", "first", "missing"]
HEADINGS: Final[dict[Heading, str]] = {
    "order": mark("No."),
    "name": mark("Name"),
    "office": mark("Office"),
    "delegation": mark("Delegation"),
    "entourage": mark("Class"),
    "first": mark("First item"),
    "missing": mark("Missing"),
}


class Sorting(NamedTuple):
    """By which heading, and whether from the end."""

    heading: Heading = "order"
    descending: bool = False

    @classmethod
    def of(cls, text: str) -> "Sorting":
        """What `text` remembered; in order of precedence where that is nothing known."""
        heading, _, way = text.partition(" ")
        known: Heading | None = next((each for each in get_args(Heading) if each == heading), None)
        return cls() if known is None else cls(known, way == "descending")

    @property
    def text(self) -> str:
        """As it is remembered."""
        return f"{self.heading} descending" if self.descending else self.heading

    def by(self, heading: Heading) -> "Sorting":
        """Sorted by a heading; by the one that it is sorted by already, the other way round."""
        return Sorting(heading, not self.descending) if heading == self.heading else Sorting(heading)


class ListRow(NamedTuple):
    """A person as the list shows it. `place` is the place in the order of precedence of all; `first` is the day and
    the clock of the first item that the person attends, None where there is none.
    """

    id: Id
    place: int
    person: PersonRow
    sort_name: str
    delegation: str
    entourage: EntourageClass
    first: tuple[int, WallClock] | None


class PeopleList(NamedTuple):
    """The rows to show, and the number of all people."""

    nodes: tuple[Node[ListRow], ...]
    there: int


def people_list(
    plan: Plan, index: Index, rulebook: Rulebook, words: Words, text: str, marks: Marks, sorting: Sorting
) -> PeopleList:
    """Everybody who holds all words of `text`; who has nothing under the heading comes last, either way round."""
    wanted = fold(text).split()
    texts = Texts(words.language)
    rows: list[ListRow] = []
    place = 0
    for delegation in delegations_in_order(plan):
        name = texts.shown(delegation, "name").text
        for person in people_of(plan, rulebook, words, delegation.id, marks):
            place += 1
            row = _row(plan, index, place, person, name)
            if not wanted or holds(wanted, *(cell(words, row, heading) for heading in HEADINGS), person.code):
                rows.append(row)
    key = _KEYS[sorting.heading]
    known = sorted((row for row in rows if key(row)), key=key, reverse=sorting.descending)
    unknown = [row for row in rows if not key(row)]
    return PeopleList(tuple(Node(row.id, row) for row in (*known, *unknown)), len(plan.table(Participant)))


def cell(words: Words, row: ListRow, heading: Heading) -> str:
    """What stands under a heading."""
    match heading:
        case "order":
            return str(row.person.number)
        case "name":
            return f"{row.person.honorific} {row.person.name}".strip()
        case "office":
            return row.person.office
        case "delegation":
            return row.delegation
        case "entourage":
            return words.say(ENTOURAGE_CLASSES[row.entourage])
        case "first":
            return f"D{row.first[0]} {wall_clock(words, row.first[1])}" if row.first is not None else ""
        case "missing":
            return ", ".join(row.person.missing)


def _row(plan: Plan, index: Index, place: int, person: PersonRow, delegation: str) -> ListRow:
    participant = plan.find(Participant, person.id)
    items = (plan.find(ProgrammeItem, id) for id in index.items_of(person.id))
    return ListRow(
        id=person.id,
        place=place,
        person=person,
        sort_name=name_key(participant.sort_key or person.name),
        delegation=delegation,
        entourage=participant.entourage,
        first=min(((item.start_day, item.start_time) for item in items), default=None),
    )


_CLASSES: Final = get_args(EntourageClass)
_KEYS: Final[dict[Heading, Callable[[ListRow], Any]]] = {
    "order": lambda row: (row.place,),
    "name": lambda row: row.sort_name and (row.sort_name, row.place),
    "office": lambda row: row.person.office and (fold(row.person.office), row.place),
    "delegation": lambda row: (fold(row.delegation), row.place),
    "entourage": lambda row: (_CLASSES.index(row.entourage), row.place),
    "first": lambda row: row.first and (row.first, row.place),
    "missing": lambda row: row.person.missing and (-len(row.person.missing), row.person.missing, row.place),
}
"""What a row is sorted by; nothing where it has nothing under the heading."""
