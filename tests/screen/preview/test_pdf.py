"""PDFs read by a library that shares no code with their writer: pages, texts, fonts, paper; and the printer's way."""

from io import BytesIO
from pathlib import Path
from threading import Thread

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QImage, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QApplication, QWidget

from delegation_planner.exports.papers.paper_set import PaperName
from delegation_planner.exports.papers.sheet import Sheet
from delegation_planner.exports.steps import Stopped
from delegation_planner.plan.errors import KnownError
from delegation_planner.plan.kinds import Language
from delegation_planner.programme.programme import Programme
from delegation_planner.screen.preview.at_the_printer import ask_printer, chosen_pages, print_pages
from delegation_planner.screen.preview.page import Page
from delegation_planner.screen.preview.page_plan import pages_of
from delegation_planner.screen.preview.painter import PagePainter
from delegation_planner.screen.preview.pdf import pdf_bytes
from tests.builders import a_person, a_plan, a_visit, an_invitation, an_item
from tests.exports.papers.made_papers import programme_for, programme_for_all, programme_of, sheets_named
from tests.words.spoken import words

LANGUAGES: tuple[Language, ...] = ("en", "id", "az")


@pytest.fixture
def painter(qapp: QApplication) -> PagePainter:
    assert qapp is not None
    return PagePainter()


def read(sheet: Sheet, painter: PagePainter) -> PdfReader:
    return PdfReader(BytesIO(pdf_bytes(pages_of(sheet, words), sheet.properties, painter)))


def bare(text: str) -> str:
    return "".join(text.split())


def titles(programme: Programme) -> list[str]:
    return [bare(entry.title.text) for entry in programme.entries]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_entry_can_be_searched_on_as_many_pages_as_planned(language: Language, painter: PagePainter) -> None:
    everybody, reader = programme_for_all("public", language), programme_for("A1", language)
    made = [(everybody, sheet) for sheet in sheets_named(everybody, "programme")]
    made += [(reader, sheet) for sheet in sheets_named(reader, "pocket")]
    for programme, sheet in made:
        pdf = read(sheet, painter)
        assert len(pdf.pages) == len(sheet.breaks) + 1
        text = bare("".join(page.extract_text() for page in pdf.pages))
        assert [title for title in titles(programme) if title not in text] == []


@pytest.mark.parametrize(("name", "points"), [("rundown", (792, 612)), ("programme", (612, 792))])
def test_a_pdf_lies_on_the_paper_of_the_visit(name: PaperName, points: tuple[int, int], painter: PagePainter) -> None:
    (sheet,) = sheets_named(programme_for_all()._replace(paper_size="letter"), name)
    pages = read(sheet, painter).pages
    assert len(pages) == len(sheet.breaks) + 1
    assert {tuple(round(float(each)) for each in page.mediabox[2:]) for page in pages} == {points}


def test_a_pdf_made_in_another_thread_is_the_same(qapp: QApplication) -> None:
    """While the window's thread paints pages with a painter of its own."""
    (sheet,) = sheets_named(programme_for_all(), "rundown")
    pages = pages_of(sheet, words)
    alone = [
        page.extract_text() for page in PdfReader(BytesIO(pdf_bytes(pages, sheet.properties, PagePainter()))).pages
    ]
    made: list[bytes] = []
    thread = Thread(target=lambda: made.append(pdf_bytes(pages, sheet.properties, PagePainter())))
    thread.start()
    image, painter = QImage(1000, 800, QImage.Format.Format_RGB32), PagePainter()
    while thread.is_alive():
        brush = QPainter(image)
        painter.paint(brush, pages[0], 1.0)
        brush.end()
        qapp.processEvents()
    thread.join()
    assert [page.extract_text() for page in PdfReader(BytesIO(made[0])).pages] == alone


def test_a_pdf_is_stopped_between_its_pages(painter: PagePainter) -> None:
    (sheet,) = sheets_named(programme_for_all(), "rundown")
    told: list[tuple[int, int, str]] = []

    def watch(done: int, pages: int, name: str = "") -> bool:
        told.append((done, pages, name))
        return done < 2

    with pytest.raises(Stopped):
        pdf_bytes(pages_of(sheet, words), sheet.properties, painter, watch)
    count = len(sheet.breaks) + 1
    assert told == [(0, count, "1"), (1, count, "2"), (2, count, "3")]


def test_words_stay_apart_and_letters_are_not_joined(painter: PagePainter) -> None:
    pages = read(sheets_named(programme_for_all(), "rundown")[0], painter).pages
    # Qt writes a blank as a tab into the text of a PDF once any tab was drawn in that font: what counts is the gap.
    text = " ".join(" ".join(page.extract_text() for page in pages).split())
    assert "Official luncheon hosted by the Minister" in text
    assert "Page 2 of 10" in text


