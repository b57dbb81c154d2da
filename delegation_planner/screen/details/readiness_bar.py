"""The bar of a text to be signed, a segment for each thing that the signing needs, and the marks of its lines."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from delegation_planner.checks.readiness import Standing
from delegation_planner.screen.painting import paint_icon
from delegation_planner.screen.theme import Theme

HEIGHT = 8
_GAP = 3
_MARK = 14


class StandingMark(QWidget):
    """A tick or a ring."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._standing: Standing = "open"
        self.setFixedSize(_MARK, _MARK)

    def show_standing(self, standing: Standing) -> None:
        """Show another standing."""
        self._standing = standing
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._standing == "done":
            paint_icon(painter, self._theme, "check_small", self.rect(), "ok")
        else:
            painter.setPen(QPen(self._theme.color("control"), 1.5))
            painter.drawEllipse(QRectF(self.rect()).adjusted(2.5, 2.5, -2.5, -2.5))
        painter.end()


class ReadinessBar(QWidget):
    """Done is filled, what is left outlined; a click tells `chosen(number of the segment)`."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._segments: tuple[tuple[Standing, str], ...] = ()
        self.setFixedHeight(HEIGHT + 4)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_segments(self, segments: tuple[tuple[Standing, str], ...]) -> None:
        """Show these, each with what its tool tip says."""
        self._segments = segments
        self.update()

    def box(self, at: int) -> QRectF:
        """Where a segment is."""
        width = (self.width() + _GAP) / max(1, len(self._segments))
        return QRectF(at * width, 2, width - _GAP, HEIGHT)

    def segment_at(self, point: QPointF) -> int | None:
        """Which segment is at a point, the gap right of it included."""
        at = int(point.x() * len(self._segments) / max(1, self.width() + _GAP))
        return at if 0 <= at < len(self._segments) else None

    @override
    def sizeHint(self) -> QSize:
        return QSize(120, HEIGHT + 4)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for at, (standing, _) in enumerate(self._segments):
            done = standing == "done"
            colour = self._theme.color("ok" if done else "control")
            painter.setPen(QPen(colour, 1))
            painter.setBrush(colour if done else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.box(at).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
        painter.end()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = self.segment_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and at is not None:
            self.chosen.emit(at)

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            at = self.segment_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self._segments[at][1] if at is not None else "", self)
            return True
        return super().event(event)
