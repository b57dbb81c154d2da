"""Programme items as entries of one way of reading: a language and a level of detail."""

from datetime import UTC, timedelta

from delegation_planner.plan.kinds import Disclosure, Id
from delegation_planner.plan.programme_item import ProgrammeItem, Step
from delegation_planner.programme.groundwork import Groundwork, side_of
from delegation_planner.programme.people_and_places import PeopleAndPlaces
from delegation_planner.programme.programme import Entry, Shown, StepLine
from delegation_planner.programme.texts import Texts


class Entries:
    """Makes each entry once; all readers of this language and level of detail share the object.

    `detail` decides what an entry tells of its item: public leaves out minute steps, the officer in charge, the
    escort, the alternate, the room layout and all remarks but the public ones; detailed leaves out internal remarks
    alone.
    """

    def __init__(self, ground: Groundwork, texts: Texts, known: PeopleAndPlaces, detail: Disclosure) -> None:
        self._ground = ground
        self._texts = texts
        self._known = known
        self._detail: Disclosure = detail
        self._made: dict[Id, Entry] = {}
        self._foreign: dict[Id, frozenset[Shown]] = {}

    def entry(self, item_id: Id) -> Entry:
        """The entry of an item, without anybody's own roles."""
        if item_id not in self._made:
            self._made[item_id] = self._make(self._ground.items[item_id])
        return self._made[item_id]

    def foreign(self, item_id: Id) -> frozenset[Shown]:
        """The entry's texts that are not in the language asked for."""
        if item_id not in self._foreign:
            self._foreign[item_id] = self._texts.foreign(self.entry(item_id))
        return self._foreign[item_id]

    def _make(self, item: ProgrammeItem) -> Entry:
        texts, known = self._texts, self._known
        span = self._ground.spans[item.id]
        told = self._detail != "public"
        return Entry(
            item_id=item.id,
            uid=item.uid,
            number=item.code,
            kind=item.kind,
            status=item.status,
            disclosure=item.disclosure,
            precision=item.precision,
            track=item.track,
            start_day=item.start_day,
            start=span.start,
            end_day=item.end_day,
            end=span.end,
            broken=not span.is_valid,
            title=texts.shown(item, "title"),
            title_second=texts.second(item, "title"),
            short_title=texts.shown(item, "short_title", "title"),
            place=known.place(item.place_id),
            to_place=known.place(item.to_place_id),
            place_second=known.place_second(item.place_id),
            who=known.who(self._ground.plan.invitations(item.id)),
            attendee_ids=self._attendee_ids(item.id),
            roles=(),
            optional=False,
            dress=item.dress,
            host=self._person_or_text(item.host_id, item.host_text),
            in_charge=self._person_or_text(item.in_charge_id, item.in_charge_text) if told else None,
            remarks=self._remarks(item),
            alternate=item.alternate if told else "",
            travel_mode=item.travel_mode,
            travel_minutes=item.travel_minutes,
            escort=item.escort if told else "none",
            flight_no=item.flight_no,
            steps=tuple(self._step(item, step) for step in self._ground.steps.get(item.id, ())) if told else (),
            to_place_second=known.place_second(item.to_place_id),
            room_layout=item.room_layout if told else "",
        )

    def _attendee_ids(self, item_id: Id) -> tuple[Id, ...]:
        order = self._ground.order
        return tuple(sorted(self._ground.attendance[item_id], key=lambda person: order.get(person, len(order))))

    def _person_or_text(self, participant_id: Id | None, text: str) -> Shown | None:
        person = self._known.people.get(participant_id or "")
        if person:
            return person.short
        return self._texts.plain(text) if text else None

    def _remarks(self, item: ProgrammeItem) -> tuple[Shown, ...]:
        remarks = [self._texts.shown(item, "remarks_public")]
        if self._detail != "public":
            remarks.append(self._texts.plain(item.remarks_detailed))
        if self._detail == "internal":
            remarks.append(self._texts.plain(item.remarks_internal))
        return tuple(remark for remark in remarks if remark)

    def _step(self, item: ProgrammeItem, step: Step) -> StepLine:
        start = self._ground.spans[item.id].start
        at = (start.astimezone(UTC) + timedelta(minutes=step.offset)).astimezone(start.tzinfo)
        actor = self._person_or_text(step.actor_id, step.actor_text)
        cue = self._texts.shown(step, "cue")
        side = side_of(self._ground, step.actor_id)
        return StepLine(at, step.offset, step.minutes, cue, actor.text if actor else "", side)
