"""Findings that follow edits are those of a full run, whatever the edit."""

from collections.abc import Callable, Generator
from datetime import date
from itertools import count
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from delegation_planner.checks.keeping import FindingsKept
from delegation_planner.checks.run import run
from delegation_planner.plan import rules
from delegation_planner.plan.change import Changes, put
from delegation_planner.plan.delegation import Delegation, Group
from delegation_planner.plan.document import Waiver
from delegation_planner.plan.edits import invitations, items, participants, places, removing, steps
from delegation_planner.plan.edits.general import edit
from delegation_planner.plan.edits.visit import fix_dates
from delegation_planner.plan.errors import PlanError
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.place import Place
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem, Step
from delegation_planner.plan.tables import Row
from delegation_planner.plan.visit_rules import Holiday, RuleOverride, TravelTime
from delegation_planner.resource_files import read_rulebook, read_sample
from tests.builders import an_id, joining, new_ids

RULES = read_rulebook()
SAMPLE = read_sample(fixed=True)
ON = date(2017, 7, 10)

CLOCKS = st.builds("{:02}:{:02}".format, st.integers(0, 23), st.sampled_from([0, 10, 30, 59]))
DAYS = st.integers(-1, 7)
FIELDS: dict[type[Row], dict[str, list[Any]]] = {
    ProgrammeItem: {
        "kind": ["movement", "flight", "arrival", "meal", "break", "courtesy_call", "lodging", "other"],
        "status": ["cancelled", "confirmed", "tentative"],
        "room_layout": ["rows", "table", ""],
        "escort": ["none", "confirmed"],
        "title_en": ["Talks", "Saturday, 24 July 2017"],
        "alternate": ["", "A tent"],
        "travel_mode": [None, "boat", "car"],
        "start_zone": ["Asia/Baku", "Asia/Jakarta"],
        "end_zone": ["Asia/Baku", "Pacific/Kiritimati"],
        "pinned_date": [None, "2017-07-24", "2017-09-01"],
    },
    Participant: {
        "name_en": ["Somebody Else"],
        "entourage": ["vvip", "staff"],
        "prayer_exempt": [True, False],
        "head": [False],
        "code": ["Z9"],
    },
    Place: {
        "city": ["Batam", "Jakarta", ""],
        "office": [True, False],
        "outdoor": [True, False],
        "exclusive": [True, False],
        "iata": ["", "XXX"],
        "zone": ["Asia/Baku"],
        "name_en": ["Another name"],
    },
    Delegation: {"side": ["guest", "host"]},
}
NEW_ROWS: list[Callable[[str], Row]] = [
    lambda row_id: Holiday(row_id, "2017-07-25", "Hari Batik", "ID"),
    lambda row_id: RuleOverride(row_id, "jump_window", "600"),
]
VERBS = (
    "move", "resize", "set a field", "send elsewhere", "invite", "uninvite", "join a group", "make a head",
    "duplicate", "remove", "add a step", "nest a place", "shift the visit", "set a rule", "waive",
)  # fmt: skip


def an_edit(data: st.DataObject, plan: Plan, ids: Callable[[], str]) -> Changes:
    """Something that a person may do to the plan."""

    def some(kind: type[Any]) -> str:
        rows = plan.rows(kind)
        return str(rows[data.draw(st.integers(0, 10_000)) % len(rows)].id) if rows else ids()

    match data.draw(st.sampled_from(VERBS)):
        case "move":
            return items.move_item(plan, some(ProgrammeItem), data.draw(DAYS), data.draw(CLOCKS))
        case "resize":
            return items.resize_item(plan, some(ProgrammeItem), data.draw(DAYS), data.draw(CLOCKS))
        case "set a field":
            kind = data.draw(st.sampled_from(list(FIELDS)))
            field = data.draw(st.sampled_from(list(FIELDS[kind])))
            return edit(plan, kind, some(kind), {field: data.draw(st.sampled_from(FIELDS[kind][field]))})
        case "send elsewhere":
            end = data.draw(st.sampled_from(["place_id", "to_place_id"]))
            return items.edit_item(plan, some(ProgrammeItem), {end: some(Place)})
        case "invite":
            ids_of_both = (some(ProgrammeItem), some(Participant))
            return invitations.invite(plan, *ids_of_both, [], optional=data.draw(st.booleans()))
        case "uninvite":
            return invitations.uninvite(plan, some(ProgrammeItem), some(Participant))
        case "join a group":
            return joining(plan, some(Group), some(Participant))
        case other:
            return a_rarer_edit(other, data, plan, ids, some)


