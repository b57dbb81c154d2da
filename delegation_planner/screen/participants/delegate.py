"""How delegations, people and groups are painted in the tree."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from delegation_planner.screen.painting import (
    fitting,
    is_hovered,
    is_selected,
    mark_width,
    paint_card,
    paint_icon,
    paint_mark,
    paint_text,
)
from delegation_planner.screen.participants.rows import DelegationRow, GroupRow, GroupsRow, ParticipantsRow, PersonRow
from delegation_planner.screen.rows_model import ROW_ROLE
from delegation_planner.screen.theme import Theme
from delegation_planner.words.words import Words

Index = QModelIndex | QPersistentModelIndex
PERSON_HEIGHT = 36
GROUP_HEIGHT = 32
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_NUMBER = 30  # how far the names stand from the left


class ParticipantsDelegate(QStyledItemDelegate):
    """People in two lines with what is missing at the right; delegations and groups in one."""

    def __init__(self, theme: Theme, words: Words) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self._plain, self._heavy = theme.font(12), theme.font(12, 600)
        self._small, self._small_heavy = theme.font(11), theme.font(11, 500)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row: ParticipantsRow = index.data(ROW_ROLE)
        painter.save()
        full = QRect(0, option.rect.top(), option.rect.right() + 1, option.rect.height())
        if is_selected(option) or is_hovered(option):  # Qt has filled the room of the arrow, square beside the card
            painter.fillRect(full, self._theme.color("pane"))
        if is_selected(option):
            paint_card(painter, full, self._theme.color("selected"), self._theme.color("accent_text"))
        elif is_hovered(option):
            paint_card(painter, full, self._theme.color("hover"))
        if isinstance(row, PersonRow):
            self._paint_person(painter, full, row)
        elif isinstance(row, GroupRow):
            self._paint_group(painter, full, row)
        else:
            self._paint_head(painter, option.rect.adjusted(4, 0, -8, 0), row)
        painter.restore()

    def _paint_head(self, painter: QPainter, rect: QRect, row: DelegationRow | GroupsRow) -> None:
        if isinstance(row, GroupsRow):
            name, note = self._words.say("Groups"), str(row.groups)
            short = name
        else:
            name, short, note = row.name, row.short, str(row.people)
        noted = QFontMetrics(self._small).horizontalAdvance(note)
        room = rect.adjusted(0, 0, -noted - 12, 0)
        name = fitting(self._heavy, room.width(), name, short)
        taken = paint_text(painter, room, name, self._theme.color("ink"), self._heavy)
        rest = rect.adjusted(taken + 8, 0, 0, 0)
        paint_text(painter, rest, note, self._theme.color("muted"), self._small)

    def _paint_person(self, painter: QPainter, rect: QRect, row: PersonRow) -> None:
        theme = self._theme
        muted = theme.color("muted")
        first = QRect(rect.left() + _NUMBER + 12, rect.top() + 3, rect.width() - _NUMBER - 24, 16)
        second = first.translated(0, 15)
        number = QRect(rect.left() + 8, first.top(), _NUMBER - 4, 16)
        paint_text(painter, number, str(row.number), muted, self._plain, _RIGHT)
        if row.by_hand:
            paint_icon(painter, theme, "pin", QRect(number.right() - 10, second.top() + 3, 10, 10))
        if row.mark is not None:
            paint_mark(painter, theme, row.mark.severity, QRect(first.right() - 13, first.top() + 1, 14, 14))
            first.setRight(first.right() - mark_width(row.mark.severity))
        if row.notified:
            if row.honorific and self._has_room(first.width(), row):
                first.setLeft(first.left() + paint_text(painter, first, row.honorific, muted, self._plain) + 4)
            paint_text(painter, first, row.name, theme.color("ink"), self._heavy)
        else:
            paint_text(painter, first, row.name, muted, self._plain)
        self._paint_second(painter, second, row)

    def _has_room(self, room: int, row: PersonRow) -> bool:
        """Whether the honorific fits beside the name: it gives way before the name does."""
        taken = QFontMetrics(self._plain).horizontalAdvance(row.honorific) + 4
        return taken + QFontMetrics(self._heavy).horizontalAdvance(row.name) <= room

    def _paint_second(self, painter: QPainter, rect: QRect, row: PersonRow) -> None:
        """What is missing stands at the right and is never cut; the office gives way."""
        said = missing_note(row)
        width = QFontMetrics(self._small_heavy).horizontalAdvance(said)
        at_right = QRect(rect.right() - width, rect.top(), width + 1, rect.height())
        paint_text(painter, at_right, said, self._theme.color("warning"), self._small_heavy)
        office = rect.adjusted(0, 0, -width - 8 if said else 0, 0)
        paint_text(painter, office, row.office, self._theme.color("muted"), self._small)

    def _paint_group(self, painter: QPainter, rect: QRect, row: GroupRow) -> None:
        line = rect.adjusted(_NUMBER + 12, 0, -12, 0)
        taken = paint_text(painter, line, row.name, self._theme.color("ink"), self._plain) + 8
        note = f"{row.code} · {len(row.members)}"
        paint_text(painter, line.adjusted(taken, 0, 0, 0), note, self._theme.color("muted"), self._small)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = index.data(ROW_ROLE)
        return QSize(100, PERSON_HEIGHT if isinstance(row, PersonRow) else GROUP_HEIGHT)


def missing_note(row: PersonRow) -> str:
    """The worst that is missing, and how much more: "no diet +1"."""
    if not row.missing:
        return ""
    more = f" +{len(row.missing) - 1}" if len(row.missing) > 1 else ""
    return row.missing[0] + more
