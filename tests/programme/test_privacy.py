"""No private field reaches any reader: every text of the plan is a marker, and each reader's markers are known."""

import re
from typing import Any

import pytest

from delegation_planner.plan.delegation import Delegation, Group
from delegation_planner.plan.document import Document
from delegation_planner.plan.kinds import LANGUAGES, LEVELS, Disclosure, ItemKind, Language
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.place import Place
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem, Step, Vehicle
from delegation_planner.plan.rulebook import Rulebook
from delegation_planner.plan.tables import TABLE_NAMES, Row, fields_of
from delegation_planner.plan.visit import Visit
from delegation_planner.programme.audience import TEAMS, Audience, delegation, everybody, person, team
from delegation_planner.programme.build import Programmes
from tests.builders import (
    a_delegation,
    a_document,
    a_group,
    a_person,
    a_place,
    a_plan,
    a_step,
    a_vehicle,
    a_visit,
    an_invitation,
    an_item,
    an_override,
)

RULES = Rulebook({})
NEVER = {
    "visit.remarks", "vehicle.remarks", "participant.remarks",
    "participant.private_phone", "participant.private_email", "participant.passport_no", "participant.passport_full",
}  # fmt: skip


def marked(row: Row) -> Any:
    """The row with a marker in every free text: `«participant.remarks»`."""
    table = TABLE_NAMES[type(row)]
    free = [
        field.name
        for field in fields_of(type(row))
        if field.nature == "text"
        and not field.choices
        and not re.search(r"(^|_)(id|uid|code|zone|time|date|day|start|end|on|at|country|honorific_\w+)$", field.name)
    ]
    values: dict[str, Any] = {name: f"«{table}.{name}»" for name in free if row._field_defaults.get(name, "") == ""}
    return row._replace(**values)


def a_marked_plan() -> tuple[Plan, Participant, Participant]:
    """Two people: one at every item, one at the public item alone; every free text is a marker.

    The public item is a signing, the detailed one a meal, the internal one a movement; the second person is the
    liaison officer.
    """
    guests, hosts = marked(a_delegation()), marked(a_delegation("ID", side="host"))
    reader = marked(a_person("A1", entourage="vip"))._replace(diet="«participant.diet»")
    other = marked(a_person("I1", hosts))._replace(diet="«participant.diet»")
    building = marked(a_place())
    room = marked(a_place("HALL", parent_id=building.id))
    rows: list[Row] = [marked(a_visit()), guests, hosts, reader, other, building, room, an_override(reader, other)]
    kinds: tuple[ItemKind, ...] = ("signing", "meal", "movement")
    for number, (level, kind) in enumerate(zip(LEVELS, kinds, strict=True)):
        item = marked(an_item(str(number), disclosure=level, kind=kind, place_id=room.id))
        rows += [
            item,
            marked(a_step(item)),
            marked(a_vehicle(item, rear_left_id=reader.id)),
            an_invitation(item, reader),
        ]
    public = rows[8]
    assert isinstance(public, ProgrammeItem)
    party = marked(a_group(members=[other]))
    text = marked(a_document(kind="instrument", item_ids=(public.id,)))
    rows += [party, an_invitation(public, party, "liaison", "signatory", "interpreter"), text]
    return a_plan(*rows), reader, other


PLAN, READER, OTHER = a_marked_plan()


def markers(audience: Audience) -> set[str]:
    """The markers in everything that a programme holds; the languages of a text count as one."""
    found = re.findall(r"«([a-z_]+\.[a-z_]+?)(_en|_id|_az)?»", repr(Programmes(PLAN, RULES).of(audience)))
    return {name for name, _ in found}


def audiences(level: Disclosure, language: Language) -> list[Audience]:
    second: Language = "en" if language == "id" else "id"
    readers = [everybody(level, language), delegation(READER.delegation_id, level, language)]
    readers += [person(READER.id, level, language), person(OTHER.id, level, language)]
    readers += [team(name, level, language) for name in TEAMS]
    return readers + [reader._replace(second_language=second) for reader in readers]


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_private_fields_reach_nobody(level: Disclosure, language: Language) -> None:
    held = {f"{TABLE_NAMES[kind]}.{name}" for kind in (Visit, Participant, Vehicle) for name in kind._fields}
    assert held > NEVER
    for audience in audiences(level, language):
        assert markers(audience) & NEVER == set()


PUBLIC = {
    "visit.title", "visit.short_title", "visit.host", "visit.marking",
    "delegation.name", "participant.name", "participant.short", "participant.office",
    "programme_item.title", "programme_item.short_title", "programme_item.host_text", "programme_item.dress",
    "programme_item.remarks_public", "programme_item.flight_no",
    "place.name", "place.address", "place.city", "place.iata", "participant_group.name",
}  # fmt: skip
DETAILED = PUBLIC | {
    "programme_item.in_charge_text", "programme_item.alternate", "programme_item.room_layout",
    "programme_item.remarks_detailed",
    "step.cue", "step.actor_text", "vehicle.name", "vehicle.plate", "vehicle.driver", "vehicle.front_text",
}  # fmt: skip
CONTACTS = {"participant.duty_phone", "participant.duty_email", "participant.duty_hours"}
DRIVERS_PHONE = {"vehicle.driver_phone"}
TEXT = {"document.title"}
VEHICLES = {name for name in DETAILED if name.startswith("vehicle.")}


@pytest.mark.parametrize(
    ("audience", "expected"),
    [
        (everybody("public"), PUBLIC),
        (everybody("detailed"), DETAILED | CONTACTS | DRIVERS_PHONE | TEXT),
        (everybody("internal"), DETAILED | CONTACTS | DRIVERS_PHONE | TEXT | {"programme_item.remarks_internal"}),
        (delegation(READER.delegation_id), PUBLIC),
        (delegation(READER.delegation_id, "detailed"), DETAILED | CONTACTS | DRIVERS_PHONE),
        (person(READER.id), DETAILED | CONTACTS),
        (person(READER.id, "detailed"), DETAILED | CONTACTS),
        (person(READER.id, "public"), PUBLIC),
        (person(OTHER.id), DETAILED - VEHICLES),
        (team("drivers"), DETAILED | DRIVERS_PHONE),
        (team("kitchen"), DETAILED - VEHICLES - {"participant_group.name"} | {"participant.diet"}),
        (team("press"), PUBLIC),
        (team("press", "internal"), PUBLIC),
        (team("security"), DETAILED),
        (team("interpreters"), DETAILED - VEHICLES),
    ],
)
def test_each_reader_sees_exactly_these_fields(audience: Audience, expected: set[str]) -> None:
    assert markers(audience) == expected


def test_the_marked_plan_marks_every_kind_of_row_that_holds_texts() -> None:
    texts = repr(
        [PLAN.rows(kind) for kind in (Visit, Delegation, Participant, Group, Place, ProgrammeItem, Step, Vehicle)]
    )
    for name in (
        *NEVER,
        *CONTACTS,
        *DRIVERS_PHONE,
        "participant.diet",
        "programme_item.remarks_internal",
        "participant.badge_name",
    ):
        assert f"«{name}»" in texts
    assert "«document.owner»" in repr(PLAN.rows(Document))
