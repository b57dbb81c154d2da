"""The plain way to a printed sheet: openpyxl cell by cell, style objects shared, merge_cells."""

from collections.abc import Callable
from datetime import UTC
from functools import cache
from io import BytesIO
from typing import Any, Final

from delegation_planner.exports.papers.sheet import Cell, Moment, PageSetup, Run, Sheet, Value
from delegation_planner.exports.papers.sheet_xml import keeps_as_text
from delegation_planner.exports.papers.styles import BODY, SERIF, Line, Look, Style

_EDGES: Final = (("left", "left"), ("top", "above"), ("bottom", "below"))
_CM_PER_INCH: Final = 2.54
_HEADER_EDGE_CM: Final = 0.8
_FOOTER_EDGE_CM: Final = 0.7


def plain_workbooks(sheets: list[Sheet]) -> list[bytes]:
    """A workbook for each sheet; every style object is made once and serves all of them."""
    dressed = cache(_dressed)
    typed = cache(_typed)
    return [_workbook(sheet, dressed, typed) for sheet in sheets]


def _workbook(sheet: Sheet, dressed: Callable[[Style, Look], dict[str, Any]], typed: Callable[[Run], Any]) -> bytes:
    from openpyxl import Workbook
    from openpyxl.cell.rich_text import CellRichText

    book = Workbook()
    page: Any = book.active
    page.title = sheet.name
    for number, row in enumerate(sheet.rows, 1):
        page.row_dimensions[number].height = row.height
        for cell in row.cells:
            written = page.cell(number, cell.column, _value(cell.value, typed, CellRichText))
            for name, worn in dressed(sheet.styles[cell.look.style], cell.look).items():
                setattr(written, name, worn)
            written.quotePrefix = keeps_as_text(cell.value)
            _merge(page, number, cell)
    _lay_out(page, sheet)
    _describe(book, sheet)
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def _value(value: Value, typed: Callable[[Run], Any], rich_text: Callable[[list[Any]], Any]) -> Any:
    if value is None or value in ("", ()):
        return None
    if isinstance(value, str | int):
        return value
    if isinstance(value, Moment):
        return float(value)
    *others, last = value
    lines = [run._replace(text=f"{run.text}\n") for run in others]
    return rich_text([typed(run) for run in (*lines, last)])


def _typed(run: Run) -> Any:
    from openpyxl.cell.rich_text import TextBlock
    from openpyxl.cell.text import InlineFont
    from openpyxl.styles.colors import Color

    font = InlineFont(
        rFont=BODY, family=2, sz=run.size, b=run.bold or None, i=run.italic or None, strike=run.struck or None,
        color=Color(f"FF{run.colour}") if run.colour else None,
    )  # fmt: skip
    return TextBlock(font, run.text)


def _dressed(style: Style, look: Look) -> dict[str, Any]:
    """The five objects that dress a cell."""
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

    def side(line: Line | None) -> Any:
        return Side(line.weight, color=line.colour) if line else Side()

    fill = look.fill or style.fill
    return {
        "font": Font(
            name=SERIF if style.serif else BODY, family=1 if style.serif else 2, sz=style.size, b=style.bold,
            i=style.italic or look.italic, strike=look.struck or None, color=look.colour or style.colour,
        ),
        "fill": PatternFill("solid", fgColor=fill) if fill else PatternFill(),
        "border": Border(**{edge: side(getattr(look, name) or getattr(style, name)) for edge, name in _EDGES}),
        "alignment": Alignment(
            horizontal=look.horizontal or style.horizontal, vertical=style.vertical, wrap_text=style.wrap or None,
            indent=style.indent,
        ),
        "number_format": look.number_format,
    }  # fmt: skip


def _merge(page: Any, number: int, cell: Cell) -> None:
    if cell.columns > 1 or cell.rows > 1:
        page.merge_cells(
            start_row=number, end_row=number + cell.rows - 1, start_column=cell.column,
            end_column=cell.column + cell.columns - 1,
        )  # fmt: skip


def _lay_out(page: Any, sheet: Sheet) -> None:
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.pagebreak import Break

    for column, width in enumerate(sheet.widths, 1):
        page.column_dimensions[get_column_letter(column)].width = width
    for number in sheet.breaks:
        page.row_breaks.append(Break(number))
    if sheet.repeated:
        page.print_title_rows = f"{sheet.repeated[0]}:{sheet.repeated[1]}"
    page.print_area = f"A1:{get_column_letter(len(sheet.widths))}{len(sheet.rows)}"
    page.freeze_panes = sheet.freeze
    page.sheet_view.showGridLines = False
    page.print_options.horizontalCentered = True
    _set_up(page, sheet.setup)
    margins = sheet.margins
    page.oddHeader.left.text, page.oddHeader.right.text = margins.header_left, margins.header_right
    page.oddFooter.left.text, page.oddFooter.center.text = margins.footer_left, margins.footer_centre or None
    page.oddFooter.right.text = margins.footer_right


def _set_up(page: Any, setup: PageSetup) -> None:
    page.page_setup.paperSize = {"A4": 9, "A5": 11}[setup.paper]
    page.page_setup.orientation = "landscape" if setup.landscape else "portrait"
    page.page_setup.scale = 100
    for edge, cm in (
        ("left", setup.sides), ("right", setup.sides), ("top", setup.top), ("bottom", setup.bottom),
        ("header", _HEADER_EDGE_CM), ("footer", _FOOTER_EDGE_CM),
    ):  # fmt: skip
        setattr(page.page_margins, edge, cm / _CM_PER_INCH)


def _describe(book: Any, sheet: Sheet) -> None:
    for name in ("title", "subject", "creator", "keywords", "language", "category"):
        setattr(book.properties, name, getattr(sheet.properties, name))
    made_at = sheet.made_at.astimezone(UTC).replace(tzinfo=None)
    book.properties.created = book.properties.modified = made_at
