"""Removing rows, after a question that names what goes with them."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from delegation_planner.plan.change import Changes
from delegation_planner.plan.delegation import Delegation, Group, OrderOverride
from delegation_planner.plan.document import Document, DocumentFile
from delegation_planner.plan.edits.general import remove_all
from delegation_planner.plan.kinds import Id
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.place import Place
from delegation_planner.plan.programme_item import Invitation, ProgrammeItem, Step, Vehicle
from delegation_planner.plan.tables import Row
from delegation_planner.programme.texts import Texts
from delegation_planner.screen.desk import Desk
from delegation_planner.screen.dialogs.question import Choice
from delegation_planner.session.store import Label
from delegation_planner.words.visit_lines import listed
from delegation_planner.words.words import Words

_LABELS: Final[dict[type[Row], str]] = {
    ProgrammeItem: "remove_item", Step: "remove_step", Participant: "remove_participant", Group: "remove_group",
    Delegation: "remove_delegation", Document: "remove_document", DocumentFile: "remove_file", Place: "remove_place",
    Vehicle: "remove_vehicle",
}  # fmt: skip
_STEMS: Final = ("title", "name", "cue")


def remove_asking(desk: Desk, kind: type[Row], ids: Sequence[Id]) -> bool:
    """Ask, then remove these rows with all that cannot stay without them; False if it was not done.

    Rows with which nothing goes, such as a minute step, are removed without a question: undo brings them back.
    """
    rows = [desk.plan.find(kind, id) for id in ids]
    changes = remove_all(desk.plan, kind, ids)
    goes, loses = _counted(kind, set(ids), changes)
    names = [row_name(desk.words, row) for row in rows]
    if goes or loses or kind in (ProgrammeItem, Participant, Document):
        question = (
            desk.say("Delete “{name}”?", name=names[0])
            if len(rows) == 1
            else desk.words.say_many("Delete {count} entry?", "Delete {count} entries?", len(rows))
        )
        detail = consequences(desk.words, goes, loses)
        choices = [Choice("keep", desk.say("Keep")), Choice("delete", desk.say("Delete"), "main")]
        if desk.ask(question, choices, detail) != "delete":
            return False
    return desk.edit(Label(_LABELS[kind], {"name": ", ".join(names)}), changes)


def row_name(words: Words, row: Row) -> str:
    """What a row is called where it is spoken of: its title, name or cue in the reader's language."""
    if isinstance(row, DocumentFile):
        return row.name
    stem = next((stem for stem in _STEMS if f"{stem}_en" in row._fields), None)
    shown = Texts(words.language).shown(row, stem).text if stem is not None else ""
    if isinstance(row, ProgrammeItem):
        return f"{row.code} {shown}"
    return shown


def consequences(words: Words, goes: Mapping[type[Row], int], loses: Mapping[type[Row], int]) -> str:
    """What else goes, and what only loses a link to it, in two sentences at most."""
    sentences = []
    going = [_COUNTED[kind](words, count) for kind, count in goes.items() if kind in _COUNTED]
    losing = [_COUNTED[kind](words, count) for kind, count in loses.items() if kind in _COUNTED]
    if going:
        sentences.append(words.say("{rows} will go with it.", rows=listed(words, going)))
    if losing:
        sentences.append(words.say("{rows} will no longer name it.", rows=listed(words, losing)))
    return " ".join([*sentences, words.say("Undo brings everything back.")])


def _counted(kind: type[Row], ids: set[Id], changes: Changes) -> tuple[dict[type[Row], int], dict[type[Row], int]]:
    goes: dict[type[Row], int] = {}
    loses: dict[type[Row], int] = {}
    for change in changes:
        if change.kind is not kind or change.id not in ids:
            counted = goes if change.after is None else loses
            counted[change.kind] = counted.get(change.kind, 0) + 1
    return goes, loses


_COUNTED: Final[dict[type[Row], Callable[[Words, int], str]]] = {
    Delegation: lambda words, count: words.say_many("{count} delegation", "{count} delegations", count),
    Participant: lambda words, count: words.say_many("{count} participant", "{count} participants", count),
    Group: lambda words, count: words.say_many("{count} group", "{count} groups", count),
    OrderOverride: lambda words, count: words.say_many(
        "{count} place in the order", "{count} places in the order", count
    ),
    Place: lambda words, count: words.say_many("{count} place", "{count} places", count),
    ProgrammeItem: lambda words, count: words.say_many("{count} item", "{count} items", count),
    Step: lambda words, count: words.say_many("{count} minute step", "{count} minute steps", count),
    Invitation: lambda words, count: words.say_many("{count} invitation", "{count} invitations", count),
    Vehicle: lambda words, count: words.say_many("{count} vehicle", "{count} vehicles", count),
    Document: lambda words, count: words.say_many("{count} document", "{count} documents", count),
    DocumentFile: lambda words, count: words.say_many("{count} attached file", "{count} attached files", count),
}  # fmt: skip
