"""Pages at the printer that the person chooses in the system's own dialog."""

from collections.abc import Sequence

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from delegation_planner.plan.errors import KnownError
from delegation_planner.screen.preview.page import Page
from delegation_planner.screen.preview.painter import POINTS_PER_INCH, PagePainter
from delegation_planner.screen.preview.pdf import page_layout


def print_asking(parent: QWidget, title: str, pages: Sequence[Page], painter: PagePainter) -> bool:
    """Ask for printer and pages, and print; False where the person turned away.

    Raises KnownError where no printer is there, or the one that was chosen does not take the pages.
    """
    if not QPrinterInfo.availablePrinterNames():
        raise KnownError("No printer is set up on this computer. Save the paper as PDF instead.")
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setPageLayout(page_layout(pages[0].setup))
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, len(pages))
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    if not dialog.exec():
        return False
    print_pages(printer, chosen_pages(printer, pages), painter)
    return True


def chosen_pages(printer: QPrinter, pages: Sequence[Page]) -> Sequence[Page]:
    """The pages of the range that was asked for; all of them where none was."""
    if printer.printRange() != QPrinter.PrintRange.PageRange:
        return pages
    return pages[max(printer.fromPage(), 1) - 1 : printer.toPage() or len(pages)]


def print_pages(printer: QPrinter, pages: Sequence[Page], painter: PagePainter) -> None:
    """Print on the printer's paper; a page that is larger than that is made smaller, never cut.

    Raises KnownError where the printer does not take them.
    """
    printer.setFullPage(True)
    brush = QPainter()
    for number, page in enumerate(pages):
        _turn(printer, page)
        begun = printer.newPage() if number else brush.begin(printer)
        if not begun:
            raise KnownError("The printer did not take the pages. Look whether it is on, or save the paper as PDF.")
        paper = printer.pageLayout().fullRectPixels(printer.resolution())
        scale = min(printer.resolution() / POINTS_PER_INCH, paper.width() / page.width, paper.height() / page.height)
        painter.paint(brush, page, scale)
    brush.end()


def _turn(printer: QPrinter, page: Page) -> None:
    turn = QPageLayout.Orientation.Landscape if page.setup.landscape else QPageLayout.Orientation.Portrait
    printer.setPageOrientation(turn)
    printer.setPageMargins(QMarginsF(0, 0, 0, 0))
