"""The attendance matrix as rows: who stands where, what each crossing is, what is counted below."""

import pytest

from delegation_planner.plan.edits.invitations import set_roles
from delegation_planner.plan.kinds import Role
from delegation_planner.plan.plan import Plan
from delegation_planner.resource_files import read_rulebook, read_sample
from delegation_planner.screen.schedule.attendance.crossings import ABSENT, Crossing, Crossings
from delegation_planner.screen.schedule.attendance.letters import ROLE_LETTERS, letters
from delegation_planner.screen.schedule.attendance.rows import DelegationLine, Matrix, Shown, matrix
from delegation_planner.screen.schedule.attendance.table_text import table_text
from delegation_planner.screen.schedule.attendance.totals_rows import total, total_lines
from delegation_planner.screen.schedule.attendance.wording import (
    cell_tip,
    crossing_sentence,
    head_sentence,
    line_tip,
    people_shown,
)
from delegation_planner.words.words import ENGLISH
from tests.builders import a_delegation, a_group, a_person, a_plan, a_visit, an_invitation, an_item, leaving

HOST = a_delegation("ID", side="host", country="ID")
HEAD = a_person("A1", name_en="Inam Karimov", head=True, diet="halal")
AIDE = a_person("A2", name_en="[Aide]", diet="halal")
GUEST = a_person("A3", name_en="[Expert]", diet="vegetarian")
MINISTER = a_person("I1", HOST, name_en="Asman Abnur", office_en="Minister")
ALL = a_group("DEL", [HEAD, AIDE, GUEST])
SIGNING = an_item(
    "02", 2, "11:00", "11:20", kind="signing", title_en="Signing of the MoU", short_title_en="MoU signing"
)
LUNCH = an_item("03", 2, "12:00", "13:00", kind="meal")
ARRIVAL = an_item("01", 1, "15:00", "16:00", kind="arrival")
PLAN = a_plan(
    a_visit(last_day=2), a_delegation(country="AZ"), HOST, HEAD, AIDE, GUEST, MINISTER, ALL, SIGNING, LUNCH, ARRIVAL,
    an_invitation(ARRIVAL, ALL),
    an_invitation(SIGNING, ALL, without=[AIDE]),
    an_invitation(SIGNING, HEAD, "head", "signatory"),
    an_invitation(SIGNING, MINISTER, "signatory", "host", "head"),
    an_invitation(LUNCH, ALL),
    an_invitation(LUNCH, MINISTER, optional=True),
)  # fmt: skip


ALL_SHOWN = Shown()


def of(plan: Plan, shown: Shown = ALL_SHOWN) -> Matrix:
    return matrix(plan, read_rulebook(), ENGLISH, shown)


def names(shown: Shown = ALL_SHOWN) -> list[str]:
    return [line.name for line in of(PLAN, shown).lines]


def test_people_stand_by_delegation_in_order_of_precedence_and_items_by_time() -> None:
    found = of(PLAN)
    assert names() == ["Azerbaijan", "Inam Karimov", "[Aide]", "[Expert]", "Indonesia", "Asman Abnur"]
    assert [(head.number, head.first_of_day) for head in found.heads] == [("01", True), ("02", True), ("03", False)]


def test_two_delegations_of_a_country_keep_their_names() -> None:
    city = a_delegation("EJ", side="host", country="ID", name_en="City of Surabaya")
    assert [line.name for line in of(a_plan(HOST, city)).lines] == ["City of Surabaya", "Delegation ID"]


def test_a_day_the_filter_and_words_narrow_it() -> None:
    assert [head.number for head in of(PLAN, Shown(day=1)).heads] == ["01"]
    assert names(Shown(people=frozenset({MINISTER.id}))) == ["Indonesia", "Asman Abnur"]
    assert names(Shown(text="minist")) == ["Indonesia", "Asman Abnur"]
    assert names(Shown(text="a2")) == ["Azerbaijan", "[Aide]"]
    assert names(Shown(text="nobody")) == []


def test_a_crossing_tells_how_somebody_comes() -> None:
    crossings = Crossings(PLAN)
    assert crossings.at(GUEST.id, ARRIVAL.id) == Crossing(True, groups=("DEL",))
    assert crossings.at(HEAD.id, SIGNING.id) == Crossing(True, ("signatory", "head"), own=True, groups=("DEL",))
    assert crossings.at(AIDE.id, SIGNING.id) == Crossing(comes=False, left_out_of=("DEL",))
    assert crossings.at(MINISTER.id, LUNCH.id) == Crossing(True, optional=True, own=True)
    assert crossings.at(MINISTER.id, ARRIVAL.id) == ABSENT


def test_totals_count_everybody_whatever_is_shown_and_diets_only_at_meals() -> None:
    found, crossings = of(PLAN, Shown(people=frozenset({MINISTER.id}))), Crossings(PLAN)
    lines = total_lines(PLAN, ENGLISH, found)
    counted = {line.name: [total(crossings, found, line, column) for column in range(3)] for line in lines}
    assert counted == {
        "Total of everyone": [3, 3, 4], "Halal": [None, None, 2], "Vegetarian": [None, None, 1],
        "Diet not known": [None, None, 1],
    }  # fmt: skip
    assert [line.name for line in total_lines(PLAN, ENGLISH, of(PLAN, Shown(day=1)))] == ["Total"]


