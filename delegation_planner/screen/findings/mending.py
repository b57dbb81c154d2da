"""The ways to mend a finding as a menu; each is one edit after which the finding is gone."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from delegation_planner.checks.finding import Finding
from delegation_planner.plan.change import Changes
from delegation_planner.screen.desk import Desk
from delegation_planner.session.store import Label


class MendMenu(QMenu):
    """Shows the ways for one finding, the gentlest first; it is empty where the program knows none."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk

    def show_for(self, finding: Finding | None) -> None:
        """Offer the ways to mend this finding; none for none, or for one that is waived."""
        self.clear()
        if finding is None or finding.waived:
            return
        from delegation_planner.checks.mends import changes_of, mends
        from delegation_planner.words.mend_sentences import mend_sentence

        plan = self._desk.plan
        for mend in mends(plan, self._desk.rulebook, finding):
            action = self.addAction(mend_sentence(self._desk.words, plan, mend).replace("&", "&&"))
            act = partial(changes_of, plan, mend, self._desk.new_id)
            action.triggered.connect(partial(self._carry_out, act))

    def _carry_out(self, changes: Callable[[], Changes], *_checked: bool) -> None:
        self._desk.edit(Label("mend_finding"), changes, asked_by="findings")
