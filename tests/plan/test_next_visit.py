"""A visit once more: what comes along, what begins anew, and nothing that an old calendar would know."""

from datetime import date

import pytest

from delegation_planner.plan.delegation import Group
from delegation_planner.plan.document import Document, DocumentFile, Waiver
from delegation_planner.plan.edits.holidays import Proposal, decline_holidays
from delegation_planner.plan.errors import PlanError
from delegation_planner.plan.next_visit import Next, delegations_of, length, next_visit, proposed_first_day
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import Invitation, ProgrammeItem, Vehicle
from delegation_planner.plan.rules import check_whole
from delegation_planner.plan.tables import TABLES
from delegation_planner.plan.visit_rules import Holiday, RuleOverride, TravelTime
from delegation_planner.resource_files import read_sample
from tests.builders import (
    a_delegation,
    a_document,
    a_file,
    a_group,
    a_person,
    a_place,
    a_plan,
    a_step,
    a_vehicle,
    a_visit,
    an_id,
    an_invitation,
    an_item,
    an_override,
    new_ids,
)

SAMPLE = read_sample(fixed=True)
HOSTS = a_delegation("ID", side="host")
GUEST, AIDE, HOST = a_person("A1"), a_person("A2"), a_person("I1", HOSTS)
EVERYBODY = a_group("ALL", [GUEST, HOST])
MARCH = date(2018, 3, 4)


def once_more(plan: Plan, *, kept: frozenset[str] | None = None, until: date | None = None, title: str = "") -> Plan:
    asked = Next(title or plan.visit.title_en, MARCH, until, delegations_of(plan, "all") if kept is None else kept)
    after = next_visit(plan, asked, lambda paper: f"Last time: {paper.number}", new_ids("next"))
    check_whole(after)
    return after


def ids_of(plan: Plan) -> set[str]:
    return {row.id for kind in TABLES.values() for row in plan.rows(kind)}


def test_no_row_and_no_calendar_name_is_the_old_ones() -> None:
    after = once_more(SAMPLE)
    assert ids_of(after).isdisjoint(ids_of(SAMPLE))
    uids = [{row.uid for row in plan.rows(ProgrammeItem)} for plan in (SAMPLE, after)]
    assert uids[0].isdisjoint(uids[1])
    assert len(uids[1]) == len(after.rows(ProgrammeItem)) == len(SAMPLE.rows(ProgrammeItem))


def test_with_everybody_all_invitations_come_along() -> None:
    after = once_more(SAMPLE)
    assert _who_comes(after) == _who_comes(SAMPLE)


def _who_comes(plan: Plan) -> dict[str, set[str]]:
    codes = {row.id: row.code for row in plan.rows(Participant)} | {row.id: row.code for row in plan.rows(Group)}
    return {
        item.code: {codes[id] for id in plan.invitations(item.id)}
        for item in plan.rows(ProgrammeItem)
        if plan.invitations(item.id)
    }


def test_without_the_guests_their_groups_wait_empty_and_papers_lose_their_signatories() -> None:
    item, car_way = an_item("01"), an_item("02", 1, "11:00", "12:00", kind="movement")
    plan = a_plan(
        a_delegation(), HOSTS, GUEST, AIDE, HOST, EVERYBODY, item, car_way, an_override(AIDE, GUEST),
        an_invitation(item, EVERYBODY), an_invitation(item, AIDE), a_step(item, actor_id=GUEST.id),
        a_vehicle(car_way, rear_right_id=GUEST.id, rear_left_id=HOST.id, plate="B 1", driver="[Driver]"),
        a_document(signatory_ids=(GUEST.id, HOST.id), item_ids=(item.id,)),
    )  # fmt: skip
    after = once_more(plan, kept=delegations_of(plan, "host"))
    (host,) = after.rows(Participant)
    assert host.code == "I1"
    assert [row.member_ids for row in after.rows(Group)] == [(host.id,)]
    assert [row.group_id is not None for row in after.rows(Invitation)] == [True]
    (vehicle,), (paper,) = after.rows(Vehicle), after.rows(Document)
    assert (vehicle.rear_right_id, vehicle.rear_left_id, vehicle.plate, vehicle.driver) == (None, host.id, "", "")
    assert (paper.signatory_ids, len(paper.item_ids)) == ((host.id,), 1)
    assert once_more(plan, kept=frozenset()).rows(Participant) == ()