def test_fonts_are_embedded(painter: PagePainter) -> None:
    fonts = {}
    for page in read(sheets_named(programme_for_all(), "programme")[0], painter).pages:
        for font in page["/Resources"]["/Font"].values():  # type: ignore[index]
            inner = font.get_object()["/DescendantFonts"][0].get_object()
            fonts[inner["/BaseFont"]] = any(key.startswith("/FontFile") for key in inner["/FontDescriptor"])
    assert len(fonts) >= 2
    assert set(fonts.values()) == {True}


def test_paper_and_title_are_those_of_the_sheet(painter: PagePainter) -> None:
    reader = programme_for("A1")
    sizes = {}
    for sheet in sheets_named(reader, "personal", "pocket"):
        pdf = read(sheet, painter)
        sizes[sheet.name] = (round(pdf.pages[0].mediabox.width), round(pdf.pages[0].mediabox.height))
        assert pdf.metadata is not None
        assert pdf.metadata.title == f"{sheet.name} · {sheet.properties.title}"
    assert sizes == {"Personal programme": (420, 595), "Pocket programme": (842, 595)}


def test_a_hostile_plan_is_printed_whole(painter: PagePainter) -> None:
    titles = (
        "Signing " + "of the memorandum " * 17,
        "x" * 120,
        "<b>bold</b> <img src='\\\\h\\x'> &lt;",
        "Встреча ☎ وزارة",
    )
    reader = a_person(name_en="Inam Karimov")
    items = [
        an_item(str(number), title_en=title.strip(), disclosure="public") for number, title in enumerate(titles * 6)
    ]
    plan = a_plan(a_visit(), reader, *items, *(an_invitation(item, reader) for item in items))
    sheet = sheets_named(programme_of(plan), "rundown")[0]
    pdf = read(sheet, painter)
    assert len(pdf.pages) == len(sheet.breaks) + 1 > 2
    for page in pdf.pages:
        assert "Activity and minute steps" in page.extract_text()
    text = bare("".join(page.extract_text() for page in pdf.pages))
    assert [text.count(bare(title)) for title in titles[:3]] == [6, 6, 6]
    assert text.count("☎") == text.count("Встреча") == 6


# At the printer.


def rundown() -> tuple[Page, ...]:
    return pages_of(sheets_named(programme_for_all(), "rundown")[0], words)


def a_printer(file: Path, size: QPageSize.PageSizeId) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    printer.setPageSize(QPageSize(size))
    return printer


@pytest.mark.parametrize(
    ("size", "points"), [(QPageSize.PageSizeId.A4, (842, 595)), (QPageSize.PageSizeId.Letter, (792, 612))]
)
def test_pages_are_printed_on_the_printers_paper(
    size: QPageSize.PageSizeId, points: tuple[int, int], painter: PagePainter, tmp_path: Path
) -> None:
    pages = rundown()
    print_pages(a_printer(tmp_path / "out.pdf", size), pages, painter)
    pdf = PdfReader(tmp_path / "out.pdf")
    assert len(pdf.pages) == len(pages)
    assert [round(edge) for edge in pdf.pages[0].mediabox[2:]] == list(points)
    assert "Page 1 of 10" in pdf.pages[0].extract_text()


@pytest.mark.usefixtures("qapp")
def test_a_range_of_pages_is_printed(tmp_path: Path) -> None:
    printer = a_printer(tmp_path / "out.pdf", QPageSize.PageSizeId.A4)
    pages = rundown()
    assert chosen_pages(printer, pages) == pages
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    assert chosen_pages(printer, pages) == pages[1:3]


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_is_told(painter: PagePainter, tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="did not take the pages"):
        print_pages(a_printer(tmp_path / "missing" / "out.pdf", QPageSize.PageSizeId.A4), rundown(), painter)


def test_printing_stops_at_the_next_page(painter: PagePainter, tmp_path: Path) -> None:
    told: list[str] = []

    def progress(_done: int, _whole: int, name: str = "", /) -> bool:
        told.append(name)
        return len(told) < 3

    with pytest.raises(Stopped):
        print_pages(a_printer(tmp_path / "out.pdf", QPageSize.PageSizeId.A4), rundown(), painter, progress)
    assert told == ["1", "2", "3"]


@pytest.mark.usefixtures("qapp")
def test_without_a_printer_pdf_is_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    with pytest.raises(KnownError, match="No printer is set up"):
        ask_printer(QWidget(), "Rundown", rundown())


@pytest.mark.usefixtures("qapp")
def test_turning_away_prints_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["Printer"])
    monkeypatch.setattr(QPrintDialog, "exec", lambda _: 0)
    assert ask_printer(QWidget(), "Rundown", rundown()) is None
    assert list(tmp_path.iterdir()) == []
