"""A workbook as lines of text for golden files: everything that a reader sees or a printer obeys."""

from collections.abc import Iterator
from datetime import date, datetime, time
from io import BytesIO
from typing import Any


def dump(content: bytes) -> bytes:
    """The paper's set-up, then each row with its height and each cell with style, number format and value."""
    from openpyxl import load_workbook

    book = load_workbook(BytesIO(content), rich_text=True)
    (sheet,) = book.worksheets
    return "\n".join([*_head(book, sheet), *_rows(sheet), ""]).encode()


def _head(book: Any, sheet: Any) -> Iterator[str]:
    told = book.properties
    yield f"sheet {sheet.title!r}  title {book.defined_names['VisitTitle'].value}"
    yield f"properties {told.title!r} {told.subject!r} {told.creator!r}"
    yield f"properties {told.keywords!r} {told.language} {told.category}"
    yield f"made {told.created:%Y-%m-%d %H:%M:%S}"
    setup, margins = sheet.page_setup, sheet.page_margins
    fitted = sheet.sheet_properties.pageSetUpPr.fitToPage
    yield f"paper {setup.paperSize} {setup.orientation} scale {setup.scale} fit {fitted}"
    edges = (margins.left, margins.right, margins.top, margins.bottom, margins.header, margins.footer)
    yield "margins " + " ".join(f"{edge * 2.54:.1f}" for edge in edges)
    yield f"repeated {sheet.print_title_rows} area {sheet.print_area} frozen {sheet.freeze_panes}"
    yield "widths " + " ".join(f"{column.width:g}" for column in sheet.column_dimensions.values())
    yield f"breaks after {' '.join(str(each.id) for each in sheet.row_breaks.brk) or '-'}"
    for part in (sheet.oddHeader.left, sheet.oddHeader.right, sheet.oddFooter.left, sheet.oddFooter.center):
        yield f"margin {part.text!r} {part.font} {part.size} {part.color}"
    yield f"margin {sheet.oddFooter.right.text!r}"


def _rows(sheet: Any) -> Iterator[str]:
    breaks = {each.id for each in sheet.row_breaks.brk}
    merged = {str(each).partition(":")[0]: str(each).partition(":")[2] for each in sheet.merged_cells.ranges}
    for number, row in enumerate(sheet.iter_rows(), 1):
        yield f"{number}: {sheet.row_dimensions[number].height:g}"
        for cell in row:
            if cell.value is not None:
                to = f":{merged[cell.coordinate]}" if cell.coordinate in merged else ""
                yield f"  {cell.coordinate}{to} [{_look(cell)}] {_value(cell.value)}"
        if number in breaks:
            yield "-------- page"


def _look(cell: Any) -> str:
    signs = [cell.style.removeprefix("DP ")]
    signs += [cell.number_format] if cell.number_format != "General" else []
    font = cell.font
    signs += [name for name, on in (("italic", font.i), ("struck", font.strike), ("quoted", cell.quotePrefix)) if on]
    signs += [str(cell.fill.fgColor.rgb)[2:]] if cell.fill.fill_type else []
    return ", ".join(signs)


def _value(value: object) -> str:
    if isinstance(value, list):  # rich text
        return " | ".join(_run(run) for run in value)
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    return repr(value)


def _run(run: Any) -> str:
    font = run.font
    marks = "".join(sign for sign, on in (("b", font.b), ("i", font.i), ("s", font.strike)) if on)
    return f"<{font.sz:g}{marks} {font.color.rgb[2:] if font.color else '-'}> {run.text!r}"
