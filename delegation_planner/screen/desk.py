"""What the panes share: the open plan, the selection, the words, the look, the findings, and the way to edit."""

import logging
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from delegation_planner.checks.finding import Finding, Severity
from delegation_planner.plan.change import Changes
from delegation_planner.plan.delegation import Delegation, Group
from delegation_planner.plan.document import Document, DocumentFile
from delegation_planner.plan.errors import (
    KnownError,
    PlanFileBusy,
    PlanFileChanged,
    PlanFileError,
    PlanFileFull,
    PlanFileReadOnly,
    PlanFileUnreachable,
)
from delegation_planner.plan.index import Index
from delegation_planner.plan.kinds import Id
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.place import Place
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.plan.rulebook import Rulebook
from delegation_planner.plan.tables import Row
from delegation_planner.plan.visit import Visit
from delegation_planner.screen import attachments
from delegation_planner.screen.day_templates import DayTemplates, NoDayTemplates
from delegation_planner.screen.dialogs.files import file_to_write
from delegation_planner.screen.dialogs.question import Choice, ask
from delegation_planner.screen.dialogs.roomy import staying
from delegation_planner.screen.judging import Judging
from delegation_planner.screen.marks import Marks, marks_of
from delegation_planner.screen.narrowing import Narrowing
from delegation_planner.screen.selection import Selection
from delegation_planner.screen.settings import Settings
from delegation_planner.screen.showing import Showing
from delegation_planner.screen.theme import Theme
from delegation_planner.session.plan_session import PlanChanged, PlanSession
from delegation_planner.session.store import Label
from delegation_planner.words.words import Words

if TYPE_CHECKING:
    from delegation_planner.checks.keeping import FindingsKept

SAVED_FOLDER: Final = "folders/saved"
_FILE_TROUBLE: Final = (PlanFileUnreachable, PlanFileReadOnly, PlanFileFull, PlanFileChanged)

_CHOSEN_WHEN_BACK: Final[tuple[type[Row], ...]] = (ProgrammeItem, Participant, Delegation, Group, Document, Place)
log = logging.getLogger(__name__)


