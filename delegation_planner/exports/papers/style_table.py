"""The looks of a paper as a workbook's style table, made by the library once for all papers of the same looks."""

from collections.abc import Mapping
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from zipfile import ZipFile

from delegation_planner.exports.papers.styles import BODY, SERIF, Look, Style

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Border, Font, PatternFill

_FONT_ORDER: Final = (
    "b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign", "sz", "color", "name", "family",
    "charset", "scheme",
)  # fmt: skip
"""The order in which strict validators want a font's elements; the library's own order differs."""

_PARTS_OF_EACH: Final = {"docProps/core.xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml"}

Worn = tuple[Look, bool]
"""A look, and whether the cell's text is kept as text when somebody enters it again (quote prefix)."""


class Skeleton(NamedTuple):
    """What workbooks of the same styles share: the number of each look, and the parts of the file that never differ."""

    style_ids: Mapping[Worn, int]
    parts: tuple[tuple[str, bytes], ...]


@lru_cache(maxsize=64)
def skeleton(styles: tuple[tuple[str, Style], ...], worn: frozenset[Worn]) -> Skeleton:
    """The skeleton for a paper's named styles and the looks that its cells wear, always in the same order."""
    from openpyxl import Workbook
    from openpyxl.styles import NamedStyle

    book = Workbook()
    for name, style in styles:
        plain = Look(name)
        named = NamedStyle(name, alignment=_alignment(style, plain), number_format="General")
        named.font, named.fill, named.border = _font(style, plain), _fill(style, plain), _border(style, plain)
        book.add_named_style(named)
    by_name = dict(styles)
    ordered = sorted(worn, key=repr)
    for row, each in enumerate(ordered, 1):
        _wear(book, row, by_name[each[0].style], each)
    ids = [book.worksheets[0].cell(row, 1).style_id for row in range(1, len(ordered) + 1)]
    return Skeleton(dict(zip(ordered, ids, strict=True)), _shared_parts(book))


def _wear(book: "Workbook", row: int, style: Style, worn: Worn) -> None:
    """Enters a look into the workbook's tables by dressing a cell in it."""
    look, quoted = worn
    cell: Any = book.worksheets[0].cell(row, 1)
    cell.style = look.style
    if look != Look(look.style):
        cell.font, cell.fill, cell.border = _font(style, look), _fill(style, look), _border(style, look)
        cell.alignment, cell.number_format = _alignment(style, look), look.number_format
    cell.quotePrefix = quoted


def _shared_parts(book: "Workbook") -> tuple[tuple[str, bytes], ...]:
    content = BytesIO()
    book.save(content)
    with ZipFile(content) as archive:
        names = sorted(name for name in archive.namelist() if name not in _PARTS_OF_EACH)
        return tuple((name, archive.read(name)) for name in names)


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
    setattr(font, "__elements__", _FONT_ORDER)  # noqa: B010 - the stubs take it for the class's alone.
    return font


def _fill(style: Style, look: Look) -> "PatternFill":
    from openpyxl.styles import PatternFill

    colour = look.fill or style.fill
    return PatternFill("solid", fgColor=colour) if colour else PatternFill()


def _border(style: Style, look: Look) -> "Border":
    from openpyxl.styles import Border, Side

    border = Border()
    for edge in ("above", "below", "left", "right"):
        line = getattr(look, edge) or getattr(style, edge)
        if line:
            where = {"above": "top", "below": "bottom"}.get(edge, edge)
            setattr(border, where, Side(line.weight, color=line.colour))
    return border


def _alignment(style: Style, look: Look) -> "Alignment":
    from openpyxl.styles import Alignment

    return Alignment(
        horizontal=look.horizontal or style.horizontal,
        vertical=style.vertical,
        wrap_text=style.wrap or None,
        indent=style.indent,
    )
