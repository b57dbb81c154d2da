"""The menu that narrows the schedule: whose programme, which track, which level."""

from collections.abc import Callable, Iterable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from delegation_planner.plan.delegation import Delegation, Group
from delegation_planner.plan.kinds import LEVELS, Disclosure, Track
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.precedence import order_in_delegation
from delegation_planner.programme.groundwork import natural
from delegation_planner.screen.desk import Desk
from delegation_planner.screen.menu_letters import escaped, keep_letters
from delegation_planner.screen.participants.rows import delegations_in_order
from delegation_planner.screen.schedule.narrowed import Narrowed, Whose, levels_name, whose_name
from delegation_planner.words.kinds_words import DISCLOSURES, TRACKS

_TOGETHER: tuple[Disclosure, ...] = ("public", "detailed")
"""What readers of the detailed level are shown."""


class FilterMenu(QMenu):
    """Each part has a menu of its own, filled when it opens; what is chosen has a tick."""

    def __init__(self, desk: Desk, everything: QAction, parent: QWidget) -> None:
        """`everything` is the pane's verb that takes the filter off."""
        super().__init__(desk.say("Filter"), parent)
        self._desk = desk
        say = desk.say
        self.addAction(everything)
        self.addSeparator()
        self._submenu(say("Delegation"), self._fill_delegations, self)
        self._submenu(say("Person"), self._fill_people, self)
        self._submenu(say("Group"), self._fill_groups, self)
        self.addSeparator()
        self._submenu(say("Track"), self._fill_tracks, self)
        self._submenu(say("Level"), self._fill_levels, self)
        keep_letters(self)

    def _submenu(self, title: str, fill: Callable[[QMenu], None], above: QMenu) -> None:
        menu = QMenu(title, above)

        def refill() -> None:
            menu.clear()
            fill(menu)
            if menu.isEmpty():
                menu.addAction(self._desk.say("None")).setEnabled(False)

        menu.aboutToShow.connect(refill)
        keep_letters(menu)
        above.addMenu(menu)

    # Filling.

    def _fill_delegations(self, menu: QMenu) -> None:
        self._offer(menu, ((Delegation, row.id) for row in delegations_in_order(self._desk.plan)))

    def _fill_groups(self, menu: QMenu) -> None:
        rows = sorted(self._desk.plan.rows(Group), key=lambda row: natural(row.code))
        self._offer(menu, ((Group, row.id) for row in rows))

    def _fill_people(self, menu: QMenu) -> None:
        desk = self._desk
        for delegation in delegations_in_order(desk.plan):

            def fill(people: QMenu, delegation: Delegation = delegation) -> None:
                order = order_in_delegation(desk.plan, desk.rulebook, delegation.id)
                self._offer(people, ((Participant, id) for id in order))

            self._submenu(escaped(whose_name(desk.words, desk.plan, (Delegation, delegation.id))), fill, menu)

    def _offer(self, menu: QMenu, every: Iterable[Whose]) -> None:
        desk, narrowed = self._desk, self._desk.narrowing.narrowed
        for whose in every:
            self._choice(
                menu, whose_name(desk.words, desk.plan, whose), narrowed._replace(whose=(whose,)),
                ticked=whose in narrowed.whose,
            )  # fmt: skip

    def _fill_tracks(self, menu: QMenu) -> None:
        say, narrowed = self._desk.say, self._desk.narrowing.narrowed
        every: list[tuple[str, frozenset[Track]]] = [(say("All tracks"), frozenset())]
        for name, tracks in [*every, *((say(TRACKS[track]), frozenset({track})) for track in TRACKS)]:
            self._choice(menu, name, narrowed._replace(tracks=tracks), ticked=tracks == narrowed.tracks)

    def _fill_levels(self, menu: QMenu) -> None:
        words, narrowed = self._desk.words, self._desk.narrowing.narrowed
        several = frozenset(_TOGETHER)
        every: list[tuple[str, frozenset[Disclosure]]] = [(words.say("All levels"), frozenset())]
        every += [(words.say(DISCLOSURES[level]), frozenset({level})) for level in LEVELS]
        every.insert(2, (levels_name(words, several), several))
        for name, levels in every:
            self._choice(menu, name, narrowed._replace(levels=levels), ticked=levels == narrowed.levels)

    def _choice(self, menu: QMenu, name: str, narrowed: Narrowed, *, ticked: bool) -> None:
        action = menu.addAction(escaped(name))
        action.setCheckable(True)
        action.setChecked(ticked)
        action.triggered.connect(lambda _checked=False: self._desk.narrowing.become(narrowed))
