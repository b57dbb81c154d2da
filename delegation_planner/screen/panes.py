"""The five panes of a plan and how they share the window."""

from typing import TYPE_CHECKING, Final, Protocol, cast, runtime_checkable

from PySide6.QtCore import QByteArray, Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QHeaderView,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from delegation_planner.plan.delegation import Delegation, Group
from delegation_planner.plan.document import Document
from delegation_planner.plan.kinds import Id
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.plan.tables import Row
from delegation_planner.screen.actions import PANES
from delegation_planner.screen.desk import Desk
from delegation_planner.screen.focus_ring import show_focus
from delegation_planner.screen.imports_ahead import ImportsAhead
from delegation_planner.screen.labels import set_look
from delegation_planner.screen.own_turn import own_turn
from delegation_planner.screen.pane_frame import PaneHead
from delegation_planner.screen.schedule.pane import SchedulePane
from delegation_planner.screen.tokens import GAP, NARROW, SIDE_LEFT, SIDE_RIGHT

if TYPE_CHECKING:  # the panes at the sides are imported when they are first made
    from collections.abc import Callable

    from delegation_planner.screen.details.pane import DetailsPane
    from delegation_planner.screen.findings.pane import FindingsPane
    from delegation_planner.screen.participants.pane import ParticipantsPane

IDLE_MS: Final = 400
"""So long after the window has come nobody has chosen anything yet."""
_LEFT_SHARE: Final = (62, 38)  # participants over findings, in percent
_RIGHT_SHARE: Final = (42, 58)  # documents over details
_PANE_OF: Final[dict[type[Row], str]] = {
    ProgrammeItem: "schedule",
    Document: "documents",
    Participant: "participants",
    Group: "participants",
    Delegation: "participants",
}
"""Other rows have no list of their own: their details are shown."""


@runtime_checkable
class ListPane(Protocol):
    """A pane with a list of rows."""

    def bring_into_sight(self, row_id: Id, /) -> None:
        """Scroll to a selected row; a filter that hides it gives way."""
        ...


