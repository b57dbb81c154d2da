"""Pages as a PDF: fonts embedded, text that can be searched, one page of it for each of ours."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from delegation_planner.exports.papers.sheet import PageSetup, Paper, Properties
from delegation_planner.exports.safe_write import Progress
from delegation_planner.exports.steps import Steps, Stopped
from delegation_planner.screen.preview.page import Page
from delegation_planner.screen.preview.painter import POINTS_PER_INCH, PagePainter

DOTS_PER_INCH: Final = 1200
_SIZES: Final[dict[Paper, QPageSize.PageSizeId]] = {
    "A4": QPageSize.PageSizeId.A4,
    "A5": QPageSize.PageSizeId.A5,
    "Letter": QPageSize.PageSizeId.Letter,
    "Half Letter": QPageSize.PageSizeId.Statement,
}


def pdf_bytes(pages: Sequence[Page], told: Properties, painter: PagePainter, progress: Progress | None = None) -> bytes:
    """The pages, at least one, as a PDF; each has the size and turn of its paper.

    It may be made in any thread that has the painter for itself. Raises Stopped where `progress` says so.
    """
    steps = Steps(len(pages), progress)
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(DOTS_PER_INCH)
    writer.setTitle(" · ".join(filter(None, (told.subject, told.title))))
    writer.setCreator(told.creator)
    writer.setPageLayout(page_layout(pages[0].setup))
    brush = QPainter(writer)
    for number, page in enumerate(pages):
        try:
            steps.take(str(number + 1))
        except Stopped:
            brush.end()  # a device must not go while it is painted on
            raise
        if number:
            writer.setPageLayout(page_layout(page.setup))
            writer.newPage()
        painter.paint(brush, page, DOTS_PER_INCH / POINTS_PER_INCH)
    brush.end()
    buffer.close()
    return bytes(content.data())


def page_layout(setup: PageSetup) -> QPageLayout:
    """The paper without margins: ours are part of the page."""
    turn = QPageLayout.Orientation.Landscape if setup.landscape else QPageLayout.Orientation.Portrait
    return QPageLayout(QPageSize(_SIZES[setup.paper]), turn, QMarginsF(0, 0, 0, 0))
