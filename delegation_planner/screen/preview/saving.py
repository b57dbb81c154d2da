"""A paper written into files or printed in a thread, while a line below the pages says how far that is."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from delegation_planner.exports.safe_write import OutgoingFile, Progress, WriteResult, write_files
from delegation_planner.exports.steps import Stopped
from delegation_planner.plan.errors import KnownError
from delegation_planner.screen.desk import Desk
from delegation_planner.screen.labels import plain_label, set_look
from delegation_planner.screen.workers import Work

Make = Callable[[Progress], Sequence[OutgoingFile]]


class SavingLine(QWidget):
    """Hidden while there is nothing to say. `ended` tells, after what was said, what was written if anything was.

    One piece of work at a time: files, or pages at a printer.
    """

    ended = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._work: Work | None = None
        self._prints = False
        self._sentence = ""
        self.told = plain_label("", "muted", wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(160)
        self.bar.setAccessibleName(desk.say("Progress"))
        self.stop = QPushButton(desk.say("Cancel"))
        self.stop.setAutoDefault(False)
        self.stop.clicked.connect(self.cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.told, 1)
        row.addWidget(self.bar)
        row.addWidget(self.stop)
        self.show_sentence("")

    @property
    def is_saving(self) -> bool:
        """Whether files are being written, or pages printed."""
        return self._work is not None

    def show_sentence(self, sentence: str, look: str = "muted") -> None:
        """Say it in place of what was said before; nothing hides the line."""
        self.bar.hide()
        self.stop.hide()
        self.told.setText(sentence)
        set_look(self.told, look)
        self.told.setVisible(bool(sentence))
        self.setVisible(bool(sentence))

    def save(self, folder: Path, make: Make) -> None:
        """Make the files and write them into the folder."""
        self._begin(self._desk.say("Saving…"), lambda progress: write_files(folder, make(progress), progress))

    def print_with(self, send: Callable[[Progress], None]) -> None:
        """Send pages to a printer; once begun it goes on though the dialog is closed."""
        self._prints = True
        self._begin(self._desk.say("Printing…"), send)

    def _begin(self, sentence: str, task: Callable[[Progress], WriteResult | None]) -> None:
        self._sentence = sentence
        self._show_step(0, 0)
        work = Work(task)
        work.progressed.connect(self._show_step)
        work.done.connect(self._say_done)
        work.failed.connect(self._say_refused)
        work.broke.connect(self._let_go)
        self._work = work.start()

    def cancel(self) -> None:
        """Stop at the next page; what is not written by then is not written."""
        if self._work is not None:
            self._work.cancel()

    def leave(self) -> None:
        """Nobody looks any more: stop what is written, and let the printer have its pages."""
        if not self._prints:
            self.cancel()

    def _show_step(self, done: int, whole: int) -> None:
        self.show_sentence(self._sentence)
        self.bar.setRange(0, whole)
        self.bar.setValue(done)
        self.bar.show()
        self.stop.show()

    def _say_done(self, result: WriteResult | None) -> None:
        self._rest()
        if result is None:
            self.show_sentence(self._desk.say("The pages are on their way to the printer."))
            self.ended.emit(None)
        else:
            self._say_written(result)

    def _say_written(self, result: WriteResult) -> None:
        names = ", ".join(result.delivered[:3]) + ("…" if len(result.delivered) > 3 else "")
        if result.failed:
            self.show_sentence(self._desk.words.error(result.failed[0].reason), "error")
        elif result.cancelled:
            self.show_sentence(self._desk.say("Stopped"))
        else:
            self.show_sentence(self._desk.say("Saved: {files}", files=names))
        self.ended.emit(None if result.failed or result.cancelled else result)

    def _say_refused(self, error: KnownError) -> None:
        self._rest()
        self.show_sentence(self._desk.words.error(error), "muted" if isinstance(error, Stopped) else "error")
        self.ended.emit(None)

    def _let_go(self) -> None:
        """After a mistake of ours, which is told elsewhere, something else can be saved."""
        self._rest()
        self.show_sentence("")
        self.ended.emit(None)

    def _rest(self) -> None:
        self._work, self._prints = None, False
