"""Which part of the programme the schedule shows: whose, which tracks, which levels; no Qt."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from delegation_planner.plan.delegation import Delegation, Group
from delegation_planner.plan.index import Index
from delegation_planner.plan.kinds import LEVELS, Disclosure, Id, Track
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.plan.tables import Row
from delegation_planner.programme.texts import Texts
from delegation_planner.screen.names import person_name
from delegation_planner.words.kinds_words import DISCLOSURES, TRACKS
from delegation_planner.words.visit_lines import listed
from delegation_planner.words.words import Words

Whose = tuple[type[Row], Id]
"""A participant, a group or a delegation."""


class Narrowed(NamedTuple):
    """The filter of the schedule; what is empty narrows nothing.

    `whose`: the items that at least one of these people attends, members of a group or a delegation included.
    """

    whose: tuple[Whose, ...] = ()
    tracks: frozenset[Track] = frozenset()
    levels: frozenset[Disclosure] = frozenset()

    def without(self, part: "Part") -> "Narrowed":
        """The filter without one of its parts."""
        if part.whose is not None:
            return self._replace(whose=tuple(each for each in self.whose if each != part.whose))
        return self._replace(tracks=frozenset()) if part.field == "tracks" else self._replace(levels=frozenset())

    def of(self, plan: Plan) -> "Narrowed":
        """The filter without those whom the plan no longer holds."""
        return self._replace(whose=tuple((kind, id) for kind, id in self.whose if plan.get(kind, id) is not None))


EVERYTHING = Narrowed()


class Part(NamedTuple):
    """One part of a filter in words; `whose` is set where it is one of those whose programme is shown."""

    field: Literal["whose", "tracks", "levels"]
    words: str
    whose: Whose | None = None


def parts(words: Words, plan: Plan, narrowed: Narrowed) -> tuple[Part, ...]:
    """What narrows, each part in words of its own: "Inam Karimov", "Spouse programme", "Public and Detailed"."""
    found = [Part("whose", whose_name(words, plan, whose), whose) for whose in narrowed.whose]
    if narrowed.tracks:
        found.append(
            Part("tracks", listed(words, [words.say(TRACKS[key]) for key in TRACKS if key in narrowed.tracks]))
        )
    if narrowed.levels:
        found.append(Part("levels", levels_name(words, narrowed.levels)))
    return tuple(found)


def whose_name(words: Words, plan: Plan, whose: Whose) -> str:
    """The name of a person, a group or a delegation."""
    kind, id = whose
    texts = Texts(words.language)
    if kind is Participant:
        return person_name(plan, id, texts)
    row = plan.get(kind, id)
    return texts.shown(row, "name").text if row is not None else ""


def levels_name(words: Words, levels: frozenset[Disclosure]) -> str:
    """Levels in words, from the widest circle of readers to the narrowest."""
    return words.say(
        "Level: {levels}", levels=listed(words, [words.say(DISCLOSURES[key]) for key in LEVELS if key in levels])
    )


def people_left(plan: Plan, narrowed: Narrowed) -> frozenset[Id] | None:
    """The people whose programme is shown; None where everybody's is."""
    if not narrowed.whose:
        return None
    people: set[Id] = set()
    for kind, id in narrowed.whose:
        people.update(_people_of(plan, kind, id))
    return frozenset(people)


def items_left(plan: Plan, index: Index, narrowed: Narrowed) -> frozenset[Id] | None:
    """The items that the filter leaves; None where it leaves all."""
    if narrowed == EVERYTHING:
        return None
    left = of_tracks_and_levels(plan, narrowed)
    people = people_left(plan, narrowed)
    if people is None:
        return left
    own = frozenset[Id]().union(*(index.items_concerning(person) for person in people))
    return own if left is None else own & left


def of_tracks_and_levels(plan: Plan, narrowed: Narrowed) -> frozenset[Id] | None:
    """The items of the tracks and levels of a filter, whoever attends them; None where it leaves all."""
    tracks, levels = narrowed.tracks, narrowed.levels
    if not tracks and not levels:
        return None
    return frozenset(
        item.id
        for item in plan.rows(ProgrammeItem)
        if (not tracks or item.track in tracks) and (not levels or item.disclosure in levels)
    )


def counted(words: Words, plan: Plan, index: Index, narrowed: Narrowed) -> str:
    """How much of the programme a filter leaves: "12 of 50 items shown"."""
    left = items_left(plan, index, narrowed)
    items = len(plan.table(ProgrammeItem))
    return words.say("{shown} of {items} items shown", shown=items if left is None else len(left), items=items)


def counted_crossing(words: Words, plan: Plan, narrowed: Narrowed) -> str:
    """The same where people cross items: whose narrows the people, track and level the items."""
    people, items = people_left(plan, narrowed), of_tracks_and_levels(plan, narrowed)
    everyone, every_item = len(plan.table(Participant)), len(plan.table(ProgrammeItem))
    return words.say(
        "{people} of {everyone} people, {shown} of {items} items shown",
        people=everyone if people is None else len(people), everyone=everyone,
        shown=every_item if items is None else len(items), items=every_item,
    )  # fmt: skip


def _people_of(plan: Plan, kind: type[Row], id: Id) -> Iterable[Id]:
    if kind is Delegation:
        return (person.id for person in plan.rows(Participant) if person.delegation_id == id)
    group = plan.get(Group, id) if kind is Group else None
    return group.member_ids if group is not None else (id,)
