"""Asks what the next visit is called, when it comes, and whose people come along."""

from collections.abc import Callable
from datetime import timedelta
from typing import Final

from PySide6.QtWidgets import QCheckBox, QFormLayout, QHBoxLayout, QLabel, QRadioButton, QVBoxLayout, QWidget

from delegation_planner.plan.delegation import Delegation
from delegation_planner.plan.document import Document
from delegation_planner.plan.errors import KnownError
from delegation_planner.plan.kinds import Id
from delegation_planner.plan.languages import text_in
from delegation_planner.plan.next_visit import (
    WHOSE,
    Next,
    Whose,
    delegations_of,
    length,
    next_visit,
    proposed_first_day,
)
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.programme.texts import Texts
from delegation_planner.screen.dialogs.frame import DialogFrame, add_field, form
from delegation_planner.screen.fields.choice_field import ChoiceField
from delegation_planner.screen.fields.date_field import date_field, date_in
from delegation_planner.screen.fields.text_line import TextLine
from delegation_planner.screen.labels import plain_label
from delegation_planner.words.last_visit import last_time
from delegation_planner.words.words import Words, mark

WHOSE_WORDS: Final[dict[Whose, str]] = {
    "all": mark("Everybody"),
    "host": mark("The host side only"),
    "none": mark("Nobody"),
}
_AS_TICKED: Final = "ticked"


class CopyVisitDialog(DialogFrame):
    """`plan` is the plan of the next visit once the dialog was accepted."""

    def __init__(self, parent: QWidget | None, words: Words, old: Plan, new_id: Callable[[], Id]) -> None:
        say = words.say
        title = say("Copy this visit for the next one")
        super().__init__(parent, words, title, say("Copy the visit…"), cancel=say("Cancel"))
        self._old = old
        self._new_id = new_id
        self.plan: Plan | None = None
        self.title = TextLine(text_in(old.visit, "title", words.language))
        self.title.setCursorPosition(0)
        fields = form()
        add_field(fields, say("Title"), self.title)
        self._add_dates(fields)
        self._add_people(fields)
        self.body.addLayout(fields)
        self.body.addSpacing(4)
        for sentence in self._what_comes():
            self.body.addWidget(plain_label(sentence, "muted", wrap=True))
        self.body.addStretch(1)  # what is left lies below the sentences, not between them
        self.setMinimumWidth(600)

    def _add_dates(self, fields: QFormLayout) -> None:
        say, first = self.words.say, proposed_first_day(self._old)
        self.on_dates, self.in_window = QRadioButton(say("On fixed dates")), QRadioButton(say("In a window"))
        self.on_dates.setChecked(True)
        self.first = date_field(self.words, say("Day 1"), first)
        last = first + timedelta(days=length(self._old.visit) + 6)
        self.until = date_field(self.words, say("Last possible day"), last)
        self._between = plain_label(say("and"), "muted")
        add_field(fields, say("When"), _beside(self.on_dates, self.in_window, spacing=16))
        when = _beside(self.first, self._between, self.until)
        add_field(fields, say("Day 1"), when)
        self._dates_label = fields.labelForField(when)
        self.in_window.toggled.connect(self._show_dates)
        self._show_dates()

    def _show_dates(self) -> None:
        windowed, label = self.in_window.isChecked(), self._dates_label
        self.until.setVisible(windowed)
        self._between.setVisible(windowed)
        if isinstance(label, QLabel):
            label.setText(self.words.say("Between") if windowed else self.words.say("Day 1"))

    def _add_people(self, fields: QFormLayout) -> None:
        say, texts = self.words.say, Texts(self.words.language)
        self.whose = ChoiceField([(key, say(WHOSE_WORDS[key])) for key in WHOSE] + [(_AS_TICKED, say("As ticked"))])
        self.whose.committed.connect(self._tick)
        self.ticks: dict[Id, QCheckBox] = {}
        for row in self._old.rows(Delegation):
            count = sum(person.delegation_id == row.id for person in self._old.rows(Participant))
            people = self.words.say_many("{count} person", "{count} people", count)
            tick = QCheckBox(f"{texts.shown(row, 'name').text} · {people}")
            tick.clicked.connect(self._follow_ticks)
            self.ticks[row.id] = tick
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 4, 0, 4)
        for tick in self.ticks.values():
            column.addWidget(tick)
        add_field(fields, say("People who come along"), self.whose)
        fields.addRow(plain_label(), holder)
        self._tick("host")

    def _tick(self, whose: Whose | str) -> None:
        if whose != _AS_TICKED:
            wanted = next(delegations_of(self._old, key) for key in WHOSE if key == whose)
            for id, tick in self.ticks.items():
                tick.setChecked(id in wanted)
        self.whose.show_value(whose)

    def _follow_ticks(self) -> None:
        """Which of the usual choices the ticks are, if any."""
        ticked = self._ticked()
        self.whose.show_value(next((key for key in WHOSE if delegations_of(self._old, key) == ticked), _AS_TICKED))

    def _ticked(self) -> frozenset[Id]:
        return frozenset(id for id, tick in self.ticks.items() if tick.isChecked())

    def _what_comes(self) -> tuple[str, ...]:
        say_many, items = self.words.say_many, self._old.rows(ProgrammeItem)
        return (
            say_many(
                "{count} item comes along on its day number, tentative and new to every calendar.",
                "{count} items come along on their day numbers, all tentative and new to every calendar.",
                sum(item.status != "cancelled" for item in items),
            ),
            say_many(
                "{count} paper begins anew and remembers in a remark how far it came.",
                "{count} papers begin anew and remember in a remark how far they came.",
                len(self._old.rows(Document)),
            ),
            self.words.say(
                "Left behind: real times, pins, flight numbers, plates and drivers, holidays, waivers, editions and "
                "who holds them. This visit stays as it is."
            ),
        )  # fmt: skip

    def carry_out(self) -> None:
        until = date_in(self.until) if self.in_window.isChecked() else None
        words = self.words
        asked = Next(self.title.text(), date_in(self.first), until, self._ticked(), words.language)
        try:
            self.plan = next_visit(self._old, asked, lambda paper: last_time(words, paper), self._new_id)
        except KnownError as error:
            self.refuse(error)
        else:
            self.accept()


def _beside(*widgets: QWidget, spacing: int = 8) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(spacing)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return holder
