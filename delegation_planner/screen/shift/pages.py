"""The sentences of the shift dialog, one a mode: what is to be moved, where to, and whether what follows makes room."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Any, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from delegation_planner.plan.errors import PlanError
from delegation_planner.plan.kinds import Id
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_days import days
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.programme.texts import Texts
from delegation_planner.screen.desk import Desk
from delegation_planner.screen.fields.choice_field import ChoiceField, FlagField
from delegation_planner.screen.fields.clock_field import clock_field
from delegation_planner.screen.fields.line_field import LineField
from delegation_planner.screen.fields.pick_field import PickField, SeveralField
from delegation_planner.screen.fields.picking import Picked
from delegation_planner.screen.fields.typed import read_number
from delegation_planner.screen.labels import plain_label
from delegation_planner.screen.names import day_name, pick_invitees, pick_items
from delegation_planner.screen.shift import asked
from delegation_planner.screen.shift.asked import Shift
from delegation_planner.screen.shift.sentence import FieldSentence

F = TypeVar("F", bound=QWidget)
_NUMBER, _CLOCK, _DAY = 56, 58, 148
_USUAL_DELAY = 20  # minutes


class Page(QWidget):
    """The sentence of a mode. `edited` tells that it asks for something else now; `asked` says for what."""

    edited = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)

    def asked(self, plan: Plan) -> Shift:
        """What the sentence asks of a plan; raises PlanError while it says nothing that can be done."""
        raise NotImplementedError

    def shift(self, held: AbstractSet[Id]) -> Shift:
        """What it asks for now, while these items stay where they are; raises PlanError as `asked` does."""
        return asked.holding(self._desk.plan, held, self.asked)

    def follow(self) -> None:
        """Offer what the plan holds now."""

    # Parts of sentences.

    def _say(self, message: str, **fields: QWidget) -> None:
        self._column.addWidget(FieldSentence(message, fields, self))

    def _beside(self, *widgets: QWidget) -> None:
        row = QHBoxLayout()
        row.setSpacing(20)
        for widget in widgets:
            row.addWidget(widget)
        row.addStretch(1)
        self._column.addLayout(row)

    def _heard(self, field: F, name: str, width: int = 0) -> F:
        """A field whose every change asks anew; `name` is what it is called."""
        field.setAccessibleName(name)
        told: Any = field
        told.committed.connect(lambda _value: self.edited.emit())
        if isinstance(field, QLineEdit):
            field.textEdited.connect(lambda _text: self.edited.emit())
        if width:
            field.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            field.setFixedWidth(width)
        return field

    def _item_field(self) -> PickField:
        field = PickField(self, arrow=self._desk.theme.icon("chevron_down"))
        return self._heard(field, self._desk.say("Item"))

    def _minutes_field(self, minutes: int) -> LineField:
        field = self._heard(LineField(self, read=read_number, empty=None), self._desk.say("Minutes"), _NUMBER)
        field.setAlignment(Qt.AlignmentFlag.AlignRight)
        field.show_value(minutes)
        return field

    def _day_field(self, name: str) -> ChoiceField:
        return self._heard(ChoiceField((), self), name, _DAY)

    def _offer_days(self, field: ChoiceField) -> None:
        chosen = field.value()
        known = days(self._desk.plan)
        field.offer([(day, day_name(self._desk.words, self._desk.plan, day)) for day in known])
        field.show_value(chosen if chosen is not None else known[0])

    def _offer_items(self, field: PickField) -> None:
        field.offer(pick_items(self._desk.plan, Texts(self._desk.words.language)))

    def _picked(self, field: PickField) -> ProgrammeItem:
        picked = field.value()
        if not isinstance(picked, Picked) or picked.id is None:
            raise PlanError("Choose an item by its number or title.")
        return self._desk.plan.find(ProgrammeItem, picked.id)


class PushPage(Page):
    """An item starts later, ends later or runs late, and what follows makes room."""

    def __init__(self, desk: Desk, chosen: Sequence[Id], parent: QWidget, late: int) -> None:
        """`late` is by how much the first of the chosen items runs late; 0 if it does not."""
        super().__init__(desk, parent)
        say = desk.say
        self.item = self._item_field()
        hows = (("starts", say("starts later")), ("ends", say("ends later")), ("runs", say("runs late")))
        self.how = self._heard(ChoiceField(hows, self), say("What becomes later"), 110)
        self.how.show_value("runs" if late else "starts")
        self.minutes = self._minutes_field(late or _USUAL_DELAY)
        self._say(say("{item} {how} by {minutes} min"), item=self.item, how=self.how, minutes=self.minutes)
        self._column.addWidget(hint(say("What follows makes room: gaps absorb, pinned items stay.")))
        self.setFocusProxy(self.minutes)
        self.follow()
        if chosen:
            self.item.show_value(Picked(chosen[0]))

    def asked(self, plan: Plan) -> Shift:
        minutes = self.minutes.value()
        return asked.later(plan, self._picked(self.item).id, self.how.value(), minutes or 0)

    def follow(self) -> None:
        self._offer_items(self.item)


class DayPage(Page):
    """Items on another day, one alone also at another time."""

    def __init__(self, desk: Desk, chosen: Sequence[Id], parent: QWidget) -> None:
        super().__init__(desk, parent)
        say = desk.say
        self._chosen = tuple(chosen) if len(chosen) > 1 else ()
        self.day = self._day_field(say("To day"))
        self._offer_days(self.day)
        self.push = self._heard(FlagField(say("What follows there makes room"), self), say("Push what follows"))
        self.push.show_value(True)
        self.item = self._item_field()
        self.clock = self._heard(clock_field(desk.words, self), say("Start"), _CLOCK)
        if self._chosen:
            self.item.hide()
            self.clock.hide()
            self.push.hide()
            count = desk.words.say_many("{count} item", "{count} items", len(self._chosen))
            self._say(say("Move {items} to {day}").replace("{items}", count), day=self.day)
        else:
            self._say(say("Move {item} to {day} at {clock}"), item=self.item, day=self.day, clock=self.clock)
            self._beside(self.push)
        self.item.committed.connect(self._take_times_of)
        self.setFocusProxy(self.day)
        self.follow()
        if chosen:
            self.item.show_value(Picked(chosen[0]))
            self._take_times_of(Picked(chosen[0]))
        if self._chosen:
            days_of_all = (desk.plan.find(ProgrammeItem, id).start_day for id in self._chosen)
            self.day.show_value(another_day(desk.plan, min(days_of_all)))

    def asked(self, plan: Plan) -> Shift:
        day = self.day.value()
        if self._chosen:
            return asked.to_day(plan, self._chosen, day, None, push=False)
        clock = self.clock.value()
        if clock is None:
            raise PlanError("“{value}” is not a time such as 09:15.", value=self.clock.text())
        return asked.to_day(plan, [self._picked(self.item).id], day, clock or None, push=self.push.value())

    def shift(self, held: AbstractSet[Id]) -> Shift:
        if self._chosen:
            return asked.leaving_out(self.asked(self._desk.plan), held & set(self._chosen))
        return super().shift(held)

    def follow(self) -> None:
        self._offer_items(self.item)
        self._offer_days(self.day)

    def _take_times_of(self, picked: Picked) -> None:
        """Begin at the item's time on another day: what it would do is seen at once."""
        item = self._desk.plan.get(ProgrammeItem, picked.id)
        if item is not None:
            self.day.show_value(another_day(self._desk.plan, item.start_day))
            self.clock.show_value(item.start_time)


