"""The plan that comes out of a file is the plan that went in, and the log tells how it came about."""

from pathlib import Path

import pytest

from delegation_planner.plan.attendance import attendees
from delegation_planner.plan.change import Changes, put, removed, replaced
from delegation_planner.plan.errors import PlanFileChanged, PlanFileError, PlanFileReadOnly
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import Invitation, ProgrammeItem
from delegation_planner.plan.sent import Sent
from delegation_planner.plan.tables import TABLES
from delegation_planner.planfile.plan_file import PlanFile, read_plan_file
from delegation_planner.session.store import LogEntry, PlanStore
from tests.builders import a_plan, an_id, an_invitation, an_item
from tests.planfile.plans import ABSENT, AIDE, DINNER, GROUP, HEAD, ROOM, TALKS, a_full_plan, entry, retitled


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "visit.visit"


def test_every_kind_of_row_comes_back_with_values_of_the_same_types(path: Path) -> None:
    plan = a_full_plan()
    with_file = PlanFile.create(path, plan)
    stored = with_file.load()
    with_file.close()
    assert stored == plan
    for kind in TABLES.values():
        assert plan.rows(kind), f"the plan of this test holds no {kind.__name__}"
        types = [[type(value) for value in row] for row in stored.rows(kind)]
        assert types == [[type(value) for value in row] for row in plan.rows(kind)]


def test_a_plan_file_is_a_plan_store(path: Path) -> None:
    store: PlanStore = PlanFile.create(path, a_full_plan())
    assert not store.read_only
    store.close()


def test_rows_and_the_invitations_of_an_item_come_in_the_order_in_which_they_were_put(path: Path) -> None:
    items = [an_item(code) for code in ("03", "01", "02")]
    plan = a_plan(HEAD, AIDE, *items, an_invitation(items[1], HEAD), an_invitation(items[1], AIDE))
    file = PlanFile.create(path, plan)
    without = Changes([removed(items[0]), removed(an_invitation(items[1], HEAD))])
    file.write(entry(without))
    file.write(entry(without.inverse(), direction="undo"))
    again = plan.changed(without).changed(without.inverse())
    stored = file.load()
    file.close()
    assert [item.code for item in again.rows(ProgrammeItem)] == ["01", "02", "03"]
    assert stored.rows(ProgrammeItem) == again.rows(ProgrammeItem)
    assert list(stored.invitations(items[1].id)) == list(again.invitations(items[1].id)) == [AIDE.id, HEAD.id]


def test_edits_are_stored_by_difference_and_undone_to_the_first_plan_from_the_log_alone(path: Path) -> None:
    plan = first = a_full_plan()
    file = PlanFile.create(path, plan)
    lunch = an_item("03")
    invited = an_invitation(TALKS, HEAD, "head", "speaker")
    by_group = an_invitation(TALKS, GROUP, without=(ABSENT,))
    edits = [
        Changes([put(lunch), put(an_invitation(lunch, GROUP)), put(an_invitation(lunch, HEAD))]),
        Changes([replaced(TALKS, TALKS._replace(start_day=2, end_day=2, travel_minutes=None))]),
        Changes([replaced(HEAD, HEAD._replace(speaks=(), head=False, diet=None))]),
        Changes([replaced(invited, invited._replace(roles=(), optional=True)),
                 replaced(by_group, by_group._replace(exception_ids=()))]),
        Changes([removed(an_invitation(DINNER, AIDE, optional=True)), removed(by_group._replace(exception_ids=()))]),
    ]  # fmt: skip
    for number, changes in enumerate(edits, 1):
        assert file.write(entry(changes, f"edit {number}")) == number
        plan = plan.changed(changes)
        assert file.load() == plan
    file.close()
    with_log = PlanFile.open(path)
    log = with_log.log()
    assert [written.changes for written in log] == edits
    assert [written._replace(seq=0) for written in log] == [entry(e, f"edit {n}") for n, e in enumerate(edits, 1)]
    assert with_log.log(newest=2) == log[-2:]
    for written in reversed(log):
        with_log.write(entry(written.changes.inverse(), "undo", "undo"))
    assert with_log.load() == first
    assert len(with_log.log()) == 2 * len(edits)
    with_log.close()


def test_the_log_keeps_only_the_fields_that_differ(path: Path) -> None:
    file = PlanFile.create(path, a_full_plan())
    file.write(entry(Changes([replaced(TALKS, TALKS._replace(title_en="Talks", place_id=None))])))
    (changes,) = file._db.execute("SELECT changes FROM change_log").fetchone()  # noqa: SLF001
    file.close()
    assert changes == (
        '[{"table":"programme_item","fields":["title_en","place_id"],'
        f'"replaced":[["Talks",null,"{TALKS.id}","Item 01","{ROOM.id}"]]}}]'
    )


def test_an_edit_counts_up_the_version_of_the_rows_it_replaces(path: Path) -> None:
    plan = a_full_plan()
    file = PlanFile.create(path, plan)
    file.write(entry(retitled(plan, "Talks")))
    versions = file._db.execute("SELECT code, row_version FROM programme_item ORDER BY code").fetchall()  # noqa: SLF001
    file.close()
    assert versions == [("01", 2), ("02", 1)]


