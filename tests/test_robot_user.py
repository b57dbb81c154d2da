"""A robot user edits, undoes, redoes, issues, opens again and saves copies; file and memory are always equal."""

import shutil
import tempfile
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from delegation_planner.plan import rules
from delegation_planner.plan.change import Changes
from delegation_planner.plan.delegation import Delegation, Group
from delegation_planner.plan.document import Document
from delegation_planner.plan.edition import next_edition
from delegation_planner.plan.edits import (
    delegations,
    difference,
    documents,
    invitations,
    items,
    participants,
    places,
    removing,
    steps,
    visit,
)
from delegation_planner.plan.errors import PlanError
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.place import Place
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.planfile.copies import save_copy
from delegation_planner.planfile.plan_file import PlanFile
from delegation_planner.resource_files import read_sample
from delegation_planner.session.plan_session import PlanSession
from delegation_planner.session.store import Label
from tests.builders import joining, new_ids

CLOCKS = st.builds("{:02}:{:02}".format, st.integers(0, 23), st.sampled_from([0, 5, 30, 59]))
DAYS = st.integers(-1, 7)
TEXTS = st.text(st.sampled_from("aəİ<&'\"\n =√"), max_size=6)
PICKS = st.integers(0, 10_000)
KINDS = (ProgrammeItem, Participant, Place, Document, Group, Delegation)


