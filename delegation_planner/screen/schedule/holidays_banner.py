"""The banner over the schedule while holidays fall into the visit about which nobody has decided."""

from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from delegation_planner.checks.public_holidays import proposed_holidays
from delegation_planner.plan.edits.holidays import Proposal
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.visit_rules import Holiday, RuleOverride
from delegation_planner.screen.desk import Desk
from delegation_planner.screen.pane_frame import Banner
from delegation_planner.screen.visit_settings.holiday_rows import undecided
from delegation_planner.screen.workers import Work

AT_EASE_MS: Final = 3000
"""So long after the plan was judged it is looked for the first time: no start waits for countries' calendars."""


class HolidaysBanner(QWidget):
    """Looks in a thread, a while after the plan is judged, for calendars of countries are slow to load.

    From then on it follows each change at once. `asked` asks to decide.
    """

    asked = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._looked_at: tuple[object, ...] = ()
        self.banner = Banner(desk.theme, desk.theme.icon("calendar", "info"), desk.say("Decide…"), self)
        self.banner.pressed.connect(self.asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 0, 4, 4)
        column.addWidget(self.banner)
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(AT_EASE_MS)
        self.timer.timeout.connect(self._look)
        if not desk.read_only:
            desk.judged.connect(self.timer.start)
            desk.plan_changed.connect(self._follow)
        self.hide()

    def _follow(self) -> None:
        if self._looked_at:
            self._look()

    def _look(self) -> None:
        plan = self._desk.plan
        if _concerned(plan) == self._looked_at:
            return
        self._looked_at = _concerned(plan)
        looking = Work(lambda _: (plan, proposed_holidays(plan)))
        looking.done.connect(self._show)
        looking.start()

    def _show(self, found: tuple[Plan, tuple[Proposal, ...]]) -> None:
        plan, proposed = found
        if _concerned(plan) != self._looked_at:
            return  # it was looked again since
        said = undecided(self._desk.words, plan.visit, len(proposed)) if proposed else ""
        self.banner.show_sentence(said)
        self.setVisible(bool(said))


def _concerned(plan: Plan) -> tuple[object, ...]:
    """What holidays depend on."""
    visit = plan.visit
    days = (visit.dates, visit.window_start, visit.window_end, visit.planning_date, visit.anchor_date)
    countries = (visit.host_country, visit.guest_country)
    return (*countries, *days, visit.first_day, visit.last_day, plan.rows(Holiday), plan.rows(RuleOverride))
