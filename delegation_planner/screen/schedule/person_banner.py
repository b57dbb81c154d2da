"""The banner over the schedule while one person is looked at: how much of the programme is that person's own."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from delegation_planner.plan.participant import Participant
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.programme.texts import Texts
from delegation_planner.screen.desk import Desk
from delegation_planner.screen.names import person_name
from delegation_planner.screen.pane_frame import Banner
from delegation_planner.screen.schedule.narrowed import Narrowed, items_left


class PersonBanner(QWidget):
    """Hidden while nobody is looked at, or where no item is dimmed; `want` says whether the view dims at all."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._wanted = True
        self.banner = Banner(desk.theme, desk.theme.icon("people", "info"), desk.say("Show everyone"), self)
        self.banner.pressed.connect(desk.selection.clear)
        self.only = self.banner.add_button(desk.say("Show only these"), self._show_only)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 0, 4, 4)
        column.addWidget(self.banner)
        desk.plan_changed.connect(self.follow)
        desk.selection.changed.connect(self.follow)
        desk.narrowing.changed.connect(self.follow)
        self.follow()

    def want(self, *, shown: bool) -> None:
        """Whether the view that is shown dims what is not in a person's own programme."""
        self._wanted = shown
        self.follow()

    def follow(self) -> None:
        """Say what is so now."""
        self.banner.show_sentence(self._sentence() if self._wanted else "")
        self.setVisible(bool(self.banner.sentence))

    def _sentence(self) -> str:
        desk = self._desk
        person = desk.selection.one(Participant)
        if person is None:
            return ""
        left = items_left(desk.plan, desk.index, desk.narrowing.narrowed)
        shown = frozenset(desk.plan.table(ProgrammeItem)) if left is None else left
        own = desk.index.items_concerning(person) & shown
        if own == shown:
            return ""
        return desk.say(
            "{name} has a part in {own} of {items} items. The others are dimmed.",
            name=person_name(desk.plan, person, Texts(desk.words.language)), own=len(own), items=len(shown),
        )  # fmt: skip

    def _show_only(self) -> None:
        person = self._desk.selection.one(Participant)
        if person is not None:
            self._desk.narrowing.become(Narrowed(whose=((Participant, person),)))