class RobotUser(RuleBasedStateMachine):
    """Every rule is one thing that a person does; a refusal is fine, a difference between file and memory is not."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.path = self.folder / "robot.visit"
        self.ids = new_ids()
        self.depth = 0  # edits that undo can take back
        self.issued: list[Plan] = []

    @initialize(fixed=st.booleans())
    def begin(self, *, fixed: bool) -> None:
        """On the sample visit."""
        self.first = read_sample(fixed=fixed)
        self.session = self.on(PlanFile.create(self.path, self.first))

    def on(self, file: PlanFile) -> PlanSession:
        """A session on the file."""
        return PlanSession(file, new_id=self.ids, now=lambda: datetime(2017, 7, 10, tzinfo=UTC))

    def edit(self, verb: Callable[..., Changes], *asked: Any, **named: Any) -> None:
        """Carries a verb out, unless the plan refuses it."""
        before = self.session.plan
        try:
            done = self.session.apply(Label("edit"), verb(*asked, **named))
        except PlanError:
            assert self.session.plan is before
        else:
            self.depth += done is not None

    def pick(self, kind: type[Any], number: int) -> str:
        """The id of some row of a kind, or of none where there are none left."""
        rows = self.session.plan.rows(kind)
        return str(rows[number % len(rows)].id) if rows else "00000000-0000-0000-0000-000000000000"

    @rule(item=PICKS, day=DAYS, clock=CLOCKS)
    def move(self, item: int, day: int, clock: str) -> None:
        """An item to another time."""
        self.edit(items.move_item, self.session.plan, self.pick(ProgrammeItem, item), day, clock)

    @rule(item=PICKS, day=DAYS, clock=CLOCKS)
    def resize(self, item: int, day: int, clock: str) -> None:
        """An item's end, also before its start."""
        self.edit(items.resize_item, self.session.plan, self.pick(ProgrammeItem, item), day, clock)

    @rule(item=PICKS, title=TEXTS)
    def rename(self, item: int, title: str) -> None:
        """An item's title."""
        self.edit(items.edit_item, self.session.plan, self.pick(ProgrammeItem, item), {"title_en": title})

    @rule(item=PICKS)
    def duplicate(self, item: int) -> None:
        """An item once more."""
        self.edit(items.duplicate_item, self.session.plan, self.pick(ProgrammeItem, item), self.ids)

    @rule(item=PICKS)
    def pin(self, item: int) -> None:
        """An item to its date."""
        self.edit(items.pin_item, self.session.plan, self.pick(ProgrammeItem, item))

    @rule(item=PICKS, offset=st.integers(0, 90), cue=TEXTS)
    def step(self, item: int, offset: int, cue: str) -> None:
        """A new step."""
        self.edit(steps.add_step, self.session.plan, self.pick(ProgrammeItem, item), offset, cue, self.ids)

    @rule(anchor=st.dates(date(2017, 7, 1), date(2017, 8, 30)))
    def fix_dates(self, anchor: date) -> None:
        """The visit's dates."""
        self.edit(visit.fix_dates, self.session.plan, anchor.isoformat())

    @rule(item=PICKS, person=PICKS, optional=st.booleans())
    def invite(self, item: int, person: int, *, optional: bool) -> None:
        """A person to an item."""
        ids = (self.pick(ProgrammeItem, item), self.pick(Participant, person))
        self.edit(invitations.invite, self.session.plan, *ids, ["witness"], optional=optional)

    @rule(item=PICKS, group=PICKS, person=PICKS)
    def leave_out(self, item: int, group: int, person: int) -> None:
        """A member of a group from an item."""
        ids = (self.pick(ProgrammeItem, item), self.pick(Group, group), self.pick(Participant, person))
        self.edit(invitations.add_exception, self.session.plan, *ids)

    @rule(item=PICKS, person=PICKS)
    def uninvite(self, item: int, person: int) -> None:
        """A person from an item."""
        ids = (self.pick(ProgrammeItem, item), self.pick(Participant, person))
        self.edit(invitations.uninvite, self.session.plan, *ids)

    @rule(group=PICKS, person=PICKS)
    def join(self, group: int, person: int) -> None:
        """A person joins a group."""
        ids = (self.pick(Group, group), self.pick(Participant, person))
        self.edit(joining, self.session.plan, *ids)

    @rule(delegation=PICKS, name=TEXTS)
    def arrive(self, delegation: int, name: str) -> None:
        """A new participant."""
        delegation_id = self.pick(Delegation, delegation)
        self.edit(participants.add_participant, self.session.plan, delegation_id, name, self.ids)

    @rule(person=PICKS)
    def lead(self, person: int) -> None:
        """A new head of delegation."""
        self.edit(participants.make_head, self.session.plan, self.pick(Participant, person))

    @rule(person=PICKS, before=PICKS)
    def reorder(self, person: int, before: int) -> None:
        """A person goes before another."""
        ids = (self.pick(Participant, person), self.pick(Participant, before))
        self.edit(participants.place_before, self.session.plan, *ids, "by courtesy", self.ids)

    @rule(place=PICKS, parent=PICKS)
    def nest(self, place: int, parent: int) -> None:
        """A place becomes a room of another, at times of its own room."""
        ids = (self.pick(Place, place), {"parent_id": self.pick(Place, parent)})
        self.edit(places.edit_place, self.session.plan, *ids)

    @rule(document=PICKS)
    def advance(self, document: int) -> None:
        """A paper gets on."""
        self.edit(documents.advance_state, self.session.plan, self.pick(Document, document))

    @rule(name=TEXTS)
    def found(self, name: str) -> None:
        """A new delegation."""
        self.edit(delegations.add_delegation, self.session.plan, f"N{self.depth}", name, self.ids)

    @rule(kind=st.sampled_from(KINDS), row=PICKS)
    def remove(self, kind: type[Any], row: int) -> None:
        """A row, with all that hangs on it."""
        self.edit(removing.remove, self.session.plan, kind, self.pick(kind, row))

    @rule()
    def restore_the_first(self) -> None:
        """All back to the beginning, as one edit."""
        self.edit(difference.difference, self.session.plan, self.first)
        assert self.session.plan == self.first

    @rule()
    def issue(self) -> None:
        """The plan as it is becomes an edition."""
        store = self.session.store
        store.issue(next_edition(len(store.editions()), "2017-07-10T00:00:00Z"), self.session.plan)
        self.issued.append(self.session.plan)

    @precondition(lambda self: self.issued)
    @rule(edition=PICKS)
    def restore_an_edition(self, edition: int) -> None:
        """The plan as an edition froze it, as one edit."""
        number = edition % len(self.issued) + 1
        frozen = self.session.store.edition_plan(number)
        assert frozen == self.issued[number - 1]
        self.edit(difference.difference, self.session.plan, frozen)
        assert self.session.plan == frozen

    @precondition(lambda self: self.depth)
    @rule()
    def undo(self) -> None:
        """One step back."""
        assert self.session.undo() is not None
        self.depth -= 1

    @rule()
    def redo(self) -> None:
        """One step on, if there is one."""
        self.depth += self.session.redo() is not None

    @rule()
    def open_again(self) -> None:
        """Close and open."""
        plan = self.session.plan
        self.session.close()
        self.session = self.on(PlanFile.open(self.path))
        assert self.session.plan == plan

    @rule()
    def save_a_copy(self) -> None:
        """A copy holds the same plan."""
        copy = self.folder / "copy.visit"
        save_copy(self.path, copy, replace=True)
        assert stored(copy) == self.session.plan

    @invariant()
    def the_file_is_the_plan(self) -> None:
        """What is on disk is what is on the screen, and breaks no rule."""
        assert self.session.store.load() == self.session.plan
        rules.check_whole(self.session.plan)

    def teardown(self) -> None:
        """Undoing everything gives the first plan back."""
        if hasattr(self, "session"):
            while self.session.undo() is not None:
                pass
            assert self.session.plan == self.first
            assert [self.session.store.edition_plan(number) for number in range(1, len(self.issued) + 1)] == self.issued
            self.session.close()
        shutil.rmtree(self.folder)


def stored(path: Path) -> Plan:
    """The plan in a file, read by a store of its own."""
    file = PlanFile.open(path, read_only=True)
    try:
        return file.load()
    finally:
        file.close()


@pytest.mark.timeout(300)
def test_a_robot_user_never_finds_file_and_memory_apart() -> None:
    checks = [HealthCheck.too_slow, HealthCheck.filter_too_much]
    run_state_machine_as_test(
        RobotUser,
        settings=settings(max_examples=15, stateful_step_count=30, deadline=None, suppress_health_check=checks),
    )
