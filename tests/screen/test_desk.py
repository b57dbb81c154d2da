"""The desk: edits through one door, findings of the plan as it is, attachments opened without running anything."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from delegation_planner.plan.change import Changes, removed, replaced
from delegation_planner.plan.document import DocumentFile
from delegation_planner.plan.edits.items import edit_item
from delegation_planner.plan.edits.removing import remove
from delegation_planner.plan.errors import PlanError
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.screen import showing
from delegation_planner.screen.desk import Desk
from delegation_planner.screen.dialogs.question import Question
from delegation_planner.session.plan_session import MUCH
from delegation_planner.session.store import Label
from tests.builders import a_document, a_visit, an_item
from tests.screen.answers import answer
from tests.screen.conftest import OpenDesk

ITEM = an_item("01", start="09:00", end="10:00")
PLAN = Plan.of([a_visit(), ITEM, a_document()])
EDIT = Label("edit_item")


@pytest.fixture
def desk(open_desk: OpenDesk) -> Desk:
    return open_desk(PLAN)


@pytest.fixture
def told(desk: Desk) -> list[str]:
    sentences: list[str] = []
    desk.told.connect(sentences.append)
    return sentences


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """What was handed to the system to open."""
    files: list[Path] = []

    def open_url(url: QUrl) -> bool:
        files.append(Path(url.toLocalFile()))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    return files


def checks(desk: Desk) -> list[str]:
    return [finding.check for finding in desk.findings]


def attach(desk: Desk, folder: Path, name: str, content: bytes = b"content") -> str:
    file = folder / name
    file.write_bytes(content)
    assert desk.attach_files(a_document().id, [file])
    return desk.plan.rows(DocumentFile)[-1].id


def test_an_edit_is_told_to_the_panes_with_the_plan_it_made(desk: Desk) -> None:
    seen = []
    desk.plan_changed.connect(lambda told: seen.append((told.plan is desk.plan, told.label)))
    assert desk.edit(EDIT, Changes([replaced(ITEM, ITEM._replace(title_en="Other"))]))
    assert seen == [(True, EDIT)]


def test_findings_are_of_the_plan_as_it_is_now(desk: Desk) -> None:
    assert checks(desk) == []
    desk.edit(EDIT, Changes([replaced(ITEM, ITEM._replace(end_time="08:00"))]))
    assert checks(desk) == ["C2"]
    desk.undo()
    assert checks(desk) == []


def test_an_edit_that_cannot_be_computed_is_told(desk: Desk, told: list[str]) -> None:
    def refuse() -> Changes:
        raise PlanError("The window is shorter than the visit.")

    assert not desk.edit(EDIT, refuse)
    assert told == ["The window is shorter than the visit."]
    assert desk.plan == PLAN


def test_an_edit_that_changes_nothing_is_done(desk: Desk, told: list[str]) -> None:
    assert desk.edit(EDIT, Changes())
    assert told == []
    assert desk.session.undo_label is None


def test_what_is_removed_is_no_longer_selected(desk: Desk) -> None:
    desk.selection.choose(ProgrammeItem, [ITEM.id])
    desk.edit(Label("remove_item"), Changes([removed(ITEM)]))
    assert desk.selection.kind is None


def test_due_days_are_judged_as_on_the_chosen_day(desk: Desk) -> None:
    assert desk.judged_on.isoformat() == "2017-07-10"
    visit = desk.plan.visit
    desk.edit(Label("edit_visit"), Changes([replaced(visit, visit._replace(judged_on="2017-07-20"))]))
    assert desk.judged_on.isoformat() == "2017-07-20"


def test_attached_files_come_back_whole_after_undo_and_redo(desk: Desk, tmp_path: Path) -> None:
    attach(desk, tmp_path, "note.pdf", b"whole")
    assert desk.session.undo_label == Label("attach_files", {"count": 1})
    desk.undo()
    assert desk.plan == PLAN
    desk.redo()
    row = desk.plan.rows(DocumentFile)[0]
    assert desk.session.store.attachment(row.sha256) == b"whole"
    target = tmp_path / "saved.pdf"
    desk.save_attachment(row.id, target)
    assert target.read_bytes() == b"whole"


def test_a_file_that_cannot_be_attached_changes_nothing(desk: Desk, told: list[str], tmp_path: Path) -> None:
    assert not desk.attach_files(a_document().id, [tmp_path])
    assert desk.plan == PLAN
    assert len(told) == 1


def test_an_attachment_is_opened_as_a_read_only_copy(desk: Desk, opened: list[Path], tmp_path: Path) -> None:
    desk.open_attachment(attach(desk, tmp_path, "note.pdf", b"whole"))
    (copy,) = opened
    assert desk.open_folder in copy.parents
    assert copy.read_bytes() == b"whole"
    assert copy.stat().st_mode & 0o222 == 0


@pytest.mark.parametrize("name", ["setup.exe", "invoice.pdf.exe", "start.lnk", "note"])
def test_what_could_run_is_never_opened(desk: Desk, opened: list[Path], tmp_path: Path, name: str) -> None:
    file_id = attach(desk, tmp_path, name)
    with answer(Question, "Leave it closed"):
        desk.open_attachment(file_id)
    assert opened == []


def test_what_could_run_can_be_saved(
    desk: Desk, opened: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "kept" / "setup.exe"
    target.parent.mkdir()
    proposed: list[str] = []

    def choose(_parent: object, _title: str, path: str) -> tuple[str, str]:
        proposed.append(Path(path).name)
        return str(target), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    file_id = attach(desk, tmp_path, "set\u202eup.exe", b"MZ")
    with answer(Question, "Save it…"):
        desk.open_attachment(file_id)
    assert (target.read_bytes(), proposed, opened) == (b"MZ", ["setup.exe"], [])


@pytest.mark.parametrize(("verb", "count"), [("Leave it closed", 0), ("Open read-only", 1)])
def test_what_may_carry_macros_is_opened_after_a_question(
    desk: Desk, opened: list[Path], tmp_path: Path, verb: str, count: int
) -> None:
    file_id = attach(desk, tmp_path, "budget.xlsm")
    with answer(Question, verb):
        desk.open_attachment(file_id)
    assert len(opened) == count


def test_after_an_edit_of_much_panes_show_it_one_after_the_other(open_desk: OpenDesk) -> None:
    items = [an_item(f"{number:02d}") for number in range(MUCH)]
    desk = open_desk(Plan.of([a_visit(), *items]))
    happened: list[str] = []
    desk.showing.breathe = lambda: happened.append("breath")
    for name in ("first", "second"):
        show = partial(happened.append, name)
        desk.plan_changed.connect(lambda _told, show=show: desk.showing.in_turn(show))
    for changed, expected in ((MUCH - 1, ["first", "second"]), (MUCH, ["breath", "first", "breath", "second"])):
        happened.clear()
        rows = [desk.plan.find(ProgrammeItem, item.id) for item in items[:changed]]
        assert desk.edit(EDIT, Changes(replaced(row, row._replace(title_en=f"After {changed}")) for row in rows))
        assert happened == expected


def test_what_takes_long_to_be_made_ready_lets_the_window_paint(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    breaths: list[int] = []
    made: list[int] = []
    desk.showing.breathe = lambda: breaths.append(len(made))

    def work() -> Iterator[None]:
        for number in range(3):
            made.append(number)
            yield

    desk.showing.make_ready(work())
    assert (made, breaths) == ([0, 1, 2], [])
    monkeypatch.setattr(showing, "BREATH_SECONDS", 0)
    desk.showing.make_ready(work())
    assert made == [0, 1, 2, 0, 1, 2]
    assert breaths == [4, 5, 6, 6]


def test_what_undo_brings_back_is_selected(desk: Desk) -> None:
    assert desk.edit(EDIT, remove(desk.plan, ProgrammeItem, ITEM.id))
    assert desk.selection.ids == ()
    assert desk.undo()
    assert desk.selection.one(ProgrammeItem) == ITEM.id
    desk.selection.choose(type(desk.plan.visit), [desk.plan.visit.id])
    assert desk.edit(EDIT, edit_item(desk.plan, ITEM.id, {"title_en": "Tea"}))
    assert desk.undo()
    assert desk.selection.kind is type(desk.plan.visit)
