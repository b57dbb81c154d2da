"""What the mouse does on the grid: choose, move, resize, copy, create, and select with a rubber band."""

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QPointF, Qt, QTimer
from PySide6.QtWidgets import QApplication

from delegation_planner.plan.kinds import Track
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.screen.schedule.grid.gesture import (
    FINE_STEP,
    STEP,
    Drop,
    Gesture,
    created,
    doing,
    drop_at,
)
from delegation_planner.screen.schedule.grid.grid_clock import DAY
from delegation_planner.screen.schedule.grid.hit import Hit, blocks_in, hit
from delegation_planner.screen.schedule.grid.lanes import Block, OnClock
from delegation_planner.screen.schedule.grid.pills import Pill
from delegation_planner.screen.schedule.grid.scale import HEAD, Box, snap

if TYPE_CHECKING:
    from delegation_planner.screen.schedule.grid.drop_findings import Difference
    from delegation_planner.screen.schedule.grid.view import GridView

REST_MS: Final = 60  # a drag is judged when the pointer has rested so long
SCROLL_MS: Final = 30
NEW_MINUTES: Final = 60
SIDEWAYS: Final = 28
"""So far a drag goes to the side before it asks for another track."""
_NEAR_EDGE: Final = 24
_Mod = Qt.KeyboardModifier
_ADDING: Final = _Mod.ControlModifier | _Mod.ShiftModifier


class Press(NamedTuple):
    """Where the button went down and what was there."""

    at: QPointF
    hit: Hit
    minute: float
    modifiers: Qt.KeyboardModifier


