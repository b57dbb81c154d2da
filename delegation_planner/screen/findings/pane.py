"""The findings pane: what a careful officer would notice; a click goes there, a reason lets it rest."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QMenu, QVBoxLayout, QWidget
from typing_extensions import override

from delegation_planner.screen.desk import Desk
from delegation_planner.screen.findings.delegate import TEXT_LEFT, FindingDelegate
from delegation_planner.screen.findings.grouping import GroupingButton
from delegation_planner.screen.findings.mending import MendMenu
from delegation_planner.screen.findings.rows import FindingRow, FindingsRow, Grouping, Sentences, Wanted, findings
from delegation_planner.screen.open_row import OpenRow, RowVerb
from delegation_planner.screen.own_turn import own_turn
from delegation_planner.screen.pane_frame import Emptiness, FilledOrEmpty, FilterField, PaneHead
from delegation_planner.screen.rows_model import Column, RowsModel
from delegation_planner.screen.verbs import add_separator, add_verb
from delegation_planner.screen.waiving import take_back, waive_asking
from delegation_planner.session.plan_session import PlanChanged
from delegation_planner.words.findings import SEVERITIES

_GROUPING = "findings/grouping"
_SCROLL_BAR = 14
_BUTTON = 28  # what a button takes beside its text, with the distance to the next


class FindingsList(QListView):
    """A list whose rows are as tall as their sentences need, also when only its width has changed."""

    @override
    def resizeEvent(self, e: QResizeEvent) -> None:
        super().resizeEvent(e)
        if e.size().width() != e.oldSize().width():  # of itself the list looks at its height alone
            self.scheduleDelayedItemsLayout()


class FindingsPane(QFrame):
    """Follows the findings of the desk; its own state is the filter, the grouping and whether waived ones show.

    Going to a finding selects what it is about for all panes; `opened(kind, id)` asks for the keyboard there too.
    """

    opened = Signal(object, str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.setProperty("look", "pane")
        self._sentences = Sentences(desk.words)
        kept = desk.settings.text(_GROUPING, "severity")
        self.wanted = Wanted(grouping="day" if kept == "day" else "person" if kept == "person" else "severity")
        columns: list[Column[FindingsRow]] = [Column("finding", desk.say("Findings"), self._text, self._text)]
        self.model: RowsModel[FindingsRow] = RowsModel(columns, self)
        self.list = self._make_list()
        self._add_verbs()
        self._lay_out()
        desk.plan_changed.connect(self._follow)
        # The participants, too, have the first findings to show: they take the turn before.
        desk.judged.connect(own_turn(own_turn(self._show, self).start, self).start)
        desk.theme.changed.connect(self.list.viewport().update)
        self._show()
        self._follow_current()

    # Building.

    def _make_list(self) -> QListView:
        view = FindingsList(self)
        view.setAccessibleName(self.desk.say("Findings"))
        view.setModel(self.model)
        delegate = FindingDelegate(view, self.desk.theme)
        view.setItemDelegate(delegate)
        view.setMouseTracking(True)
        view.setResizeMode(QListView.ResizeMode.Adjust)  # sentences break anew
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.clicked.connect(self._go_to)
        view.activated.connect(self._go_to)
        self._open = OpenRow(view, self.model, delegate, TEXT_LEFT - 8)
        view.selectionModel().selectionChanged.connect(self._follow_current)
        return view

    def _add_verbs(self) -> None:
        say, icon = self.desk.say, self.desk.theme.icon
        self._go = add_verb(self, say("Go to what it is about"), self.open_current, "Ctrl+Return", icon("eye"))
        self._waive = add_verb(self, say("Waive…"), self.waive_current)
        self._back = add_verb(self, say("Take the waiver back"), self.take_back_current)
        self.mends = MendMenu(self.desk, self)
        self._mend = add_verb(self, say("Mend"), self.offer_mends, icon=icon("edit"))
        self._mend.setMenu(self.mends)
        add_separator(self)
        self._show_waived = add_verb(self, say("Show waived findings"), self._toggle_waived)
        self._show_waived.setCheckable(True)
        add_verb(self, say("Copy as a table"), self.copy, "Ctrl+C", icon("copy"), "copy")
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.list.addActions(self.actions())

    def _lay_out(self) -> None:
        desk, say = self.desk, self.desk.say
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 6)
        column.setSpacing(0)
        self.head = PaneHead(say("Findings"), self)
        self.grouping = GroupingButton(desk, self)
        self.grouping.show_value(self.wanted.grouping)
        self.grouping.chosen.connect(self._group)
        self.head.add(self.grouping)
        self.head.add_button(self._more_menu())
        self.filter = FilterField(say("Filter findings"), desk.theme.icon("search"), self)
        self.filter.narrowed.connect(lambda text: self._want(text=text))
        self.filter.left_downwards.connect(self.list.setFocus)
        self.filter.open_by_ctrl_f(self)
        empty = Emptiness(desk.theme, "check", say("No findings"), say("The checks run with every change."))
        nothing = Emptiness(
            desk.theme, "search", say("No finding fits"), say("No sentence holds these words."),
            [(say("Show all findings"), self.filter.clear)],
        )  # fmt: skip
        self.pages = FilledOrEmpty(self.list, empty, nothing)
        column.addWidget(self.head)
        self._holder = QWidget(self)
        holder = QVBoxLayout(self._holder)
        holder.setContentsMargins(8, 0, 8, 6)
        holder.addWidget(self.filter)
        column.addWidget(self._holder)
        column.addWidget(self.pages, 1)

    def _more_menu(self) -> QAction:
        action = QAction(self.desk.theme.icon("more"), self.desk.say("More"), self)
        menu = QMenu(self)
        menu.addActions(self.actions())
        action.setMenu(menu)
        return action

    # Following.

    def _follow(self, _told: PlanChanged) -> None:
        self.desk.showing.in_turn(self._show)

    def _want(self, **wanted: Any) -> None:
        self.wanted = self.wanted._replace(**wanted)
        self._show()

    def _group(self, grouping: Grouping) -> None:
        self.desk.settings.keep(_GROUPING, grouping)
        self.grouping.show_value(grouping)
        self._want(grouping=grouping)

    def _toggle_waived(self) -> None:
        self._want(waived=self._show_waived.isChecked())

    def _show(self) -> None:
        found = findings(self.desk.plan, self._sentences, self.desk.findings, self.wanted)
        listed = found.there + (found.waived if self.wanted.waived else 0)
        self.model.show(found.nodes)
        narrowed = self.wanted.text.strip() and found.shown != listed
        more = "+" if found.cut else ""
        count = f"{found.shown}{more} / {listed}" if narrowed else str(listed)
        self.head.show_count(count if listed else "")
        self._fit_head()
        self._holder.setVisible(listed > 0)
        self.pages.show_for(shown=found.shown, there=listed)
        self._show_waived.setEnabled(found.waived > 0 or self.wanted.waived)
        self._follow_current()

    def _follow_current(self) -> None:
        """The selected finding opens, with what can be done about it."""
        row, say = self.current(), self.desk.say
        leads = row is not None and row.goes_to is not None
        changeable = row is not None and not self.desk.read_only
        self._go.setEnabled(leads)
        self._waive.setEnabled(changeable and row is not None and not row.waived)
        self._back.setEnabled(changeable and row is not None and row.waived)
        self.mends.show_for(row.finding if changeable and row is not None else None)
        self._mend.setEnabled(not self.mends.isEmpty())
        verbs = [(say("Open"), self._go)] if leads else []
        verbs += [(say("Waive…"), self._waive), (say("Take back"), self._back)]
        able: list[RowVerb] = [(text, action.trigger) for text, action in verbs if action.isEnabled()]
        if self._mend.isEnabled():
            able.insert(1 if leads else 0, (say("Mend…"), self.offer_mends))
        if leads and not self._fit(able):
            del able[0]  # a click on the finding opens it as well
        self._open.show(self._current_id(), able)

    def _fit_head(self) -> None:
        """The words of the grouping give way where the head has no room for all."""
        self.grouping.show_words(shown=True)
        self.grouping.show_words(shown=self.head.sizeHint().width() <= self.width() - 2)

    def _fit(self, verbs: list[RowVerb]) -> bool:
        """Whether the buttons of these verbs have room beside each other."""
        metrics = self.list.fontMetrics()
        needed = sum(metrics.horizontalAdvance(text) + _BUTTON for text, _ in verbs)
        return needed <= self.width() - TEXT_LEFT - _SCROLL_BAR

    def _current_id(self) -> str | None:
        chosen = self.list.selectionModel().selectedIndexes()
        node = self.model.node_at(chosen[0]) if chosen else None
        return node.id if node is not None else None

    def current(self) -> FindingRow | None:
        """The finding that is selected."""
        row = self.model.row_at(self.model.index_of(self._current_id()))
        return row if isinstance(row, FindingRow) else None

    def _text(self, row: FindingsRow) -> str:
        if not isinstance(row, FindingRow):
            return row.title
        return f"{self.desk.say(SEVERITIES[row.severity])}: {row.sentence} {row.note}"

    # Verbs.

    def open_current(self) -> None:
        """Go to what the selected finding is about, with the keyboard."""
        row = self.current()
        if row is not None and row.goes_to is not None and self._choose(row):
            self.opened.emit(*row.goes_to)

    def _go_to(self, index: QModelIndex) -> None:
        row = self.model.row_at(index)
        if isinstance(row, FindingRow):
            self._choose(row)

    def _choose(self, row: FindingRow) -> bool:
        if row.goes_to is None or self.desk.plan.get(*row.goes_to) is None:
            return False
        kind, id = row.goes_to
        self.desk.selection.choose(kind, (id,))
        return True

    def waive_current(self) -> None:
        """Let the selected finding rest, for a reason."""
        row = self.current()
        if row is not None:
            waive_asking(self.desk, row.finding)

    def offer_mends(self) -> None:
        """Show the ways to mend the selected finding below it."""
        place = self.list.visualRect(self.model.index_of(self._current_id()))
        self.mends.popup(self.list.viewport().mapToGlobal(place.bottomLeft() + QPoint(TEXT_LEFT - 8, 0)))

    def take_back_current(self) -> None:
        """Let the selected finding count again."""
        row = self.current()
        if row is not None:
            take_back(self.desk, row.finding)

    def copy(self) -> None:
        """All findings shown to the clipboard as a table."""
        rows = (self.model.row_at(self.model.index(at, 0)) for at in range(self.model.rowCount()))
        lines = [
            "\t".join((self.desk.say(SEVERITIES[row.severity]), row.sentence, row.note))
            for row in rows
            if isinstance(row, FindingRow)
        ]
        QGuiApplication.clipboard().setText("\n".join(lines))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_head()
        self._follow_current()
