"""What an edition brings to each reader: whole calendars, messages of one item each, and the proof of all of them."""

import zipfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from io import BytesIO

import pytest

from delegation_planner.editions.compare import Version
from delegation_planner.editions.notices import Correspondent, Reader, readers
from delegation_planner.exports.calendar.messages import Parties, farewell, message, taken_back
from delegation_planner.exports.calendar.pack import (
    CalendarPack,
    ReaderCalendars,
    Recipient,
    Sender,
    make_calendar_pack,
)
from delegation_planner.exports.calendar.pack_proof import WrongPackError, prove_pack
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.plan.sent import Sent
from delegation_planner.programme.audience import everybody, person
from tests.builders import a_person, a_place, a_plan, an_invitation, an_item
from tests.exports.calendar.made import MADE_AT, RULES, Register
from tests.exports.calendar.plain_reader import read_calendar
from tests.exports.calendar.test_readers import READERS
from tests.exports.calendar.test_readers import Reader as AnyReader
from tests.words.spoken import words

ORGANIZER = Correspondent("Protocol Office", "protocol@visit.example")
ANNA = a_person("A1", name_en="Anna", duty_email="anna@visit.example")
BORIS = a_person("A2", name_en="Boris", duty_email="boris@visit.example")
CARLA = a_person("A3", name_en="Carla")
HALL = a_place("HALL", name_en="Hall")
TALKS = an_item("14", title_en="Talks", disclosure="public", status="confirmed", place_id=HALL.id)
TOUR = an_item(
    "45", 2, title_en="Tour", disclosure="public", start_zone="Europe/Amsterdam", end_zone="Europe/Amsterdam"
)
INVITED = tuple(an_invitation(item, one) for item in (TALKS, TOUR) for one in (ANNA, BORIS, CARLA))
PLAN = a_plan(ANNA, BORIS, CARLA, HALL, TALKS, TOUR, *INVITED)


def with_items(*items: ProgrammeItem) -> Plan:
    """The plan with these items alone, everybody invited to each."""
    invited = [an_invitation(item, one) for item in items for one in (ANNA, BORIS, CARLA)]
    return a_plan(ANNA, BORIS, CARLA, HALL, *items, *invited)


def packed(
    plan: Plan, edition: int = 1, register: Register | None = None, organizer: Correspondent | None = ORGANIZER
) -> CalendarPack:
    """The pack of this plan for everyone and for each person."""
    version = Version(plan, RULES)
    recipients = [Recipient(version.programme(everybody()), None)]
    recipients += (Recipient(version.programme(person(one.id)), one) for one in readers(version))
    sender = Sender(edition, edition - 1, MADE_AT + timedelta(days=edition), organizer)
    return make_calendar_pack(recipients, register or {}, sender, words)


def recorded(*packs: CalendarPack) -> Register:
    """The register after these packs went out."""
    return {(sent.reader, sent.uid): sent for pack in packs for sent in pack.sent}


FIRST = packed(PLAN)
OUT = recorded(FIRST)
MOVED = with_items(TALKS._replace(start_time="10:00", end_time="11:00"), TOUR)
DROPPED = with_items(TALKS)


def of(pack: CalendarPack, name: str) -> ReaderCalendars:
    """What one person, or everyone, gets."""
    return next(
        each
        for each in pack.readers
        if (each.recipient.reader.person.name.text if each.recipient.reader else "everyone") == name
    )


def test_the_first_time_everybody_gets_a_whole_calendar_and_no_message() -> None:
    prove_pack(FIRST, {})
    assert [each.first for each in FIRST.readers] == [True] * 4
    assert [each.messages for each in FIRST.readers] == [()] * 4
    for each in FIRST.readers:
        assert each.whole is not None
        calendar = read_calendar(each.whole.content)
        assert calendar.one("METHOD").value == "PUBLISH"
        assert len(calendar.all("VEVENT")) == 2


