"""The matrix as a table for the clipboard; no Qt."""

from collections import Counter
from collections.abc import Iterable, Sequence

from delegation_planner.screen.schedule.attendance.crossings import Crossings
from delegation_planner.screen.schedule.attendance.rows import DelegationLine, ItemHead, Matrix
from delegation_planner.screen.schedule.attendance.totals_rows import TotalLine, total
from delegation_planner.screen.schedule.attendance.wording import short_text


def table_text(
    matrix: Matrix, crossings: Crossings, rows: Sequence[int], columns: Sequence[int], totals: Sequence[TotalLine]
) -> str:
    """These rows and columns with their heads, then these totals: tabs between the cells, one line a row."""
    heads = [matrix.heads[column] for column in columns]
    table = [["", *(_plain(f"{head.number} {head.short}") for head in heads)]]
    table += _lines(matrix, crossings, rows, heads)
    for below in totals:
        numbers = (total(crossings, matrix, below, column) for column in columns)
        table.append([_plain(below.name), *("" if number is None else str(number) for number in numbers)])
    return "\n".join("\t".join(cells) for cells in table)


def _lines(matrix: Matrix, crossings: Crossings, rows: Sequence[int], heads: Sequence[ItemHead]) -> Iterable[list[str]]:
    """Goes through those who come to each item, who are few, and not through everybody."""
    lines = [matrix.lines[row] for row in rows]
    table = [[_plain(line.name), *("0" if isinstance(line, DelegationLine) else "",) * len(heads)] for line in lines]
    row_of = {line.id: at for at, line in enumerate(lines) if not isinstance(line, DelegationLine)}
    delegations = [(at, line.everyone) for at, line in enumerate(lines) if isinstance(line, DelegationLine)]
    head_of = {id: at for at, everyone in delegations for id in everyone}
    for column, head in enumerate(heads, 1):
        counted: Counter[int] = Counter()
        for id, crossing in crossings.of_item(head.id).items():
            if id in row_of:
                table[row_of[id]][column] = short_text(crossing)
            if crossing.comes and id in head_of:
                counted[head_of[id]] += 1
        for at, number in counted.items():
            table[at][column] = str(number)
    return table


def _plain(cell: str) -> str:
    return " ".join(cell.split()) if "\t" in cell or "\n" in cell or "\r" in cell else cell
