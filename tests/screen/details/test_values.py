"""Fields of forms: what they show, and what typing into them changes."""

from typing import Any, get_args

import pytest

from delegation_planner.plan.change import Changes, replaced
from delegation_planner.plan.document import Document
from delegation_planner.plan.errors import PlanError
from delegation_planner.plan.kinds import LANGUAGES, ItemKind, Language
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.place import Place
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem, Vehicle
from delegation_planner.plan.tables import Row, fields_of
from delegation_planner.plan.visit import Visit
from delegation_planner.screen.details.form_fields import FormField
from delegation_planner.screen.details.forms import FORMS, forms_in
from delegation_planner.screen.details.item_form import FIELD_OF_CHECK
from delegation_planner.screen.details.values import Acceptance, changes_of, needs_reason, shown_value
from delegation_planner.screen.fields.picking import Picked
from delegation_planner.screen.fields.typed import Length
from delegation_planner.words.findings import CHECKS
from tests.builders import (
    a_delegation,
    a_document,
    a_group,
    a_person,
    a_place,
    a_plan,
    a_visit,
    an_item,
    new_ids,
)

NOW = "2017-07-10T02:00:00Z"
HEAD = a_person("A1", head=True)
SECOND = a_person("A2", name_approved_by="Embassy", name_approved_at="2017-07-01T00:00:00Z")
PLACE, ROOM = a_place("MIN"), a_place("GYD", zone="Asia/Baku")
ITEM = an_item("12", 2, "11:00", "11:20", host_text="Minister", dress="psl", place_id=PLACE.id)
PAPER = a_document("D1", kind="instrument", state="locked", due_day=-6, guest_acceptance_channel="note")
PLAN = a_plan(HEAD, SECOND, PLACE, ROOM, ITEM, PAPER, a_group("G1", [HEAD]))


def field(kind: type[Row], name: str) -> FormField:
    return next(each for tab in FORMS[kind] for each in tab.fields if each.name == name)


def after(row: Row, name: str, value: Any, plan: Plan = PLAN) -> Any:
    """The row after typing."""
    changes = changes_of(plan, type(row), row.id, field(type(row), name), value, NOW, new_ids())
    return plan.changed(changes).find(type(row), row.id)


@pytest.mark.parametrize("kind", FORMS)
def test_every_field_of_a_row_has_its_place_in_the_form(kind: type[Row]) -> None:
    """What a row holds can be edited somewhere; the exceptions are named."""
    elsewhere = {
        ProgrammeItem: {"uid"},
        Participant: set[str](),
        Document: {"state_reason"},
        Visit: set[str](),
        Place: set[str](),
        Vehicle: {"item_id"},
    }.get(kind, set())
    parts = {
        "when_start": ("_day", "_time"), "when_end": ("_day", "_time"), "person_or_text": ("_id", "_text"),
        "guest_acceptance": ("_channel", "_number", "_date"), "host_acceptance": ("_channel", "_number", "_date"),
        "approval": ("_by", "_at"),
    }  # fmt: skip
    shown = [
        f"{each.name}{part}" for tab in FORMS[kind] for each in tab.fields for part in parts.get(each.editor, ("",))
    ]
    seldom = {"start_zone", "end_zone"} if kind is ProgrammeItem else set[str]()  # a flight's stand further up
    assert {name for name in shown if shown.count(name) > 1} == seldom
    assert {each.name for each in fields_of(kind)} - {"id"} - elsewhere == set(shown)


ROWS: list[Row] = [ITEM, HEAD, PAPER, a_visit(), PLACE, a_delegation(), a_group("G1", [HEAD])]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: type(row).__name__)
def test_typing_what_is_shown_changes_nothing(row: Row) -> None:
    for tab in FORMS[type(row)]:
        for each in tab.fields:
            if each.editor not in {"approval", "pin"}:
                shown = shown_value(row, each)
                assert changes_of(PLAN, type(row), row.id, each, shown, NOW, new_ids()) == ()


def test_items() -> None:
    assert shown_value(ITEM, field(ProgrammeItem, "host")) == Picked(None, "Minister")
    assert shown_value(ITEM, field(ProgrammeItem, "dress")) == Picked("psl")
    assert shown_value(ITEM, field(ProgrammeItem, "start")) == (2, "11:00")
    assert after(ITEM, "host", Picked(HEAD.id)) == ITEM._replace(host_id=HEAD.id, host_text="")
    assert after(ITEM, "start", (3, "09:00")) == ITEM._replace(
        start_day=3, start_time="09:00", end_day=3, end_time="09:20"
    )
    assert after(ITEM, "end", (2, "12:00")) == ITEM._replace(end_time="12:00")
    assert after(ITEM, "place_id", Picked(ROOM.id)) == ITEM._replace(
        place_id=ROOM.id, start_zone="Asia/Baku", end_zone="Asia/Baku"
    )
    assert after(ITEM, "to_place_id", Picked(ROOM.id)) == ITEM._replace(to_place_id=ROOM.id, end_zone="Asia/Baku")
    assert after(ITEM, "end", Length(45)) == ITEM._replace(end_time="11:45")
    assert after(ITEM, "pinned_date", value=True) == ITEM._replace(pinned_date="2017-07-24")


