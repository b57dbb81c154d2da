"""Plans with a row of every kind, and log entries, for the tests of the plan file."""

from collections.abc import Iterable

from delegation_planner.plan.change import Change, Changes, replaced
from delegation_planner.plan.document import Waiver
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.visit_rules import Holiday, RuleOverride, TravelTime
from delegation_planner.session.store import Label, LogEntry
from tests.builders import (
    a_document,
    a_file,
    a_group,
    a_person,
    a_place,
    a_plan,
    a_step,
    a_vehicle,
    an_id,
    an_invitation,
    an_item,
    an_override,
)

AT = "2017-07-10T02:15:00Z"

HEAD = a_person("A1", head=True, speaks=("az", "en"), interprets=("az-en",), diet="no pork", name_en="Əliyev «Ə»")
AIDE = a_person("A2", gender="female")
ABSENT = a_person("A3")
GROUP = a_group("DEL", (HEAD, AIDE, ABSENT))
MINISTRY = a_place("MIN", office=True)
ROOM = a_place("ROOM", parent_id=MINISTRY.id, exclusive=True)
HOTEL = a_place("HTL")
TALKS = an_item("01", host_id=HEAD.id, place_id=ROOM.id, travel_minutes=15, title_az="Görüş")
DINNER = an_item("02", start="19:00", end="21:30", to_place_id=MINISTRY.id)
NOTE = a_document("NV1", parties=("AZ", "ID"), signatory_ids=(HEAD.id,), item_ids=(TALKS.id,), due_day=-6)


def a_full_plan() -> Plan:
    """A row of every kind; every form that a value can take."""
    return a_plan(
        HEAD, AIDE, ABSENT, GROUP, an_override(AIDE, HEAD), MINISTRY, ROOM, HOTEL, TALKS, DINNER,
        a_step(TALKS, 5, actor_id=AIDE.id), a_vehicle(DINNER, rear_right_id=HEAD.id, other_ids=(AIDE.id,)),
        an_invitation(TALKS, HEAD, "head", "speaker"), an_invitation(TALKS, GROUP, without=(ABSENT,)),
        an_invitation(DINNER, AIDE, optional=True), NOTE, a_document("FP1", concerns_id=NOTE.id), a_file(NOTE),
        Waiver(an_id("waiver"), "C1", "0" * 64, "agreed with the host"),
        TravelTime(an_id("way"), HOTEL.id, ROOM.id, 45, peak_minutes=75),
        Holiday(an_id("holiday"), "2017-08-17", "Hari Kemerdekaan", "ID"),
        RuleOverride(an_id("override"), "set_up_gap", "20", "a heavy table"),
    )  # fmt: skip


def entry(changes: Iterable[Change], name: str = "edit 1", direction: str = "do") -> LogEntry:
    """A log entry of these changes, made by "[Protocol officer]"."""
    label = Label("move_item", {"item": "01", "count": 2})
    return LogEntry(0, an_id(name), direction, AT, "[Protocol officer]", "window", label, Changes(changes))  # type: ignore[arg-type]


def retitled(plan: Plan, title: str) -> Changes:
    """The talks under another title."""
    talks = plan.find(type(TALKS), TALKS.id)
    return Changes([replaced(talks, talks._replace(title_en=title))])
