"""The grid under a real mouse: every drag is one edit, or none."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from delegation_planner.plan.participant import Participant
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.screen.schedule.grid.drag_card import DragCard
from delegation_planner.screen.schedule.grid.drop_words import drop_words
from delegation_planner.screen.schedule.grid.view import GridView
from delegation_planner.words.words import ENGLISH
from tests.builders import a_person, a_plan, an_invitation, an_item
from tests.screen.conftest import OpenDesk
from tests.screen.schedule.grid_scenes import a_grid, at, block_of, drag, hold, item, move, on, times

LEFT = Qt.MouseButton.LeftButton
NONE, CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)  # fmt: skip
GUEST = a_person("A1", name_en="Inam Karimov")
ITEMS = (
    an_item("01", 1, "09:00", "10:00", title_en="Call <i>on</i> the Mayor"),
    an_item("02", 1, "11:00", "12:00"),
    an_item("03", 2, "09:00", "10:30"),
    an_item("04", 2, "19:00", "21:00"),
)


@pytest.fixture
def view(open_desk: OpenDesk, qtbot: QtBot) -> GridView:
    plan = a_plan(GUEST, *ITEMS, *(an_invitation(row, GUEST) for row in ITEMS[:2]))
    return a_grid(qtbot, open_desk(plan))


def chosen(view: GridView) -> list[str]:
    return [view.desk.plan.find(ProgrammeItem, id).code for id in view.selected_ids()]


def edits(view: GridView) -> int:
    return len([entry for entry in view.desk.session.store.log() if entry.direction == "do"])


def is_dragging(view: GridView) -> bool:
    return view.pointer.dragging


def copies(view: GridView) -> bool:
    return view.pointer.drop is not None and view.pointer.drop.copy


def by_minutes(point: QPoint, view: GridView, minutes: float) -> QPoint:
    return point + QPoint(0, round(minutes * view.scale.hour / 60))


def test_it_opens_in_the_morning_with_all_days(view: GridView) -> None:
    assert view.scale.top == round(view.scale.y_of(7 * 60 + 10))
    assert view.scale.columns_seen() == range(5)


def test_a_drag_moves_an_item_and_undo_moves_it_back(view: GridView) -> None:
    drag(view, on(view, "01"), by_minutes(on(view, "01"), view, 31))
    assert times(view, "01") == (1, "09:30", 1, "10:30")
    assert (chosen(view), edits(view)) == (["01"], 1)
    view.desk.undo()
    assert times(view, "01") == (1, "09:00", 1, "10:00")


def test_with_alt_a_drag_goes_by_minutes(view: GridView) -> None:
    drag(view, on(view, "01"), by_minutes(on(view, "01"), view, 31), ALT)
    assert times(view, "01") == (1, "09:31", 1, "10:31")


def test_a_drag_leads_to_another_day(view: GridView) -> None:
    width = round(view.scale.column_width)
    drag(view, on(view, "01"), on(view, "01") + QPoint(2 * width, 0))
    assert times(view, "01") == (3, "09:00", 3, "10:00")


def test_the_lower_edge_changes_the_end(view: GridView) -> None:
    drag(view, on(view, "01", -2), by_minutes(on(view, "01", -2), view, 15))
    assert times(view, "01") == (1, "09:00", 1, "10:15")


def test_the_upper_edge_changes_the_start(view: GridView) -> None:
    drag(view, on(view, "01", 2), by_minutes(on(view, "01", 2), view, -20))
    assert times(view, "01") == (1, "08:40", 1, "10:00")


def test_ctrl_makes_a_copy(view: GridView) -> None:
    drag(view, on(view, "01"), by_minutes(on(view, "01"), view, 240), CTRL)
    assert times(view, "01") == (1, "09:00", 1, "10:00")
    assert (times(view, "05"), chosen(view), edits(view)) == ((1, "13:00", 1, "14:00"), ["05"], 1)
    assert item(view, "05").title_en == ITEMS[0].title_en


def test_several_selected_items_move_in_one_edit(view: GridView) -> None:
    QTest.mouseClick(view.viewport(), LEFT, NONE, on(view, "01"))
    QTest.mouseClick(view.viewport(), LEFT, CTRL, on(view, "03"))
    assert chosen(view) == ["01", "03"]
    drag(view, on(view, "01"), by_minutes(on(view, "01"), view, 60))
    assert (times(view, "01"), times(view, "03")) == ((1, "10:00", 1, "11:00"), (2, "10:00", 2, "11:30"))
    assert edits(view) == 1
    view.desk.undo()
    assert (times(view, "01"), times(view, "03")) == ((1, "09:00", 1, "10:00"), (2, "09:00", 2, "10:30"))


def test_esc_puts_a_drag_back(view: GridView) -> None:
    start, end = on(view, "01"), by_minutes(on(view, "01"), view, 60)
    hold(view, start, end)
    assert is_dragging(view)
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert not is_dragging(view)
    QTest.mouseRelease(view.viewport(), LEFT, NONE, end)
    assert (times(view, "01"), edits(view)) == ((1, "09:00", 1, "10:00"), 0)
    assert chosen(view) == ["01"]


def test_a_hand_that_trembles_moves_nothing(view: GridView) -> None:
    start = on(view, "01")
    QTest.mousePress(view.viewport(), LEFT, NONE, start)
    move(view, start + QPoint(2, 3))
    QTest.mouseRelease(view.viewport(), LEFT, NONE, start + QPoint(2, 3))
    assert (edits(view), chosen(view)) == (0, ["01"])


def test_a_drag_on_empty_ground_makes_an_item_to_be_named(view: GridView) -> None:
    drag(view, at(view, 3, 9 * 60), at(view, 3, 10 * 60 + 15))
    assert (times(view, "05"), chosen(view)) == ((3, "09:00", 3, "10:15"), ["05"])
    assert view.field is not None
    QTest.keyClicks(view.field, "Briefing")
    QTest.keyClick(view.field, Qt.Key.Key_Return)
    assert item(view, "05").title_en == "Briefing"


def test_a_double_click_on_empty_ground_makes_an_hour(view: GridView) -> None:
    QTest.mouseDClick(view.viewport(), LEFT, NONE, at(view, 3, 14 * 60 + 40))
    assert times(view, "05") == (3, "14:30", 3, "15:30")


def test_a_double_click_on_an_item_asks_for_its_details(view: GridView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.details_asked) as asked:
        QTest.mouseDClick(view.viewport(), LEFT, NONE, on(view, "02"))
    assert asked.args == [item(view, "02").id]
    assert edits(view) == 0


def test_a_rubber_band_selects_what_it_meets(view: GridView) -> None:
    drag(view, at(view, 1, 8 * 60 + 30), at(view, 2, 9 * 60 + 30), SHIFT)
    assert chosen(view) == ["01", "03"]
    drag(view, at(view, 1, 10 * 60 + 30), at(view, 1, 11 * 60 + 30, 40), CTRL)
    assert (chosen(view), edits(view)) == (["01", "03", "02"], 0)


def test_a_click_on_empty_ground_selects_nothing(view: GridView) -> None:
    QTest.mouseClick(view.viewport(), LEFT, NONE, on(view, "01"))
    QTest.mouseClick(view.viewport(), LEFT, NONE, at(view, 3, 600))
    assert chosen(view) == []


def test_ctrl_clicks_add_and_take_away(view: GridView) -> None:
    for code in ("01", "02", "01"):
        QTest.mouseClick(view.viewport(), LEFT, CTRL, on(view, code))
    assert chosen(view) == ["02"]


def test_a_drag_that_rests_says_what_it_would_cause(view: GridView, qtbot: QtBot) -> None:
    hold(view, on(view, "01"), by_minutes(on(view, "01"), view, 90))
    qtbot.waitUntil(lambda: view.pointer.difference is not None)
    assert view.pointer.difference is not None
    assert [finding.check for finding in view.pointer.difference.new] == ["C1"]
    QTest.keyClick(view, Qt.Key.Key_Escape)


def test_a_drag_says_nothing_of_findings_before_the_plan_is_judged(
    view: GridView, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(view.desk), "findings_kept", None)
    hold(view, on(view, "01"), by_minutes(on(view, "01"), view, 90))
    view.pointer.judge()
    assert view.pointer.difference is None
    QTest.keyClick(view, Qt.Key.Key_Escape)


def test_ctrl_in_the_middle_of_a_drag_turns_it_into_a_copy(view: GridView) -> None:
    hold(view, on(view, "01"), by_minutes(on(view, "01"), view, 240))
    assert not copies(view)
    QTest.keyPress(view, Qt.Key.Key_Control, CTRL)
    assert copies(view)
    QTest.keyRelease(view, Qt.Key.Key_Control, NONE)
    assert not copies(view)
    QTest.keyClick(view, Qt.Key.Key_Escape)


def test_a_drag_at_the_edge_scrolls(view: GridView, qtbot: QtBot) -> None:
    before = view.scale.top
    hold(view, on(view, "01"), QPoint(on(view, "01").x(), view.scale.height - 4))
    qtbot.waitUntil(lambda: view.scale.top > before + 40)
    QTest.keyClick(view, Qt.Key.Key_Escape)


def test_a_plan_that_can_only_be_read_is_not_changed(view: GridView, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(type(view.desk), "read_only", True)
    told: list[str] = []
    view.desk.done.connect(told.append)
    drag(view, on(view, "01"), by_minutes(on(view, "01"), view, 60))
    assert told == ["This plan is open for reading only. Save a copy to change it."]
    drag(view, at(view, 3, 600), at(view, 3, 660))  # chooses what lies there
    assert len(told) == 1
    QTest.mouseDClick(view.viewport(), LEFT, NONE, at(view, 3, 600))
    view.choose([item(view, "01").id])
    QTest.keyClick(view, Qt.Key.Key_F2)
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert told == told[:1] * 4
    assert (times(view, "01"), edits(view), view.field) == ((1, "09:00", 1, "10:00"), 0, None)


def test_the_pointer_says_where_an_edge_can_be_held(view: GridView) -> None:
    QTest.mouseMove(view.viewport(), on(view, "01", -2))
    assert view.viewport().cursor().shape() == Qt.CursorShape.SizeVerCursor
    QTest.mouseMove(view.viewport(), on(view, "01"))
    assert view.viewport().cursor().shape() == Qt.CursorShape.ArrowCursor
    assert view.pointer.hovered == block_of(view, "01")


def test_the_tool_tip_shows_a_title_letter_by_letter(view: GridView) -> None:
    point = on(view, "01")
    view.show_tip(point, view.viewport().mapToGlobal(point))
    assert "Call &lt;i&gt;on&lt;/i&gt; the Mayor" in QToolTip.text()
    assert "Inam" not in QToolTip.text()
    view.show_tip(at(view, 3, 600), view.viewport().mapToGlobal(at(view, 3, 600)))


def test_a_pill_leads_to_what_is_out_of_sight(view: GridView, qtbot: QtBot) -> None:
    pills = {(pill.column, pill.way): pill for pill in view.pills()}
    assert list(pills) == [(1, "later")]
    assert pills[1, "later"].text == "1 later"
    box = pills[1, "later"].box
    QTest.mouseClick(view.viewport(), LEFT, NONE, QPoint(round(box.x) + 8, round(box.y) + 8))
    qtbot.waitUntil(lambda: view.box_of(block_of(view, "04")).bottom < view.scale.height)
    assert edits(view) == 0


def wheel(view: GridView, at: QPoint, steps: int, modifiers: Qt.KeyboardModifier) -> None:
    event = QWheelEvent(
        QPointF(at), QPointF(view.viewport().mapToGlobal(at)), QPoint(), QPoint(0, 120 * steps),
        Qt.MouseButton.NoButton, modifiers, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), event)


def test_ctrl_and_the_wheel_zoom_about_the_pointer(view: GridView) -> None:
    view.scroll_by(0, 200)
    point = QPoint(300, 350)
    before = view.scale.minute_at(point.y())
    wheel(view, point, 2, CTRL)
    assert view.scale.hour == pytest.approx(72 * 1.21)
    assert view.scale.minute_at(point.y()) == pytest.approx(before, abs=1)
    top = view.scale.top
    wheel(view, point, -1, NONE)
    assert view.scale.top > top
    assert view.scale.hour == pytest.approx(72 * 1.21)


def test_a_person_dims_what_others_do(view: GridView) -> None:
    view.desk.selection.choose(Participant, [GUEST.id])
    assert [view.shown.opacity(item(view, code).id) for code in ("01", "02", "03")] == [1.0, 1.0, 0.34]
    view.desk.selection.clear()
    assert view.shown.opacity(item(view, "03").id) == 1.0


def test_the_moving_block_says_the_new_time(view: GridView) -> None:
    start = on(view, "02")
    hold(view, start, start + QPoint(0, round(view.scale.hour / 2)))
    drop = view.pointer.drop
    assert drop is not None
    ((block, _),) = view.overlay.lying(view.scale, view.shown, drop)
    assert block is not None
    before, now = view.shown.faces.face(block_of(view, "02")), view.shown.faces.made_for(block)
    assert (before.start, now.start, now.times) == ("11:00", "11:30", "11:30–12:30")
    view.pointer.cancel()


def test_the_card_of_a_drag_says_whole_keys_or_fewer(view: GridView) -> None:
    start = on(view, "02")
    hold(view, start, start + QPoint(0, 30))
    drop = view.pointer.drop
    assert drop is not None
    said = drop_words(ENGLISH, view.desk.plan, drop, None)
    card = DragCard(view.desk.theme, view.fonts)
    wide = view.fonts.width(" · ".join(said.keys), 10.5, 400)
    assert card.keys(said, 2 * wide) == "   ·   ".join(said.keys)
    assert card.keys(said, wide) == " · ".join(said.keys)
    assert card.keys(said, wide - 1) == "   ·   ".join(said.keys[:2])
    assert card.keys(said, 10) == "Esc put back"
    view.pointer.cancel()
