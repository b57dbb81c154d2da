"""The page of the travel times: how long ways take, by the visit or by the rulebook."""

from typing import Any, Final

from PySide6.QtWidgets import QWidget

from delegation_planner.plan.edits.visit_rules import (
    own_way_back,
    remove_travel_times,
    same_way_back,
    set_travel_time,
)
from delegation_planner.plan.errors import PlanError
from delegation_planner.plan.kinds import Id
from delegation_planner.plan.rulebook import Rulebook, RuleName
from delegation_planner.plan.visit_rules import RuleOverride
from delegation_planner.programme.texts import Texts
from delegation_planner.screen.desk import Desk
from delegation_planner.screen.fields.choice_field import ChoiceField
from delegation_planner.screen.fields.line_field import LineField
from delegation_planner.screen.fields.pick_field import PickField
from delegation_planner.screen.fields.picking import NOTHING, Picked
from delegation_planner.screen.fields.typed import read_length, read_number
from delegation_planner.screen.labels import plain_label
from delegation_planner.screen.names import pick_places
from delegation_planner.screen.nodes import Node
from delegation_planner.screen.rows_model import Column
from delegation_planner.screen.verbs import add_verb
from delegation_planner.screen.visit_settings.page import TWO_LINES, SettingsPage, SettingsTable
from delegation_planner.screen.visit_settings.rule_rows import value_words
from delegation_planner.screen.visit_settings.way_rows import Origin, WayBack, WayRow, way_rows
from delegation_planner.session.store import Label
from delegation_planner.words.words import mark

_WIDTHS = {"minutes": 60, "peak": 60, "back": 60, "origin": 60, "items": 60}
ORIGINS: Final[dict[Origin, str]] = {
    "visit": mark("this visit"),
    "rulebook": mark("rulebook"),
    "unknown": mark("not known"),
}
BACK: Final[dict[WayBack, str]] = {"same": mark("the same"), "own": mark("its own")}


