"""The sentence that inserts a day from a template."""

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from delegation_planner.plan.edits.day_templates import codes_lacking
from delegation_planner.plan.errors import KnownError, PlanError
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_days import days
from delegation_planner.screen.day_templates import DayTemplate
from delegation_planner.screen.desk import Desk
from delegation_planner.screen.dialogs.question import Choice
from delegation_planner.screen.fields.choice_field import ChoiceField
from delegation_planner.screen.labels import plain_label
from delegation_planner.screen.names import day_name, visit_title
from delegation_planner.screen.shift import asked
from delegation_planner.screen.shift.asked import Shift
from delegation_planner.screen.shift.pages import Page, hint


class TemplatePage(Page):
    """A day of a template beside what a day holds, or on a new day; an own template can be forgotten."""

    def __init__(self, desk: Desk, day: int, parent: QWidget) -> None:
        super().__init__(desk, parent)
        say = desk.say
        self._templates: tuple[DayTemplate, ...] = ()
        self.template = self._heard(ChoiceField((), self), say("Template"), 300)
        self.day = self._day_field(say("Day"))
        self.day.setFixedWidth(190)
        self.forget = QPushButton(say("Forget this template…"), self)
        self.forget.setAutoDefault(False)
        self.forget.clicked.connect(self._forget)
        self.template.committed.connect(self._follow_template)
        self.lacking = plain_label("", "warning", wrap=True)
        self._say(say("Insert {template} on {day}"), template=self.template, day=self.day)
        row = QHBoxLayout()
        row.addWidget(hint(say("What is there stays. Places, people and groups are found by their codes.")), 1)
        row.addWidget(self.forget)
        self._column.addLayout(row)
        self._column.addWidget(self.lacking)
        self.setFocusProxy(self.template)
        self.follow()
        self.day.show_value(day)
        self._offer_templates()

    def asked(self, plan: Plan) -> Shift:
        template = self._chosen()
        if template is None:
            raise PlanError("No template of a day is there.")
        return asked.template_on(plan, template.plan, self._name(template), self.day.value(), self._desk.new_id)

    def follow(self) -> None:
        """The days of the visit, and one more."""
        plan, chosen = self._desk.plan, self.day.value()
        known = days(plan)
        new = known[-1] + 1
        offered: list[tuple[Any, str]] = [(day, day_name(self._desk.words, plan, day)) for day in known]
        offered.append((new, self._desk.say("{day}, a new day", day=day_name(self._desk.words, plan, new))))
        self.day.offer(offered)
        self.day.show_value(chosen if chosen is not None else known[0])
        self._follow_template()

    def _offer_templates(self) -> None:
        self._templates = tuple(self._desk.day_templates.listed())
        self.template.offer(list(enumerate(map(self._name, self._templates))))
        self.template.show_value(0)
        self._follow_template()

    def _follow_template(self, _chosen: object = None) -> None:
        """Offer to forget an own one, and name whom of it the visit does not have."""
        template, say = self._chosen(), self._desk.say
        self.forget.setVisible(template is not None and template.file is not None)
        codes = codes_lacking(self._desk.plan, template.plan) if template is not None else ()
        self.lacking.setText(say("Not in this visit, so not invited: {codes}.", codes=", ".join(codes)))
        self.lacking.setVisible(bool(codes))

    def _chosen(self) -> DayTemplate | None:
        at = self.template.value()
        return self._templates[at] if isinstance(at, int) else None

    def _name(self, template: DayTemplate) -> str:
        return visit_title(template.plan.visit, self._desk.words.language)

    def _forget(self) -> None:
        template, desk = self._chosen(), self._desk
        if template is None:
            return
        question = desk.say("Forget the template “{name}”?", name=self._name(template))
        choices = [Choice("keep", desk.say("Keep it"), "main"), Choice("forget", desk.say("Forget it"), "danger")]
        if desk.ask(question, choices, desk.say("Visits into which it was inserted stay as they are.")) != "forget":
            return
        try:
            desk.day_templates.forget(template)
        except KnownError as error:
            desk.tell_error(error)
        self._offer_templates()
        self.edited.emit()
