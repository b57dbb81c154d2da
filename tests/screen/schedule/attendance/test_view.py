"""The attendance matrix under real keys and mouse."""

import pytest
from PySide6.QtCore import QEvent, QModelIndex, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QAccessible, QGuiApplication, QMouseEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from delegation_planner.plan.attendance import attendees
from delegation_planner.plan.delegation import Delegation
from delegation_planner.plan.edits.items import move_item
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.resource_files import read_sample
from delegation_planner.screen.schedule.attendance.heads import DAYS, HEAD
from delegation_planner.screen.schedule.attendance.rows import Shown
from delegation_planner.screen.schedule.attendance.view import AttendanceView
from delegation_planner.session.store import Label
from tests.builders import a_delegation, a_group, a_person, a_plan, a_visit, an_invitation, an_item
from tests.screen.conftest import OpenDesk
from tests.screen.panes import nameless, press, rich_labels, shown, type_text

ONE, TWO, THREE = a_person("A1", name_en="Inam Karimov", head=True), a_person("A2"), a_person("A3")
DEL = a_group("DEL", [ONE, TWO])
CALL, SIGNING, DINNER = (
    an_item("01", 1),
    an_item("02", 2, kind="signing"),
    an_item("03", 2, "19:00", "21:00", kind="meal"),
)
BARE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def view(open_desk: OpenDesk, qtbot: QtBot) -> AttendanceView:
    rows = (ONE, TWO, THREE, DEL, CALL, SIGNING, DINNER, an_invitation(SIGNING, DEL))
    made = shown(qtbot, AttendanceView(open_desk(a_plan(a_visit(last_day=2), *rows))))
    made.table.setFocus()
    return made


def cell(view: AttendanceView, person: Participant, item: ProgrammeItem) -> QModelIndex:
    row, column = view.model.row_of(person.id), view.model.column_of(item.id)
    assert row is not None
    assert column is not None
    return view.model.index(row, column)


def roles(view: AttendanceView, item: ProgrammeItem) -> dict[str, tuple[str, ...]]:
    """Who comes to an item, by code, with the roles."""
    plan = view.desk.plan
    return {plan.find(Participant, id).code: coming.roles for id, coming in attendees(plan, item.id).items()}


def click(view: AttendanceView, index: QModelIndex) -> None:
    place = view.table.visualRect(index).center()
    QTest.mouseClick(view.table.viewport(), Qt.MouseButton.LeftButton, BARE, place)
    QApplication.processEvents()


def pick(verb: str, key: Qt.Key = Qt.Key.Key_Return) -> QTimer:
    """Choose a line of the menu that opens next, as a person does with the arrow keys and Enter, or press a key."""
    timer = QTimer()

    def look() -> None:
        menu = QApplication.activePopupWidget()
        if isinstance(menu, QMenu):
            timer.stop()
            action = next(each for each in menu.actions() if each.text().startswith(verb))
            menu.setActiveAction(action)
            QTest.keyClick(menu, key)

    timer.timeout.connect(look)
    timer.start(10)
    return timer


def test_a_letter_sets_a_role_and_undo_takes_it_back(view: AttendanceView) -> None:
    view.table.setCurrentIndex(cell(view, ONE, SIGNING))
    type_text("s")
    assert roles(view, SIGNING) == {"A1": ("signatory",), "A2": ()}
    assert cell(view, ONE, SIGNING).data() == "S"
    assert view.table.currentIndex() == cell(view, ONE, SIGNING)
    QTest.keyClicks(view.table, "D", SHIFT)
    assert cell(view, ONE, SIGNING).data() == "SD"
    assert view.desk.undo()
    assert view.desk.undo()
    assert cell(view, ONE, SIGNING).data() == "M"


