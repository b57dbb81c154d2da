"""The one door for change, on a real plan file."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from delegation_planner.plan.change import Change, Changes, put, removed, replaced
from delegation_planner.plan.errors import KnownError, PlanError
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.planfile.plan_file import PlanFile
from delegation_planner.session.plan_session import MUCH, TAIL, PlanChanged, PlanSession
from delegation_planner.session.store import Label
from tests.builders import a_person, a_plan, an_invitation, an_item, new_ids

FIRST = an_item("01")
Opener = Callable[..., PlanSession]


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.time = datetime(2017, 7, 10, 2, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.time


@pytest.fixture
def clock() -> Clock:
    """The session's clock."""
    return Clock()


@pytest.fixture
def start() -> Plan:
    """One item."""
    return a_plan(FIRST)


@pytest.fixture
def opened(tmp_path: Path, clock: Clock, start: Plan) -> Iterator[Opener]:
    """Opens the same plan file again and again; the session before is closed."""
    path = tmp_path / "a.visit"
    PlanFile.create(path, start).close()
    sessions: list[PlanSession] = []
    ids = new_ids("edit")

    def open_again(*, read_only: bool = False) -> PlanSession:
        if sessions:
            sessions.pop().close()
        sessions.append(PlanSession(PlanFile.open(path, read_only=read_only), new_id=ids, now=clock, author="tester"))
        return sessions[0]

    yield open_again
    if sessions:
        sessions[0].close()


def titled(session: PlanSession, title: str, merge: str | None = None) -> PlanChanged | None:
    """Gives the first item another title."""
    row = session.plan.find(ProgrammeItem, FIRST.id)
    changes = Changes([replaced(row, row._replace(title_en=title))])
    return session.apply(Label("edit_item", {"title": title}), changes, merge=merge)


def title(session: PlanSession) -> str:
    """The first item's title."""
    return session.plan.find(ProgrammeItem, FIRST.id).title_en


def test_an_edit_is_in_the_plan_in_the_file_and_in_the_history(opened: Opener) -> None:
    session = opened()
    told: list[PlanChanged] = []
    session.observe(told.append)
    changed = titled(session, "Signing")
    assert told == [changed]
    assert told[0].plan is session.plan
    assert told[0].before == a_plan(FIRST)
    assert (told[0].direction, told[0].label) == ("do", Label("edit_item", {"title": "Signing"}))
    assert session.undo_label == Label("edit_item", {"title": "Signing"})
    assert session.redo_label is None
    again = opened()
    assert title(again) == "Signing"
    assert again.plan == session.plan


def test_undo_and_redo_walk_both_ways_also_after_opening_again(opened: Opener, start: Plan) -> None:
    session = opened()
    plans = [session.plan]
    for name in ("One", "Two", "Three"):
        titled(session, name)
        plans.append(session.plan)
    session.undo()
    assert session.plan == plans[2]
    session = opened()
    session.undo()
    assert session.plan == plans[1]
    session = opened()
    assert session.redo_label == Label("edit_item", {"title": "Two"})
    session.redo()
    session.redo()
    assert session.plan == plans[3]
    assert session.redo() is None
    for _ in range(3):
        session = opened()
        session.undo()
    assert session.plan == start
    assert session.undo() is None
    assert session.undo_label is None


def test_a_new_edit_after_undo_ends_redo(opened: Opener) -> None:
    session = opened()
    titled(session, "One")
    session.undo()
    titled(session, "Other")
    assert session.redo_label is None
    assert opened().redo_label is None


def test_typing_in_one_field_is_one_edit(opened: Opener, clock: Clock) -> None:
    session = opened()
    for typed in ("S", "Si", "Sig"):
        titled(session, typed, merge="01 title")
        clock.time += timedelta(seconds=2)
    assert [entry.edit for entry in session.store.log()] == [session.store.log()[0].edit] * 3
    session = opened()
    session.undo()
    assert title(session) == FIRST.title_en
    session.redo()
    assert title(session) == "Sig"


@pytest.mark.parametrize(
    ("merge", "seconds"),
    [
        pytest.param("02 title", 1, id="another field"),
        pytest.param("01 title", 6, id="after a pause"),
        pytest.param(None, 1, id="not typed"),
    ],
)
def test_what_is_another_edit(opened: Opener, clock: Clock, merge: str | None, seconds: int) -> None:
    session = opened()
    titled(session, "One", merge="01 title")
    clock.time += timedelta(seconds=seconds)
    titled(session, "Two", merge=merge)
    session.undo()
    assert title(session) == "One"


