"""The story of one person's programme: found among the participants, shown alone in every view, and let go again."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from delegation_planner.plan.participant import Participant
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.screen.participants.pane import ParticipantsPane
from delegation_planner.screen.participants.rows import PersonRow
from delegation_planner.screen.schedule.narrowed import EVERYTHING
from tests.screen.panes import click, focused, give_keyboard, press, type_text
from tests.screen.windows import a_window

CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier,
)  # fmt: skip


def test_one_persons_programme_is_shown_alone_by_keys_and_let_go_by_esc(tmp_path: Path, qtbot: QtBot) -> None:
    with a_window(tmp_path) as window:
        desk, panes = window.desk, window.panes
        assert desk is not None
        assert panes is not None
        people = panes.panes["participants"]
        assert isinstance(people, ParticipantsPane)
        schedule = panes.schedule
        everything = len(desk.plan.rows(ProgrammeItem))
        give_keyboard(schedule)
        press(Qt.Key.Key_1, ALT)
        press(Qt.Key.Key_F, CTRL)
        type_text("deputy chairman")
        click(people.tree, people.model.index_of(shown_first(people)))
        person = desk.selection.one(Participant)
        assert person is not None
        press(Qt.Key.Key_F, CTRL | SHIFT)
        own = desk.index.items_concerning(person)
        assert {item.id for item in schedule.grid.book.in_order()} == own
        assert schedule.filter_strip.count.text() == f"{len(own)} of {everything} items shown"
        press(Qt.Key.Key_2, CTRL | ALT)
        assert schedule.shown == "rundown"
        shown = {id for id in schedule.rundown.model.ids() if not id.startswith("day ")}
        assert shown == own
        give_keyboard(schedule.rundown.sheet)
        QTest.keyClick(focused(), Qt.Key.Key_Escape)
        QApplication.processEvents()
        assert desk.narrowing.narrowed == EVERYTHING
        qtbot.waitUntil(lambda: not schedule.filter_strip.isVisible())
        assert len(schedule.rundown.model.ids()) > everything


def shown_first(people: ParticipantsPane) -> str:
    """The first person that the filter has left."""
    head = people.model.index(0, 0)
    row = people.model.row_at(people.model.index(0, 0, head))
    assert isinstance(row, PersonRow)
    return row.id
