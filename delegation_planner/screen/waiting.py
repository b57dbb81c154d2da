"""Work that the window waits for: it runs in a thread, while the window goes on painting and takes no keys."""

from collections.abc import Callable
from typing import Final, TypeVar

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication, QFrame, QProgressBar, QVBoxLayout, QWidget

from delegation_planner.screen.labels import plain_label
from delegation_planner.screen.workers import Work

T = TypeVar("T")
TOLD_AFTER_MS: Final = 200
"""A wait that is over sooner is not worth a sentence."""
UNTIL_WAITED_MS: Final = 50
_WIDTH: Final = 320


class Waiting:
    """What a window waits for. Keys and clicks made meanwhile come to the window afterwards."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self.is_on = False
        """Whether the window waits just now; what comes from a timer or another program has to wait, too."""

    def through(self, sentence: str, task: Callable[[], T]) -> T:
        """What the task answers or raises; it runs in a thread. A wait that takes long is told with this sentence.

        A window that is not seen, and one that waits already, has nothing to keep awake: the task runs at once.
        """
        if self.is_on or not self._window.isVisible():
            return task()
        answers: list[T] = []
        errors: list[Exception] = []

        def work_it(_report: object) -> None:
            try:
                answers.append(task())
            except Exception as error:  # noqa: BLE001 - it is raised again where the task was asked for
                errors.append(error)

        self.is_on = True
        try:
            self._wait_for(Work(work_it), sentence)
        finally:
            self.is_on = False
        if errors:
            raise errors[0]
        return answers[0]

    def breathe(self) -> None:
        """Paint, and let timers come; keys and clicks wait."""
        if self.is_on or not self._window.isVisible():
            return
        self.is_on = True
        try:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        finally:
            self.is_on = False

    def then(self, act: Callable[[], object], after_ms: int = 0) -> None:
        """Do this in a later turn, and not while the window waits."""
        again = UNTIL_WAITED_MS
        QTimer.singleShot(after_ms, self._window, lambda: self.then(act, again) if self.is_on else act())

    def _wait_for(self, work: Work, sentence: str) -> None:
        loop, telling = QEventLoop(), QTimer()
        card = WaitingCard(QApplication.activeModalWidget() or self._window, sentence)
        telling.setSingleShot(True)
        telling.timeout.connect(card.open)
        telling.start(TOLD_AFTER_MS)
        work.done.connect(loop.quit)
        work.start()
        loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        work.wait()  # a program that is told to end ends the loop, too
        telling.stop()
        card.setParent(None)  # a dialog that closes right after this would take it along, to be deleted once more
        card.deleteLater()


class WaitingCard(QFrame):
    """A sentence over the middle of a window, and a bar that moves."""

    def __init__(self, window: QWidget, sentence: str) -> None:
        super().__init__(window)
        self._window = window
        self.hide()
        self.setProperty("look", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        label = plain_label(sentence, wrap=True)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        bar = QProgressBar()
        bar.setRange(0, 0)  # nobody knows how long it takes
        bar.setTextVisible(False)
        bar.setAccessibleName(sentence)
        column.addWidget(label)
        column.addWidget(bar)
        self.setFixedWidth(_WIDTH)

    def open(self) -> None:
        """Show it."""
        window = self._window
        self.adjustSize()
        self.move((window.width() - self.width()) // 2, (window.height() - self.height()) // 2)
        self.show()
        self.raise_()
