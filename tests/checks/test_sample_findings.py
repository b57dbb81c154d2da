"""What the checks say of the sample visit, and what each seeded fault adds to it and takes away."""

from collections.abc import Callable
from datetime import date

import pytest

from delegation_planner.checks.weekdays import typed_weekday
from delegation_planner.plan.change import Changes, put
from delegation_planner.plan.day_time import day_one, span
from delegation_planner.plan.edits.items import edit_item, pin_item
from delegation_planner.plan.edits.visit import fix_dates
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import Invitation, ProgrammeItem
from delegation_planner.resource_files import read_sample
from tests.checks.judged import Short, judged, short

SAMPLE = read_sample(fixed=True)
CLEAN: list[Short] = [
    ("C10", "warning", "21 A1"),
    ("C12", "warning", "21 A1"),
    ("C10", "warning", "32 A1"),
    ("C12", "warning", "32 A1"),
    ("C3", "warning", "45 47 A1 A5 A6 A7 E1"),
    ("C5", "warning", "43"),
    ("C20", "note", "47 48 A1"),
]


def item(code: str) -> ProgrammeItem:
    """The item of that number."""
    return next(row for row in SAMPLE.rows(ProgrammeItem) if row.code == code)


def shifted(plan: Plan, days: int) -> Plan:
    """The visit so many days later."""
    day = date.fromordinal(day_one(plan.visit).toordinal() + days)
    return plan.changed(fix_dates(plan, day.isoformat()))


def edited(code: str, **values: str) -> Plan:
    """The sample with one item otherwise."""
    return SAMPLE.changed(edit_item(SAMPLE, item(code).id, values))


@pytest.mark.parametrize("fixed", [True, False])
def test_the_clean_sample(*, fixed: bool) -> None:
    assert short(read_sample(fixed=fixed)) == CLEAN


def test_the_hard_days_of_the_clean_sample() -> None:
    third, fourth = judged(SAMPLE, "C10")
    assert third.values == {"day": 3, "length": 14 * 60 + 30, "night": 8 * 60 + 30}
    assert fourth.values == {"day": 4, "length": 14 * 60 + 10, "night": 9 * 60 + 30, "start": "08:00", "end": "13:00"}
    assert [one.values["meal"] for one in judged(SAMPLE, "C12")] == ["dinner", "dinner"]
    assert [one.values for one in judged(SAMPLE, "C5")] == [{"day": 5, "minutes": 45, "needed": 75}]
    assert [one.values for one in judged(SAMPLE, "C20")] == [
        {"day": 5, "start": "13:45", "end": "15:30", "minutes": 105}
    ]


def a_second_item() -> Plan:
    """F1: the Deputy for Public Service at the cultural programme, too."""
    deputy = next(row for row in SAMPLE.rows(Participant) if row.code == "I2")
    return SAMPLE.changed(Changes([put(Invitation(item("45").id, deputy.id, None))]))


def a_pinned_flight() -> Plan:
    """F4: the flight to Surabaya stays on its date while the visit moves a week."""
    return shifted(SAMPLE.changed(pin_item(SAMPLE, item("22").id)), 7)


FAULTS: dict[str, tuple[Callable[[], Plan], list[Short], list[Short]]] = {
    "F1": (a_second_item, [("C1", "error", "44 45 I2")], []),
    "F2": (
        lambda: shifted(SAMPLE, 2),
        [("C8", "error", "37"), ("C8", "error", "38"), ("C8", "error", "39"), ("C9", "note", "44")],
        [("C5", "warning", "43")],
    ),
    "F3": (
        lambda: shifted(SAMPLE, 4),
        [("C8", "error", "14"), ("C8", "error", "16"), ("C9", "note", "25"), ("C9", "note", "36")],
        [],
    ),
    "F4": (a_pinned_flight, [("C15", "error", "22"), ("C3", "warning", "21 23 A1 A2 A3 A4 A6")], []),
    "F5": (lambda: edited("21", end_time="07:15"), [("C6", "error", "21 22 A1 A2 A3 A4 A6 I3 I7 I8")], []),
    "F6": (lambda: edited("17", start_time="14:10", end_time="14:30"), [("C5", "warning", "17")], []),
    "F7": (lambda: edited("50", end_zone="Asia/Jakarta"), [("C14", "error", "50 GYD")], []),
    "F14": (lambda: edited("12", end_time="11:10"), [("C17", "warning", "12")], []),
}


@pytest.mark.parametrize("name", FAULTS)
def test_seeded_fault(name: str) -> None:
    plan, added, taken_away = FAULTS[name]
    found = short(plan())
    assert [one for one in found if one not in CLEAN] == added
    assert [one for one in CLEAN if one not in found] == taken_away


def test_f3_the_signing_lands_on_a_friday_just_outside() -> None:
    signing = span(shifted(SAMPLE, 4).visit, item("12"))
    assert f"{signing.start:%A %H:%M} {signing.end:%H:%M}" == "Friday 11:00 11:20"


def test_f7_is_shown_three_hours_short() -> None:
    lengths = [span(plan.visit, row).minutes for plan in (SAMPLE, edited("50", end_zone="Asia/Jakarta"))
               for row in plan.rows(ProgrammeItem) if row.code == "50"]  # fmt: skip
    assert lengths == [15 * 60 + 30, 12 * 60 + 30]


def test_f15_a_weekday_typed_wrongly() -> None:
    finding = typed_weekday("Saturday 24 July 2017")
    assert finding is not None
    assert (finding.check, finding.severity, finding.subjects) == ("C13", "error", ())
    assert finding.values == {"date": "2017-07-24", "weekday": 5}
    assert typed_weekday("Monday 24 July 2017") is None
