"""The usual way to show a day grid: a QGraphicsView with one item of rectangle and text for each programme item."""

from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QGraphicsRectItem, QGraphicsScene, QGraphicsSimpleTextItem, QGraphicsView

from delegation_planner.plan.day_time import clock_minutes
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem

_COLUMN: Final = 271
_HOUR: Final = 72
_LANE: Final = 10


class GridScene(QGraphicsView):
    """Each item where its day and its hour are, in a lane by its number; nothing else is drawn."""

    def __init__(self, plan: Plan) -> None:
        super().__init__()
        scene = QGraphicsScene(self)
        fill, font = QColor("#E3EAF7"), QFont()
        font.setPointSizeF(8)
        for number, item in enumerate(plan.rows(ProgrammeItem)):
            top, bottom = (clock_minutes(clock) * _HOUR / 60 for clock in (item.start_time, item.end_time))
            x = item.start_day * _COLUMN + number % (_COLUMN // _LANE) * _LANE
            block = QGraphicsRectItem(QRectF(x, top, _LANE - 1, max(bottom - top, 5)))
            block.setBrush(fill)
            text = QGraphicsSimpleTextItem(item.title_en, block)
            text.setFont(font)
            text.setPos(x + 2, top + 2)
            scene.addItem(block)
        self.setScene(scene)
