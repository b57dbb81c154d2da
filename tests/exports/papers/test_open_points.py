"""The open points: gravest first, each with its items, who decides and by when."""

from datetime import date
from typing import Any

from delegation_planner.checks.finding import Finding, subject
from delegation_planner.checks.run import run
from delegation_planner.exports.papers.open_points import concerns
from delegation_planner.plan.plan import Plan
from delegation_planner.resource_files import read_rulebook
from delegation_planner.words.findings import finding_sentence
from tests.builders import a_person, a_plan, an_invitation, an_item
from tests.exports.papers.made_papers import cells, papers_named, programme_of
from tests.words.spoken import words

READER = a_person("R", name_en="Reader")
CHARGE = a_person("C", name_en="Charge", short_en="In charge")
FIRST = an_item("07", 2, "09:00", "10:00")
SECOND = an_item("08", 2, "09:30", "10:30", in_charge_id=CHARGE.id)
PLAN = a_plan(READER, CHARGE, FIRST, SECOND, an_invitation(FIRST, READER), an_invitation(SECOND, READER))


def points(findings: tuple[Finding, ...], plan: Plan = PLAN) -> list[list[Any]]:
    (paper,) = papers_named(programme_of(plan), "open-points", findings=findings)
    return [row for row in cells(paper) if isinstance(row[0], float)]


def double_booking() -> Finding:
    return next(each for each in run(PLAN, read_rulebook(), date(2017, 7, 10)) if each.check == "C1")


def test_a_finding_is_printed_with_its_items_its_decider_and_its_day() -> None:
    finding = double_booking()
    (row,) = points((finding,))
    assert row[1:5] == ["MUST", finding_sentence(words("en"), finding), "Items 07, 08", "In charge"]
    assert row[5] == date(2017, 7, 24)
    assert row[6] == "□"


def test_numbers_follow_the_order_of_the_findings() -> None:
    finding = double_booking()
    lighter = [finding._replace(severity=severity) for severity in ("error", "warning", "note")]
    assert [(row[0], row[1]) for row in points(tuple(lighter))] == [(1, "MUST"), (2, "SHOULD"), (3, "NOTE")]


def test_accepted_findings_are_counted_and_not_listed() -> None:
    finding = double_booking()._replace(waived=True)
    assert points((finding,)) == []
    (paper,) = papers_named(programme_of(PLAN), "open-points", findings=(finding,))
    assert cells(paper)[-1][0] == "No point is open.   1 point is accepted with a reason and not listed."


def test_a_finding_without_items_names_whom_it_is_about() -> None:
    people = tuple(subject(a_person(f"P{number}")) for number in range(5))
    finding = double_booking()
    assert concerns(finding._replace(subjects=people[:2]), words("en")) == "P0, P1"
    assert concerns(finding._replace(subjects=people), words("en")) == "P0, P1, P2 and 2 more"
