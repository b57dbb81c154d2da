"""G4: an edit with its commit and its undo record, beside the bare statement with its commit."""

from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path
from typing import Any, Final, NamedTuple

from benchmarks.measuring import Comparison, Line, Run, in_pairs, timed
from benchmarks.sessions import open_session, plan_file, raw_connection
from benchmarks.visits import HUGE, LARGE, SMALL, Size, an_item, plenary
from delegation_planner.plan.change import Changes, replaced
from delegation_planner.plan.edits.items import edit_item, shift_items
from delegation_planner.plan.kinds import Role
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import Invitation, ProgrammeItem
from delegation_planner.session.store import Label

AT_MOST: Final = 1.6
AT_MOST_FOR_ALL: Final = 1.5
ROLES: Final[tuple[Role, Role]] = ("speaker", "liaison")

Parameters = list[tuple[Any, ...]]


class Edit(NamedTuple):
    """A change there (turn 0) and back again (turn 1): as an edit of ours, and as a statement with its parameters."""

    label: str
    changes: Callable[[Plan, int], Changes]
    statement: str
    parameters: tuple[Parameters, Parameters]


def retitled(item: ProgrammeItem) -> Edit:
    """An item gets another title."""
    titles = "Talks, then tea", "Talks, then coffee"
    return Edit(
        "edit_item",
        lambda plan, turn: edit_item(plan, item.id, {"title_en": titles[turn]}),
        "UPDATE programme_item SET title_en = ? WHERE id = ?",
        ([(titles[0], item.id)], [(titles[1], item.id)]),
    )


def other_role(invitation: Invitation) -> Edit:
    """Somebody who is invited to an item gets another role there."""

    def changes(plan: Plan, turn: int) -> Changes:
        before = plan.find(Invitation, invitation.id)
        return Changes([replaced(before, before._replace(roles=(ROLES[turn],)))])

    key = invitation.item_id, invitation.participant_id
    return Edit(
        "edit_invitation",
        changes,
        "UPDATE invitation SET roles = ? WHERE item_id = ? AND participant_id = ?",
        ([(f'["{ROLES[0]}"]', *key)], [(f'["{ROLES[1]}"]', *key)]),
    )


def all_shifted(plan: Plan) -> Edit:
    """Every item half an hour later, then half an hour earlier."""
    item_ids = list(plan.table(ProgrammeItem))
    later = shift_items(plan, item_ids, 30)
    return Edit(
        "shift_items",
        lambda plan, turn: shift_items(plan, item_ids, (30, -30)[turn]),
        "UPDATE programme_item SET start_day = ?, start_time = ?, end_day = ?, end_time = ? WHERE id = ?",
        ([_times(change.after) for change in later], [_times(change.before) for change in later]),
    )


def _times(row: object) -> tuple[Any, ...]:
    assert isinstance(row, ProgrammeItem)
    return row.start_day, row.start_time, row.end_day, row.end_time, row.id


class Bench:
    """Two files of the same visit: one is edited through a session, the other by bare statements."""

    def __init__(self, folder: Path, size: Size) -> None:
        self.session = open_session(plan_file(folder, size, "edited"))
        self.raw = raw_connection(plan_file(folder, size, "updated"))
        # A window in use has asked who attends what and when: from then on each edit keeps these answers up to date.
        self.session.index.items_of("")
        self.session.index.items_on(1)

    def runs(self, edit: Edit) -> tuple[Run, Run]:
        """The bare statement, its parameters ready; and the whole edit: made, checked, written, remembered."""
        parameters, turns = cycle(edit.parameters), cycle((0, 1))

        def bare() -> None:
            self.raw.execute("BEGIN IMMEDIATE")
            self.raw.executemany(edit.statement, next(parameters))
            self.raw.execute("COMMIT")

        def ours() -> None:
            told = self.session.apply(Label(edit.label), edit.changes(self.session.plan, next(turns)))
            assert told is not None

        tidy = len(edit.parameters[0]) > 1
        return timed(bare, tidy=tidy), timed(ours, tidy=tidy)

    def close(self) -> None:
        """Let go of both files."""
        self.session.close()
        self.raw.close()


def measure(folder: Path, *, quick: bool) -> Iterator[Line]:
    """Single edits in a visit of common size and in the largest one; there also all items at once."""
    edits = 20 if quick else 100
    bench = Bench(folder, SMALL if quick else LARGE)
    pairs = in_pairs(*bench.runs(retitled(an_item(bench.session.plan))), edits)
    yield Comparison("G4", "edit an item of a usual plan", pairs, AT_MOST)
    bench.close()

    bench = Bench(folder, SMALL if quick else HUGE)
    item = plenary(bench.session.plan)
    everybody = list(bench.session.plan.invitations(item.id).values())
    pairs = in_pairs(*bench.runs(retitled(item)), edits)
    yield Comparison("G4", f"edit the item that {len(everybody):,} people attend", pairs, AT_MOST)
    pairs = in_pairs(*bench.runs(other_role(everybody[-1])), edits)
    yield Comparison("G4", f"edit one of its {len(everybody):,} invitations", pairs, AT_MOST)
    shifted = all_shifted(bench.session.plan)
    pairs = in_pairs(*bench.runs(shifted), 3 if quick else 7)
    yield Comparison("G4", f"shift all {len(shifted.parameters[0]):,} items", pairs, AT_MOST_FOR_ALL)
    bench.close()