def test_items_are_tentative_on_their_days_and_nothing_of_the_day_itself_stays() -> None:
    done = an_item(
        "01", 2, status="confirmed", pinned_date="2017-07-24", actual_start="09:10", actual_end="10:05",
        flight_no="GA 1", escort="confirmed",
    )  # fmt: skip
    plan = a_plan(done, an_item("02", status="cancelled"))
    (after,) = once_more(plan).rows(ProgrammeItem)
    same = done._replace(
        id=after.id, uid=after.uid, status="tentative", pinned_date=None, actual_start=None, actual_end=None,
        flight_no="", escort="requested",
    )  # fmt: skip
    assert after == same


def test_papers_begin_anew_and_say_what_became_of_the_last_one() -> None:
    note = a_document(
        "DOC1", kind="note_verbale", state="received", number="123/AZ", dated="2017-07-01", due_day=-6,
        remarks="Hand in.",
    )  # fmt: skip
    gone = a_document("DOC2", state="withdrawn", state_reason="not wanted")
    plan = a_plan(note, gone, a_file(note), Waiver(an_id("waiver"), "C1", "f" * 64, "known"))
    after = once_more(plan)
    assert [row[1:] for row in after.rows(Document)] == [
        note._replace(state="planned", number="", dated=None, remarks="Last time: 123/AZ\nHand in.")[1:]
    ]
    assert (after.rows(DocumentFile), after.rows(Waiver)) == ((), ())


def test_travel_times_and_rules_come_along_and_holidays_do_not() -> None:
    here, there = a_place("MIN"), a_place("HTL")
    plan = a_plan(
        here, there, TravelTime(an_id("way"), here.id, there.id, 20, 30), Holiday(an_id("day"), "2017-07-24", "A day"),
        RuleOverride(an_id("rule"), "set_up_gap", "20", "small room"),
    )  # fmt: skip
    plan = plan.changed(decline_holidays(plan, [Proposal("2017-07-25", "Another", "ID")], new_ids()))
    after = once_more(plan)
    assert [row.minutes for row in after.rows(TravelTime)] == [20]
    assert [row.rule for row in after.rows(RuleOverride)] == ["set_up_gap"]
    assert after.rows(Holiday) == ()


def test_the_visit_has_its_new_title_and_date() -> None:
    old = a_visit(title_id="Kunjungan uji", status="held", judged_on="2017-07-10", remarks="An invitation of 2016.")
    after = once_more(a_plan(old), title="Second visit").visit
    assert after == old._replace(
        id=after.id, title_en="Second visit", title_id="", status="planned", judged_on=None, remarks="",
        anchor_date="2018-03-04",
    )  # fmt: skip
    assert once_more(a_plan(old)).visit.title_id == "Kunjungan uji"


def test_a_new_title_is_of_the_language_that_it_is_given_in() -> None:
    old = a_plan(a_visit(title_en="Visit", short_title_en="Visit", title_id="Kunjungan"))
    asked = Next("Kunjungan kedua", MARCH, None, frozenset(), "id")
    visit = next_visit(old, asked, lambda _: "", new_ids("next")).visit
    assert (visit.title_en, visit.short_title_en, visit.title_id) == ("", "", "Kunjungan kedua")
    unchanged = next_visit(old, asked._replace(title="Kunjungan"), lambda _: "", new_ids("next")).visit
    assert (unchanged.title_en, unchanged.title_id) == ("Visit", "Kunjungan")


def test_a_window_may_stand_instead_of_a_date_but_not_be_shorter_than_the_visit() -> None:
    plan = a_plan()
    assert length(plan.visit) == 5
    visit = once_more(plan, until=date(2018, 3, 8)).visit
    assert (visit.dates, visit.window_start, visit.window_end, visit.anchor_date, visit.planning_date) == (
        "window", "2018-03-04", "2018-03-08", None, None,
    )  # fmt: skip
    with pytest.raises(PlanError, match="shorter"):
        once_more(plan, until=date(2018, 3, 7))
    with pytest.raises(PlanError, match="title"):
        once_more(plan, title="  ")


def test_a_year_later_is_the_same_day_of_the_week() -> None:
    assert proposed_first_day(a_plan()) == date(2018, 7, 22)
