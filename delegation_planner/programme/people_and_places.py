"""People, groups and places as a reader sees them: public fields only."""

from collections.abc import Mapping
from functools import cached_property

from delegation_planner.plan.delegation import Group
from delegation_planner.plan.kinds import Id
from delegation_planner.plan.participant import Participant, is_notified
from delegation_planner.plan.place import Place
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import Invitation
from delegation_planner.programme.programme import PersonShown, PlaceShown, Shown, WhoShown
from delegation_planner.programme.texts import Texts


class PeopleAndPlaces:
    """The people and places of a plan in one reader's language; each is made once.

    `order` is the order of precedence over all sides, guests first.
    """

    def __init__(self, plan: Plan, texts: Texts, order: Mapping[Id, int]) -> None:
        self._plan = plan
        self._texts = texts
        self._order = order
        self._places: dict[Id, PlaceShown] = {}

    @cached_property
    def people(self) -> dict[Id, PersonShown]:
        """Every participant, by id."""
        return {row.id: self._person(row) for row in self._plan.rows(Participant)}

    def _person(self, row: Participant) -> PersonShown:
        texts = self._texts
        return PersonShown(
            id=row.id,
            code=row.code,
            name=self._name(row, "name"),
            short=self._name(row, "short", "name"),
            honorific=getattr(row, f"honorific_{texts.language}"),  # a form of address is never lent by a language
            office=texts.shown(row, "office"),
            office_second=texts.second(row, "office"),
            notified=is_notified(row),
        )

    def _name(self, row: Participant, *stems: str) -> Shown:
        """A person's own name belongs to no language; a role in brackets does, and so does "Ambassador (AZ)"."""
        name = self._texts.shown(row, *stems)
        own = is_notified(row) and name.text in (row.name_en, row.name_id, row.name_az)
        return self._texts.plain(name.text) if own else name

    def place(self, place_id: Id | None) -> PlaceShown | None:
        """A place with the one it lies in."""
        row = self._plan.get(Place, place_id)
        if row is None:
            return None
        if row.id not in self._places:
            around = self._plan.get(Place, row.parent_id)
            self._places[row.id] = PlaceShown(
                id=row.id,
                name=self._texts.shown(row, "name"),
                within=self._texts.shown(around, "name") if around else None,
                address=row.address or (around.address if around else ""),
                city=row.city or (around.city if around else ""),
                zone=row.zone,
                iata=row.iata,
                within_id=around.id if around else None,
            )
        return self._places[row.id]

    def place_second(self, place_id: Id | None) -> Shown | None:
        """A place's name in the second language, the building before the room."""
        row = self._plan.get(Place, place_id)
        if row is None or self._texts.second_language is None:
            return None
        second = Texts(self._texts.second_language)
        around = self._plan.get(Place, row.parent_id)
        names = [second.shown(place, "name") for place in (around, row) if place]
        borrowed = [name.language for name in names if name.language != second.language]
        return Shown(", ".join(name.text for name in names), borrowed[0] if borrowed else second.language)

    def who(self, invitations: Mapping[Id, Invitation]) -> tuple[WhoShown, ...]:
        """Groups as groups, then whoever comes with none of them, by order of precedence.

        A group stands where its first member stands.
        """
        ranked: list[tuple[int, int, WhoShown]] = []
        through_groups: set[Id] = set()
        for invitation in invitations.values():
            group = self._plan.get(Group, invitation.group_id)
            if group:
                coming = [member for member in group.member_ids if member not in invitation.exception_ids]
                through_groups.update(coming)
                missing = [id for id in invitation.exception_ids if id in group.member_ids]
                shown = WhoShown(self._texts.shown(group, "name"), None, self._shorts(missing))
                ranked.append((min(map(self._place_in_order, coming), default=len(self._order)), 0, shown))
        for invitation in invitations.values():
            person = self.people.get(invitation.participant_id or "")
            if person and person.id not in through_groups:
                ranked.append((self._place_in_order(person.id), 1, WhoShown(person.short, person.id, ())))
        ranked.sort(key=lambda entry: entry[:2])
        return tuple(shown for _, _, shown in ranked)

    def _shorts(self, ids: list[Id]) -> tuple[Shown, ...]:
        return tuple(self.people[id].short for id in sorted(ids, key=self._place_in_order))

    def _place_in_order(self, participant_id: Id) -> int:
        return self._order.get(participant_id, len(self._order))
