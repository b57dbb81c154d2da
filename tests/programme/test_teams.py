"""What drivers, kitchen, press, security and interpreters are told, whom a person may ring, who signs where."""

import pytest

from delegation_planner.plan.plan import Plan
from delegation_planner.plan.rulebook import Rulebook
from delegation_planner.programme.audience import TEAMS, Team, everybody, person, team
from delegation_planner.programme.build import Programmes
from delegation_planner.programme.programme import DietCount, Part, Programme, Shown
from delegation_planner.resource_files import read_rulebook
from tests.builders import (
    a_delegation,
    a_document,
    a_person,
    a_plan,
    a_vehicle,
    a_visit,
    an_invitation,
    an_item,
)

RULES: Rulebook = read_rulebook()
HOSTS = a_delegation("ID", side="host")
CHAIR = a_person("A1", name_en="Chair", entourage="vvip", principal=True, speaks=("az",))
PRESS = a_person("A7", name_en="Press officer", entourage="press")
INTERPRETER = a_person("I8", HOSTS, name_en="Interpreter", interprets=("id-en",))
STAFF = a_person("I2", HOSTS, name_en="Staff")
PEOPLE = (CHAIR, PRESS, INTERPRETER, STAFF)


def read(plan: Plan, name: Team) -> Programme:
    return Programmes(plan, RULES).of(team(name))


def codes(programme: Programme) -> list[str]:
    return [entry.number for entry in programme.entries]


def test_each_team_is_told_of_its_own_items() -> None:
    items = {
        "ride": an_item("ride", kind="movement"),
        "car": an_item("car", start="10:00", end="11:00"),
        "meal": an_item("meal", start="11:00", end="12:00", kind="meal"),
        "site": an_item("site", start="12:00", end="13:00", kind="site_visit", disclosure="public"),
        "photo": an_item("photo", start="13:00", end="14:00", disclosure="public"),
        "secret": an_item("secret", start="14:00", end="15:00", kind="press", disclosure="detailed"),
        "call": an_item("call", start="15:00", end="16:00", kind="courtesy_call"),
        "desk": an_item("desk", start="16:00", end="17:00"),
    }
    plan = a_plan(
        a_delegation(), HOSTS, *PEOPLE, *items.values(), a_vehicle(items["car"]), an_invitation(items["photo"], PRESS),
        an_invitation(items["call"], CHAIR), an_invitation(items["desk"], INTERPRETER, "interpreter"),
    )  # fmt: skip
    assert {name: codes(read(plan, name)) for name in TEAMS} == {
        "drivers": ["ride", "car"],
        "kitchen": ["meal"],
        "press": ["site", "photo"],
        "security": ["call"],
        "interpreters": ["secret", "call", "desk"],
    }


def test_diets_are_counted_the_frequent_first_and_the_unknown_last() -> None:
    diets = [None, "no nuts", "halal", " ", "halal", None]
    guests = [a_person(f"G{number}", diet=diet) for number, diet in enumerate(diets)]
    meal = an_item(kind="meal")
    plan = a_plan(*guests, meal, *(an_invitation(meal, guest) for guest in guests))
    (line,) = read(plan, "kitchen").team_lines
    assert line.people == 6
    assert line.diets == (DietCount("halal", 2), DietCount("no nuts", 1), DietCount(None, 3))
    assert line.parts == ()


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("security", [Part(Shown("Chair", "en"))]),
        ("press", [Part(Shown("Chair", "en"), ("head", "speaker"))]),
        (
            "interpreters",
            [Part(Shown("Chair", "en"), (), ("az",)), Part(Shown("Interpreter", "en"), ("interpreter",), ("id-en",))],
        ),
    ],
)
def test_a_team_is_told_of_the_people_that_concern_it(name: Team, parts: list[Part]) -> None:
    item = an_item(kind="press", disclosure="public")
    invited = [
        an_invitation(item, CHAIR, "head", "speaker", "witness"),
        *(an_invitation(item, one) for one in PEOPLE[1:]),
    ]
    (line,) = read(a_plan(a_delegation(), HOSTS, *PEOPLE, item, *invited), name).team_lines
    assert (line.people, list(line.parts)) == (4, parts)


def test_a_team_knows_of_internal_items_up_to_its_level_and_of_no_internal_remark() -> None:
    meal = an_item(kind="meal", disclosure="internal", remarks_internal="hush", remarks_detailed="told")
    plan = a_plan(meal)
    assert [remark.text for entry in read(plan, "kitchen").entries for remark in entry.remarks] == ["told"]
    assert codes(Programmes(plan, RULES).of(team("kitchen", "detailed"))) == []


def test_a_person_may_ring_liaison_officers_and_who_is_in_charge_of_the_own_items() -> None:
    liaison, charge, other, far = (a_person(code, HOSTS, duty_phone=f"+62 {code}") for code in ("L", "C", "O", "F"))
    own, foreign = an_item("01", in_charge_id=charge.id), an_item("02", in_charge_id=far.id)
    plan = a_plan(
        a_delegation(), HOSTS, CHAIR, liaison, charge, other, far, own, foreign, an_invitation(own, CHAIR),
        an_invitation(own, other), an_invitation(foreign, liaison, "liaison"),
    )  # fmt: skip
    programmes = Programmes(plan, RULES)
    assert [line.phone for line in programmes.of(person(CHAIR.id)).numbers] == ["+62 L", "+62 C"]
    assert [line.phone for line in programmes.of(person(liaison.id)).numbers] == ["+62 F"]
    assert programmes.of(person(CHAIR.id, "public")).numbers == ()
    assert programmes.of(everybody("internal")).numbers == ()


def test_signatories_are_who_has_the_role_else_whom_the_text_names() -> None:
    item = an_item(kind="signing")
    text = a_document(kind="instrument", item_ids=(item.id,), signatory_ids=(CHAIR.id, STAFF.id), originals=2)
    invited = [an_invitation(item, CHAIR), an_invitation(item, STAFF), an_invitation(item, INTERPRETER, "signatory")]
    plan = a_plan(a_visit(host_country="ID"), a_delegation(), HOSTS, *PEOPLE, item, text, *invited)
    (signing,) = Programmes(plan, RULES).of(everybody("detailed")).signings
    assert [shown.text for shown in signing.guest.signatories] == ["Chair"]
    assert [shown.text for shown in signing.host.signatories] == ["Interpreter"]
    assert signing.host_right
    assert Programmes(plan, RULES).of(everybody("public")).signings == ()
    assert Programmes(plan, RULES).of(person(CHAIR.id)).signings == ()
