"""The matrix as a table for the clipboard; no Qt."""

from collections.abc import Sequence

from delegation_planner.screen.schedule.attendance.crossings import Crossings
from delegation_planner.screen.schedule.attendance.rows import DelegationLine, Matrix
from delegation_planner.screen.schedule.attendance.totals_rows import TotalLine, total
from delegation_planner.screen.schedule.attendance.wording import short_text


def table_text(
    matrix: Matrix, crossings: Crossings, rows: Sequence[int], columns: Sequence[int], totals: Sequence[TotalLine]
) -> str:
    """These rows and columns with their heads, then these totals: tabs between the cells, one line a row."""
    lines = [[matrix.lines[row].name, *[""] * len(columns)] for row in rows]
    for at, column in enumerate(columns, 1):
        present = crossings.of_item(matrix.heads[column].id)
        for cells, row in zip(lines, rows, strict=True):
            line = matrix.lines[row]
            if isinstance(line, DelegationLine):
                cells[at] = str(crossings.count(matrix.heads[column].id, line.everyone))
            elif line.id in present:
                cells[at] = short_text(present[line.id])
    heads = (matrix.heads[column] for column in columns)
    table = [["", *(f"{head.number} {head.short}" for head in heads)], *lines]
    for below in totals:
        numbers = (total(crossings, matrix, below, column) for column in columns)
        table.append([below.name, *("" if number is None else str(number) for number in numbers)])
    return "\n".join("\t".join(_plain(cell) for cell in cells) for cells in table)


def _plain(cell: str) -> str:
    return " ".join(cell.split()) if "\t" in cell or "\n" in cell or "\r" in cell else cell
