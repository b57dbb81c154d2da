"""What can be found, as rows to show: a text, what stands beside it, and the folded words that find it."""

from collections.abc import Iterator
from typing import NamedTuple

from delegation_planner.plan.change import Changes
from delegation_planner.plan.delegation import Delegation, Group
from delegation_planner.plan.document import Document
from delegation_planner.plan.kinds import LANGUAGES, Id, ItemKind, Language
from delegation_planner.plan.names import fold
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.place import Place
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.plan.tables import Row
from delegation_planner.words.dates import wall_clock
from delegation_planner.words.words import Words

KINDS: tuple[type[Row], ...] = (ProgrammeItem, Participant, Document, Place, Group, Delegation)
"""In the order in which those that fit alike are offered."""


class Findable(NamedTuple):
    """A row of the plan: its code, its text in the window's language, what tells it apart, and what finds it.

    `folded` holds all that a person may type, in every language, in plain letters; `item_kind` gives an item's icon.
    """

    kind: type[Row]
    id: Id
    code: str
    text: str
    beside: str
    folded: str
    item_kind: ItemKind | None = None


def findables(plan: Plan, words: Words) -> dict[tuple[type[Row], Id], Findable]:
    """Everything in a plan that can be found, in the order in which it is offered."""
    return {(row.kind, row.id): row for row in _all(plan, words)}


def followed(
    known: dict[tuple[type[Row], Id], Findable], plan: Plan, changes: Changes, words: Words
) -> dict[tuple[type[Row], Id], Findable]:
    """The findables after these changes: only what they touch is folded anew."""
    touched = {(change.kind, change.id) for change in changes if change.kind in KINDS}
    if changes.touch(Delegation):
        touched |= {(Participant, row.id) for row in plan.rows(Participant)}
    if not touched:
        return known
    fresh = {key: known.get(key) if key not in touched else None for key in _keys(plan)}
    return {key: row or _findable(plan, key[0], key[1], words) for key, row in fresh.items()}


def _keys(plan: Plan) -> Iterator[tuple[type[Row], Id]]:
    return ((kind, id) for kind in KINDS for id in plan.table(kind))


def _all(plan: Plan, words: Words) -> Iterator[Findable]:
    return (_findable(plan, kind, id, words) for kind, id in _keys(plan))


def _findable(plan: Plan, kind: type[Row], id: Id, words: Words) -> Findable:
    row = plan.find(kind, id)
    if isinstance(row, ProgrammeItem):
        titles = (row.title_en, row.title_id, row.title_az)
        return Findable(
            kind, id, row.code, _in(words.language, titles), _when(row, words), _folded(row.code, *titles), row.kind
        )
    if isinstance(row, Participant):
        names = (row.name_en, row.name_id, row.name_az)
        offices = (row.office_en, row.office_id, row.office_az)
        folded = _folded(row.code, *names, row.native_full, row.badge_name, *offices)
        return Findable(kind, id, row.code, _in(words.language, names), _in(words.language, offices), folded)
    if isinstance(row, Document):
        titles = (row.title_en, row.title_id, row.title_az)
        return Findable(
            kind, id, row.code, _in(words.language, titles), row.number, _folded(row.code, row.number, *titles)
        )
    assert isinstance(row, Place | Group | Delegation)
    names = (row.name_en, row.name_id, row.name_az)
    beside = row.city if isinstance(row, Place) else ""
    return Findable(kind, id, row.code, _in(words.language, names), beside, _folded(row.code, *names, beside))


def _in(language: Language, texts: tuple[str, str, str]) -> str:
    return next(filter(None, (texts[LANGUAGES.index(language)], *texts)), "")


def _when(item: ProgrammeItem, words: Words) -> str:
    return words.say("D{day}, {time}", day=item.start_day, time=wall_clock(words, item.start_time))


def _folded(*texts: str) -> str:
    return "\n".join(dict.fromkeys(fold(text) for text in texts if text))
