"""A row of what differs is as tall as its words need at the list's width."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from delegation_planner.resource_files import read_sample
from delegation_planner.screen.editions.change_lines import ChangeLine
from delegation_planner.screen.editions.change_list import ChangeList
from delegation_planner.screen.nodes import Node
from tests.screen.conftest import OpenDesk
from tests.screen.panes import shown

LONG = "Place: Ministry of State Apparatus, Auditorium → Ministry of State Apparatus, Room of the Deputy Minister"


def test_what_needs_more_lines_has_them_and_follows_the_width(open_desk: OpenDesk, qtbot: QtBot) -> None:
    changes = ChangeList(open_desk(read_sample(fixed=True)))
    line = ChangeLine("20  Official dinner", "NEW PLACE", LONG, "meal")
    changes.show_changes([Node("long", line), Node("short", line._replace(detail="Dress: PSL → batik"))])
    shown(qtbot, changes, 900, 200)

    def heights() -> list[int]:
        return [changes.visualRect(changes.rows.index(at, 0)).height() for at in range(2)]

    assert heights() == [42, 42]
    changes.resize(420, 200)
    qtbot.waitUntil(lambda: heights() == [58, 42])
    assert changes.height_at(420) == 58 + 42 + 8
    tip = f"<p>NEW PLACE. 20  Official dinner. {LONG}</p>"
    assert changes.rows.index(0, 0).data(Qt.ItemDataRole.ToolTipRole) == tip
