"""Cuts the plan into programmes: one for each audience, all from the same entries."""

from delegation_planner.plan.delegation import Delegation
from delegation_planner.plan.kinds import Disclosure, Id, Language, shown_at
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.rulebook import Rulebook
from delegation_planner.programme.audience import Audience
from delegation_planner.programme.groundwork import groundwork
from delegation_planner.programme.programme import Programme
from delegation_planner.programme.reading import Reading
from delegation_planner.programme.teams import is_served
from delegation_planner.programme.texts import Texts


def programme(plan: Plan, audience: Audience, rulebook: Rulebook) -> Programme:
    """What one audience may see. For many audiences of the same plan, ask one `Programmes`.

    Raises PlanError where the visit has no date yet, or the plan lacks the audience's participant or delegation.
    """
    return Programmes(plan, rulebook).of(audience)


class Programmes:
    """All programmes of one plan.

    What does not depend on the reader is gathered once; entries, names and lists are made once for a language and
    level of detail. Readers who attend with the same roles share the very same Entry objects.
    """

    def __init__(self, plan: Plan, rulebook: Rulebook) -> None:
        self._ground = groundwork(plan, rulebook)
        self._readings: dict[tuple[Language, Language | None, Disclosure], Reading] = {}

    def of(self, audience: Audience) -> Programme:
        """The programme of an audience; raises PlanError where the plan does not hold its participant or delegation."""
        key = (audience.language, audience.second_language, detail_of(audience))
        if key not in self._readings:
            texts = Texts(audience.language, audience.second_language)
            self._readings[key] = Reading(self._ground, texts, detail_of(audience))
        return self._readings[key].programme(audience, self._items(audience))

    def _items(self, audience: Audience) -> list[Id]:
        """The audience's items up to its level, in order."""
        ground = self._ground
        candidates = list(ground.items)
        if audience.kind == "person":
            person = ground.plan.find(Participant, audience.participant_id or "")
            candidates = ground.items_of_person.get(person.id, [])
        elif audience.kind == "delegation":
            members = ground.members[ground.plan.find(Delegation, audience.delegation_id or "").id]
            candidates = [id for id in ground.items if not ground.attendance[id].keys().isdisjoint(members)]
        elif audience.team:
            candidates = [id for id in ground.items if is_served(ground, audience.team, id)]
        levels = shown_at(audience.level)
        return [id for id in candidates if ground.items[id].disclosure in levels]


def detail_of(audience: Audience) -> Disclosure:
    """How much an entry tells: a person or a team knows of internal items, but never reads internal remarks.

    The press reads what the public reads, whatever is asked for.
    """
    if audience.team == "press":
        return "public"
    return "detailed" if audience.kind in ("person", "team") and audience.level == "internal" else audience.level
