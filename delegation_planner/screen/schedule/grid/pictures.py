"""Pictures of blocks, kept while they are needed: a block that has not changed is never painted twice."""

from collections import OrderedDict
from typing import Final, Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPixmap

from delegation_planner.screen.schedule.grid.block_painter import BlockPainter
from delegation_planner.screen.schedule.grid.faces import Face

Part = Literal["whole", "body", "words"]
_MOST_PIXELS: Final = 16_000_000  # four bytes each
Key = tuple[Face, Part, float, float, float, bool, bool]


class Pictures:
    """The pictures used last, up to 16 million pixels of them. Whatever a picture depends on is in its key."""

    def __init__(self, painter: BlockPainter, most_pixels: int = _MOST_PIXELS) -> None:
        self._painter = painter
        self._most_pixels = most_pixels
        self._kept: OrderedDict[Key, QPixmap] = OrderedDict()
        self.pixels = 0

    def __len__(self) -> int:
        return len(self._kept)

    def picture(
        self, face: Face, width: float, height: float, ratio: float, part: Part = "whole", *, hovered: bool = False
    ) -> QPixmap:
        """The picture of a block in logical pixels; it counts device pixels, so it is drawn without being scaled."""
        key = (face, part, width, height, ratio, self._painter.dark, hovered)
        known = self._kept.get(key)
        if known is not None:
            self._kept.move_to_end(key)
            return known
        made = self._kept[key] = self._paint(key)
        self.pixels += made.width() * made.height()
        while self.pixels > self._most_pixels and len(self._kept) > 1:
            _, dropped = self._kept.popitem(last=False)
            self.pixels -= dropped.width() * dropped.height()
        return made

    def _paint(self, key: Key) -> QPixmap:
        face, part, width, height, ratio, _, hovered = key
        made = QPixmap(max(1, round(width * ratio)), max(1, round(height * ratio)))
        made.setDevicePixelRatio(ratio)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        if part != "words":
            self._painter.body(painter, face, width, height, hovered=hovered)
        if part != "body":
            self._painter.words(painter, face, width, height)
        painter.end()
        made.setDevicePixelRatio(1)
        return made
