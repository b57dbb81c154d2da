"""What delegates paint alike: icons and marks, elided text, backgrounds of rows, the keyboard's frame."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QPainter, QPen, QPixmap, QPixmapCache
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from delegation_planner.checks.finding import Severity
from delegation_planner.plan.kinds import ItemKind
from delegation_planner.screen.theme import Theme

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_MARK_ROLES: dict[Severity, str] = {"error": "error", "warning": "warning", "note": "info"}


def is_selected(option: QStyleOptionViewItem) -> bool:
    """Whether the row is selected."""
    return bool(option.state & QStyle.StateFlag.State_Selected)


def is_hovered(option: QStyleOptionViewItem) -> bool:
    """Whether the pointer is over the row."""
    return bool(option.state & QStyle.StateFlag.State_MouseOver)


def has_focus(option: QStyleOptionViewItem) -> bool:
    """Whether the cell has the keyboard."""
    return bool(option.state & QStyle.StateFlag.State_HasFocus)


def paint_text(
    painter: QPainter,
    rect: QRect,
    text: str,
    colour: QColor,
    font: QFont,
    alignment: Qt.AlignmentFlag = _LEFT,
) -> int:
    """One line of text, cut at the right if it does not fit; returns the width that it took."""
    if not text or rect.width() <= 0:
        return 0
    metrics = QFontMetrics(font)
    line = metrics.elidedText(" ".join(text.split()), Qt.TextElideMode.ElideRight, rect.width())
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(rect, int(alignment | Qt.TextFlag.TextSingleLine), line)
    return metrics.horizontalAdvance(line)


def fitting(font: QFont, room: int, text: str, shorter: str) -> str:
    """The text, or what is shorter where it does not fit."""
    return text if QFontMetrics(font).horizontalAdvance(text) <= room else shorter


def paint_icon(painter: QPainter, theme: Theme, name: str, rect: QRect, role: str = "muted") -> None:
    """An icon in the colour of a role."""
    _paint(painter, f"{name}/{theme.color(role).name()}", theme.icon(name, role), rect)


def paint_kind(painter: QPainter, theme: Theme, kind: ItemKind, rect: QRect) -> None:
    """The icon of a kind of item in its bar colour."""
    _paint(painter, f"kind {kind}/{theme.tokens.name}", theme.kind_icon(kind), rect)


def paint_mark(painter: QPainter, theme: Theme, severity: Severity, rect: QRect) -> None:
    """The mark of a severity: disc, triangle or rounded square with its sign cut out."""
    shape = "info" if severity == "note" else severity
    paint_icon(painter, theme, f"mark_{shape}", rect, _MARK_ROLES[severity])


def mark_width(severity: Severity | None) -> int:
    """How much room a mark takes at the right of a row, its distance included."""
    return 20 if severity is not None else 0


def paint_frame(painter: QPainter, rect: QRect, colour: QColor) -> None:
    """The frame of the cell that has the keyboard."""
    painter.save()
    painter.setPen(QPen(colour, 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect.adjusted(1, 1, -1, -1))
    painter.restore()


def paint_card(painter: QPainter, rect: QRect, fill: QColor, bar: QColor | None = None) -> None:
    """The background of a selected or hovered row: rounded, inset, with a bar at its left where it is selected."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    box = QRectF(rect.adjusted(4, 1, -4, -1))
    painter.drawRoundedRect(box, 5, 5)
    if bar is not None:
        painter.setBrush(bar)
        painter.drawRoundedRect(QRectF(box.x(), box.y() + 3, 3, box.height() - 6), 1.5, 1.5)
    painter.restore()


def _paint(painter: QPainter, key: str, icon: QIcon, rect: QRect) -> None:
    ratio = painter.device().devicePixelRatioF()
    key = f"planner/{key}/{rect.width()}/{ratio}"
    pixmap = QPixmap()
    if not QPixmapCache.find(key, pixmap):
        pixmap = icon.pixmap(rect.size(), ratio)
        QPixmapCache.insert(key, pixmap)
    painter.drawPixmap(rect.topLeft(), pixmap)