def test_delete_takes_one_person_out_of_the_group(view: AttendanceView) -> None:
    view.table.setCurrentIndex(cell(view, TWO, SIGNING))
    press(Qt.Key.Key_Delete)
    assert view.desk.plan.invitations(SIGNING.id) == {DEL.id: an_invitation(SIGNING, DEL, without=[TWO])}
    assert view.model.crossing(cell(view, TWO, SIGNING)).left_out_of == ("DEL",)
    type_text("m")
    assert view.desk.plan.invitations(SIGNING.id) == {DEL.id: an_invitation(SIGNING, DEL)}


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_enter_and_space_open_the_choice(view: AttendanceView, key: Qt.Key) -> None:
    view.table.setCurrentIndex(cell(view, THREE, DINNER))
    waiting = pick("Host")
    press(key)
    assert not waiting.isActive()
    assert roles(view, DINNER) == {"A3": ("host",)}


def test_a_click_opens_the_choice(view: AttendanceView) -> None:
    index = cell(view, THREE, DINNER)
    waiting = pick("Optional")
    click(view, index)
    assert not waiting.isActive()
    assert view.table.currentIndex() == index
    assert view.desk.plan.invitations(DINNER.id) == {THREE.id: an_invitation(DINNER, THREE, optional=True)}
    assert index.data() == "(M)"


def test_the_choice_takes_letters(view: AttendanceView) -> None:
    waiting = pick("", Qt.Key.Key_I)
    click(view, cell(view, THREE, DINNER))
    assert not waiting.isActive()
    assert roles(view, DINNER) == {"A3": ("interpreter",)}
    waiting = pick("", Qt.Key.Key_Delete)
    click(view, cell(view, THREE, DINNER))
    assert roles(view, DINNER) == {}


def drag(view: AttendanceView, first: QModelIndex, last: QModelIndex) -> None:
    """Choose a block with the mouse."""
    ports = view.table.viewport()
    start, end = (view.table.visualRect(index).center() for index in (first, last))
    QTest.mousePress(ports, Qt.MouseButton.LeftButton, BARE, start)
    # An event of its own: what QTest moves carries no button.
    global_end = ports.mapToGlobal(QPointF(end))
    move = QMouseEvent(
        QEvent.Type.MouseMove, QPointF(end), global_end, Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton, BARE
    )
    QApplication.sendEvent(ports, move)
    QTest.mouseRelease(ports, Qt.MouseButton.LeftButton, BARE, end)
    QApplication.processEvents()


def test_a_block_is_set_at_once(view: AttendanceView) -> None:
    drag(view, cell(view, ONE, SIGNING), cell(view, THREE, DINNER))
    type_text("w")
    assert roles(view, DINNER) == dict.fromkeys(("A1", "A2", "A3"), ("witness",))
    assert roles(view, SIGNING) == dict.fromkeys(("A1", "A2", "A3"), ("witness",))
    assert view.desk.undo()
    assert (roles(view, SIGNING), roles(view, DINNER)) == ({"A1": (), "A2": ()}, {})


def test_a_block_follows_the_cell_with_the_keyboard(view: AttendanceView) -> None:
    view.table.setCurrentIndex(cell(view, TWO, SIGNING))
    type_text("w")
    drag(view, cell(view, ONE, SIGNING), cell(view, TWO, SIGNING))
    assert view.table.currentIndex() == cell(view, TWO, SIGNING)
    QTest.keyClicks(view.table, "W", SHIFT)
    assert roles(view, SIGNING) == {"A1": (), "A2": ()}
    QTest.keyClicks(view.table, "W", SHIFT)
    assert roles(view, SIGNING) == {"A1": ("witness",), "A2": ("witness",)}


def test_cell_and_window_select_the_same_item(view: AttendanceView) -> None:
    view.table.setCurrentIndex(cell(view, ONE, CALL))
    press(Qt.Key.Key_Right)
    assert view.desk.selection.one(ProgrammeItem) == SIGNING.id
    assert view.table.lit.columns == frozenset({1})
    view.desk.selection.choose(ProgrammeItem, [DINNER.id])
    assert view.table.currentIndex() == cell(view, ONE, DINNER)
    view.desk.selection.choose(Participant, [THREE.id])
    assert (view.table.currentIndex(), view.table.lit.rows) == (cell(view, THREE, DINNER), frozenset({3}))
    assert view.desk.selection.one(Participant) == THREE.id