class PaneFrame(QFrame):
    """Where a pane stands; until the pane is made, an empty one under its title."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("look", "pane")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._head = PaneHead(title, self)
        self._column.addWidget(self._head, 0, Qt.AlignmentFlag.AlignTop)

    def clear(self) -> None:
        """Make room for the pane; what is seen stays until it is filled."""
        self.setUpdatesEnabled(False)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.removeWidget(self._head)
        self._head.deleteLater()
        set_look(self, "")
        self.setFrameShape(QFrame.Shape.NoFrame)  # measures its border anew: there is none any more

    def fill(self, pane: QWidget) -> None:
        """Put in the pane, which was made as a child of this."""
        self._column.addWidget(pane)
        pane.show()
        self.setUpdatesEnabled(True)


class Panes(QWidget):
    """Participants over findings, the schedule in full height, documents over details.

    A window opens on its schedule. The panes at its sides are made right after it has been painted for the first
    time, each in two turns of the event loop, or as soon as somebody asks for them; then the plan is judged.
    """

    shown_changed = Signal()
    pane_made = Signal(str)  # the name of one at the sides
    completed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._settings = desk.settings
        # Each widget is made where it will stay: moving one later has all of it styled again.
        self._across = QSplitter(Qt.Orientation.Horizontal, self)
        self._left = self._splitter(Qt.Orientation.Vertical, self._across)
        self.schedule = SchedulePane(desk, self._across)
        self.schedule.setAccessibleName(desk.say(PANES["schedule"]))
        self.schedule.verbs_changed.connect(self._restore_columns)
        self.schedule.details_asked.connect(lambda _id: self.go_to("details"))
        self._right = self._splitter(Qt.Orientation.Vertical, self._across)
        sides = {"participants": self._left, "findings": self._left, "documents": self._right, "details": self._right}
        self._frames = {name: PaneFrame(desk.say(PANES[name]), side) for name, side in sides.items()}
        self._panes: dict[str, QWidget] = {"schedule": self.schedule}
        self._made: tuple[str, QWidget] | None = None
        """A pane that is made, and shown in the turn after."""
        self._places: dict[str, QWidget] = {"schedule": self.schedule, **self._frames}
        self._across.setHandleWidth(GAP)
        self._across.setStretchFactor(1, 1)
        self._across.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, 0, GAP, 0)
        column.addWidget(self._across)
        self._splitters = {"left": self._left, "right": self._right, "across": self._across}
        self._sizes_chosen = False
        for splitter in self._splitters.values():
            splitter.splitterMoved.connect(self._choose_sizes)
        self._first_columns: dict[str, QByteArray] = {}
        self._is_going_on = False
        self._next = own_turn(self._go_on, self)
        desk.judged.connect(ImportsAhead(self).start)
        # A timer of its own: one that Qt makes for a single shot is never freed where the panes go before.
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(IDLE_MS)
        self._restore_layout()

    @property
    def panes(self) -> dict[str, QWidget]:
        """The panes by name, all of them."""
        self.complete()
        return self._panes

    def parts(self) -> list[QWidget]:
        """Where each pane stands, with what stands there."""
        return list(self._places.values())

    def complete(self) -> None:
        """Make now the panes at the sides that have not been made, and judge the plan."""
        while not self.is_complete:
            self._make_next()
        self._desk.judge()

    def _make_next(self) -> None:
        """Make one pane, if none is made yet, and show it."""
        if self._made is None:
            self._make(min(self._frames.keys() - self._panes.keys(), key=self._order_of_making))
        self._show_made()

    def _order_of_making(self, name: str) -> tuple[bool, int]:
        return not self._frames[name].isVisible(), list(PANES).index(name)

    def _go_on(self) -> None:
        """Make the next pane, or show it, in a turn of its own; then have the plan judged."""
        if not self.isEnabled():  # the plan has been closed
            return
        if self._made is not None:
            self._show_made()
        elif not self.is_complete:
            self._make(min(self._frames.keys() - self._panes.keys(), key=self._order_of_making))
        else:
            self._desk.judge()
            return
        self._next.start()

    def _make(self, name: str) -> None:
        frame = self._frames[name]
        frame.clear()
        # Made where it will stay: moving it later would have all of it styled again.
        self._made = name, _kind_of_pane(name)(self._desk, frame)

    def _show_made(self) -> None:
        assert self._made is not None
        (name, pane), self._made = self._made, None
        if name == "findings":
            cast("FindingsPane", pane).opened.connect(self.show_row)
        elif name == "participants":
            cast("ParticipantsPane", pane).added.connect(self._name_what_is_new)
        elif name == "details":
            self._idle.timeout.connect(cast("DetailsPane", pane).prepare)
            self._idle.start()
        pane.setAccessibleName(self._desk.say(PANES[name]))
        self._frames[name].fill(pane)
        self._panes[name] = pane
        self.pane_made.emit(name)
        if self.is_complete:
            self._panes = {name: self._panes[name] for name in PANES}
            self._restore_columns()
            self.completed.emit()

    @property
    def is_complete(self) -> bool:
        """Whether all panes have been made."""
        return len(self._panes) == len(PANES)

    def is_shown(self, name: str) -> bool:
        """Whether a pane is open, seen or not."""
        return not self._places[name].isHidden()

    def show_pane(self, name: str, *, shown: bool) -> None:
        """Open or close a pane; the others take its place."""
        self._places[name].setVisible(shown)
        self._left.setHidden(not (self.is_shown("participants") or self.is_shown("findings")))
        self._right.setHidden(not (self.is_shown("documents") or self.is_shown("details")))
        self.shown_changed.emit()

    def go_to(self, name: str) -> None:
        """Open a pane and give it the keyboard."""
        self.show_pane(name, shown=True)
        pane = self.panes[name]
        target = pane.focusProxy() or _best_child(pane) or pane
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)
        show_focus(QApplication.focusWidget(), self._desk.theme)

    @override
    def focusNextPrevChild(self, next: bool) -> bool:  # Qt's name
        moved = super().focusNextPrevChild(next)
        show_focus(QApplication.focusWidget(), self._desk.theme)
        return moved

    def go_on(self, step: int) -> None:
        """Give the keyboard to the next open pane, for a step of -1 to the one before; from outside to the first."""
        shown = [name for name in PANES if self.is_shown(name)]
        here = self.with_focus()
        at = next((at for at, name in enumerate(shown) if self.panes[name] is here), None)
        if shown:
            self.go_to(shown[0 if at is None else (at + step) % len(shown)])

    def _name_what_is_new(self) -> None:
        self.show_pane("details", shown=True)
        cast("DetailsPane", self.panes["details"]).begin_naming()

    def show_schedule_as(self, view: str) -> None:
        """Show a view of the schedule and give it the keyboard."""
        self.schedule.show_view(view)
        self.go_to("schedule")

    def show_row(self, kind: type[Row], id: Id) -> None:
        """Open the pane of a selected row, give it the keyboard, and bring the row into sight."""
        name = _PANE_OF.get(kind, "details")
        self.go_to(name)
        pane = self.panes[name]
        if isinstance(pane, ListPane):
            # A pane or list that was hidden has to find its size first.
            QTimer.singleShot(0, pane, lambda: pane.bring_into_sight(id))

    def take_focus(self) -> None:
        """Begin in the schedule, also while the window is not yet shown."""
        self.schedule.setFocus()

    def with_focus(self) -> QWidget | None:
        """The pane in which the keyboard is."""
        focused = QApplication.focusWidget()
        if focused is None:
            return None
        return next((pane for pane in self._panes.values() if pane.isAncestorOf(focused)), None)

    def to_find_in(self) -> QWidget:
        """The pane whose search is meant: the one with the keyboard, else the schedule."""
        return self.with_focus() or self.schedule

    def keep_layout(self) -> None:
        """Remember which panes are open and, once the person has chosen sizes, those."""
        self._settings.keep("layout/closed", [name for name in PANES if not self.is_shown(name)])
        for name, header in self._headers().items():
            self._settings.keep_columns(name, header)
        if self._sizes_chosen:
            for name, splitter in self._splitters.items():
                self._settings.keep(f"layout/{name}", splitter.saveState())

    def end(self) -> None:
        """Others take their place: remember the layout, and make no more panes."""
        self.keep_layout()
        self._is_going_on = True
        self._next.stop()

    def reset_layout(self) -> None:
        """All panes in their first places and sizes."""
        self._settings.forget("layout")
        self._settings.forget("columns")
        self._sizes_chosen = False
        for name, header in self._headers().items():
            header.restoreState(self._first_columns[name])
        for name in PANES:
            self.show_pane(name, shown=True)
        self._share_out()

    def _headers(self) -> dict[str, QHeaderView]:
        """The columns of each sheet; another number of columns is another sheet."""
        sheets = [(name, sheet) for name, pane in self._panes.items() for sheet in pane.findChildren(QTableView)]
        headers = [(name, sheet.horizontalHeader()) for name, sheet in sheets if sheet.objectName() != "attendance"]
        return {f"{name}-{header.count()}": header for name, header in headers}

    def _restore_columns(self) -> None:
        for name, header in self._headers().items():
            if name not in self._first_columns:
                self._first_columns[name] = header.saveState()
                self._settings.restore_columns(name, header)

    def _restore_layout(self) -> None:
        self._restore_columns()
        for name in self._settings.texts("layout/closed"):
            if name in PANES:
                self.show_pane(name, shown=False)
        states = {name: self._settings.state(f"layout/{name}") for name in self._splitters}
        restored = [self._splitters[name].restoreState(state) for name, state in states.items()]
        self._sizes_chosen = all(restored)

    def _share_out(self) -> None:
        """The sizes of the look, for the window's size as it is now."""
        self._left.setSizes([share * self.height() // 100 for share in _LEFT_SHARE])
        self._right.setSizes([share * self.height() // 100 for share in _RIGHT_SHARE])
        narrow = self.width() < NARROW
        left, right = SIDE_LEFT[narrow], SIDE_RIGHT[narrow]
        self._across.setSizes([left, self.width() - left - right - 4 * GAP, right])

    def _choose_sizes(self) -> None:
        self._sizes_chosen = True

    def _splitter(self, way: Qt.Orientation, parent: QWidget) -> QSplitter:
        splitter = QSplitter(way, parent)
        splitter.setHandleWidth(GAP)
        splitter.setChildrenCollapsible(False)
        splitter.setMinimumWidth(200)
        return splitter

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._sizes_chosen:
            self._share_out()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_going_on:
            self._is_going_on = True
            self._next.start()


def _kind_of_pane(name: str) -> "Callable[[Desk, QWidget], QWidget]":
    """Imported when it is first made."""
    if name == "participants":
        from delegation_planner.screen.participants.pane import ParticipantsPane

        return ParticipantsPane
    if name == "findings":
        from delegation_planner.screen.findings.pane import FindingsPane

        return FindingsPane
    if name == "documents":
        from delegation_planner.screen.documents.pane import DocumentsPane

        return DocumentsPane
    from delegation_planner.screen.details.pane import DetailsPane

    return DetailsPane


def _best_child(pane: QWidget) -> QWidget | None:
    """The list or sheet that a pane is mostly made of, else its first field or button."""
    able = [
        child
        for child in pane.findChildren(QWidget)
        if child.isVisible() and child.isEnabled() and child.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    lists = [child for child in able if isinstance(child, QAbstractItemView)]
    return next(iter(lists + able), None)
