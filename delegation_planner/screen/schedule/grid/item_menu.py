"""What can be done with the items of the grid that are selected, at the pointer or at the item itself."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from delegation_planner.screen.menu_letters import give_letters, without_letter

if TYPE_CHECKING:
    from delegation_planner.screen.schedule.grid.view import GridView


def item_menu(view: "GridView", ground: QPointF | None = None) -> QMenu:
    """The grid's verbs but for those of looking; gone when it is closed. On empty `ground` an item is added there."""
    menu = QMenu(view)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    of_looking = {*view.verbs.actions}
    verbs = [action for action in view.actions() if action not in of_looking]
    if ground is not None:
        add = QAction(view.items.add.icon(), without_letter(view.items.add.text()), menu)
        add.setEnabled(view.changes_allowed)
        add.triggered.connect(lambda: view.pointer.create_at(ground))
        verbs[verbs.index(view.items.add)] = add
    menu.addActions(verbs)
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
