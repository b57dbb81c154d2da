"""The grid for those who hear it: one child for each item in sight, with everything about it in words."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget
from typing_extensions import override

from delegation_planner.screen.schedule.grid.lanes import Block
from delegation_planner.screen.schedule.grid.scale import Box

if TYPE_CHECKING:
    from delegation_planner.screen.schedule.grid.view import GridView

_Text = QAccessible.Text


class SpokenBlock(QAccessibleInterface):
    """One block. The grid keeps it alive: Qt holds only its address."""

    def __init__(self, grid: "SpokenGrid", block: Block, box: Box) -> None:
        super().__init__()
        self._grid = grid
        self._view = grid.view
        self.block = block
        self.box = box

    @override
    def isValid(self) -> bool:
        return True

    @override
    def object(self) -> QObject | None:  # type: ignore[override]  # there is no object behind a painted block
        return None

    @override
    def parent(self) -> QAccessibleInterface:
        return self._grid

    @override
    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]  # blocks have no children
        return None

    @override
    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]  # see child
        return None

    @override
    def childCount(self) -> int:
        return 0

    @override
    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return -1

    @override
    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    @override
    def text(self, kind: QAccessible.Text) -> str:
        return self._view.sentence(self.block.item) if kind == _Text.Name else ""

    @override
    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """What an item is called is changed by F2, not here."""

    @override
    def rect(self) -> QRect:
        corner = self._view.viewport().mapToGlobal(QPoint(round(self.box.x), round(self.box.y)))
        return QRect(corner.x(), corner.y(), round(self.box.width), round(self.box.height))

    @override
    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        state.selectable = state.focusable = True
        chosen = self._view.selected_ids()
        state.selected = self.block.item.id in chosen
        state.focused = self._view.hasFocus() and chosen[-1:] == (self.block.item.id,)
        return state


class SpokenGrid(QAccessibleWidget):
    """The grid as a list of the items that are seen, day by day from the top."""

    def __init__(self, view: "GridView") -> None:
        super().__init__(view, QAccessible.Role.List, view.accessibleName())
        self.view = view
        self._known: dict[tuple[str, int], SpokenBlock] = {}

    def blocks(self) -> list[SpokenBlock]:
        """A child for every block in sight; the same one whenever the block comes into sight again.

        Those out of sight are kept: whoever reads the screen may still ask for them.
        """
        in_sight = []
        for block, box in self.view.blocks_in_sight():
            key = (block.item.id, block.day)
            spoken = self._known.get(key) or SpokenBlock(self, block, box)
            spoken.block, spoken.box = block, box
            self._known[key] = spoken
            in_sight.append(spoken)
        return in_sight

    @override
    def childCount(self) -> int:
        return len(self.blocks())

    @override
    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]  # Qt asks beyond the end
        blocks = self.blocks()
        return blocks[index] if 0 <= index < len(blocks) else None

    @override
    def indexOfChild(self, child: QAccessibleInterface) -> int:
        blocks = self.blocks()
        return blocks.index(child) if isinstance(child, SpokenBlock) and child in blocks else -1

    @override
    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]  # see child
        return next((block for block in self.blocks() if block.rect().contains(x, y)), None)

    @override
    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]  # nothing chosen, no focus
        return next((block for block in self.blocks() if block.state().focused), None)


_installed: list[Any] = []


def speak_grids() -> None:
    """Let Qt ask for spoken grids; once a program."""
    if not _installed:
        _installed.append(_spoken)
        QAccessible.installFactory(_spoken)


def _spoken(_class_name: str, shown: QObject) -> QAccessibleInterface | None:
    """The grid's own interface for a grid, for all else none: Qt then looks further."""
    spoken = getattr(shown, "spoken_grid", None)
    return spoken() if spoken is not None else None
