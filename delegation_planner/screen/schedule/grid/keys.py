"""What the keys do on the grid."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.screen.schedule.grid.gesture import FINE_STEP, STEP, on_track, resized, shifted
from delegation_planner.screen.schedule.grid.grid_clock import DAY
from delegation_planner.screen.schedule.grid.lanes import TRACK_ORDER, Block
from delegation_planner.screen.schedule.grid.neighbours import Way, neighbour
from delegation_planner.words.kinds_words import TRACKS

if TYPE_CHECKING:
    from delegation_planner.screen.schedule.grid.view import GridView

_Key = Qt.Key
_Mod = Qt.KeyboardModifier
_WAYS: Final[dict[int, Way]] = {
    _Key.Key_Up: "up", _Key.Key_Down: "down", _Key.Key_Left: "left", _Key.Key_Right: "right",
}  # fmt: skip


class Keys:
    """Arrows choose the next item. With Shift they move what is selected: up and down by five minutes (with Alt by
    one), left and right by a day; with Ctrl and Shift up and down move the end, left and right
    change the track. Ctrl+Home and Ctrl+End choose the
    visit's first and last item, Home and End the day's, Page Up and Page Down scroll. Enter asks for the details,
    F2 for a new name, Ctrl+A selects all, Esc puts back a drag, or else selects nothing, or else is left to the pane.
    """

    def __init__(self, view: "GridView") -> None:
        self._view = view

    def press(self, event: QKeyEvent) -> bool:
        """Do what the key says; False if it says nothing here."""
        key, modifiers = event.key(), event.modifiers() & ~_Mod.KeypadModifier
        if key in _WAYS:
            return self._arrow(_WAYS[key], modifiers)
        if key in (_Key.Key_Home, _Key.Key_End):
            return self._to_end(last=key == _Key.Key_End, of_visit=bool(modifiers & _Mod.ControlModifier))
        if modifiers & _Mod.ControlModifier:
            return key == _Key.Key_A and self._choose_all()
        return self._plain(key)

    def _plain(self, key: int) -> bool:
        view = self._view
        if key in (_Key.Key_Return, _Key.Key_Enter):
            current = self._current()
            if current is not None:
                view.details_asked.emit(current.item.id)
        elif key == _Key.Key_F2:
            view.rename()
        elif key == _Key.Key_Delete:
            view.delete()
        elif key == _Key.Key_Escape:
            if not view.pointer.cancel():
                return self._let_go()
        elif key in (_Key.Key_PageUp, _Key.Key_PageDown):
            page = view.scale.page_height - 40
            view.scroll_to(view.scale.left, view.scale.top + (page if key == _Key.Key_PageDown else -page))
        else:
            return False
        return True

    def _let_go(self) -> bool:
        """Select nothing; False where nothing is selected, so that Esc does what it does in the pane."""
        had_some = bool(self._view.selected_ids())
        self._view.choose([])
        return had_some

    def _arrow(self, way: Way, modifiers: Qt.KeyboardModifier) -> bool:
        if modifiers & _Mod.ShiftModifier:
            step = FINE_STEP if modifiers & _Mod.AltModifier else STEP
            if modifiers & _Mod.ControlModifier:
                self._move_end(way, step) if way in ("up", "down") else self._change_track(way)
            else:
                self._nudge(way, step)
        elif modifiers & ~_Mod.AltModifier == _Mod.NoModifier:
            self._go(way)
        else:
            return False
        return True

    def _go(self, way: Way) -> None:
        current = self._current()
        if current is not None:
            self._choose(neighbour(self._view.book, current, way))
            return
        first = self._view.first_in_sight()
        if first is not None:
            self._choose(first)

    def _nudge(self, way: Way, step: int) -> None:
        view = self._view
        minutes = {"up": -step, "down": step, "left": -DAY, "right": DAY}[way]
        items = [view.desk.plan.find(ProgrammeItem, id) for id in view.selected_ids()]
        if items and view.may_change():
            view.carry_out(shifted(view.desk.plan, items, minutes), merge="nudge")

    def _move_end(self, way: Way, step: int) -> None:
        view = self._view
        ids = view.selected_ids()
        if len(ids) != 1 or not view.may_change():
            return
        item = view.desk.plan.find(ProgrammeItem, ids[0])
        one = view.book.on_clock(item)
        minutes = step if way == "down" else -step
        if one.end + minutes > one.start:
            view.carry_out(resized(view.desk.plan, item, "end", minutes), merge="stretch")

    def _change_track(self, way: Way) -> None:
        """The next track for what is selected, or the one before; after the last comes the first."""
        view = self._view
        items = [view.desk.plan.find(ProgrammeItem, id) for id in view.selected_ids()]
        if not items or not view.may_change():
            return
        at = TRACK_ORDER.index(items[-1].track) + (1 if way == "right" else -1)
        track = TRACK_ORDER[at % len(TRACK_ORDER)]
        if view.carry_out(on_track(view.desk.plan, items, track), merge="track"):
            view.desk.tell_done(view.desk.say(TRACKS[track]))

    def _to_end(self, *, last: bool, of_visit: bool) -> bool:
        book, current = self._view.book, self._current()
        days = book.days if of_visit or current is None else (current.day,)
        blocks = [block for day in days for block in book.day(day).blocks]
        if blocks:
            self._choose(blocks[-1 if last else 0])
        return True

    def _choose_all(self) -> bool:
        self._view.choose([item.id for item in self._view.book.in_order()])
        return True

    def _choose(self, block: Block) -> None:
        self._view.choose([block.item.id])
        self._view.show_block(block)

    def _current(self) -> Block | None:
        """The block that was chosen last; of an item in several days the one in sight."""
        return self._view.current_block()
