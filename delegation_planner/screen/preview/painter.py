"""Paints a page, the same on the screen, into a PDF and at the printer."""

import re
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from delegation_planner.screen.preview.page import Page, Span, Stroke, TextLine

UNITS_PER_POINT: Final = 20
"""The painter's unit is the twentieth of a point: every size of ours is then a whole number, whatever the device."""
POINTS_PER_INCH: Final = 72

BODY_FAMILIES: Final = ("Calibri", "Carlito", "Segoe UI", "Liberation Sans", "Helvetica Neue", "Arial", "DejaVu Sans")
SERIF_FAMILIES: Final = ("Cambria", "Caladea", "Liberation Serif", "Times New Roman", "DejaVu Serif")
"""What the papers are set in, its metric twin, and what comes closest; Qt takes signs that one lacks from another."""

_WIDTHS: Final = {"thin": 0.75, "medium": 1.75, "double": 0.75}
_DOUBLE_GAP: Final = 0.9
_LIGATURES: Final = ("liga", "clig", "dlig")
_WORD: Final = re.compile(r"[^ \N{NO-BREAK SPACE}]+")
"""A PDF made by Qt calls a drawn space a tab where the font has one sign for both, and no search finds two words."""


class PagePainter:
    """Paints pages; keeps the fonts, which are dear to make."""

    def __init__(self) -> None:
        self._fonts: dict[Span, tuple[QFont, QFontMetricsF]] = {}

    def paint(self, painter: QPainter, page: Page, pixels_per_point: float) -> None:
        """Paint the page at the painter's origin; white paper is the caller's."""
        painter.save()
        painter.scale(pixels_per_point / UNITS_PER_POINT, pixels_per_point / UNITS_PER_POINT)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        for fill in page.fills:
            painter.fillRect(_rectangle(fill.x, fill.y, fill.width, fill.height), QColor(f"#{fill.colour}"))
        for stroke in page.strokes:
            _paint_stroke(painter, stroke)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        for line in page.lines:
            self._paint_line(painter, line)
        painter.restore()

    def width(self, line: TextLine) -> float:
        """The points that the line takes in the fonts of this computer, before it is narrowed."""
        return sum(self._font(span)[1].horizontalAdvance(span.text) for span in line.spans) / UNITS_PER_POINT

    def height(self, span: Span) -> float:
        """The points from the top of the tallest sign to the foot of the deepest one."""
        return self._font(span)[1].height() / UNITS_PER_POINT

    def _paint_line(self, painter: QPainter, line: TextLine) -> None:
        width = self.width(line)
        narrowed = min(1.0, line.width / width) if width else 1.0
        spare = line.width - width * narrowed
        x = line.x + {"left": 0.0, "center": spare / 2, "right": spare}[line.across]
        painter.save()
        painter.translate(x * UNITS_PER_POINT, self._baseline(line) * UNITS_PER_POINT)
        painter.scale(narrowed, 1.0)
        along = 0.0
        for span in line.spans:
            font, metrics = self._font(span)
            painter.setFont(font)
            painter.setPen(QColor(f"#{span.colour}"))
            for word in _WORD.finditer(span.text):
                before = metrics.horizontalAdvance(span.text[: word.start()])
                painter.drawText(QPointF(along + before, 0.0), word.group())
            advance = metrics.horizontalAdvance(span.text)
            if span.struck:
                height = metrics.lineWidth()
                painter.fillRect(
                    QRectF(along, -metrics.strikeOutPos() - height / 2, advance, height), painter.pen().color()
                )
            along += advance
        painter.restore()

    def _baseline(self, line: TextLine) -> float:
        """Where the letters stand, so that the line has as much air above as below."""
        metrics = [self._font(span)[1] for span in line.spans]
        ascent = max((each.ascent() for each in metrics), default=0.0) / UNITS_PER_POINT
        descent = max((each.descent() for each in metrics), default=0.0) / UNITS_PER_POINT
        return line.y + (line.height - ascent - descent) / 2 + ascent

    def _font(self, span: Span) -> tuple[QFont, QFontMetricsF]:
        key = span._replace(text="", colour="", struck=False)
        if key not in self._fonts:
            font = _font(span)
            self._fonts[key] = (font, QFontMetricsF(font))
        return self._fonts[key]


def _font(span: Span) -> QFont:
    """Without ligatures: whoever searches a PDF for "official" must find it."""
    font = QFont()
    font.setFamilies(_families(serif=span.face.serif))
    font.setPixelSize(round(span.face.size * UNITS_PER_POINT))
    font.setBold(span.face.bold)
    font.setItalic(span.italic)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    for feature in _LIGATURES:
        font.setFeature(QFont.Tag(feature), 0)
    return font


def _families(*, serif: bool) -> Sequence[str]:
    return SERIF_FAMILIES if serif else BODY_FAMILIES


def _paint_stroke(painter: QPainter, stroke: Stroke) -> None:
    """Of whole pixels, so that on the screen lines of one weight look alike."""
    pixels_per_unit = painter.deviceTransform().m11()
    pixels = max(1, round(_WIDTHS[stroke.line.weight] * UNITS_PER_POINT * pixels_per_unit))
    pen = QPen(QColor(f"#{stroke.line.colour}"), pixels / pixels_per_unit)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    level = stroke.y1 == stroke.y2
    for apart in (-_DOUBLE_GAP, _DOUBLE_GAP) if stroke.line.weight == "double" else (0.0,):
        dx, dy = (0.0, apart) if level else (apart, 0.0)
        painter.drawLine(_point(stroke.x1 + dx, stroke.y1 + dy), _point(stroke.x2 + dx, stroke.y2 + dy))


def _point(x: float, y: float) -> QPointF:
    return QPointF(x * UNITS_PER_POINT, y * UNITS_PER_POINT)


def _rectangle(x: float, y: float, width: float, height: float) -> QRectF:
    return QRectF(_point(x, y), _point(x + width, y + height))
