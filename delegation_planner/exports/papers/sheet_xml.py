"""A sheet as the XML of its worksheet part, in the order that SpreadsheetML lays down (ECMA-376 part 1, 18.3.1.99)."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final

from delegation_planner.exports.clean_text import clean_text
from delegation_planner.exports.papers.sheet import Cell, Moment, PageSetup, Paper, Row, Run, Sheet, Value
from delegation_planner.exports.papers.style_table import Worn
from delegation_planner.exports.papers.styles import BODY

NAMESPACE: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LONGEST_TEXT: Final = 32_767
"""Characters that a cell takes; programs cut what is longer without a word, or refuse the file."""
_PAPER_SIZE: Final[dict[Paper, int]] = {"A4": 9, "A5": 11, "Letter": 1, "Half Letter": 6}
_CM_PER_INCH: Final = 2.54
HEADER_EDGE_CM: Final = 0.8
FOOTER_EDGE_CM: Final = 0.7
_LETTERS: Final = " ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_LOOKS_ESCAPED: Final = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
"""Spreadsheets read _x0041_ in a text as the letter A, unless its underscore is escaped in the same way."""


def worn(sheet: Sheet) -> frozenset[Worn]:
    """Every look that a cell of the sheet wears, of merged cells also without the quote prefix of their text."""
    looks: set[Worn] = {(look, False) for look in sheet.shared_looks}
    for row in sheet.rows:
        for cell in row.cells:
            looks.add((cell.look, keeps_as_text(cell.value)))
            if cell.columns > 1:
                looks.add((cell.look, False))
    return frozenset(looks)


def keeps_as_text(value: Value) -> bool:
    """Whether a text would become a formula, a number or a date if somebody entered it again in its cell."""
    if isinstance(value, tuple):
        value = value[0].text if value and isinstance(value[0], Run) else None
    return isinstance(value, str) and value != "" and not value[0].isalpha() and value[0] != "["


def sheet_xml(sheet: Sheet, style_ids: Mapping[Worn, int]) -> str:
    """The worksheet part. Text is inline string whatever it begins with; times and dates are numbers."""
    last_cell = f"{_LETTERS[len(sheet.widths)]}{len(sheet.rows)}"
    rows = "".join(_row(number, row, style_ids) for number, row in enumerate(sheet.rows, 1))
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<worksheet xmlns="{NAMESPACE}"><sheetPr><pageSetUpPr fitToPage="0"/></sheetPr>'
        f'<dimension ref="A1:{last_cell}"/>{_view(sheet.freeze)}<sheetFormatPr defaultRowHeight="15"/>'
        f"<cols>{''.join(_column(*each) for each in enumerate(sheet.widths, 1))}</cols>"
        f"<sheetData>{rows}</sheetData>{_merged(sheet)}"
        f'<printOptions horizontalCentered="1"/>{_page(sheet.setup)}{_margins(sheet)}{_breaks(sheet)}</worksheet>'
    )


def _view(freeze: str | None) -> str:
    """Without grid lines, standing still above and left of the freeze cell."""
    if freeze is None:
        return '<sheetViews><sheetView showGridLines="0" workbookViewId="0"/></sheetViews>'
    across, down = _LETTERS.index(freeze[0]) - 1, int(freeze[1:]) - 1
    split = f'xSplit="{across}" ' if across else ""
    pane = "bottomRight" if across else "bottomLeft"
    return (
        '<sheetViews><sheetView showGridLines="0" workbookViewId="0">'
        f'<pane {split}ySplit="{down}" topLeftCell="{freeze}" activePane="{pane}" state="frozen"/>'
        f'<selection pane="{pane}"/></sheetView></sheetViews>'
    )


def _column(number: int, width: float) -> str:
    return f'<col min="{number}" max="{number}" width="{width:g}" customWidth="1"/>'


def _row(number: int, row: Row, style_ids: Mapping[Worn, int]) -> str:
    cells = "".join(_cell(number, cell, style_ids) for cell in row.cells)
    return f'<row r="{number}" ht="{row.height:g}" customHeight="1">{cells}</row>'


def _cell(number: int, cell: Cell, style_ids: Mapping[Worn, int]) -> str:
    """The cell, and beside it the empty ones that it is merged with: each wears the look, so lines and fills go on."""
    style = style_ids[cell.look, keeps_as_text(cell.value)]
    written = f'<c r="{_LETTERS[cell.column]}{number}" s="{style}"{_content(cell.value)}'
    if cell.columns == 1:
        return written
    empty = style_ids[cell.look, False]
    beside = range(cell.column + 1, cell.column + cell.columns)
    return written + "".join(f'<c r="{_LETTERS[column]}{number}" s="{empty}"/>' for column in beside)


def _content(value: Value) -> str:
    if value is None or value in ("", ()):
        return "/>"
    if isinstance(value, str):
        return f' t="inlineStr"><is>{_text(stored_text(value))}</is></c>'
    if isinstance(value, Moment):
        return f"><v>{float(value)!r}</v></c>"
    if isinstance(value, int):
        return f"><v>{value}</v></c>"
    return f' t="inlineStr"><is>{"".join(_runs(value))}</is></c>'


def stored_text(text: str) -> str:
    """The text as a cell can hold it: cleaned, and cut with an ellipsis where a cell would lose its end."""
    text = clean_text(text)
    return text if len(text) <= LONGEST_TEXT else text[: LONGEST_TEXT - 1] + "…"


def _runs(runs: tuple[Run, ...]) -> Iterator[str]:
    """Rich text; the newline that parts two runs ends the first one."""
    last = len(runs) - 1
    for number, run in enumerate(runs):
        text = clean_text(run.text) if number == last else clean_text(run.text) + "\n"
        yield f"<r>{_type(run.size, run.bold, run.italic, run.struck, run.colour)}{_text(text)}</r>"


@lru_cache(maxsize=256)
def _type(size: float, bold: bool, italic: bool, struck: bool, colour: str | None) -> str:  # noqa: FBT001
    """The type of a run, its elements in the order that strict validators want."""
    signs = [sign for sign, meant in (("<b/>", bold), ("<i/>", italic), ("<strike/>", struck)) if meant]
    shade = f'<color rgb="FF{colour}"/>' if colour else ""
    return f'<rPr>{"".join(signs)}<sz val="{size:g}"/>{shade}<rFont val="{BODY}"/><family val="2"/></rPr>'


def _text(text: str) -> str:
    if "_x" in text:
        text = _LOOKS_ESCAPED.sub("_x005F_", text)
    kept = ' xml:space="preserve"' if text != text.strip() or "\n" in text or "  " in text else ""
    return f"<t{kept}>{escaped(text)}</t>"


def escaped(text: str) -> str:
    """The text as XML holds it."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _merged(sheet: Sheet) -> str:
    ranges = [
        f"{_LETTERS[cell.column]}{number}:{_LETTERS[cell.column + cell.columns - 1]}{number + cell.rows - 1}"
        for number, row in enumerate(sheet.rows, 1)
        for cell in row.cells
        if cell.columns > 1 or cell.rows > 1
    ]
    cells = "".join(f'<mergeCell ref="{merged}"/>' for merged in ranges)
    return f'<mergeCells count="{len(ranges)}">{cells}</mergeCells>' if ranges else ""


