"""The grid under real keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from delegation_planner.plan.edits.items import move_item
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.screen.dialogs.question import Question
from delegation_planner.screen.schedule.grid.scale import HEAD, HOUR, RULER, RULER_WITH_GUEST
from delegation_planner.screen.schedule.grid.view import GridView
from delegation_planner.screen.schedule.narrowed import Narrowed
from delegation_planner.session.store import Label
from tests.builders import a_person, a_plan, a_visit, an_item
from tests.screen.answers import answer
from tests.screen.conftest import OpenDesk
from tests.screen.schedule.grid_scenes import a_grid, block_of, item, times

Key = Qt.Key
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier,
)  # fmt: skip


@pytest.fixture
def view(open_desk: OpenDesk, qtbot: QtBot) -> GridView:
    plan = a_plan(
        a_visit(last_day=8),
        a_person(),
        an_item("01", 1, "09:00", "10:00", title_en="Welcome"),
        an_item("02", 1, "11:00", "12:00", short_title_en="Signing"),
        an_item("03", 2, "09:00", "10:30"),
        an_item("04", 7, "19:00", "21:00"),
    )
    return a_grid(qtbot, open_desk(plan))


def press(view: GridView, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(view, key, modifiers)


def chosen(view: GridView) -> list[str]:
    return [view.desk.plan.find(ProgrammeItem, id).code for id in view.selected_ids()]


def choose(view: GridView, *codes: str) -> None:
    view.choose([item(view, code).id for code in codes])


def test_arrows_walk_through_the_items(view: GridView) -> None:
    walked = []
    for key in (Key.Key_Down, Key.Key_Down, Key.Key_Right, Key.Key_Right, Key.Key_Left, Key.Key_Up):
        press(view, key)
        walked += chosen(view)
    assert walked == ["01", "02", "03", "04", "03", "02"]


def test_home_and_end(view: GridView) -> None:
    choose(view, "02")
    walked = []
    for key, modifiers in (
        (Key.Key_Home, Qt.KeyboardModifier.NoModifier), (Key.Key_End, Qt.KeyboardModifier.NoModifier),
        (Key.Key_End, CTRL), (Key.Key_Home, CTRL),
    ):  # fmt: skip
        press(view, key, modifiers)
        walked += chosen(view)
    assert walked == ["01", "02", "04", "01"]


def test_shift_and_arrows_move_what_is_selected(view: GridView) -> None:
    choose(view, "01", "03")
    press(view, Key.Key_Down, SHIFT)
    assert (times(view, "01"), times(view, "03")) == ((1, "09:05", 1, "10:05"), (2, "09:05", 2, "10:35"))
    press(view, Key.Key_Up, SHIFT | ALT)
    assert times(view, "01") == (1, "09:04", 1, "10:04")
    press(view, Key.Key_Right, SHIFT)
    assert times(view, "01") == (2, "09:04", 2, "10:04")
    assert chosen(view) == ["01", "03"]


def test_nudges_in_a_row_are_one_undo(view: GridView) -> None:
    choose(view, "01")
    for _ in range(4):
        press(view, Key.Key_Down, SHIFT)
    assert times(view, "01") == (1, "09:20", 1, "10:20")
    view.desk.undo()
    assert times(view, "01") == (1, "09:00", 1, "10:00")


def test_ctrl_shift_and_arrows_move_the_end(view: GridView) -> None:
    choose(view, "01")
    press(view, Key.Key_Down, CTRL | SHIFT)
    assert times(view, "01") == (1, "09:00", 1, "10:05")
    press(view, Key.Key_Up, CTRL | SHIFT | ALT)
    assert times(view, "01") == (1, "09:00", 1, "10:04")


def test_the_end_never_comes_before_the_start(view: GridView) -> None:
    choose(view, "01")
    for _ in range(15):
        press(view, Key.Key_Up, CTRL | SHIFT)
    assert times(view, "01") == (1, "09:00", 1, "09:05")


def test_delete_asks_first(view: GridView) -> None:
    choose(view, "03")
    with answer(Question, "Keep"):
        press(view, Key.Key_Delete)
    assert item(view, "03").code == "03"
    with answer(Question, "Delete"):
        press(view, Key.Key_Delete)
    assert [row.code for row in view.desk.plan.rows(ProgrammeItem)] == ["01", "02", "04"]
    assert chosen(view) == []


def test_f2_renames_in_place(view: GridView) -> None:
    choose(view, "01")
    press(view, Key.Key_F2)
    assert view.field is not None
    assert view.field.text() == "Welcome"
    assert view.field.geometry().top() == round(view.box_of(block_of(view, "01")).y)
    QTest.keyClicks(view.field, "Farewell")
    QTest.keyClick(view.field, Key.Key_Return)
    assert item(view, "01").title_en == "Farewell"
    assert view.hasFocus()


def test_whoever_renames_a_short_title_hears_that_the_title_stays(view: GridView) -> None:
    told: list[str] = []
    view.desk.done.connect(told.append)
    choose(view, "01")
    press(view, Key.Key_F2)
    assert view.field is not None
    QTest.keyClicks(view.field, "Farewell")
    QTest.keyClick(view.field, Key.Key_Return)
    assert told == []
    choose(view, "02")
    press(view, Key.Key_F2)
    assert view.field is not None
    QTest.keyClicks(view.field, "Initialling")
    QTest.keyClick(view.field, Key.Key_Return)
    assert (item(view, "02").short_title_en, item(view, "02").title_en) == ("Initialling", "Item 02")
    assert told == ["This is the short title. The title stays “Item 02”."]


def test_esc_keeps_the_old_name(view: GridView) -> None:
    choose(view, "01")
    press(view, Key.Key_F2)
    assert view.field is not None
    QTest.keyClicks(view.field, "Nonsense")
    QTest.keyClick(view.field, Key.Key_Escape)
    assert (item(view, "01").title_en, chosen(view)) == ("Welcome", ["01"])


def test_an_item_without_a_title_is_refused(view: GridView, qtbot: QtBot) -> None:
    choose(view, "01")
    press(view, Key.Key_F2)
    assert view.field is not None
    view.field.clear()
    with qtbot.waitSignal(view.desk.told) as told:
        QTest.keyClick(view.field, Key.Key_Return)
    assert told.args == ["This line needs a title."]
    assert view.field.isVisible()
    QTest.keyClick(view.field, Key.Key_Escape)
    assert item(view, "01").title_en == "Welcome"


def test_a_short_title_may_go_then_the_title_is_shown(view: GridView) -> None:
    choose(view, "02")
    press(view, Key.Key_F2)
    assert view.field is not None
    assert view.field.text() == "Signing"
    view.field.clear()
    QTest.keyClick(view.field, Key.Key_Return)
    assert (item(view, "02").short_title_en, item(view, "02").title_en) == ("", "Item 02")


def test_enter_asks_for_details(view: GridView, qtbot: QtBot) -> None:
    choose(view, "02")
    with qtbot.waitSignal(view.details_asked) as asked:
        press(view, Key.Key_Return)
    assert asked.args == [item(view, "02").id]


def test_ctrl_a_and_esc(view: GridView) -> None:
    press(view, Key.Key_A, CTRL)
    assert chosen(view) == ["01", "02", "03", "04"]
    press(view, Key.Key_Escape)
    assert chosen(view) == []


def test_esc_leaves_the_selection_of_others_alone(view: GridView) -> None:
    person = view.desk.plan.rows(Participant)[0]
    view.desk.selection.choose(Participant, [person.id])
    press(view, Key.Key_Escape)
    assert view.desk.selection.of(Participant) == (person.id,)


def test_zoom_by_keys(view: GridView) -> None:
    press(view, Key.Key_Plus, CTRL)
    assert view.scale.hour == pytest.approx(HOUR * 1.2)
    press(view, Key.Key_0, CTRL)
    assert view.scale.hour == pytest.approx(HOUR)
    press(view, Key.Key_Minus, CTRL)
    assert view.scale.hour == pytest.approx(HOUR / 1.2)


def test_days_at_once(view: GridView) -> None:
    seen = []
    for key in (Key.Key_1, Key.Key_3, Key.Key_9, Key.Key_5):
        press(view, key, CTRL)
        seen.append(len(view.scale.columns_seen()))
    assert seen == [1, 3, 8, 5]


def test_the_guests_clock(view: GridView) -> None:
    press(view, Key.Key_G, CTRL | SHIFT)
    assert (view.scale.ruler, view.guest) == (RULER_WITH_GUEST, True)
    press(view, Key.Key_G, CTRL | SHIFT)
    assert (view.scale.ruler, view.guest) == (RULER, False)


def in_sight(view: GridView, code: str) -> bool:
    box = view.box_of(block_of(view, code))
    return (
        box.x >= view.scale.ruler
        and box.y >= HEAD
        and box.right <= view.scale.width
        and box.bottom <= view.scale.height
    )


def test_what_is_chosen_elsewhere_comes_into_sight(view: GridView, qtbot: QtBot) -> None:
    assert not in_sight(view, "04")
    view.desk.selection.choose(ProgrammeItem, [item(view, "04").id])
    qtbot.waitUntil(lambda: in_sight(view, "04"))
    view.desk.selection.choose(ProgrammeItem, [item(view, "01").id])
    qtbot.waitUntil(lambda: in_sight(view, "01"))


def test_page_keys_scroll(view: GridView, qtbot: QtBot) -> None:
    top = view.scale.top
    press(view, Key.Key_PageDown)
    qtbot.waitUntil(lambda: view.scale.top > top + 400)
    press(view, Key.Key_PageUp)
    qtbot.waitUntil(lambda: view.scale.top < top + 100)


def test_the_grid_follows_edits_of_others(view: GridView) -> None:
    plan = view.desk.plan
    view.desk.edit(Label("move_item"), move_item(plan, item(view, "01").id, 3, "13:00"))
    block = block_of(view, "01")
    assert (block.day, block.top, block.bottom) == (3, 780, 840)
    assert view.scale.days == tuple(range(1, 9))


def test_only_some_tracks(view: GridView) -> None:
    view.desk.narrowing.become(Narrowed(tracks=frozenset({"press"})))
    assert view.blocks_in_sight() == []
    view.desk.narrowing.clear()
    assert [block.item.code for block, _ in view.blocks_in_sight()] == ["01", "02", "03"]


def test_going_beyond_the_last_day_is_told_in_the_words_of_a_shift(view: GridView) -> None:
    told: list[str] = []
    view.desk.done.connect(told.append)
    choose(view, "04")
    press(view, Key.Key_Right, SHIFT)
    assert told == [], "the eighth day is the visit's own"
    press(view, Key.Key_Right, SHIFT)
    assert told == ["The programme ends on D9 Mon 31 Jul, a day later."]
