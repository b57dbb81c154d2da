"""What the Editions menu does."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from delegation_planner.plan.errors import KnownError
from delegation_planner.plan.visit import Visit
from delegation_planner.screen.desk import Desk
from delegation_planner.screen.edit_verbs import commit_typing
from delegation_planner.screen.editions.draft_panel import DraftPanel, Steps
from delegation_planner.screen.editions.draft_watch import watch_of

if TYPE_CHECKING:
    from delegation_planner.plan.edition import Edition
    from delegation_planner.screen.main_window import MainWindow

ORGANIZER: Final = "organizer_email"


class EditionVerbs:
    """Asks, carries out, and shows the panels over the window."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window

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
        dialog = IssueDialog(self._window, desk)
        if dialog.exec() and dialog.issued is not None:
            self.pack(issued=dialog.issued)

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
        """The list of editions."""

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
