"""Manifests, sheets of places, days and teams: who reads what, and each thing where it belongs."""

from collections import Counter
from datetime import time
from typing import Any

import pytest

from delegation_planner.exports.papers.paper_set import PAPER_NAMES, Paper
from delegation_planner.plan.kinds import LANGUAGES, LEVELS, Language
from delegation_planner.plan.plan import Plan
from delegation_planner.programme.audience import TEAMS, Team, everybody, person, team
from tests.builders import a_delegation, a_person, a_place, a_plan, a_vehicle, a_visit, an_invitation, an_item
from tests.exports.papers.made_papers import (
    cells,
    papers_named,
    programme_for_all,
    programme_for_team,
    programme_of,
)

HOSTS = a_delegation("ID", side="host")
CHAIR = a_person("A1", name_en="Chair", entourage="vvip", principal=True, speaks=("az",), diet="halal")
AIDE = a_person("A2", name_en="Aide", diet=" halal ")
GUEST = a_person("A3", name_en="Guest", diet="no nuts")
MINISTER = a_person("I1", HOSTS, name_en="Minister", entourage="vip", principal=True, speaks=("id", "en"))
INTERPRETER = a_person("I8", HOSTS, name_en="Interpreter", interprets=("id-az",))
PEOPLE = (CHAIR, AIDE, GUEST, MINISTER, INTERPRETER)


def plan_of(*rows: Any) -> Plan:
    return a_plan(a_delegation(), HOSTS, *PEOPLE, *rows)


def items_of(paper: Paper) -> list[list[Any]]:
    """The rows that hold an item: its number, times, texts."""
    return [row for row in cells(paper) if isinstance(row[1], time) and row[0] != ""]


def sheet_for(plan: Plan, name: Team) -> list[list[Any]]:
    (paper,) = papers_named(programme_of(plan, team(name)), name)
    return items_of(paper)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", TEAMS)
def test_a_team_finds_each_of_its_items_once(name: Team, language: Language) -> None:
    programme = programme_for_team(name, language)
    (paper,) = papers_named(programme, name)
    assert programme.entries
    assert [row[0] for row in items_of(paper)] == [entry.number for entry in programme.entries]


def test_the_kitchen_reads_how_many_keep_each_diet_and_never_who() -> None:
    meal = an_item("05", kind="meal")
    plan = plan_of(meal, an_item("06"), *(an_invitation(meal, each) for each in PEOPLE))
    (row,) = sheet_for(plan, "kitchen")
    assert (row[0], row[5], row[6]) == ("05", 5, "2 × halal\n1 × no nuts\n2 × not yet told")
    (paper,) = papers_named(programme_of(plan, team("kitchen")), "kitchen")
    said = " ".join(str(cell) for line in cells(paper) for cell in line)
    assert [person.name_en for person in PEOPLE if person.name_en in said] == []


def test_the_press_reads_public_items_alone_whatever_the_level() -> None:
    shown = an_item("01", kind="signing", disclosure="public", remarks_public_en="Press at 08:45")
    hidden = an_item("02", kind="signing", disclosure="detailed")
    plan = plan_of(
        shown._replace(remarks_detailed="secret"), hidden, an_invitation(shown, CHAIR, "signatory", "head"),
        an_invitation(shown, AIDE),
    )  # fmt: skip
    (row,) = sheet_for(plan, "press")
    assert (row[0], row[5], row[6]) == ("01", "Chair (signatory, head)", "Press at 08:45")
    (paper,) = papers_named(programme_of(plan, team("press")), "press")
    assert paper.stem == "Press"


def test_security_reads_where_the_protected_are() -> None:
    hall = a_place("HALL", name_en="Hall", address="Street 1")
    guarded, other = an_item("01", place_id=hall.id), an_item("02", place_id=hall.id)
    plan = plan_of(
        hall, guarded, other, an_invitation(guarded, CHAIR), an_invitation(guarded, AIDE), an_invitation(other, AIDE)
    )
    (row,) = sheet_for(plan, "security")
    assert (row[0], row[4], row[5], row[6]) == ("01", "Hall\nStreet 1", "Chair", 2)


