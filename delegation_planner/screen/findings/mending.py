"""The ways to mend a finding as a menu; each is one edit after which the finding is gone."""

from collections.abc import Callable
from functools import partial
from math import inf
from time import perf_counter
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QMenu, QWidget

from delegation_planner.checks.finding import Finding
from delegation_planner.plan.change import Changes
from delegation_planner.plan.errors import PlanError
from delegation_planner.screen.desk import Desk
from delegation_planner.screen.judging import is_quick
from delegation_planner.screen.slices import done_within
from delegation_planner.session.store import Label

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

TELLING_SECONDS: Final = 0.06
"""In so much time the consequences of the ways are looked for; in a large visit the last ones stay untold."""


class MendMenu(QMenu):
    """Shows the ways for one finding, the gentlest first, and beside each how many findings it would bring.

    It is empty where the program knows no way.
    """

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._ways: list[tuple[QAction, Callable[[], Changes]]] = []
        self.aboutToShow.connect(self._tell_consequences)

    def show_for(self, finding: Finding | None) -> None:
        """Offer the ways to mend this finding; none for none, or for one that is waived."""
        self.clear()
        self._ways = []
        if finding is None or finding.waived:
            return
        from delegation_planner.checks.mends import changes_of, mends
        from delegation_planner.words.mend_sentences import mend_sentence

        plan = self._desk.plan
        for mend in mends(plan, self._desk.rulebook, finding):
            action = self.addAction(mend_sentence(self._desk.words, plan, mend).replace("&", "&&"))
            act = partial(changes_of, plan, mend, self._desk.new_id)
            action.triggered.connect(partial(self._carry_out, act))
            self._ways.append((action, act))

    def _tell_consequences(self) -> None:
        """Behind a tab, where menus show what belongs to an entry."""
        kept = self._desk.findings_kept
        if kept is None:
            return
        until = perf_counter() + (inf if is_quick(kept.plan) else TELLING_SECONDS)
        from delegation_planner.checks.preview import come_and_gone

        words = self._desk.words
        for action, act in self._ways:
            if "\t" in action.text() or perf_counter() > until:
                continue
            try:
                changes = act()
            except PlanError:
                continue
            after = done_within(until - perf_counter(), kept.following_in_slices(kept.plan.changed(changes), changes))
            if after is None:
                return
            come, _ = come_and_gone(kept.findings, after.findings)
            none = words.say("no new finding")
            said = words.say_many("{count} new finding", "{count} new findings", len(come)) if come else none
            action.setText(f"{action.text()}\t{said}")

    def _carry_out(self, changes: Callable[[], Changes], *_checked: bool) -> None:
        self._desk.edit(Label("mend_finding"), changes, asked_by="findings")