def test_people() -> None:
    assert after(SECOND, "head", value=True).head
    assert not PLAN.changed(
        changes_of(PLAN, Participant, SECOND.id, field(Participant, "head"), True, NOW, new_ids())
    ).find(Participant, HEAD.id).head  # fmt: skip
    assert shown_value(SECOND, field(Participant, "name_approved")) == "Embassy"
    assert after(HEAD, "name_approved", "Embassy") == HEAD._replace(name_approved_by="Embassy", name_approved_at=NOW)
    assert after(SECOND, "name_approved", "") == SECOND._replace(name_approved_by="", name_approved_at=None)
    assert after(HEAD, "rank_code", Picked("minister")).rank_code == "minister"
    assert after(HEAD, "rank_code", Picked(None)).rank_code == ""
    assert after(HEAD, "speaks", ("az", "en")).speaks == ("az", "en")
    with pytest.raises(PlanError):
        after(HEAD, "delegation_id", Picked(None))


def test_documents() -> None:
    assert shown_value(PAPER, field(Document, "due_day")) == -7
    assert after(PAPER, "due_day", 0).due_day == 1
    assert after(PAPER, "due_day", None).due_day is None
    assert shown_value(PAPER, field(Document, "guest_acceptance")) == Acceptance("note", "", None)
    accepted = after(PAPER, "host_acceptance", Acceptance("letter", "12", "2017-07-01"))
    assert (accepted.host_acceptance_channel, accepted.host_acceptance_number, accepted.host_acceptance_date) == (
        "letter", "12", "2017-07-01",
    )  # fmt: skip
    assert after(PAPER, "state", "printed").state == "printed"
    assert not needs_reason(PLAN, PAPER.id, "printed")
    assert needs_reason(PLAN, PAPER.id, "draft")
    assert needs_reason(PLAN, PAPER.id, "withdrawn")


def test_a_finding_stands_beside_a_field_of_the_form() -> None:
    names = {each.name for tab in FORMS[ProgrammeItem] for each in tab.fields}
    fields = {field.format(language=each, own=each) for field in FIELD_OF_CHECK.values() for each in LANGUAGES}
    assert fields <= names
    assert set(FIELD_OF_CHECK) == set(CHECKS) - {"C20", "X1", "X8"}  # about time without an item, and editions


def labels(kind: type[Row], language: Language) -> dict[str, str]:
    """What the fields of a form are called, by name, in their order."""
    return {field.name: field.label for tab in forms_in(kind, language) for field in tab.fields}


def test_the_forms_of_an_indonesian_window_begin_with_the_indonesian_texts() -> None:
    assert next(iter(labels(ProgrammeItem, "id").items())) == ("title_id", "Title")
    assert labels(ProgrammeItem, "id")["title_en"] == "Title, English"
    assert list(labels(Place, "id").items())[:3] == [
        ("name_id", "Name"), ("name_en", "English"), ("name_az", "Azerbaijani"),
    ]  # fmt: skip
    assert labels(Participant, "id")["name_id"] == "Indonesian"
    assert labels(Participant, "id")["name_en"] == "English"


@pytest.mark.parametrize("kind", list(FORMS))
def test_a_window_of_another_language_asks_for_the_same_fields(kind: type[Row]) -> None:
    assert labels(kind, "en").keys() == labels(kind, "id").keys()
    for name, label in labels(kind, "id").items():
        assert not (name.endswith("_en") and "Indonesian" in label), name
        if label.endswith(", English"):
            assert name.endswith("_en")


def test_no_item_shows_a_field_twice() -> None:
    fields = [each for tab in FORMS[ProgrammeItem] for each in tab.fields]
    for kind in get_args(ItemKind):
        row = ITEM._replace(kind=kind, travel_minutes=5, escort="requested")
        shown = [each.name for each in fields if each.needs is None or each.needs(row)]
        assert len(shown) == len(set(shown))


def names_for(kind: ItemKind) -> dict[str, str]:
    """What the fields about the way are called beside an item of this kind."""
    way = {"place_id", "to_place_id", "start_zone", "travel_mode", "travel_minutes", "escort", "flight_no"}
    row = ITEM._replace(kind=kind)
    fields = [each for each in FORMS[ProgrammeItem][0].fields if each.name in way]
    return {each.name: each.label_for([row]) for each in fields if each.needs is None or each.needs(row)}


def test_what_travels_is_asked_where_from_and_where_to() -> None:
    way = {"place_id": "From where", "to_place_id": "To where", "travel_mode": "Travel by"}
    assert names_for("meal") == {"place_id": "Place"}
    assert names_for("movement") == {**way, "travel_minutes": "Minutes planned", "escort": "Escort"}
    assert names_for("flight") == {**way, "flight_no": "Flight no.", "start_zone": "Zone at the start"}


def test_an_airport_is_picked_by_its_letters() -> None:
    flight = ITEM._replace(kind="flight", place_id=ROOM.id, start_zone="Asia/Baku")
    plan = PLAN.changed(Changes([replaced(ITEM, flight)]))
    makes = changes_of(plan, ProgrammeItem, ITEM.id, field(ProgrammeItem, "to_place_id"), Picked("CGK"), NOW, new_ids())
    [place] = [change.after for change in makes.of(Place)]
    assert isinstance(place, Place)
    assert (place.iata, place.city, place.zone) == ("CGK", "Jakarta", "Asia/Jakarta")
    assert plan.changed(makes).find(ProgrammeItem, ITEM.id) == flight._replace(to_place_id=place.id)
