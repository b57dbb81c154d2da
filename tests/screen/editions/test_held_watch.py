"""Who still holds an old edition stands among the findings of the window, and goes once it is recorded as given."""

from pathlib import Path

from PySide6.QtCore import QItemSelectionModel
from pytestqt.qtbot import QtBot

from delegation_planner.checks.finding import Finding
from delegation_planner.plan.document import Waiver
from delegation_planner.plan.edits.participants import edit_participant
from delegation_planner.plan.edits.waivers import waive
from delegation_planner.plan.participant import Participant
from delegation_planner.screen.desk import Desk
from delegation_planner.screen.editions.editions_panel import EditionsPanel
from delegation_planner.screen.findings.pane import FindingsPane
from delegation_planner.screen.main_window import MainWindow
from delegation_planner.session.store import Label
from tests.screen.windows import a_window

OLD = "still hold Edition 1, although Edition 2 says something else there."


def old_editions(desk: Desk) -> list[Finding]:
    return [one for one in desk.findings if one.check == "X1"]


def desk_of(window: MainWindow, qtbot: QtBot) -> Desk:
    desk = window.desk
    assert desk is not None
    qtbot.waitUntil(lambda: bool(old_editions(desk)))
    return desk


def sentences(window: MainWindow) -> list[str]:
    assert window.panes is not None
    pane = window.panes.panes["findings"]
    assert isinstance(pane, FindingsPane)
    rows = [pane.model.row_at(pane.model.index(at, 0)) for at in range(pane.model.rowCount())]
    return [sentence for row in rows if (sentence := getattr(row, "sentence", "")).endswith(OLD)]


def test_who_holds_an_old_edition_is_a_finding_until_it_is_given(tmp_path: Path, qtbot: QtBot) -> None:
    with a_window(tmp_path) as window:
        desk = desk_of(window, qtbot)
        (finding,) = old_editions(desk)
        assert [each.code for each in finding.subjects] == ["A6", "I8"]
        said = [f"[Interpreter AZ-EN], [Interpreter ID-EN] and [Hotel] {OLD}"]
        qtbot.waitUntil(lambda: sentences(window) == said)  # the pane lists them in its next idle moment
        window.editions.editions()
        panel = window.over.card
        assert isinstance(panel, EditionsPanel)
        view = panel.register
        panel.tabs.setCurrentWidget(view)
        people = {row.code: row.id for row in desk.plan.rows(Participant)}
        for code in ("A6", "I8"):
            index = view.rows.index_of(people[code])
            view.table.selectionModel().select(
                index, QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
            )
        view.given.click()
        qtbot.waitUntil(lambda: not old_editions(desk)[0].subjects)
        view.other.setText("Hotel")
        view.given.click()
        qtbot.waitUntil(lambda: not old_editions(desk))
        qtbot.waitUntil(lambda: sentences(window) == [])


def test_a_new_name_and_a_waiver_are_followed_at_once(tmp_path: Path, qtbot: QtBot) -> None:
    with a_window(tmp_path) as window:
        desk = desk_of(window, qtbot)
        (person,) = (row for row in desk.plan.rows(Participant) if row.code == "I8")
        desk.edit(
            Label("edit_participant", {"name": "Dewi"}),
            lambda: edit_participant(desk.plan, person.id, {"name_en": "Dewi"}),
        )
        assert sentences(window) == [f"[Interpreter AZ-EN], Dewi and [Hotel] {OLD}"]
        (finding,) = old_editions(desk)
        desk.edit(Label("waive"), lambda: waive(desk.plan, "X1", finding.fingerprint, "told by word", desk.new_id))
        assert [row.check for row in desk.plan.rows(Waiver)] == ["X1"]
        assert [one.waived for one in old_editions(desk)] == [True]
        desk.undo()
        assert [one.waived for one in old_editions(desk)] == [False]
