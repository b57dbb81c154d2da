"""A small sheet in the colour of an edition, for lists and fields that also say its name."""

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap

from delegation_planner.plan.edition import Colour
from delegation_planner.screen.theme import Theme

SIZE: Final = 14
PAPERS: Final[dict[Colour, str]] = {
    "white": "#FFFFFF",
    "blue": "#BBD6F2",
    "pink": "#F4C3D5",
    "yellow": "#F7E59A",
    "green": "#BFE3C0",
    "orange": "#F8CFA0",
}
"""The colours of the sheets as they come from the mill: the same in light and dark."""


def colour_swatch(theme: Theme, colour: Colour) -> QIcon:
    """The sheet, outlined so that a white one is seen on white."""
    icon = QIcon()
    for ratio in (1, 2):
        pixmap = QPixmap(SIZE * ratio, SIZE * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("control"), 1))
        painter.setBrush(QColor(PAPERS[colour]))
        painter.drawRoundedRect(QRectF(1.5, 1.5, SIZE - 3, SIZE - 3), 2, 2)
        painter.end()
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):
            icon.addPixmap(pixmap, mode)
    return icon
