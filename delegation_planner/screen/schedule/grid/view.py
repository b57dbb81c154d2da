"""The day grid: the visit as day columns over the hours, to be looked at and changed by mouse and keys."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QAccessibleInterface,
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget
from typing_extensions import override

from delegation_planner.plan.edits.items import edit_item
from delegation_planner.plan.errors import PlanError
from delegation_planner.plan.kinds import Id
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.programme.texts import Texts
from delegation_planner.screen.desk import Desk
from delegation_planner.screen.dragging import PEOPLE, ids_in
from delegation_planner.screen.removing import remove_asking
from delegation_planner.screen.rows_model import plain_tip
from delegation_planner.screen.schedule.grid.accessible import SpokenGrid, speak_grids
from delegation_planner.screen.schedule.grid.canvas import GridCanvas
from delegation_planner.screen.schedule.grid.drag_card import DragCard
from delegation_planner.screen.schedule.grid.drop_words import drop_words
from delegation_planner.screen.schedule.grid.empty_card import EmptyCard
from delegation_planner.screen.schedule.grid.faces import shown_title, title_field
from delegation_planner.screen.schedule.grid.gesture import Doing, created
from delegation_planner.screen.schedule.grid.grid_clock import DAY
from delegation_planner.screen.schedule.grid.grid_verbs import GridVerbs
from delegation_planner.screen.schedule.grid.hit import hit
from delegation_planner.screen.schedule.grid.keys import Keys
from delegation_planner.screen.schedule.grid.overlay import Over
from delegation_planner.screen.schedule.grid.pointer import NEW_MINUTES, Pointer
from delegation_planner.screen.schedule.grid.rename import RenameField
from delegation_planner.screen.schedule.grid.telling import item_lines, item_sentence
from delegation_planner.screen.schedule.item_verbs import ItemVerbs
from delegation_planner.screen.schedule.telling_days import edit_telling_days
from delegation_planner.session.store import Label

ASKED_BY = "grid"
FIRST_AT: Final = 9 * 60  # minutes of the day
_NO_MODIFIER: Final = Qt.KeyboardModifier.NoModifier
_MODIFIERS: Final[dict[int, Qt.KeyboardModifier]] = {
    Qt.Key.Key_Control: Qt.KeyboardModifier.ControlModifier,
    Qt.Key.Key_Alt: Qt.KeyboardModifier.AltModifier,
}
"""Whether the event of a key itself counts it as held differs by system."""


class GridView(GridCanvas):
    """The grid with its mouse (see Pointer), its keys (see Keys) and its verbs (see GridVerbs).

    `details_asked(item id)` asks to see the details of an item: by Enter or a double click.
    """

    details_asked = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setAccessibleName(desk.say("Day grid"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAcceptDrops(True)
        self.pointer = Pointer(self)
        self.field: RenameField | None = None
        self._keys = Keys(self)
        self._card = DragCard(desk.theme, self.fonts)
        self.items = ItemVerbs(self, self)
        self.verbs = GridVerbs(self)
        self._empty = EmptyCard(desk, self.viewport(), self._add_first)
        self._spoken: SpokenGrid | None = None
        speak_grids()
        self.looked.connect(self._follow_look)
        desk.selection.changed.connect(self._follow_selection)
        self._follow_look()

    @property
    def changes_allowed(self) -> bool:
        """Whether anything can be changed."""
        return not self.desk.read_only

    def may_change(self) -> bool:
        """The same for somebody who tries to: who may only read hears so."""
        if self.desk.read_only:
            self.desk.tell_done(self.desk.say("This plan is open for reading only. Save a copy to change it."))
        return not self.desk.read_only

    # Choosing.

    def selected_ids(self) -> tuple[Id, ...]:
        """The selected items, the one chosen last at the end."""
        return self.desk.selection.of(ProgrammeItem)

    def choose(self, ids: Sequence[Id]) -> None:
        """Select these items instead of whatever is selected; nothing at all with none."""
        if ids:
            self.desk.selection.choose(ProgrammeItem, ids)
        elif self.selected_ids():
            self.desk.selection.clear()

    def show_item(self, item_id: Id) -> None:
        """Bring an item into sight; nothing happens for one that the filter hides."""
        blocks = self.book.blocks_of(item_id)
        seen = {self.scale.days[column] for column in self.scale.columns_seen()}
        if blocks:
            self.show_block(next((block for block in blocks if block.day in seen), blocks[0]))

    def chosen_items(self) -> list[ProgrammeItem]:
        """The selected items in order of time."""
        items = [self.desk.plan.find(ProgrammeItem, id) for id in self.selected_ids()]
        return sorted(items, key=lambda item: (item.start_day, item.start_time, item.code))

    def day_looked_at(self) -> int:
        """The first day in sight."""
        return self.scale.days[next(iter(self.scale.columns_seen()), 0)]

    def show_everything(self) -> None:
        """Let go of the filter of the schedule."""
        self.desk.narrowing.clear()

    def begin_naming(self, item_id: Id) -> None:
        """Open the title of an item for typing."""
        self.setFocus()
        self.show_item(item_id)
        self.rename()

    # Changing.

    def carry_out(self, doing: Doing, *, merge: str = "", rename: bool = False) -> bool:
        """One edit, one undo; the items that it speaks of are selected after it. `merge`: with others of its kind."""
        key = f"{merge} {' '.join(doing.ids)}" if merge else None
        if not doing.changes:
            return False
        if not edit_telling_days(self.desk, doing.label, doing.changes, merge=key, asked_by=ASKED_BY):
            return False
        if any(not self.book.blocks_of(id) for id in doing.ids):
            self.show_everything()
        self.choose(doing.ids)
        if rename:
            self.rename()
        elif doing.ids:
            self.show_item(doing.ids[-1])
        return True

    def rename(self) -> None:
        """A field on the block of the item chosen last."""
        block = self.current_block()
        if block is None or not self.may_change():
            return
        self.show_block(block)
        item = block.item
        self.field = RenameField(
            self.viewport(),
            item.id,
            shown_title(Texts(self.desk.words.language), item),
            lambda name: self._name(item.id, name),
        )
        self.field.setAccessibleName(self.desk.say("Title"))
        self.field.destroyed.connect(self._forget_field)
        self._place_field()
        self.field.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_first(self) -> None:
        """An hour in the first morning, its name open for typing."""
        desk = self.desk
        start = desk.plan.visit.first_day * DAY + FIRST_AT
        title, language = desk.say("New item"), desk.words.language
        self.carry_out(created(desk.plan, start, NEW_MINUTES, desk.new_id, title, language), rename=True)

    def delete(self) -> None:
        """Delete the selected items, after a question that names what goes with them."""
        if self.selected_ids() and self.changes_allowed:
            remove_asking(self.desk, ProgrammeItem, self.selected_ids())

    def show_drag(self) -> None:
        """Paint a drag as far as it has come; the items dragged stay behind as shadows, unless they are copied."""
        drop = self.pointer.drop
        moved = frozenset(one.item.id for one in drop.lying) if drop is not None else frozenset[Id]()
        if moved != self.shown.dragged:
            self.shown = self.shown._replace(dragged=moved)
            self.renew()
        self.viewport().update()

    def _name(self, item_id: Id, name: str) -> bool:
        desk = self.desk
        item = desk.plan.find(ProgrammeItem, item_id)
        text = " ".join(name.split())
        field = title_field(Texts(desk.words.language), item, text)
        if not text and field.startswith("title"):
            desk.tell_error(PlanError("This line needs a title."))
            return False
        label = Label("edit_item", {"name": item.code})
        done = desk.edit(label, lambda: edit_item(desk.plan, item_id, {field: text}), asked_by=ASKED_BY)
        title = Texts(desk.words.language).shown(item, "title").text
        if done and field.startswith("short_title") and title:
            desk.tell_done(desk.say("This is the short title. The title stays “{title}”.", title=title))
        return done

    def _item_under(self, point: QPointF) -> Id | None:
        found = hit(self.scale, self.book, point.x(), point.y())
        return found.block.item.id if found.block is not None else None

    def _forget_field(self) -> None:
        self.field = None

    def _place_field(self) -> None:
        if self.field is not None:
            blocks = self.book.blocks_of(self.field.item_id)
            if blocks:
                self.field.lie_on(self.box_of(blocks[0]), self.scale.width)

    # Telling.

    def sentence(self, item: ProgrammeItem) -> str:
        """Everything about an item in words."""
        return item_sentence(self.desk.words, self.desk.plan, self.book, self.marks, item)

    def spoken_grid(self) -> QAccessibleInterface:
        """What those who hear the grid are told; the grid keeps it alive."""
        if self._spoken is None:
            self._spoken = SpokenGrid(self)
        return self._spoken

    def _follow_look(self) -> None:
        self.verbs.follow(self.scale.at_once, guest=self.guest)
        self._place_field()

    def _follow_selection(self) -> None:
        chosen = self.selected_ids()
        self.items.enable(chosen=bool(chosen))
        if chosen and not self.pointer.dragging:
            self.show_item(chosen[-1])
        self.viewport().update()
        if self.hasFocus() and self._spoken is not None:
            current = self._spoken.focusChild()
            if current is not None:
                told = QAccessibleEvent(self, QAccessible.Event.Focus)
                told.setChild(self._spoken.indexOfChild(current))
                QAccessible.updateAccessibility(told)

    # Painting.

    @override
    def over(self) -> Over:
        pointer = self.pointer
        return (
            super()
            .over()
            ._replace(hovered=pointer.hovered, hovered_pill=pointer.hovered_pill, drop=pointer.drop, band=pointer.band)
        )

    @override
    def stay_on_screen(self, pixels: int) -> None:
        super().stay_on_screen(pixels)
        self.pointer.stay_on_screen(pixels)

    @override
    def chips(self, over: Over) -> list[tuple[int, str]]:
        drop = over.drop
        if drop is None:
            return super().chips(over)
        end = drop.end % DAY or DAY
        return [*super().chips(over), (drop.start % DAY, "accent"), (end, "accent")]

    @override
    def paint_last(self, painter: QPainter) -> None:
        drop, scale = self.pointer.drop, self.scale
        if drop is None:
            return
        said = drop_words(self.desk.words, self.desk.plan, drop, self.pointer.difference)
        lying = next((box for _, box in self.overlay.lying(scale, self.shown, drop)), None)
        if lying is not None:
            column = scale.column_box(scale.column_at(lying.x + 1)).moved(*scale.origin)
            beside = column._replace(y=lying.y, height=lying.height)
            self._card.paint(painter, said, self._card.place(scale, said, beside))

    # Events.

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.pointer.press(event.position(), event.modifiers())
        else:
            super().mousePressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.pointer.move(event.position(), event.modifiers())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.pointer.release(event.position(), event.modifiers())

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.pointer.double_click(event.position())

    @override
    def contextMenuEvent(self, arg__1: QContextMenuEvent) -> None:
        from delegation_planner.screen.schedule.grid.item_menu import beside_the_chosen, item_menu

        place, at = arg__1.globalPos(), QPointF(arg__1.pos())
        if arg__1.reason() == QContextMenuEvent.Reason.Keyboard:
            item_menu(self).popup(beside_the_chosen(self))
        else:
            item_menu(self, at if self.pointer.mean(at) else None).popup(place)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        event.setAccepted(self.changes_allowed and event.mimeData().hasFormat(PEOPLE))

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self.pointer.move(event.position(), _NO_MODIFIER)  # the item under the pointer shows that it is meant
        event.setAccepted(self._item_under(event.position()) is not None)

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.pointer.leave()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        from delegation_planner.screen.schedule.dropping import bring

        item_id = self._item_under(event.position())
        if item_id is not None:
            event.acceptProposedAction()
            bring(self.desk, item_id, ids_in(PEOPLE, event.mimeData()))

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1.1 ** (event.angleDelta().y() / 120), event.position().y())
            event.accept()
        else:
            super().wheelEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.pointer.follow(event.modifiers() | _MODIFIERS.get(event.key(), _NO_MODIFIER))
        if not self._keys.press(event):
            event.ignore()

    @override
    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        self.pointer.follow(event.modifiers() & ~_MODIFIERS.get(event.key(), _NO_MODIFIER))
        event.ignore()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._place_field()

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self.pointer.leave()
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self.show_tip(event.pos(), event.globalPos())
            return True
        return super().viewportEvent(event)

    def show_tip(self, at: QPoint, on_screen: QPoint) -> None:
        """Everything about the item at a point of the view, as plain text."""
        point = QPointF(at)
        found = hit(self.scale, self.book, point.x(), point.y())
        if found.block is None or self.pointer.dragging:
            QToolTip.hideText()
            return
        lines = item_lines(self.desk.words, self.desk.plan, self.book, self.marks, found.block.item)
        area = QRect(at.x() - 4, at.y() - 4, 8, 8)
        QToolTip.showText(on_screen, plain_tip("\n".join(lines)), self.viewport(), area)
