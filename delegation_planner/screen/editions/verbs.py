"""What the Editions menu does."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer

from delegation_planner.plan.errors import KnownError
from delegation_planner.plan.visit import Visit
from delegation_planner.screen.desk import Desk
from delegation_planner.screen.desks import desk_on
from delegation_planner.screen.edit_verbs import commit_typing
from delegation_planner.screen.editions.draft_watch import watch_of
from delegation_planner.screen.editions.held_watch import held_watch_of
from delegation_planner.screen.steps import Steps
from delegation_planner.screen.told import ToldStrip
from delegation_planner.session.plan_session import PlanSession
from delegation_planner.session.store import Label
from delegation_planner.words.editions import edition_number

if TYPE_CHECKING:
    from delegation_planner.plan.edition import Edition
    from delegation_planner.screen.main_window import MainWindow

ORGANIZER: Final = "organizer_email"


class EditionVerbs:
    """Asks, carries out, and shows the panels over the window."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        self._draft: Desk | None = None
        self._looked: Desk | None = None
        self._number = 0
        self._then = Steps(window)

    def acts(self) -> dict[str, Callable[[], object]]:
        """The verbs by the names of their actions."""
        return {
            "draft": self.draft,
            "issue": self.issue,
            "pack": self.pack,
            "editions": self.editions,
        }

    def draft(self) -> None:
        """What has changed since the last edition."""
        desk, panes, bar = self._window.desk, self._window.panes, self._window.tool_bar
        if desk is None or panes is None or bar is None:
            return
        commit_typing()
        watch_of(desk).begin()
        from delegation_planner.screen.editions.draft_panel import DraftPanel, Steps

        steps = Steps(self.issue, self.pack, self.editions, panes.show_row)
        self._window.over.show(DraftPanel(self._window, desk, steps, bar.draft))

    def issue(self) -> None:
        """Ask, freeze, and go on to the pack."""
        desk = self._window.desk
        if desk is None:
            return
        from delegation_planner.screen.editions.issue_dialog import IssueDialog

        commit_typing()
        watch_of(desk).begin()
        dialog = IssueDialog(self._window, desk, self._window.waiting)
        if dialog.exec() and dialog.issued is not None:
            issued = dialog.issued
            self._then.begin(lambda: self.pack(issued=issued), self._look_anew)

    def pack(self, number: int | None = None, issued: "Edition | None" = None) -> None:
        """The panel that makes the pack of an edition, of the last one if none is named."""
        desk, bar = self._window.desk, self._window.tool_bar
        if desk is None or bar is None:
            return
        from delegation_planner.screen.editions.pack_panel import PackPanel

        commit_typing()
        if not self._has_editions(desk):
            return
        enter = self._enter_organizer
        self._window.over.show(
            PackPanel(self._window, desk, self._window.around, enter, number=number, issued=issued, under=bar.draft)
        )

    def editions(self) -> None:
        """The list of editions, and who holds them."""
        desk, panes = self._window.desk, self._window.panes
        if desk is None or panes is None:
            return
        from delegation_planner.screen.editions.editions_panel import EditionsPanel, EditionSteps

        commit_typing()
        if self._has_editions(desk):
            steps = EditionSteps(self.look, self.restore, self.pack, panes.show_row)
            self._window.over.show(EditionsPanel(self._window, desk, steps))

    def restore(self, number: int) -> None:
        """Say what would change, and make the draft equal to an edition, as one edit."""
        desk = self._window.desk
        if desk is None:
            return
        from delegation_planner.screen.dialogs.restore import RestoreDialog
        from delegation_planner.screen.editions.restoring import changes_to, versions

        store = desk.session.store
        try:
            listed = versions(desk.words, store.editions())
        except KnownError as error:
            desk.tell_error(error)
            return
        waiting, sentence = self._window.waiting, desk.say("Reading the edition…")
        dialog = RestoreDialog(
            self._window,
            desk.words,
            listed,
            lambda version: waiting.through(sentence, changes_to(store, desk.plan, int(version.key))),
            desk.plan.visit,
        )
        dialog.list.setCurrentRow([version.key for version in listed].index(str(number)))
        if dialog.exec() and dialog.chosen is not None:
            chosen = int(dialog.chosen.key)
            label = Label("restore_edition", {"number": chosen})
            if desk.edit(label, dialog.changes):
                name = edition_number(desk.words, chosen)
                desk.tell_done(desk.say("The draft is now as {edition} was. Undo takes it back.", edition=name))

    def look(self, number: int) -> None:
        """Show an edition in the place of the draft, to be read."""
        window = self._window
        draft = self._draft if self._is_looking and self._draft is not None else window.desk
        if draft is None:
            return
        from delegation_planner.screen.editions.frozen import FrozenEdition

        store = draft.session.store
        try:
            plan = window.waiting.through(draft.say("Reading the edition…"), store.edition_content(number))
        except KnownError as error:
            draft.tell_error(error)
            return
        frozen = FrozenEdition(store, number, plan)
        session = PlanSession(frozen, new_id=window.around.new_id, now=window.around.now)
        looked = desk_on(window.around, session, window.words, window.waiting, window)
        self._draft, self._looked, self._number = draft, looked, number
        window.show_desk(looked)

    def announce(self, strip: ToldStrip) -> None:
        """Say above the panes of an edition that it is one; called each time the window is built."""
        if not self._is_looking:
            if self._draft is not None and self._window.desk is not self._draft:
                self._draft.deleteLater()  # another plan was opened while its edition was looked at
            self._draft = self._looked = None
            return
        say, number = self._window.words.say, self._number
        name = edition_number(self._window.words, number)
        strip.warn(
            say("{edition}, read only. The draft is as you left it.", edition=name),
            (say("Restore from it…"), lambda: self._soon(lambda: self._back_and_restore(number))),
            (say("Back to the draft"), lambda: self._soon(self.back)),
        )

    def back(self) -> None:
        """Show the draft again."""
        draft, looked = self._draft, self._looked
        if not self._is_looking or draft is None or looked is None:
            return
        if draft.words is not self._window.words:
            draft.speak(self._window.words)
        self._window.show_desk(draft)
        looked.deleteLater()

    def _back_and_restore(self, number: int) -> None:
        self.back()
        self.restore(number)

    @property
    def _is_looking(self) -> bool:
        return self._looked is not None and self._window.desk is self._looked

    def _soon(self, act: Callable[[], object]) -> None:
        """After the strip that asked for it has finished: it is about to be rebuilt."""
        QTimer.singleShot(0, self._window, act)

    def _has_editions(self, desk: Desk) -> bool:
        try:
            if desk.session.store.editions():
                return True
        except KnownError as error:
            desk.tell_error(error)
            return False
        desk.tell(desk.say("No edition has been issued yet. Issue one first."))
        return False

    def _enter_organizer(self) -> None:
        desk, panes = self._window.desk, self._window.panes
        if desk is None or panes is None:
            return
        from delegation_planner.screen.details.forms import FORMS
        from delegation_planner.screen.details.pane import DetailsPane

        desk.selection.choose(Visit, (desk.plan.visit.id,))
        panes.go_to("details")
        details = panes.panes["details"]
        page = details.page if isinstance(details, DetailsPane) else None
        tab = next(at for at, tab in enumerate(FORMS[Visit]) if any(one.name == ORGANIZER for one in tab.fields))
        if page is not None:
            page.tabs.setCurrentIndex(page.tabs.indexOf(page.forms[tab]))
            page.forms[tab].editors[ORGANIZER].setFocus()

    def _look_anew(self) -> None:
        """There is another edition to compare with, and to be held."""
        desk = self._window.desk
        if desk is not None:
            watch_of(desk).begin_anew()
            held_watch_of(desk).begin_anew()
