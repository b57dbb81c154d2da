"""Buttons of the toolbar that show an icon, a bold fact and what belongs to it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget
from typing_extensions import override

from delegation_planner.screen.labels import plain_label, set_look
from delegation_planner.screen.theme import Theme


class Part(NamedTuple):
    """A piece of what the button says: an icon, or a text in a look of the style sheet; `fills` takes the room left.

    `spare` says when it goes where room is short: 1 before 2; what has 0 stays.
    """

    text: str = ""
    look: str = ""
    icon: QIcon | None = None
    fills: bool = False
    spare: int = 0


class FieldButton(QPushButton):
    """Looks like a field. `show_parts` says what it shows, `name` how it is read aloud."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "field")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(10, 0, 10, 0)
        self._row.setSpacing(6)
        self._parts: tuple[Part, ...] = ()
        self._step = 0
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
            label.show()  # of itself the layout shows it, and counts it, one turn too late
        self._paint_icons()
        self._hide_spare()
        set_look(self, "fieldOpen" if dashed else "field")
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.updateGeometry()

    def give_way(self, step: int) -> None:
        """Show what is left after so many steps of shortening."""
        if step != self._step:
            self._step = step
            self._hide_spare()
            self.updateGeometry()

    def width_after(self, step: int) -> int:
        """How wide it is after so many steps of shortening."""
        shown = [label.sizeHint().width() for part, label in self._labels() if not _is_gone(part, step)]
        margins = self._row.contentsMargins()
        return sum(shown) + (len(shown) - 1) * self._row.spacing() + margins.left() + margins.right() + 2

    def _hide_spare(self) -> None:
        for part, label in self._labels():
            label.setVisible(not _is_gone(part, self._step))

    def _labels(self) -> Iterator[tuple[Part, QLabel]]:
        for number, part in enumerate(self._parts):
            item = self._row.itemAt(number)
            label = item.widget() if item is not None else None
            if isinstance(label, QLabel):
                yield part, label

    def _paint_icons(self) -> None:
        for part, label in self._labels():
            if part.icon is not None:
                label.setPixmap(part.icon.pixmap(QSize(16, 16), self.devicePixelRatioF()))

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.width_after(self._step), 30)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


def _is_gone(part: Part, step: int) -> bool:
    return 0 < part.spare <= step
