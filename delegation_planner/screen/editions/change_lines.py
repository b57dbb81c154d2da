"""What differs between two editions as lines to show; no Qt."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, Final, NamedTuple

from delegation_planner.editions.difference import Difference, Headline, ItemChange, RowChange, What
from delegation_planner.plan.delegation import Delegation
from delegation_planner.plan.document import Document
from delegation_planner.plan.kinds import Id, ItemKind
from delegation_planner.plan.languages import text_in
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.plan.tables import Row
from delegation_planner.plan.visit import Visit
from delegation_planner.screen.editions.item_times import ItemTimes
from delegation_planner.screen.nodes import Node
from delegation_planner.words.changes import HEADLINES, item_details, row_details, visit_sentences
from delegation_planner.words.words import Words, mark

_OF_ITEMS: Final[dict[What, str]] = {
    "moved": mark("Moved"),
    "changed": mark("Changed"),
    "new": mark("Added"),
    "dropped": mark("Dropped"),
}
_OF_ROWS: Final[dict[str, Headline]] = {"new": "added", "dropped": "dropped", "changed": "changed"}


class ChangeLine(NamedTuple):
    """A change, or where `title` alone is filled the heading of a section.

    `goes_to` is the row that a click leads to; None where the plan holds it no longer.
    """

    title: str
    headline: str = ""
    detail: str = ""
    kind: ItemKind | None = None
    icon: str = ""
    goes_to: tuple[type[Row], Id] | None = None

    @property
    def is_heading(self) -> bool:
        """Whether it stands over a section."""
        return not self.headline


def change_nodes(words: Words, plan: Plan, difference: Difference) -> tuple[Node[ChangeLine], ...]:
    """Sections: items by what became of them, people, delegations, papers, the visit; none that is empty.

    `plan` is the one that is open: a click leads only to what it holds, and days are said as it has them.
    """
    times = ItemTimes(words, plan)
    items = [
        (
            title,
            [
                (f"item {one.entry.item_id}", _item(words, plan, times, one))
                for one in difference.items
                if one.what == what
            ],
        )
        for what, title in _OF_ITEMS.items()
    ]
    people = [
        (f"person {one.row.person.id}", _row(words, plan, one, one.row.person.name.text, Participant, "person"))
        for one in difference.people
    ]
    delegations = [
        (f"delegation {one.row.id}", _row(words, plan, one, one.row.name.text, Delegation, "people"))
        for one in difference.delegations
    ]
    papers = [
        (f"paper {one.row.id}", _row(words, plan, one, _paper_name(words, one.row), Document, "document"))
        for one in difference.papers
    ]
    visit = [
        (f"visit {at}", ChangeLine(sentence, words.say(HEADLINES["changed"]), "", None, "calendar", _visit(plan)))
        for at, sentence in enumerate(visit_sentences(words, difference.visit))
    ]
    others = [
        (mark("People"), people), (mark("Delegations"), delegations), (mark("Papers"), papers),
        (mark("The visit"), visit),
    ]  # fmt: skip
    return tuple(_sections(words, [*items, *others]))


def counts_line(words: Words, difference: Difference) -> str:
    """2 moved, 1 added, 1 person: what there is of each sort, in a line."""
    of_items = Counter(one.what for one in difference.items)
    counted = (
        (of_items["moved"], words.say_many("{count} moved", "{count} moved", of_items["moved"])),
        (of_items["changed"], words.say_many("{count} changed", "{count} changed", of_items["changed"])),
        (of_items["new"], words.say_many("{count} added", "{count} added", of_items["new"])),
        (of_items["dropped"], words.say_many("{count} dropped", "{count} dropped", of_items["dropped"])),
        (len(difference.people), words.say_many("{count} person", "{count} people", len(difference.people))),
        (
            len(difference.delegations),
            words.say_many("{count} delegation", "{count} delegations", len(difference.delegations)),
        ),
        (len(difference.papers), words.say_many("{count} paper", "{count} papers", len(difference.papers))),
        (len(difference.visit), words.say("the visit itself")),
    )
    return ", ".join(said for count, said in counted if count)


def _sections(words: Words, sections: Iterable[tuple[str, list[tuple[str, ChangeLine]]]]) -> Iterator[Node[ChangeLine]]:
    for title, lines in sections:
        if lines:
            heading = f"{words.say(title)}  {len(lines)}"
            yield Node(f"section {title}", ChangeLine(heading), selectable=False)
            yield from (Node(id, line) for id, line in lines)


def _item(words: Words, plan: Plan, times: ItemTimes, change: ItemChange) -> ChangeLine:
    entry = change.entry
    both = change.before is not None and change.after is not None
    detail = "; ".join(item_details(words, change, times.old_and_new)) if both else times.said(entry)
    held = plan.get(ProgrammeItem, entry.item_id) is not None
    title = f"{entry.number}  {entry.title.text}"
    goes_to = (ProgrammeItem, entry.item_id) if held else None
    return ChangeLine(title, words.say(HEADLINES[change.headline]), _begun(detail), entry.kind, "", goes_to)


def _row(words: Words, plan: Plan, change: RowChange[Any], name: str, kind: type[Row], icon: str) -> ChangeLine:
    id: Id = change.row.person.id if kind is Participant else change.row.id
    goes_to = (kind, id) if plan.get(kind, id) is not None else None
    headline = words.say(HEADLINES[_OF_ROWS[change.what]])
    return ChangeLine(name, headline, _begun("; ".join(row_details(words, change))), None, icon, goes_to)


def _visit(plan: Plan) -> tuple[type[Row], Id]:
    return Visit, plan.visit.id


def _paper_name(words: Words, row: Document) -> str:
    return f"{row.code}  {text_in(row, 'title', words.language)}"


def _begun(text: str) -> str:
    return text[:1].upper() + text[1:]
