"""What another copy of the plan brings: what would come, and where the two do not agree; no Qt."""

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from delegation_planner.editions.difference import Difference
from delegation_planner.editions.draft import Draft
from delegation_planner.plan.document import Document, DocumentFile
from delegation_planner.plan.edits.merging import Clash, Merge, Why, merge
from delegation_planner.plan.names import called
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.plan.references import named_by, ties_of
from delegation_planner.plan.rulebook import Rulebook
from delegation_planner.plan.tables import Row
from delegation_planner.programme.texts import Texts
from delegation_planner.screen.editions.change_lines import ChangeLine, change_nodes
from delegation_planner.screen.nodes import Node
from delegation_planner.screen.plan_files import OtherCopy
from delegation_planner.words.changes import FIELDS
from delegation_planner.words.words import Words, mark

WHY: Final[dict[Why, str]] = {
    "both_changed": mark("Changed here and there"),
    "removed_there": mark("Changed here, removed there: it stays"),
    "removed_here": mark("Changed there, removed here: it stays away"),
    "needs_removed": mark("Refers to something that is not here: it stays away"),
    "still_needed": mark("Removed there, but still needed here: it stays"),
}


class Brought(NamedTuple):
    """What comes with the other copy: as an edit, and as its readers see it."""

    merge: Merge
    difference: Difference
    contents: dict[str, bytes]


def brought(plan: Plan, other: OtherCopy, rulebook: Rulebook, words: Words, *, prefer_theirs: bool) -> Brought:
    """What the plan takes over; it may be made in any thread."""
    found = merge(other.base, plan, other.plan, prefer_theirs=prefer_theirs)
    difference = Draft(plan, plan.changed(found.changes), rulebook).difference(words.language)
    files = [change.after for change in found.changes.of(DocumentFile)]
    needed = {row.sha256 for row in files if isinstance(row, DocumentFile)}
    return Brought(found, difference, {key: other.contents[key] for key in needed & other.contents.keys()})


def brought_nodes(words: Words, plan: Plan, what: Brought) -> tuple[Node[ChangeLine], ...]:
    """Where the two do not agree, first; then what comes."""
    clashes = tuple(_clash_nodes(words, plan, what.merge.clashes))
    return (*clashes, *change_nodes(words, plan, what.difference))


def _clash_nodes(words: Words, plan: Plan, clashes: Iterable[Clash]) -> Iterator[Node[ChangeLine]]:
    for at, clash in enumerate(clashes):
        if at == 0:
            yield Node("section clashes", ChangeLine(words.say("Where the two do not agree")), selectable=False)
        held = plan.get(type(clash.row), clash.row.id) is not None
        goes_to = (type(clash.row), clash.row.id) if held else None
        line = ChangeLine(
            _name(words, plan, clash.row), words.say("CLASH"), _reason(words, clash), None, "warning", goes_to
        )
        yield Node(f"clash {at}", line)


def _name(words: Words, plan: Plan, row: Row) -> str:
    """What the row is called; a step, a vehicle or an invitation with the item it belongs to."""
    ties = ties_of(type(row))
    owners = (plan.get(kind, id) for field, kind, id in named_by(row) if field in ties)
    names = (_called(words, one) for one in (row, *owners) if one is not None)
    return " · ".join(dict.fromkeys(filter(None, names)))


def _called(words: Words, row: Row) -> str:
    texts = Texts(words.language)
    own = next((texts.shown(row, field).text for field in ("title", "name", "cue") if hasattr(row, f"{field}_en")), "")
    number = f"{row.code}  " if isinstance(row, ProgrammeItem | Document) else ""
    return number + (own or called(row))


def _reason(words: Words, clash: Clash) -> str:
    known = (FIELDS.get(name, FIELDS.get(name.rpartition("_")[0], "")) for name in clash.fields)
    fields = ", ".join(dict.fromkeys(words.say(label) for label in known if label))
    reason = words.say(WHY[clash.why])
    return f"{reason}: {fields}" if fields else reason
