"""The looks of a paper as a spreadsheet's style table, made once for all papers that wear the same looks."""

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from delegation_planner.exports.papers.sheet import Run
from delegation_planner.exports.papers.styles import BODY, SERIF, Line, Look, Style

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell.rich_text import TextBlock
    from openpyxl.styles import Alignment, Border, Font, PatternFill
    from openpyxl.styles.cell_style import StyleArray

_STRICT_ORDER: Final = (
    "b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign", "sz", "color",
)  # fmt: skip
_SHARED_PARTS: Final = (
    "_fonts", "_fills", "_borders", "_alignments", "_protections", "_number_formats", "_cell_styles", "_named_styles",
)  # fmt: skip

Worn = tuple[Look, bool]
"""A look, and whether the cell's text is kept as text when somebody enters it again (quote prefix)."""


class StyleTable(NamedTuple):
    """The style array of each look, and the library's tables that these arrays point into."""

    arrays: Mapping[Worn, "StyleArray"]
    parts: Mapping[str, Any]

    def new_workbook(self) -> "Workbook":
        """A workbook of one empty sheet that has these styles."""
        from openpyxl import Workbook

        book = Workbook()
        for name, part in self.parts.items():
            setattr(book, name, part)
        return book


@lru_cache(maxsize=64)
def style_table(styles: tuple[tuple[str, Style], ...], worn: frozenset[Worn]) -> StyleTable:
    """The table for a paper's named styles and the looks that its cells wear, in an order that is always the same."""
    from openpyxl import Workbook
    from openpyxl.styles import NamedStyle

    book = Workbook()
    by_name = dict(styles)
    for name, style in styles:
        look = Look(name)
        book.add_named_style(
            NamedStyle(
                name, _font(style, look), _fill(style, look), _border(style, look), _alignment(style, look), "General"
            )
        )
    arrays = {each: _array(book, by_name[each[0].style], each) for each in sorted(worn, key=repr)}
    return StyleTable(arrays, {name: getattr(book, name) for name in _SHARED_PARTS})


def _array(book: "Workbook", style: Style, worn: Worn) -> "StyleArray":
    """The cell style of a look, entered into the workbook's tables."""
    from openpyxl.cell.cell import Cell as BookCell

    look, quoted = worn
    cell = BookCell(book.worksheets[0], row=1, column=1)
    cell.style = look.style
    if look != Look(look.style):
        cell.font = _font(style, look)
        cell.fill = _fill(style, look)
        cell.border = _border(style, look)
        cell.alignment = _alignment(style, look)
        cell.number_format = look.number_format
    array: StyleArray = cell._style  # noqa: SLF001 - the shared style array is the whole point of the table.
    array.quotePrefix = int(quoted)
    book._cell_styles.add(array)  # noqa: SLF001
    return array


def _font(style: Style, look: Look) -> "Font":
    from openpyxl.styles import Font

    font = Font(
        name=SERIF if style.serif else BODY,
        family=1 if style.serif else 2,
        sz=style.size,
        b=style.bold,
        i=style.italic or look.italic,
        strike=look.struck or None,
        color=look.colour or style.colour,
    )
    return _in_strict_order(font, "name")


def _fill(style: Style, look: Look) -> "PatternFill":
    from openpyxl.styles import PatternFill

    colour = look.fill or style.fill
    return PatternFill("solid", fgColor=colour) if colour else PatternFill()


def _border(style: Style, look: Look) -> "Border":
    from openpyxl.styles import Border, Side

    def side(line: Line | None) -> Side:
        return Side(style=line.weight, color=line.colour) if line else Side()

    return Border(
        top=side(look.above or style.above), bottom=side(look.below or style.below), left=side(look.left or style.left)
    )


def _alignment(style: Style, look: Look) -> "Alignment":
    from openpyxl.styles import Alignment

    return Alignment(
        horizontal=look.horizontal or style.horizontal,
        vertical=style.vertical,
        wrap_text=style.wrap or None,
        indent=style.indent,
    )


@lru_cache(maxsize=256)
def inline_font(run: Run) -> Any:
    """The type of a run (its text aside) as rich text inside a cell has it."""
    from openpyxl.cell.text import InlineFont

    font = InlineFont(
        rFont=BODY,
        family=2,
        sz=run.size,
        b=run.bold or None,
        i=run.italic or None,
        strike=run.struck or None,
        color=run.colour,
    )
    return _in_strict_order(font, "rFont")


def _in_strict_order(font: Any, name: str) -> Any:
    """The font with its elements in the order that strict validators want; the library's own order differs."""
    font.__elements__ = (*_STRICT_ORDER, name, "family", "charset", "scheme")
    return font


def text_block(run: Run, *, last: bool) -> "TextBlock":
    """A run as rich text; its newline ends it, so that the next run begins a line."""
    from openpyxl.cell.rich_text import TextBlock

    return TextBlock(inline_font(run._replace(text="")), run.text if last else run.text + "\n")
