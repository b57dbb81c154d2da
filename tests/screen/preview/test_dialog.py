"""The preview in the window: whose papers it lists, how one goes through their pages, what it saves."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QEvent, Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinterInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot
from python_calamine import CalamineWorkbook

from delegation_planner.plan.change import Changes, replaced
from delegation_planner.plan.edition import next_edition
from delegation_planner.plan.edits.participants import remove_participant
from delegation_planner.plan.kinds import Language
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.screen import workers
from delegation_planner.screen.main_window import MainWindow
from delegation_planner.screen.preview.dialog import PreviewDialog
from delegation_planner.session.store import Label
from tests.screen.panes import nameless
from tests.screen.windows import a_window


@contextmanager
def a_preview(folder: Path, qtbot: QtBot, language: Language = "en", person: int | None = None) -> Iterator[
    tuple[MainWindow, PreviewDialog]
]:  # fmt: skip
    """The preview as Ctrl+P shows it, its first paper ready; with a person selected, if one is given."""
    with a_window(folder, language) as window:
        assert window.desk is not None
        if person is not None:
            window.desk.selection.choose(Participant, [window.desk.plan.rows(Participant)[person].id])
        assert window.verbs is not None
        window.verbs["print"].trigger()
        preview = window.findChild(PreviewDialog)
        assert preview is not None
        settled(qtbot, preview)
        yield window, preview
        for each in window.findChildren(PreviewDialog):
            each.reject()
        qtbot.waitUntil(lambda: workers.under_way() == 0)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def settled(qtbot: QtBot, preview: PreviewDialog) -> None:
    """Wait until the pages that were asked for are shown."""
    qtbot.waitUntil(lambda: workers.under_way() == 0 and not preview.is_making, timeout=20_000)


def saved(qtbot: QtBot, preview: PreviewDialog) -> None:
    """Wait until what is being saved is on disk, or will not be."""
    qtbot.waitUntil(lambda: not preview.saving.is_saving, timeout=20_000)


def listed(preview: PreviewDialog) -> list[str]:
    papers = preview.choice.papers
    return [papers.item(row).text() for row in range(papers.count())]


def set_level(preview: PreviewDialog, level: str) -> None:
    preview.choice.level.setCurrentIndex(preview.choice.level.findData(level))


def test_papers_of_the_level_are_listed_and_the_paper_stays(tmp_path: Path, qtbot: QtBot) -> None:
    with a_preview(tmp_path, qtbot) as (_, preview):
        assert listed(preview) == ["Programme", "Delegations"]
        assert preview.page_name.text() == "Page 1 of 2"
        set_level(preview, "internal")
        assert listed(preview) == [
            "Programme", "Delegations", "Rundown", "Contacts", "Signing run sheets", "Open points", "Day sheets",
        ]  # fmt: skip
        preview.choice.choose("rundown")
        settled(qtbot, preview)
        assert "INTERNAL · FOR PROTOCOL OFFICERS ONLY" in preview.view.pages[0].text
        set_level(preview, "detailed")
        settled(qtbot, preview)
        asked = preview.choice.asked()
        assert asked is not None
        assert asked.paper == "rundown"
        assert "INTERNAL · FOR PROTOCOL OFFICERS ONLY" not in preview.view.pages[0].text


def test_the_selected_person_is_the_reader(tmp_path: Path, qtbot: QtBot) -> None:
    with a_preview(tmp_path, qtbot, person=0) as (window, preview):
        assert window.desk is not None
        person = window.desk.plan.rows(Participant)[0]
        assert listed(preview) == ["Personal programme", "Pocket programme"]
        assert person.name_en in preview.view.pages[0].text
        preview.choice.reader.setCurrentIndex(0)
        settled(qtbot, preview)
        assert listed(preview) == ["Programme", "Delegations"]


def test_languages_and_editions_are_chosen(tmp_path: Path, qtbot: QtBot) -> None:
    with a_preview(tmp_path, qtbot, "id") as (_, preview):
        assert "SUSUNAN ACARA" in preview.view.pages[0].text
        preview.choice.second.setCurrentIndex(preview.choice.second.findData("en"))
        settled(qtbot, preview)
        assert "SUSUNAN ACARA · PROGRAMME" in preview.view.pages[0].text
        preview.choice.edition.setCurrentIndex(preview.choice.edition.findData(2))
        settled(qtbot, preview)
        assert "Terbitan 2 · BIRU ●●" in preview.view.pages[0].text


def test_an_edition_shows_what_it_changes(tmp_path: Path, qtbot: QtBot) -> None:
    with a_preview(tmp_path, qtbot) as (_, preview):
        preview.choice.edition.setCurrentIndex(preview.choice.edition.findData(2))
        settled(qtbot, preview)
        assert listed(preview) == ["Programme", "Delegations", "Changes since the edition before"]
        preview.choice.choose("changes")
        settled(qtbot, preview)
        assert "CHANGES SINCE EDITION 1" in preview.view.pages[0].text.upper()
        readers = [preview.choice.reader.itemText(row) for row in range(preview.choice.reader.count())]
        preview.choice.reader.setCurrentIndex(next(row for row, name in enumerate(readers) if "Karimov" in name))
        settled(qtbot, preview)
        assert listed(preview) == ["Personal programme", "Pocket programme", "Change slip"]
        preview.choice.choose("slip")
        settled(qtbot, preview)
        assert "Inam Karimov" in preview.view.pages[0].text
        assert preview.shown.sheets[0].kind == "slip"
        preview.choice.edition.setCurrentIndex(preview.choice.edition.findData(1))
        settled(qtbot, preview)
        assert listed(preview) == ["Personal programme", "Pocket programme"]


def test_the_last_of_many_wishes_is_shown(tmp_path: Path, qtbot: QtBot) -> None:
    with a_preview(tmp_path, qtbot) as (_, preview):
        set_level(preview, "internal")
        for paper in ("rundown", "day-sheets", "contacts", "delegations"):
            preview.choice.choose(paper)
        settled(qtbot, preview)
        assert "DELEGATION LIST" in preview.view.pages[0].text
        assert preview.shown.sheets[0].kind == "delegations"


def test_it_may_be_closed_while_a_paper_is_made(tmp_path: Path, qtbot: QtBot) -> None:
    with a_preview(tmp_path, qtbot) as (window, preview):
        set_level(preview, "internal")
        preview.choice.choose("day-sheets")
        assert preview.is_making
        preview.reject()
        qtbot.waitUntil(lambda: workers.under_way() == 0, timeout=20_000)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert window.findChild(PreviewDialog) is None


def test_all_that_the_keyboard_reaches_has_a_name(tmp_path: Path, qtbot: QtBot) -> None:
    with a_preview(tmp_path, qtbot) as (_, preview):
        assert nameless(preview) == []


def test_keys_go_through_the_pages(tmp_path: Path, qtbot: QtBot) -> None:
    with a_preview(tmp_path, qtbot) as (_, preview):
        set_level(preview, "internal")
        preview.choice.choose("rundown")
        settled(qtbot, preview)
        seen = []
        for key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_End, Qt.Key.Key_Home):
            QTest.keyClick(preview.view, key)
            seen.append(preview.page_name.text())
        pages = len(preview.view.pages)
        assert seen == [f"Page {number} of {pages}" for number in (2, 3, 2, pages, 1)]
        assert preview.view.accessibleDescription() == preview.view.pages[0].text


def test_zoom_keeps_the_page_and_fits_again(tmp_path: Path, qtbot: QtBot) -> None:
    with a_preview(tmp_path, qtbot) as (_, preview):
        preview.view.go_to(1)
        fitting = preview.view.zoom
        assert not preview.fit.isEnabled()
        QTest.keyClick(preview.view, Qt.Key.Key_Plus)
        assert preview.view.zoom == pytest.approx(min(fitting * 1.25, 4.0))
        assert preview.zoom_name.text() == f"{round(preview.view.zoom * 100)} %"
        assert preview.view.page == 1
        preview.fit.click()
        assert preview.view.zoom == pytest.approx(fitting)


def test_what_is_not_in_the_plan_is_said_and_cannot_be_saved(tmp_path: Path, qtbot: QtBot) -> None:
    with a_preview(tmp_path, qtbot) as (_, preview):
        set_level(preview, "public")
        readers = [preview.choice.reader.itemText(row) for row in range(preview.choice.reader.count())]
        preview.choice.reader.setCurrentIndex(readers.index("Kitchen"))
        settled(qtbot, preview)
        assert listed(preview) == []
        assert preview.notice.text() == "This reader gets no paper at this level."
        assert [verb.isEnabled() for verb in preview.verbs] == [False] * 4


def test_that_nothing_is_public_is_said_above_the_empty_programme(tmp_path: Path, qtbot: QtBot) -> None:
    with a_preview(tmp_path, qtbot) as (window, preview):
        assert window.desk is not None
        assert preview.warning.isHidden()
        items = window.desk.plan.rows(ProgrammeItem)
        kept = Changes([replaced(item, item._replace(disclosure="detailed")) for item in items])
        assert window.desk.edit(Label("edit_item"), kept)
        preview.reject()
        assert window.verbs is not None
        window.verbs["print"].trigger()
        again = window.findChildren(PreviewDialog)[-1]
        settled(qtbot, again)
        assert again.warning.text().startswith("No item is public yet")
        set_level(again, "detailed")
        again.choice.papers.setCurrentRow(listed(again).index("Rundown"))
        settled(qtbot, again)
        assert again.warning.isHidden()
        assert again.view.pages


def test_pdf_and_workbook_are_saved_and_nothing_counts_as_sent(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with a_preview(tmp_path, qtbot) as (window, preview):
        proposed = []

        def choose(_parent: object, _title: str, path: str) -> tuple[str, str]:
            proposed.append(Path(path).name)
            return str(tmp_path / "out" / "mine"), ""

        (tmp_path / "out").mkdir()
        monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
        preview.save_pdf()
        saved(qtbot, preview)
        assert preview.told.text() == "Saved: mine.pdf"
        preview.save_workbooks()
        saved(qtbot, preview)
        assert proposed == ["Programme.pdf", "Programme.xlsx"]
        assert len(PdfReader(tmp_path / "out" / "mine.pdf").pages) == 2
        assert CalamineWorkbook.from_path(tmp_path / "out" / "mine.xlsx").sheet_names == ["Programme"]
        assert window.desk is not None
        assert window.desk.session.store.sent() == {}


def test_several_sheets_are_one_pdf_and_a_workbook_each(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with a_preview(tmp_path, qtbot) as (_, preview):
        set_level(preview, "detailed")
        preview.choice.choose("day-sheets")
        settled(qtbot, preview)
        sheets = len(preview.shown.sheets)
        assert sheets > 3
        out = tmp_path / "out"
        out.mkdir()
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(out))
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out / "days.pdf"), ""))
        preview.save_workbooks()
        saved(qtbot, preview)
        preview.save_pdf()
        saved(qtbot, preview)
        assert len(list(out.glob("*.xlsx"))) == sheets
        assert len(PdfReader(out / "days.pdf").pages) == len(preview.view.pages)


def test_turning_away_or_having_no_printer_does_no_harm(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with a_preview(tmp_path, qtbot) as (_, preview):
        before = sorted(tmp_path.rglob("*"))
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
        monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
        preview.save_pdf()
        preview.save_workbooks()
        assert preview.told.isHidden()
        preview.print_pages()
        assert preview.told.text() == "No printer is set up on this computer. Save the paper as PDF instead."
        assert sorted(tmp_path.rglob("*")) == before


def choose_a_printer(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    """The system's dialog answers with a printer that prints into a file."""

    def chosen(dialog: QPrintDialog) -> int:
        dialog.printer().setOutputFileName(str(path))
        return 1

    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["Printer"])
    monkeypatch.setattr(QPrintDialog, "exec", chosen)


