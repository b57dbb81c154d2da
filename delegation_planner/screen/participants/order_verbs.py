"""What one does with the order of precedence: who leads, and who goes before whom for what reason."""

from collections.abc import Callable

from delegation_planner.plan.day_time import stamp
from delegation_planner.plan.edits.participants import make_head, order_by_rule, place_before
from delegation_planner.plan.kinds import Id
from delegation_planner.plan.participant import Participant
from delegation_planner.screen.asking import ask_text
from delegation_planner.screen.desk import Desk
from delegation_planner.screen.participants.rows import neighbours
from delegation_planner.screen.removing import row_name
from delegation_planner.session.store import Label


class OrderVerbs:
    """The verbs on one person; `person` says on whom, or None."""

    def __init__(self, desk: Desk, person: Callable[[], Participant | None]) -> None:
        self.desk = desk
        self._person = person

    def make_head(self) -> None:
        """The selected person leads the delegation."""
        person = self._person()
        if person is not None:
            label = Label("edit_participant", {"name": row_name(self.desk.words, person)})
            self.desk.edit(label, make_head(self.desk.plan, person.id))

    def move_up(self) -> None:
        """One place up, for a reason."""
        self._move(up=True)

    def move_down(self) -> None:
        """One place down, for a reason."""
        self._move(up=False)

    def _move(self, *, up: bool) -> None:
        """Up goes before the one above; down puts the one below before this person."""
        desk, person = self.desk, self._person()
        if person is None:
            return
        above, below = neighbours(desk.plan, desk.rulebook, person)
        other = desk.plan.get(Participant, above if up else below)
        if other is None:
            return
        first, second = (person, other) if up else (other, person)
        self._place(first, second)

    def place_before(self, person_id: Id, before_id: Id) -> None:
        """A person right before another one of the delegation, for a reason."""
        person, other = self.desk.plan.get(Participant, person_id), self.desk.plan.get(Participant, before_id)
        if person is not None and other is not None:
            self._place(person, other)

    def _place(self, first: Participant, second: Participant) -> None:
        desk = self.desk
        names = {"first": row_name(desk.words, first), "second": row_name(desk.words, second)}
        question = desk.say("Why does {first} go before {second}?", **names)
        reason = ask_text(desk, question, desk.say("The reason is kept with the order."), desk.say("Move"))
        if reason is not None:
            label = Label("place_before", {"name": names["first"]})
            at = stamp(desk.now())
            desk.edit(label, lambda: place_before(desk.plan, first.id, second.id, reason, desk.new_id, set_at=at))

    def order_by_rule(self) -> None:
        """The selected person stands where the rule says again."""
        person = self._person()
        if person is not None:
            label = Label("place_before", {"name": row_name(self.desk.words, person)})
            self.desk.edit(label, order_by_rule(self.desk.plan, person.id))
