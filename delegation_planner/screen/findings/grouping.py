"""The button that says how the findings are grouped, and its menu."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from delegation_planner.screen.desk import Desk
from delegation_planner.screen.findings.rows import Grouping
from delegation_planner.screen.menu_letters import keep_letters
from delegation_planner.screen.tokens import FIELD


class GroupingButton(QToolButton):
    """Tells `chosen(grouping)`. Where its words have no room it shows a sign alone, and says them when asked."""

    chosen = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        say = desk.say
        self._theme = desk.theme
        self._said = say("How the findings are grouped")
        self._words: dict[Grouping, str] = {
            "severity": say("By severity"), "day": say("By day"), "person": say("By person"),
        }  # fmt: skip
        menu = QMenu(self)
        group = QActionGroup(self)
        self.choices: dict[Grouping, QAction] = {}
        for grouping, words in self._words.items():
            self.choices[grouping] = menu.addAction(words)
            self.choices[grouping].setCheckable(True)
            group.addAction(self.choices[grouping])
            self.choices[grouping].triggered.connect(lambda _checked=False, one=grouping: self.chosen.emit(one))
        keep_letters(menu)
        self.setMenu(menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setIconSize(QSize(16, 16))
        self.setFixedHeight(FIELD)
        self.show_words(shown=True)

    def show_value(self, grouping: Grouping) -> None:
        """Say how they are grouped."""
        self.choices[grouping].setChecked(True)
        self.setText(self._words[grouping])
        self.setAccessibleName(f"{self._said}: {self._words[grouping]}")
        self.setToolTip(self.accessibleName())

    def show_words(self, *, shown: bool) -> None:
        """The words with an arrow, or the sign alone."""
        style = Qt.ToolButtonStyle
        self.setToolButtonStyle(style.ToolButtonTextBesideIcon if shown else style.ToolButtonIconOnly)
        self.setIcon(self._theme.icon("chevron_down" if shown else "sort"))
        # The arrow stands after the words.
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft if shown else Qt.LayoutDirection.LeftToRight)
