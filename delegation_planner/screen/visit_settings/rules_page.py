"""The page of the rules: what checks judge by, and where this visit departs from it."""

from typing import Any

from PySide6.QtCore import QTimer

from delegation_planner.plan.change import Changes
from delegation_planner.plan.edits.visit_rules import keep_to_rule, override_rule
from delegation_planner.plan.rulebook import RULE_NAMES, RuleName, rule_value
from delegation_planner.plan.visit_rules import RuleOverride
from delegation_planner.screen.asking import ask_text
from delegation_planner.screen.desk import Desk
from delegation_planner.screen.fields.line_field import LineField
from delegation_planner.screen.labels import plain_label
from delegation_planner.screen.nodes import Node
from delegation_planner.screen.rows_model import Column
from delegation_planner.screen.verbs import add_verb
from delegation_planner.screen.visit_settings.page import SettingsPage, SettingsTable
from delegation_planner.screen.visit_settings.rule_rows import RuleRow, rule_rows, typed_value, value_words
from delegation_planner.session.store import Label

_WIDTHS = {"value": 88, "usual": 104, "told": 208, "since": 124}


class RulesPage(SettingsPage):
    """A value is typed into its cell; a new one asks for its reason. Findings follow at once."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        say = desk.say
        self.say_above(
            say("Type another value into a cell to judge this visit otherwise. Values of its own are in bold.")
        )
        self.table = SettingsTable(
            desk, say("Rules"), self._columns(), _WIDTHS, self._look, lambda parent, _key: LineField(parent)
        )
        self.column.addWidget(self.table, 1)
        self.whole = plain_label("", "muted", wrap=True)
        self.whole.setMinimumHeight(34)
        self.column.addWidget(self.whole)
        self.back = self.button(say("Back to the rulebook's value"), self.keep_to_rulebook)
        self.all_back = self.button(say("All back to the rulebook"), self.keep_all_to_rulebook)
        self.add_row(self.back, self.all_back)
        add_verb(self.table, say("Back to the rulebook's value"), self.keep_to_rulebook, "Del")
        self.table.selectionModel().selectionChanged.connect(self._follow_selection)
        self.table.selectionModel().currentChanged.connect(self._follow_selection)
        self.follow()
        for at in range(self.table.rows.rowCount()):
            row = self.table.rows.row_at(self.table.rows.index(at, 0))
            if row is not None and row.rule is None:
                self.table.setSpan(at, 0, 1, len(self.table.rows.columns))

    def follow(self) -> None:
        rows = rule_rows(self.desk.words, self.desk.plan, self.desk.rulebook)
        self.table.show_rows(Node(row.rule or row.name, row, selectable=row.rule is not None) for row in rows)
        self._follow_selection()

    def keep_to_rulebook(self) -> None:
        """The selected rules have the rulebook's values again."""
        self._keep([row.rule for row in self.table.chosen() if row.own])

    def keep_all_to_rulebook(self) -> None:
        """Every rule has the rulebook's value again."""
        self._keep(list(RULE_NAMES))

    def _keep(self, rules: list[RuleName]) -> None:
        plan = self.desk.plan
        changes = Changes(change for rule in rules for change in keep_to_rule(plan, rule))
        self.desk.edit(Label("keep_to_rules", {"count": len(changes)}), changes)

    def _columns(self) -> list[Column[RuleRow]]:
        say = self.desk.say
        return [
            Column("name", say("Rule"), lambda row: row.name, lambda row: row.name),
            Column(
                "value", say("Here"), lambda row: row.value, value=lambda row: row.value, commit=self._typed,
                editable=lambda row: row.rule is not None,
            ),
            Column("usual", say("Rulebook"), lambda row: row.usual),
            Column(
                "told", say("Source or reason"), lambda row: row.told, lambda row: row.told,
                value=lambda row: row.told, commit=self._reason_typed, editable=lambda row: row.own,
            ),
            Column("since", say("In force since"), lambda row: row.since),
        ]  # fmt: skip

    @staticmethod
    def _look(row: RuleRow, key: str) -> str:
        if row.rule is None or (row.own and key in ("name", "value", "told")):
            return "heavy"
        return "" if key in ("name", "value") else "muted"

    def _typed(self, row: RuleRow, text: Any) -> bool:
        """Take a value; the reason of a new one is asked for once the cell is closed."""
        desk, rule = self.desk, row.rule
        if rule is None:
            return False
        usual = desk.rulebook.thresholds[rule]
        value = typed_value(usual.unit, str(text))
        number = None if value is None else rule_value(usual.unit, value)
        if value is None or number is None:
            desk.tell(desk.say("“{text}” is not a value of “{rule}”.", text=str(text), rule=row.name))
            return False
        if number == usual.value:
            return desk.edit(Label("keep_to_rules", {"count": 1}), keep_to_rule(desk.plan, rule))
        if row.own:
            return self._override(row, value, row.told)
        QTimer.singleShot(0, self, lambda: self._ask_reason(row, value, value_words(desk.words, usual.unit, number)))
        return True

    def _ask_reason(self, row: RuleRow, value: str, shown: str) -> None:
        say = self.desk.say
        question = say("Why does this visit judge otherwise?")
        hint = say("{rule}: {value} instead of {usual}", rule=row.name, value=shown, usual=row.usual)
        reason = ask_text(self.desk, question, hint, say("Judge by {value}", value=shown))
        if reason is not None:
            self._override(row, value, reason)
        self.table.setFocus()

    def _reason_typed(self, row: RuleRow, text: Any) -> bool:
        override = next((each for each in self._overrides() if each.rule == row.rule), None)
        return override is not None and self._override(row, override.value, str(text))

    def _override(self, row: RuleRow, value: str, reason: str) -> bool:
        desk, plan, rule = self.desk, self.desk.plan, row.rule
        assert rule is not None
        label = Label("override_rule", {"name": row.name})
        return desk.edit(label, lambda: override_rule(plan, desk.rulebook, rule, value, reason, desk.new_id))

    def _follow_selection(self, *_: object) -> None:
        row = self.table.rows.row_at(self.table.currentIndex())
        self.whole.setText(row.told if row is not None else "")
        editable = not self.desk.read_only
        self.back.setEnabled(editable and any(each.own for each in self.table.chosen()))
        self.all_back.setEnabled(editable and any(each.rule in RULE_NAMES for each in self._overrides()))

    def _overrides(self) -> tuple[RuleOverride, ...]:
        return self.desk.plan.rows(RuleOverride)