class InsertPage(Page):
    """A new item, and for those who come what follows makes room."""

    def __init__(self, desk: Desk, chosen: Sequence[Id], day: int, parent: QWidget) -> None:
        super().__init__(desk, parent)
        say = desk.say
        self.title = self._heard(LineField(self), say("Title"))
        self.title.show_value(say("New item"))
        self.day = self._day_field(say("Day"))
        self.clock = self._heard(clock_field(desk.words, self), say("Start"), _CLOCK)
        self.minutes = self._minutes_field(30)
        self.who = SeveralField(self, arrow=desk.theme.icon("chevron_down"), by_code=True)
        self._heard(self.who, say("Who comes"))
        self._say(
            say("Insert {title} on {day} at {clock} for {minutes} min"),
            title=self.title, day=self.day, clock=self.clock, minutes=self.minutes,
        )  # fmt: skip
        self._say(say("with {who} – what follows for them makes room"), who=self.who)
        self.setFocusProxy(self.title)
        self.follow()
        self.day.show_value(day)
        self.clock.show_value("09:00")
        if chosen:
            before = desk.plan.find(ProgrammeItem, chosen[-1])
            self.day.show_value(before.end_day)
            self.clock.show_value(before.end_time)
            self.who.show_value(tuple(desk.plan.invitations(before.id)))

    def asked(self, plan: Plan) -> Shift:
        clock, who = self.clock.value(), self.who.value()
        if not clock:
            raise PlanError("“{value}” is not a time such as 09:15.", value=self.clock.text())
        if who is None:
            raise PlanError("“{value}” names nobody in this plan.", value=self.who.text())
        desk, minutes = self._desk, self.minutes.value() or 0
        title = self.title.text().strip() or desk.say("New item")
        return asked.inserted(plan, title, (self.day.value(), clock), minutes, who, desk.new_id, desk.words.language)

    def follow(self) -> None:
        self._offer_days(self.day)
        self.who.offer(pick_invitees(self._desk.plan, Texts(self._desk.words.language)))


class DuplicatePage(Page):
    """All items of a day once more on another."""

    def __init__(self, desk: Desk, day: int, parent: QWidget) -> None:
        super().__init__(desk, parent)
        say = desk.say
        self.day = self._day_field(say("Day"))
        self.on = self._day_field(say("To day"))
        self._say(say("Duplicate {day} on {other}"), day=self.day, other=self.on)
        self._column.addWidget(hint(say("With steps, vehicles and invitations. Cancelled items stay behind.")))
        self.setFocusProxy(self.on)
        self.follow()
        self.day.show_value(day)
        self.on.show_value(another_day(desk.plan, day))

    def asked(self, plan: Plan) -> Shift:
        if self.day.value() == self.on.value():
            raise PlanError("Choose another day to duplicate it on.")
        return asked.day_again(plan, self.day.value(), self.on.value(), self._desk.new_id)

    def follow(self) -> None:
        self._offer_days(self.day)
        self._offer_days(self.on)


def another_day(plan: Plan, day: int) -> int:
    """Where what is on a day most likely goes: the day after it, from the last one the day before."""
    known = days(plan)
    return next((other for other in known if other > day), max((other for other in known if other < day), default=day))


def hint(text: str) -> QWidget:
    """What a sentence does beside what it says."""
    return plain_label(text, "muted", wrap=True)
