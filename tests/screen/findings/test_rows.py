"""Findings as rows: their order, the filter, where each leads, and what is waived."""

from datetime import date

import pytest

from delegation_planner.checks.finding import Finding
from delegation_planner.checks.run import run
from delegation_planner.plan.change import Changes, put
from delegation_planner.plan.document import Waiver
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.resource_files import read_rulebook
from delegation_planner.screen.findings.rows import (
    MOST,
    FindingRow,
    FindingsRow,
    GroupRow,
    Sentences,
    Wanted,
    finding_id,
    findings,
)
from delegation_planner.words.findings import finding_sentence
from delegation_planner.words.words import ENGLISH
from tests.builders import a_person, a_plan, an_id, an_invitation, an_item

GUEST = a_person("A1", name_en="Inam Karimov")
FIRST = an_item("01", 1, "09:00", "10:00", title_en="Call")
SECOND = an_item("02", 1, "09:30", "10:30", title_en="Lunch")
BROKEN = an_item("03", 2, "10:00", "09:00", title_en="Backwards")
PLAN = a_plan(GUEST, FIRST, SECOND, BROKEN, an_invitation(FIRST, GUEST), an_invitation(SECOND, GUEST))
ALL = Wanted()


def found(plan: Plan) -> tuple[Finding, ...]:
    return run(plan, read_rulebook(), date(2017, 7, 10))


def rows(plan: Plan, wanted: Wanted = ALL) -> list[FindingsRow]:
    return [node.row for node in findings(plan, Sentences(ENGLISH), found(plan), wanted).nodes]


def findings_of(plan: Plan, wanted: Wanted = ALL) -> list[FindingRow]:
    return [row for row in rows(plan, wanted) if isinstance(row, FindingRow)]


def accepted(plan: Plan, finding: Finding) -> Plan:
    return plan.changed(Changes([put(Waiver(an_id("waiver"), finding.check, finding.fingerprint, "agreed"))]))


def test_each_is_a_sentence_a_day_and_a_way_there() -> None:
    shown = findings_of(PLAN)
    assert [row.sentence for row in shown] == [finding_sentence(ENGLISH, finding) for finding in found(PLAN)]
    by_check = {row.finding.check: (row.severity, row.note, row.goes_to) for row in shown}
    assert by_check["C1"] == ("error", "D1 Sun 23 Jul · Double booking", (ProgrammeItem, FIRST.id))
    assert by_check["C2"] == ("error", "D2 Mon 24 Jul · Time that cannot be", (ProgrammeItem, BROKEN.id))


@pytest.mark.parametrize(
    ("text", "checks"),
    [("karimov two items", {"C1"}), ("D2 cannot", {"C2"}), ("double BOOKING", {"C1"}), ("nothing like it", set())],
)
def test_the_filter_reads_sentence_day_and_check(text: str, checks: set[str]) -> None:
    assert {row.finding.check for row in findings_of(PLAN, Wanted(text))} == checks


def test_what_is_waived_is_left_out_until_asked_for() -> None:
    first = found(PLAN)[0]
    plan = accepted(PLAN, first)
    every = found(plan)
    hidden = findings(plan, Sentences(ENGLISH), every, Wanted())
    assert (hidden.shown, hidden.there, hidden.waived) == (len(every) - 1, len(every) - 1, 1)
    assert not any(row.waived for row in findings_of(plan))
    shown = findings_of(plan, Wanted(waived=True))
    assert [(row.reason, row.note.rpartition(" · ")[2]) for row in shown if row.waived] == [
        ("agreed", "waived: agreed"),
    ]


def test_by_day_each_stands_below_its_day() -> None:
    shown = rows(PLAN, Wanted(grouping="day"))
    heads = [row.title for row in shown if isinstance(row, GroupRow)]
    assert heads[:2] == ["D1 Sun 23 Jul", "D2 Mon 24 Jul"]
    below: dict[str, set[str]] = {}
    head = ""
    for row in shown:
        if isinstance(row, GroupRow):
            head = row.title
        else:
            below.setdefault(head, set()).add(row.note.partition(" · ")[0])
    assert all(days == {head} for head, days in below.items() if head != "The whole visit")


def test_by_person_each_stands_below_everybody_whom_it_names() -> None:
    other = a_person("A2", name_en="Elin Aliyeva")
    plan = a_plan(
        GUEST, other, FIRST, SECOND,
        *(an_invitation(item, person) for item in (FIRST, SECOND) for person in (GUEST, other)),
    )  # fmt: skip
    shown = rows(plan, Wanted("two items", grouping="person"))
    assert [row.title if isinstance(row, GroupRow) else row.finding.check for row in shown] == [
        "Inam Karimov", "C1", "Elin Aliyeva", "C1",
    ]  # fmt: skip


def test_ids_are_unique_also_where_one_check_speaks_twice_of_the_same() -> None:
    finding = found(PLAN)[0]
    twice = (finding, finding._replace(values={**finding.values, "day": 1, "start": "12:00"}))
    ids = [node.id for node in findings(PLAN, Sentences(ENGLISH), twice, Wanted()).nodes]
    assert len(set(ids)) == len(ids) == 2


def test_a_long_list_is_cut_and_says_so() -> None:
    one = next(finding for finding in found(PLAN) if finding.check == "C2")
    item = one.subjects[0]
    many = tuple(one._replace(subjects=(item._replace(id=str(number)),)) for number in range(MOST + 5))
    cut = findings(PLAN, Sentences(ENGLISH), many, Wanted())
    assert (cut.shown, cut.there, cut.cut, len(cut.nodes)) == (MOST, MOST + 5, True, MOST + 1)
    assert cut.nodes[-1].row == GroupRow("There are more. Narrow them with the filter.")
    whole = findings(PLAN, Sentences(ENGLISH), many[:MOST], Wanted())
    assert (whole.cut, len(whole.nodes)) == (False, MOST)


def test_a_finding_keeps_its_id_while_times_move() -> None:
    later = a_plan(
        GUEST, FIRST, SECOND._replace(start_time="09:45"), an_invitation(FIRST, GUEST), an_invitation(SECOND, GUEST)
    )
    assert finding_id(found(PLAN)[0]) == finding_id(found(later)[0])