def test_heads_and_names_are_chosen_by_the_mouse_and_a_person_by_keys(view: AttendanceView) -> None:
    left = Qt.MouseButton.LeftButton
    items, names = view.table.items, view.table.names
    QTest.mouseClick(items.viewport(), left, pos=QPoint(items.sectionViewportPosition(2) + 10, 60))
    assert view.desk.selection.one(ProgrammeItem) == DINNER.id
    QTest.mouseClick(names.viewport(), left, pos=QPoint(60, names.sectionViewportPosition(1) + 10))
    assert view.desk.selection.one(Participant) == ONE.id
    QTest.mouseClick(names.viewport(), left, pos=QPoint(60, 5))
    assert view.desk.selection.one(Delegation) == a_delegation().id
    view.table.setCurrentIndex(cell(view, TWO, CALL))
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert view.desk.selection.one(Participant) == TWO.id


def test_the_pointer_lights_row_and_column_and_leaves_them(view: AttendanceView) -> None:
    index = cell(view, TWO, SIGNING)
    QTest.mouseMove(view.table.viewport(), view.table.visualRect(index).center())
    QApplication.processEvents()
    assert (view.table.lit.row, view.table.lit.column) == (index.row(), index.column())
    assert (view.table.names.lit, view.table.items.lit) == (index.row(), index.column())


def test_fields_narrow_the_matrix(view: AttendanceView) -> None:
    view.tools.show()
    view.tools.day.setCurrentIndex(2)
    view.tools.day.commit()
    assert [head.number for head in view.model.matrix.heads] == ["02", "03"]
    view.tools.filter.setText("karimov")
    assert [line.name for line in view.model.matrix.lines] == ["Delegation AZ", "Inam Karimov"]
    view.tools.filter.setText("nobody like it")
    assert not view.table.isVisible()
    view.show_all()
    assert view.table.isVisible()
    assert (view.shown, view.tools.filter.text()) == (Shown(), "")


def test_the_cell_stays_when_items_and_people_come_and_change_places(view: AttendanceView) -> None:
    view.table.setCurrentIndex(cell(view, TWO, SIGNING))
    view.desk.edit(Label("move_item"), lambda: move_item(view.desk.plan, SIGNING.id, 1, "07:00"))
    assert [head.number for head in view.model.matrix.heads] == ["02", "01", "03"]
    assert view.table.currentIndex() == cell(view, TWO, SIGNING)


def test_what_changes_while_it_is_hidden_is_there_when_it_comes(view: AttendanceView) -> None:
    view.hide()
    view.desk.edit(Label("move_item"), lambda: move_item(view.desk.plan, SIGNING.id, 1, "07:00"))
    assert [head.number for head in view.model.matrix.heads] == ["01", "02", "03"]
    view.show()
    assert [head.number for head in view.model.matrix.heads] == ["02", "01", "03"]


def test_a_role_of_the_group_is_refused_in_a_sentence(open_desk: OpenDesk, qtbot: QtBot) -> None:
    view = shown(qtbot, AttendanceView(open_desk(a_plan(ONE, TWO, DEL, CALL, an_invitation(CALL, DEL, "witness")))))
    told: list[str] = []
    view.desk.told.connect(told.append)
    view.table.setFocus()
    view.table.setCurrentIndex(cell(view, ONE, CALL))
    type_text("m")
    assert told == ["Inam Karimov has this role with the group DEL. Take the person out of the group here first."]