def test_interpreters_read_the_languages_of_both_sides() -> None:
    call = an_item("01", kind="courtesy_call")
    plan = plan_of(call, an_item("02"), *(an_invitation(call, each) for each in (CHAIR, AIDE, MINISTER, INTERPRETER)))
    (row,) = sheet_for(plan, "interpreters")
    assert (row[0], row[5], row[6]) == ("01", "Chair: AZ\nMinister: ID, EN", "Interpreter: ID–AZ")


def a_movement(**fields: Any) -> Plan:
    start, goal = a_place("A", name_en="Hotel"), a_place("B", name_en="Ministry", address="Street 1")
    ride = an_item(
        "08", kind="movement", place_id=start.id, to_place_id=goal.id, remarks_internal="hush",
        remarks_detailed="line up", **fields,
    )  # fmt: skip
    first = a_vehicle(ride, 1, name_en="Lead", plate="B 1", driver="[Driver]", driver_phone="+62 8 00")
    second = a_vehicle(ride, 2, seats=3, rear_right_id=CHAIR.id, rear_left_id=AIDE.id, front_text="Guard")
    third = a_vehicle(ride, 3, other_ids=(GUEST.id, MINISTER.id))
    return plan_of(start, goal, ride, first, second, third, an_invitation(ride, CHAIR))


def test_the_manifest_says_who_sits_where() -> None:
    (paper,) = papers_named(programme_of(a_movement(), team("drivers")), "manifests")
    rows = cells(paper)
    start = next(number for number, row in enumerate(rows) if row[0] == "Pos.")
    seats = [
        [str(cell).replace("\N{NO-BREAK SPACE}", " ") for cell in row]
        for row in rows[start + 1 :]
        if isinstance(row[0], float)
    ]
    assert seats == [
        ["1.0", "Lead", "B 1", "[Driver]\n+62 8 00", "", "", "", "", "□"],
        ["2.0", "Car 2\n3 seats", "TBC", "TBC", "Chair", "Aide", "Guard", "", "□"],
        ["3.0", "Car 3", "TBC", "TBC", "", "", "", "Guest; Minister", "□"],
    ]
    facts = next(row for row in rows if isinstance(row[0], time))
    assert (facts[0], facts[2], facts[3], facts[5], facts[7]) == (
        time(9), time(10), "Hotel", "Ministry, Street 1", "5 in 3 vehicles",
    )  # fmt: skip
    assert paper.stem == "Vehicle manifest - 08"


def test_the_manifest_says_what_a_language_before_its_title_means() -> None:
    for language in LANGUAGES:
        drivers = team("drivers", language=language)
        (paper,) = papers_named(programme_of(a_movement(title_en="To the Ministry"), drivers), "manifests")
        said = [str(cell) for row in cells(paper) for cell in row]
        assert any("[en]: " in text for text in said) == (language != "en")


def test_a_cancelled_movement_and_one_without_vehicles_have_no_manifest() -> None:
    assert papers_named(programme_of(a_movement(status="cancelled"), team("drivers")), "manifests") == []
    assert papers_named(programme_of(plan_of(an_item(kind="movement")), team("drivers")), "manifests") == []


def test_the_manifest_of_an_internal_movement_says_so_in_its_name() -> None:
    (paper,) = papers_named(programme_of(a_movement(disclosure="internal"), team("drivers")), "manifests")
    assert paper.stem == "Vehicle manifest - 08 INTERNAL"
    assert papers_named(programme_of(a_movement(disclosure="internal"), team("drivers", "detailed")), "manifests") == []


