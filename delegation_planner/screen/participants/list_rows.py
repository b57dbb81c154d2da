"""Everybody in one list, sorted by any of its headings; no Qt."""

from collections.abc import Callable
from functools import cached_property
from itertools import count
from typing import Any, Final, Literal, NamedTuple, get_args

from delegation_planner.plan.index import Index
from delegation_planner.plan.kinds import EntourageClass, Id, WallClock
from delegation_planner.plan.names import fold, name_key
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.screen.nodes import Node
from delegation_planner.screen.participants.rows import Everybody, People, PersonRow
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
    delegation_short: str
    entourage: EntourageClass
    first: tuple[int, WallClock] | None


class PeopleList(NamedTuple):
    """The rows to show, and the number of all people."""

    nodes: tuple[Node[ListRow], ...]
    there: int


class ListedPeople:
    """The rows of `everybody` as a list. Each heading is sorted by once and each text folded once; what is typed only
    chooses, and the other way round is the same order from its end.
    """

    def __init__(self, everybody: Everybody, index: Index) -> None:
        self.everybody = everybody
        places = count(1)
        rows = (
            _row(everybody.plan, index, next(places), node.row, people)
            for people in everybody.people
            for node in people.rows
        )
        self._nodes = tuple(Node(row.id, row) for row in rows)
        self._sorted: dict[Heading, tuple[list[Node[ListRow]], list[Node[ListRow]]]] = {}

    def shown(self, text: str, sorting: Sorting) -> PeopleList:
        """Everybody who holds all words of `text`; who has nothing under the heading comes last, either way round."""
        known, unknown = self._by(sorting.heading)
        ordered = (*(reversed(known) if sorting.descending else known), *unknown)
        wanted, there = fold(text).split(), len(self._nodes)
        if not wanted:
            return PeopleList(ordered, there)
        folded = self._folded
        return PeopleList(tuple(node for node in ordered if all(word in folded[node.id] for word in wanted)), there)

    def _by(self, heading: Heading) -> tuple[list[Node[ListRow]], list[Node[ListRow]]]:
        """Who has something under a heading, from its beginning, and who has nothing."""
        if heading not in self._sorted:
            keyed = [(_KEYS[heading](node.row), node) for node in self._nodes]
            known = sorted((pair for pair in keyed if pair[0]), key=lambda pair: pair[0])
            self._sorted[heading] = [node for _, node in known], [node for key, node in keyed if not key]
        return self._sorted[heading]

    @cached_property
    def _folded(self) -> dict[Id, str]:
        words = self.everybody.words
        return {
            id: fold(" ".join((*(cell(words, row, heading) for heading in HEADINGS), row.delegation, row.person.code)))
            for id, row, *_ in self._nodes
        }


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
            return row.delegation_short
        case "entourage":
            return words.say(ENTOURAGE_CLASSES[row.entourage])
        case "first":
            return f"D{row.first[0]} {wall_clock(words, row.first[1])}" if row.first is not None else ""
        case "missing":
            return ", ".join(row.person.missing)


def _row(plan: Plan, index: Index, place: int, person: PersonRow, people: People) -> ListRow:
    participant = plan.find(Participant, person.id)
    items = (plan.find(ProgrammeItem, id) for id in index.items_of(person.id))
    return ListRow(
        id=person.id,
        place=place,
        person=person,
        sort_name=name_key(participant.sort_key or person.name),
        delegation=people.name,
        delegation_short=people.short,
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
