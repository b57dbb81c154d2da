"""How a crossing is painted: a tag with the letters, a dot where nobody comes, a frame for the keyboard."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from delegation_planner.screen.schedule.attendance.crossings import Crossing
from delegation_planner.screen.schedule.attendance.letters import letters
from delegation_planner.screen.schedule.attendance.model import AttendanceModel
from delegation_planner.screen.schedule.attendance.rows import DelegationLine
from delegation_planner.screen.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_TAG: Final = (20, 18)
_MIDDLE: Final = Qt.AlignmentFlag.AlignCenter
_SELECTED: Final = QStyle.StateFlag.State_Selected.value
_FOCUSED: Final = QStyle.StateFlag.State_HasFocus.value


class Lit:
    """Which row and column the pointer is over, and which are selected elsewhere; -1 for none."""

    def __init__(self) -> None:
        self.row = self.column = -1
        self.rows: frozenset[int] = frozenset()
        self.columns: frozenset[int] = frozenset()

    def role(self, row: int, column: int, ground: str) -> str:
        """The role of the colour behind a cell."""
        if column in self.columns or row in self.rows:
            return "accent_soft"
        return "hover" if row == self.row or column == self.column else ground


class CrossingPictures:
    """The tags, dots and strokes, each painted once for a look and a screen: a table shows hundreds of the same."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._letter, self._small = theme.font(11, 500), theme.font(10, 500)
        self._made: dict[tuple[str, bool, bool, bool, int, int, float], QPixmap] = {}
        theme.changed.connect(self._made.clear)

    def of(self, crossing: Crossing, size: QSize, ratio: float) -> QPixmap:
        """What stands in a cell of this size; `ratio` is the screen's."""
        said = letters(crossing.roles) if crossing.comes else "–" if crossing.left_out_of else ""
        signs = "signatory" in crossing.roles
        key = (said, signs, crossing.own, crossing.optional, size.width(), size.height(), ratio)
        if key not in self._made:
            self._made[key] = self._picture(crossing, said, size, ratio)
        return self._made[key]

    def _picture(self, crossing: Crossing, said: str, size: QSize, ratio: float) -> QPixmap:
        pixmap = QPixmap(size * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(0, 0, size.width(), size.height() - 1)  # the line below is no part of it
        if crossing.comes:
            self._paint_tag(painter, room, crossing, said)
        else:
            self._paint_absence(painter, room, left_out=bool(said))
        painter.end()
        return pixmap

    def _paint_tag(self, painter: QPainter, room: QRectF, crossing: Crossing, said: str) -> None:
        width, height = _TAG
        tag = QRectF(round((room.width() - width) / 2), round((room.height() - height) / 2), width, height)
        fill, ink = ("sign", "on_sign") if "signatory" in crossing.roles else ("hover", "ink")
        edge = self._edge(crossing, ink)
        painter.setPen(edge if edge is not None else Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color(fill))
        painter.drawRoundedRect(tag.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.setFont(self._letter if len(said) == 1 else self._small)
        painter.setPen(self._theme.color(ink))
        painter.drawText(tag, int(_MIDDLE), said)

    def _edge(self, crossing: Crossing, ink: str) -> QPen | None:
        if crossing.optional:
            pen = QPen(self._theme.color("control" if ink == "ink" else ink), 1)
            pen.setDashPattern([3, 2])
            return pen
        outlined = crossing.own and ink == "ink"
        return QPen(self._theme.color("line_strong"), 1) if outlined else None

    def _paint_absence(self, painter: QPainter, room: QRectF, *, left_out: bool) -> None:
        """A dot; for somebody whom a group leaves out a stroke."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("control"))
        middle = room.center()
        if left_out:
            painter.drawRect(QRectF(round(middle.x()) - 4, round(middle.y()), 8, 1))
        else:
            painter.drawEllipse(middle, 1, 1)


class CrossingDelegate(QStyledItemDelegate):
    """Filled tag: comes with a group. Outlined tag: has an invitation of one's own; dashed where it is optional."""

    def __init__(self, theme: Theme, model: AttendanceModel, lit: Lit) -> None:
        super().__init__()
        self._theme = theme
        self._rows = model
        self._lit = lit
        self._count = theme.font(12, 600)
        self._pictures = CrossingPictures(theme)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        rect, state, row, column = option.rect, option.state.value, index.row(), index.column()
        color = self._theme.color
        delegation = isinstance(self._rows.line(row), DelegationLine)
        ground = self._lit.role(row, column, "header" if delegation else "pane")
        painter.fillRect(rect, color("selected" if state & _SELECTED else ground))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, color("line"))
        if column and self._rows.head(column).first_of_day:
            painter.fillRect(rect.left(), rect.top(), 1, rect.height(), color("line_strong"))
        if delegation:
            painter.setFont(self._count)
            painter.setPen(color("muted"))
            painter.drawText(rect, int(_MIDDLE), str(self._rows.count(row, column)))
        else:
            ratio = painter.device().devicePixelRatioF()
            painter.drawPixmap(rect.topLeft(), self._pictures.of(self._rows.crossing(index), rect.size(), ratio))
        if state & _FOCUSED:
            _paint_frame(painter, rect, color("focus"))


class TotalsDelegate(QStyledItemDelegate):
    """Numbers in the middle of their column, the first line heavy."""

    def __init__(self, theme: Theme, above: AttendanceModel, lit: Lit) -> None:
        super().__init__()
        self._theme = theme
        self._above = above
        self._lit = lit
        self._heavy, self._plain = theme.font(12, 600), theme.font(12)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        rect, color = option.rect, self._theme.color
        painter.fillRect(rect, color(self._lit.role(-2, index.column(), "pane")))
        if index.column() and self._above.head(index.column()).first_of_day:
            painter.fillRect(rect.left(), rect.top(), 1, rect.height(), color("line_strong"))
        total = index.row() == 0
        painter.setFont(self._heavy if total else self._plain)
        painter.setPen(color("ink" if total else "muted"))
        painter.drawText(rect, int(_MIDDLE), index.data())


def _paint_frame(painter: QPainter, rect: QRect, colour: QColor) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -2), 4, 4)
    painter.restore()