def test_an_edit_of_rows_that_are_not_as_it_says_writes_nothing(path: Path) -> None:
    plan = a_full_plan()
    file = PlanFile.create(path, plan)
    stale = TALKS._replace(title_en="Something else")
    for wrong in (replaced(stale, stale._replace(title_en="Talks")), removed(stale)):
        with pytest.raises(PlanFileChanged):
            file.write(entry([put(an_item("09")), wrong]))
        assert file.load() == plan
        assert file.log() == []
    file.close()


def test_what_another_session_wrote_is_not_overwritten(path: Path) -> None:
    plan = a_full_plan()
    file = PlanFile.create(path, plan)
    other = PlanFile.open(path, take_over=True)
    other.write(entry(retitled(plan, "Theirs")))
    with pytest.raises(PlanFileChanged):
        file.write(entry(Changes([replaced(DINNER, DINNER._replace(title_en="Mine"))])))
    theirs = file.load()
    assert theirs == plan.changed(retitled(plan, "Theirs"))
    file.write(entry(Changes([replaced(DINNER, DINNER._replace(title_en="Mine"))])))
    other.close()
    file.close()


def test_invitations_stay_packed_until_an_item_is_asked_for_them(path: Path) -> None:
    file = PlanFile.create(path, a_full_plan())
    stored = file.load()
    file.close()
    assert {type(packed) for packed in stored._invitations.values()} == {str}  # noqa: SLF001
    assert attendees(stored, TALKS.id) == attendees(a_full_plan(), TALKS.id)
    assert stored.get(Invitation, f"{DINNER.id}/{AIDE.id}") == an_invitation(DINNER, AIDE, optional=True)


def test_removing_what_others_still_name_is_a_bug_and_leaves_the_file(path: Path) -> None:
    plan = a_full_plan()
    file = PlanFile.create(path, plan)
    with pytest.raises(Exception, match="FOREIGN KEY constraint failed"):
        file.write(entry([removed(HEAD)]))
    assert (file.load(), file.log()) == (plan, [])
    file.write(entry(retitled(plan, "Still writable")))
    file.close()


def test_a_row_and_what_it_names_may_come_in_any_order_within_an_edit(path: Path) -> None:
    file = PlanFile.create(path, Plan.of(a_plan().rows(kind)[0] for kind in TABLES.values() if a_plan().rows(kind)))
    item = an_item()
    changes = Changes([put(an_invitation(item, HEAD)), put(item), put(HEAD)])
    file.write(entry(changes))
    assert file.load().rows(Participant) == (HEAD,)
    file.write(entry(changes.inverse(), direction="undo"))
    assert file.load().rows(Participant) == ()
    file.close()


def test_what_has_gone_out_is_kept_by_reader_and_item_and_the_newest_counts(path: Path) -> None:
    first = Sent(HEAD.id, "uid-1", 0, "a" * 64, "2017-07-10T02:15:00Z")
    second = first._replace(sequence=1, fingerprint="b" * 64, cancelled=True, edition=2)
    for_all = Sent("everyone", "uid-1", 0, "c" * 64, "2017-07-10T02:15:00Z")
    file = PlanFile.create(path, a_full_plan())
    file.record_sent([first, for_all])
    file.record_sent([second])
    file.record_sent([])
    file.close()
    again = PlanFile.open(path)
    register = again.sent()
    again.close()
    assert register == {(HEAD.id, "uid-1"): second, ("everyone", "uid-1"): for_all}
    assert register[HEAD.id, "uid-1"].cancelled is True


def test_a_new_file_does_not_take_the_place_of_another_unless_told(path: Path) -> None:
    path.write_text("notes")
    with pytest.raises(PlanFileError, match="already a file"):
        PlanFile.create(path, a_full_plan())
    assert path.read_text() == "notes"
    PlanFile.create(path, a_full_plan(), replace=True).close()
    assert read_plan_file(path) == a_full_plan()


def test_a_closed_plan_leaves_one_file(path: Path) -> None:
    file = PlanFile.create(path, a_full_plan())
    file.write(entry(retitled(a_full_plan(), "Talks")))
    assert [found.name for found in path.parent.iterdir() if found != path] == [".~lock.visit.visit#"]
    file.close()
    assert list(path.parent.iterdir()) == [path]


def test_a_file_opened_to_be_read_refuses_to_write_and_takes_no_lock(path: Path) -> None:
    PlanFile.create(path, a_full_plan()).close()
    file = PlanFile.open(path, read_only=True)
    assert file.read_only
    with pytest.raises(PlanFileReadOnly, match="opened to be read only"):
        file.write(entry(retitled(a_full_plan(), "Talks")))
    with pytest.raises(PlanFileReadOnly):
        file.record_sent([Sent("everyone", "uid-1", 0, "c" * 64, "2017-07-10T02:15:00Z")])
    assert list(path.parent.iterdir()) == [path]
    file.close()


def test_a_shift_of_everything_is_one_entry_and_comes_back(path: Path) -> None:
    items = [an_item(f"{number:03d}") for number in range(300)]
    plan = a_plan(*items)
    file = PlanFile.create(path, plan)
    changes = Changes(replaced(item, item._replace(start_day=2, end_day=2)) for item in items)
    file.write(entry(changes))
    (written,) = file.log()
    assert isinstance(written, LogEntry)
    assert written.changes == changes
    assert file.load() == plan.changed(changes)
    assert file.plan_uuid != an_id("visit")
    file.close()
