"""Rows that are kept between edits: they are those that would be made anew, whatever was edited, typed or sorted."""

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from delegation_planner.plan.delegation import Delegation
from delegation_planner.plan.index import Index
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.precedence import order_in_delegation, order_in_each_delegation
from delegation_planner.resource_files import read_rulebook, read_sample
from delegation_planner.screen.marks import Mark
from delegation_planner.screen.participants.kept_rows import KeptPeople
from delegation_planner.screen.participants.list_rows import HEADINGS, ListedPeople, Sorting
from delegation_planner.screen.participants.rows import Everybody, participants
from delegation_planner.words.words import ENGLISH
from tests.builders import a_delegation, a_person, a_plan, an_override
from tests.editions.edits_at_random import Edit, edits

RULES = read_rulebook()
SAMPLE = read_sample(fixed=True)
SORTINGS = [Sorting(heading, descending) for heading, descending in product(HEADINGS, (False, True))]
Looks = st.tuples(st.sampled_from(["", "a", "an", "KAR imov", "vip", "nobody"]), st.sampled_from(SORTINGS))


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(edits(), st.lists(Looks, min_size=1, max_size=4), st.booleans()), min_size=1, max_size=5))
def test_kept_rows_are_those_made_anew(steps: list[tuple[Edit, list[tuple[str, Sorting]], bool]]) -> None:
    plan, kept = SAMPLE, KeptPeople(RULES, ENGLISH)
    for edit, looks, marked in steps:
        plan = edit(plan)
        marks = {person.id: Mark("error", ()) for person in plan.rows(Participant)[:3]} if marked else {}
        for text, sorting in looks:
            anew = Everybody(plan, RULES, ENGLISH, marks)
            assert participants(kept.everybody(plan, marks), text) == participants(anew, text)
            listed = kept.listed(plan, Index.of(plan), marks)
            assert listed.shown(text, sorting) == ListedPeople(anew, Index.of(plan)).shown(text, sorting)


def test_what_is_typed_and_sorted_makes_no_rows() -> None:
    kept = KeptPeople(RULES, ENGLISH)
    index, marks = Index.of(SAMPLE), dict[str, Mark]()
    listed = kept.listed(SAMPLE, index, marks)
    rising = listed.shown("", Sorting("office")).nodes
    falling = kept.listed(SAMPLE, index, marks).shown("", Sorting("office", descending=True)).nodes
    assert {id(node) for node in rising} == {id(node) for node in falling}
    assert kept.everybody(SAMPLE, marks) is listed.everybody
    assert kept.everybody(SAMPLE, {}) is not listed.everybody


def test_the_order_in_each_delegation_is_that_in_every_one() -> None:
    full, empty = a_delegation("AZ"), a_delegation("XX", side="host")
    first, second = a_person("A1", full), a_person("A2", full)
    for plan in (SAMPLE, a_plan(full, empty, first, second, an_override(second, first))):
        every = {row.id: order_in_delegation(plan, RULES, row.id) for row in plan.rows(Delegation)}
        assert order_in_each_delegation(plan, RULES) == every