def test_typing_does_not_merge_into_an_edit_from_before_an_undo(opened: Opener) -> None:
    session = opened()
    titled(session, "One", merge="01 title")
    titled(session, "Two")
    session.undo()
    titled(session, "Three", merge="01 title")
    session.undo()
    assert title(session) == "One"


def test_an_edit_that_changes_nothing_leaves_no_trace(opened: Opener) -> None:
    session = opened()
    told: list[PlanChanged] = []
    session.observe(told.append)
    assert titled(session, FIRST.title_en) is None
    second = an_item("02")
    assert session.apply(Label("nothing"), Changes([put(second), removed(second)])) is None
    assert (told, list(session.store.log()), session.undo_label) == ([], [], None)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(put(an_invitation(FIRST, a_person("A9"))), id="invites nobody we know"),
        pytest.param(replaced(FIRST, FIRST._replace(start_time="25:00")), id="no such time"),
        pytest.param(replaced(FIRST._replace(title_en="Stale"), FIRST), id="not the row that is there"),
    ],
)
def test_a_refused_edit_leaves_everything_as_it_was(opened: Opener, start: Plan, change: Change) -> None:
    session = opened()
    told: list[PlanChanged] = []
    session.observe(told.append)
    with pytest.raises(PlanError):
        session.apply(Label("bad"), Changes([change]))
    assert (session.plan, told, session.undo_label) == (start, [], None)
    assert opened().plan == start


def test_a_plan_open_for_reading_refuses_with_a_sentence(opened: Opener, start: Plan) -> None:
    session = opened(read_only=True)
    with pytest.raises(KnownError, match="reading only"):
        titled(session, "No")
    assert session.plan == start


def test_an_observer_that_raises_keeps_no_other_from_hearing_and_the_edit_stands(opened: Opener) -> None:
    def fails(_told: PlanChanged) -> None:
        raise RuntimeError("a mistake in a pane")

    session = opened()
    heard: list[str] = []
    session.observe(fails)
    session.observe(lambda told: heard.append(told.plan.find(ProgrammeItem, FIRST.id).title_en))
    with pytest.raises(RuntimeError, match="a mistake in a pane"):
        titled(session, "Talks")
    assert (heard, title(session), title(opened())) == (["Talks"], "Talks", "Talks")


def test_undo_goes_past_what_was_read_at_opening(opened: Opener, start: Plan) -> None:
    session = opened()
    for number in range(TAIL + 5):
        titled(session, f"Title {number}")
    session = opened()
    for _ in range(TAIL + 5):
        assert session.undo() is not None
    assert session.plan == start
    assert session.undo() is None


def test_the_log_says_who_and_when(opened: Opener, clock: Clock) -> None:
    session = opened()
    titled(session, "One")
    clock.time += timedelta(hours=1)
    session.undo()
    assert [(entry.seq, entry.direction, entry.at, entry.author, entry.origin) for entry in session.store.log()] == [
        (1, "do", "2017-07-10T02:00:00Z", "tester", "window"),
        (2, "undo", "2017-07-10T03:00:00Z", "tester", "window"),
    ]


def test_the_index_follows(opened: Opener) -> None:
    session = opened()
    assert session.index.items_on(1) == frozenset({FIRST.id})
    told = session.apply(Label("move_item"), Changes([replaced(FIRST, FIRST._replace(start_day=2, end_day=2))]))
    assert told is not None
    assert (session.index.items_on(1), told.index.items_on(2)) == (frozenset(), frozenset({FIRST.id}))


def test_an_edit_of_much_is_written_as_who_waits_for_it_wants(opened: Opener) -> None:
    session = opened()
    asked: list[Plan] = []

    def through(write: Callable[[], Plan]) -> Plan:
        asked.append(session.plan)
        return write()

    session.through = through
    people = [a_person(f"A{number}") for number in range(MUCH)]
    session.apply(Label("add"), Changes(map(put, people[1:])))
    assert asked == []
    before = session.plan
    session.apply(Label("edit"), Changes(replaced(one, one._replace(name_en="Guest")) for one in people[1:]))
    session.apply(Label("add"), Changes([put(people[0])]))
    assert asked == []
    after = session.plan
    session.apply(Label("remove"), Changes(map(removed, after.rows(type(people[0])))))
    assert asked == [after]
    assert before != after
    with pytest.raises(PlanError):
        session.apply(Label("remove"), Changes(map(removed, people)))
    assert session.plan.rows(type(people[0])) == ()
