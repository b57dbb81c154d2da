"""What differs between two programmes for the same readers, as data; words and papers say it."""

from typing import Any, Generic, Literal, NamedTuple, TypeVar

from delegation_planner.plan.document import Document
from delegation_planner.plan.kinds import Id
from delegation_planner.programme.programme import Entry, PersonShown, Shown

T = TypeVar("T")
What = Literal["new", "moved", "changed", "dropped"]
Headline = Literal[
    "added", "dropped", "cancelled", "reinstated", "earlier", "later", "shorter", "longer", "new_place", "changed",
]  # fmt: skip


class FieldChange(NamedTuple):
    """A field that reads otherwise. The values are those of the rows that were compared."""

    field: str
    old: Any
    new: Any


class ItemChange(NamedTuple):
    """A programme item that is new, moved in time, changed in anything else, or no longer in the programme.

    `fields` name the entry's own fields that differ, and "vehicles" where those of the item do; they are empty for
    new and dropped items. `joined` and `left` are the people who now attend, or no longer do.
    """

    what: What
    before: Entry | None
    after: Entry | None
    fields: tuple[FieldChange, ...] = ()
    joined: tuple[PersonShown, ...] = ()
    left: tuple[PersonShown, ...] = ()

    @property
    def entry(self) -> Entry:
        """The item as it is now, or was last."""
        entry = self.after or self.before
        assert entry is not None
        return entry

    def field(self, *names: str) -> FieldChange | None:
        """The first change of one of these fields, or None."""
        return next((change for change in self.fields if change.field in names), None)

    @property
    def headline(self) -> Headline:
        """The one word that matters most to whoever goes there."""
        if self.before is None:
            return "added"
        if self.after is None:
            return "dropped"
        if "cancelled" in (self.before.status, self.after.status) and self.field("status"):
            return "cancelled" if self.after.status == "cancelled" else "reinstated"
        if self.before.start != self.after.start:
            return "later" if self.after.start > self.before.start else "earlier"
        if self.before.end != self.after.end:
            return "longer" if self.after.end > self.before.end else "shorter"
        return "new_place" if self.field("place", "to_place") else "changed"


class RowChange(NamedTuple, Generic[T]):
    """A line of a list that is new, changed or gone; `fields` only where it is changed."""

    what: Literal["new", "changed", "dropped"]
    before: T | None
    after: T | None
    fields: tuple[FieldChange, ...] = ()

    @property
    def row(self) -> T:
        """The line as it is now, or was last."""
        row = self.after if self.after is not None else self.before
        assert row is not None
        return row


class PersonLine(NamedTuple):
    """A person as the lists print one: delegation, and the duty contact where this level shows it."""

    person: PersonShown
    delegation: Shown
    phone: str = ""
    email: str = ""
    hours: str = ""


class DelegationLine(NamedTuple):
    """A delegation and those of its members whom both programmes hold, in order of precedence."""

    id: Id
    name: Shown
    name_second: Shown | None
    side: str
    order: tuple[Id, ...]


class Difference(NamedTuple):
    """All that differs. Of a personal programme, only the visit's head and the own items."""

    visit: tuple[FieldChange, ...] = ()
    items: tuple[ItemChange, ...] = ()
    people: tuple[RowChange[PersonLine], ...] = ()
    delegations: tuple[RowChange[DelegationLine], ...] = ()
    papers: tuple[RowChange[Document], ...] = ()

    @property
    def total(self) -> int:
        """How many changes there are: each item, person, delegation and paper is one, and the visit's head is one."""
        return bool(self.visit) + sum(map(len, (self.items, self.people, self.delegations, self.papers)))

    def __bool__(self) -> bool:
        return self.total > 0
