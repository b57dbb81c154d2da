"""A sheet written as a workbook: the one place where papers meet the spreadsheet library."""

from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from delegation_planner.exports.clean_text import clean_text
from delegation_planner.exports.papers.sheet import Cell, Moment, PageSetup, Run, Sheet, Value
from delegation_planner.exports.papers.style_table import StyleTable, style_table, text_block

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

LONGEST_TEXT: Final = 32_767
"""Characters that a cell takes; the library cuts what is longer without a word."""
_PAPER_SIZE: Final = {"A4": 9, "A5": 11}
_CM_PER_INCH: Final = 2.54
_HEADER_EDGE_CM: Final = 0.8
_FOOTER_EDGE_CM: Final = 0.7
_LATEST_ZIP_YEAR: Final = 2107


def workbook_bytes(sheet: Sheet) -> bytes:
    """The sheet as the bytes of an .xlsx workbook; the same sheet gives the same bytes."""
    table = style_table(tuple(sheet.styles.items()), frozenset(_worn(sheet)))
    book = table.new_workbook()
    page = book.worksheets[0]
    page.title = sheet.name
    _fill_in(page, sheet, table)
    _set_up_page(page, sheet)
    _set_up_screen(page, sheet)
    _describe(book, sheet)
    return _zipped(book, sheet.made_at)


def _worn(sheet: Sheet) -> Iterator[tuple[Any, bool]]:
    for row in sheet.rows:
        for cell in row.cells:
            yield cell.look, keeps_as_text(cell.value)
            if cell.columns > 1 or cell.rows > 1:
                yield cell.look, False


def keeps_as_text(value: Value) -> bool:
    """Whether a text would become a formula, a number or a date if somebody entered it again in its cell."""
    text = value[0].text if isinstance(value, tuple) and value and isinstance(value[0], Run) else value
    return isinstance(text, str) and text != "" and not text[0].isalpha() and text[0] != "["


def _fill_in(page: "Worksheet", sheet: Sheet, table: StyleTable) -> None:
    for column, width in enumerate(sheet.widths, 1):
        page.column_dimensions[chr(64 + column)].width = width
    for number, row in enumerate(sheet.rows, 1):
        page.row_dimensions[number].height = row.height
        for cell in row.cells:
            _put(page, number, cell, table)


def _put(page: "Worksheet", number: int, cell: Cell, table: StyleTable) -> None:
    """Puts a value with its style; text stays text whatever it begins with, numbers carry their format."""
    from openpyxl.cell.cell import Cell as BookCell

    value, kind = _stored(cell.value)
    array = table.arrays[cell.look, keeps_as_text(cell.value)]
    book_cell = BookCell(page, number, cell.column, style_array=array)
    book_cell._value = value  # noqa: SLF001 - setting .value would guess formulas, dates and errors in it.
    book_cell.data_type = kind
    cells: dict[tuple[int, int], BookCell] = page._cells  # noqa: SLF001
    cells[number, cell.column] = book_cell
    if cell.columns == 1 and cell.rows == 1:
        return
    last_row, last_column = number + cell.rows - 1, cell.column + cell.columns - 1
    empty = table.arrays[cell.look, False]
    for row in range(number, last_row + 1):
        for column in range(cell.column, last_column + 1):
            if (row, column) not in cells:
                cells[row, column] = BookCell(page, row, column, style_array=empty)
    # Not merge_cells(): its pass over the borders would take most of the time, and every cell has its own here.
    page.merged_cells.add(f"{chr(64 + cell.column)}{number}:{chr(64 + last_column)}{last_row}")


def _stored(value: Value) -> tuple[Any, str]:
    """What the library stores for a value, and the letter of its type."""
    if value is None or value == "":
        return None, "n"
    if isinstance(value, str):
        return stored_text(value), "s"
    if isinstance(value, Moment):
        return value.number, "n"
    if isinstance(value, int):
        return value, "n"
    from openpyxl.cell.rich_text import CellRichText

    last = len(value) - 1
    blocks = [text_block(run._replace(text=clean_text(run.text)), last=at == last) for at, run in enumerate(value)]
    return CellRichText(blocks), "s"