class TravelPage(SettingsPage):
    """Minutes are typed into their cells; an emptied cell gives the way back to the rulebook."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        say = desk.say
        rules = desk.rulebook.judged_by(self._overrides())
        self.say_above(
            say(
                "Minutes by car, bus or motorcade; an escort makes {share} % of it. Type them into their cells: what "
                "the visit knows comes before the rulebook. Peak hours: Monday to Friday {morning} and {evening}.",
                share=rules.value("escort_factor"),
                morning=self._peak(rules, "morning_peak_from", "morning_peak_until"),
                evening=self._peak(rules, "evening_peak_from", "evening_peak_until"),
            )
        )
        self.table = SettingsTable(
            desk, say("Travel times"), self._columns(), _WIDTHS, self._look, self._editor, TWO_LINES
        )
        self.column.addWidget(self.table, 1)
        self.back = self.button(say("Back to the rulebook"), self.remove)
        self.add_row(self.back)
        add_verb(self.table, say("Back to the rulebook"), self.remove, "Del")
        self._add_fields()
        self.table.selectionModel().selectionChanged.connect(self._enable)
        self.follow()

    def _add_fields(self) -> None:
        say, icon = self.desk.say, self.desk.theme.icon("chevron_down")
        self.start, self.end = PickField(self, arrow=icon), PickField(self, arrow=icon)
        self.minutes = LineField(self, read=read_number, empty=None)
        self.minutes.setFixedWidth(76)
        names = (say("From place"), say("To place"), say("Minutes"))
        for field, name in zip((self.start, self.end, self.minutes), names, strict=True):
            field.setAccessibleName(name)
            field.setPlaceholderText(name)
            field.setEnabled(not self.desk.read_only)
        self.adding = self.button(say("Add the way"), self.add)
        self.add_row(
            self.start, plain_label("→", "muted"), self.end, self.minutes, self.adding, grows=(self.start, self.end)
        )

    def follow(self) -> None:
        rows = way_rows(self.desk.words, self.desk.plan, self.desk.rulebook.judged_by(self._overrides()))
        self.table.show_rows(Node(row.id, row) for row in rows)
        for field in (self.start, self.end):
            field.offer(pick_places(self.desk.plan, Texts(self.desk.words.language)))
        self._enable()

    def add(self) -> None:
        """A way between the two places that were typed, there and back."""
        desk, ends = self.desk, [field.value() for field in (self.start, self.end)]
        ids = [end.id for end in ends if isinstance(end, Picked) and end.id is not None]
        if len(ids) < len(ends):
            desk.tell_error(PlanError("Choose both places by their names."))
            return
        if self._set(ids[0], ids[1], self.minutes.value() or 0, None):
            for field in (self.start, self.end):
                field.show_value(NOTHING)
            self.minutes.show_value(None)
            self.start.setFocus()

    def remove(self) -> None:
        """The selected ways take what the rulebook says."""
        self._remove([row.own_id for row in self.table.chosen() if row.own_id is not None])

    def _remove(self, ids: list[Id]) -> bool:
        if not ids:
            return True
        label = Label("remove_travel_times", {"count": len(ids)})
        return self.desk.edit(label, remove_travel_times(self.desk.plan, ids))

    def _columns(self) -> list[Column[WayRow]]:
        say = self.desk.say
        return [
            Column("start", say("From place"), lambda row: row.start, lambda row: row.start),
            Column("end", say("To place"), lambda row: row.end, lambda row: row.end),
            Column(
                "minutes", say("Minutes"), lambda row: _typed(row.minutes),
                commit=self._minutes_typed,
            ),
            Column(
                "peak", say("At peak"), lambda row: _typed(row.peak),
                commit=self._peak_typed,
            ),
            Column(
                "back", say("Way back"), lambda row: say(BACK[row.back]) if row.back else "",
                value=lambda row: row.back, commit=self._back_chosen, editable=lambda row: row.back is not None,
            ),
            Column("origin", say("Known by"), lambda row: say(ORIGINS[row.origin])),
            Column("items", say("Movements"), lambda row: row.items, lambda row: row.items),
        ]  # fmt: skip

    def _editor(self, parent: QWidget, key: str) -> QWidget:
        if key == "back":
            return ChoiceField([(value, self.desk.say(word)) for value, word in BACK.items()], parent)
        return LineField(parent)

    @staticmethod
    def _look(row: WayRow, key: str) -> str:
        if row.origin == "visit":
            return "heavy" if key in ("minutes", "peak", "origin") else ""
        return "" if key in ("start", "end") else "muted"

    def _peak(self, rules: Rulebook, start: RuleName, end: RuleName) -> str:
        return "–".join(value_words(self.desk.words, "clock", rules.value(rule)) for rule in (start, end))

    def _minutes_typed(self, row: WayRow, text: str) -> bool:
        """An emptied cell gives the way back to the rulebook."""
        if not text.strip():
            return self._remove([row.own_id] if row.own_id is not None else [])
        minutes = self._read(text)
        return minutes is not None and self._set(row.from_id, row.to_id, minutes, row.peak)

    def _peak_typed(self, row: WayRow, text: str) -> bool:
        """An emptied cell: traffic makes no difference."""
        peak = self._read(text) if text.strip() else None
        if text.strip() and peak is None:
            return False
        return self._set(row.from_id, row.to_id, row.minutes or 0, peak)

    def _read(self, text: str) -> int | None:
        length = read_length(text)
        minutes = length.minutes if length is not None else read_number(text)
        if minutes is None:
            self.desk.tell(self.desk.say("“{text}” is not a number of minutes.", text=text))
        return minutes

    def _back_chosen(self, row: WayRow, back: Any) -> bool:
        plan, id = self.desk.plan, row.own_id
        if id is None:
            return False
        new_id = self.desk.new_id
        changes = own_way_back(plan, id, new_id) if back == "own" else same_way_back(plan, id)
        return self.desk.edit(Label("set_travel_time"), changes)

    def _set(self, start: Id, end: Id, minutes: int, peak: int | None) -> bool:
        plan, new_id = self.desk.plan, self.desk.new_id
        return self.desk.edit(
            Label("set_travel_time"), lambda: set_travel_time(plan, start, end, minutes, new_id, peak_minutes=peak)
        )

    def _overrides(self) -> tuple[RuleOverride, ...]:
        return self.desk.plan.rows(RuleOverride)

    def _enable(self, *_: object) -> None:
        self.back.setEnabled(not self.desk.read_only and any(row.own_id is not None for row in self.table.chosen()))


def _typed(minutes: int | None) -> str:
    """Minutes as a cell shows and edits them."""
    return "" if minutes is None else str(minutes)
