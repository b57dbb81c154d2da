"""G10: the rundown filtered and the participants sorted, beside a comprehension, or sorted(), and a reset model."""

from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.grid_painting import a_desk
from benchmarks.measuring import Comparison, Line, Run, in_pairs, timed
from benchmarks.plain_table import Cells, PlainTable
from benchmarks.visits import HUGE, TINY, Size
from delegation_planner.plan.names import fold
from delegation_planner.resource_files import icons_folder
from delegation_planner.screen.desk import Desk
from delegation_planner.screen.participants.pane import ParticipantsPane
from delegation_planner.screen.schedule.rows import ItemRow
from delegation_planner.screen.schedule.rundown import RundownView
from delegation_planner.screen.theme import Theme

AT_MOST: Final = 1.5
WORDS: Final = ("1", "12", "123", "")
"""Typed one after the other; the last one brings all rows back."""
CROWD: Final = Size(people=20_000, items=60, days=4, attendances=60_000)
FEW: Final = Size(people=60, items=8, days=2, attendances=120)
_SIZE: Final = (1400, 900)


class Filtering:
    """The rundown of a visit, and a plain table of the same rows; each is filtered by the same words in turn."""

    def __init__(self, desk: Desk) -> None:
        self.rundown = RundownView(desk)
        show(self.rundown)
        rows = [row for row in self._item_rows() if row is not None]
        self._cells = [cells_of(row) for row in rows]
        self._folded = [fold(" ".join(cells[1:])) for cells in self._cells]
        self.table = PlainTable(self._cells, *_SIZE)

    def runs(self) -> tuple[Run, Run]:
        """The comprehension with its reset, and ours; both with the painting that follows."""
        plain, ours = cycle(WORDS), cycle(WORDS)

        def comprehend() -> None:
            words = next(plain)
            wanted = [cells for cells, text in zip(self._cells, self._folded, strict=True) if words in text]
            self.table.plain.show(wanted)
            self.table.viewport().repaint()

        def filter_ours() -> None:
            self.rundown.filter.setText(next(ours))
            self.rundown.sheet.viewport().repaint()

        return timed(comprehend, tidy=False), timed(filter_ours, tidy=False)

    def shown(self) -> tuple[list[str], list[str]]:
        """The ids of the items that the table and the rundown show now."""
        ours = [row.id for row in self._item_rows() if row is not None]
        return [cells[0] for cells in self.table.plain.rows], ours

    def _item_rows(self) -> Iterator[ItemRow | None]:
        model = self.rundown.model
        rows = (model.row_at(model.index_of(id)) for id in model.ids())
        return (row for row in rows if isinstance(row, ItemRow))

    def end(self) -> None:
        """Close both."""
        take_down(self.rundown, self.table)


class Sorting:
    """The list of participants, and a plain table of the same rows; each is sorted by office, up and down in turn."""

    def __init__(self, desk: Desk) -> None:
        self.pane = ParticipantsPane(desk)
        self.pane.arrange("order")
        show(self.pane)
        rows = self.pane.table.rows
        people = [row for id in rows.ids() if (row := rows.row_at(rows.index_of(id))) is not None]
        self._cells = [(one.id, one.person.name, one.person.office, one.delegation) for one in people]
        self._keys = [(fold(one.person.office), one.place) for one in people]
        self.table = PlainTable(self._cells, *_SIZE)

    def runs(self) -> tuple[Run, Run]:
        """sorted() by keys made before, with its reset, and ours; both with the painting that follows."""
        ways = cycle((False, True))

        def sort() -> None:
            places = sorted(range(len(self._cells)), key=self._keys.__getitem__, reverse=next(ways))
            self.table.plain.show([self._cells[at] for at in places])
            self.table.viewport().repaint()

        def sort_ours() -> None:
            self.pane.sort_by("office")
            self.pane.table.viewport().repaint()

        return timed(sort, tidy=False), timed(sort_ours, tidy=False)

    def shown(self) -> tuple[list[str], list[str]]:
        """The ids of the people in the order of the table, and in ours."""
        return [cells[0] for cells in self.table.plain.rows], list(self.pane.table.rows.ids())

    def end(self) -> None:
        """Close both."""
        take_down(self.pane, self.table)


def cells_of(row: ItemRow) -> Cells:
    """The texts of an item that the rundown's filter reads."""
    return row.id, row.number, row.title, row.place, row.to_place, row.who, row.in_charge, row.remarks


def show(widget: QWidget) -> None:
    """Show a widget and have it painted."""
    widget.resize(*_SIZE)
    widget.show()
    QApplication.processEvents()


def take_down(*widgets: QWidget) -> None:
    """Close widgets for good."""
    for widget in widgets:
        widget.close()
        widget.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def measure(folder: Path, *, quick: bool) -> Iterator[Line]:
    """Each filter and each order is one run, so that easy and hard ones count alike."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme = Theme(app, icons_folder(), folder / "pictures")
    theme.use("light")
    for what, size, kind in (
        ("filter the rundown", TINY if quick else HUGE, Filtering),
        ("sort the participants", FEW if quick else CROWD, Sorting),
    ):
        desk = a_desk(folder, size, theme)
        lists = kind(desk)
        pairs = in_pairs(*lists.runs(), 8 if quick else 12)
        rows = size.items if kind is Filtering else size.people
        yield Comparison("G10", f"{what}, {rows:,} rows", pairs, AT_MOST)
        lists.end()
        desk.close()
