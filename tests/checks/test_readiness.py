"""What a signing needs, and what of it is open."""

import pytest

from delegation_planner.checks.readiness import Readiness, readiness_of_item, readiness_of_text
from delegation_planner.plan.document import Document
from delegation_planner.plan.plan import Plan
from tests.builders import a_delegation, a_document, a_person, a_plan, a_visit, an_invitation, an_item

GUESTS, HOSTS = a_delegation("AZ"), a_delegation("ID", side="host")
CHAIRMAN, MINISTER = a_person("A1", GUESTS), a_person("I1", HOSTS)
AIDES = (a_person("A2", GUESTS), a_person("I2", HOSTS))
SIGNING = an_item("12", 2, "11:00", "11:20", kind="signing")
TEXT = a_document(
    "DOC2", kind="instrument", state="printed", item_ids=(SIGNING.id,), languages=("id", "en"),
    prevailing_language="en", originals=2, signatory_ids=(CHAIRMAN.id, MINISTER.id), parties=("One", "Other"),
    guest_acceptance_channel="note verbale", guest_acceptance_number="1", guest_acceptance_date="2017-07-10",
    host_acceptance_channel="letter", host_acceptance_number="2", host_acceptance_date="2017-07-11",
)  # fmt: skip
POWERS = a_document(
    "DOC5", kind="full_powers", state="issued", number="7", dated="2017-07-12", concerns_id=TEXT.id,
    concerns_participant_id=MINISTER.id,
)  # fmt: skip
NONE_NEEDED = a_document(
    "DOC6", kind="full_powers", state="not_required", state_reason="[Head of the agency]", concerns_id=TEXT.id,
    concerns_participant_id=CHAIRMAN.id,
)  # fmt: skip


def a_signing(text: Document = TEXT, *papers: Document, aides: int = 2) -> Plan:
    brought = [an_invitation(SIGNING, aide, "aide") for aide in AIDES[:aides]]
    papers = papers or (POWERS, NONE_NEEDED)
    return a_plan(
        a_visit(host_country="ID", guest_country="AZ"), GUESTS, HOSTS, CHAIRMAN, MINISTER, *AIDES, SIGNING, text,
        *papers, *brought,
    )  # fmt: skip


def standing(plan: Plan) -> list[tuple[str, str, tuple[str, ...]]]:
    found = readiness_of_item(plan, SIGNING)
    assert found is not None
    return [(one.need, one.standing, one.lacking) for one in found.open]


def test_a_text_with_everything_is_ready_by_nine_things() -> None:
    found = readiness_of_item(a_signing(), SIGNING)
    assert found is not None
    assert (found.open, len(found.done)) == ((), 9)
    assert found == readiness_of_text(a_signing(), TEXT)


@pytest.mark.parametrize(
    ("lacking", "expected"),
    [
        ({"guest_acceptance_number": "", "guest_acceptance_date": None},
         ("guest_acceptance", "blocked", ("number", "date"))),
        ({"host_acceptance_channel": ""}, ("host_acceptance", "blocked", ("channel",))),
        ({"languages": ()}, ("languages", "blocked", ("none",))),
        ({"languages": ("az", "en")}, ("languages", "blocked", ("own",))),
        ({"languages": ("id",)}, ("languages", "blocked", ("other",))),
        ({"prevailing_language": " "}, ("languages", "blocked", ("prevailing",))),
        ({"originals": 1}, ("originals", "blocked", ("few",))),
        ({"parties": ("One", "Other", "Third")}, ("originals", "blocked", ("few",))),
        ({"state": "locked"}, ("treaty_paper", "open", ("state",))),
    ],
)  # fmt: skip
def test_each_thing_that_the_text_lacks_is_open(
    lacking: dict[str, object], expected: tuple[str, str, tuple[str, ...]]
) -> None:
    assert standing(a_signing(TEXT._replace(**lacking))) == [expected]  # type: ignore[arg-type]


def test_what_an_early_text_lacks_does_not_block_it_yet() -> None:
    draft = TEXT._replace(state="draft", guest_acceptance_number="", languages=(), originals=None)
    assert standing(a_signing(draft)) == [
        ("guest_acceptance", "open", ("number",)), ("languages", "open", ("none",)), ("final_text", "open", ("state",)),
        ("treaty_paper", "open", ("state",)), ("originals", "open", ("few",)),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("paper", "lacking"),
    [
        (POWERS._replace(state="requested"), ("state",)),
        (POWERS._replace(number="", dated=None), ("number", "date")),
        (POWERS._replace(state="not_required"), ("reason",)),
        (POWERS._replace(state="withdrawn"), ("none",)),
        (POWERS._replace(concerns_id=None), ("none",)),
    ],
)
def test_full_powers_are_granted_under_a_number_or_not_required_for_a_reason(
    paper: Document, lacking: tuple[str, ...]
) -> None:
    assert standing(a_signing(TEXT, paper, NONE_NEEDED)) == [("full_powers", "open", lacking)]


def test_somebody_has_to_sign() -> None:
    assert standing(a_signing(TEXT._replace(signatory_ids=()))) == [("signatories", "open", ("none",))]


@pytest.mark.parametrize(("aides", "lacking"), [(1, ("host",)), (0, ("guest", "host"))])
def test_each_side_has_an_aide(aides: int, lacking: tuple[str, ...]) -> None:
    assert standing(a_signing(aides=aides)) == [("aides", "open", lacking)]


def test_a_text_that_is_signed_nowhere_says_so() -> None:
    text = TEXT._replace(item_ids=())
    found = readiness_of_text(a_signing(text), text)
    assert found is not None
    assert [(one.need, one.lacking, one.field) for one in found.open] == [("aides", ("signing",), "item_ids")]
    assert standing(a_signing(text)) == [("instrument", "open", ("none",))]


@pytest.mark.parametrize("state", ["signed", "in_force", "withdrawn", "superseded"])
def test_what_is_signed_or_off_has_no_meter(state: str) -> None:
    text = TEXT._replace(state=state)  # type: ignore[arg-type]
    assert readiness_of_text(a_signing(text), text) is None
    assert readiness_of_item(a_signing(text), SIGNING) is None


def test_no_other_paper_and_no_other_item_has_one() -> None:
    other = SIGNING._replace(kind="rehearsal")
    off = SIGNING._replace(status="cancelled")
    found: list[Readiness | None] = [readiness_of_item(a_signing(), item) for item in (other, off)]
    assert [readiness_of_text(a_signing(), POWERS), *found] == [None, None, None]
