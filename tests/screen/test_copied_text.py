"""A day's and a person's programme on the clipboard."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from delegation_planner.plan.participant import Participant
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.screen.copied_text import copy_day_as_text, copy_programme_as_text
from delegation_planner.screen.participants.pane import ParticipantsPane
from delegation_planner.screen.schedule.paste_preview import PastePreview
from delegation_planner.screen.schedule.rundown import RundownView
from tests.builders import a_person, a_plan, a_visit, an_invitation, an_item
from tests.screen.answers import answer
from tests.screen.conftest import OpenDesk
from tests.screen.panes import press, shown

GUEST = a_person("A1", name_en="Inam Karimov")
CALL = an_item("01", status="confirmed")
SECRET = an_item("02", disclosure="internal", status="confirmed")


def test_a_day_is_copied_for_the_readers_of_a_level(open_desk: OpenDesk) -> None:
    desk = open_desk(a_plan(CALL, SECRET))
    done: list[str] = []
    desk.done.connect(done.append)
    copy_day_as_text(desk, 1)
    assert QGuiApplication.clipboard().text().split("\n")[1:] == [
        "FOR PROTOCOL OFFICERS ONLY", "Times: WIB (UTC+07)", "", "*Sun 23 Jul*", "09:00 Item 01",
    ]  # fmt: skip
    assert done == ["The text is copied. Paste it into a message."]


def test_a_persons_programme_is_copied_in_the_windows_language(open_desk: OpenDesk) -> None:
    plan = a_plan(GUEST, CALL, SECRET, an_invitation(SECRET, GUEST, "witness"))
    copy_programme_as_text(open_desk(plan, language="id"), GUEST.id)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert (lines[1], lines[-2:]) == ("Inam Karimov", ["*Min, 23 Jul*", "09.00 [en] Item 02 (saksi)"])


def test_a_visit_without_any_date_says_so(open_desk: OpenDesk) -> None:
    desk = open_desk(a_plan(a_visit(dates="window", anchor_date=None), CALL))
    told: list[str] = []
    desk.told.connect(told.append)
    copy_day_as_text(desk, 1)
    assert told == ["The visit has no date yet: set a window or a first day."]


def test_the_rundown_copies_the_day_of_the_selected_item(open_desk: OpenDesk, qtbot: QtBot) -> None:
    later = an_item("03", 2, status="confirmed")
    pane = shown(qtbot, RundownView(open_desk(a_plan(a_visit(last_day=2), CALL, later))))
    pane.desk.selection.choose(ProgrammeItem, [later.id])
    pane.sheet.setFocus()
    press(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert QGuiApplication.clipboard().text().split("\n")[-2:] == ["*Mon 24 Jul*", "09:00 Item 03"]


def test_the_participants_copy_the_selected_persons_programme(open_desk: OpenDesk, qtbot: QtBot) -> None:
    pane = shown(qtbot, ParticipantsPane(open_desk(a_plan(GUEST, CALL, an_invitation(CALL, GUEST)))))
    pane.desk.selection.choose(Participant, [GUEST.id])
    pane.tree.setFocus()
    press(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert QGuiApplication.clipboard().text().split("\n")[-2:] == ["*Sun 23 Jul*", "09:00 Item 01"]


def test_rows_are_pasted_into_the_rundown_by_keys(open_desk: OpenDesk, qtbot: QtBot) -> None:
    pane = shown(qtbot, RundownView(open_desk(a_plan(a_visit(last_day=2), CALL))))
    QGuiApplication.clipboard().setText("1\t9:15\t10:15\tCourtesy call")
    pane.sheet.setFocus()
    with answer(PastePreview, "Paste 1 row"):
        press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    moved = CALL._replace(start_time="09:15", end_time="10:15", title_en="Courtesy call")
    assert pane.desk.plan.rows(ProgrammeItem) == (moved,)
