"""The yardstick of a window's turns: Qt's own tables, filled with the people and the items of a visit at one go."""

from typing import Final

from PySide6.QtCore import QEvent
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QTableView

from delegation_planner.plan.participant import Participant
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem

COLUMNS: Final = 8
"""As many as the rundown has."""
_SIZE: Final = (1400, 900)


def filled_tables(plan: Plan) -> list[QTableView]:
    """A table of the people and one of the items, filled, shown and painted."""
    tables = []
    for rows in (plan.rows(Participant), plan.rows(ProgrammeItem)):
        model = QStandardItemModel()
        for row in rows:
            model.appendRow([QStandardItem(str(value)) for value in row[:COLUMNS]])
        table = QTableView()
        table.setModel(model)
        model.setParent(table)
        table.resize(*_SIZE)
        table.show()
        QApplication.processEvents()
        tables.append(table)
    return tables


def take_down(tables: list[QTableView]) -> None:
    """Close the tables."""
    for table in tables:
        table.close()
        table.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
