"""X3: public items whose title the visit's second language lacks."""

import pytest

from delegation_planner.plan.kinds import Language
from delegation_planner.words.findings import finding_sentence
from tests.builders import a_plan, a_visit, an_item
from tests.checks.judged import judged, short
from tests.words.spoken import words

PUBLIC = an_item("1", 2, "09:00", "10:00", title_en="Call", disclosure="public")
BOTH = an_item("2", 2, "11:00", "12:00", title_en="Lunch", title_id="Makan siang", disclosure="public")
DETAILED = an_item("3", 2, "13:00", "14:00", title_en="Drive", disclosure="detailed")
OFF = an_item("4", 2, "15:00", "16:00", title_en="Tea", disclosure="public", status="cancelled")


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        (None, []),
        ("id", [("X3", "note", "1")]),
        ("az", [("X3", "note", "1"), ("X3", "note", "2")]),
        ("en", []),
    ],
)
def test_x3_a_public_item_without_a_title_in_the_second_language(
    second: Language | None, expected: list[tuple[str, str, str]]
) -> None:
    plan = a_plan(a_visit(second_language=second), PUBLIC, BOTH, DETAILED, OFF)
    assert short(plan, "X3") == expected


def test_x3_says_which_title_is_missing() -> None:
    (finding,) = judged(a_plan(a_visit(second_language="id"), PUBLIC), "X3")
    assert finding.values == {"day": 2, "language": "id"}
    assert finding_sentence(words("en"), finding) == "“1 Call” is public and has no title in Indonesian."
