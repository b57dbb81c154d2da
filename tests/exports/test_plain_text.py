"""A day or a programme as text for a message."""

from typing import Any

import pytest

from delegation_planner.exports.plain_text import day_as_text, programme_as_text
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.plan import Plan
from delegation_planner.programme.audience import everybody, person
from delegation_planner.programme.build import programme
from delegation_planner.resource_files import read_rulebook, read_sample
from tests.builders import a_person, a_place, a_plan, a_visit, an_invitation, an_item
from tests.golden_files import matches_golden
from tests.words.spoken import words

ENGLISH = words("en")
RULES = read_rulebook()


def day(plan: Plan, number: int = 1) -> list[str]:
    """The lines of an officers' day below its head."""
    text = day_as_text(programme(plan, everybody("internal"), RULES), number, ENGLISH)
    head, _, lines = text.partition("\n\n")
    assert head == "*Test visit*\nINTERNAL · FOR PROTOCOL OFFICERS ONLY\nTimes: WIB (UTC+07)"
    return lines.split("\n")


def test_the_samples_texts_are_as_they_were() -> None:
    """An officers' day in English, the chairman's programme in Azerbaijani, the open visit's day in Indonesian."""
    fixed, opened = read_sample(fixed=True), read_sample(fixed=False)
    chairman = next(row.id for row in fixed.rows(Participant) if row.code == "A1")
    personal = programme(fixed, person(chairman, language="az"), RULES)
    texts = {
        "day_2_en.txt": day_as_text(programme(fixed, everybody("detailed"), RULES), 2, ENGLISH),
        "chairman_az.txt": programme_as_text(personal, words("az")),
        "open_day_2_id.txt": day_as_text(programme(opened, everybody(language="id"), RULES), 2, words("id")),
    }
    matches_golden("plain_text", {name: text.encode() for name, text in texts.items()})


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ({"status": "confirmed"}, "09:00 Item 01"),
        ({"status": "tentative"}, "09:00 Item 01 (tentative)"),
        ({"status": "cancelled"}, "09:00 Item 01 (cancelled)"),
        ({"status": "confirmed", "precision": "about"}, "~09:00 Item 01"),
        ({"status": "confirmed", "precision": "to_be_confirmed"}, "09:00 (TBC) Item 01"),
        ({"status": "confirmed", "short_title_en": "One"}, "09:00 One"),
        ({"status": "confirmed", "title_en": "Two\nlines\tand *stars*"}, "09:00 Two lines and *stars*"),
        ({"status": "confirmed", "title_en": "", "title_id": "Acara"}, "09:00 [id] Acara"),
    ],
)
def test_a_line_tells_the_state(fields: dict[str, Any], line: str) -> None:
    assert day(a_plan(an_item("01", **fields))) == ["*Sun 23 Jul*", line]


def test_places_stand_behind_and_only_another_zone_is_named() -> None:
    ministry = a_place("MIN", name_en="Ministry")
    lobby = a_place("LOB", name_en="Lobby", parent_id=ministry.id)
    flight = an_item("01", 1, "08:00", "16:00", start_zone="Asia/Baku", status="confirmed", to_place_id=ministry.id)
    welcome = an_item("02", 1, "17:00", "18:00", status="confirmed", place_id=lobby.id)
    drive = an_item("03", 1, "18:00", "19:00", status="confirmed", place_id=lobby.id, to_place_id=ministry.id)
    assert day(a_plan(ministry, lobby, flight, welcome, drive)) == [
        "*Sun 23 Jul*", "08:00 Baku time Item 01 – Ministry", "17:00 Item 02 – Ministry, Lobby",
        "18:00 Item 03 – Ministry, Lobby → Ministry",
    ]  # fmt: skip


def test_a_person_reads_the_own_roles_and_nothing_of_others() -> None:
    guest, other = a_person("A1", name_en="Inam Karimov", honorific_en="Mr"), a_person("A2")
    own, theirs = an_item("01", status="confirmed"), an_item("02", title_en="A secret", status="confirmed")
    plan = a_plan(
        guest, other, own, theirs, an_invitation(own, guest, "head", "signatory", optional=True),
        an_invitation(theirs, other),
    )  # fmt: skip
    assert programme_as_text(programme(plan, person(guest.id), RULES), ENGLISH).split("\n") == [
        "*Test visit*", "Mr Inam Karimov", "PERSONAL · DO NOT PASS ON", "23–27 July 2017", "Times: WIB (UTC+07)", "",
        "*Sun 23 Jul*", "09:00 Item 01 (optional, head, signatory)",
    ]  # fmt: skip


def test_a_public_day_holds_what_everybody_may_read() -> None:
    secret = an_item("01", title_en="A secret", disclosure="internal", status="confirmed")
    plan = a_plan(secret, an_item("02", disclosure="public", status="confirmed"))
    text = day_as_text(programme(plan, everybody(), RULES), 1, ENGLISH)
    assert text == "*Test visit*\nTimes: WIB (UTC+07)\n\n*Sun 23 Jul*\n09:00 Item 02"


def test_a_visit_in_a_window_names_no_date() -> None:
    visit = a_visit(dates="window", anchor_date=None, window_start="2017-07-21", window_end="2017-07-31",
                    planning_date="2017-07-24")  # fmt: skip
    plan = a_plan(visit, an_item("01", 2, disclosure="public", status="confirmed"))
    text = programme_as_text(programme(plan, everybody(), RULES), ENGLISH)
    assert text == "*Test visit*\nLate July 2017, dates open\nTimes: WIB (UTC+07)\n\n*Day 2*\n09:00 Item 01"


def test_a_day_without_items_says_so() -> None:
    text = day_as_text(programme(a_plan(), everybody(), RULES), 3, ENGLISH)
    assert text == "*Test visit*\nNo items"
