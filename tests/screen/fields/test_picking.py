"""Finding what was typed among what can be picked."""

import pytest

from delegation_planner.screen.fields.picking import Pick, Unknown, find_pick, find_picks

KARIMOV = Pick("1", "A1", "İnam Kərimov")
CENTRES = Pick("2", "A4", "[Head, Service Centres]")
PROTOCOL = Pick("3", "A5", "Head of Protocol (AZ)")
HOST_PROTOCOL = Pick("4", "I6", "Head of Protocol (ID)")
PICKS = [KARIMOV, CENTRES, PROTOCOL, HOST_PROTOCOL]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("a1", KARIMOV), ("inam karimov", KARIMOV), ("Kerimov", None), ("karim", KARIMOV), ("i6", HOST_PROTOCOL),
        ("head of protocol", None), ("head of protocol (id)", HOST_PROTOCOL), ("service", CENTRES), ("", None),
    ],
)  # fmt: skip
def test_a_typed_text_names_one_thing_or_nothing(typed: str, found: Pick | None) -> None:
    assert find_pick(PICKS, typed) == found


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("A1, A5", ("1", "3")),
        ("[Head, Service Centres]; A1", ("2", "1")),
        ("A1; A1", ("1",)),
        ("", ()),
        ("A1, Z9", Unknown("Z9")),
    ],
)
def test_a_typed_list_names_rows_in_its_order(typed: str, found: object) -> None:
    assert find_picks(PICKS, typed) == found