class Desk(QObject):
    """One open plan and what every pane needs beside it.

    A pane listens to `plan_changed(PlanChanged)` and `selection.changed`, reads `plan`, `index`, `findings`, `words`
    and `theme`, and changes the plan only through `edit`. What it shows of an edit it gives to `showing`. When the
    language changes the window builds its panes anew, so no pane re-words itself; colours are asked of `theme` when
    painting.

    A pane carries its verbs as its own QActions (`addAction`), in the order in which the window's menu shows them,
    with separators; their shortcuts hold inside the pane (WidgetWithChildrenShortcut). The window's Edit menu looks
    for those with the object names "copy", "paste" and "delete" in the pane that has the focus.
    """

    plan_changed = Signal(object)
    language_changed = Signal()
    told = Signal(str)  # a sentence that the window shows above the panes until it is dismissed
    done = Signal(str)  # a sentence that the window shows there for a moment
    judged = Signal()  # the first findings of a desk that judges later have been found

    def __init__(
        self,
        session: PlanSession,
        *,
        words: Words,
        rulebook: Callable[[], Rulebook],
        theme: Theme,
        settings: Settings,
        now: Callable[[], datetime],
        open_folder: Path,
        judges_later: bool = False,
        parent: QObject | None = None,
    ) -> None:
        """`now` gives aware datetimes; `open_folder` is where attachments are laid out to be looked at.

        A desk that `judges_later` has no findings before it is told to `judge`: a window opens sooner that way.
        """
        super().__init__(parent)
        self.session = session
        self.words = words
        self._rulebook = rulebook
        self.theme = theme
        self.settings = settings
        self.now = now
        self.open_folder = open_folder
        self.selection = Selection(self)
        self.narrowing = Narrowing(self)
        self.day_templates: DayTemplates = NoDayTemplates()
        """Where days are kept as templates; who sets up the desk says where."""
        self.mend: Callable[[PlanFileError], bool] = self._tell_trouble
        """Asked when an edit could not be written; True where it may now be tried once more."""
        self.showing = Showing()
        self._judging = Judging(session.plan, rulebook, lambda: self.judged_on, later=judges_later, parent=self)
        self._judging.done.connect(self._follow_judging)
        self._beside: tuple[Finding, ...] = ()
        self._merged: tuple[tuple[Finding, ...], tuple[Finding, ...]] | None = None
        self._marks: Marks | None = None
        self._counted: tuple[tuple[Finding, ...], Counter[Severity]] | None = None
        session.observe(self._follow)

    @property
    def plan(self) -> Plan:
        """The plan as it is now."""
        return self.session.plan

    @property
    def index(self) -> Index:
        """The index of the plan as it is now."""
        return self.session.index

    @property
    def read_only(self) -> bool:
        """Whether the plan can only be looked at."""
        return self.session.read_only

    @property
    def judged_on(self) -> date:
        """The date as on which due days are judged."""
        from delegation_planner.checks.run import judged_on

        return judged_on(self.plan, self.now().date())

    @property
    def own_items(self) -> frozenset[Id] | None:
        """The items of the own programme of the person looked at, if one person is."""
        person = self.selection.one(Participant)
        return self.index.items_concerning(person) if person is not None else None

    @property
    def rulebook(self) -> Rulebook:
        """The rules that the visit is planned by."""
        return self._rulebook()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What the checks find in the plan as it is now, and what was found beside it; sorted."""
        found = self._judging.findings
        if not self._beside:
            return found
        if self._merged is None or self._merged[0] is not found:
            from delegation_planner.checks.beside import among, following

            self._merged = (found, among(found, following(self.plan, self._beside)))
        return self._merged[1]

    def find_beside(self, findings: tuple[Finding, ...]) -> None:
        """These are found, too, in something else than the plan, in place of those found there before."""
        if findings != self._beside:
            self._beside = findings
            self._follow_judging()

    @property
    def findings_kept(self) -> "FindingsKept | None":
        """The findings as a value that follows a rehearsed edit; None while the first ones are looked for."""
        return self._judging.kept

    @property
    def counts(self) -> Counter[Severity]:
        """How many findings there are of each severity; those that can stand are left out."""
        findings = self.findings
        if self._counted is None or self._counted[0] is not findings:
            self._counted = findings, Counter(one.severity for one in findings if not one.waived)
        return self._counted[1]

    @property
    def marks(self) -> Marks:
        """Which rows the findings speak of."""
        if self._marks is None:
            self._marks = marks_of(self.findings)
        return self._marks

    def judge(self) -> None:
        """Look for the first findings, if that has neither been done nor begun; `judged` tells when they are there."""
        self._judging.begin()

    def _follow_judging(self) -> None:
        self._marks = self._merged = None
        self.judged.emit()

    def new_id(self) -> Id:
        """A new id for a row."""
        return self.session.new_id()

    def say(self, message: str, **values: object) -> str:
        """The message in the window's language."""
        return self.words.say(message, **values)

    def edit(
        self,
        label: Label,
        changes: Changes | Callable[[], Changes],
        *,
        merge: str | None = None,
        contents: Mapping[str, bytes] | None = None,
        asked_by: str = "",
        refused: Callable[[KnownError], None] | None = None,
    ) -> bool:
        """Carry out an edit; True unless it was refused, then its sentence is shown and the plan is as it was.

        Give the edit as a function where computing the changes may itself refuse: `lambda: move_item(plan, ...)`.
        The caller keeps what was typed when the answer is False; `refused` hears why, to say it beside it as well.
        """
        return self._try(
            lambda: self.session.apply(
                label,
                changes() if callable(changes) else changes,
                asked_by=asked_by,
                merge=merge,
                contents=contents,
            ),
            refused,
        )

    def undo(self) -> bool:
        """Take back the last edit; False if that was refused."""
        return self._try(lambda: self._choose_what_is_back(self.session.undo()))

    def redo(self) -> bool:
        """Do the last undone edit again; False if that was refused."""
        return self._try(lambda: self._choose_what_is_back(self.session.redo()))

    def _choose_what_is_back(self, told: PlanChanged | None) -> None:
        """Rows that come back are selected, so that one sees them."""
        changes = told.changes if told is not None else Changes()
        for kind in _CHOSEN_WHEN_BACK:
            back = [change.id for change in changes.of(kind) if change.before is None]
            if back:
                self.selection.choose(kind, back)
                return

    def tell(self, sentence: str) -> None:
        """Show a sentence, already in the reader's words, above the panes."""
        self.told.emit(sentence)

    def tell_done(self, sentence: str) -> None:
        """Show for a moment that something was done."""
        self.done.emit(sentence)

    def tell_error(self, error: KnownError) -> None:
        """Show the sentence of a known error above the panes."""
        log.info("told: %s", error.message)
        self.told.emit(self.words.error(error))

    def ask(self, question: str, choices: Sequence[Choice], detail: str = "") -> str | None:
        """Ask with verbs as answers; the key of the choice, or None where the person turned away."""
        return ask(QApplication.activeWindow(), self.words, question, choices, detail)

    def attach_files(self, document_id: Id, files: Sequence[Path]) -> bool:
        """Put files into the plan at a document, as one edit; False if one was refused."""
        try:
            taken = attachments.attached(self.plan, document_id, files, self.new_id, self.now())
        except KnownError as error:
            self.tell_error(error)
            return False
        label = Label("attach_files", {"count": len(files)})
        return self.edit(label, taken.changes, contents=taken.contents)

    def open_attachment(self, file_id: Id) -> None:
        """Lay an attached file out read-only and hand it to the system, unless its type could run something."""
        row = self.plan.get(DocumentFile, file_id)
        if row is None:
            return
        name = attachments.shown_name(row.name)
        danger = attachments.danger(row.name)
        if danger == "refuse":
            self._offer_to_save(file_id, name)
        elif danger == "none" or self._open_after_all(name):
            self._lay_out_and_open(row)

    def save_attachment(self, file_id: Id, target: Path) -> None:
        """Write an attached file where the person wants it."""
        row = self.plan.find(DocumentFile, file_id)
        try:
            attachments.save(self.session.store.attachment(row.sha256), target)
        except KnownError as error:
            self.tell_error(error)

    def speak(self, words: Words) -> None:
        """Change the window's language."""
        self.words = words
        self.language_changed.emit()

    def close(self) -> None:
        """Let go of the plan."""
        self.session.close()
        self._judging.end()
        self._marks = self._counted = None

    def _try(self, act: Callable[[], object], refused: Callable[[KnownError], None] | None = None) -> bool:
        while True:
            try:
                act()
            except PlanFileBusy as error:
                if not self._again(error):
                    return False
            except _FILE_TROUBLE as error:
                log.info("could not write: %s", error.message)
                return self.mend(error) and self._try_once(act)
            except KnownError as error:
                self.tell_error(error)
                if refused is not None:
                    refused(error)
                return False
            else:
                return True

    def _try_once(self, act: Callable[[], object]) -> bool:
        try:
            act()
        except KnownError as error:
            self.tell_error(error)
            return False
        return True

    def _tell_trouble(self, error: PlanFileError) -> bool:
        self.tell_error(error)
        return False

    def _again(self, error: PlanFileBusy) -> bool:
        choices = [Choice("leave", self.say("Leave it")), Choice("again", self.say("Try again"), "main")]
        return self.ask(self.words.error(error), choices) == "again"

    def _offer_to_save(self, file_id: Id, name: str) -> None:
        question = self.say("“{file}” could run a program, so it is not opened from here.", file=name)
        choices = [Choice("leave", self.say("Leave it closed"), "main"), Choice("save", self.say("Save it…"))]
        if self.ask(question, choices) != "save":
            return
        folder = Path(self.settings.text(SAVED_FOLDER, str(Path.home())))
        over = staying(QApplication.activeWindow())
        target = file_to_write(over, self.say("Save it…"), folder / attachments.safe_name(name))
        if target is not None:
            self.settings.keep(SAVED_FOLDER, str(target.parent))
            self.save_attachment(file_id, target)

    def _open_after_all(self, name: str) -> bool:
        question = self.say("“{file}” may carry macros or other files. Open it?", file=name)
        choices = [Choice("leave", self.say("Leave it closed")), Choice("open", self.say("Open read-only"), "main")]
        return self.ask(question, choices, self.say("Open it only if you know who sent it.")) == "open"

    def _lay_out_and_open(self, row: DocumentFile) -> None:
        try:
            file = attachments.lay_out(self.session.store.attachment(row.sha256), row.name, self.open_folder)
        except KnownError as error:
            self.tell_error(error)
        else:
            if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(file))):
                self.tell(self.say("No program on this computer opens “{file}”.", file=file.name))

    def _follow(self, told: PlanChanged) -> None:
        self._judging.follow(told)
        self._marks = self._merged = None
        self.selection.follow(told.plan)
        self.narrowing.follow(told.plan)
        much = told.is_much or (told.changes.touch(Visit) and not self._judging.is_quick)
        with self.showing.of_an_edit(much=much):
            self.plan_changed.emit(told)
