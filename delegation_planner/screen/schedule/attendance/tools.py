"""The fields that narrow the matrix, and the key to its letters."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from delegation_planner.plan.programme_days import days
from delegation_planner.screen.desk import Desk
from delegation_planner.screen.fields.choice_field import ChoiceField
from delegation_planner.screen.giving_way import WordsOrIcon
from delegation_planner.screen.names import day_name
from delegation_planner.screen.pane_frame import FilterField
from delegation_planner.screen.schedule.attendance.rows import Shown
from delegation_planner.screen.tokens import FIELD


class AttendanceTools(QWidget):
    """A row of fields; tells `narrowed(Shown)` when somebody wants to see something else."""

    narrowed = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shown = Shown()
        say = desk.say
        self.day = ChoiceField([], self)
        self.day.setAccessibleName(say("Day"))
        self.day.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.day.setFixedSize(128, FIELD)
        self.day.committed.connect(lambda day: self._want(self._shown._replace(day=day)))
        self.filter = FilterField(say("Filter people"), desk.theme.icon("search"), self)
        self.filter.setFixedSize(128, FIELD)
        self.filter.narrowed.connect(lambda text: self._want(self._shown._replace(text=text)))
        self.roles = WordsOrIcon(self)
        self.roles.setText(say("Roles"))
        self.roles.setToolTip(say("Roles"))
        self.roles.setIcon(desk.theme.icon("chevron_down"))
        self.roles.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow stands after the word
        self.roles.setAccessibleName(say("Roles"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for widget in (self.day, self.filter, self.roles):
            row.addWidget(widget)

    def show_what(self, shown: Shown) -> None:
        """Offer the days that the plan has and show what is chosen."""
        plan, words = self._desk.plan, self._desk.words
        self._shown = shown
        all_days: list[tuple[object, str]] = [(None, words.say("All days"))]
        self.day.offer([*all_days, *((day, day_name(words, plan, day)) for day in days(plan))])
        self.day.show_value(shown.day)
        if self.filter.text() != shown.text:
            self.filter.setText(shown.text)

    def below_roles(self) -> QPoint:
        """Where the key to the letters opens, on the screen."""
        return self.roles.mapToGlobal(self.roles.rect().bottomLeft())

    def _want(self, shown: Shown) -> None:
        if shown != self._shown:
            self._shown = shown
            self.narrowed.emit(shown)