def test_pages_are_printed_beside_the_window(tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    with a_preview(tmp_path, qtbot) as (_, preview):
        choose_a_printer(monkeypatch, tmp_path / "printed.pdf")
        preview.print_pages()
        assert preview.told.text() == "Printing…"
        assert not any(verb.isEnabled() for verb in preview.verbs)
        saved(qtbot, preview)
        assert preview.told.text() == "The pages are on their way to the printer."
        assert all(verb.isEnabled() for verb in preview.verbs)
        assert len(PdfReader(tmp_path / "printed.pdf").pages) == len(preview.view.pages)


def test_what_is_being_printed_is_printed_though_the_preview_is_closed(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with a_preview(tmp_path, qtbot) as (_, preview):
        pages = len(preview.view.pages)
        choose_a_printer(monkeypatch, tmp_path / "printed.pdf")
        preview.print_pages()
        preview.reject()
        qtbot.waitUntil(lambda: not workers.under_way())
    assert len(PdfReader(tmp_path / "printed.pdf").pages) == pages


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    with a_preview(tmp_path, qtbot) as (_, preview):
        (tmp_path / "taken.pdf").mkdir()
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "taken.pdf"), ""))
        preview.save_pdf()
        saved(qtbot, preview)
        assert preview.told.text() == "taken.pdf is the name of a folder there. Rename that folder."
        assert preview.isVisible()


