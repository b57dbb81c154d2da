"""The description of rows that rules, file and forms share."""

import ast
from pathlib import Path

import delegation_planner.plan
from delegation_planner.plan import kinds, well_formed
from delegation_planner.plan.document import Document
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.programme_item import Invitation, ProgrammeItem
from delegation_planner.plan.tables import REFERENCES, TABLE_NAMES, TABLES, Field, fields_of

PLAN = Path(delegation_planner.plan.__file__).parent


def _field(kind: type[ProgrammeItem | Invitation | Document | Participant], name: str) -> Field:
    return next(field for field in fields_of(kind) if field.name == name)


def test_fields_are_described_as_they_are_annotated() -> None:
    assert _field(ProgrammeItem, "start_day") == Field("start_day", "number", False, (), True, None)
    assert _field(ProgrammeItem, "travel_minutes") == Field("travel_minutes", "number", True, (), False, None)
    assert _field(ProgrammeItem, "dress") == Field("dress", "text", False, (), False, "")
    assert _field(ProgrammeItem, "place_id") == Field("place_id", "text", True, (), False, None)
    assert _field(ProgrammeItem, "status").choices == ("tentative", "confirmed", "cancelled")
    assert _field(ProgrammeItem, "travel_mode").optional
    assert _field(ProgrammeItem, "travel_mode").choices[0] == "car"
    assert _field(Participant, "head") == Field("head", "flag", False, (), False, False)
    assert _field(Participant, "gender") == Field("gender", "text", True, ("female", "male"), False, None)
    assert _field(Invitation, "roles").nature == "texts"
    assert "signatory" in _field(Invitation, "roles").choices
    assert _field(Document, "languages") == Field("languages", "texts", False, (), False, ())


def test_every_kind_is_in_every_table() -> None:
    assert set(REFERENCES) == set(TABLES.values())
    assert {kind: name for name, kind in TABLES.items()} == TABLE_NAMES
    for kind, references in REFERENCES.items():
        assert set(references) <= set(kind._fields)
        assert set(references.values()) <= set(TABLES.values())


def test_every_id_field_is_a_reference_and_the_other_way_round() -> None:
    for kind, references in REFERENCES.items():
        named = {name for name in kind._fields if name.endswith(("_id", "_ids"))}
        texts_in_indonesian = {name for name in named if f"{name.removesuffix('_id')}_en" in kind._fields}
        assert named - texts_in_indonesian == set(references), kind


def test_the_forms_of_dates_clocks_zones_and_stamps_cover_every_such_field() -> None:
    """The aliases are plain text at run time, so the annotations are read from the source."""
    annotated: dict[str, set[str]] = {name: set() for name in ("IsoDate", "WallClock", "ZoneName", "UtcStamp")}
    sources = {Path(kind.__module__.replace(".", "/")).name + ".py" for kind in TABLES.values()}
    for source in sources:
        for node in ast.walk(ast.parse((PLAN / source).read_text(encoding="utf-8"))):
            if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
                for alias, names in annotated.items():
                    if alias in ast.unparse(node.annotation):
                        names.add(node.target.id)
    assert annotated == {
        "IsoDate": set(well_formed.DATES),
        "WallClock": set(well_formed.CLOCKS),
        "ZoneName": set(well_formed.ZONES),
        "UtcStamp": set(well_formed.STAMPS),
    }


def test_item_properties_cover_the_closed_list() -> None:
    assert set(kinds.ITEM_PROPERTIES) == set(_field(ProgrammeItem, "kind").choices)
    assert kinds.shown_at("public") == ("public",)
    assert kinds.shown_at("detailed") == ("public", "detailed")
    assert kinds.shown_at("internal") == ("public", "detailed", "internal")