def test_nothing_goes_to_the_untouched() -> None:
    again = packed(PLAN, 2, OUT)
    prove_pack(again, OUT)
    assert again.sent == ()
    assert [(each.messages, each.is_touched) for each in again.readers] == [((), False)] * 4
    assert [each.whole for each in again.readers] == [
        each.whole._replace(sent=()) if each.whole else None for each in FIRST.readers
    ]


def test_a_change_is_one_request_to_one_attendee() -> None:
    pack = packed(MOVED, 2, OUT)
    prove_pack(pack, OUT)
    (one,) = of(pack, "Anna").messages
    assert (one.name, one.how, one.method, one.uid) == ("A1 Anna, changed, Talks.ics", "changed", "REQUEST", TALKS.uid)
    calendar = read_calendar(one.content)
    assert calendar.names() == ["VERSION", "PRODID", "CALSCALE", "METHOD"]
    (event,) = calendar.all("VEVENT")
    attendee, organizer = event.one("ATTENDEE"), event.one("ORGANIZER")
    assert (organizer.parameters, organizer.value) == ({"CN": '"Protocol Office"'}, "mailto:protocol@visit.example")
    assert attendee.value == "mailto:anna@visit.example"
    assert attendee.parameters == {
        "CUTYPE": "INDIVIDUAL", "ROLE": "REQ-PARTICIPANT", "PARTSTAT": "NEEDS-ACTION", "RSVP": "TRUE", "CN": '"Anna"',
    }  # fmt: skip
    assert event.one("SEQUENCE").value == "1"
    assert (event.moment("DTSTART"), event.moment("DTEND")) == (
        datetime(2017, 7, 23, 3, tzinfo=UTC), datetime(2017, 7, 23, 4, tzinfo=UTC),
    )  # fmt: skip
    assert b"boris" not in one.content


def test_a_dropped_item_is_one_cancel_with_the_times_that_were_sent() -> None:
    pack = packed(DROPPED, 2, OUT)
    prove_pack(pack, OUT)
    (one,) = of(pack, "Boris").messages
    assert (one.name, one.how, one.method, one.uid) == (
        "A2 Boris, cancelled, Tour.ics",
        "cancelled",
        "CANCEL",
        TOUR.uid,
    )
    (event,) = read_calendar(one.content).all("VEVENT")
    assert (event.one("STATUS").value, event.one("SEQUENCE").value) == ("CANCELLED", "1")
    assert event.text("SUMMARY") == "(cancelled) Tour"
    assert event.moment("DTSTART") == datetime(2017, 7, 24, 7, tzinfo=UTC)
    whole = of(pack, "Boris").whole
    assert whole is not None
    assert TOUR.uid.encode() not in whole.content


def test_whoever_cannot_be_written_to_finds_the_change_in_the_whole_calendar() -> None:
    pack = packed(DROPPED, 2, OUT)
    assert [(left.reader, left.reason) for left in pack.left_out] == [(CARLA.id, "no_address")]
    for name in ("Carla", "everyone"):
        each = of(pack, name)
        assert each.messages == ()
        assert each.whole is not None
        states = {
            event.one("UID").value: event.one("STATUS").value
            for event in read_calendar(each.whole.content).all("VEVENT")
        }
        assert states == {TALKS.uid: "CONFIRMED", TOUR.uid: "CANCELLED"}
    later = packed(DROPPED, 3, OUT | recorded(pack))
    carla = of(later, "Carla").whole
    assert carla is not None
    assert TOUR.uid.encode() not in carla.content


def test_without_an_organizer_there_is_no_message_and_that_is_said_once() -> None:
    pack = packed(DROPPED, 2, OUT, None)
    prove_pack(pack, OUT)
    assert [(left.reader, left.reason) for left in pack.left_out] == [("", "no_organizer")]
    assert not any(each.messages for each in pack.readers)


def test_the_organizers_own_address_gets_no_message() -> None:
    pack = packed(MOVED, 2, OUT, Correspondent("Anna's office", "ANNA@visit.example"))
    prove_pack(pack, OUT)
    assert of(pack, "Anna").messages == ()
    assert (ANNA.id, "is_organizer") in {(left.reader, left.reason) for left in pack.left_out}


