"""Where the details stand when another row is shown, and when the same row is edited."""

import pytest
from PySide6.QtWidgets import QApplication, QScrollBar
from pytestqt.qtbot import QtBot

from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.plan.tables import Row
from delegation_planner.screen.details.pane import DetailsPane
from tests.builders import a_document, a_plan, a_visit, an_item
from tests.screen.conftest import OpenDesk
from tests.screen.panes import give_keyboard, shown, type_text

FIRST, SECOND = an_item("01", 1, "09:00", "10:00"), an_item("02", 1, "10:00", "11:00")
MOU = a_document("DOC1", title_en="MoU", kind="instrument", state="locked")


@pytest.fixture
def pane(open_desk: OpenDesk, qtbot: QtBot) -> DetailsPane:
    return shown(qtbot, DetailsPane(open_desk(a_plan(a_visit(), FIRST, SECOND, MOU))), 330, 400)


def bar_of(pane: DetailsPane, row: Row) -> QScrollBar:
    """Select a row; the scroll bar of its first tab."""
    pane.desk.selection.choose(type(row), [row.id])
    QApplication.processEvents()
    assert pane.page is not None
    return pane.page.forms[0].verticalScrollBar()


@pytest.mark.parametrize("between", [SECOND, MOU], ids=["of_its_kind", "of_another_kind"])
def test_another_row_begins_at_its_top_and_an_edit_stays_where_it_is(pane: DetailsPane, between: Row) -> None:
    bar = bar_of(pane, FIRST)
    assert pane.page is not None
    give_keyboard(pane.page.forms[0].editors["remarks_internal"])
    type_text("By the side door")
    pane.page.forms[0].editors["remarks_internal"].commit()
    QApplication.processEvents()
    assert pane.desk.plan.find(ProgrammeItem, FIRST.id).remarks_internal == "By the side door"
    assert bar.value() > 0
    assert [bar_of(pane, row).value() for row in (between, FIRST)] == [0, 0]
