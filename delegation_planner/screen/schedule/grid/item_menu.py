"""What can be done with the items of the grid that are selected, at the pointer or at the item itself."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from delegation_planner.screen.menu_letters import give_letters

if TYPE_CHECKING:
    from delegation_planner.screen.schedule.grid.view import GridView


def item_menu(view: "GridView") -> QMenu:
    """The grid's verbs but for those of looking; it goes when it is closed."""
    menu = QMenu(view)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    of_looking = {*view.verbs.actions}
    menu.addActions([action for action in view.actions() if action not in of_looking])
    give_letters(menu)
    return menu


def beside_the_chosen(view: "GridView") -> QPoint:
    """Where the menu opens by its key: on the item chosen last, in global coordinates; else at the view's corner."""
    chosen = view.selected_ids()
    blocks = view.book.blocks_of(chosen[-1]) if chosen else ()
    if not blocks:
        return view.viewport().mapToGlobal(QPoint(0, 0))
    view.show_block(blocks[0])
    box = view.box_of(blocks[0])
    return view.viewport().mapToGlobal(QPoint(round(box.x) + 20, round(min(box.y + 20, box.bottom))))
