"""The dialog of the visit's own settings: its head, dates, rules, travel times, holidays, and what goes out."""

from collections.abc import Callable
from typing import Final, Literal, get_args

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QStackedWidget, QWidget
from typing_extensions import override

from delegation_planner.checks.finding import SEVERITIES
from delegation_planner.checks.public_holidays import proposed_holidays
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.visit import Visit
from delegation_planner.screen.desk import Desk
from delegation_planner.screen.details.form import RowForm
from delegation_planner.screen.details.forms import forms_in
from delegation_planner.screen.dialogs.frame import DialogFrame
from delegation_planner.screen.labels import plain_label
from delegation_planner.screen.visit_settings.page import SettingsPage
from delegation_planner.screen.workers import Work
from delegation_planner.words.words import mark

PageName = Literal["visit", "dates", "rules", "travel", "holidays", "outgoing", "readers"]
PAGES: Final[tuple[PageName, ...]] = get_args(PageName)
TITLES: Final[dict[PageName, str]] = {
    "visit": mark("The visit"),
    "dates": mark("Dates"),
    "rules": mark("Rules"),
    "travel": mark("Travel times"),
    "holidays": mark("Holidays"),
    "outgoing": mark("What goes out"),
    "readers": mark("Readers' languages"),
}
_FORM_OF: Final[dict[PageName, int]] = {"visit": 0, "dates": 1, "outgoing": 2}
"""Which tab of the visit's details is a page here too."""


class VisitSettings(DialogFrame):
    """Each change is an edit of its own, done at once and undone by Ctrl+Z; findings are counted below."""

    def __init__(self, desk: Desk, parent: QWidget | None, page: PageName = "rules") -> None:
        super().__init__(parent, desk.words, desk.say("Visit settings"), desk.say("Close"))
        self.desk = desk
        self.main.setDefault(False)
        self.list = QListWidget(self)
        self.list.setAccessibleName(desk.say("Pages"))
        self.list.setFixedWidth(224)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.addItems([self._title(name) for name in PAGES])
        self.list.currentRowChanged.connect(lambda at: self.show_page(PAGES[at]))
        self.pages = QStackedWidget(self)
        self._made: dict[PageName, QWidget] = {}
        self.findings_now = plain_label("", "muted")
        self._lay_out()
        for keys, act in ((QKeySequence.StandardKey.Undo, desk.undo), (QKeySequence.StandardKey.Redo, desk.redo)):
            QShortcut(QKeySequence(keys), self, act)
        desk.plan_changed.connect(self._follow)
        desk.judged.connect(self._count_findings)
        desk.told.connect(self._tell)
        self.list.setCurrentRow(PAGES.index(page))
        self._count_findings()
        self._count_holidays()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.list)
        row.addWidget(self.pages, 1)
        self.body.addLayout(row, 1)
        self.buttons.insertWidget(0, self.findings_now)
        self.setMinimumSize(860, 520)
        self.resize(1060, 660)

    def show_page(self, name: PageName) -> None:
        """Show a page; it is made when it is first looked at."""
        if name not in self._made:
            page = self._made[name] = self._make(name)
            self.pages.addWidget(page)
        self.refusal.hide()
        self.pages.setCurrentWidget(self._made[name])
        self.list.setCurrentRow(PAGES.index(name))

    def _title(self, name: PageName) -> str:
        return self.words.say(TITLES[name])

    @property
    def page(self) -> QWidget:
        """The page that is shown."""
        return self._made[PAGES[self.list.currentRow()]]

    def _make(self, name: PageName) -> QWidget:
        if name in _FORM_OF:
            tabs = forms_in(Visit, self.words.language)
            form = RowForm(self.desk, Visit, tabs[_FORM_OF[name]].fields)
            form.show_rows((self.desk.plan.visit,), {})
            return form
        return _makers()[name](self.desk)

    def _follow(self) -> None:
        self.refusal.hide()
        for page in self._made.values():
            if isinstance(page, RowForm):
                page.show_rows((self.desk.plan.visit,), {})
            elif isinstance(page, SettingsPage):
                page.follow()
        self._count_findings()
        self._count_holidays()

    def _tell(self, sentence: str) -> None:
        """What the window tells above its panes is said here too: the dialog hides it."""
        self.refusal.show_sentence(sentence)

    def _count_findings(self) -> None:
        words, counted = self.words, self.desk.counts
        said = {
            "error": words.say_many("{count} error", "{count} errors", counted["error"]),
            "warning": words.say_many("{count} warning", "{count} warnings", counted["warning"]),
            "note": words.say_many("{count} note", "{count} notes", counted["note"]),
        }
        self.findings_now.setText(
            words.say("Findings now: {counts}", counts=", ".join(said[each] for each in SEVERITIES))
        )

    def _count_holidays(self) -> None:
        """Look beside the window for holidays that wait for a decision: their calendars are slow to load."""
        plan = self.desk.plan
        looking = Work(lambda _: (plan, len(proposed_holidays(plan))))
        looking.done.connect(self._show_open_holidays)
        looking.start()

    def _show_open_holidays(self, found: tuple[Plan, int]) -> None:
        """How many there are stands beside their page."""
        plan, count = found
        if plan is self.desk.plan:
            title, item = self._title("holidays"), self.list.item(PAGES.index("holidays"))
            item.setText(self.words.say("{title} · {count} not decided", title=title, count=count) if count else title)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return  # Enter takes what was typed; it does not close the dialog
        super().keyPressEvent(event)


def _makers() -> dict[PageName, Callable[[Desk], SettingsPage]]:
    from delegation_planner.screen.visit_settings.holidays_page import HolidaysPage
    from delegation_planner.screen.visit_settings.readers_page import ReadersPage
    from delegation_planner.screen.visit_settings.rules_page import RulesPage
    from delegation_planner.screen.visit_settings.travel_page import TravelPage

    return {"rules": RulesPage, "travel": TravelPage, "holidays": HolidaysPage, "readers": ReadersPage}
