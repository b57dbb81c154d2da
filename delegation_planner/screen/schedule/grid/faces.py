"""What a block says: an item's words as short as a block needs them; no Qt."""

from typing import NamedTuple

from delegation_planner.checks.finding import Severity
from delegation_planner.plan.attendance import attendees
from delegation_planner.plan.kinds import ITEM_PROPERTIES, Id, ItemKind, ItemStatus
from delegation_planner.plan.languages import field_of
from delegation_planner.plan.place import Place
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.programme.texts import Texts
from delegation_planner.screen.marks import Marks
from delegation_planner.screen.names import place_name
from delegation_planner.screen.schedule.grid.lanes import Block
from delegation_planner.screen.schedule.grid.time_words import as_known, clock_at, span_text
from delegation_planner.words.words import Words


class Face(NamedTuple):
    """All that a block's picture depends on, besides its size and the look.

    `start` is the start alone, for blocks too small for both times. `travelling` items are hatched.
    """

    kind: ItemKind
    status: ItemStatus
    title: str = ""
    times: str = ""
    start: str = ""
    where: str = ""
    people: str = ""
    internal: bool = False
    pinned: bool = False
    severity: Severity | None = None

    @property
    def travelling(self) -> bool:
        """Whether the item is a way from place to place."""
        return ITEM_PROPERTIES[self.kind].travelling

    @property
    def solid(self) -> bool:
        """Whether it is the one kind of block that is filled with its colour."""
        return self.kind == "signing" and self.status == "confirmed"


def bare_face(item: ProgrammeItem, severity: Severity | None) -> Face:
    """The face of a block that has no room for words: blocks of one kind and state share it."""
    return Face(item.kind, item.status, severity=severity)


class Faces:
    """The faces of one plan in one language; each is made when it is first looked at."""

    def __init__(self, plan: Plan, words: Words, marks: Marks) -> None:
        self._plan = plan
        self._words = words
        self._texts = Texts(words.language)
        self._marks = marks
        self._made: dict[tuple[Id, int], Face] = {}

    def face(self, block: Block) -> Face:
        """The face of a block."""
        key = (block.item.id, block.day)
        if key not in self._made:
            self._made[key] = self.made_for(block)
        return self._made[key]

    def made_for(self, block: Block) -> Face:
        """The face of a block that lies elsewhere than the plan says, such as one that is dragged."""
        plan, words, item = self._plan, self._words, block.item
        mark = self._marks.get(item.id)
        count = len(attendees(plan, item.id))
        return Face(
            kind=item.kind,
            status=item.status,
            title=shown_title(self._texts, item),
            times=as_known(words, span_text(words, plan, block.start, block.end, block.day), item.precision),
            start=as_known(words, clock_at(words, block.start), item.precision),
            where=self._where(item),
            people=words.say_many("{count} person", "{count} people", count) if count else "",
            internal=item.disclosure == "internal",
            pinned=item.pinned_date is not None,
            severity=mark.severity if mark is not None else None,
        )

    def _where(self, item: ProgrammeItem) -> str:
        """The place; of a way where it begins, of a flight both airports by their letters."""
        begins, ends = (self._plan.get(Place, id) for id in (item.place_id, item.to_place_id))
        if item.kind == "flight" and begins is not None and ends is not None and begins.iata and ends.iata:
            return f"{begins.iata} → {ends.iata}"
        name = place_name(self._plan, item.place_id, self._texts)
        if name and ITEM_PROPERTIES[item.kind].travelling:
            return self._words.say("from {place}", place=name)
        return name


def shown_title(texts: Texts, item: ProgrammeItem) -> str:
    """What the grid calls an item: its short title, else its title."""
    return texts.shown(item, "short_title", "title").text


def title_field(texts: Texts, item: ProgrammeItem, name: str) -> str:
    """The field of what the grid calls the item, into which a new name is written: that of the reader's language.

    Where the name is taken away, it is the field that holds the one shown.
    """
    shown = texts.shown(item, "short_title", "title")
    stem = "short_title" if getattr(item, field_of("short_title", shown.language)) == shown.text else "title"
    return field_of(stem, texts.language if name else shown.language)
