"""What stands beside the fields: heads, invitations, steps, and lists that lead elsewhere."""

from delegation_planner.plan.document import Document
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.place import Place
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.resource_files import read_rulebook
from delegation_planner.screen.details.rows import (
    FileRow,
    Head,
    LinkRow,
    attendance_of,
    file_note,
    files_of,
    head_of,
    invited,
    invited_note,
    papers_about,
    papers_at,
    people_of,
    places,
    steps_of,
)
from delegation_planner.words.words import ENGLISH
from tests.builders import (
    a_delegation,
    a_document,
    a_file,
    a_group,
    a_person,
    a_place,
    a_plan,
    a_step,
    a_visit,
    an_invitation,
    an_item,
)
from tests.words.spoken import words

FIRST, SECOND = a_person("A1", name_en="Ali", head=True), a_person("A2", name_en="Banu")
GROUP = a_group("DEL", [FIRST, SECOND], name_en="Delegation")
ITEM = an_item("12", 2, "11:00", "11:20", title_en="Signing of the Memorandum", short_title_en="MoU signing")
EARLIER = an_item("11", 2, "10:00", "11:00", title_en="Talks", status="cancelled")
MOU = a_document("D2", kind="instrument", title_en="MoU", item_ids=(ITEM.id,))
POWERS = a_document("D10", kind="full_powers", title_en="Full powers", concerns_id=MOU.id, item_ids=(ITEM.id,))
HOUSE = a_place("MIN", name_en="Ministry", city="Jakarta")
HALL = a_place("HALL", name_en="Hall", parent_id=HOUSE.id)
PLAN = a_plan(
    FIRST, SECOND, GROUP, ITEM, EARLIER, MOU, POWERS, HOUSE, HALL, a_step(ITEM, 2, actor_text="Aides", minutes=3),
    a_step(ITEM, 0), an_invitation(ITEM, FIRST, "signatory", "head"), an_invitation(ITEM, GROUP, without=[SECOND]),
    an_invitation(EARLIER, FIRST, optional=True), a_file(MOU, "old.pdf", added_at="2017-07-01T00:00:00Z"),
    a_file(MOU, "new.pdf", size=3 * 1024 * 1024, version=2, added_at="2017-07-02T00:00:00Z"),
)  # fmt: skip


def test_heads() -> None:
    def head(row: object) -> Head:
        return head_of(PLAN, read_rulebook(), ENGLISH, row)  # type: ignore[arg-type]

    assert head(ITEM) == Head("MoU signing", "No. 12 · D2 Mon 24 Jul · 11:00–11:20", kind="other")
    flight = ITEM._replace(start_day=1, start_time="22:15", start_zone="Asia/Tbilisi", end_day=2, end_time="19:25")
    assert head(flight).note == "No. 12 · D1 22:15 (Tbilisi) – D2 19:25 (Jakarta)"
    assert head(ITEM._replace(end_day=3, end_time="01:00")).note == "No. 12 · D2 11:00 – D3 01:00"
    assert head(SECOND) == Head("Banu", "A2 · Delegation AZ", number=2)
    assert head(MOU) == Head("MoU", "D2 · Instrument · planned", icon="document", kind="signing")
    assert head(HALL) == Head("Ministry, Hall", "HALL", icon="place")
    assert head(a_delegation()) == Head("Delegation AZ", "Guest side", icon="people")
    assert head(GROUP) == Head("Delegation", "DEL · 2 people", icon="people")
    assert head(a_visit()) == Head("Test visit", "Working visit", icon="calendar")


def test_invitations_as_they_are_groups_first() -> None:
    group, person = (node.row for node in invited(PLAN, ENGLISH, ITEM.id))
    assert (group.name, group.is_group, group.people, invited_note(ENGLISH, group)) == (
        "Delegation", True, 1, "without Banu",
    )  # fmt: skip
    assert (person.name, person.is_group, invited_note(ENGLISH, person)) == ("Ali", False, "signatory, head")
    (alone,) = (node.row for node in invited(PLAN, ENGLISH, EARLIER.id))
    assert invited_note(ENGLISH, alone) == "need not come"


def test_the_head_of_a_flight_has_signs_for_its_days_in_every_language() -> None:
    flight = ITEM._replace(start_day=0, start_time="20:00", start_zone="Asia/Baku", end_day=1, end_time="15:10")
    note = head_of(PLAN, read_rulebook(), words("id"), flight).note
    assert note == "No. 12 · D0 20.00 (Baku) – D1 15.10 (Jakarta)"


def test_a_time_that_is_not_the_hosts_says_how_far_its_zone_is_off() -> None:
    flight = an_item("01", 0, "20:00", "23:10", start_zone="Asia/Baku", title_en="Flight")
    coming = an_invitation(flight, FIRST)
    (node,) = attendance_of(a_plan(a_visit(), FIRST, flight, coming), ENGLISH, (flight.id,), FIRST.id)
    assert node.row.text == "D0 20:00 +04 · Flight"
    open_visit = a_visit(dates="window", anchor_date=None, planning_date=None, window_start=None, window_end=None)
    (node,) = attendance_of(a_plan(open_visit, FIRST, flight, coming), ENGLISH, (flight.id,), FIRST.id)
    assert node.row.text == "D0 20:00 (Baku) · Flight"


def test_steps_in_their_order() -> None:
    rows = [node.row for node in steps_of(PLAN, ENGLISH, ITEM.id)]
    assert [(row.at, row.minutes, row.cue, row.actor) for row in rows] == [
        ("11:00", None, "Cue 0", ""), ("11:02", 3, "Cue 2", "Aides"),
    ]  # fmt: skip


def test_lists_that_lead_elsewhere() -> None:
    assert [node.row for node in papers_at(PLAN, ENGLISH, ITEM.id)] == [
        LinkRow(Document, MOU.id, "MoU", "planned"), LinkRow(Document, POWERS.id, "Full powers", "planned"),
    ]  # fmt: skip
    assert [node.id for node in papers_about(PLAN, ENGLISH, MOU.id)] == [POWERS.id]
    assert [node.row for node in attendance_of(PLAN, ENGLISH, (ITEM.id, EARLIER.id), FIRST.id)] == [
        LinkRow(ProgrammeItem, EARLIER.id, "D2 10:00 · Talks", "cancelled"),
        LinkRow(ProgrammeItem, ITEM.id, "D2 11:00 · MoU signing", "signatory, head"),
    ]
    assert [node.row for node in people_of(PLAN, ENGLISH, (SECOND.id, FIRST.id))] == [
        LinkRow(Participant, SECOND.id, "Banu", "A2"), LinkRow(Participant, FIRST.id, "Ali", "A1"),
    ]  # fmt: skip
    assert [node.row for node in places(PLAN, ENGLISH)] == [
        LinkRow(Place, HOUSE.id, "Ministry", "Jakarta"), LinkRow(Place, HALL.id, "Ministry, Hall", ""),
    ]  # fmt: skip


def test_files_the_newest_first() -> None:
    newest, oldest = (node.row for node in files_of(PLAN, MOU.id))
    assert (newest.name, file_note(ENGLISH, newest)) == ("new.pdf", "version 2 · 3.0 MB")
    assert oldest == FileRow(oldest.id, "old.pdf", 4, 1)
    assert file_note(ENGLISH, oldest) == "1 kB"
