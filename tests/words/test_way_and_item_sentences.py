"""What the findings of the schedule say, of the sample and of plans with one thing wrong."""

from datetime import date

import pytest

from delegation_planner.checks.weekdays import typed_weekday
from delegation_planner.plan.kinds import LANGUAGES, Language
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.tables import Row
from delegation_planner.plan.visit_rules import Holiday
from delegation_planner.resource_files import read_sample
from delegation_planner.words.findings import finding_sentence
from tests.builders import a_person, a_place, a_plan, a_step, a_visit, an_id, an_invitation, an_item
from tests.checks.judged import judged
from tests.words.spoken import words

ANNA = a_person("A1", name_en="[Chairman]", name_id="[Ketua]", name_az="[Sədr]")
HOTEL, MINISTRY = a_place("HTL", city="Jakarta", name_en="Hotel"), a_place("MIN", city="Jakarta", name_en="Ministry")
FAR, GARDEN = a_place("FAR", name_en="Far away"), a_place("OUT", outdoor=True, name_en="Garden")
OFFICE, BAKU = a_place("OFF", office=True), a_place("GYD", zone="Asia/Baku", name_en="Baku Airport")
WAY = {"kind": "movement", "place_id": HOTEL.id, "to_place_id": MINISTRY.id}


def said(plan: Plan, check: str, language: Language = "en", on: date = date(2017, 7, 10)) -> list[str]:
    """The sentences of one check, their narrow spaces made plain."""
    return [finding_sentence(words(language), one).replace("\u00a0", " ") for one in judged(plan, check, on)]


def of(*rows: Row) -> Plan:
    """Anna goes through these items."""
    items = [row for row in rows if hasattr(row, "start_day")]
    places = (HOTEL, MINISTRY, FAR, GARDEN, OFFICE, BAKU)
    return a_plan(ANNA, *places, *rows, *(an_invitation(item, ANNA) for item in items))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("language", "day", "reasons"),
    [
        ("en", "D4 of ", "is hard: 14 h 10 long, after a night of 9 h 30 and without a pause 08:00–13:00."),
        (
            "id", "Hari ke-4 berat ",
            "berlangsung 14 jam 10 menit, istirahat malam sebelumnya hanya 9 jam 30 menit, dan tanpa jeda 08.00–13.00.",
        ),
        (
            "az", "4-cü gün ağırdır, ",
            "14 saat 10 dəqiqə davam edir, əvvəlki gecə 9 saat 30 dəqiqə və 08:00–13:00 fasiləsiz.",
        ),
    ],
)  # fmt: skip
def test_a_hard_day_says_all_that_is_hard(language: Language, day: str, reasons: str) -> None:
    heard = said(read_sample(fixed=True), "C10", language)[1]
    assert heard.startswith(day)
    assert heard.endswith(f" {reasons}")


def test_the_other_sentences_of_the_sample() -> None:
    sample = read_sample(fixed=True)
    assert said(sample, "C12")[0] == "D3 of Inam Karimov is full, but has no dinner."
    assert said(sample, "C3")[0].startswith(
        "Inam Karimov, [Head of Protocol, Agency] and 3 others: nothing brings them from “45 "
    )
    assert said(sample, "C5")[0].endswith("on D5 is given 45 min; the way takes 1 h 15 at that hour.")
    assert said(sample, "C20") == [
        "Nothing is written for Inam Karimov on D5 13:45–15:30. If it is rest, write private time."
    ]


