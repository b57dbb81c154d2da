"""Who gets which events, what they say, and how they are numbered from one export to the next."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from delegation_planner.exports.calendar.event_facts import banner_uid
from delegation_planner.exports.calendar.telling import LeftOut
from delegation_planner.exports.safe_write import write_files
from delegation_planner.plan.kinds import Disclosure, Language
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.plan.tables import Row
from delegation_planner.programme.audience import delegation, everybody, person
from delegation_planner.programme.build import programme
from tests.builders import (
    a_delegation,
    a_group,
    a_person,
    a_place,
    a_plan,
    a_step,
    a_vehicle,
    a_visit,
    an_invitation,
    an_item,
)
from tests.exports.calendar.made import LATER, MADE_AT, RULES, calendar_of, calendars_of, sent
from tests.exports.calendar.plain_reader import events_of, read_calendar

ANNA, BORIS = a_person("A1", name_en="Anna", head=True), a_person("A2", name_en="[Aide]")
HALL = a_place("HALL", name_en="Hall", parent_id=a_place("MIN").id)
MINISTRY = a_place("MIN", name_en="Ministry", address="Jl. Sudirman 69", city="Jakarta")
TALKS = an_item(
    "01", 2, title_en="Talks", disclosure="public", status="confirmed", kind="bilateral_meeting", place_id=HALL.id,
    dress="batik", in_charge_text="Protocol", host_text="Minister", remarks_public_en="Bring the draft",
    remarks_detailed="Side door", remarks_internal="Secret", alternate="Small room",
)  # fmt: skip
DRIVE = an_item(
    "02", 2, "11:00", "11:45", title_en="To the hotel", status="confirmed", kind="movement", place_id=MINISTRY.id,
    to_place_id=a_place("HTL").id, travel_mode="motorcade", travel_minutes=45, escort="requested",
)  # fmt: skip
STEP = a_step(TALKS, 5, cue_en="Photograph", minutes=2, actor_text="Press")
CAR = a_vehicle(DRIVE, 2, name_en="Sedan", plate="RI 45", driver="Driver", driver_phone="0812", rear_right_id=ANNA.id)
GROUP = a_group("DEL", [ANNA, BORIS], name_en="Delegation")
ROWS = (
    a_visit(title_en="Visit to Jakarta"), a_delegation(), ANNA, BORIS, HALL, MINISTRY, a_place("HTL", name_en="Hotel"),
    TALKS, STEP, DRIVE, CAR, GROUP, an_invitation(TALKS, ANNA, "head", "speaker"),
    an_invitation(TALKS, BORIS, optional=True), an_invitation(DRIVE, GROUP),
)  # fmt: skip
PLAN = a_plan(*ROWS)


def with_item(item: ProgrammeItem, **fields: Any) -> Plan:
    """The plan with one item changed."""
    changed = item._replace(**fields)
    return a_plan(*(changed if row is item else row for row in ROWS))


def test_a_personal_calendar_is_complete_by_itself() -> None:
    talks, drive = events_of(calendar_of(PLAN, person(ANNA.id)))
    assert talks.text("SUMMARY") == "Talks"
    assert talks.text("LOCATION") == "Hall, Ministry, Jl. Sudirman 69, Jakarta"
    assert talks.text("DESCRIPTION").split("\n") == [
        "Your role: head, speaker",
        "Time: Mon 24 Jul 2017, 09:00–10:00, WIB (UTC+07)",
        "Place: Hall, Ministry, Jl. Sudirman 69, Jakarta",
        "Dress: Batik, long sleeves",
        "With: Anna, [Aide]",
        "Host: Minister",
        "In charge: Protocol",
        "Bring the draft",
        "Side door",
        "Alternative: Small room",
        "Steps:",
        "09:05 Photograph (2\u00a0min) – Press",
    ]
    assert drive.text("LOCATION") == "Ministry → Hotel"
    assert drive.text("DESCRIPTION").split("\n") == [
        "Your vehicle: no. 2, Sedan (RI 45)",
        "Time: Mon 24 Jul 2017, 11:00–11:45, WIB (UTC+07)",
        "Way from: Ministry, Jl. Sudirman 69, Jakarta",
        "Way to: Hotel",
        "Travel: Motorcade, 45\u00a0min, police escort requested",
        "With: Delegation",
    ]


def test_an_optional_guest_is_told_so() -> None:
    talks, _ = events_of(calendar_of(PLAN, person(BORIS.id)))
    assert talks.text("DESCRIPTION").split("\n")[0] == "Your attendance is optional."


def test_the_public_calendar_tells_less_and_keeps_nobody_busy() -> None:
    (talks,) = events_of(calendar_of(PLAN, everybody()))
    assert talks.text("DESCRIPTION").split("\n")[-3:] == ["With: Anna, [Aide]", "Host: Minister", "Bring the draft"]
    assert (talks.text("TRANSP"), talks.text("X-MICROSOFT-CDO-BUSYSTATUS")) == ("TRANSPARENT", "FREE")


@pytest.mark.parametrize("level", ["public", "detailed"])
def test_no_byte_of_what_a_level_may_not_see(level: Disclosure) -> None:
    batch = calendars_of(
        PLAN, everybody(level), delegation(a_delegation().id, level), person(ANNA.id), person(BORIS.id)
    )
    for file in batch.files:
        assert b"Secret" not in file.content
        assert b"0812" not in file.content
        if file.reader == "everyone" and level == "public":
            assert [word for word in (b"hotel", b"Side door", b"Photograph", b"Protocol") if word in file.content] == []


def test_no_attendee_and_one_published_calendar_with_its_zones() -> None:
    calendar = read_calendar(calendar_of(PLAN, person(ANNA.id)))
    assert [(each.name, each.value) for each in calendar.properties] == [
        ("VERSION", "2.0"),
        ("PRODID", "-//Delegation Planner//Delegation Planner//EN"),
        ("CALSCALE", "GREGORIAN"),
        ("METHOD", "PUBLISH"),
        ("X-WR-CALNAME", "Visit to Jakarta – Anna"),
    ]
    assert [zone.one("TZID").value for zone in calendar.all("VTIMEZONE")] == ["Asia/Jakarta"]
    assert [event.one("UID").value for event in calendar.all("VEVENT")] == [TALKS.uid, DRIVE.uid]


def test_a_calendar_of_one_event_bears_no_name() -> None:
    assert "X-WR-CALNAME" not in read_calendar(calendar_of(PLAN, everybody())).names()


@pytest.mark.parametrize(
    ("fields", "status", "busy", "summary", "note"),
    [
        ({"status": "confirmed"}, "CONFIRMED", "BUSY", "Talks", None),
        ({"status": "tentative"}, "TENTATIVE", "TENTATIVE", "Talks", "This item is not yet confirmed."),
        ({"precision": "about"}, "CONFIRMED", "BUSY", "~09:00 Talks", "The time is approximate."),
        (
            {"precision": "to_be_confirmed"}, "CONFIRMED", "BUSY", "09:00 (TBC) Talks",
            "The time is still to be confirmed.",
        ),
    ],
)  # fmt: skip
def test_how_sure_an_item_is_can_be_seen(
    fields: dict[str, str], status: str, busy: str, summary: str, note: str | None
) -> None:
    (talks,) = events_of(calendar_of(with_item(TALKS, **fields), person(ANNA.id, "public")))
    assert (talks.text("STATUS"), talks.text("X-MICROSOFT-CDO-BUSYSTATUS")) == (status, busy)
    assert talks.text("SUMMARY") == summary
    notes = [line for line in talks.text("DESCRIPTION").split("\n") if line.startswith(("This item", "The time"))]
    assert notes == ([note] if note else [])


def test_a_visit_in_a_window_is_tentative_throughout() -> None:
    visit = a_visit(
        dates="window", anchor_date=None, window_start="2017-07-21", window_end="2017-07-31", planning_date="2017-07-23"
    )
    for event in events_of(calendar_of(a_plan(visit, *ROWS[1:]), person(ANNA.id))):
        assert (event.text("STATUS"), event.text("TRANSP")) == ("TENTATIVE", "OPAQUE")
        assert event.text("SUMMARY").startswith("(tentative) ")
        assert "The dates are open (late July 2017); shown as if day 1 were Sun 23 Jul 2017." in event.text(
            "DESCRIPTION"
        )


@pytest.mark.parametrize(
    ("level", "disclosure", "privacy"),
    [("public", "public", "PUBLIC"), ("detailed", "detailed", "PRIVATE"), ("internal", "internal", "CONFIDENTIAL")],
)
def test_class_follows_disclosure(level: Disclosure, disclosure: Disclosure, privacy: str) -> None:
    talks = events_of(calendar_of(with_item(TALKS, disclosure=disclosure), everybody(level)))[0]
    assert talks.text("CLASS") == privacy


def test_a_reader_of_another_language_sees_what_is_borrowed() -> None:
    plan = with_item(TALKS, title_id="Perundingan")
    talks, drive = events_of(calendar_of(plan, person(ANNA.id, language="id")))
    assert talks.text("SUMMARY") == "Perundingan"
    assert talks.text("CATEGORIES") == "Pertemuan bilateral"
    assert drive.text("SUMMARY") == "To the hotel [en]"
    assert "Bring the draft [en]" in talks.text("DESCRIPTION").split("\n")


def test_a_flight_is_written_in_both_zones_and_says_them() -> None:
    flight = an_item(
        "03", 5, "20:00", "15:10", start_zone="Asia/Jakarta", end_zone="Asia/Baku", end_day=6, kind="flight",
        flight_no="JT 1", disclosure="public", status="confirmed",
    )  # fmt: skip
    calendar = read_calendar(calendar_of(a_plan(flight), everybody()))
    (event,) = calendar.all("VEVENT")
    assert [zone.one("TZID").value for zone in calendar.all("VTIMEZONE")] == ["Asia/Baku", "Asia/Jakarta"]
    assert event.text("DESCRIPTION").split("\n")[:2] == [
        "From: Thu 27 Jul 2017, 20:00, WIB (UTC+07)",
        "To: Fri 28 Jul 2017, 15:10, Baku time (UTC+04)",
    ]


def test_items_that_do_not_end_after_they_start_are_left_out_and_named() -> None:
    batch = calendars_of(with_item(TALKS, end_time="09:00"), person(ANNA.id))
    assert batch.left_out == (LeftOut(ANNA.id, "ends_before_it_starts", TALKS.uid, "01", "Talks"),)
    assert [event.one("UID").value for event in events_of(batch.files[0].content)] == [DRIVE.uid]


def test_a_reader_without_items_gets_no_file_and_is_named() -> None:
    batch = calendars_of(a_plan(ANNA), person(ANNA.id))
    assert (batch.files, batch.left_out) == ((), (LeftOut(ANNA.id, "no_items"),))


def test_files_are_named_after_their_readers() -> None:
    batch = calendars_of(
        PLAN, everybody(), everybody("detailed"), everybody("internal"), delegation(a_delegation().id), person(ANNA.id),
        person(BORIS.id),
    )  # fmt: skip
    assert [file.name for file in batch.files] == [
        "Everyone.ics", "Everyone, detailed.ics", "Everyone, INTERNAL.ics", "Delegation AZ.ics", "A1 Anna.ics",
        "A2 Aide.ics",
    ]  # fmt: skip
    assert [file.name for file in batch.outgoing] == [file.name for file in batch.files]


def test_the_first_export_is_sequence_nought_and_is_to_be_remembered() -> None:
    batch = calendars_of(PLAN, person(ANNA.id))
    remembered = batch.sent(["A1 Anna.ics"])
    assert [(each.reader, each.uid, each.sequence, each.at) for each in remembered] == [
        (ANNA.id, TALKS.uid, 0, "2017-07-10T02:15:00Z"),
        (ANNA.id, DRIVE.uid, 0, "2017-07-10T02:15:00Z"),
    ]
    assert batch.sent(["another.ics"]) == ()


def test_an_export_of_the_same_plan_is_the_same_bytes_later() -> None:
    first = calendars_of(PLAN, everybody(), person(ANNA.id), person(BORIS.id))
    again = calendars_of(PLAN, everybody(), person(ANNA.id), person(BORIS.id), register=sent(first), made_at=LATER)
    assert again.outgoing == first.outgoing
    assert again.sent([file.name for file in again.files]) == ()


def test_only_what_changed_for_a_reader_has_a_new_sequence() -> None:
    first = calendars_of(PLAN, everybody(), person(ANNA.id), person(BORIS.id))
    moved = with_item(DRIVE, start_time="11:05")
    again = calendars_of(moved, everybody(), person(ANNA.id), person(BORIS.id), register=sent(first), made_at=LATER)
    unchanged = [file.name for old, file in zip(first.files, again.files, strict=True) if old.content == file.content]
    assert unchanged == ["Everyone.ics"]
    talks, drive = events_of(again.files[1].content)
    assert (talks.text("SEQUENCE"), talks.text("DTSTAMP")) == ("0", "20170710T021500Z")
    assert (drive.text("SEQUENCE"), drive.text("DTSTAMP")) == ("1", "20170712T090000Z")
    assert drive.text("LAST-MODIFIED") == drive.text("DTSTAMP")


def test_after_one_edit_only_the_files_of_its_attendees_are_written_anew(tmp_path: Path) -> None:
    people = [a_person(f"P{number:02}") for number in range(30)]
    items = [an_item(f"{number:02}", number % 5 + 1) for number in range(60)]
    invitations = [
        an_invitation(item, people[(place + step * 7) % 30]) for place, item in enumerate(items) for step in range(6)
    ]
    readers = [person(row.id) for row in people]
    first = calendars_of(a_plan(*people, *items, *invitations), *readers)
    assert len(write_files(tmp_path, first.outgoing).written) == 30
    items[17] = items[17]._replace(start_time="08:45")
    again = calendars_of(a_plan(*people, *items, *invitations), *readers, register=sent(first), made_at=LATER)
    attending = {f"{people[(17 + step * 7) % 30].code} " for step in range(6)}
    assert {name[:4] for name in write_files(tmp_path, again.outgoing).written} == attending


@pytest.mark.parametrize(
    "row",
    [
        HALL._replace(name_en="Great hall"),
        BORIS._replace(short_en="[Assistant]"),
        STEP._replace(cue_en="Handshake"),
        an_invitation(TALKS, ANNA, "head"),
    ],
    ids=["room", "guest", "step", "role"],
)
def test_whatever_a_reader_is_shown_counts(row: Row) -> None:
    first = calendars_of(PLAN, person(ANNA.id))
    key = (type(row), row.id)
    changed = a_plan(*(row if (type(each), each.id) == key else each for each in ROWS))
    talks, drive = events_of(calendar_of(changed, person(ANNA.id), sent(first), LATER))
    assert (talks.text("SEQUENCE"), drive.text("SEQUENCE")) == ("1", "0")


def test_undoing_a_change_that_went_out_goes_on_counting() -> None:
    register = sent(calendars_of(PLAN, person(ANNA.id)))
    register = sent(calendars_of(with_item(DRIVE, start_time="11:05"), person(ANNA.id), register=register), register)
    _, drive = events_of(calendar_of(PLAN, person(ANNA.id), register, LATER))
    assert drive.text("SEQUENCE") == "2"


def test_a_cancelled_item_is_kept_for_those_who_were_sent_it() -> None:
    register = sent(calendars_of(PLAN, person(ANNA.id)))
    cancelled = with_item(TALKS, status="cancelled")
    batch = calendars_of(cancelled, person(ANNA.id), person(BORIS.id), register=register, made_at=LATER)
    talks, _ = events_of(batch.files[0].content)
    assert (talks.text("STATUS"), talks.text("SEQUENCE"), talks.text("TRANSP")) == ("CANCELLED", "1", "TRANSPARENT")
    assert talks.text("SUMMARY") == "(cancelled) Talks"
    assert batch.left_out == (LeftOut(BORIS.id, "cancelled_unsent", TALKS.uid, "01", "Talks"),)
    register = sent(batch, register)
    assert register[ANNA.id, TALKS.uid].cancelled
    again = calendars_of(cancelled, person(ANNA.id), person(BORIS.id), register=register, made_at=LATER)
    assert again.outgoing == batch.outgoing
    reinstated, _ = events_of(calendar_of(PLAN, person(ANNA.id), register, LATER))
    assert (reinstated.text("STATUS"), reinstated.text("SEQUENCE")) == ("CONFIRMED", "2")


def test_a_cancelled_visit_cancels_all_its_items() -> None:
    register = sent(calendars_of(PLAN, person(ANNA.id)))
    off = a_plan(a_visit(status="cancelled"), *ROWS[1:])
    assert [event.text("STATUS") for event in events_of(calendar_of(off, person(ANNA.id), register))] == [
        "CANCELLED",
        "CANCELLED",
    ]


def test_what_was_sent_and_is_no_longer_the_readers_is_named() -> None:
    register = sent(calendars_of(PLAN, person(ANNA.id), person(BORIS.id)))
    without = a_plan(*(row for row in ROWS if row != an_invitation(TALKS, BORIS, optional=True)))
    batch = calendars_of(without, person(ANNA.id), person(BORIS.id), register=register)
    assert batch.left_out == (LeftOut(BORIS.id, "no_longer_in_programme", TALKS.uid, "", "Talks"),)
    assert [event.one("UID").value for event in events_of(batch.files[1].content)] == [DRIVE.uid]


def test_the_banner_is_the_visit_in_whole_days() -> None:
    (file,) = calendars_of(PLAN, person(ANNA.id), banner=True).files
    banner, *items = events_of(file.content)
    assert banner.one("UID").value == banner_uid(programme(PLAN, person(ANNA.id), RULES).visit)
    assert (banner.moment("DTSTART"), banner.moment("DTEND")) == (date(2017, 7, 23), date(2017, 7, 28))
    assert (banner.text("SUMMARY"), banner.text("TRANSP")) == ("Visit to Jakarta", "TRANSPARENT")
    assert banner.text("X-MICROSOFT-CDO-ALLDAYEVENT") == "TRUE"
    assert len(items) == 2
    quiet = calendars_of(PLAN, person(ANNA.id), register=sent(calendars_of(PLAN, person(ANNA.id), banner=True)))
    assert quiet.left_out == ()


@pytest.mark.parametrize("language", ["en", "id", "az"])
def test_all_languages_can_be_read(language: Language) -> None:
    (file,) = calendars_of(PLAN, person(ANNA.id, language=language), made_at=MADE_AT).files
    assert len(events_of(file.content)) == 2