def stored_text(text: str) -> str:
    """The text as a cell can hold it: cleaned, and cut with an ellipsis where a cell would lose its end."""
    text = clean_text(text)
    return text if len(text) <= LONGEST_TEXT else text[: LONGEST_TEXT - 1] + "…"


def _set_up_page(page: "Worksheet", sheet: Sheet) -> None:
    """Paper, margins, breaks, repeated rows: scale 100, since fitting to pages makes programs ignore the breaks."""
    from openpyxl.worksheet.pagebreak import Break

    setup: PageSetup = sheet.setup
    page.page_setup.paperSize = _PAPER_SIZE[setup.paper]
    page.page_setup.orientation = "landscape" if setup.landscape else "portrait"
    page.page_setup.scale = 100
    margins = page.page_margins
    margins.left = margins.right = setup.sides / _CM_PER_INCH
    margins.top, margins.bottom = setup.top / _CM_PER_INCH, setup.bottom / _CM_PER_INCH
    margins.header, margins.footer = _HEADER_EDGE_CM / _CM_PER_INCH, _FOOTER_EDGE_CM / _CM_PER_INCH
    page.print_options.horizontalCentered = True
    for number in sheet.breaks:
        page.row_breaks.append(Break(number))
    if sheet.repeated:
        page.print_title_rows = f"{sheet.repeated[0]}:{sheet.repeated[1]}"
    page.print_area = f"A1:{chr(64 + len(sheet.widths))}{len(sheet.rows)}"
    page.oddHeader.left.text = sheet.margins.header_left
    page.oddHeader.right.text = sheet.margins.header_right
    page.oddFooter.left.text = sheet.margins.footer_left
    page.oddFooter.center.text = sheet.margins.footer_centre
    page.oddFooter.right.text = sheet.margins.footer_right


def _set_up_screen(page: "Worksheet", sheet: Sheet) -> None:
    page.sheet_view.showGridLines = False
    page.freeze_panes = sheet.freeze
    page.sheet_format.customHeight = True


def _describe(book: "Workbook", sheet: Sheet) -> None:
    from openpyxl.workbook.defined_name import DefinedName

    column, row = sheet.title_cell[0], sheet.title_cell[1:]
    quoted = sheet.name.replace("'", "''")
    book.defined_names["VisitTitle"] = DefinedName("VisitTitle", attr_text=f"'{quoted}'!${column}${row}")
    told, properties = book.properties, sheet.properties
    told.title, told.subject, told.creator = properties.title, properties.subject, properties.creator
    told.keywords, told.language, told.category = properties.keywords, properties.language, properties.category
    told.created = told.modified = sheet.made_at.astimezone(UTC).replace(tzinfo=None, microsecond=0)


def _zipped(book: "Workbook", made_at: datetime) -> bytes:
    """The workbook's parts in one archive whose own stamps are the moment at which it was made."""
    from openpyxl.writer.excel import ExcelWriter

    stamp = made_at.astimezone(UTC)

    class SteadyArchive(ZipFile):
        def writestr(self, name: str | ZipInfo, data: Any, *_: Any, **__: Any) -> None:
            info = ZipInfo(str(name), (min(max(stamp.year, 1980), _LATEST_ZIP_YEAR), *stamp.timetuple()[1:6]))
            info.compress_type = ZIP_DEFLATED
            super().writestr(info, data)

        def write(self, filename: Any, arcname: Any = None, *_: Any, **__: Any) -> None:
            with open(filename, "rb") as part:
                self.writestr(arcname, part.read())

    content = BytesIO()
    ExcelWriter(book, SteadyArchive(content, "w")).save()
    return content.getvalue()
