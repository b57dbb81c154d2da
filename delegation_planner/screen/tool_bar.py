"""The toolbar: undo, redo, when the visit is, how far the draft has come, what was found, and the way out."""

from datetime import date
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QPushButton, QSizePolicy, QToolBar, QToolButton, QWidget
from typing_extensions import override

from delegation_planner.checks.finding import SEVERITIES, Severity
from delegation_planner.plan.day_time import date_of_day, day_one
from delegation_planner.plan.errors import PlanError
from delegation_planner.screen.actions import Actions
from delegation_planner.screen.desk import Desk
from delegation_planner.screen.editions.draft_field import DraftField
from delegation_planner.screen.field_button import FieldButton, Part
from delegation_planner.screen.own_turn import own_turn
from delegation_planner.words.dates import WEEKDAYS_SHORT, date_range, window
from delegation_planner.words.words import Words

MARKS: Final[dict[Severity, tuple[str, str]]] = {
    "error": ("mark_error", "errorCount"),
    "warning": ("mark_warning", "warningCount"),
    "note": ("mark_info", "infoCount"),
}
_FIND_WIDTHS: Final = (260, 150)
"""Of the field that finds anything, before and after the first step of shortening."""
_DATES_GO, _FIND_GOES, _KEYS_GO = 3, 4, 5
_STEPS: Final = 6
"""So many lengths has the toolbar: what is said twice goes first. Undo, redo and the main button always stay."""
_ROLES: Final[dict[Severity, str]] = {"error": "error", "warning": "warning", "note": "info"}


class ToolBar(QToolBar):
    """Follows the plan: dates and findings say what is so now, in as many words as there is room for."""

    def __init__(self, desk: Desk, actions: Actions, go_to_findings: QAction) -> None:
        super().__init__()
        self._desk = desk
        self.setMovable(False)
        self.setFloatable(False)
        self.setWindowTitle(desk.say("Toolbar"))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        for name in ("undo", "redo"):
            self.addWidget(self._tool(actions[name]))
        self.addSeparator()
        self.dates = FieldButton(desk.theme, self)
        self.dates.clicked.connect(actions["dates"].trigger)
        self.addWidget(self.dates)
        self.draft = DraftField(desk, self)
        self.draft.clicked.connect(actions["draft"].trigger)
        self.addWidget(self.draft)
        self.findings = FieldButton(desk.theme, self)
        self.findings.clicked.connect(go_to_findings.trigger)
        self.addWidget(self.findings)
        space = QWidget(self)
        space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(space)
        self.find_field = self._make_find_field(actions["find_anything"])
        self.addWidget(self.find_field)
        self.export = QPushButton(desk.theme.icon("export", "on_accent"), desk.say("Export"), self)
        self.export.setProperty("look", "main")
        self.export.setToolTip(actions["export"].shortcut().toString())
        self.export.clicked.connect(actions["export"].trigger)
        self.addWidget(self.export)
        desk.judged.connect(own_turn(self.follow, self).start)
        self.follow()

    def follow(self) -> None:
        """Say what is so now."""
        self._show_dates()
        self._show_findings()

    def _show_dates(self) -> None:
        words, visit = self._desk.words, self._desk.plan.visit
        icon = self._desk.theme.icon("calendar", "ink")
        try:
            day_one(visit)
        except PlanError:
            text = words.say("Set the dates…")
            open_icon = self._desk.theme.icon("calendar", "warning")
            self.dates.show_parts([Part(icon=open_icon), Part(text, "heading")], text, dashed=True)
            return
        first, last = date_of_day(visit, visit.first_day), date_of_day(visit, visit.last_day)
        if visit.dates == "fixed":
            dates = date_range(words, first, last)
            beside = words.say("D1 {weekday}", weekday=_weekday(words, date_of_day(visit, 1)))
            parts = [Part(icon=icon), Part(dates, "heading"), Part(beside, "muted", spare=_DATES_GO)]
            self.dates.show_parts(parts, f"{dates} · {beside}")
            return
        if visit.window_start and visit.window_end:
            dates = window(words, date.fromisoformat(visit.window_start), date.fromisoformat(visit.window_end))
        else:
            dates = date_range(words, first, last)
        tentative = words.say("{dates} (tentative)", dates=dates[0].upper() + dates[1:])
        open_icon = self._desk.theme.icon("calendar", "warning")
        shown = date_range(words, first, last)
        parts = [Part(icon=open_icon), Part(tentative, "heading"), Part(shown, "muted", spare=_DATES_GO)]
        self.dates.show_parts(parts, f"{tentative} · {shown}", dashed=True)

    def _show_findings(self) -> None:
        counts, words = self._desk.counts, self._desk.words
        parts = [
            part
            for severity in SEVERITIES
            if counts[severity]
            for part in (
                Part(icon=self._desk.theme.icon(MARKS[severity][0], _ROLES[severity])),
                Part(str(counts[severity]), MARKS[severity][1]),
            )
        ]
        if not parts:
            parts = [Part(icon=self._desk.theme.icon("check", "ok")), Part(words.say("No findings"), "muted")]
        said = [
            words.say_many("{count} error", "{count} errors", counts["error"]),
            words.say_many("{count} warning", "{count} warnings", counts["warning"]),
            words.say_many("{count} note", "{count} notes", counts["note"]),
        ]
        self.findings.show_parts(parts, words.say("Findings: {counts}", counts=", ".join(said)))

    def _make_find_field(self, action: QAction) -> FieldButton:
        """Looks like the field that it opens."""
        field = FieldButton(self._desk.theme, self)
        text, keys = self._desk.say("Find anything"), action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        icon = self._desk.theme.icon("search")
        words, letters = Part(text, "muted", fills=True, spare=_FIND_GOES), Part(keys, "keys", spare=_KEYS_GO)
        field.show_parts([Part(icon=icon), words, letters], text)
        field.setFixedWidth(_FIND_WIDTHS[0])
        field.clicked.connect(action.trigger)
        return field

    def _tool(self, action: QAction) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        button.setIconSize(QSize(18, 18))
        button.setFixedSize(32, 30)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _fit(self) -> None:
        """Say as much as there is room for: Qt would put the last button, which is the main one, into a menu."""
        fields = (self.dates, self.draft, self.findings)
        others = self.sizeHint().width() - sum(one.sizeHint().width() for one in fields) - self.find_field.width()

        def needed(step: int) -> int:
            return others + sum(one.width_after(step) for one in fields) + self._find_width(step)

        step = next((step for step in range(_STEPS) if needed(step) <= self.width()), _STEPS - 1)
        for field in (*fields, self.find_field):
            field.give_way(step)
        self.find_field.setFixedWidth(self._find_width(step))

    def _find_width(self, step: int) -> int:
        """It looks like a field as long as it says what it is for."""
        natural = self.find_field.width_after(step)
        return natural if step >= _FIND_GOES else max(natural, _FIND_WIDTHS[min(step, 1)])

    @override
    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() in {QEvent.Type.Resize, QEvent.Type.LayoutRequest}:
            self._fit()
        return handled


def _weekday(words: Words, day: date) -> str:
    return words.say(WEEKDAYS_SHORT[day.weekday()])
