"""Participants as rows: delegations guests first, people in order, what is missing in words, groups."""

from delegation_planner.plan.participant import Participant
from delegation_planner.plan.plan import Plan
from delegation_planner.resource_files import read_rulebook, read_sample
from delegation_planner.screen.participants.rows import (
    GROUPS,
    DelegationRow,
    Everybody,
    GroupRow,
    PersonRow,
    missing_words,
    neighbours,
    participants,
)
from delegation_planner.screen.participants.wording import row_text, row_tip
from delegation_planner.words.words import ENGLISH
from tests.builders import a_delegation, a_group, a_person, a_plan, an_override

RULES = read_rulebook()
HOST = a_delegation("ID", side="host", position=1)
GUEST = a_delegation("AZ", position=2)


def shown(plan: Plan, text: str = "") -> list[tuple[str, list[str]]]:
    """The first-level rows by id, each with the codes below it."""
    found = []
    for node in participants(Everybody(plan, RULES, ENGLISH, {}), text).nodes:
        codes = [child.row.code for child in node.children if isinstance(child.row, PersonRow | GroupRow)]
        found.append((node.row.name if isinstance(node.row, DelegationRow) else node.id, codes))
    return found


def test_guests_come_first_and_people_by_precedence() -> None:
    head = a_person("A3", GUEST, head=True)
    plan = a_plan(HOST, GUEST, a_person("I1", HOST), a_person("A1", GUEST), a_person("A2", GUEST), head)
    assert shown(plan) == [("Delegation AZ", ["A3", "A1", "A2"]), ("Delegation ID", ["I1"])]


def test_a_place_set_by_hand_counts_and_says_why() -> None:
    first, second = a_person("A1", GUEST), a_person("A2", GUEST)
    plan = a_plan(GUEST, first, second, an_override(second, first, reason="The Embassy asks"))
    assert shown(plan) == [("Delegation AZ", ["A2", "A1"])]
    (delegation,) = participants(Everybody(plan, RULES, ENGLISH, {}), "").nodes
    row = delegation.children[0].row
    assert isinstance(row, PersonRow)
    assert (row.number, row.by_hand) == (1, "The Embassy asks")
    assert "Place set by hand: The Embassy asks" in row_tip(ENGLISH, row)


def test_groups_stand_below_with_their_members() -> None:
    first, second = a_person("A1"), a_person("A2")
    plan = a_plan(first, second, a_group("CORE", [second, first]))
    assert shown(plan)[-1] == (GROUPS, ["CORE"])
    group = participants(Everybody(plan, RULES, ENGLISH, {}), "").nodes[-1].children[0].row
    assert isinstance(group, GroupRow)
    assert group.members == ("A2", "A1")


def test_the_filter_keeps_whoever_holds_all_words() -> None:
    plan = a_plan(
        GUEST, HOST, a_person("A1", GUEST, name_az="", name_en="İnam Kərimov", office_en="Chairman"),
        a_person("A2", GUEST, office_en="Deputy chairman"), a_person("I1", HOST, office_en="Minister"),
    )  # fmt: skip
    assert shown(plan, "chairman") == [("Delegation AZ", ["A1", "A2"])]
    assert shown(plan, "karimov CHAIR") == [("Delegation AZ", ["A1"])]
    assert shown(plan, "i1") == [("Delegation ID", ["I1"])]
    assert shown(plan, "nobody") == []
    found = participants(Everybody(plan, RULES, ENGLISH, {}), "chairman")
    assert (found.shown, found.there) == (2, 3)


def test_what_is_missing_is_told_in_words() -> None:
    known = a_person(
        name_en="Inam Karimov", diet="halal", rank_code="minister", name_approved_at="2017-07-10T00:00:00Z"
    )
    assert missing_words(ENGLISH, known, "guest") == ()
    unknown = known._replace(diet=None, rank_code="", name_approved_at=None)
    assert missing_words(ENGLISH, unknown, "guest") == ("not approved", "no diet", "no rank")
    assert missing_words(ENGLISH, unknown, "host") == ("not approved", "no rank")
    assert missing_words(ENGLISH, unknown._replace(name_en="[Chairman]"), "guest") == ("no diet", "no rank")


def test_a_form_of_address_is_for_those_who_are_notified() -> None:
    plan = a_plan(
        GUEST, a_person("A1", GUEST, honorific_en="H.E. Mr"),
        a_person("A2", GUEST, name_en="[Deputy]", honorific_en="Mr"),
    )  # fmt: skip
    (delegation,) = participants(Everybody(plan, RULES, ENGLISH, {}), "").nodes
    people = [child.row for child in delegation.children]
    assert [(row.honorific, row.notified) for row in people if isinstance(row, PersonRow)] == [
        ("", False), ("H.E. Mr", True),
    ]  # fmt: skip
    assert row_text(ENGLISH, people[1]) == "2. H.E. Mr Person A1, not approved, no diet, no rank"


def test_neighbours_stand_right_above_and_below() -> None:
    people = [a_person(code, GUEST) for code in ("A1", "A2", "A3")]
    plan = a_plan(GUEST, *people)
    first, second, third = (person.id for person in people)
    assert [neighbours(plan, RULES, person) for person in people] == [(None, second), (first, third), (second, None)]


def test_the_sample_shows_everybody_once() -> None:
    plan = read_sample(fixed=True)
    found = participants(Everybody(plan, RULES, ENGLISH, {}), "")
    people = [child.row for node in found.nodes for child in node.children if isinstance(child.row, PersonRow)]
    assert sorted(row.id for row in people) == sorted(plan.table(Participant))
    assert found.shown == found.there == 23
    indonesia = next(node for node in found.nodes if isinstance(node.row, DelegationRow) and node.row.side == "host")
    assert [child.row.code for child in indonesia.children if isinstance(child.row, PersonRow)] == [
        "I1", "I2", "I4", "I5", "I3", "I11", "I9", "I6", "I7", "I8", "I10",
    ]  # fmt: skip
