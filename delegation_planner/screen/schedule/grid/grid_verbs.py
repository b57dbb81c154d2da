"""The grid's verbs for menus: how much of the visit is seen, how high an hour is, the guest's clock."""

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from delegation_planner.screen.verbs import add_separator, add_verb
from delegation_planner.words.words import mark

if TYPE_CHECKING:
    from delegation_planner.screen.schedule.grid.view import GridView

WHOLE_VISIT: Final = 10_000
DAYS_AT_ONCE: Final = (
    (1, mark("One day"), "Ctrl+1"),
    (3, mark("Three days"), "Ctrl+3"),
    (5, mark("Five days"), "Ctrl+5"),
    (WHOLE_VISIT, mark("Whole visit"), "Ctrl+9"),
)
ZOOM: Final = 1.2


class GridVerbs:
    """Actions of the view, in the order in which a menu shows them; the choice of days is exclusive."""

    def __init__(self, view: "GridView") -> None:
        say = view.desk.say
        self.days: dict[int, QAction] = {}
        group = QActionGroup(view)
        for count, name, keys in DAYS_AT_ONCE:
            action = add_verb(view, say(name), partial(view.show_days, count), keys)
            action.setCheckable(True)
            group.addAction(action)
            self.days[count] = action
        add_separator(view)
        icon = view.desk.theme.icon
        self.zoom_in = add_verb(view, say("Higher hours"), lambda: view.zoom_by(ZOOM), "Ctrl++", icon("plus"))
        self.zoom_in.setShortcuts([QKeySequence("Ctrl++"), QKeySequence("Ctrl+=")])
        self.zoom_out = add_verb(view, say("Lower hours"), lambda: view.zoom_by(1 / ZOOM), "Ctrl+-", icon("minus"))
        self.usual = add_verb(view, say("Usual height of the hours"), view.zoom_back, "Ctrl+0")
        self.fit = add_verb(view, say("Fit the hours into the window"), view.zoom_to_fit)
        add_separator(view)
        self.guest = QAction(say("Show the guest's clock"), view)
        self.guest.setCheckable(True)
        self.guest.setShortcut(QKeySequence("Ctrl+Shift+G"))
        self.guest.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.guest.toggled.connect(lambda on: view.show_guest_clock(shown=on))
        view.addAction(self.guest)
        self.actions = [*self.days.values(), self.zoom_in, self.zoom_out, self.usual, self.fit, self.guest]

    def follow(self, at_once: int, *, guest: bool) -> None:
        """Tick what is so."""
        if at_once in self.days:
            self.days[at_once].setChecked(True)
        self.guest.setChecked(guest)
