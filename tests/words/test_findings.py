"""The sentence of each finding, made by the checks themselves."""

from datetime import date

import pytest

from delegation_planner.checks.editions import OF_EDITIONS
from delegation_planner.checks.run import CHECKS, run
from delegation_planner.plan.kinds import Language
from delegation_planner.plan.tables import Row
from delegation_planner.resource_files import read_rulebook
from delegation_planner.words import findings
from tests.builders import a_person, a_place, a_plan, an_invitation, an_item
from tests.words.spoken import words

RULES = read_rulebook()
TALKS = an_item("11", 2, "10:00", "11:00", title_en="Talks", title_id="Rapat", title_az="Görüş")
LUNCH = an_item("12", 2, "10:30", "12:00", title_en="Lunch", title_id="Jamuan", title_az="Nahar")
DEPUTY = a_person("A2", name_en="[Deputy]", name_id="[Wakil]", name_az="[Müavin]")
AIDE = a_person("A3", name_en="[Aide]", name_id="[Ajudan]", name_az="[Köməkçi]")


def said(language: Language, *rows: Row) -> list[str]:
    found = run(a_plan(*rows), RULES, date(2017, 7, 10))
    return [findings.finding_sentence(words(language), one).replace("\u00a0", " ") for one in found]


def test_of_many_people_two_are_named_and_the_others_counted() -> None:
    people = [a_person(f"A{number}", name_en=f"[Guest {number}]") for number in range(1, 6)]

    def clash(number: int) -> list[str]:
        invited = [an_invitation(item, person) for item in (TALKS, LUNCH) for person in people[:number]]
        return said("en", TALKS, LUNCH, *people[:number], *invited)

    at_once = "are expected at two items at once, D2 10:30–11:00: “11 Talks” and “12 Lunch”."
    assert clash(3) == [f"[Guest 1], [Guest 2] and [Guest 3] {at_once}"]
    assert clash(5) == [f"[Guest 1], [Guest 2] and 3 others {at_once}"]


@pytest.mark.parametrize(
    ("language", "one", "two"),
    [
        (
            "en",
            "[Deputy] is expected at two items at once, D2 10:30–11:00: “11 Talks” and “12 Lunch”.",
            "[Deputy] and [Aide] are expected at two items at once, D2 10:30–11:00: “11 Talks” and “12 Lunch”.",
        ),
        (
            "id",
            "[Wakil] harus hadir di dua acara sekaligus, hari ke-2 10.30–11.00: “11 Rapat” dan “12 Jamuan”.",
            (
                "[Wakil] dan [Ajudan] harus hadir di dua acara sekaligus, hari ke-2 10.30–11.00: "
                "“11 Rapat” dan “12 Jamuan”."
            ),
        ),
        (
            "az",
            "[Müavin] eyni vaxtda iki tədbirdə olmalıdır, 2-ci gün 10:30–11:00: “11 Görüş” və “12 Nahar”.",
            (
                "[Müavin] və [Köməkçi] eyni vaxtda iki tədbirdə olmalıdırlar, 2-ci gün 10:30–11:00: "
                "“11 Görüş” və “12 Nahar”."
            ),
        ),
    ],
)
def test_a_double_booking_names_people_items_and_time(language: Language, one: str, two: str) -> None:
    rows = (DEPUTY, AIDE, TALKS, LUNCH, an_invitation(TALKS, DEPUTY), an_invitation(LUNCH, DEPUTY))
    assert said(language, *rows) == [one]
    assert said(language, *rows, an_invitation(TALKS, AIDE), an_invitation(LUNCH, AIDE)) == [two]


@pytest.mark.parametrize(
    ("language", "backwards", "endless"),
    [
        ("en", "“1 Talks” does not end after it starts: D1 10:00–09:00.", "“1 Talks” lasts 25 h: that is too long."),
        (
            "id",
            "“1 Talks” tidak berakhir setelah dimulai: hari ke-1 10.00–09.00.",
            "“1 Talks” berlangsung 25 jam: terlalu lama.",
        ),
        (
            "az",
            "“1 Talks” başlanandan sonra bitmir: 1-ci gün 10:00–09:00.",
            "“1 Talks” 25 saat davam edir: bu, həddən artıq uzundur.",
        ),
    ],
)
def test_a_bad_interval_says_which_of_the_two_it_is(language: Language, backwards: str, endless: str) -> None:
    assert said(language, an_item("1", 1, "10:00", "09:00", title_en="Talks")) == [backwards]
    assert said(language, an_item("1", 1, "10:00", "11:00", title_en="Talks", end_day=2)) == [endless]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "“1 Flight” does not end after it starts: D1 22:15 (Tbilisi) – D2 00:15 (Tokyo)."),
        ("id", "“1 Flight” tidak berakhir setelah dimulai: hari ke-1 22.15 (Tbilisi) – hari ke-2 00.15 (Tokyo)."),
        ("az", "“1 Flight” başlandıqdan sonra bitmir: 1-ci gün 22:15 (Tbilisi) – 2-ci gün 00:15 (Tokyo)."),
    ],
)
def test_a_bad_interval_over_zones_names_them_and_both_days(language: Language, sentence: str) -> None:
    flight = an_item("1", 1, "22:15", "00:15", title_en="Flight", kind="flight", end_day=2)
    assert said(language, flight._replace(start_zone="Asia/Tbilisi", end_zone="Asia/Tokyo")) == [sentence]


def test_a_room_taken_twice_names_the_room() -> None:
    hall = a_place("HALL", name_en="Signing hall", exclusive=True)
    talks, lunch = (item._replace(place_id=hall.id) for item in (TALKS, LUNCH))
    assert said("en", hall, talks, lunch) == ["Signing hall is taken twice on D2: “11 Talks” and “12 Lunch” overlap."]
    talks = talks._replace(room_layout="table")
    later = lunch._replace(start_time="11:05", room_layout="rows")
    assert said("en", hall, talks, later) == [
        "Signing hall: 5 min between “11 Talks” and “12 Lunch” on D2; another layout needs 15 min."
    ]


def test_every_check_has_a_name_and_a_sentence() -> None:
    assert findings.CHECKS.keys() == {*CHECKS, *OF_EDITIONS} == vars(findings)["_SENTENCES"].keys()
