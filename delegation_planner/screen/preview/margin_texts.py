"""Header and footer of a page: the codes that spreadsheets read in them become spans of text."""

import re
from typing import Final

from delegation_planner.exports.papers.sheet import POINTS_PER_CM, PageSetup, Sheet
from delegation_planner.exports.papers.sheet_xml import FOOTER_EDGE_CM, HEADER_EDGE_CM
from delegation_planner.exports.papers.styles import INK
from delegation_planner.exports.papers.text_width import Typeface, text_width
from delegation_planner.screen.preview.page import Across, Span, TextLine

GAP: Final = 6.0
_USUAL: Final = Typeface(10)
_CODE: Final = re.compile(r'&(?:"([^"]*)"|K([0-9A-Fa-f]{6})|(\d+)|([&PN]))')


def margin_lines(sheet: Sheet, page: int, pages: int, width: float, height: float) -> list[TextLine]:
    """The texts of header and footer on page number `page` (from 1) of `pages`, on paper of this size in points."""
    texts = sheet.margins
    header = (texts.header_left, "", texts.header_right)
    footer = (texts.footer_left, texts.footer_centre, texts.footer_right)
    top = HEADER_EDGE_CM * POINTS_PER_CM
    bottom = height - FOOTER_EDGE_CM * POINTS_PER_CM
    return [
        *_placed([spans(text, page, pages) for text in header], sheet.setup, width, top, below=True),
        *_placed([spans(text, page, pages) for text in footer], sheet.setup, width, bottom, below=False),
    ]


def spans(text: str, page: int, pages: int) -> tuple[Span, ...]:
    """The text between the codes in the type and colour that they set."""
    found: list[Span] = []
    face, colour, start = _USUAL, INK, 0

    def take(words: str) -> None:
        if words and found and (found[-1].face, found[-1].colour) == (face, colour):
            found[-1] = found[-1]._replace(text=found[-1].text + words)
        elif words:
            found.append(Span(words, face, colour))

    for code in _CODE.finditer(text):
        take(text[start : code.start()])
        start = code.end()
        font, shade, size, sign = code.groups()
        if font is not None:
            face = face._replace(bold=font.endswith("Bold"))
        colour = shade or colour
        face = face._replace(size=float(size)) if size else face
        if sign:
            take({"&": "&", "P": str(page), "N": str(pages)}[sign])
    take(text[start:])
    return tuple(found)


def _placed(
    parts: list[tuple[Span, ...]], setup: PageSetup, width: float, edge: float, *, below: bool
) -> list[TextLine]:
    """The left, middle and right part in one line; each keeps to its room."""
    side = setup.sides * POINTS_PER_CM
    room = width - 2 * side
    middle, right = (sum(text_width(span.text, span.face) for span in part) for part in parts[1:])
    centre = min(middle, room / 2)
    beside = (room - centre) / 2 - GAP
    rooms = (beside, centre, beside) if middle else (room - min(right, room / 2) - GAP, 0.0, min(right, room / 2))
    places: tuple[tuple[Across, float], ...] = (
        ("left", side), ("center", side + (room - centre) / 2), ("right", width - side - rooms[2]),
    )  # fmt: skip
    lines = []
    for part, own_room, (across, x) in zip(parts, rooms, places, strict=True):
        if part:
            pitch = max(span.face.pitch for span in part)
            lines.append(TextLine(x, edge if below else edge - pitch, own_room, pitch, across, part))
    return lines
