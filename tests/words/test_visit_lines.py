"""Lines that every export prints alike."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from delegation_planner.plan.kinds import LANGUAGES, Language
from delegation_planner.plan.rulebook import Rulebook
from delegation_planner.programme.audience import Audience, everybody, person
from delegation_planner.programme.build import programme
from delegation_planner.words import visit_lines
from delegation_planner.words.dates import unbroken
from delegation_planner.words.words import ENGLISH
from tests.builders import a_person, a_plan, a_visit
from tests.words.spoken import words

RULES = Rulebook({})
PERSON = a_person()
WINDOW = a_visit(
    dates="window", anchor_date=None, window_start="2017-07-21", window_end="2017-07-31", planning_date="2017-07-23"
)


@pytest.mark.parametrize(
    ("language", "fixed", "open_dates"),
    [
        ("en", "23–27 July 2017", "late July 2017, dates open, shown for D1 = Sun 23 Jul"),
        (
            "id",
            "23–27 Juli 2017",
            "akhir Juli 2017, tanggal belum ditetapkan, ditampilkan untuk hari ke-1 = Min, 23 Jul",
        ),
        (
            "az",
            "23–27 iyul 2017",
            "iyulun sonu 2017, tarixlər müəyyən edilməyib, 1-ci gün = 23 iyl, B. üçün göstərilir",
        ),
    ],
)  # fmt: skip
def test_the_line_below_the_title(language: Language, fixed: str, open_dates: str) -> None:
    shown = [programme(a_plan(visit), everybody(), RULES).visit for visit in (a_visit(), WINDOW)]
    assert [visit_lines.visit_dates(words(language), visit) for visit in shown] == [fixed, open_dates]


def test_a_paper_breaks_the_line_beside_its_dates_and_not_within_them() -> None:
    shown = programme(a_plan(WINDOW), everybody(), RULES).visit
    line = visit_lines.visit_dates(words("az"), shown, unbroken)
    assert line.split(" ")[0] == "iyulun\u00a0sonu\u00a02017,"
    assert line.replace("\u00a0", " ") == visit_lines.visit_dates(words("az"), shown)
    assert "23\u00a0iyl,\u00a0B." in line


def test_a_visit_with_nothing_but_a_planning_date_is_still_open() -> None:
    bare = a_visit(dates="window", anchor_date=None, planning_date="2017-07-23")
    shown = programme(a_plan(bare), everybody(), RULES).visit
    assert visit_lines.visit_dates(ENGLISH, shown) == "23–27 July 2017, dates open, shown for D1 = Sun 23 Jul"


@pytest.mark.parametrize(
    ("audience", "expected"),
    [
        (everybody("public"), ["PUBLIC", "UMUM", "AÇIQ"]),
        (everybody("internal"), [
            "INTERNAL · FOR PROTOCOL OFFICERS ONLY", "INTERNAL · KHUSUS PETUGAS PROTOKOL",
            "DAXİLİ · YALNIZ PROTOKOL ƏMƏKDAŞLARI ÜÇÜN",
        ]),
        (person(PERSON.id, "public"), [
            "PERSONAL · DO NOT PASS ON", "PRIBADI · JANGAN DITERUSKAN", "ŞƏXSİ · BAŞQASINA VERMƏYİN",
        ]),
    ],
)  # fmt: skip
def test_a_paper_says_for_whose_eyes_it_is(audience: Audience, expected: list[str]) -> None:
    made = programme(a_plan(PERSON), audience, RULES)
    assert [visit_lines.marking(words(language), made) for language in LANGUAGES] == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "Printed Thu 20 Jul 2017, 16:10 WIB (UTC+07)"),
        ("id", "Dicetak Kam, 20 Jul 2017, pukul 16.10 WIB (UTC+07)"),
        ("az", "Çap: 20 iyl 2017, C.a., 16:10 WIB (UTC+07)"),
    ],
)
def test_when_it_was_printed(language: Language, expected: str) -> None:
    made_at = datetime(2017, 7, 20, 16, 10, tzinfo=ZoneInfo("Asia/Jakarta"))
    assert visit_lines.printed_line(words(language), made_at) == expected


def test_dress_is_a_word_or_whatever_was_written() -> None:
    assert [visit_lines.dress_words(words(language), "psl") for language in LANGUAGES] == [
        "PSL (dark suit)", "PSL (pakaian sipil lengkap)", "Tünd kostyum (PSL)",
    ]  # fmt: skip
    assert visit_lines.dress_words(words("id"), "White tie") == "White tie"
    assert visit_lines.dress_words(words("id"), "") == ""


def test_a_form_of_address_stands_before_a_name_but_not_before_a_role() -> None:
    minister = a_person("A1", name_en="Asman Abnur", honorific_en="H.E. Mr.")
    unknown = a_person("A2", name_en="[Deputy]", honorific_en="H.E. Mr.")
    plain = a_person("A3", name_en="Diah Natalisa")
    members = programme(a_plan(minister, unknown, plain), everybody(), RULES).delegations[0].members
    assert {person.code: visit_lines.person_name(person) for person in members} == {
        "A1": "H.E. Mr. Asman Abnur", "A2": "[Deputy]", "A3": "Diah Natalisa",
    }  # fmt: skip


@pytest.mark.parametrize("count", range(5))
@pytest.mark.parametrize(("language", "locale"), [("en", "en_GB"), ("id", "id"), ("az", "az")])
def test_lists_are_joined_as_cldr_does(language: Language, locale: str, count: int) -> None:
    from babel.lists import format_list

    parts = ["one", "two", "three", "four"][:count]
    assert visit_lines.listed(words(language), parts) == format_list(parts, locale=locale)
