"""X1 and X8: who still holds an old edition, and what was issued with errors open; judged of values alone."""

from typing import Final

from delegation_planner.checks.beside import among, following
from delegation_planner.checks.editions import of_editions
from delegation_planner.checks.finding import Finding
from delegation_planner.checks.run import run
from delegation_planner.plan.change import Changes, removed, replaced
from delegation_planner.plan.document import Waiver
from delegation_planner.plan.edition import Edition, GoneOut, Receipt, ReceiptEvent
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.plan import Plan
from delegation_planner.resource_files import read_sample, read_sample_editions
from delegation_planner.words.findings import finding_sentence
from tests.builders import a_person, a_plan, a_visit, an_id, an_invitation, an_item
from tests.checks.judged import RULES, TODAY
from tests.words.spoken import words

ANNA, BEN, CARL = (a_person(code, name_en=name) for code, name in (("A1", "Anna"), ("A2", "Ben"), ("A3", "Carl")))
CALL = an_item("1", 1, "10:00", "11:00", title_en="Call")
DINNER = an_item("2", 1, "19:00", "21:00", title_en="Dinner")
FIRST: Final = a_plan(
    a_visit(), ANNA, BEN, CARL, CALL, DINNER, an_invitation(CALL, ANNA), an_invitation(CALL, BEN),
    an_invitation(DINNER, CARL),
)  # fmt: skip
MOVED: Final = FIRST.changed(Changes([replaced(CALL, CALL._replace(start_time="10:30"))]))
HOTEL = "[Hotel]"


def given(edition: int, *readers: Participant | str, event: ReceiptEvent = "given") -> list[Receipt]:
    names = [reader if isinstance(reader, str) else reader.id for reader in readers]
    return [Receipt(edition, name, event, "paper", "2017-07-01T08:00:00Z") for name in names]


def issued(*plans: Plan, receipts: list[Receipt] | None = None, errors: int = 0) -> GoneOut:
    """Editions of these plans, the newest with so many errors open."""
    editions = [Edition(number, f"2017-07-0{number}T08:00:00Z") for number in range(1, len(plans) + 1)]
    editions[-1] = editions[-1]._replace(open_errors=errors)
    return GoneOut(tuple(editions), tuple(receipts or []), dict(enumerate(plans, 1)))


def told(gone_out: GoneOut, plan: Plan = MOVED) -> list[str]:
    return [f"{one.check} {one.severity}: {finding_sentence(words('en'), one)}" for one in findings(gone_out, plan)]


def findings(gone_out: GoneOut, plan: Plan = MOVED) -> tuple[Finding, ...]:
    return of_editions(gone_out, plan, RULES)


def test_x1_names_all_who_hold_an_old_edition_that_tells_them_something_else() -> None:
    """Carl's own items are the same in both; whoever is no participant reads the whole programme."""
    gone_out = issued(FIRST, MOVED, receipts=given(1, ANNA, BEN, CARL, HOTEL))
    assert told(gone_out) == [
        "X1 warning: Anna, Ben and [Hotel] still hold Edition 1, although Edition 2 says something else there."
    ]
    (finding,) = findings(gone_out)
    assert [each.code for each in finding.subjects] == ["A1", "A2"]


def test_x1_is_gone_once_the_new_edition_is_given_or_acknowledged() -> None:
    receipts = given(1, ANNA, BEN, HOTEL) + given(2, BEN) + given(2, HOTEL, event="acknowledged")
    assert told(issued(FIRST, MOVED, receipts=receipts)) == [
        "X1 warning: Anna still holds Edition 1, although Edition 2 says something else there."
    ]
    assert told(issued(FIRST, MOVED, receipts=receipts + given(2, ANNA))) == []


def test_x1_speaks_of_each_old_edition_and_not_of_whom_it_told_the_same() -> None:
    again = MOVED.changed(Changes([replaced(DINNER, DINNER._replace(start_time="19:30"))]))
    receipts = given(1, ANNA) + given(2, BEN, CARL)
    assert told(issued(FIRST, MOVED, again, receipts=receipts)) == [
        "X1 warning: Anna still holds Edition 1, although Edition 3 says something else there.",
        "X1 warning: Carl still holds Edition 2, although Edition 3 says something else there.",
    ]


def test_x1_counts_an_edition_that_is_not_known_any_more_as_old() -> None:
    gone_out = issued(FIRST, MOVED, receipts=given(1, CARL))
    assert told(gone_out._replace(plans={2: MOVED})) == [
        "X1 warning: Carl still holds Edition 1, although Edition 2 says something else there."
    ]
    assert told(gone_out._replace(plans={1: FIRST})) == []


def test_x1_names_who_left_the_visit_as_the_edition_did() -> None:
    without = MOVED.changed(Changes([removed(row) for row in MOVED.rows(Participant) if row.code == "A1"]))
    (finding,) = findings(issued(FIRST, MOVED, receipts=given(1, ANNA)), without)
    assert finding.subjects == ()
    assert finding_sentence(words("en"), finding).startswith("Anna still holds Edition 1")


def test_x1_follows_names_and_waivers_of_the_plan() -> None:
    (finding,) = findings(issued(FIRST, MOVED, receipts=given(1, ANNA)))
    renamed = MOVED.changed(Changes([replaced(ANNA, ANNA._replace(name_en="Anne"))]))
    assert finding_sentence(words("en"), following(renamed, [finding])[0]).startswith("Anne still holds")
    waiver = Waiver(an_id("waiver"), "X1", finding.fingerprint, "told by word", "2017-07-02T08:00:00Z")
    waived = a_plan(*renamed.rows(Participant), a_visit(), waiver)
    assert [one.waived for one in following(waived, [finding])] == [True]
    assert [one.waived for one in findings(issued(FIRST, MOVED, receipts=given(1, ANNA)), waived)] == [True]
    assert [one.waived for one in findings(issued(FIRST, MOVED, MOVED, receipts=given(1, ANNA)), waived)] == [False]


def test_x8_the_newest_edition_was_issued_with_errors_open() -> None:
    assert told(issued(FIRST, MOVED, errors=1)) == ["X8 warning: Edition 2 was issued with 1 error open."]
    assert told(issued(FIRST, MOVED, errors=3)) == ["X8 warning: Edition 2 was issued with 3 errors open."]
    assert told(issued(FIRST, MOVED)) == []


def test_nothing_has_gone_out() -> None:
    assert findings(GoneOut()) == ()


def test_what_is_found_beside_the_plan_stands_among_its_findings() -> None:
    sample = read_sample(fixed=True)
    of_plan = run(sample, RULES, TODAY)
    beside = findings(issued(FIRST, MOVED, receipts=given(1, ANNA), errors=2))
    merged = among(of_plan, beside)
    assert [one.check for one in merged] == ["C10", "C12", "C10", "C12", "C3", "C5", "X1", "X8", "C20"]
    assert among(of_plan, ()) is of_plan


def test_the_editions_of_the_sample() -> None:
    """Item 45 came with the second edition, which nobody gave to these three."""
    for fixed in (True, False):
        sample, editions = read_sample(fixed=fixed), read_sample_editions(fixed=fixed)
        gone_out = GoneOut(
            tuple(one.edition for one in editions),
            tuple(receipt for one in editions for receipt in one.receipts),
            {one.edition.number: one.plan for one in editions},
        )
        (sentence,) = told(gone_out, sample)
        who = "[Interpreter AZ-EN], [Interpreter ID-EN] and [Hotel]"
        assert sentence == f"X1 warning: {who} still hold Edition 1, although Edition 2 says something else there."
