"""Findings as rows: their order, the filter, where each leads, and what is waived."""

from datetime import date

from delegation_planner.checks.finding import Finding
from delegation_planner.checks.run import run
from delegation_planner.plan.change import Changes, put
from delegation_planner.plan.document import Waiver
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.resource_files import read_rulebook
from delegation_planner.screen.findings.rows import finding_id, findings
from delegation_planner.words.findings import finding_sentence
from delegation_planner.words.words import ENGLISH
from tests.builders import a_person, a_plan, an_id, an_invitation, an_item

GUEST = a_person("A1", name_en="Inam Karimov")
FIRST = an_item("01", 1, "09:00", "10:00", title_en="Call")
SECOND = an_item("02", 1, "09:30", "10:30", title_en="Lunch")
BROKEN = an_item("03", 2, "10:00", "09:00", title_en="Backwards")
PLAN = a_plan(GUEST, FIRST, SECOND, BROKEN, an_invitation(FIRST, GUEST), an_invitation(SECOND, GUEST))


def found(plan: Plan) -> tuple[Finding, ...]:
    return run(plan, read_rulebook(), date(2017, 7, 10))


def test_each_is_a_sentence_a_day_and_a_way_there() -> None:
    rows = [node.row for node in findings(PLAN, ENGLISH, found(PLAN), "").nodes]
    assert [row.sentence for row in rows] == [finding_sentence(ENGLISH, finding) for finding in found(PLAN)]
    assert [(row.severity, row.note) for row in rows] == [
        ("error", "D1 Sun 23 Jul · Double booking"), ("error", "D2 Mon 24 Jul · Time that cannot be"),
    ]  # fmt: skip
    assert [row.goes_to for row in rows] == [(ProgrammeItem, FIRST.id), (ProgrammeItem, BROKEN.id)]


def test_the_filter_reads_sentence_and_note() -> None:
    def shown(text: str) -> list[str]:
        return [node.row.note.partition(" · ")[2] for node in findings(PLAN, ENGLISH, found(PLAN), text).nodes]

    assert shown("karimov") == ["Double booking"]
    assert shown("D2") == ["Time that cannot be"]
    assert shown("nothing") == []


def test_what_is_waived_is_left_out_until_asked_for() -> None:
    first = found(PLAN)[0]
    plan = PLAN.changed(Changes([put(Waiver(an_id("waiver"), first.check, first.fingerprint, "agreed"))]))
    shown = findings(plan, ENGLISH, found(plan), "")
    assert (len(shown.nodes), shown.there, shown.waived) == (1, 1, 1)
    every = findings(plan, ENGLISH, found(plan), "", show_waived=True)
    assert [node.row.waived for node in every.nodes] == [True, False]


def test_a_finding_keeps_its_id_while_times_move() -> None:
    later = a_plan(
        GUEST, FIRST, SECOND._replace(start_time="09:45"), an_invitation(FIRST, GUEST), an_invitation(SECOND, GUEST)
    )
    assert finding_id(found(PLAN)[0]) == finding_id(found(later)[0])
