"""Zones as they are written, read back in several ways, are compared with zoneinfo over years."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest

from delegation_planner.exports.calendar.reading_back import read_zone
from delegation_planner.exports.calendar.vtimezone import HeldZones, holds, observances, vtimezone

SAMPLED = (
    "Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura", "Asia/Baku", "Europe/Amsterdam", "Europe/London", "Europe/Dublin",
    "Europe/Istanbul", "America/New_York", "America/St_Johns", "America/Sao_Paulo", "Asia/Kathmandu", "Asia/Tehran",
    "Asia/Beirut", "Australia/Lord_Howe", "Pacific/Auckland", "Pacific/Chatham", "Pacific/Kiritimati",
)  # fmt: skip
NEVER_HELD = {
    "UTC", "UCT", "Zulu", "Universal", "Etc/UTC", "Etc/UCT", "Etc/Zulu", "Etc/Universal",  # written in UTC
    "localtime",  # no zone of the world
}  # fmt: skip
RULE_CHANGES = {
    "Africa/Casablanca", "Africa/El_Aaiun",  # daylight time follows Ramadan
    "Asia/Gaza", "Asia/Hebron",  # so it does, for some years ahead
    "America/Edmonton", "America/Inuvik", "America/Rainy_River", "America/Vancouver", "America/Winnipeg",
    "America/Yellowknife", "Canada/Central", "Canada/Mountain", "Canada/Pacific",  # a law changes within the two years
    "Europe/Chisinau", "Europe/Tiraspol",  # changed within the two years
}  # fmt: skip


def year(number: int, month: int = 1) -> datetime:
    return datetime(number, month, 1, tzinfo=UTC)


def test_a_zone_without_daylight_time_is_one_standard_time() -> None:
    assert vtimezone("Asia/Jakarta") == (
        b"BEGIN:VTIMEZONE\r\nTZID:Asia/Jakarta\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n"
        b"TZOFFSETFROM:+0700\r\nTZOFFSETTO:+0700\r\nTZNAME:WIB\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
    )


def test_a_zone_with_daylight_time_has_one_yearly_rule_for_each() -> None:
    assert vtimezone("Europe/Amsterdam").decode().split("\r\n") == [
        "BEGIN:VTIMEZONE",
        "TZID:Europe/Amsterdam",
        "BEGIN:STANDARD",
        "DTSTART:19701025T030000",
        "TZOFFSETFROM:+0200",
        "TZOFFSETTO:+0100",
        "TZNAME:CET",
        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
        "END:STANDARD",
        "BEGIN:DAYLIGHT",
        "DTSTART:19700329T020000",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0200",
        "TZNAME:CEST",
        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
        "END:DAYLIGHT",
        "END:VTIMEZONE",
        "",
    ]


def test_irish_winter_time_is_standard_time_though_tzdata_says_otherwise() -> None:
    assert [(part.name, part.is_daylight) for part in observances("Europe/Dublin")] == [("IST", True), ("GMT", False)]


@pytest.mark.parametrize("zone", SAMPLED)
def test_the_rule_is_zoneinfo_hour_by_hour(zone: str) -> None:
    assert holds(zone, year(2026), year(2028))


@pytest.mark.parametrize("zone", SAMPLED)
def test_what_is_read_back_is_zoneinfo_around_the_days_of_a_change(zone: str) -> None:
    read, clock = read_zone(vtimezone(zone)), ZoneInfo(zone)
    moments = [year(2026) + timedelta(hours=6 * step) for step in range(4 * 365)]
    assert [read.offset(moment) for moment in moments] == [moment.astimezone(clock).utcoffset() for moment in moments]


@pytest.mark.parametrize("zone", ["Asia/Jakarta", "Europe/Amsterdam", "Europe/Dublin", "America/New_York"])
def test_a_library_reads_it_as_zoneinfo(zone: str) -> None:
    from icalendar import Timezone

    component = Timezone.from_ical(vtimezone(zone))
    assert isinstance(component, Timezone)
    theirs, ours = component.to_tz(lookup_tzid=False), ZoneInfo(zone)
    for month in range(1, 13):
        noon = datetime(2026, month, 15, 12)  # noqa: DTZ001
        assert noon.replace(tzinfo=theirs).utcoffset() == noon.replace(tzinfo=ours).utcoffset()


@pytest.mark.full
def test_every_zone_of_the_world_is_held_or_known_not_to_be() -> None:
    zones = available_timezones() - NEVER_HELD
    not_held = {zone for zone in zones if not holds(zone, year(2026), year(2028))}
    assert not_held <= RULE_CHANGES


@pytest.mark.parametrize("zone", [*sorted(NEVER_HELD), "Mars/Olympus", "../../etc/passwd", ""])
def test_utc_and_what_is_no_zone_have_no_rule(zone: str) -> None:
    assert observances(zone) == ()


@pytest.mark.parametrize(
    ("zone", "first", "last", "held"),
    [
        ("Asia/Baku", year(2015, 6), year(2015, 7), False),  # had daylight time until 2015
        ("Asia/Baku", year(2017, 6), year(2017, 8), True),
        ("Europe/Istanbul", year(2016, 1), year(2016, 2), False),  # was an hour behind its time of today
        ("Europe/Istanbul", year(2016, 7), year(2017, 7), True),
        ("Africa/Casablanca", year(2026), year(2027), False),
        ("Asia/Jakarta", year(2017), year(2017), True),
    ],
)
def test_a_rule_of_today_is_held_only_where_it_was_the_rule_then(
    zone: str, first: datetime, last: datetime, *, held: bool
) -> None:
    assert holds(zone, first, last) is held


@pytest.mark.parametrize(
    ("clock", "written"),
    [
        ("2026-03-29T01:59", "+01:00"),
        ("2026-03-29T02:30", "+00:00"),  # skipped
        ("2026-03-29T03:00", "+02:00"),
        ("2026-10-25T02:30", "+00:00"),  # comes twice
        ("2026-10-25T03:00", "+01:00"),
    ],
)
def test_an_hour_that_is_skipped_or_repeated_is_written_in_utc(clock: str, written: str) -> None:
    moment = datetime.fromisoformat(clock).replace(tzinfo=ZoneInfo("Europe/Amsterdam"))
    found = HeldZones(year(2026), year(2027)).written(moment)
    assert found.isoformat()[-6:] == written
    assert found.astimezone(UTC) == moment.astimezone(UTC)
