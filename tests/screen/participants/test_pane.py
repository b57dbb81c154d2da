"""The tree of participants: verbs on people, the order set by hand, selection, groups."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from delegation_planner.plan.delegation import Delegation, Group, OrderOverride
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.visit import Visit
from delegation_planner.resource_files import read_sample
from delegation_planner.screen.dialogs.frame import DialogFrame
from delegation_planner.screen.dialogs.question import Question
from delegation_planner.screen.dragging import ITEMS, PEOPLE, carried
from delegation_planner.screen.menu_letters import without_letter
from delegation_planner.screen.participants.pane import ParticipantsPane
from delegation_planner.screen.schedule.narrowed import Narrowed
from tests.builders import a_delegation, a_group, a_person, a_plan, a_visit, an_invitation, an_item
from tests.screen.answers import answer
from tests.screen.conftest import OpenDesk
from tests.screen.panes import click, drop, nameless, press, pull, rich_labels, shown, type_and_press

GUESTS = a_delegation()
FIRST, SECOND, THIRD = (a_person(code, name_en=name) for code, name in (("A1", "Ali"), ("A2", "Banu"), ("A3", "Cem")))


@pytest.fixture
def pane(open_desk: OpenDesk, qtbot: QtBot) -> ParticipantsPane:
    group = a_group("CORE", [FIRST])
    plan = a_plan(GUESTS, FIRST, SECOND, THIRD, group, item := an_item(), an_invitation(item, SECOND))
    return shown(qtbot, ParticipantsPane(open_desk(plan)), 280, 500)


def order(pane: ParticipantsPane) -> list[str]:
    """The codes of the first delegation from the top."""
    index = pane.model.index_of(GUESTS.id)
    found = [pane.model.row_at(pane.model.index(row, 0, index)) for row in range(pane.model.rowCount(index))]
    return [getattr(row, "code", "") for row in found]


def choose(pane: ParticipantsPane, *people: Participant) -> None:
    pane.desk.selection.choose(Participant, [person.id for person in people])
    pane.tree.setFocus()


def test_a_click_selects_the_person_for_all_panes(pane: ParticipantsPane) -> None:
    click(pane.tree, pane.model.index_of(SECOND.id))
    assert pane.desk.selection.one(Participant) == SECOND.id
    pane.desk.selection.clear()
    assert pane.link.subjects() == ()


def test_moving_up_asks_for_the_reason_and_keeps_the_selection(pane: ParticipantsPane) -> None:
    choose(pane, SECOND)
    with answer(DialogFrame, "Keep as is"):
        press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert order(pane) == ["A1", "A2", "A3"]


def test_a_reason_is_kept_with_the_order(pane: ParticipantsPane) -> None:
    choose(pane, THIRD)
    with type_and_press("The Embassy asks", "Move") as asked:
        pane.order.move_up()
    assert order(pane) == ["A1", "A3", "A2"]
    assert asked == ["Why does Cem go before Banu?"]
    (override,) = pane.desk.plan.rows(OrderOverride)
    assert (override.reason, override.set_at) == ("The Embassy asks", "2017-07-10T02:00:00Z")
    assert pane.desk.selection.one(Participant) == THIRD.id
    pane.order.order_by_rule()
    assert order(pane) == ["A1", "A2", "A3"]
    choose(pane, FIRST)
    with type_and_press("He is younger", "Move") as asked:
        pane.order.move_down()
    assert asked == ["Why does Banu go before Ali?"]
    assert order(pane) == ["A2", "A1", "A3"]
    assert pane.desk.undo()
    assert order(pane) == ["A1", "A2", "A3"]


def test_a_head_goes_first(pane: ParticipantsPane) -> None:
    choose(pane, THIRD)
    pane.order.make_head()
    assert order(pane) == ["A3", "A1", "A2"]


def test_a_new_person_is_in_the_delegation_of_the_selected_one(pane: ParticipantsPane) -> None:
    choose(pane, SECOND)
    pane.add_person()
    new = pane.desk.plan.find(Participant, pane.desk.selection.ids[0])
    assert (new.name_en, new.delegation_id, new.away_from_home) == ("[New participant]", GUESTS.id, True)


def test_delegations_and_groups_are_added(pane: ParticipantsPane) -> None:
    pane.add_delegation()
    assert pane.desk.plan.find(Delegation, pane.desk.selection.ids[0]).name_en == "New delegation"
    choose(pane, THIRD, FIRST)
    pane.add_group()
    assert pane.desk.plan.find(Group, pane.desk.selection.ids[0]).member_ids == (FIRST.id, THIRD.id)


def test_deleting_a_person_asks_and_undo_brings_all_back(pane: ParticipantsPane) -> None:
    before = pane.desk.plan
    choose(pane, SECOND)
    with answer(Question, "Keep"):
        press(Qt.Key.Key_Delete)
    assert pane.desk.plan == before
    with answer(Question, "Delete"):
        pane.delete()
    assert order(pane) == ["A1", "A3"]
    assert pane.desk.undo()
    assert pane.desk.plan == before


def test_the_filter_narrows_and_selection_comes_back(pane: ParticipantsPane) -> None:
    choose(pane, SECOND)
    pane.filter.setText("cem")
    assert order(pane) == ["A3"]
    assert pane.head.count == "1 / 3"
    assert pane.desk.selection.one(Participant) == SECOND.id
    pane.filter.setText("nobody")
    assert not pane.tree.isVisible()
    pane.filter.clear()
    assert pane.link.subjects() == ((Participant, SECOND.id),)


def test_what_was_folded_stays_folded_over_edits(pane: ParticipantsPane) -> None:
    pane.tree.collapse(pane.model.index_of(GUESTS.id))
    pane.add_delegation()
    assert not pane.tree.isExpanded(pane.model.index_of(GUESTS.id))


def test_people_are_copied_as_a_table(pane: ParticipantsPane) -> None:
    choose(pane, FIRST)
    press(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "1\tA1\tAli\t\tnot approved, no diet, no rank"


def test_nobody_yet_says_the_next_step(open_desk: OpenDesk, qtbot: QtBot) -> None:
    pane = shown(qtbot, ParticipantsPane(open_desk(Plan.of([a_visit()]))), 280, 400)
    assert pane.desk.plan.rows(Visit) != ()
    assert not pane.tree.isVisible()
    pane.add_delegation()
    assert pane.tree.isVisible()


def test_the_model_keeps_qts_rules(open_desk: OpenDesk, qtbot: QtBot) -> None:
    desk = open_desk(read_sample(fixed=True))
    pane = shown(qtbot, ParticipantsPane(desk), 280, 400)
    tester = QAbstractItemModelTester(pane.model, QAbstractItemModelTester.FailureReportingMode.Warning)
    for person in desk.plan.rows(Participant)[1:4]:
        choose(pane, person)
        pane.order.make_head()
    pane.filter.setText("protocol")
    pane.filter.clear()
    while desk.session.undo_label is not None:
        assert desk.undo()
    assert tester.model() is pane.model


def test_names_are_plain_and_everything_is_named(open_desk: OpenDesk, qtbot: QtBot) -> None:
    evil = a_person("A1", name_en='<b>Ali</b><img src="x">')
    pane = shown(qtbot, ParticipantsPane(open_desk(a_plan(GUESTS, evil))), 280, 400)
    index = pane.model.index_of(evil.id)
    assert '<b>Ali</b><img src="x">' in index.data()
    assert "<b>Ali" not in index.data(Qt.ItemDataRole.ToolTipRole)
    assert rich_labels(pane) == []
    assert nameless(pane) == []
    assert isinstance(pane.filter, QLineEdit)


def point_of(pane: ParticipantsPane, person: Participant, *, below: bool = False) -> QPoint:
    rect = pane.tree.visualRect(pane.model.index_of(person.id))
    return QPoint(rect.left() + 60, rect.bottom() - 4 if below else rect.top() + 4)


def test_selected_people_and_groups_are_dragged_out(pane: ParticipantsPane) -> None:
    choose(pane, FIRST, SECOND)
    assert pull(pane.tree, point_of(pane, SECOND), point_of(pane, THIRD)) == [{PEOPLE: [FIRST.id, SECOND.id]}]
    (group,) = pane.desk.plan.rows(Group)
    pane.desk.selection.choose(Group, [group.id])
    start = pane.tree.visualRect(pane.model.index_of(group.id)).center()
    assert pull(pane.tree, start, start + QPoint(0, 60)) == [{PEOPLE: [group.id]}]


@pytest.mark.parametrize(("target", "below"), [(SECOND, False), (FIRST, True)])
def test_a_person_dropped_between_others_goes_there_for_a_reason(
    pane: ParticipantsPane, qtbot: QtBot, target: Participant, *, below: bool
) -> None:
    with type_and_press("The Embassy asks", "Move") as asked:
        assert drop(pane.tree, carried(PEOPLE, [THIRD.id]), point_of(pane, target, below=below))
        qtbot.waitUntil(lambda: order(pane) == ["A1", "A3", "A2"])
    assert asked == ["Why does Cem go before Banu?"]
    assert [row.reason for row in pane.desk.plan.rows(OrderOverride)] == ["The Embassy asks"]


@pytest.mark.parametrize(
    ("who", "target", "below"), [(FIRST, FIRST, False), (FIRST, SECOND, False), (FIRST, THIRD, True)]
)
def test_a_drop_that_says_no_place_is_not_taken(
    pane: ParticipantsPane, who: Participant, target: Participant, *, below: bool
) -> None:
    assert not drop(pane.tree, carried(PEOPLE, [who.id]), point_of(pane, target, below=below))


def test_several_people_have_no_place_in_the_order(pane: ParticipantsPane) -> None:
    assert not drop(pane.tree, carried(PEOPLE, [SECOND.id, THIRD.id]), point_of(pane, FIRST))
    assert not drop(pane.tree, carried(ITEMS, [SECOND.id]), point_of(pane, FIRST))


def test_the_schedule_is_narrowed_to_whom_one_chooses(pane: ParticipantsPane) -> None:
    narrowing = pane.desk.narrowing
    choose(pane, FIRST, SECOND)
    press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert narrowing.narrowed == Narrowed(((Participant, FIRST.id), (Participant, SECOND.id)))
    pane.desk.selection.choose(Delegation, [GUESTS.id])
    verb = next(verb for verb in pane.tree.actions() if without_letter(verb.text()) == "Show only this programme")
    verb.trigger()
    assert narrowing.narrowed == Narrowed(((Delegation, GUESTS.id),))
    pane.desk.selection.clear()
    assert not verb.isEnabled()


def test_a_chosen_row_is_one_rounded_card_with_its_arrow(pane: ParticipantsPane) -> None:
    pane.desk.selection.choose(Delegation, [GUESTS.id])
    tree, colour = pane.tree, pane.desk.theme.color
    rect = tree.visualRect(pane.model.index_of(GUESTS.id))
    picture = tree.viewport().grab().toImage()
    assert picture.pixelColor(2, rect.center().y()) == colour("pane"), "the card begins further in"
    assert picture.pixelColor(rect.left() - 1, rect.top()) == colour("pane"), "and is lower than the row"
    assert picture.pixelColor(rect.left() - 1, rect.top() + 3) == colour("selected")
    arrow = [
        picture.pixelColor(x, y).lightness() for x in range(9, 20) for y in range(rect.top() + 8, rect.bottom() - 8)
    ]
    assert min(arrow) < 160, "the arrow lies on the card"


def inked(pane: ParticipantsPane, width: int) -> int:
    """How far from the left words of the first person's first line go, in a pane of this width."""
    pane.resize(width, 500)
    QApplication.processEvents()
    rect = pane.tree.visualRect(pane.model.index_of(FIRST.id))
    picture = pane.tree.viewport().grab(QRect(0, rect.top() + 3, pane.tree.viewport().width(), 15)).toImage()
    columns = (x for x in range(42, picture.width()) for y in range(15) if picture.pixelColor(x, y).lightness() < 120)
    return max(columns)


def test_the_honorific_gives_way_before_the_name(open_desk: OpenDesk, qtbot: QtBot) -> None:
    grand = FIRST._replace(
        honorific_en="His Excellency Mister", name_en="Inam Karimov", name_approved_at="2017-07-01T00:00:00Z"
    )
    pane = shown(qtbot, ParticipantsPane(open_desk(a_plan(GUESTS, grand))), 400, 500)
    name = QFontMetrics(pane.desk.theme.font(12, 600)).horizontalAdvance("Inam Karimov")
    assert inked(pane, 400) > 42 + name + 60, "both have room"
    assert abs(inked(pane, 240) - (42 + name)) < 8, "the name alone, whole"


def test_order_number_and_name_stand_on_one_line(pane: ParticipantsPane) -> None:
    """Digits and capitals are equally high, so both begin in the same row of pixels."""
    rect = pane.tree.visualRect(pane.model.index_of(SECOND.id))
    picture = pane.tree.viewport().grab(QRect(0, rect.top(), 80, 20)).toImage()

    def top(left: int, right: int) -> int:
        return next(y for y in range(20) if any(picture.pixelColor(x, y).lightness() < 150 for x in range(left, right)))

    assert abs(top(20, 40) - top(42, 50)) <= 1
