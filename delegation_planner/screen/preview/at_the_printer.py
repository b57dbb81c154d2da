"""Pages at the printer that the person chooses in the system's own dialog."""

from collections.abc import Sequence

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from delegation_planner.exports.safe_write import Progress
from delegation_planner.exports.steps import Steps, Stopped
from delegation_planner.plan.errors import KnownError
from delegation_planner.screen.preview.page import Page
from delegation_planner.screen.preview.painter import POINTS_PER_INCH, PagePainter
from delegation_planner.screen.preview.pdf import page_layout


def ask_printer(parent: QWidget, title: str, pages: Sequence[Page]) -> QPrinter | None:
    """Ask for a printer and which of the pages it prints; None where the person turned away.

    Raises KnownError where no printer is there.
    """
    if not QPrinterInfo.availablePrinterNames():
        raise KnownError("No printer is set up on this computer. Save the paper as PDF instead.")
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setPageLayout(page_layout(pages[0].setup))
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, len(pages))
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    dialog.finished.connect(dialog.deleteLater)
    return printer if dialog.exec() else None


def chosen_pages(printer: QPrinter, pages: Sequence[Page]) -> Sequence[Page]:
    """The pages of the range that was asked for; all of them where none was."""
    if printer.printRange() != QPrinter.PrintRange.PageRange:
        return pages
    return pages[max(printer.fromPage(), 1) - 1 : printer.toPage() or len(pages)]


def print_pages(
    printer: QPrinter, pages: Sequence[Page], painter: PagePainter, progress: Progress | None = None
) -> None:
    """Print on the printer's paper; a page that is larger than that is made smaller, never cut.

    It may be done in any thread that has printer and painter for itself. Raises Stopped where `progress` says so, and
    then nothing is printed as far as the printer can take pages back; KnownError where the printer does not take them.
    """
    steps = Steps(len(pages), progress)
    printer.setFullPage(True)
    brush = QPainter()
    for number, page in enumerate(pages):
        try:
            steps.take(str(number + 1))
        except Stopped:
            brush.end()
            printer.abort()
            raise
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
