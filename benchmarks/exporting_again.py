"""G6: after one edit, exporting again writes the files of those whom it concerns and no other."""

from collections.abc import Iterator
from pathlib import Path

from benchmarks.hand_outs import CATALOGUES, MADE_AT
from benchmarks.measuring import Exact, Line
from benchmarks.visits import LARGE, SMALL, an_item, visit_of
from delegation_planner.exports.order import Order
from delegation_planner.exports.safe_write import WriteResult
from delegation_planner.hand_out import deliver, make_hand_out
from delegation_planner.plan.attendance import attendees
from delegation_planner.plan.edits.items import edit_item
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.plan.sent import Sent
from delegation_planner.resource_files import read_rulebook

EVERYONE = "Everyone.ics"


class Office:
    """Exports calendars into one folder, again and again, and remembers what went out."""

    _register: dict[tuple[str, str], Sent]

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._register = {}

    def export(self, plan: Plan) -> WriteResult:
        """Everybody's calendars, as the window writes them."""
        made = make_hand_out(plan, read_rulebook(), self._register, Order("calendars"), MADE_AT, CATALOGUES.words)
        (result,) = deliver(made, self._folder, None).results
        self._register |= {(sent.reader, sent.uid): sent for sent in made.sent}
        return result


def measure(folder: Path, *, quick: bool) -> Iterator[Line]:
    """An item gets another title."""
    plan = visit_of(SMALL if quick else LARGE)
    item = public_item(plan)
    office = Office(folder / "calendars")
    office.export(plan)
    result = office.export(plan.changed(edit_item(plan, item.id, {"title_en": "Talks, then coffee"})))
    wanted = names_concerned(plan, item)
    yield Exact(
        "G6",
        "after an edit, files written anew (and left alone)",
        told(wanted, len(plan.table(Participant)) + 1),
        told(set(result.written), len(result.delivered)),
    )


def public_item(plan: Plan) -> ProgrammeItem:
    """One that stands in everybody's calendar too."""
    begin = list(plan.table(ProgrammeItem)).index(an_item(plan).id)
    return next(item for item in plan.rows(ProgrammeItem)[begin:] if item.disclosure == "public")


def names_concerned(plan: Plan, item: ProgrammeItem) -> set[str]:
    """The files of those who attend the item, and everybody's."""
    people = [plan.find(Participant, id) for id in attendees(plan, item.id)]
    return {EVERYONE, *(f"{person.code} {person.name_en}.ics" for person in people)}


def told(written: set[str], files: int) -> str:
    """How many files were written and how many not, and in few letters which."""
    codes = sorted(name.removesuffix(".ics").partition(" ")[0] for name in written)
    return f"{len(codes)} ({files - len(codes)}): {' '.join(codes)}"
