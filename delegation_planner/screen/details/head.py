"""The head above the tabs: a tile, the title and a note."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from delegation_planner.screen.details.rows import Head
from delegation_planner.screen.labels import plain_label
from delegation_planner.screen.painting import paint_icon, paint_kind
from delegation_planner.screen.theme import Theme
from delegation_planner.screen.tokens import KIND_ICONS


class Tile(QWidget):
    """32 px: the kind's icon on its tint, the signing on its own colour, people a number in a circle."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.head = Head("", "")
        self.setFixedSize(QSize(32, 32))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, head = self._theme, self.head
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        middle = QRect(8, 8, 16, 16)
        if head.number is not None:
            painter.setBrush(theme.color("hover"))
            painter.drawEllipse(self.rect())
            painter.setPen(theme.color("ink"))
            painter.setFont(theme.font(12.5, 600))
            painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), str(head.number))
        elif head.kind is not None:
            signing = head.kind == "signing"
            painter.setBrush(theme.color("sign") if signing else theme.tint(head.kind))
            painter.drawRoundedRect(self.rect(), 6, 6)
            if signing:
                paint_icon(painter, theme, KIND_ICONS["signing"], middle, "on_sign")
            else:
                paint_kind(painter, theme, head.kind, middle)
        elif head.icon:
            painter.setBrush(theme.color("hover"))
            painter.drawRoundedRect(self.rect(), 6, 6)
            paint_icon(painter, theme, head.icon, middle)
        painter.end()


class DetailsHead(QWidget):
    """Shows a Head."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tile = Tile(theme, self)
        self._title = plain_label("", "detailsTitle", self, wrap=True)
        self._note = plain_label("", "small", self, wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 2, 12, 6)
        row.setSpacing(10)
        row.addWidget(self._tile, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(1)
        column.addWidget(self._title)
        column.addWidget(self._note)
        row.addLayout(column, 1)

    @property
    def title(self) -> str:
        """The title as it is shown."""
        return self._title.text()

    def show_head(self, head: Head) -> None:
        """Show what stands above the tabs."""
        self._tile.head = head
        self._tile.update()
        self._title.setText(head.title)
        self._note.setText(head.note)
