"""The list below a narrow field shows its entries whole, inside the window."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from delegation_planner.screen.fields.pick_field import PickField
from delegation_planner.screen.fields.picking import Pick
from tests.screen.panes import give_keyboard, shown, type_text

LONG = Pick("CGK", "CGK", "Soekarno-Hatta International Airport (CGK), Jakarta")


def test_a_list_is_wider_than_its_field_and_stays_in_the_window(qtbot: QtBot) -> None:
    window = shown(qtbot, QWidget(), 600, 300)
    field = PickField(window)
    field.offer([LONG, Pick("HLP", "HLP", "Short")])
    field.setGeometry(460, 20, 130, 26)
    field.show()
    give_keyboard(field)
    type_text("hatta")
    popup = field.list.popup()
    assert popup is not None
    assert popup.isVisible()
    assert popup.width() >= popup.fontMetrics().horizontalAdvance(LONG.label)
    assert popup.geometry().right() <= window.geometry().right()
    popup.hide()
    field.setText("")
    type_text("short")
    assert popup.width() >= field.width()
    popup.hide()
