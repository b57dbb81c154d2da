"""Everybody in one list by any heading."""

import pytest

from delegation_planner.plan.index import Index
from delegation_planner.programme.texts import Texts
from delegation_planner.resource_files import read_rulebook
from delegation_planner.screen.names import short_delegation_names
from delegation_planner.screen.participants.list_rows import (
    HEADINGS,
    Heading,
    ListedPeople,
    ListRow,
    Sorting,
    cell,
)
from delegation_planner.screen.participants.rows import Everybody
from delegation_planner.words.words import ENGLISH
from tests.builders import a_delegation, a_person, a_plan, a_visit, an_invitation, an_item

HOST = a_delegation("ID", side="host", name_en="Indonesia")
GUEST = a_delegation(name_en="Azerbaijan")
CHAIR = a_person(
    "A1", name_en="İnam Kərimov", family="Kərimov", sort_key="Kərimov", head=True, entourage="vvip", diet="halal"
)
AIDE = a_person("A2", name_en="[Aide]", office_en="Protocol", diet="halal", rank_code="x")
MINISTER = a_person("I1", HOST, name_en="Asman Abnur", office_en="Minister", entourage="vip", rank_code="x")
LATE, EARLY = an_item("01", 2, "09:00", "10:00"), an_item("02", 1, "15:10", "16:00")
PLAN = a_plan(
    a_visit(), GUEST, HOST, CHAIR, AIDE, MINISTER, LATE, EARLY,
    an_invitation(LATE, CHAIR), an_invitation(EARLY, CHAIR), an_invitation(LATE, MINISTER),
)  # fmt: skip


def rows(sorting: Sorting = Sorting(), text: str = "") -> list[ListRow]:  # noqa: B008  # a value
    everybody = Everybody(PLAN, read_rulebook(), ENGLISH, {})
    found = ListedPeople(everybody, Index.of(PLAN)).shown(text, sorting)
    assert found.there == 3
    return [node.row for node in found.nodes]


@pytest.mark.parametrize(
    ("heading", "rising", "falling"),
    [
        ("order", "A1 A2 I1", "I1 A2 A1"),
        ("name", "A2 I1 A1", "A1 I1 A2"),
        ("office", "I1 A2 A1", "A2 I1 A1"),
        ("delegation", "A1 A2 I1", "I1 A2 A1"),
        ("entourage", "A1 I1 A2", "A2 I1 A1"),
        ("first", "A1 I1 A2", "I1 A1 A2"),
        ("missing", "A1 I1 A2", "I1 A1 A2"),
    ],
)
def test_every_heading_sorts_both_ways_and_what_is_empty_comes_last(
    heading: Heading, rising: str, falling: str
) -> None:
    assert " ".join(row.person.code for row in rows(Sorting(heading))) == rising
    assert " ".join(row.person.code for row in rows(Sorting(heading, descending=True))) == falling


def test_a_row_says_all_its_headings() -> None:
    first = rows()[0]
    said = {heading: cell(ENGLISH, first, heading) for heading in HEADINGS}
    assert said == {
        "order": "1", "name": "İnam Kərimov", "office": "", "delegation": "Azerbaijan", "entourage": "VVIP",
        "first": "D1 15:10", "missing": "not approved, no rank",
    }  # fmt: skip


@pytest.mark.parametrize(("text", "left"), [("karimov", "A1"), ("azer", "A1 A2"), ("VIP indo", "I1"), ("nobody", "")])
def test_a_filter_reads_every_heading(text: str, left: str) -> None:
    assert " ".join(row.person.code for row in rows(text=text)) == left


def test_the_same_heading_turns_the_order_round_and_is_remembered() -> None:
    sorting = Sorting().by("name")
    assert sorting == Sorting("name")
    assert sorting.by("name") == Sorting("name", descending=True)
    for each in (sorting, sorting.by("name")):
        assert Sorting.of(each.text) == each
    assert Sorting.of("nothing known") == Sorting()


def test_delegations_are_told_apart_by_what_is_their_own() -> None:
    names = {
        "AZ": "Delegation of the Republic of Azerbaijan", "ID": "Delegation of the Republic of Indonesia",
        "SBY": "City of Surabaya", "BTM": "City of Batam", "DKI": "DKI Jakarta", "D": "Delegation",
        "GUESTS": "Delegation of the press",
    }  # fmt: skip
    delegations = {code: a_delegation(code, name_en=name) for code, name in names.items()}
    short = short_delegation_names(a_plan(*delegations.values()), Texts("en"))
    assert {code: short[row.id] for code, row in delegations.items()} == {
        "AZ": "Azerbaijan", "ID": "Indonesia", "SBY": "Surabaya", "BTM": "Batam", "DKI": "DKI Jakarta",
        "D": "Delegation", "GUESTS": "Press",
    }  # fmt: skip


def test_the_list_says_the_short_name_and_the_filter_reads_the_whole() -> None:
    guest = GUEST._replace(name_en="Delegation of the Republic of Azerbaijan")
    host = HOST._replace(name_en="Delegation of the Republic of Indonesia")
    plan = a_plan(guest, host, CHAIR, MINISTER)
    listed = ListedPeople(Everybody(plan, read_rulebook(), ENGLISH, {}), Index.of(plan))
    (node,) = listed.shown("republic azerbaijan", Sorting()).nodes
    assert cell(ENGLISH, node.row, "delegation") == "Azerbaijan"
