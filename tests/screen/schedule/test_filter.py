"""The filter of the schedule in its pane: one for all views, seen, said and taken off by keys and mouse."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from delegation_planner.plan.delegation import Delegation
from delegation_planner.plan.edits.invitations import invite
from delegation_planner.plan.edits.participants import remove_participant
from delegation_planner.plan.kinds import LEVELS
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.screen.menu_letters import without_letter
from delegation_planner.screen.schedule.narrowed import EVERYTHING, Narrowed
from delegation_planner.screen.schedule.pane import SchedulePane
from delegation_planner.session.store import Label
from tests.builders import a_delegation, a_person, a_plan, a_visit, an_invitation, an_item
from tests.screen.conftest import OpenDesk
from tests.screen.panes import give_keyboard, nameless, press, shown

HOST = a_delegation("ID", side="host", name_en="Indonesia")
CHAIR, MINISTER = a_person("A1", name_en="Inam Karimov"), a_person("I1", HOST, name_en="Asman Abnur")
CALL, TOUR, LUNCH = an_item("01"), an_item("02", 1, "10:00", "11:00", track="spouse"), an_item("03", 2)
PLAN = a_plan(
    a_visit(last_day=2), a_delegation(name_en="Azerbaijan"), HOST, CHAIR, MINISTER, CALL, TOUR, LUNCH,
    an_invitation(CALL, CHAIR), an_invitation(CALL, MINISTER), an_invitation(LUNCH, MINISTER),
)  # fmt: skip
OF_CHAIR = Narrowed(((Participant, CHAIR.id),))


@pytest.fixture
def pane(open_desk: OpenDesk, qtbot: QtBot) -> SchedulePane:
    return shown(qtbot, SchedulePane(open_desk(PLAN)))


def on_grid(pane: SchedulePane) -> list[str]:
    return [item.code for item in pane.grid.book.in_order()]


def crossed(pane: SchedulePane) -> tuple[list[str], list[str]]:
    matrix = pane.attendance.model.matrix
    return [line.name for line in matrix.lines], [head.number for head in matrix.heads]


def test_all_views_obey_the_same_filter(pane: SchedulePane) -> None:
    pane.desk.narrowing.become(OF_CHAIR)
    assert on_grid(pane) == ["01"]
    assert not pane.looked_at.isVisible()
    pane.show_view("rundown")
    assert pane.rundown.model.ids() == ("day 1", CALL.id)
    pane.show_view("attendance")
    assert crossed(pane)[0][1:] == ["Inam Karimov"]
    assert crossed(pane)[1] == ["01", "02", "03"]
    pane.desk.narrowing.become(Narrowed(tracks=frozenset({"spouse"})))
    assert crossed(pane)[1] == ["02"]
    pane.show_view("grid")
    assert on_grid(pane) == ["02"]


def test_it_is_seen_and_what_is_hidden_is_said(pane: SchedulePane) -> None:
    strip = pane.filter_strip
    assert (strip.isVisible(), pane.filter.text()) == (False, "All items")
    pane.desk.narrowing.become(OF_CHAIR._replace(tracks=frozenset({"main"})))
    assert (strip.isVisible(), pane.filter.text()) == (True, "Filtered")
    assert [chip.text().rstrip("\u00a0\u200e") for chip in strip.chips] == ["Inam Karimov", "Main programme"]
    assert strip.count.text() == "1 of 3 items shown"
    pane.show_view("attendance")
    assert strip.count.text() == "1 of 2 people, 2 of 3 items shown"
    assert nameless(strip) == []


def test_a_chip_takes_its_part_off(pane: SchedulePane) -> None:
    pane.desk.narrowing.become(OF_CHAIR._replace(tracks=frozenset({"main"})))
    QTest.mouseClick(pane.filter_strip.chips[1], Qt.MouseButton.LeftButton)
    assert pane.desk.narrowing.narrowed == OF_CHAIR
    QTest.mouseClick(pane.filter_strip.clear, Qt.MouseButton.LeftButton)
    assert pane.desk.narrowing.narrowed == EVERYTHING
    assert not pane.filter_strip.isVisible()


@pytest.mark.parametrize("view", ["grid", "rundown", "attendance"])
def test_esc_shows_everything_again(pane: SchedulePane, view: str) -> None:
    pane.show_view(view)
    pane.desk.narrowing.become(OF_CHAIR)
    give_keyboard(pane)
    press(Qt.Key.Key_Escape)
    assert pane.desk.narrowing.narrowed == EVERYTHING


def test_esc_on_the_grid_lets_go_of_the_selection_first(pane: SchedulePane) -> None:
    pane.desk.narrowing.become(OF_CHAIR)
    pane.desk.selection.choose(ProgrammeItem, [CALL.id])
    give_keyboard(pane)
    press(Qt.Key.Key_Escape)
    assert (pane.desk.selection.ids, pane.desk.narrowing.is_on) == ((), True)
    press(Qt.Key.Key_Escape)
    assert not pane.desk.narrowing.is_on


def submenu(menu: QMenu, *titles: str) -> QMenu:
    """The menu below these titles, filled as it is when it opens."""
    for title in titles:
        inner = {without_letter(action.text()): action.menu() for action in menu.actions()}[title]
        assert isinstance(inner, QMenu)
        inner.aboutToShow.emit()
        menu = inner
    return menu


def test_the_menu_offers_people_by_delegation_tracks_and_levels(pane: SchedulePane) -> None:
    menu = pane.filter_menu
    people = submenu(menu, "Person", "Azerbaijan")
    people.actions()[0].trigger()
    assert pane.desk.narrowing.narrowed == OF_CHAIR
    submenu(menu, "Level").actions()[2].trigger()
    levels = Narrowed(levels=frozenset({"public", "detailed"})).levels
    assert pane.desk.narrowing.narrowed == Narrowed(((Participant, CHAIR.id),), frozenset(), levels)
    assert [action.isChecked() for action in submenu(menu, "Level").actions()] == [False, False, True, False, False]
    submenu(menu, "Track").actions()[1].trigger()
    submenu(menu, "Delegation").actions()[1].trigger()
    assert pane.desk.narrowing.narrowed == Narrowed(((Delegation, HOST.id),), frozenset({"main"}), levels)
    assert [without_letter(action.text()) for action in submenu(menu, "Group").actions()] == ["None"]


def test_the_person_looked_at_becomes_the_filter(pane: SchedulePane) -> None:
    pane.desk.selection.choose(Participant, [CHAIR.id])
    banner = pane.looked_at
    assert banner.isVisible()
    assert banner.banner.sentence == "Inam Karimov has a part in 1 of 3 items. The others are dimmed."
    QTest.mouseClick(banner.only, Qt.MouseButton.LeftButton)
    assert pane.desk.narrowing.narrowed == OF_CHAIR
    assert not banner.isVisible()
    pane.desk.narrowing.clear()
    banner.banner.pressed.emit()
    assert (pane.desk.selection.kind, banner.isVisible()) == (None, False)


def test_it_follows_edits(pane: SchedulePane) -> None:
    desk = pane.desk
    desk.narrowing.become(OF_CHAIR)
    desk.edit(Label("invite"), invite(desk.plan, LUNCH.id, CHAIR.id))
    assert on_grid(pane) == ["01", "03"]
    assert pane.filter_strip.count.text() == "2 of 3 items shown"
    desk.edit(Label("remove"), remove_participant(desk.plan, CHAIR.id))
    assert on_grid(pane) == ["01", "02", "03"]
    assert not pane.filter_strip.isVisible()


def test_what_is_new_is_never_hidden(pane: SchedulePane) -> None:
    pane.desk.narrowing.become(OF_CHAIR)
    pane.grid.items.add_item()
    assert len(on_grid(pane)) == 4
    assert pane.desk.narrowing.narrowed == EVERYTHING


def test_the_filter_opens_by_its_keys(pane: SchedulePane, qtbot: QtBot) -> None:
    give_keyboard(pane)
    opened: list[bool] = []
    pane.filter_menu.aboutToShow.connect(lambda: opened.append(True))
    pane.filter_menu.aboutToShow.connect(pane.filter_menu.close, Qt.ConnectionType.QueuedConnection)
    press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: opened == [True])


@pytest.mark.parametrize("view", ["grid", "rundown"])
def test_an_item_that_is_to_be_seen_is_shown_whatever_is_filtered(pane: SchedulePane, view: str) -> None:
    pane.show_view(view)
    pane.desk.narrowing.become(OF_CHAIR)
    pane.bring_into_sight(CALL.id)
    assert pane.desk.narrowing.narrowed == OF_CHAIR
    pane.desk.selection.choose(ProgrammeItem, [LUNCH.id])
    pane.bring_into_sight(LUNCH.id)
    assert pane.desk.narrowing.narrowed == EVERYTHING
    assert LUNCH.id in (
        pane.rundown.model.ids() if view == "rundown" else {one.id for one in pane.grid.book.in_order()}
    )


def words_of_chips(pane: SchedulePane) -> list[str]:
    return [chip.text().rstrip("\u00a0\u200e") for chip in pane.filter_strip.chips]


def test_chips_are_cut_only_where_the_strip_has_no_room(pane: SchedulePane) -> None:
    pane.desk.narrowing.become(OF_CHAIR._replace(levels=frozenset(LEVELS)))
    QApplication.processEvents()
    assert words_of_chips(pane) == ["Inam Karimov", "Level: Public, Detailed and Internal"]
    assert all(chip.width() >= chip.sizeHint().width() for chip in pane.filter_strip.chips)
    pane.resize(480, 700)
    QApplication.processEvents()
    assert words_of_chips(pane)[1].endswith("…")
