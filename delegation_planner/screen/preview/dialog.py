"""The print preview: papers at the left, their pages at the right, and the ways out: printer, PDF, Excel."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final
from uuid import uuid4

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from delegation_planner.exports.papers.paper_set import warnings
from delegation_planner.exports.safe_write import WriteResult
from delegation_planner.plan.errors import KnownError
from delegation_planner.plan.participant import Participant
from delegation_planner.programme.audience import Audience
from delegation_planner.screen.desk import Desk
from delegation_planner.screen.labels import plain_label
from delegation_planner.screen.preview.choice import Asked, Choice
from delegation_planner.screen.preview.opened import Opened
from delegation_planner.screen.preview.pages_view import PagesView
from delegation_planner.screen.preview.painter import PagePainter
from delegation_planner.screen.preview.papers import Shelved, ShownPaper
from delegation_planner.screen.preview.saving import Make, SavingLine
from delegation_planner.screen.preview.shown_values import WordsOf
from delegation_planner.screen.preview.ways_out import ask_pdf_place, ask_workbooks_place, pdf_file, stem_of, workbooks
from delegation_planner.screen.workers import Work

CHOICE_WIDTH: Final = 260
WINDOW_SHARE: Final = 0.94


class PreviewDialog(QDialog):
    """Window-modal, so that the plan stays as it is looked at. Nothing here is counted as sent."""

    def __init__(self, window: QWidget, desk: Desk, words_of: WordsOf, folder: Path) -> None:
        super().__init__(window)
        self._desk = desk
        self._folder = folder
        self._painter = PagePainter()
        self._opened = Opened(desk, words_of, self)
        self._opened.opened.connect(self._list_readers)
        self._opened.refused.connect(self._tell_unread)
        self._opens = False
        self._making: Asked | None = None
        self._wanted: Asked | None = None
        self.shown = ShownPaper((), ())
        say = desk.say
        self.setWindowTitle(say("Print preview"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(window.size() * WINDOW_SHARE)
        self.choice = Choice(desk.words, list(self._opened.editions.values()))
        self.choice.setFixedWidth(CHOICE_WIDTH)
        self.view = PagesView(desk.theme, self._painter)
        self.notice = plain_label("", "muted", wrap=True)
        self.notice.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.warning = plain_label("", "warning", wrap=True)
        self.saving = SavingLine(desk)
        self.saving.ended.connect(self._follow_saved)
        self.told = self.saving.told
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.notice)
        self._build()
        self.view.page_changed.connect(self._name_page)
        self.view.zoom_changed.connect(self._name_zoom)
        self.choice.edition_changed.connect(self._use_edition)
        self.choice.changed.connect(self._ask_for_pages)
        self.choice.show_readers_of(desk.plan, self._selected_reader())
        self.view.setFocus()

    @property
    def is_making(self) -> bool:
        """Whether pages are still being made, or an edition is being opened."""
        return self._making is not None or self._opened.is_opening

    # How it is laid out.

    def _build(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addLayout(self._head())
        right.addWidget(self.warning)
        right.addWidget(self._stack, 1)
        right.addWidget(self.saving)
        right.addLayout(self._foot())
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 16, 20, 16)
        row.setSpacing(16)
        row.addWidget(self.choice)
        row.addLayout(right, 1)

    def _head(self) -> QHBoxLayout:
        say = self._desk.say
        row = QHBoxLayout()
        row.setSpacing(4)
        self.page_name = plain_label("", "muted")
        self.zoom_name = plain_label("", "muted")
        row.addWidget(self._button(say("Previous page"), lambda: self.view.go_to(self.view.page - 1), "", "chevron_up"))
        row.addWidget(self._button(say("Next page"), lambda: self.view.go_to(self.view.page + 1), "", "chevron_down"))
        row.addSpacing(4)
        row.addWidget(self.page_name)
        row.addStretch(1)
        row.addWidget(self.zoom_name)
        row.addSpacing(4)
        row.addWidget(self._button(say("Smaller"), self.view.zoom_out, QKeySequence.StandardKey.ZoomOut, "minus"))
        row.addWidget(self._button(say("Larger"), self.view.zoom_in, QKeySequence.StandardKey.ZoomIn, "plus"))
        self.fit = self._button(say("Fit the width"), lambda: self.view.set_zoom(None), "Ctrl+0")
        row.addWidget(self.fit)
        return row

    def _foot(self) -> QHBoxLayout:
        say = self._desk.say
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self._button(say("Close"), self.reject))
        self.verbs = [
            self._button(say("Open as Excel"), self.open_workbooks),
            self._button(say("Save as Excel…"), self.save_workbooks),
            self._button(say("Save as PDF…"), self.save_pdf),
            self._button(say("Print…"), self.print_pages, QKeySequence.StandardKey.Print),
        ]
        self.verbs[-1].setProperty("look", "main")
        for verb in self.verbs:
            row.addWidget(verb)
        return row

    def _button(
        self, text: str, act: Callable[[], object], keys: QKeySequence.StandardKey | str = "", icon: str = ""
    ) -> QPushButton:
        button = QPushButton("" if icon else text)
        if icon:
            button.setIcon(self._desk.theme.icon(icon))
            button.setProperty("look", "flat")
            button.setAccessibleName(text)
            button.setToolTip(text)
        button.setAutoDefault(False)
        button.clicked.connect(act)
        if keys:
            QShortcut(QKeySequence(keys), self, button.click)
        return button

    # Whose pages.

    def _selected_reader(self) -> Audience | None:
        """The person who is selected in the window, if it is one alone."""
        chosen = list(self._desk.selection.of(Participant))
        return Audience("person", participant_id=chosen[0]) if len(chosen) == 1 else None

    def _use_edition(self, number: int) -> None:
        self._opened.open(number)
        if self._opened.is_opening:
            self._show_notice(self._desk.say("Reading the edition…"))

    def _list_readers(self, shelved: Shelved) -> None:
        self.choice.show_readers_of(shelved.plan, before=shelved.before)

    def _tell_unread(self, error: KnownError | None) -> None:
        self._show_notice(self._desk.words.error(error) if error is not None else "")

    def _ask_for_pages(self) -> None:
        """One paper is made at a time; of those asked for meanwhile the last one is made next."""
        self._wanted = self.choice.asked()
        if self._wanted is not None and self._opened.papers(self._wanted.edition) is None:
            self._wanted = None  # that edition is being opened
        elif self._wanted is None:
            self._show_notice(self._desk.say("This reader gets no paper at this level."))
        elif self._making is None:
            self._make(self._wanted)

    def _make(self, asked: Asked) -> None:
        papers, now = self._opened.papers(asked.edition), self._desk.now()
        assert papers is not None
        self._enable(pages=())
        self._making = asked
        work = Work(lambda _: papers.show(asked.paper, asked.audience, now))
        work.done.connect(self._show_made)
        work.failed.connect(self._show_made)
        work.broke.connect(self._let_go)
        work.start()

    def _let_go(self) -> None:
        """After a mistake of ours, which is told elsewhere, another paper can still be asked for."""
        self._making = None

    def _show_made(self, paper: ShownPaper | KnownError) -> None:
        asked, self._making = self._making, None
        if asked != self._wanted:
            if self._wanted is not None:
                self._make(self._wanted)
        elif isinstance(paper, KnownError):
            self._show_notice(self._desk.words.error(paper))
        elif not paper.pages:
            self._show_notice(self._desk.say("The plan holds nothing for this paper."))
        else:
            self.shown = paper
            self._warn()
            self.view.show_pages(paper.pages)
            self._stack.setCurrentWidget(self.view)
            self._enable(paper.pages)
            self._name_page(0)

    def _show_notice(self, sentence: str) -> None:
        self.shown = ShownPaper((), ())
        self._warn()
        self.view.show_pages(())
        self.notice.setText(sentence)
        self._stack.setCurrentWidget(self.notice)
        self._enable(())

    def _warn(self) -> None:
        told = dict.fromkeys(each for laid in self.shown.sheets for each in warnings(laid.programme))
        self.warning.setText(" ".join(self._desk.say(each.message, **dict(each.values)) for each in told))
        self.warning.setVisible(bool(told))

    def _enable(self, pages: Sequence[object]) -> None:
        if not self.saving.is_saving:
            self.saving.show_sentence("")
        for verb in self.verbs:
            verb.setEnabled(bool(pages) and not self.saving.is_saving)

    def _name_page(self, page: int) -> None:
        pages = len(self.view.pages)
        shown = self._desk.say("Page {page} of {pages}", page=page + 1, pages=pages) if pages else ""
        self.page_name.setText(shown)
        self.view.setAccessibleName(shown)
        self.view.setAccessibleDescription(self.view.pages[page].text if pages else "")

    def _name_zoom(self) -> None:
        self.zoom_name.setText(f"{round(self.view.zoom * 100)} %")
        self.fit.setEnabled(not self.view.fits_width)

    # The ways out.

    def print_pages(self) -> None:
        """Ask for a printer and print."""
        from delegation_planner.screen.preview.at_the_printer import ask_printer, chosen_pages, print_pages

        pages = self.shown.pages
        try:
            printer = ask_printer(self, stem_of(self.shown), pages)
        except KnownError as error:
            self.saving.show_sentence(self._desk.words.error(error), "error")
            return
        if printer is not None:
            chosen = chosen_pages(printer, pages)
            self.saving.print_with(lambda progress: print_pages(printer, chosen, PagePainter(), progress))
            self._enable(pages)

    def save_pdf(self) -> None:
        """Ask for a place and write one PDF."""
        say = self._desk.say
        path = ask_pdf_place(self, say("Save as PDF"), self._folder / f"{stem_of(self.shown)}.pdf")
        if path is not None:
            paper, name = self.shown, path.name
            self._save(path.parent, lambda progress: [pdf_file(paper, name, PagePainter(), progress)])

    def save_workbooks(self) -> None:
        """Ask for a place and write the workbook, or one for each day, place or car."""
        place = ask_workbooks_place(self, self._desk.words, self._folder, self.shown)
        if place is not None:
            paper, (folder, name) = self.shown, place
            self._save(folder, lambda progress: workbooks(paper, name, progress))

    def open_workbooks(self) -> None:
        """Lay the workbooks out and hand the first one to the program that opens it; nothing is kept."""
        paper = self.shown
        self._opens = True
        self._save(self._desk.open_folder / uuid4().hex, lambda progress: workbooks(paper, "", progress))

    def _save(self, folder: Path, make: Make) -> None:
        self.saving.save(folder, make)
        self._enable(self.shown.pages)

    def _follow_saved(self, result: WriteResult | None) -> None:
        opens, self._opens = self._opens, False
        if result is not None and opens:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(result.folder / result.delivered[0])))
            self.saving.show_sentence(self._desk.say("Opened: {files}", files=result.delivered[0]))
        elif result is not None:
            self._folder = result.folder
        for verb in self.verbs:
            verb.setEnabled(bool(self.shown.pages))

    @override
    def done(self, result: int) -> None:
        """What is being saved stops at its next step; what is being printed is printed."""
        self.saving.leave()
        super().done(result)