def test_rare_diets_are_counted_together() -> None:
    people = [a_person(f"A{number}", diet=diet) for number, diet in enumerate("aabbccde", 1)]
    plan = a_plan(LUNCH, *people, *(an_invitation(LUNCH, person) for person in people))
    lines = total_lines(plan, ENGLISH, of(plan))
    counted = [(line.name, total(Crossings(plan), of(plan), line, 0)) for line in lines]
    assert counted == [("Total", 8), ("A", 2), ("B", 2), ("C", 2), ("Other diets", 2)]


@pytest.mark.parametrize(
    ("roles", "expected"),
    [((), "M"), (("witness",), "W"), (("head", "host"), "HD"), (("head", "host", "signatory"), "S+")],
)
def test_letters_put_the_foremost_role_first(roles: tuple[Role, ...], expected: str) -> None:
    assert letters(roles) == expected


def test_every_role_has_a_letter_of_its_own() -> None:
    taken = [*ROLE_LETTERS.values(), "M", "O"]
    assert len(set(taken)) == len(taken)


def test_a_crossing_is_said_in_words() -> None:
    said = {
        "signatory, head; with the group DEL": (HEAD, SIGNING),
        "left out of DEL": (AIDE, SIGNING),
        "comes without a role; with the group DEL": (GUEST, SIGNING),
        "comes without a role; optional": (MINISTER, LUNCH),
        "does not come": (MINISTER, ARRIVAL),
    }
    crossings = Crossings(PLAN)
    for sentence, (person, item) in said.items():
        assert crossing_sentence(ENGLISH, crossings.at(person.id, item.id)) == sentence


def test_the_pointer_is_told_letters_and_groups() -> None:
    found, crossings = of(PLAN), Crossings(PLAN)
    tip = cell_tip(ENGLISH, found.lines[1], found.heads[1], crossings.at(HEAD.id, SIGNING.id))
    assert tip == "Inam Karimov\n02  Signing of the MoU\nS  signatory\nD  head\nwith the group DEL"
    assert head_sentence(ENGLISH, found.heads[1], 3) == "02 MoU signing, D2 Mon 24 Jul 11:00, 3 people"


def test_crossings_follow_the_plan() -> None:
    crossings = Crossings(PLAN)
    before = crossings.of_item(SIGNING.id)
    crossings.follow(PLAN.changed(set_roles(PLAN, LUNCH.id, MINISTER.id, ["host"])))
    assert crossings.of_item(SIGNING.id) is before
    assert crossings.at(MINISTER.id, LUNCH.id).roles == ("host",)
    crossings.follow(PLAN.changed(leaving(PLAN, ALL.id, GUEST.id)))
    assert crossings.at(GUEST.id, SIGNING.id) == ABSENT


def test_the_whole_is_copied_as_a_table() -> None:
    found = of(PLAN, Shown(day=2))
    text = table_text(found, Crossings(PLAN), range(6), range(2), total_lines(PLAN, ENGLISH, found)[:1])
    assert text.split("\n") == [
        "\t02 MoU signing\t03 Item 03", "Azerbaijan\t2\t3", "Inam Karimov\tSD\tM", "[Aide]\t\tM", "[Expert]\tM\tM",
        "Indonesia\t1\t1", "Asman Abnur\tS+\t(M)", "Total\t3\t4",
    ]  # fmt: skip


def test_the_sample_counts_what_its_items_count() -> None:
    plan = read_sample(fixed=True)
    found, crossings = of(plan), Crossings(plan)
    signing = next(head for head in found.heads if head.kind == "signing")
    assert (len(found.heads), crossings.count(signing.id)) == (50, 18)


def test_a_delegation_says_how_many_of_its_people_are_shown() -> None:
    (guests, *_), (narrowed, *_) = of(PLAN).lines, of(PLAN, Shown(text="a2")).lines
    assert isinstance(guests, DelegationLine)
    assert isinstance(narrowed, DelegationLine)
    assert (people_shown(ENGLISH, guests), people_shown(ENGLISH, narrowed)) == ("3", "1 of 3")
    assert line_tip(ENGLISH, guests) == "Delegation AZ"
    assert line_tip(ENGLISH, narrowed).endswith("The numbers count everyone, those not shown as well.")


def test_delegations_of_one_country_have_a_short_name_beside_their_own() -> None:
    """Beside "Azerbaijan" the host would be cut to words that say nothing."""
    host = HOST._replace(name_en="Delegation of the Republic of Indonesia")
    guest = a_delegation(country="AZ", name_en="Delegation of the Republic of Azerbaijan")
    city = a_delegation("EJ", side="host", country="ID", name_en="City of Surabaya")
    lines = [line for line in of(a_plan(guest, host, city)).lines if isinstance(line, DelegationLine)]
    assert {line.name: line.short for line in lines} == {
        "Azerbaijan": "Azerbaijan",
        "Delegation of the Republic of Indonesia": "Indonesia",
        "City of Surabaya": "City of Surabaya",
    }
