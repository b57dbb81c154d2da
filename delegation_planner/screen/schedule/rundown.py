"""The rundown: the items as a sheet to type into, with a day filter, a text filter and the verbs on items.

What carries out verbs and typing is imported when it is needed.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from delegation_planner.plan.delegation import Group
from delegation_planner.plan.document import Waiver
from delegation_planner.plan.kinds import Id
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.place import Place
from delegation_planner.plan.programme_days import days
from delegation_planner.plan.programme_item import Invitation, ProgrammeItem, Step
from delegation_planner.plan.visit import Visit
from delegation_planner.screen.desk import Desk
from delegation_planner.screen.fields.choice_field import ChoiceField
from delegation_planner.screen.names import day_name
from delegation_planner.screen.pane_frame import Emptiness, FilledOrEmpty, FilterField, tool_button
from delegation_planner.screen.rows_model import RowsModel
from delegation_planner.screen.schedule.columns import rundown_columns
from delegation_planner.screen.schedule.delegate import SheetDelegate
from delegation_planner.screen.schedule.item_verbs import ItemVerbs
from delegation_planner.screen.schedule.narrowed import items_left
from delegation_planner.screen.schedule.rows import (
    DayRow,
    ItemRow,
    RundownRow,
    StepRow,
    Wanted,
    rundown,
)
from delegation_planner.screen.schedule.rows_ahead import RowsAhead
from delegation_planner.screen.schedule.sheet import Sheet
from delegation_planner.screen.schedule.telling_days import edit_telling_days
from delegation_planner.screen.selection_link import SelectionLink, Subject
from delegation_planner.screen.tokens import FIELD
from delegation_planner.screen.verbs import add_verb
from delegation_planner.session.plan_session import PlanChanged
from delegation_planner.session.store import Label

_HIDDEN, _KEPT = "schedule/hidden_columns", "schedule/kept_columns"
_LABELS = {"start": "move_item", "end": "resize_item"}
_SHOWN_KINDS = (ProgrammeItem, Step, Invitation, Participant, Group, Place, Visit, Waiver)


class RundownView(QFrame):
    """Follows plan, selection and findings; its own state is the filters and which items show their steps.

    `tools` are its fields and buttons, for the head of the pane that shows it; `count` says how many items it shows.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None, ahead: RowsAhead | None = None) -> None:
        """`ahead` holds rows that were made already."""
        super().__init__(parent)
        self.desk = desk
        self.count = ""
        self._stale = True
        self.wanted = Wanted()
        self._kept = (ahead or RowsAhead(desk, self)).kept  # it follows the plan before this view does
        self.model: RowsModel[RundownRow] = RowsModel(rundown_columns(desk.words, self._typed), self)
        delegate = SheetDelegate(lambda: self.sheet, desk.theme, desk.words, self._editor)
        words = desk.words
        self.sheet = Sheet(
            self.model, delegate, desk.theme, lambda count: words.say_many("{count} item", "{count} items", count)
        )
        self.sheet.setAccessibleName(desk.say("Rundown"))
        self.sheet.toggled.connect(self._toggle_steps)
        self.sheet.people_dropped.connect(self.invite)
        self.sheet.items_dropped.connect(self.take_to_day)
        self.link = SelectionLink(desk, self.sheet, self.model, _subject)
        self._add_verbs()
        self.link.changed.connect(self._enable_verbs)
        self._enable_verbs()
        if desk.read_only:
            self.sheet.setEditTriggers(Sheet.EditTrigger.NoEditTriggers)
        self._lay_out()
        desk.plan_changed.connect(self._follow)
        desk.judged.connect(self._show_soon)
        desk.selection.changed.connect(self._follow_selection)
        desk.narrowing.changed.connect(self._show_soon)

    # Building.

    def _lay_out(self) -> None:
        desk, say = self.desk, self.desk.say
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.tools = QWidget(self)
        tools = QHBoxLayout(self.tools)
        tools.setContentsMargins(0, 0, 0, 0)
        tools.setSpacing(4)
        self.filter = FilterField(say("Filter the rundown"), desk.theme.icon("search"), self)
        self.filter.setFixedSize(190, FIELD)
        self.filter.narrowed.connect(lambda text: self._want(text=text))
        self.filter.left_downwards.connect(self.sheet.setFocus)
        self.filter.open_by_ctrl_f(self)
        self.day = self._day_field()
        buttons = (tool_button(action, self.tools) for action in (self._columns_action(), self.verbs.add))
        for widget in (self.day, self.filter, *buttons):
            tools.addWidget(widget)
        self.empty = Emptiness(
            desk.theme,
            "calendar",
            say("The schedule is empty"),
            say("Add the first item; its time, place and people are typed into the sheet."),
            [(say("Add an item"), self.verbs.add_item)],
        )
        nothing = Emptiness(
            desk.theme,
            "search",
            say("No item holds these words"),
            say("The filter or the day leaves nothing to show."),
            [(say("Show all items"), self._show_all)],
        )
        self.pages = FilledOrEmpty(self.sheet, self.empty, nothing)
        column.addWidget(self.pages, 1)

    def _day_field(self) -> ChoiceField:
        field = ChoiceField([], self)
        field.setAccessibleName(self.desk.say("Day"))
        field.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        field.setFixedSize(128, FIELD)
        field.committed.connect(lambda day: self._want(day=day))
        return field

    def _columns_action(self) -> QAction:
        """The menu that shows and hides columns; number, start and activity always stay."""
        action = QAction(self.desk.theme.icon("columns"), self.desk.say("Columns"), self)
        menu = QMenu(self)
        entries: dict[int, QAction] = {}
        for at, column in enumerate(self.model.columns):
            if column.key in {"number", "start", "title"}:
                continue
            entries[at] = menu.addAction(column.title)
            entries[at].setCheckable(True)
            entries[at].triggered.connect(lambda on, key=column.key: self._show_column(key, on=on))

        def follow() -> None:
            for at, entry in entries.items():
                entry.setChecked(not self.sheet.isColumnHidden(at))

        menu.aboutToShow.connect(follow)
        settings = self.desk.settings
        self.sheet.choose_columns(settings.texts(_HIDDEN), settings.texts(_KEPT))
        action.setMenu(menu)
        return action

    def _show_column(self, key: str, *, on: bool) -> None:
        """What somebody shows stays also in a narrow window."""
        settings = self.desk.settings
        for name, chosen in ((_HIDDEN, not on), (_KEPT, on)):
            others = [each for each in settings.texts(name) if each != key]
            settings.keep(name, [*others, key] if chosen else others)
        self.sheet.choose_columns(settings.texts(_HIDDEN), settings.texts(_KEPT))

    def _add_verbs(self) -> None:
        say, icon = self.desk.say, self.desk.theme.icon
        self.verbs = ItemVerbs(self, self)
        self._add_step = add_verb(self, say("Add a minute step"), self.add_step, "Ctrl+Shift+M")
        self._steps = add_verb(self, say("Show all minute steps"), self._toggle_all_steps, "Ctrl+Shift+O")
        add_verb(self, say("Copy as a table"), self.copy, "Ctrl+C", icon("copy"), "copy")
        self.sheet.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.sheet.addActions(self.actions())

    # Following.

    def _follow(self, told: PlanChanged) -> None:
        if told.changes.touch(*_SHOWN_KINDS):
            self.desk.showing.in_turn(self._show_soon, self._make_rows)

    def _make_rows(self) -> Iterator[None]:
        return self._kept.ahead(self.desk.plan) if self.isVisible() else iter(())

    def _follow_selection(self) -> None:
        if self.desk.own_items != self.wanted.own_items:
            self._show_soon()

    def _show_soon(self) -> None:
        """Show what is so now, or as soon as this view is shown."""
        self._stale = True
        if self.isVisible():
            self._show()

    def _want(self, **wanted: Any) -> None:
        self.wanted = self.wanted._replace(**wanted)
        self._show_soon()

    def _show_all(self) -> None:
        self.desk.narrowing.clear()
        self.filter.clear()
        self._want(day=None, text="")

    def bring_into_sight(self, item_id: Id) -> None:
        """Scroll to a selected item; a filter that hides it gives way."""
        if not self.model.index_of(item_id).isValid():
            self._show_all()
        self.link.bring_into_sight()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._show()

    def _show(self) -> None:
        desk = self.desk
        self._stale = False
        left = items_left(desk.plan, desk.index, desk.narrowing.narrowed)
        self.wanted = self.wanted._replace(own_items=self.desk.own_items, left=left)
        found = rundown(desk.plan, self.wanted, desk.marks, self._kept)
        self.model.show(found.nodes)
        self.count = str(found.there) if found.shown == found.there else f"{found.shown} / {found.there}"
        self.pages.show_for(shown=found.shown or int(not self._narrowed and found.there > 0), there=found.there)
        self._show_days()
        self.link.follow_desk()

    @property
    def _narrowed(self) -> bool:
        wanted = self.wanted
        return bool(wanted.text.strip()) or wanted.day is not None or wanted.left is not None

    def _show_days(self) -> None:
        every: list[tuple[object, str]] = [(None, self.desk.say("All days"))]
        plan = self.desk.plan
        self.day.offer([*every, *((day, day_name(self.desk.words, plan, day)) for day in days(plan))])
        self.day.show_value(self.wanted.day)

    # Verbs.

    def chosen_items(self) -> list[ProgrammeItem]:
        """The selected items, from the top; a selected minute step stands for its item."""
        return [self.desk.plan.find(ProgrammeItem, id) for _, id in self.link.subjects()]

    def day_looked_at(self) -> int:
        """The day that is shown, else the first one."""
        return self.wanted.day if self.wanted.day is not None else self.desk.plan.visit.first_day

    def show_everything(self) -> None:
        """Empty the text filter and let go of that of the schedule; the day stays."""
        self.desk.narrowing.clear()
        self.filter.clear()

    def begin_naming(self, item_id: Id) -> None:
        """Open the title of an item for typing; a day that hides it gives way to its own."""
        start_day = self.desk.plan.find(ProgrammeItem, item_id).start_day
        if self.wanted.day not in (None, start_day):
            self._want(day=start_day)
        self.sheet.setFocus()
        self.sheet.begin_typing(item_id, "title")

    def _enable_verbs(self) -> None:
        chosen = bool(self.link.subjects())
        self.verbs.enable(chosen=chosen)
        self._add_step.setEnabled(chosen and not self.desk.read_only)

    def add_step(self) -> None:
        """A minute step at the end of the selected item's steps, its cue open for typing."""
        from delegation_planner.plan.edits.steps import add_step

        chosen = self.chosen_items()
        if not chosen:
            return
        plan, item = self.desk.plan, chosen[0]
        steps = [step for step in plan.rows(Step) if step.item_id == item.id]
        offset = max((step.offset + (step.minutes or 0) for step in steps), default=0)
        cue, language = self.desk.say("New step"), self.desk.words.language
        changes = add_step(plan, item.id, offset, cue, self.desk.new_id, in_language=language)
        if self.desk.edit(Label("add_step", {"name": item.code}), changes):
            self._want(open_items=self.wanted.open_items | {item.id})
            self.sheet.begin_typing(changes[0].id, "title")

    def delete(self) -> None:
        """Delete the selected items or minute steps, after a question that names what goes with them."""
        from delegation_planner.screen.removing import remove_asking

        rows = self.link.rows()
        items = [row.id for row in rows if isinstance(row, ItemRow)]
        steps = [row.id for row in rows if isinstance(row, StepRow)]
        if items:
            remove_asking(self.desk, ProgrammeItem, items)
        elif steps:
            remove_asking(self.desk, Step, steps)

    def copy(self) -> None:
        """The selected rows, all columns shown, to the clipboard as a table."""
        shown = [at for at in range(self.model.columnCount()) if not self.sheet.isColumnHidden(at)]
        QGuiApplication.clipboard().setText(self.model.table_text(self.link.rows(), shown))

    def _toggle_steps(self, item_id: Id) -> None:
        self._want(open_items=self.wanted.open_items ^ {item_id})

    def _toggle_all_steps(self) -> None:
        every = frozenset(step.item_id for step in self.desk.plan.rows(Step))
        self._want(open_items=frozenset() if self.wanted.open_items >= every else every)

    # Dropped.

    def invite(self, item_id: Id, invitee_ids: Sequence[Id]) -> None:
        """People and groups come to an item."""
        from delegation_planner.screen.schedule.dropping import bring

        bring(self.desk, item_id, invitee_ids)

    def take_to_day(self, day: int, item_ids: Sequence[Id]) -> None:
        """Items begin on another day, at the same times."""
        from delegation_planner.screen.schedule.dropping import take_to_day

        take_to_day(self.desk, day, item_ids)

    # Typing.

    def _editor(self, parent: QWidget, key: str) -> QWidget:
        from delegation_planner.screen.schedule.cells import cell_editor

        editor = cell_editor(self.desk, parent, key)
        editor.setAccessibleName(self.model.columns[self.model.column_of(key)].title)
        return editor

    def _typed(self, row: RundownRow, key: str, value: Any) -> bool:
        if value is None and key != "end":
            self.desk.tell(self.desk.say("No entry of the list has this name. Choose one while you type."))
            return False
        from delegation_planner.screen.schedule.cell_edits import typed_into_item, typed_into_step

        assert not isinstance(row, DayRow)
        plan, language = self.desk.plan, self.desk.words.language
        if isinstance(row, StepRow):
            item = plan.find(ProgrammeItem, row.item_id)
            return self.desk.edit(
                Label("edit_step", {"name": item.code}), lambda: typed_into_step(plan, row.id, key, value, language)
            )
        label = Label(_LABELS.get(key, "edit_item"), {"name": row.number})
        return edit_telling_days(self.desk, label, lambda: typed_into_item(plan, row.id, key, value, language))


def _subject(row: RundownRow) -> Subject | None:
    if isinstance(row, DayRow):
        return None
    return ProgrammeItem, row.item_id if isinstance(row, StepRow) else row.id
