"""The sentence that gives the visit other dates, and which holidays then fall into it."""

from datetime import date
from typing import Final

from PySide6.QtWidgets import QWidget

from delegation_planner.checks.public_holidays import known_holidays
from delegation_planner.plan.day_time import date_of_day
from delegation_planner.plan.edits.holidays import Proposal
from delegation_planner.plan.errors import PlanError
from delegation_planner.plan.kinds import Language
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.visit import Visit
from delegation_planner.screen.desk import Desk
from delegation_planner.screen.fields.choice_field import ChoiceField
from delegation_planner.screen.fields.date_field import date_field, date_in
from delegation_planner.screen.labels import plain_label, set_look
from delegation_planner.screen.shift import asked
from delegation_planner.screen.shift.asked import Shift
from delegation_planner.screen.shift.pages import Page
from delegation_planner.screen.workers import Work
from delegation_planner.words.dates import day_and_month
from delegation_planner.words.words import Words

_NAMED: Final = 2
"""So many holidays are named; of more than that only the number is told."""


class DatesPage(Page):
    """The visit gets dates, others, or goes back into its window."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(desk, parent)
        say = desk.say
        self.how = self._heard(ChoiceField((), self), say("What becomes of the dates"), 250)
        self.on = date_field(desk.words, say("Date of day 1"), self._first_day(), self)
        self.on.setFixedWidth(160)
        self.on.dateChanged.connect(lambda _date: self.edited.emit())
        self.on.dateChanged.connect(self._look_for_holidays)
        self.how.committed.connect(lambda how: self.on.setEnabled(how != "open"))
        self._say(say("{how} day 1 is {date}"), how=self.how, date=self.on)
        self.told = plain_label("", "muted", wrap=True)
        self._column.addWidget(self.told)
        self.setFocusProxy(self.on)
        self.follow()
        self._tell(())
        self._look_for_holidays()

    def asked(self, plan: Plan) -> Shift:
        return asked.dated(plan, self.how.value(), date_in(self.on).isoformat())

    def follow(self) -> None:
        say, chosen = self._desk.say, self.how.value()
        if self._desk.plan.visit.dates == "window":
            hows = [("fix", say("Fix the dates")), ("plan", say("Keep the window, plan as if"))]
        else:
            hows = [("fix", say("Other dates")), ("open", say("Back into the window, plan as if"))]
        self.how.offer(hows)
        self.how.show_value(chosen if chosen in dict(hows) else "fix")

    def _first_day(self) -> date:
        try:
            return date_of_day(self._desk.plan.visit, 1)
        except PlanError:
            return self._desk.now().date()

    def _look_for_holidays(self) -> None:
        """Look beside the window: calendars of countries are slow to load."""
        visit, on = self._desk.plan.visit, date_in(self.on)
        language = self._desk.words.language
        looking = Work(lambda _: (on, holidays_if(visit, on, language)))
        looking.done.connect(self._follow_holidays)
        looking.start()

    def _follow_holidays(self, found: tuple[date, tuple[Proposal, ...]]) -> None:
        on, holidays = found
        if on == date_in(self.on):
            self._tell(holidays)

    def _tell(self, holidays: tuple[Proposal, ...]) -> None:
        usual = self._desk.say("Items keep their day and time of day. Pinned items keep their date.")
        self.told.setText(holiday_sentence(self._desk.words, holidays) if holidays else usual)
        set_look(self.told, "warning" if holidays else "muted")


def holidays_if(visit: Visit, on: date, language: Language) -> tuple[Proposal, ...]:
    """The holidays of both countries on the days of the visit if its day 1 is on a date."""
    return known_holidays(visit._replace(dates="fixed", anchor_date=on.isoformat()), language)


def holiday_sentence(words: Words, holidays: tuple[Proposal, ...]) -> str:
    """Holidays on these days: Thu 17 Aug Independence Day (ID)."""
    named = [
        f"{day_and_month(words, date.fromisoformat(one.date))} {one.name} ({one.country})" for one in holidays[:_NAMED]
    ]
    more = len(holidays) - len(named)
    if more:
        named.append(words.say_many("{count} more", "{count} more", more))
    listed = "; ".join(named)
    return words.say(
        "Holidays on these days: {holidays}. The visit's settings say which of them count.", holidays=listed
    )
