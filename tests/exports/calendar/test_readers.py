"""Three readers that share no code with the writer take every calendar, and zoneinfo agrees with their instants."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

import pytest

from delegation_planner.exports.calendar.calendars import make_calendars
from delegation_planner.plan.kinds import Language
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.programme.audience import everybody, person
from delegation_planner.programme.build import Programmes
from delegation_planner.programme.programme import Programme
from delegation_planner.resource_files import read_rulebook, read_sample
from tests.builders import a_plan, a_visit, an_item
from tests.exports.calendar.made import MADE_AT, calendar_of, calendars_of
from tests.exports.calendar.plain_reader import read_calendar
from tests.words.spoken import words


class Read(NamedTuple):
    """An event as some reader understood it, its instants in UTC."""

    uid: str
    summary: str
    description: str
    location: str
    start: datetime | date
    end: datetime | date
    sequence: int
    status: str


def by_the_letter(data: bytes) -> list[Read]:
    return [
        Read(
            event.one("UID").value,
            event.text("SUMMARY"),
            event.text("DESCRIPTION"),
            event.text("LOCATION") if "LOCATION" in event.names() else "",
            event.moment("DTSTART"),
            event.moment("DTEND"),
            int(event.one("SEQUENCE").value),
            event.one("STATUS").value,
        )
        for event in read_calendar(data).all("VEVENT")
    ]


def by_vobject(data: bytes) -> list[Read]:
    import vobject

    calendar = vobject.readOne(data.decode())
    return [
        Read(
            event.uid.value,
            event.summary.value,
            event.description.value,
            event.location.value if hasattr(event, "location") else "",
            in_utc(event.dtstart.value),
            in_utc(event.dtend.value),
            int(event.sequence.value),
            event.status.value,
        )
        for event in calendar.vevent_list
    ]


def by_ical(data: bytes) -> list[Read]:
    from ical.calendar_stream import IcsCalendarStream

    return [
        Read(
            event.uid or "",
            event.summary or "",
            event.description or "",
            event.location or "",
            in_utc(event.dtstart),
            in_utc(event.end),
            event.sequence or 0,
            event.status or "",
        )
        for event in IcsCalendarStream.calendar_from_ics(data.decode()).events
    ]


def in_utc(moment: datetime | date | None) -> datetime | date:
    assert moment is not None
    return moment.astimezone(UTC) if isinstance(moment, datetime) else moment


Reader = Callable[[bytes], list[Read]]
READERS: tuple[Reader, ...] = (by_the_letter, by_vobject, by_ical)


def moment(day: int, clock: str, zone: str) -> datetime:
    """A local time of July 2017, day 1 being the 23rd."""
    hour, minute = map(int, clock.split(":"))
    return datetime(2017, 7, 22 + day, hour, minute, tzinfo=ZoneInfo(zone)).astimezone(UTC)


def crossing(start: str, start_zone: str, end_day: int, end: str, end_zone: str) -> ProgrammeItem:
    """A public item from day 1 to `end_day`."""
    return an_item("01", 1, start, end, start_zone=start_zone, end_zone=end_zone, end_day=end_day, disclosure="public")


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize(
    "item",
    [
        crossing("09:00", "Asia/Jakarta", 1, "10:00", "Asia/Jakarta"),
        crossing("23:30", "Asia/Jakarta", 2, "00:30", "Asia/Jakarta"),
        crossing("20:00", "Asia/Baku", 2, "15:10", "Asia/Jakarta"),
        crossing("12:00", "Europe/Amsterdam", 1, "14:00", "Europe/London"),
        crossing("21:00", "Pacific/Auckland", 1, "05:00", "Pacific/Honolulu"),
        crossing("23:00", "Pacific/Kiritimati", 2, "02:00", "Pacific/Kiritimati"),
        crossing("09:00", "America/New_York", 1, "11:00", "America/St_Johns"),
        crossing("09:00", "Asia/Kathmandu", 1, "11:00", "Asia/Kathmandu"),
        crossing("09:00", "Africa/Casablanca", 1, "11:00", "Africa/Casablanca"),
        crossing("09:00", "Europe/Istanbul", 1, "11:00", "UTC"),
    ],
    ids=lambda item: f"{item.start_zone}-{item.end_zone}" if isinstance(item, ProgrammeItem) else None,
)
def test_instants_are_zoneinfos(read: Reader, item: ProgrammeItem) -> None:
    (event,) = read(calendar_of(a_plan(item), everybody()))
    assert event.start == moment(item.start_day, item.start_time, item.start_zone)
    assert event.end == moment(item.end_day, item.end_time, item.end_zone)
    assert (event.uid, event.summary, event.sequence) == (item.uid, "Item 01", 0)


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize(
    ("day", "start", "end", "zone", "utc_start", "utc_end"),
    [
        ("2026-03-29", "02:30", "04:00", "Europe/Paris", "2026-03-29T01:30", "2026-03-29T02:00"),
        ("2026-03-29", "01:30", "03:30", "Europe/Paris", "2026-03-29T00:30", "2026-03-29T01:30"),
        ("2026-10-25", "02:30", "03:30", "Europe/Paris", "2026-10-25T00:30", "2026-10-25T02:30"),
        ("2026-10-25", "01:30", "04:00", "Europe/Paris", "2026-10-24T23:30", "2026-10-25T03:00"),
        ("2015-07-01", "09:00", "10:00", "Asia/Baku", "2015-07-01T04:00", "2015-07-01T05:00"),
        ("2016-01-15", "09:00", "10:00", "Europe/Istanbul", "2016-01-15T07:00", "2016-01-15T08:00"),
        ("2016-03-27", "01:00", "12:00", "Asia/Baku", "2016-03-26T21:00", "2016-03-27T08:00"),
    ],
)
def test_clock_changes_and_laws_of_the_past_are_right(
    read: Reader, day: str, start: str, end: str, zone: str, utc_start: str, utc_end: str
) -> None:
    item = an_item("01", 1, start, end, start_zone=zone, end_zone=zone, disclosure="public")
    (event,) = read(calendar_of(a_plan(a_visit(anchor_date=day), item), everybody()))
    assert f"{event.start:%Y-%m-%dT%H:%M}" == utc_start
    assert f"{event.end:%Y-%m-%dT%H:%M}" == utc_end


@pytest.mark.parametrize("read", READERS)
def test_whole_days_stay_days(read: Reader) -> None:
    (file,) = calendars_of(a_plan(an_item(disclosure="public")), everybody(), banner=True).files
    banner, _ = read(file.content)
    assert (banner.start, banner.end) == (date(2017, 7, 23), date(2017, 7, 28))


def sample_programmes(plan: Plan, language: Language) -> list[Programme]:
    programmes = Programmes(plan, read_rulebook())
    readers = [person(row.id, language=language) for row in plan.rows(Participant)]
    return [programmes.of(audience) for audience in (everybody(language=language), *readers)]


@pytest.mark.parametrize("language", ["en", "id", "az"])
@pytest.mark.parametrize("fixed", [True, False], ids=["fixed", "window"])
def test_three_readers_understand_the_sample_alike(language: Language, *, fixed: bool) -> None:
    programmes = sample_programmes(read_sample(fixed=fixed), language)
    batch = make_calendars(programmes, {}, MADE_AT, words)
    assert (len(batch.files), batch.left_out) == (24, ())
    for file, programme in zip(batch.files, programmes, strict=True):
        read = by_the_letter(file.content)
        assert [(event.uid, event.start, event.end) for event in read] == [
            (entry.uid, entry.start.astimezone(UTC), entry.end.astimezone(UTC)) for entry in programme.entries
        ]
        assert by_vobject(file.content) == read
        assert by_ical(file.content) == read
        if not fixed:
            assert {event.status for event in read} == {"TENTATIVE"}