def test_a_pack_made_again_after_it_was_recorded_is_the_same_bytes() -> None:
    for plan in (MOVED, DROPPED):
        pack = packed(plan, 2, OUT)
        after = OUT | recorded(pack)
        again = packed(plan, 2, after)
        prove_pack(again, after)
        assert again.sent == ()
        for one, other in zip(pack.readers, again.readers, strict=True):
            assert one.messages == other.messages
            assert one.whole is None or other.whole is None or one.whole.content == other.whole.content


def test_the_zip_holds_each_event_in_a_file_of_its_own() -> None:
    singles = of(FIRST, "Anna").singles
    assert singles is not None
    with zipfile.ZipFile(BytesIO(singles)) as archive:
        assert archive.namelist() == ["2017-07-23 0900 Talks.ics", "2017-07-24 0900 Tour.ics"]
        for name in archive.namelist():
            calendar = read_calendar(archive.read(name))
            assert "X-WR-CALNAME" not in calendar.names()
            assert len(calendar.all("VEVENT")) == 1
    assert of(packed(PLAN), "Anna").singles == singles


def forged(pack: CalendarPack, name: str, forge: Callable[[ReaderCalendars], ReaderCalendars]) -> CalendarPack:
    """The pack with one reader's calendars forged."""
    return pack._replace(readers=tuple(forge(each) if each is of(pack, name) else each for each in pack.readers))


def replacing(old: bytes, new: bytes) -> Callable[[ReaderCalendars], ReaderCalendars]:
    """Forges whole calendar and messages alike."""

    def forge(each: ReaderCalendars) -> ReaderCalendars:
        assert each.whole is not None
        whole = each.whole._replace(content=each.whole.content.replace(old, new))
        messages = tuple(one._replace(content=one.content.replace(old, new)) for one in each.messages)
        assert (whole.content, messages) != (each.whole.content, each.messages)
        return each._replace(whole=whole, messages=messages)

    return forge


def without_messages(each: ReaderCalendars) -> ReaderCalendars:
    return each._replace(messages=())


def refusal(pack: CalendarPack) -> str:
    """The check that refuses a pack after the first edition."""
    with pytest.raises(WrongPackError) as caught:
        prove_pack(pack, OUT)
    return caught.value.check


def test_f16_an_item_moved_without_a_higher_sequence_is_refused() -> None:
    assert refusal(forged(packed(MOVED, 2, OUT), "Anna", replacing(b"SEQUENCE:1", b"SEQUENCE:0"))) == "X5"


def test_f17_an_item_dropped_without_a_cancel_is_refused() -> None:
    assert refusal(forged(packed(DROPPED, 2, OUT), "Anna", without_messages)) == "X6"


def test_a_change_without_a_message_is_refused() -> None:
    assert refusal(forged(packed(MOVED, 2, OUT), "Anna", without_messages)) == "X6"


@pytest.mark.parametrize(
    ("old", "new", "check"),
    [
        (b"SEQUENCE:0\r\nDTSTART;TZID=Europe", b"SEQUENCE:1\r\nDTSTART;TZID=Europe", "X5"),
        (b"T100000\r\nDTEND", b"T101500\r\nDTEND", "X4"),
        (b"TZOFFSETTO:+0200", b"TZOFFSETTO:+0100", "X4"),
        (b"TZID:Asia/Jakarta", b"TZID:Asia/Jayapura", "X4"),
        (TOUR.uid.encode(), TALKS.uid.encode(), "X4"),
        (b"STATUS:CONFIRMED", b"STATUS:CANCELLED", "X4"),
        (b"SUMMARY:Tour", b"SUMMARY:Trip", "X5"),
        (b"DTSTAMP:20170711T", b"DTSTAMP:20170719T", "X5"),
        (b"END:VEVENT", b"END:EVENT", "X4"),
    ],
)
def test_forged_calendars_are_refused(old: bytes, new: bytes, check: str) -> None:
    assert refusal(forged(packed(MOVED, 2, OUT), "Anna", replacing(old, new))) == check