def _page(setup: PageSetup) -> str:
    """Scale 100 and not fitted to pages: programs that fit ignore the breaks."""
    inches = {
        "left": setup.sides, "right": setup.sides, "top": setup.top, "bottom": setup.bottom,
        "header": HEADER_EDGE_CM, "footer": FOOTER_EDGE_CM,
    }  # fmt: skip
    margins = " ".join(f'{edge}="{cm / _CM_PER_INCH:.6f}"' for edge, cm in inches.items())
    turn = "landscape" if setup.landscape else "portrait"
    return (
        f'<pageMargins {margins}/><pageSetup paperSize="{_PAPER_SIZE[setup.paper]}" scale="100" orientation="{turn}"/>'
    )


def _margins(sheet: Sheet) -> str:
    margins = sheet.margins
    header = f"&L{margins.header_left}&R{margins.header_right}"
    centre = f"&C{margins.footer_centre}" if margins.footer_centre else ""
    footer = f"&L{margins.footer_left}{centre}&R{margins.footer_right}"
    parts = f"<oddHeader>{escaped(header)}</oddHeader><oddFooter>{escaped(footer)}</oddFooter>"
    return f"<headerFooter>{parts}</headerFooter>"


def _breaks(sheet: Sheet) -> str:
    if not sheet.breaks:
        return ""
    count = len(sheet.breaks)
    breaks = "".join(f'<brk id="{number}" max="16383" man="1"/>' for number in sheet.breaks)
    return f'<rowBreaks count="{count}" manualBreakCount="{count}">{breaks}</rowBreaks>'