def test_a_pdf_is_made_beside_the_window_and_can_be_stopped(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with a_preview(tmp_path, qtbot) as (_, preview):
        set_level(preview, "internal")
        preview.choice.choose("day-sheets")
        settled(qtbot, preview)
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "out" / "days.pdf"), ""))
        preview.save_pdf()
        assert preview.saving.is_saving
        assert preview.told.text() == "Saving…"
        assert not any(verb.isEnabled() for verb in preview.verbs)
        QTest.mouseClick(preview.saving.stop, Qt.MouseButton.LeftButton)
        saved(qtbot, preview)
        assert preview.told.text() == "Stopped"
        assert not (tmp_path / "out").exists()
        assert all(verb.isEnabled() for verb in preview.verbs)
        preview.save_pdf()
        saved(qtbot, preview)
        assert preview.told.text() == "Saved: days.pdf"
        assert len(PdfReader(tmp_path / "out" / "days.pdf").pages) == len(preview.view.pages)


def test_whoever_has_left_the_visit_has_a_slip_on_which_all_is_dropped(tmp_path: Path, qtbot: QtBot) -> None:
    with a_window(tmp_path) as window:
        desk = window.desk
        assert desk is not None
        (left,) = (row for row in desk.plan.rows(Participant) if row.code == "A7")
        plan = desk.plan.changed(remove_participant(desk.plan, left.id))
        desk.session.store.issue(next_edition(2, "2017-07-12T00:00:00Z"), plan)
        assert window.verbs is not None
        window.verbs["print"].trigger()
        preview = window.findChild(PreviewDialog)
        assert preview is not None
        settled(qtbot, preview)
        preview.choice.edition.setCurrentIndex(preview.choice.edition.findData(3))
        settled(qtbot, preview)
        readers = [preview.choice.reader.itemText(row) for row in range(preview.choice.reader.count())]
        assert readers[-1] == "A7  [Press officer, Agency] (has left the visit)"
        preview.choice.reader.setCurrentIndex(len(readers) - 1)
        settled(qtbot, preview)
        assert listed(preview) == ["Change slip"]
        assert "Press officer" in preview.view.pages[0].text
        assert "DROPPED" in preview.view.pages[0].text
        preview.choice.edition.setCurrentIndex(preview.choice.edition.findData(2))
        settled(qtbot, preview)
        assert not any(
            "has left" in preview.choice.reader.itemText(row) for row in range(preview.choice.reader.count())
        )
        preview.reject()
        qtbot.waitUntil(lambda: workers.under_way() == 0)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