def a_rarer_edit(
    verb: str, data: st.DataObject, plan: Plan, ids: Callable[[], str], some: Callable[[type[Any]], str]
) -> Changes:
    """What brings rows, takes them away, or touches everything."""
    match verb:
        case "make a head":
            return participants.make_head(plan, some(Participant))
        case "duplicate":
            return items.duplicate_item(plan, some(ProgrammeItem), ids)
        case "remove":
            kind = data.draw(st.sampled_from([ProgrammeItem, Participant, Place, Group, Step, TravelTime]))
            return removing.remove(plan, kind, some(kind))
        case "add a step":
            offset = data.draw(st.sampled_from([-5, 0, 10, 600]))
            return steps.add_step(plan, some(ProgrammeItem), offset, "Cue", ids)
        case "nest a place":
            return places.edit_place(plan, some(Place), {"parent_id": some(Place)})
        case "shift the visit":
            return fix_dates(plan, f"2017-07-{data.draw(st.integers(10, 30))}")
        case "set a rule":
            return Changes([put(data.draw(st.sampled_from(NEW_ROWS))(ids()))])
        case _:
            found = run(plan, RULES, ON)
            one = found[data.draw(st.integers(0, 10_000)) % len(found)]
            return Changes([put(Waiver(ids(), one.check, one.fingerprint, "agreed"))])


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data(), st.sampled_from([ON, date(2017, 7, 20)]))
def test_findings_kept_over_edits_are_those_of_a_full_run(data: st.DataObject, on: date) -> None:
    kept = FindingsKept.of(SAMPLE, RULES, on)
    ids = new_ids()
    for _ in range(data.draw(st.integers(1, 8))):
        try:
            changes = Changes.merged(an_edit(data, kept.plan, ids))
            plan = kept.plan.changed(changes)
            rules.check(kept.plan, changes, plan)
        except PlanError:
            continue
        kept = kept.following(plan, changes)
        assert kept.findings == run(plan, RULES, on)


@pytest.mark.parametrize("code", [item.code for item in SAMPLE.rows(ProgrammeItem)])
@pytest.mark.parametrize(("day", "clock"), [(2, "11:45"), (3, "06:00")])
def test_every_item_moved_there_and_back(code: str, day: int, clock: str) -> None:
    before = FindingsKept.of(SAMPLE, RULES, ON)
    item = next(row for row in SAMPLE.rows(ProgrammeItem) if row.code == code)
    changes = items.move_item(SAMPLE, item.id, day, clock)
    there = before.following(SAMPLE.changed(changes), changes)
    assert there.findings == run(there.plan, RULES, ON)
    back = there.following(SAMPLE, changes.inverse())
    assert back.findings == before.findings == run(SAMPLE, RULES, ON)


def test_the_first_findings_come_in_small_slices() -> None:
    steps, kept = counted(FindingsKept.in_slices(SAMPLE, RULES, ON))
    findings = run(SAMPLE, RULES, ON)
    assert kept.findings == findings
    judged = [item for item in SAMPLE.rows(ProgrammeItem) if item.status != "cancelled"]
    assert steps >= len(judged) + len(findings)  # one an item, and one or more a finding


def counted(slices: Generator[None, None, FindingsKept]) -> tuple[int, FindingsKept]:
    """How many slices there are, and what they come to."""
    for number in count():
        try:
            next(slices)
        except StopIteration as last:
            kept: FindingsKept = last.value
            return number, kept
    raise AssertionError


def test_an_edit_that_touches_nothing_judged_changes_no_finding() -> None:
    kept = FindingsKept.of(SAMPLE, RULES, ON)
    waiver = Waiver(an_id("waiver"), "C1", "0" * 64, "of something long gone")
    changes = Changes([put(waiver)])
    assert kept.following(SAMPLE.changed(changes), changes).findings == kept.findings
