"""The schedule pane: the programme as a day grid, as a rundown, or as attendance; one of them is shown."""

from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from delegation_planner.plan.kinds import Id
from delegation_planner.screen.desk import Desk
from delegation_planner.screen.giving_way import RowOfTools, WordsOrIcon
from delegation_planner.screen.schedule.filter_menu import FilterMenu
from delegation_planner.screen.schedule.filter_strip import FilterStrip
from delegation_planner.screen.schedule.holidays_banner import HolidaysBanner
from delegation_planner.screen.schedule.live.strip import LiveStrip
from delegation_planner.screen.schedule.narrowed import items_left
from delegation_planner.screen.schedule.pages import Pages
from delegation_planner.screen.schedule.person_banner import PersonBanner
from delegation_planner.screen.schedule.rows_ahead import RowsAhead
from delegation_planner.screen.schedule.tentative import TentativeBanner
from delegation_planner.screen.schedule.view_switch import ViewSwitch
from delegation_planner.screen.shift.verbs import ShiftVerbs
from delegation_planner.screen.tokens import PANE_HEAD
from delegation_planner.screen.verbs import add_separator, add_verb
from delegation_planner.words.words import mark

if TYPE_CHECKING:  # each view is imported when it is first shown
    from delegation_planner.screen.schedule.attendance.view import AttendanceView
    from delegation_planner.screen.schedule.grid.view import GridView
    from delegation_planner.screen.schedule.rundown import RundownView

VIEWS: Final[dict[str, str]] = {"grid": mark("Grid"), "rundown": mark("Rundown"), "attendance": mark("Attendance")}
_SETTING: Final = "schedule/view"
_LIVE: Final = "schedule/live"


