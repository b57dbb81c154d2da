"""Buttons of the toolbar that show an icon, a bold fact and what belongs to it."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget
from typing_extensions import override

from delegation_planner.screen.labels import plain_label, set_look
from delegation_planner.screen.theme import Theme


class Part(NamedTuple):
    """A piece of what the button says: an icon, or a text in a look of the style sheet; `fills` takes the room left."""

    text: str = ""
    look: str = ""
    icon: QIcon | None = None
    fills: bool = False


class FieldButton(QPushButton):
    """Looks like a field. `show_parts` says what it shows, `name` how it is read aloud."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "field")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(10, 0, 10, 0)
        self._row.setSpacing(6)
        self._parts: tuple[Part, ...] = ()
        theme.changed.connect(self._paint_icons)

    def show_parts(self, parts: Sequence[Part], name: str, *, dashed: bool = False) -> None:
        """Say something else; `dashed` for what is still open."""
        self._parts = tuple(parts)
        while (item := self._row.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for part in self._parts:
            label = plain_label(part.text, part.look, self)
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._row.addWidget(label, int(part.fills), Qt.AlignmentFlag.AlignVCenter)
            label.show()  # at once, else the button has no room for it before the next turn of the loop
            label.show()  # of itself the layout shows it, and counts it, one turn too late
        self._paint_icons()
        set_look(self, "fieldOpen" if dashed else "field")
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.updateGeometry()

    def _paint_icons(self) -> None:
        for number, part in enumerate(self._parts):
            item = self._row.itemAt(number)
            label = item.widget() if item is not None else None
            if part.icon is not None and isinstance(label, QLabel):
                label.setPixmap(part.icon.pixmap(QSize(16, 16), self.devicePixelRatioF()))

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._row.sizeHint().width() + 2, 30)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()
