"""Ways to mend a finding, by button, menu and keys: one edit, after which it is gone."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from delegation_planner.plan.attendance import must_come
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.screen.findings.pane import FindingsPane
from delegation_planner.session.store import Label
from tests.builders import a_person, a_place, a_plan, an_invitation, an_item
from tests.screen.conftest import OpenDesk
from tests.screen.panes import click, press, shown

GUEST = a_person("A1", name_en="Inam & <b>Co</b>")
FIRST, SECOND = an_item("01", 1, "09:00", "10:00"), an_item("02", 1, "09:45", "11:00")
CLASH = a_plan(GUEST, FIRST, SECOND, an_invitation(FIRST, GUEST), an_invitation(SECOND, GUEST))


@pytest.fixture
def pane(open_desk: OpenDesk, qtbot: QtBot) -> FindingsPane:
    return shown(qtbot, FindingsPane(open_desk(CLASH)), 280, 300)


def buttons(pane: FindingsPane) -> dict[str, QPushButton]:
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return {button.text(): button for button in pane.list.findChildren(QPushButton) if button.isVisible()}


def ways(pane: FindingsPane) -> list[str]:
    return [action.text().replace("\u00a0", " ") for action in pane.mends.actions()]


def test_a_finding_is_mended_from_its_button_and_undo_brings_it_back(pane: FindingsPane) -> None:
    click(pane.list, pane.model.index(0, 0))
    assert list(buttons(pane)) == ["Open", "Mend…", "Waive…"]
    assert ways(pane) == ["Shorten 01 by 15 min", "Move 02 after 01", "Take Inam && <b>Co</b> out of 02"]
    QTest.mouseClick(buttons(pane)["Mend…"], Qt.MouseButton.LeftButton)
    assert QApplication.activePopupWidget() is pane.mends
    QTest.mouseClick(
        pane.mends, Qt.MouseButton.LeftButton, pos=pane.mends.actionGeometry(pane.mends.actions()[1]).center()
    )
    QApplication.processEvents()
    assert pane.model.rowCount() == 0
    second = pane.desk.plan.find(ProgrammeItem, SECOND.id)
    assert (second.start_time, second.end_time) == ("10:00", "11:15")
    assert pane.desk.session.undo_label == Label("mend_finding")
    assert pane.desk.undo()
    assert (pane.desk.plan, pane.model.rowCount()) == (CLASH, 1)


def test_each_way_says_what_it_would_bring(open_desk: OpenDesk, qtbot: QtBot) -> None:
    third = an_item("03", 1, "11:00", "12:00")
    plan = a_plan(GUEST, FIRST, SECOND, third, *(an_invitation(item, GUEST) for item in (FIRST, SECOND, third)))
    pane = shown(qtbot, FindingsPane(open_desk(plan)), 280, 300)
    click(pane.list, pane.model.index(0, 0))
    pane.offer_mends()
    assert [way.split("\t") for way in ways(pane)] == [
        ["Shorten 01 by 15 min", "no new finding"],
        ["Move 02 after 01", "1 new finding"],
        ["Take Inam && <b>Co</b> out of 02", "no new finding"],
    ]
    pane.mends.close()


def test_a_way_is_taken_by_keys(pane: FindingsPane) -> None:
    click(pane.list, pane.model.index(0, 0))
    pane.offer_mends()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert pane.desk.plan.find(ProgrammeItem, FIRST.id).end_time == "09:45"
    assert pane.model.rowCount() == 0


def test_nothing_is_offered_without_a_finding_or_in_a_plan_to_read(
    pane: FindingsPane, open_desk: OpenDesk, qtbot: QtBot
) -> None:
    assert ways(pane) == []
    reading = shown(qtbot, FindingsPane(open_desk(CLASH, read_only=True)), 280, 300)
    click(reading.list, reading.model.index(0, 0))
    assert (ways(reading), list(buttons(reading))) == ([], ["Open"])


def test_in_a_narrow_pane_the_buttons_that_a_click_replaces_give_way(open_desk: OpenDesk, qtbot: QtBot) -> None:
    pane = shown(qtbot, FindingsPane(open_desk(CLASH, "id")), 228, 300)
    click(pane.list, pane.model.index(0, 0))
    assert list(buttons(pane)) == ["Perbaiki…", "Kecualikan…"]
    assert all(button.width() >= button.sizeHint().width() for button in buttons(pane).values())
    pane.resize(400, 300)
    QApplication.processEvents()
    assert list(buttons(pane)) == ["Buka", "Perbaiki…", "Kecualikan…"]


def test_the_movement_for_a_gap_is_made_from_its_finding(open_desk: OpenDesk, qtbot: QtBot) -> None:
    hotel, ministry = (a_place(code, city="Jakarta", name_en=code) for code in ("HTL", "MIN"))
    first, last = FIRST._replace(place_id=hotel.id), an_item("02", 1, "11:15", "12:00", place_id=ministry.id)
    plan = a_plan(GUEST, hotel, ministry, first, last, an_invitation(first, GUEST), an_invitation(last, GUEST))
    pane = shown(qtbot, FindingsPane(open_desk(plan)), 280, 300)
    click(pane.list, pane.model.index(0, 0))
    assert ways(pane) == ["Make the movement from 01 to 02, 45 min"]
    pane.mends.actions()[0].trigger()
    [made] = [item for item in pane.desk.plan.rows(ProgrammeItem) if item.kind == "movement"]
    assert (made.start_time, made.end_time, made.travel_mode, made.travel_minutes) == ("10:30", "11:15", "car", 45)
    assert (made.place_id, made.to_place_id) == (hotel.id, ministry.id)
    assert must_come(pane.desk.plan, made.id) == {GUEST.id}
    assert pane.model.rowCount() == 0