class SchedulePane(QFrame):
    """Shows the view that was looked at last; the others are made when they are first chosen.

    Its actions are those of the view that is shown and those that shift the programme from any view;
    `verbs_changed` tells when they have become others.
    `details_asked(item id)` asks to see the details of an item.
    """

    verbs_changed = Signal()
    details_asked = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.setProperty("look", "pane")
        self._views: dict[str, QWidget] = {}
        self._verbs: dict[str, list[QAction]] = {}  # PySide deletes an action that is taken out, if nobody holds it
        self._ahead = RowsAhead(desk, self)
        desk.judged.connect(self._ahead.begin)
        self._tools: dict[str, QWidget] = {}
        self.switch = ViewSwitch({key: desk.say(name) for key, name in VIEWS.items()}, desk.say("View of the schedule"))
        self.switch.chosen.connect(self.show_view)
        self._tools_row = head = RowOfTools(self)
        head.setFixedHeight(PANE_HEAD)
        self._head = head.row
        self._head.setContentsMargins(8, 4, 8, 4)
        self._head.setSpacing(4)
        self._head.addWidget(self.switch)
        self._head.addStretch(1)
        self._everything = add_verb(self, desk.say("Show all items"), desk.narrowing.clear)
        self.filter_menu = FilterMenu(desk, self._everything, self)
        self.filter = self._filter_button()
        self._head.addWidget(self.filter)
        self._pages = self._room_of_views()
        self.shift = ShiftVerbs(desk, self, self._day_looked_at)
        self.tentative = TentativeBanner(desk, self.shift.dates.trigger, self)
        self.holidays = HolidaysBanner(desk, self)
        self.holidays.timer.timeout.connect(self._pages.hold)
        self.live = LiveStrip(desk, self.shift.push_late, self)
        self.filter_strip = FilterStrip(desk, self)
        self.looked_at = PersonBanner(desk, self)
        self._show_live = self._live_verb()
        self._filter_verb = add_verb(self, desk.say("Filter the schedule…"), self.filter.showMenu, "Ctrl+Shift+F")
        desk.narrowing.changed.connect(self._name_filter)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.tentative)
        column.addWidget(self.holidays)
        column.addWidget(self.live)
        column.addWidget(self.filter_strip)
        column.addWidget(self.looked_at)
        column.addWidget(self._pages, 1)
        remembered = desk.settings.text(_SETTING)
        self.shown = ""
        self._name_filter()
        self.show_view(remembered if remembered in VIEWS else "grid")

    @property
    def grid(self) -> "GridView":
        """The day grid."""
        return cast("GridView", self._view("grid"))

    @property
    def rundown(self) -> "RundownView":
        """The rundown."""
        return cast("RundownView", self._view("rundown"))

    @property
    def attendance(self) -> "AttendanceView":
        """People by items."""
        return cast("AttendanceView", self._view("attendance"))

    def show_view(self, key: str) -> None:
        """Show a view and give it the keyboard if the pane has it."""
        if key == self.shown:
            return
        focused = QApplication.focusWidget()
        had_keyboard = focused is not None and self.isAncestorOf(focused)
        if key == "rundown" and self.isVisible():
            self.desk.showing.make_ready(self._ahead.kept.ahead(self.desk.plan))
        view = self._view(key)
        self.shown = key
        for name, tools in self._tools.items():
            tools.setVisible(name == key)
        self._pages.show_view(view, self._heart(key))
        self.switch.show_chosen(key)
        self.filter_strip.count_for(crossing=key == "attendance")
        self.looked_at.want(shown=key != "attendance")
        for action in self.actions():
            self.removeAction(action)
            if action.isSeparator() and action.parent() is self:
                action.deleteLater()
        self._verbs[key] = view.actions()
        self.addActions(self._verbs[key])
        add_separator(self)
        self.addActions([*self.shift.actions, self._show_live])
        add_separator(self)
        self.addActions([self._filter_verb, self._everything])
        self.setFocusProxy(self._heart(key))
        if had_keyboard:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.desk.settings.keep(_SETTING, key)
        self.verbs_changed.emit()

    def of_looking(self) -> list[QAction]:
        """The verbs that change what is seen of the programme and nothing in it."""
        of_the_grid = self.grid.verbs.actions if self.shown == "grid" else []
        return [*of_the_grid, self._show_live, self._filter_verb, self._everything]

    def bring_into_sight(self, item_id: Id) -> None:
        """Scroll to a selected item; a filter that hides it gives way."""
        left = items_left(self.desk.plan, self.desk.index, self.desk.narrowing.narrowed)
        if left is not None and item_id not in left:
            self.desk.narrowing.clear()
        if self.shown == "rundown":
            self.rundown.bring_into_sight(item_id)
        elif self.shown == "grid":
            self.grid.show_item(item_id)

    def _room_of_views(self) -> Pages:
        """It holds views before any banner follows what happens."""
        pages = Pages(self)
        pages.sank.connect(self._tell_grid)
        for happened in (self.desk.selection.changed, self.desk.plan_changed, self.desk.narrowing.changed):
            happened.connect(pages.hold)
        return pages

    def _tell_grid(self, pixels: int) -> None:
        if self.shown == "grid":
            self.grid.stay_on_screen(pixels)

    def _view(self, key: str) -> QWidget:
        if key not in self._views:
            view, tools = self._made(key)
            tools.setParent(self)
            self._head.addWidget(tools)
            tools.setVisible(key == self.shown)
            self._pages.addWidget(view)
            self._views[key], self._tools[key] = view, tools
        return self._views[key]

    def _made(self, key: str) -> tuple[QWidget, QWidget]:
        """A new view and its fields for the head."""
        if key == "rundown":
            from delegation_planner.screen.schedule.rundown import RundownView

            rundown = RundownView(self.desk, self._pages, self._ahead)
            return rundown, rundown.tools
        if key == "attendance":
            from delegation_planner.screen.schedule.attendance.view import AttendanceView

            attendance = AttendanceView(self.desk, self._pages)
            self._tools_row.let_give_way(attendance.tools.roles)
            return attendance, attendance.tools
        from delegation_planner.screen.schedule.grid.tools import GridTools
        from delegation_planner.screen.schedule.grid.view import GridView

        grid = GridView(self.desk, self._pages)
        grid.details_asked.connect(self.details_asked)
        return grid, GridTools(grid, self)

    def _live_verb(self) -> QAction:
        verb = add_verb(self, self.desk.say("Show what is on now"), lambda: self._want_live(shown=verb.isChecked()))
        verb.setCheckable(True)
        verb.setChecked(self.desk.settings.flag(_LIVE, default=True))
        self.live.want(shown=verb.isChecked())
        return verb

    def _want_live(self, *, shown: bool) -> None:
        self.desk.settings.keep_flag(_LIVE, value=shown)
        self.live.want(shown=shown)

    def _filter_button(self) -> WordsOrIcon:
        button = WordsOrIcon(self)
        button.setIcon(self.desk.theme.icon("filter"))
        button.setMenu(self.filter_menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._tools_row.let_give_way(button)
        return button

    def _name_filter(self) -> None:
        say, on = self.desk.say, self.desk.narrowing.is_on
        self.filter.setText(say("Filtered") if on else say("All items"))
        self.filter.setAccessibleName(say("Filter the schedule…"))
        self.filter.setToolTip(say("Filter the schedule…"))
        self._everything.setEnabled(on)

    def _day_looked_at(self) -> int:
        if self.shown == "attendance":
            return self.desk.plan.visit.first_day
        return self.rundown.day_looked_at() if self.shown == "rundown" else self.grid.day_looked_at()

    def _heart(self, key: str) -> QAbstractScrollArea:
        """What is scrolled, and takes the keyboard when the pane gets it."""
        if key == "rundown":
            return self.rundown.sheet
        return self.attendance.table if key == "attendance" else self.grid

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ahead.begin()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc that nothing inside has use for shows everything again."""
        if event.key() == Qt.Key.Key_Escape and self.desk.narrowing.is_on:
            self.desk.narrowing.clear()
        else:
            super().keyPressEvent(event)