SENTENCES: dict[str, tuple[str, Plan, str]] = {
    "too short a way": (
        "C3",
        of(an_item("01", place_id=HOTEL.id), an_item("02", 1, "10:10", "11:00", place_id=MINISTRY.id)),
        "[Chairman]: from “01 Item 01” to “02 Item 02” on D1 takes 50 min, and there are 10 min.",
    ),
    "too short a buffer": (
        "C4",
        of(
            an_item("01", place_id=HOTEL.id),
            an_item("02", 1, "10:00", "10:45", **WAY),
            an_item("03", 1, "10:45", "11:00", place_id=MINISTRY.id),
        ),
        "[Chairman]: 45 min between “01 Item 01” and “03 Item 03” on D1; “02 Item 02” and boarding need 50 min.",
    ),
    "a way that nobody knows": (
        "C5",
        of(an_item("01", kind="movement", place_id=HOTEL.id, to_place_id=FAR.id)),
        "How long does it take? No travel time is known from Hotel to Far away.",
    ),
    "late at the airport": (
        "C6",
        of(
            an_item("01", kind="movement", place_id=HOTEL.id, to_place_id=MINISTRY.id),
            an_item("02", 1, "10:30", "12:00", kind="flight", place_id=MINISTRY.id, to_place_id=FAR.id),
        ),
        "[Chairman]: at the airport only 30 min before “02 Item 02” on D1, by “01 Item 01”; 1 h are needed.",
    ),
    "early after landing": (
        "C6",
        of(
            an_item("01", kind="flight", place_id=HOTEL.id, to_place_id=FAR.id),
            an_item("02", 1, "10:10", "12:00", place_id=FAR.id),
        ),
        "[Chairman]: “02 Item 02” on D1 begins 10 min after the landing of “01 Item 01”; 1 h are needed.",
    ),
    "the Friday prayer": (
        "C8",
        of(an_item("01", 6, "12:00", "14:00")),
        "“01 Item 01” on D6 meets the Friday prayer, 11:30–13:00.",
    ),
    "a weekend": (
        "C9",
        of(an_item("01", 1, kind="courtesy_call", place_id=OFFICE.id)),
        "“01 Item 01” on D1 is at an office on a weekend.",
    ),
    "a late call": (
        "C9",
        of(an_item("01", 2, "16:00", "17:00", kind="courtesy_call", place_id=OFFICE.id)),
        "“01 Item 01” on D2 is at an office outside its hours.",
    ),
    "a holiday": (
        "C9",
        of(Holiday(an_id("day"), "2017-07-24", "Eid"), an_item("01", 2, kind="courtesy_call", place_id=OFFICE.id)),
        "“01 Item 01” on D2 is at an office on a holiday: Eid.",
    ),
    "a body clock": (
        "C11",
        of(
            an_item("01", 1, "02:00", "09:00", kind="flight", start_zone="Asia/Baku", to_place_id=FAR.id),
            an_item("02", 1, "10:00", "12:00", kind="working_meeting"),
        ),
        "[Chairman]: “02 Item 02” on D1 is only 1 h after the long way of “01 Item 01”.",
    ),
    "a weekday": (
        "C13",
        of(an_item("01", remarks_detailed="Until Sunday 24 July 2017")),
        "“01 Item 01” says Sunday, but the date is Monday, 24 July 2017.",
    ),
    "a zone": (
        "C14",
        of(an_item("01", place_id=BAKU.id)),
        "“01 Item 01” keeps the time of Asia/Jakarta, but Baku Airport keeps Asia/Baku.",
    ),
    "two zones": (
        "C14",
        of(an_item("01", end_zone="Asia/Baku")),
        "“01 Item 01” starts in Asia/Jakarta and ends in Asia/Baku without travelling.",
    ),
    "a pin": (
        "C15",
        of(an_item("01", pinned_date="2017-09-01")),
        "“01 Item 01” is pinned to Fri 1 Sep 2017, outside the visit.",
    ),
    "long steps": (
        "C17",
        of(an_item("01"), a_step(an_item("01"), 60, minutes=15)),
        "The steps of “01 Item 01” take 1 h 15; it lasts 1 h.",
    ),
    "an early step": (
        "C17",
        of(an_item("01"), a_step(an_item("01"), -5)),
        "A step of “01 Item 01” begins before the item.",
    ),
    "two steps": (
        "C17",
        of(an_item("01"), a_step(an_item("01"), 5), a_step(an_item("01"), 5, id=an_id("twin"))),
        "Two steps of “01 Item 01” begin at one time, +5 min.",
    ),
    "rain": (
        "C19",
        of(an_item("01", place_id=GARDEN.id)),
        "“01 Item 01” on D1 is in the open, at Garden: what if it rains?",
    ),
}


@pytest.mark.parametrize("name", SENTENCES)
def test_a_sentence_names_what_is_wrong_and_by_how_much(name: str) -> None:
    check, plan, sentence = SENTENCES[name]
    assert said(plan, check) == [sentence]


@pytest.mark.parametrize("name", SENTENCES)
def test_no_language_leaves_a_place_open(name: str) -> None:
    check, plan, english = SENTENCES[name]
    for language in LANGUAGES:
        [sentence] = said(plan, check, language)
        assert "{" not in sentence
        assert (sentence == english) == (language == "en")


@pytest.mark.parametrize(
    ("on", "dates", "item"),
    [
        (date(2017, 7, 20), "The dates are still open, 3 days before the visit.",
         "“01 Item 01” is still tentative, 3 days before the visit."),
        (date(2017, 7, 22), "The dates are still open, 1 day before the visit.",
         "“01 Item 01” is still tentative, 1 day before the visit."),
        (date(2017, 7, 23), "The dates are still open, and the visit has begun.",
         "“01 Item 01” is still tentative, and the visit has begun."),
    ],
)  # fmt: skip
def test_what_is_still_open_counts_the_days(on: date, dates: str, item: str) -> None:
    visit = a_visit(dates="window", planning_date="2017-07-23", anchor_date=None)
    assert said(of(visit, an_item("01")), "C16", on=on) == [dates, item]


def test_a_weekday_that_is_typed_has_a_sentence_before_there_is_an_item() -> None:
    finding = typed_weekday("Saturday 24 July 2017")
    assert finding is not None
    assert finding_sentence(words("en"), finding) == "It is written Saturday, but the date is Monday, 24 July 2017."