@pytest.mark.parametrize("level", ["detailed", "internal"])
def test_a_manifest_is_the_same_file_at_every_level(level: Any) -> None:
    (paper,) = papers_named(programme_of(a_movement(), team("drivers", level)), "manifests")
    assert "hush" not in "".join(str(cell) for row in cells(paper) for cell in row)
    (other,) = papers_named(programme_of(a_movement(), team("drivers", "detailed")), "manifests")
    assert paper.content == other.content


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_place_gets_all_its_items_and_no_other(language: Language) -> None:
    programme = programme_for_all("detailed", language)
    papers = papers_named(programme, "place-sheets")
    shown = Counter(str(row[0]) for paper in papers for row in items_of(paper))
    expected: Counter[str] = Counter()
    for entry in programme.entries:
        places = {place.within_id or place.id for place in (entry.place, entry.to_place) if place}
        expected[entry.number] += len(places)
    assert shown == expected
    assert len(papers) == 12


def test_place_sheets_are_made_of_a_detailed_programme_alone() -> None:
    assert papers_named(programme_for_all("internal"), "place-sheets") == []
    assert papers_named(programme_for_all("public"), "place-sheets") == []


def test_a_room_is_shown_on_the_sheet_of_its_building() -> None:
    building = a_place("MIN", name_en="Ministry", address="Street 1", city="Jakarta")
    room = a_place("HALL", name_en="Hall", parent_id=building.id)
    items = [
        an_item("01", place_id=building.id),
        an_item("02", start="11:00", end="12:00", place_id=room.id, room_layout="U"),
    ]
    (paper,) = papers_named(programme_of(plan_of(building, room, *items), everybody("detailed")), "place-sheets")
    assert paper.stem == "Place sheet - Ministry"
    assert [(row[0], row[4]) for row in items_of(paper)] == [("01", ""), ("02", "Hall\nU")]


@pytest.mark.parametrize("fixed", [True, False])
def test_each_day_has_a_sheet_with_all_its_items(fixed: bool) -> None:  # noqa: FBT001
    programme = programme_for_all("internal", fixed=fixed)
    papers = papers_named(programme, "day-sheets")
    assert [[str(row[0]) for row in items_of(paper)] for paper in papers] == [
        [entry.number for entry in day.entries] for day in programme.days
    ]
    assert papers[2].stem == ("Day sheet - Day 2, Mon 24 Jul INTERNAL" if fixed else "Day sheet - Day 2 INTERNAL")


def all_papers(plan: Plan) -> list[Paper]:
    """Every paper of every kind of reader at every level."""
    audiences = (
        [everybody(level) for level in LEVELS] + [person(each.id) for each in PEOPLE] + [team(name) for name in TEAMS]
    )
    return [paper for each in audiences for paper in papers_named(programme_of(plan, each), *PAPER_NAMES)]


def test_private_things_stand_where_they_may_and_nowhere_else() -> None:
    """A driver's telephone on the manifest, diets in the kitchen, passports and private numbers on no paper."""
    guest = CHAIR._replace(
        passport_no="AZE0001", passport_full="PASSPORT NAME", private_phone="+994 50 1", private_email="p@q.example",
        diet="keto", remarks="mind him", duty_phone="+994 12 1",
    )  # fmt: skip
    ride, meal = an_item("08", kind="movement"), an_item("09", kind="meal", start="12:00", end="13:00")
    car = a_vehicle(ride, driver_phone="+62 8 00", remarks="leaks oil", rear_right_id=guest.id)
    plan = a_plan(
        a_visit(remarks="hush"), a_delegation(), HOSTS, guest, *PEOPLE[1:], ride, meal, car,
        an_invitation(ride, guest), an_invitation(meal, guest),
    )  # fmt: skip
    wanted = [
        "AZE0001", "PASSPORT NAME", "+994 50 1", "p@q.example", "keto", "mind him", "+62 8 00", "leaks oil", "hush",
    ]  # fmt: skip
    found: dict[str, set[str]] = {}
    for paper in all_papers(plan):
        said = " ".join(str(cell) for row in cells(paper) for cell in row).replace("\N{NO-BREAK SPACE}", " ")
        for secret in wanted:
            if secret in said:
                found.setdefault(secret, set()).add(f"{paper.kind} {paper.stem.split(' - ')[0]}")
    assert found == {"+62 8 00": {"manifest Vehicle manifest"}, "keto": {"team_sheet Kitchen"}}