def test_totals_scroll_with_the_matrix_and_follow_edits(open_desk: OpenDesk, qtbot: QtBot) -> None:
    view = shown(qtbot, AttendanceView(open_desk(read_sample(fixed=True))), 700, 500)
    bar = view.totals.horizontalScrollBar()
    assert bar.maximum() == view.table.horizontalScrollBar().maximum() > 0
    bar.setValue(333)
    assert view.table.horizontalScrollBar().value() == 333
    signing = next(at for at, head in enumerate(view.model.matrix.heads) if head.kind == "signing")
    assert view.totals_model.index(0, signing).data() == "18"
    view.table.setFocus()
    view.table.setCurrentIndex(view.model.index(1, signing))
    press(Qt.Key.Key_Delete)
    assert view.totals_model.index(0, signing).data() == "17"
    assert view.table.columnViewportPosition(signing) == view.totals.columnViewportPosition(signing)


def test_the_table_is_copied(view: AttendanceView) -> None:
    view.table.setCurrentIndex(cell(view, ONE, SIGNING))
    press(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert (lines[0], lines[2]) == ("\t01 Item 01\t02 Item 02\t03 Item 03", "Inam Karimov\t\tM\t")
    drag(view, cell(view, ONE, SIGNING), cell(view, TWO, DINNER))
    press(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "\t02 Item 02\t03 Item 03\nInam Karimov\tM\t\nPerson A2\tM\t"


def test_a_listener_hears_who_comes_to_what(view: AttendanceView) -> None:
    index = cell(view, ONE, SIGNING)
    said = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Inam Karimov, 02 Item 02: comes without a role; with the group DEL"
    table = QAccessible.queryAccessibleInterface(view.table)
    heard = {table.child(at).text(QAccessible.Text.Name) for at in range(table.childCount())}
    assert {said, "1 Inam Karimov", "02 Item 02, D2 Mon 24 Jul 09:00, 2 people"} <= heard
    assert nameless(view) == []


def test_names_that_look_like_html_are_shown_letter_by_letter(open_desk: OpenDesk, qtbot: QtBot) -> None:
    evil = a_person("A1", name_en="<b>Bold</b>")
    view = shown(qtbot, AttendanceView(open_desk(a_plan(evil, CALL))))
    assert "<b>" not in cell(view, evil, CALL).data(Qt.ItemDataRole.ToolTipRole)
    assert "<b>" not in view.model.headerData(1, Qt.Orientation.Vertical, Qt.ItemDataRole.ToolTipRole)
    assert rich_labels(view) == []


def test_an_empty_plan_says_the_next_step(open_desk: OpenDesk, qtbot: QtBot) -> None:
    view = shown(qtbot, AttendanceView(open_desk(a_plan())))
    assert view.empty.isVisible()


def test_the_model_keeps_qts_rules(view: AttendanceView) -> None:
    mode = QAbstractItemModelTester.FailureReportingMode.Warning
    testers = [QAbstractItemModelTester(model, mode) for model in (view.model, view.totals_model)]
    view.table.setCurrentIndex(cell(view, THREE, DINNER))
    type_text("w")
    view.desk.edit(Label("move_item"), lambda: move_item(view.desk.plan, SIGNING.id, 1, "07:00"))
    while view.desk.session.undo_label is not None:
        assert view.desk.undo()
    assert len(testers) == 2


def test_heads_grow_for_long_titles_where_rows_leave_room(open_desk: OpenDesk, qtbot: QtBot) -> None:
    long = a_plan(a_visit(last_day=1), ONE, an_item("01", title_en="Arrival and welcome at the international airport"))
    table = shown(qtbot, AttendanceView(open_desk(long))).table
    assert HEAD + DAYS < table.items.height() <= HEAD + DAYS + 60
    table.resize(table.width(), HEAD + DAYS + 60)
    QApplication.processEvents()
    assert table.items.height() == HEAD + DAYS
    short = a_plan(a_visit(last_day=1), ONE, an_item("01", title_en="Call"))
    assert shown(qtbot, AttendanceView(open_desk(short))).table.items.height() == HEAD + DAYS
