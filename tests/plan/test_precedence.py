"""Who stands first: head, rank, date of office, name; then what was set by hand."""

import pytest

from delegation_planner.plan.participant import Participant
from delegation_planner.plan.precedence import order_in_delegation
from delegation_planner.plan.rulebook import Rank, Rulebook
from delegation_planner.plan.tables import Row
from tests.builders import a_delegation, a_person, a_plan, an_override

RULES = Rulebook({code: Rank(code, order, 1, code) for order, code in enumerate(("high", "low"))})
AZ = a_delegation()
HIGH, LOW, UNKNOWN = (a_person(rank, rank_code=rank) for rank in ("high", "low", "unheard"))


def order(*rows: Row) -> list[str]:
    plan = a_plan(AZ, *rows)
    codes = {row.id: row.code for row in rows if isinstance(row, Participant)}
    return [codes[id] for id in order_in_delegation(plan, RULES, AZ.id)]


def test_head_then_rank_then_unknown_rank() -> None:
    assert order(UNKNOWN, LOW, HIGH) == ["high", "low", "unheard"]
    assert order(HIGH, LOW._replace(head=True), UNKNOWN) == ["low", "high", "unheard"]


def test_an_earlier_date_of_office_goes_first_and_none_goes_last() -> None:
    same = [a_person(code, rank_code="high", name_en=code) for code in ("a", "b", "c")]
    dated = same[0], same[1]._replace(date_of_office="2016-05-01"), same[2]._replace(date_of_office="2015-05-01")
    assert order(*dated) == ["c", "b", "a"]


def test_names_sort_folded_without_brackets_and_by_their_sort_key() -> None:
    people = [
        a_person("1", name_en="[Zulu]"),
        a_person("2", name_en="Əliyev"),
        a_person("3", name_en="[Head of Protocol]"),
        a_person("4", name_en="Zoltan", sort_key="Bee Zoltan"),
    ]
    assert order(*people) == ["2", "4", "3", "1"]


def test_places_set_by_hand_are_applied_the_newest_last() -> None:
    a, b, c = (a_person(code, name_en=code) for code in ("a", "b", "c"))
    assert order(a, b, c, an_override(c, a)) == ["c", "a", "b"]
    one, other = an_override(c, a), an_override(b, c)
    days = {"set_at": "2017-07-01T00:00:00Z"}, {"set_at": "2017-07-02T00:00:00Z"}
    assert order(a, b, c, other._replace(**days[1]), one._replace(**days[0])) == ["b", "c", "a"]
    assert order(a, b, c, other._replace(**days[0]), one._replace(**days[1])) == ["c", "a", "b"]


def test_an_override_across_delegations_is_passed_over() -> None:
    other = a_delegation("ID", side="host")
    a, b = a_person("a"), a_person("b", other)
    plan = a_plan(AZ, other, a, b, an_override(b, a))
    assert order_in_delegation(plan, RULES, AZ.id) == (a.id,)
    assert order_in_delegation(plan, RULES, other.id) == (b.id,)


@pytest.mark.parametrize("rows", [(HIGH, LOW, UNKNOWN), (UNKNOWN, HIGH, LOW), (LOW, UNKNOWN, HIGH)])
def test_the_order_of_the_rows_does_not_matter(rows: tuple[Row, ...]) -> None:
    assert order(*rows) == ["high", "low", "unheard"]