class Pointer:
    """Follows one press from down to up. A press becomes a drag once it has gone the system's distance.

    On an item: move, with Ctrl copy; at its upper or lower edge: resize. On empty ground: create, with Shift (instead
    of what is selected) or Ctrl (beside it) a rubber band. A move goes sideways to another track
    where a day has several side by side. Times snap to five minutes, with Alt to one.
    """

    def __init__(self, view: "GridView") -> None:
        self._view = view
        self.hovered: Block | None = None
        self.hovered_pill: Pill | None = None
        self.band: Box | None = None
        self.drop: Drop | None = None
        self.difference: Difference | None = None
        self._press: Press | None = None
        self._gesture: Gesture | None = None
        self._at = QPointF()
        self._rest = QTimer(view)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self.judge)
        self._scroll = QTimer(view)
        self._scroll.setInterval(SCROLL_MS)
        self._scroll.timeout.connect(self._scroll_on)

    @property
    def dragging(self) -> bool:
        """Whether a drag is on its way."""
        return self._gesture is not None or self.band is not None

    def press(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """The left button goes down."""
        pill = self._pill_at(at)
        if pill is not None:
            self._view.follow_pill(pill)
            return
        found = self._hit(at)
        self._press = Press(at, found, self._minute(at), modifiers)
        if found.block is not None and not modifiers & _ADDING:
            item_id = found.block.item.id
            if item_id not in self._view.selected_ids():
                self._view.choose([item_id])

    def mean(self, at: QPointF) -> bool:
        """The right button goes down: what lies there is meant, unless it is selected with others.

        True on empty ground: no item is meant then, and a new one would begin there.
        """
        found = self._hit(at)
        if found.block is None:
            self._view.choose([])
        elif found.block.item.id not in self._view.selected_ids():
            self._view.choose([found.block.item.id])
        return found.part == "empty"

    def move(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """The pointer moves, with the button down or not."""
        self._at = at
        if self._press is None:
            self._hover(at)
            return
        if not self.dragging:
            if (at - self._press.at).manhattanLength() < QApplication.startDragDistance():
                return
            self._begin(self._press)
        self._scroll.start()
        self.follow(modifiers)

    def follow(self, modifiers: Qt.KeyboardModifier) -> None:
        """The drag follows the pointer, or other keys that are held now."""
        if self._press is None:
            return
        if self._gesture is not None:
            step = FINE_STEP if modifiers & _Mod.AltModifier else STEP
            copy = bool(modifiers & _Mod.ControlModifier)
            drop = drop_at(self._gesture, self._minute(self._at), step, copy=copy, track=self._track(self._press))
            if drop != self.drop:
                self.drop, self.difference = drop, None
                self._rest.start()
        elif self.band is not None:
            self.band = _spanned(self._press.at, self._at)
        self._view.show_drag()

    def release(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """The button goes up: the drag becomes an edit or a selection, a mere click chooses."""
        self._at = at
        press, drop, band = self._press, self.drop, self.band
        if self._gesture is not None:
            self.follow(modifiers)
            drop = self.drop
        self._stop()
        if press is None:
            return
        if drop is not None:
            self._carry_out(drop)
        elif band is not None:
            self._choose_in(band, adding=bool(press.modifiers & _Mod.ControlModifier))
        else:
            self._click(press)

    def double_click(self, at: QPointF) -> None:
        """On an item its details, on empty ground a new item of an hour at the half hour above."""
        found = self._hit(at)
        if found.block is not None:
            self._view.details_asked.emit(found.block.item.id)
        elif found.part == "empty" and self._view.may_change():
            self.create_at(at)

    def create_at(self, at: QPointF) -> None:
        """A new item of an hour at the half hour above a point, its title open for typing."""
        start = snap(self._minute(at) - 15, 30)
        desk = self._view.desk
        title, language = desk.say("New item"), desk.words.language
        self._view.carry_out(created(desk.plan, start, NEW_MINUTES, desk.new_id, title, language), rename=True)

    def cancel(self) -> bool:
        """Put a drag back; False if there was none."""
        was_dragging = self.dragging
        self._stop()
        return was_dragging

    def leave(self) -> None:
        """The pointer leaves the view."""
        if self.hovered is not None or self.hovered_pill is not None:
            self.hovered, self.hovered_pill = None, None
            self._view.viewport().update()

    def stay_on_screen(self, pixels: int) -> None:
        """The view has sunk by so much below a pointer that stays: no press becomes a drag by it."""
        self._at -= QPointF(0, pixels)
        if self._press is not None:
            self._press = self._press._replace(at=self._press.at - QPointF(0, pixels))

    def judge(self) -> None:
        """Say what the drop would cause, now that the pointer rests."""
        drop, view = self.drop, self._view
        desk = view.desk
        kept = desk.findings_kept
        if drop is None or drop.kind == "create" or kept is None:
            return
        from delegation_planner.screen.schedule.grid.drop_findings import Difference, difference

        ready = doing(desk.plan, drop, desk.new_id, "")
        if ready is None:
            self.difference = Difference((), ())
        else:
            self.difference = difference(kept, ready.changes)
        view.viewport().update()

    # Beginning and ending.

    def _begin(self, press: Press) -> None:
        block = press.hit.block
        adding = press.modifiers & _ADDING
        if block is None:
            if press.hit.part != "empty":
                self._press = None
            elif adding or not self._view.changes_allowed:
                self.band = _spanned(press.at, press.at)
            else:
                self._gesture = Gesture("create", (), press.minute)
        elif self._view.may_change():
            kind = {"start_edge": "start", "end_edge": "end"}.get(press.hit.part, "move")
            self._gesture = self._grip(kind, block, press.minute)
        else:
            self._press = None
        self.hovered = None

    def _grip(self, kind: str, block: Block, minute: float) -> Gesture:
        held = OnClock(block.start, block.end, block.item)
        if kind == "start":
            return Gesture("start", (held,), minute)
        if kind == "end":
            return Gesture("end", (held,), minute)
        chosen = self._view.selected_ids()
        ids = chosen if block.item.id in chosen else ()
        plan, book = self._view.desk.plan, self._view.book
        others = [
            book.on_clock(plan.find(ProgrammeItem, id)) for id in ids if id != block.item.id and book.blocks_of(id)
        ]
        return Gesture("move", (held, *others), minute)

    def _stop(self) -> None:
        self._rest.stop()
        self._scroll.stop()
        was_dragging = self.dragging
        self._press = self._gesture = self.drop = self.difference = self.band = None
        if was_dragging:
            self._view.show_drag()

    def _carry_out(self, drop: Drop) -> None:
        desk = self._view.desk
        ready = doing(desk.plan, drop, desk.new_id, desk.say("New item"), desk.words.language)
        if ready is not None:
            self._view.carry_out(ready, rename=drop.kind == "create")

    def _choose_in(self, band: Box, *, adding: bool) -> None:
        view = self._view
        found = [block.item.id for block, _ in blocks_in(view.scale, view.book, band)]
        kept = view.selected_ids() if adding else ()
        view.choose(list(dict.fromkeys((*kept, *found))))

    def _click(self, press: Press) -> None:
        view, block = self._view, press.hit.block
        if block is None:
            if press.hit.part == "empty" and not press.modifiers & _ADDING:
                view.choose([])
            return
        item_id, chosen = block.item.id, view.selected_ids()
        if press.modifiers & _ADDING:
            others = [id for id in chosen if id != item_id]
            view.choose(others if item_id in chosen else [*others, item_id])
        elif chosen != (item_id,):
            view.choose([item_id])

    # Looking.

    def _hit(self, at: QPointF) -> Hit:
        return hit(self._view.scale, self._view.book, at.x(), at.y())

    def _minute(self, at: QPointF) -> float:
        scale = self._view.scale
        return scale.days[scale.column_at(at.x())] * DAY + scale.minute_at(at.y())

    def _track(self, press: Press) -> Track | None:
        """The track that stands at the pointer, once it has gone sideways, in a day whose tracks stand side by side."""
        if abs(self._at.x() - press.at.x()) < SIDEWAYS:
            return None
        scale = self._view.scale
        column = scale.column_at(self._at.x())
        tracks = self._view.book.day(scale.days[column]).tracks
        box = scale.column_box(column).moved(*scale.origin)
        part = int((self._at.x() - box.x) / box.width * len(tracks))
        return tracks[min(max(part, 0), len(tracks) - 1)] if tracks else None

    def _pill_at(self, at: QPointF) -> Pill | None:
        return next((pill for pill in self._view.pills() if pill.box.holds(at.x(), at.y())), None)

    def _hover(self, at: QPointF) -> None:
        pill = self._pill_at(at)
        found = self._hit(at)
        block = found.block if pill is None else None
        edge = pill is None and found.part in ("start_edge", "end_edge") and self._view.changes_allowed
        shape = Qt.CursorShape.SizeVerCursor if edge else Qt.CursorShape.ArrowCursor
        if pill is not None:
            shape = Qt.CursorShape.PointingHandCursor
        self._view.viewport().setCursor(shape)
        if block != self.hovered or pill != self.hovered_pill:
            self.hovered, self.hovered_pill = block, pill
            self._view.viewport().update()

    def _scroll_on(self) -> None:
        """A drag that waits near an edge scrolls the view under it."""
        scale = self._view.scale
        dy = _beyond(self._at.y(), HEAD, scale.height)
        dx = _beyond(self._at.x(), scale.ruler, scale.width)
        if (dx or dy) and self._view.scroll_by(dx, dy):
            self.follow(QApplication.keyboardModifiers())


def _beyond(at: float, first: float, last: float) -> int:
    if at < first + _NEAR_EDGE:
        return -12
    return 12 if at > last - _NEAR_EDGE else 0


def _spanned(corner: QPointF, other: QPointF) -> Box:
    left, right = sorted((corner.x(), other.x()))
    top, bottom = sorted((corner.y(), other.y()))
    return Box(left, top, right - left, bottom - top)
