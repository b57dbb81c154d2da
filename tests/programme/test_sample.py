"""The sample visit as its readers see it."""

import pytest

from delegation_planner.plan.attendance import attendees
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.programme.audience import everybody, person
from delegation_planner.programme.build import Programmes
from delegation_planner.resource_files import read_rulebook, read_sample


@pytest.mark.parametrize("fixed", [False, True])
def test_everybody_of_the_sample_gets_exactly_what_invitations_and_names_say(*, fixed: bool) -> None:
    plan = read_sample(fixed=fixed)
    programmes = Programmes(plan, read_rulebook())
    for row in plan.rows(Participant):
        expected = {
            item.code
            for item in plan.rows(ProgrammeItem)
            if row.id in attendees(plan, item.id) or row.id in (item.host_id, item.in_charge_id)
        }
        assert {entry.number for entry in programmes.of(person(row.id)).entries} == expected


def test_the_levels_of_the_sample_lie_within_one_another() -> None:
    programmes = Programmes(read_sample(fixed=True), read_rulebook())
    public, detailed, internal = (
        [entry.number for entry in programmes.of(everybody(level)).entries]
        for level in ("public", "detailed", "internal")
    )
    assert set(public) < set(detailed) < set(internal)
    assert sorted(internal) == [f"{number:02d}" for number in range(1, 51)]
    assert sorted(set(internal) - set(detailed)) == ["06", "07"]


def test_the_guests_of_the_sample_stand_in_their_order_of_precedence() -> None:
    made = Programmes(read_sample(fixed=True), read_rulebook()).of(everybody())
    order = {people.side: [person.code for person in people.members] for people in made.delegations[:2]}
    assert order == {
        "guest": ["A1", "E1", "A2", "A3", "A4", "A5", "E2", "A6", "A7"],
        "host": ["I1", "I2", "I4", "I5", "I3", "I11", "I9", "I6", "I7", "I8", "I10"],
    }
