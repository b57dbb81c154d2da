"""What two people have written into two copies of a plan comes together again, in the real window."""

from pathlib import Path
from shutil import copyfile

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from delegation_planner.editions.difference import Difference
from delegation_planner.plan.change import Changes
from delegation_planner.plan.edits.items import edit_item, move_item
from delegation_planner.plan.edits.merging import Merge
from delegation_planner.plan.kinds import Id
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.planfile.plan_file import read_plan_file
from delegation_planner.screen.dialogs.take_over import TakeOverDialog
from delegation_planner.screen.main_window import MainWindow
from delegation_planner.screen.taking_over import Brought, brought, brought_nodes
from delegation_planner.screen.told import Told
from delegation_planner.session.store import Label
from tests.screen.answers import answer
from tests.screen.windows import a_window

pytestmark = pytest.mark.usefixtures("qtbot")


def the_plan(window: MainWindow) -> Plan:
    assert window.desk is not None
    return window.desk.plan


def item(plan: Plan, code: str) -> ProgrammeItem:
    return next(row for row in plan.rows(ProgrammeItem) if row.code == code)


def change(window: MainWindow, code: str, **values: object) -> Id:
    assert window.desk is not None
    row = item(window.desk.plan, code)
    assert window.desk.edit(Label("edit_item", {"name": code}), edit_item(window.desk.plan, row.id, values))
    return row.id


@pytest.fixture
def copies(tmp_path: Path) -> tuple[Path, Path]:
    """A plan and what a sync program has made of a colleague's work in it: one change alike, one of its own."""
    with a_window(tmp_path, shown=False) as window:
        original = window.around.files.working_copy()
    copy = original.with_name(f"{original.stem}-DESK2{original.suffix}")
    copyfile(original, copy)
    with a_window(tmp_path, plan=copy, shown=False) as window:
        change(window, "14", title_en="Their signing", dress="batik")
        assert window.desk is not None
        plan = window.desk.plan
        window.desk.edit(Label("move_item", {"name": "45"}), move_item(plan, item(plan, "45").id, 5, "10:00"))
    with a_window(tmp_path, plan=original, shown=False) as window:
        change(window, "14", title_en="Our signing")
        change(window, "16", dress="psl")
    return original, copy


def test_a_copy_beside_its_original_says_so_and_is_taken_over_as_one_step(
    tmp_path: Path, copies: tuple[Path, Path], qtbot: QtBot
) -> None:
    original, copy = copies
    with a_window(tmp_path, plan=copy) as window:
        qtbot.waitUntil(lambda: any(copy.name in told.sentence for told in window.findChildren(Told)))
        (told,) = [told for told in window.findChildren(Told) if copy.name in told.sentence]
        (verb,) = [button for button in told.findChildren(QPushButton) if button.text()]
        assert verb.text() == f"Take over into {original.name}…"
        before = read_plan_file(original)
        with answer(TakeOverDialog, "Take over") as asked:
            QTest.mouseClick(verb, Qt.MouseButton.LeftButton)
            qtbot.waitUntil(lambda: bool(asked))
        assert window.open_plan is not None
        assert window.open_plan.path == original
        assert item(the_plan(window), "14").title_en == "Our signing"
        assert item(the_plan(window), "14").dress == "batik"
        assert item(the_plan(window), "16").dress == "psl"
        assert item(the_plan(window), "45").start_time == "10:00"
        assert window.desk is not None
        window.desk.undo()
        assert the_plan(window) == before


def test_where_both_have_changed_the_same_theirs_can_be_taken(
    tmp_path: Path, copies: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    original, copy = copies
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(copy), ""))
    with a_window(tmp_path, plan=original) as window:
        with answer(TakeOverDialog, "Where both have changed the same, take theirs", "Take over"):
            assert window.verbs is not None
            window.verbs["take_over"].trigger()
        assert item(the_plan(window), "14").title_en == "Their signing"
        assert item(the_plan(window), "16").dress == "psl"


def test_what_does_not_agree_is_shown_first_and_leads_there(tmp_path: Path, copies: tuple[Path, Path]) -> None:
    original, copy = copies
    with a_window(tmp_path, plan=original) as window:
        assert window.open_plan is not None
        assert window.desk is not None
        other = window.around.files.read_copy(window.open_plan, copy)
        found = brought(window.desk.plan, other, window.desk.rulebook, window.words, prefer_theirs=False)
        heading, clash, *rest = (node.row for node in brought_nodes(window.words, window.desk.plan, found))
        assert heading.title == "Where the two do not agree"
        assert (clash.title, clash.detail) == ("14  Our signing", "Changed here and there: Title")
        assert clash.goes_to == (ProgrammeItem, item(window.desk.plan, "14").id)
        assert [row.title.split("  ")[0] for row in rest if not row.is_heading] == ["45", "14"]


def test_a_copy_that_brings_nothing_and_the_plan_itself_are_told(
    tmp_path: Path, copies: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    original, _ = copies
    same = original.with_name("same.visit")
    copyfile(original, same)
    with a_window(tmp_path, plan=original) as window:
        assert window.verbs is not None
        before = the_plan(window)
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(same), ""))
        with answer(TakeOverDialog, "Leave it"):
            window.verbs["take_over"].trigger()
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(original), ""))
        window.verbs["take_over"].trigger()
        assert "is the plan that is open" in " ".join(told.sentence for told in window.findChildren(Told))
        assert the_plan(window) == before
        nothing = Brought(Merge(Changes(), ()), Difference(), {})
        assert window.desk is not None
        dialog = TakeOverDialog(window, window.desk, same.name, lambda _: nothing)
        assert dialog.counts.text() == "The other copy brings nothing that is not here."
        assert not dialog.main.isEnabled()
        assert dialog.theirs.isHidden()
