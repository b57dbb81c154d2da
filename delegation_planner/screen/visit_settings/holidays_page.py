"""The page of the holidays: proposed by the calendars of both countries, decided here, and others added by hand."""

from collections.abc import Callable
from typing import Final

from PySide6.QtWidgets import QLineEdit, QWidget

from delegation_planner.plan.change import Changes
from delegation_planner.plan.day_time import date_of_day
from delegation_planner.plan.edits.general import remove_all
from delegation_planner.plan.edits.holidays import (
    Proposal,
    accept_holidays,
    add_holiday,
    decline_holidays,
    reconsider_holidays,
)
from delegation_planner.plan.visit_rules import Holiday
from delegation_planner.screen.desk import Desk
from delegation_planner.screen.fields.date_field import date_field, date_in
from delegation_planner.screen.fields.line_field import LineField
from delegation_planner.screen.labels import plain_label, set_look
from delegation_planner.screen.nodes import Node
from delegation_planner.screen.rows_model import Column
from delegation_planner.screen.verbs import add_verb
from delegation_planner.screen.visit_settings.holiday_rows import Decision, HolidayRow, holiday_rows, undecided
from delegation_planner.screen.visit_settings.page import SettingsPage, SettingsTable
from delegation_planner.session.store import Label
from delegation_planner.words.countries import country_names
from delegation_planner.words.words import mark

_WIDTHS = {"date": 134, "day": 48, "country": 72, "decision": 72, "effect": 96}
DECISIONS: Final[dict[Decision, str]] = {
    "open": mark("not decided"),
    "accepted": mark("holiday"),
    "declined": mark("working day"),
    "own": mark("added by hand"),
}


class HolidaysPage(SettingsPage):
    """A holiday counts once it is accepted: calls at offices on it are then found."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        say = desk.say
        self._countries = country_names(desk.words)
        self._open: list[Proposal] = []
        self.hint = plain_label("", "muted", wrap=True)
        self.column.addWidget(self.hint)
        self.table = SettingsTable(
            desk, say("Holidays"), self._columns(), _WIDTHS, self._look, lambda parent, _key: LineField(parent)
        )
        self.column.addWidget(self.table, 1)
        self.accepting = self.button(say("Accept"), lambda: self._decide(accept_holidays, "accept_holidays"))
        self.declining = self.button(say("Decline"), lambda: self._decide(decline_holidays, "decline_holidays"))
        self.later = self.button(say("Decide later"), self._reconsider)
        self.accept_all = self.button(say("Accept all that are open"), self._accept_all)
        self.decline_all = self.button(say("Decline all that are open"), self._decline_all)
        self.add_row(self.accepting, self.declining, self.later, plain_label("  "), self.accept_all, self.decline_all)
        add_verb(self.table, say("Remove"), self.remove, "Del")
        self._add_fields()
        self.table.selectionModel().selectionChanged.connect(self._enable)
        self.follow()

    def _add_fields(self) -> None:
        say, desk = self.desk.say, self.desk
        self.on = date_field(desk.words, say("Date"), date_of_day(desk.plan.visit, desk.plan.visit.first_day), self)
        self.name = QLineEdit(self)
        self.name.setPlaceholderText(say("Another day that offices are closed, such as a city's own"))
        self.name.setAccessibleName(say("Name of the holiday"))
        self.name.returnPressed.connect(self.add)
        self.adding = self.button(say("Add the holiday"), self.add)
        self.removing = self.button(say("Remove"), self.remove)
        for field in (self.on, self.name):
            field.setEnabled(not desk.read_only)
        self.add_row(self.on, self.name, self.adding, self.removing, grows=(self.name,))

    def follow(self) -> None:
        rows = holiday_rows(self.desk.words, self.desk.plan)
        self.table.show_rows(Node(row.key, row) for row in rows)
        self._open = [row.one for row in rows if row.decision == "open"]
        self._show_hint(len(self._open), len(rows))
        self._enable()

    def add(self) -> None:
        """A holiday of the host's side on the date and of the name that were typed."""
        desk, plan, name = self.desk, self.desk.plan, self.name.text()
        on = date_in(self.on).isoformat()
        label = Label("add_holiday", {"name": name.strip()})
        if desk.edit(label, lambda: add_holiday(plan, on, name, "", desk.new_id)):
            self.name.clear()

    def remove(self) -> None:
        """The selected days that were added by hand are holidays no more."""
        rows = [row for row in self.table.chosen() if row.decision == "own"]
        if rows:
            label = Label("remove_holiday", {"name": ", ".join(row.one.name for row in rows)})
            self.desk.edit(label, remove_all(self.desk.plan, Holiday, [row.id for row in rows]))

    def _show_hint(self, waiting: int, known: int) -> None:
        say, words = self.desk.say, self.desk.words
        set_look(self.hint, "warning" if waiting else "muted")
        if waiting:
            counts = say("Once accepted, calls at offices on such a day become findings.")
            text = " ".join((undecided(words, self.desk.plan.visit, waiting), counts))
        elif known:
            text = say("All is decided. Governments move holidays at short notice: ask both sides.")
        else:
            text = say("The calendars of both countries have no holiday on these days.")
        self.hint.setText(text)

    def _columns(self) -> list[Column[HolidayRow]]:
        say = self.desk.say
        return [
            Column("date", say("Date"), lambda row: row.shown_date),
            Column("day", say("Day"), lambda row: row.day),
            Column("name", say("Name"), lambda row: row.one.name, lambda row: row.one.name),
            Column("country", say("Country"), lambda row: self._countries.get(row.one.country, row.one.country)),
            Column("decision", say("Decided"), lambda row: say(DECISIONS[row.decision])),
            Column("effect", say("Offices"), self._effect),
        ]

    def _effect(self, row: HolidayRow) -> str:
        if row.decision not in ("accepted", "own"):
            return ""
        return self.desk.say("closed") if row.closes else self.desk.say("open; it is the guests'")

    @staticmethod
    def _look(row: HolidayRow, key: str) -> str:
        if row.decision == "declined":
            return "muted"
        return "heavy" if key in ("name", "decision") and row.decision in ("accepted", "own") else ""

    def _chosen(self) -> list[Proposal]:
        return [row.one for row in self.table.chosen() if row.decision != "own"]

    def _decide(self, decide: Callable[..., Changes], kind: str, ones: list[Proposal] | None = None) -> None:
        chosen = self._chosen() if ones is None else ones
        self.desk.edit(Label(kind, {"count": len(chosen)}), decide(self.desk.plan, chosen, self.desk.new_id))

    def _accept_all(self) -> None:
        self._decide(accept_holidays, "accept_holidays", self._open)

    def _decline_all(self) -> None:
        self._decide(decline_holidays, "decline_holidays", self._open)

    def _reconsider(self) -> None:
        chosen = self._chosen()
        self.desk.edit(
            Label("reconsider_holidays", {"count": len(chosen)}), reconsider_holidays(self.desk.plan, chosen)
        )

    def _enable(self, *_: object) -> None:
        decisions = [row.decision for row in self.table.chosen()]
        possible: dict[QWidget, bool] = {
            self.accepting: any(each in ("open", "declined") for each in decisions),
            self.declining: any(each in ("open", "accepted") for each in decisions),
            self.later: any(each in ("accepted", "declined") for each in decisions),
            self.removing: "own" in decisions,
            self.accept_all: bool(self._open),
            self.decline_all: bool(self._open),
        }
        for button, is_possible in possible.items():
            button.setEnabled(is_possible and not self.desk.read_only)
