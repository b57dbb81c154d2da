"""Icons painted from our own SVG drawings at the size and in the colour that is asked for."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from typing_extensions import override

Colour = Callable[[], str]  # asked anew at every painting, so that icons follow the scheme


class Drawings:
    """The SVG texts of one folder, each read when it is first painted. They draw in `currentColor`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._texts: dict[str, str] = {}

    def coloured(self, name: str, colour: str) -> QByteArray:
        """A drawing in one colour."""
        if name not in self._texts:
            self._texts[name] = self._folder.joinpath(f"{name}.svg").read_text(encoding="utf-8")
        return QByteArray(self._texts[name].replace("currentColor", colour).encode())


class DrawnIcon(QIconEngine):
    """Paints one drawing; sharp at every scale because nothing is kept as a picture.

    Whoever makes one keeps its QIcon for good. When Python's search for garbage meets an icon, PySide (6.11) destroys
    this engine with it, although buttons and actions still paint with copies of that icon: the program crashes then.
    """

    def __init__(self, drawings: Drawings, name: str, colour: Colour, disabled: Colour) -> None:
        super().__init__()
        self._drawings = drawings
        self._name = name
        self._colour = colour
        self._disabled = disabled

    @override
    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        colour = self._disabled() if mode == QIcon.Mode.Disabled else self._colour()
        side = min(rect.width(), rect.height())
        box = QRectF(rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2, side, side)
        QSvgRenderer(self._drawings.coloured(self._name, colour)).render(painter, box)

    @override
    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(QColor(Qt.GlobalColor.transparent))
        painter = QPainter(pixmap)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return pixmap

    @override
    def clone(self) -> QIconEngine:
        return DrawnIcon(self._drawings, self._name, self._colour, self._disabled)
