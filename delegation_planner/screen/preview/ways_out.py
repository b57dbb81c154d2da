"""What a paper that is looked at is saved as, and where: one PDF, or a workbook for each of its sheets."""

from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QWidget

from delegation_planner.exports.file_names import distinct_names, safe_stem
from delegation_planner.exports.papers.paper_set import finished
from delegation_planner.exports.safe_write import OutgoingFile, Progress
from delegation_planner.exports.steps import Steps
from delegation_planner.screen.dialogs.files import file_to_write, folder_to_fill
from delegation_planner.screen.preview.painter import PagePainter
from delegation_planner.screen.preview.papers import ShownPaper
from delegation_planner.screen.preview.pdf import pdf_bytes
from delegation_planner.words.words import Words

WORKBOOK: Final = ".xlsx"
PDF: Final = ".pdf"


def stem_of(paper: ShownPaper) -> str:
    """What the paper's file is called, without ending: of several sheets, what their names have in common."""
    first = paper.sheets[0]
    return safe_stem(first.stem if len(paper.sheets) == 1 else first.sheet.properties.subject)


def ask_pdf_place(parent: QWidget, title: str, proposed: Path) -> Path | None:
    """Where the PDF is to be written; None where the person turned away."""
    return _with_ending(file_to_write(parent, title, proposed), PDF)


def ask_workbooks_place(parent: QWidget, words: Words, folder: Path, paper: ShownPaper) -> tuple[Path, str] | None:
    """Folder and name of the workbook, or the folder of several; None where the person turned away."""
    if len(paper.sheets) > 1:
        chosen = folder_to_fill(parent, words, folder)
        return (chosen, "") if chosen is not None else None
    path = file_to_write(parent, words.say("Save as Excel"), folder / f"{stem_of(paper)}{WORKBOOK}")
    path = _with_ending(path, WORKBOOK)
    return (path.parent, path.name) if path is not None else None


def pdf_file(paper: ShownPaper, name: str, painter: PagePainter, progress: Progress) -> OutgoingFile:
    """All pages as one PDF. Raises Stopped where `progress` says so."""
    return OutgoingFile(name, pdf_bytes(paper.pages, paper.sheets[0].sheet.properties, painter, progress))


def workbooks(paper: ShownPaper, name: str, progress: Progress) -> list[OutgoingFile]:
    """Each sheet as a workbook, written, read back and compared; a single one by this name.

    Raises KnownError, Stopped where `progress` says so.
    """
    names = [name] if name else distinct_names([sheet.stem for sheet in paper.sheets], WORKBOOK)
    steps, files = Steps(len(names), progress), []
    for each, sheet in zip(names, paper.sheets, strict=True):
        steps.take(each)
        files.append(OutgoingFile(each, finished(sheet).content))
    return files


def _with_ending(path: Path | None, ending: str) -> Path | None:
    if path is None or path.suffix.casefold() == ending:
        return path
    return path.with_name(path.name + ending)
