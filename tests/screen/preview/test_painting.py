"""What is painted of a page: inside its room, nothing cut, nothing missing."""

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from delegation_planner.exports.papers.sheet import PageSetup
from delegation_planner.exports.papers.styles import NAVY, THIN_RULE
from delegation_planner.exports.papers.text_width import Typeface
from delegation_planner.screen.preview.page import Across, Fill, Page, Span, Stroke, TextLine
from delegation_planner.screen.preview.page_plan import pages_of
from delegation_planner.screen.preview.painter import PagePainter
from tests.exports.papers.made_papers import programme_for, programme_for_all, sheets_named
from tests.words.spoken import words

SCALE = 4.0
BODY = Typeface(10)
SIZES = (7.5, 8, 9, 9.5, 10, 10.5, 11, 12, 13, 14, 15, 16, 18)


@pytest.fixture
def painter(qapp: QApplication) -> PagePainter:
    assert qapp is not None
    return PagePainter()


def painted(painter: PagePainter, *, fills: tuple[Fill, ...] = (), strokes: tuple[Stroke, ...] = (),
            lines: tuple[TextLine, ...] = ()) -> QImage:  # fmt: skip
    image = QImage(800, 240, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    brush = QPainter(image)
    painter.paint(brush, Page(PageSetup(), 200, 60, fills, strokes, lines), SCALE)
    brush.end()
    return image


def ink(image: QImage) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of what is not white, in points."""
    dark = [
        (x, y) for y in range(image.height()) for x in range(image.width()) if image.pixelColor(x, y).lightness() < 200
    ]
    across, down = [x for x, _ in dark], [y for _, y in dark]
    return min(across) / SCALE, min(down) / SCALE, (max(across) + 1) / SCALE, (max(down) + 1) / SCALE


def a_line(text: str, face: Typeface = BODY, width: float = 150, across: Across = "left") -> TextLine:
    return TextLine(20, 20, width, face.pitch, across, (Span(text, face, "000000"),))


@pytest.mark.parametrize("serif", [False, True])
@pytest.mark.parametrize("size", SIZES)
def test_tall_and_deep_letters_stay_in_their_line(painter: PagePainter, size: float, serif: bool) -> None:  # noqa: FBT001
    face = Typeface(size, bold=True, serif=serif)
    _, top, _, bottom = ink(painted(painter, lines=(a_line("ĞÇjgƏÖ", face),)))
    assert top >= 20 - 0.5
    assert bottom <= 20 + face.pitch + 0.5


def test_texts_stand_where_they_are_put(painter: PagePainter) -> None:
    at = {across: ink(painted(painter, lines=(a_line("Signing", across=across),))) for across in ("left", "right")}
    assert at["left"][0] == pytest.approx(20, abs=1.5)
    assert at["right"][2] == pytest.approx(170, abs=1.5)
    left, _, right, _ = ink(painted(painter, lines=(a_line("Signing", across="center"),)))
    assert (left + right) / 2 == pytest.approx(95, abs=1)


def test_what_is_too_wide_is_narrowed_into_its_room(painter: PagePainter) -> None:
    line = a_line("Memorandum of Understanding on cooperation", width=60)
    assert painter.width(line) > 120
    _, _, right, _ = ink(painted(painter, lines=(line,)))
    assert right == pytest.approx(80, abs=1.5)


@pytest.mark.parametrize("text", ["وزارة", "☎☎", "Ə"])
def test_signs_that_the_typeface_lacks_come_from_another(painter: PagePainter, text: str) -> None:
    left, _, right, _ = ink(painted(painter, lines=(a_line(text, Typeface(12, serif=True)),)))
    assert right - left > 4


def test_a_struck_text_is_struck_throughout(painter: PagePainter) -> None:
    line = a_line("Old hall")
    struck = painted(painter, lines=(line._replace(spans=(line.spans[0]._replace(struck=True),)),))
    gap = painter.width(a_line("Old")) + painter.width(a_line(" ")) / 2
    column = round((20 + gap) * SCALE)
    assert any(struck.pixelColor(column, y).lightness() < 200 for y in range(struck.height()))
    plain = painted(painter, lines=(line,))
    assert not any(plain.pixelColor(column, y).lightness() < 200 for y in range(plain.height()))


def test_markup_in_a_name_is_text(painter: PagePainter) -> None:
    marked = painter.width(a_line("<b>A</b>"))
    assert marked > painter.width(a_line("A")) * 3


def test_fills_and_lines_are_where_they_belong(painter: PagePainter) -> None:
    image = painted(painter, fills=(Fill(20, 20, 50, 10, NAVY),), strokes=(Stroke(20, 40, 70, 40, THIN_RULE),))
    assert image.pixelColor(30 * 4, 25 * 4).name() == "#1b2a49"
    assert image.pixelColor(30 * 4, 31 * 4).name() == "#ffffff"
    assert image.pixelColor(30 * 4, 40 * 4).name() == "#a6a6a6"
    assert image.pixelColor(71 * 4, 40 * 4).name() == "#ffffff"


def test_the_sample_needs_no_narrowing_where_the_fonts_are_there(painter: PagePainter) -> None:
    from PySide6.QtGui import QFontDatabase

    if not {"Carlito", "Calibri"} & set(QFontDatabase.families()):
        pytest.skip("neither Calibri nor its metric twin is installed")
    sheets = sheets_named(programme_for_all(), "programme", "rundown", "delegations", "contacts")
    sheets += sheets_named(programme_for("A1"), "personal", "pocket")
    lines = [line for sheet in sheets for page in pages_of(sheet, words) for line in page.lines]
    assert len(lines) > 500
    assert [line.text for line in lines if painter.width(line) > line.width * 1.02] == []
    assert [line.text for line in lines if any(painter.height(span) > line.height for span in line.spans)] == []
