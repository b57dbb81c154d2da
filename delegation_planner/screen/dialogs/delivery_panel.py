"""A card that makes files, writes them into a folder beside the work of the window, and says what became of each."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from delegation_planner.exports.safe_write import Progress, Staged, WriteResult
from delegation_planner.exports.steps import Stopped
from delegation_planner.plan.collector import taken_for_good
from delegation_planner.plan.errors import KnownError
from delegation_planner.screen.desk import Desk
from delegation_planner.screen.dialogs.delivery_notes import delivery_notes
from delegation_planner.screen.dialogs.files import folder_to_fill
from delegation_planner.screen.dialogs.result_list import ResultList
from delegation_planner.screen.labels import plain_label
from delegation_planner.screen.overlay import Overlay
from delegation_planner.screen.surroundings import HandingOut, Made
from delegation_planner.screen.workers import Work

CARD_PADDING: Final = 56


class DeliveryPanel(Overlay):
    """First it asks, then it shows the progress, then the results. What it asks and makes is up to its kinds."""

    def __init__(
        self, window: QWidget, desk: Desk, hand_out: HandingOut, folder: Path, width: int, under: QWidget | None
    ) -> None:
        super().__init__(window, desk.theme, width, under=under)
        self._desk = desk
        self._hand_out = hand_out
        self._work: Work | None = None
        self._made: Made | None = None
        self._recording = False
        self.is_finished = False
        self.folder = folder
        self.where = QPushButton()
        self.files: ResultList | None = None

    # What each kind of panel says and does.

    def ask(self) -> None:
        """Show the page that asks."""
        raise NotImplementedError

    def fit(self, made: Any) -> Made:
        """What was made, as files to write; called in the window's thread."""
        fitted: Made = made
        return fitted

    def titles(self) -> tuple[str, str, str]:
        """What is said while it is made, at the first step, and when all is written."""
        raise NotImplementedError

    def after_writing(self) -> Sequence[str]:
        """Sentences that the results begin with."""
        return ()

    def notes(self, _results: Sequence[WriteResult]) -> Sequence[str]:
        """What has to be told beside the results."""
        return self._made.notes if self._made is not None else ()

    def add_verbs(self, row: QHBoxLayout) -> None:
        """More buttons beside the results."""

    # On the way.

    def folder_button(self) -> QPushButton:
        """The field that shows the folder and asks for another one."""
        self.where = QPushButton(self._desk.theme.icon("folder"), self.folder.name)
        self.where.setProperty("look", "place")
        self.where.setToolTip(str(self.folder))
        self.where.clicked.connect(self._choose_folder)
        return self.where

    def begin(self, make: Callable[[Progress], Any], *, record: bool) -> None:
        """Make and write aside in threads of their own, record what is sent, move every file into its place.

        Cancelled before the first file is moved, nothing is left behind and nothing is recorded.
        """
        self._recording = record
        self._show_progress()
        self._go_on(make, self._take)

    def _go_on(self, task: Callable[[Progress], Any], then: Callable[[Any], None]) -> None:
        work = Work(lambda progress: _for_good(task, progress))
        work.progressed.connect(self._show_step)
        work.done.connect(then)
        work.failed.connect(self.show_refusal)
        work.broke.connect(self._end_broken)
        self._work = work.start()

    def _choose_folder(self) -> None:
        chosen = folder_to_fill(self.window(), self._desk.words, self.folder)
        if chosen is not None:
            self.folder = chosen
            self.where.setText(chosen.name)
            self.where.setToolTip(str(chosen))

    def _take(self, made: Any) -> None:
        self._write_aside(self.fit(made))

    def _write_aside(self, made: Made) -> None:
        self._made = made
        if self._is_cancelled:
            self._show_results(())
        else:
            self._go_on(lambda progress: self._hand_out.stage(made, self.folder, progress), self._move_in)

    def _move_in(self, aside: Staged) -> None:
        if aside.is_stopped or self._is_cancelled or self._made is None:
            aside.discard()
            self._show_results(())
            return
        try:
            if self._recording:
                self._desk.session.store.record_sent(self._made.sent)
        except KnownError as error:
            aside.discard()
            self.show_refusal(error)
            return
        self._go_on(aside.move_in, self._show_results)

    @property
    def _is_cancelled(self) -> bool:
        return self._work is not None and self._work.is_cancelled

    def _show_progress(self) -> None:
        self.is_finished = False
        say = self._desk.say
        doing, first_step, _ = self.titles()
        page = self.new_page(doing)
        self._step = plain_label(first_step, "muted")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(say("Progress"))
        page.addWidget(self._step)
        page.addWidget(self.bar)
        row = QHBoxLayout()
        row.addWidget(plain_label(say("You can go on working."), "muted"))
        row.addStretch(1)
        row.addWidget(panel_button(say("Cancel"), self._cancel))
        page.addSpacing(4)
        page.addLayout(row)
        self.place()

    def _show_step(self, done: int, whole: int, name: str) -> None:
        self.bar.setRange(0, whole)
        self.bar.setValue(done)
        if not self._is_cancelled:
            room = self._step.contentsRect().width()
            self._step.setText(self._step.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, room))

    def _cancel(self) -> None:
        if self._work is not None:
            self._work.cancel()
        self._step.setText(self._desk.say("Stopping…"))

    # What became of it.

    def show_refusal(self, error: KnownError) -> None:
        """Nothing came of it, and why."""
        if isinstance(error, Stopped):
            self._show_results(())
        else:
            self._show_end(self._desk.words.error(error))

    def _end_broken(self, _error: Exception) -> None:
        self._show_end(self._desk.say("A mistake in the program stopped it. The plan is safe."))

    def _show_end(self, sentence: str) -> None:
        self.is_finished = True
        page = self.new_page(self._desk.say("Nothing was written"))
        page.addWidget(plain_label(sentence, "error", wrap=True))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(panel_button(self._desk.say("Back"), self._ask_again))
        row.addWidget(panel_button(self._desk.say("Close"), self.put_away, "main"))
        page.addLayout(row)
        self.place()

    def _show_results(self, results: Sequence[WriteResult]) -> None:
        say = self._desk.say
        self.is_finished = True
        failed = sum(len(result.failed) for result in results)
        stopped = not results or any(result.cancelled for result in results)
        *_, all_done = self.titles()
        title = say("Stopped") if stopped else say("Not all files could be written") if failed else all_done
        page = self.new_page(title)
        page.addWidget(plain_label(self._summary(results), "muted", wrap=True))
        for sentence in self.after_writing():
            page.addWidget(plain_label(sentence, wrap=True))
        told = delivery_notes(self._desk, results, self.notes(results), self.card.width() - CARD_PADDING)
        if told is not None:
            page.addWidget(told)
        self.files = ResultList(self._desk, results)
        page.addWidget(self.files)
        row = QHBoxLayout()
        show = panel_button(say("Show in folder"), self._show_folder)
        show.setEnabled(bool(results))
        row.addWidget(show)
        self.add_verbs(row)
        row.addStretch(1)
        if failed:
            row.addWidget(panel_button(say("Try again"), self._again))
        close = panel_button(say("Close"), self.put_away, "main")
        row.addWidget(close)
        page.addLayout(row)
        self.place()
        close.setFocus()

    def _summary(self, results: Sequence[WriteResult]) -> str:
        words = self._desk.words
        written = sum(len(result.written) for result in results)
        unchanged = sum(len(result.unchanged) for result in results)
        said = [words.say_many("{count} file written", "{count} files written", written)]
        if unchanged:
            said.append(words.say_many("{count} unchanged", "{count} unchanged", unchanged))
        return f"{', '.join(said)} · {self.folder}"

    def _again(self) -> None:
        if self._made is not None:
            self._recording = False
            self._show_progress()
            self._write_aside(self._made)

    def _ask_again(self) -> None:
        self.ask()
        self.place()

    def _show_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.folder)))

    @override
    def put_away(self) -> None:
        """What is under way stops at its next step; files that are written by then stay."""
        if self._work is not None and not self.is_finished:
            self._work.cancel()
        super().put_away()

    @override
    def place(self) -> None:
        """A page is shown once it is full: the card then takes its size at once."""
        self._page.show()
        super().place()

    def new_page(self, title: str) -> QVBoxLayout:
        """An empty page in place of the last one."""
        while (item := self.column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._page = page = QWidget(self.card)
        page.hide()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(plain_label(title, "cardTitle", wrap=True))
        self.column.addWidget(page)
        return layout


def _for_good(task: Callable[[Progress], Any], progress: Progress) -> Any:
    """What the task makes holds no cycles, and a search through all of it would be felt: see Tidying."""
    with taken_for_good():
        return task(progress)


def panel_button(text: str, act: object, look: str = "") -> QPushButton:
    """A button of a panel."""
    button = QPushButton(text)
    button.setAutoDefault(False)
    if look:
        button.setProperty("look", look)
    button.clicked.connect(act)
    return button
