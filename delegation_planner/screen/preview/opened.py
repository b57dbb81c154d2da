"""The draft and the editions whose papers are looked at: an edition is read at once and unpacked in a thread."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from delegation_planner.exports.papers.imprint import Issue
from delegation_planner.plan.errors import KnownError
from delegation_planner.plan.plan import Plan
from delegation_planner.screen.desk import Desk
from delegation_planner.screen.preview.papers import Papers, Shelved
from delegation_planner.screen.preview.shown_values import WordsOf
from delegation_planner.screen.workers import Work


class Opened(QObject):
    """`opened(Shelved)` tells of what was asked for last, `refused(KnownError | None)` that it cannot be read."""

    opened = Signal(object)
    refused = Signal(object)

    def __init__(self, desk: Desk, words_of: WordsOf, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._words_of = words_of
        self.editions = {edition.number: edition for edition in desk.session.store.editions()}
        draft = Shelved(desk.plan)
        self._shelves = {0: draft}
        self._papers = {0: Papers(draft, desk.rulebook, words_of)}
        self._wanted: int | None = None

    @property
    def is_opening(self) -> bool:
        """Whether an edition is being unpacked."""
        return self._wanted is not None

    def papers(self, number: int) -> Papers | None:
        """Those of an edition, or of the draft (0); None before it was opened."""
        return self._papers.get(number)

    def open(self, number: int) -> None:
        """Open an edition, or the draft: `opened` tells when it is there."""
        self._wanted = None
        if number in self._papers:
            self.opened.emit(self._shelves[number])
            return
        store = self._desk.session.store
        try:
            content, before = store.edition_content(number), self._content_before(number)
        except KnownError as error:
            self.refused.emit(error)
            return
        issue, rulebook = Issue(self.editions[number], self.editions.get(number - 1)), self._desk.rulebook

        def unpack(_: object) -> tuple[int, Shelved, Papers]:
            shelved = Shelved(content(), issue, before() if before is not None else None)
            return number, shelved, Papers(shelved, rulebook, self._words_of)

        self._wanted = number
        work = Work(unpack)
        work.done.connect(self._take)
        work.failed.connect(self._refuse)
        work.broke.connect(self._refuse)
        work.start()

    def _take(self, unpacked: tuple[int, Shelved, Papers]) -> None:
        number, shelved, papers = unpacked
        self._shelves[number], self._papers[number] = shelved, papers
        if number == self._wanted:
            self._wanted = None
            self.opened.emit(shelved)

    def _refuse(self, error: Exception) -> None:
        """A mistake of ours is told elsewhere."""
        self._wanted = None
        self.refused.emit(error if isinstance(error, KnownError) else None)

    def _content_before(self, number: int) -> Callable[[], Plan] | None:
        """What the edition before held; None where there is none, or it was emptied with the personal data."""
        try:
            return self._desk.session.store.edition_content(number - 1)
        except KnownError:
            return None