def test_a_message_that_says_other_than_the_calendar_is_refused() -> None:
    def forge(each: ReaderCalendars) -> ReaderCalendars:
        (one,) = each.messages
        return each._replace(messages=(one._replace(content=one.content.replace(b"SUMMARY:Talks", b"SUMMARY:Walks")),))

    assert refusal(forged(packed(MOVED, 2, OUT), "Anna", forge)) == "X4"


def test_an_item_that_is_not_in_the_programme_is_refused() -> None:
    pack = packed(DROPPED, 2, OUT)
    first = of(FIRST, "Anna")
    assert refusal(forged(pack, "Anna", lambda each: each._replace(whole=first.whole))) == "X4"


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize("plan", [MOVED, DROPPED], ids=["request", "cancel"])
def test_readers_that_share_no_code_take_every_message(read: AnyReader, plan: Plan) -> None:
    (one,) = of(packed(plan, 2, OUT), "Anna").messages
    (event,) = read(one.content)
    assert (event.uid, event.sequence) == (one.uid, 1)


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ('Ali "Bey" Əliyev', "Ali 'Bey' Əliyev"), ("Müller; Anna: x, y", "Müller; Anna: x, y"),
        ("a^n\r\nATTENDEE:x", "an ATTENDEE:x"),
        ("Ə" * 80, "Ə" * 80), ("tab\there\x00", "tab here"),
    ],
)  # fmt: skip
def test_f56_names_with_signs_stay_one_name(name: str, written: str) -> None:
    import vobject

    event, sent = farewell(OUT[ANNA.id, TALKS.uid], words("en")), OUT[ANNA.id, TALKS.uid]
    parties = Parties(Correspondent(name, "a@visit.example"), Correspondent(name, "b@visit.example"), asks_reply=False)
    content = message("CANCEL", event, taken_back(sent, "2017-07-12T00:00:00Z", 2), parties)
    found = vobject.readOne(content.decode()).vevent
    assert (found.organizer.params["CN"], found.attendee.params["CN"]) == ([written], [written])
    assert found.attendee.params["RSVP"] == ["FALSE"]
    assert found.attendee.value == "mailto:b@visit.example"


def test_a_farewell_to_what_was_sent_without_times_still_goes() -> None:
    bare = Sent("r", "u@x.invalid", 3, "f" * 64, "2017-07-10T00:00:00Z")
    assert farewell(bare, words("en")).facts.status == "CANCELLED"
    whole_day = farewell(bare._replace(start="2017-07-23", end="2017-07-28", title="Visit"), words("id"))
    assert whole_day.facts.all_day
    gone = taken_back(bare, "2017-07-12T00:00:00Z", 2)
    assert (gone.sequence, gone.cancelled, gone.edition) == (4, True, 2)
    assert taken_back(gone, "2017-07-13T00:00:00Z", 3) is gone


def test_whoever_left_the_visit_is_taken_out_of_everything() -> None:
    version = Version(PLAN, RULES)
    anna = next(one for one in readers(version) if one.id == ANNA.id)
    sender = Sender(2, 1, MADE_AT + timedelta(days=2), ORGANIZER)
    pack = make_calendar_pack([Recipient(None, anna._replace(leaving=True))], OUT, sender, words)
    prove_pack(pack, OUT)
    (each,) = pack.readers
    assert each.whole is None
    assert [(one.method, one.title) for one in each.messages] == [("CANCEL", "Talks"), ("CANCEL", "Tour")]
    unreachable: Reader = anna._replace(address=None)
    silent = make_calendar_pack([Recipient(None, unreachable)], OUT, sender, words)
    assert [(left.reason, left.title) for left in silent.left_out] == [
        ("no_longer_in_programme", "Talks"), ("no_longer_in_programme", "Tour"),
    ]  # fmt: skip
