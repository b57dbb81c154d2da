"""Papers drawn as PDFs with no window there: for the command line, and for batches."""

import sys
from typing import Final

from PySide6.QtGui import QGuiApplication

from delegation_planner.exports.papers.paper_set import LaidOut
from delegation_planner.screen.preview.page_plan import pages_of
from delegation_planner.screen.preview.painter import PagePainter
from delegation_planner.screen.preview.pdf import pdf_bytes
from delegation_planner.screen.preview.shown_values import WordsOf

_WITHOUT_A_SCREEN: Final = ["-platform", "offscreen"] if sys.platform == "linux" else []


class Drawing:
    """Draws laid-out papers as the preview shows them. Belongs to the thread that uses it."""

    def __init__(self, words_of: WordsOf) -> None:
        self._words_of = words_of
        self._painter = PagePainter()
        self._program = QGuiApplication.instance() or QGuiApplication([sys.argv[0], *_WITHOUT_A_SCREEN])

    def pdf(self, paper: LaidOut) -> bytes:
        """All pages of the paper as one PDF."""
        return pdf_bytes(pages_of(paper.sheet, self._words_of), paper.sheet.properties, self._painter)
