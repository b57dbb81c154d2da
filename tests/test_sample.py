"""The sample visit holds the facts that everything else is shown with."""

from datetime import UTC, datetime
from itertools import chain
from typing import Any

import pytest

from delegation_planner.plan import rules
from delegation_planner.plan.attendance import attendees
from delegation_planner.plan.day_time import span
from delegation_planner.plan.delegation import Delegation, Group, OrderOverride
from delegation_planner.plan.document import Document
from delegation_planner.plan.edits.visit import fix_dates
from delegation_planner.plan.kinds import LANGUAGES
from delegation_planner.plan.names import fold
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.place import Place
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.precedence import order_in_delegation
from delegation_planner.plan.programme_item import Invitation, ProgrammeItem, Step, Vehicle
from delegation_planner.resource_files import read_rulebook, read_sample, resources_folder

WINDOW, FIXED, RULES = read_sample(fixed=False), read_sample(fixed=True), read_rulebook()
CODED: tuple[Any, ...] = (Participant, Group, ProgrammeItem, Place, Document, Delegation)
CODES: dict[str, str] = {row.id: row.code for kind in CODED for row in FIXED.rows(kind)}
ITEMS = {item.code: item for item in FIXED.rows(ProgrammeItem)}

DEL, CORE = "A1 A2 A3 A4 A5 A6 A7", "A1 A2 A3 A4 A6"
DEL_WITHOUT_A5 = "A1 A2 A3 A4 A6 A7"
# Number, level, status, day and local start, end, where from, where to, who.
PROGRAMME = f"""
01 public   tentative D0 20:00 D1 15:10 GYD CGK {DEL}
02 public   confirmed D1 15:10 D1 16:00 CGK CGK {DEL} E1 E2 I2 I6 I7 I8
03 detailed confirmed D1 16:00 D1 17:30 CGK HTL {DEL} E1 E2 I2 I6 I7 I8
04 detailed confirmed D1 17:30 D1 17:45 HTL HTL {DEL} I7
05 public   tentative D1 19:00 D1 20:30 HTL HTL {CORE} E1
06 internal confirmed D1 20:30 D1 21:15 HTL HTL A3 A5 E2 I6 I7
07 internal confirmed D2 07:30 D2 08:15 MIN MIN A5 E2 I6 I9 I10 I11
08 detailed confirmed D2 08:30 D2 09:15 HTL MIN {DEL_WITHOUT_A5} E1 I7
09 public   confirmed D2 09:15 D2 09:30 MIN MIN {DEL_WITHOUT_A5} E1 E2 I1 I2 I3 I4 I6 I7 I8
10 public   confirmed D2 09:30 D2 10:00 MIN MIN A1 A6 E1 I1 I2 I8
11 public   confirmed D2 10:00 D2 11:00 MIN MIN {CORE} E1 I1 I2 I3 I4 I5 I8
12 public   confirmed D2 11:00 D2 11:20 MIN MIN {DEL_WITHOUT_A5} E1 E2 I1 I2 I3 I4 I5 I6 I8 I9 I10 I11
13 public   confirmed D2 11:20 D2 11:30 MIN MIN A1 A2 A3 A4 A5 A7 E1 I1 I2 I3 I4 I6
14 public   confirmed D2 11:30 D2 11:50 MIN MIN A1 A6 A7 E1 I1 I2 I8 I11
15 detailed confirmed D2 11:50 D2 12:20 MIN MIN {CORE} I1 I2
16 public   confirmed D2 12:20 D2 13:40 MIN MIN {CORE} E1 I1 I2 I3 I4 I5 I8
17 detailed tentative D2 13:45 D2 14:30 MIN JKT {DEL_WITHOUT_A5} E1 I2 I3 I7 I8
18 public   tentative D2 14:30 D2 16:00 JKT JKT {DEL_WITHOUT_A5} E1 I2 I3 I7 I8 R3
19 detailed tentative D2 16:00 D2 17:15 JKT HTL {DEL_WITHOUT_A5} E1 I7 I8
20 public   confirmed D2 19:00 D2 21:00 HTL HTL {DEL} E1 E2 I2 I3 I4 I8
21 detailed tentative D3 05:30 D3 06:45 HTL CGK {CORE} I3 I7 I8
22 public   tentative D3 08:00 D3 09:30 CGK SUB {CORE} I3 I7 I8
23 detailed tentative D3 09:30 D3 10:00 SUB SUB {CORE} I3 I7 I8
24 detailed tentative D3 10:00 D3 10:45 SUB SBC {CORE} I3 I7 I8
25 public   tentative D3 10:45 D3 11:30 SBC SBC {CORE} I3 I7 I8 R1
26 public   tentative D3 11:30 D3 12:40 SBC SBC {CORE} I3 I7 I8 R1
27 detailed tentative D3 12:40 D3 13:00 SBC SBM {CORE} I3 I7 I8
28 public   tentative D3 13:00 D3 14:15 SBM SBM {CORE} I3 I7 I8
29 detailed tentative D3 14:15 D3 15:00 SBM SUB {CORE} I3 I7 I8
30 public   tentative D3 16:30 D3 18:00 SUB CGK {CORE} I3 I7 I8
31 detailed tentative D3 18:30 D3 20:00 CGK HTL {CORE} I7
32 detailed tentative D4 05:30 D4 06:45 HTL CGK {CORE} I3 I7 I8
33 public   tentative D4 08:00 D4 09:40 CGK BTH {CORE} I3 I7 I8
34 detailed tentative D4 09:40 D4 10:10 BTH BTH {CORE} I3 I7 I8
35 detailed tentative D4 10:10 D4 10:40 BTH BTC {CORE} I3 I7 I8
36 public   tentative D4 10:40 D4 11:20 BTC BTC {CORE} I3 I7 I8 R2
37 detailed tentative D4 11:20 D4 11:40 BTC BTM {CORE} I3 I7 I8 R2
38 public   tentative D4 11:40 D4 13:00 BTM BTM {CORE} I3 I7 I8 R2
39 public   tentative D4 13:00 D4 14:10 BTM BTM {CORE} I3 I7 I8 R2
40 detailed tentative D4 14:10 D4 14:45 BTM BTH {CORE} I3 I7 I8
41 public   tentative D4 16:00 D4 17:40 BTH CGK {CORE} I3 I7 I8
42 detailed tentative D4 18:10 D4 19:40 CGK HTL {CORE} I7
43 detailed confirmed D5 08:15 D5 09:00 HTL MIN A2 A3 A4
44 public   confirmed D5 09:00 D5 11:00 MIN MIN A2 A3 A4 I2 I3
45 public   tentative D5 09:30 D5 11:30 CUL CUL A1 A5 A6 A7 E1 I7
46 detailed confirmed D5 11:00 D5 11:45 MIN HTL A2 A3 A4
47 public   confirmed D5 12:30 D5 13:45 HTL HTL {DEL} E1 E2 I2
48 detailed confirmed D5 15:30 D5 17:00 HTL CGK {DEL} E1 E2 I2 I6 I7
49 public   confirmed D5 17:00 D5 18:30 CGK CGK {DEL} E1 E2 I2 I6 I7
50 public   tentative D5 20:00 D6 08:30 CGK GYD {DEL}
"""
EXPECTED = {words[0]: words[1:] for words in (line.split() for line in PROGRAMME.strip().splitlines())}


def site(place_id: str | None) -> str:
    """The code of a place, or of the house that a room is in."""
    place = FIXED.find(Place, place_id or "")
    return CODES[place.parent_id or place.id]


def who(code: str, role: str | None = None) -> set[str]:
    found = attendees(FIXED, ITEMS[code].id).values()
    return {CODES[one.participant_id] for one in found if role is None or role in one.roles}


@pytest.mark.parametrize("code", EXPECTED)
def test_each_item(code: str) -> None:
    level, status, first, start, last, end, begins, ends, *people = EXPECTED[code]
    item = ITEMS[code]
    assert (item.disclosure, item.status) == (level, status)
    assert (f"D{item.start_day}", item.start_time, f"D{item.end_day}", item.end_time) == (first, start, last, end)
    assert (site(item.place_id), site(item.end_place_id)) == (begins, ends)
    assert who(code) == set(people)


def test_the_whole_of_it() -> None:
    assert [item.code for item in FIXED.rows(ProgrammeItem)] == list(EXPECTED) == [f"{n:02d}" for n in range(1, 51)]
    assert repr(FIXED).startswith(
        "<Plan: 1 visit, 5 delegation, 23 participant, 2 participant_group, 3 order_override, 18 place, "
        "50 programme_item, 14 step, "
    )
    assert len(FIXED.rows(Document)) == 17
    assert [CODES[id] for group in FIXED.rows(Group) for id in group.member_ids] == f"{DEL} {CORE}".split()


@pytest.mark.parametrize("plan", [WINDOW, FIXED], ids=["window", "fixed"])
def test_no_hard_rule_is_broken(plan: Plan) -> None:
    rules.check_whole(plan)


def test_fixing_the_dates_of_the_window_gives_the_fixed_state() -> None:
    visit = WINDOW.visit
    assert (visit.dates, visit.window_start, visit.window_end) == ("window", "2017-07-21", "2017-07-31")
    assert (visit.planning_date, visit.anchor_date, visit.judged_on) == ("2017-07-23", None, "2017-07-10")
    assert (visit.first_day, visit.last_day, visit.host_zone, visit.guest_zone) == (1, 5, "Asia/Jakarta", "Asia/Baku")
    assert WINDOW.changed(fix_dates(WINDOW, "2017-07-23")) == FIXED


@pytest.mark.parametrize(
    ("code", "start", "end", "minutes"),
    [
        ("01", datetime(2017, 7, 22, 16, 0, tzinfo=UTC), datetime(2017, 7, 23, 8, 10, tzinfo=UTC), 970),
        ("12", datetime(2017, 7, 24, 4, 0, tzinfo=UTC), datetime(2017, 7, 24, 4, 20, tzinfo=UTC), 20),
        ("50", datetime(2017, 7, 27, 13, 0, tzinfo=UTC), datetime(2017, 7, 28, 4, 30, tzinfo=UTC), 930),
    ],
)
@pytest.mark.parametrize("plan", [WINDOW, FIXED], ids=["window", "fixed"])
def test_instants(plan: Plan, code: str, start: datetime, end: datetime, minutes: int) -> None:
    found = span(plan.visit, ITEMS[code])
    assert (found.start, found.end, found.minutes) == (start, end, minutes)


def test_the_order_of_precedence() -> None:
    order = {
        row.code: [CODES[id] for id in order_in_delegation(FIXED, RULES, row.id)] for row in FIXED.rows(Delegation)
    }
    assert order == {
        "AZ": ["A1", "E1", "A2", "A3", "A4", "A5", "E2", "A6", "A7"],
        "ID": ["I1", "I2", "I4", "I5", "I3", "I11", "I9", "I6", "I7", "I8", "I10"],
        "SURABAYA": ["R1"],
        "BATAM": ["R2"],
        "DKI": ["R3"],
    }
    by_hand = [(CODES[row.participant_id], CODES[row.before_id]) for row in FIXED.rows(OrderOverride)]
    assert by_hand == [("I3", "I11"), ("I9", "I6"), ("I7", "I8")]
    assert all(row.reason for row in FIXED.rows(OrderOverride))


def test_people() -> None:
    people = {row.code: row for row in FIXED.rows(Participant)}
    assert {code for code, row in people.items() if row.head} == {"A1", "I1", "R1", "R2", "R3"}
    assert {row.rank_code for row in people.values()} <= set(RULES.ranks)
    named = {code: row.name_en for code, row in people.items() if not row.name_en.startswith("[")}
    assert named == {
        "A1": "Inam Karimov", "I1": "Asman Abnur", "I2": "Diah Natalisa", "I3": "Muhammad Imanuddin",
    }  # fmt: skip
    assert fold(people["A1"].native_full) == fold(people["A1"].name_en)
    assert {code for code, row in people.items() if row.away_from_home} == set(DEL.split())
    assert {code: row.interprets for code, row in people.items() if row.interprets} == {
        "A6": ("az-en",),
        "I8": ("id-en",),
    }
    assert {code for code, row in people.items() if row.diet and row.diet.startswith("halal")} == set(DEL.split())
    assert {row.name_approved_at for row in people.values()} == {None}


def test_nothing_in_it_leads_to_a_real_person() -> None:
    people = FIXED.rows(Participant)
    assert {row.duty_phone[:9] for row in people if row.duty_phone} == {"+62 000 0"}
    assert len({row.duty_phone for row in people if row.duty_phone}) == 9
    assert {row.duty_email.partition("@")[2] for row in people if row.duty_email} == {"visit.example"}
    assert {bool(row.duty_phone) == bool(row.duty_email) == bool(row.duty_hours) for row in people} == {True}
    private = (row.private_phone + row.private_email + row.passport_no + row.passport_full for row in people)
    assert "".join(private) == ""


def test_the_signing() -> None:
    assert (who("12", "signatory"), who("12", "witness"), who("12", "aide")) == (
        {"A1", "I1"},
        {"A2", "A3", "E1", "I2", "I4", "I5"},
        {"E2", "I10"},
    )
    steps = [row for row in FIXED.rows(Step) if row.item_id == ITEMS["12"].id]
    assert [row.offset for row in steps] == [0, 2, 4, 9, 10, 15, 18]
    assert [row.offset + (row.minutes or 0) for row in steps] == [2, 4, 9, 10, 15, 18, 20]
    memorandum = next(row for row in FIXED.rows(Document) if row.code == "DOC2")
    assert (memorandum.kind, memorandum.state, memorandum.originals) == ("instrument", "accepted", 2)
    assert (memorandum.languages, memorandum.prevailing_language) == (("id", "az", "en"), "en")
    assert [CODES[id] for id in (*memorandum.signatory_ids, *memorandum.item_ids)] == ["I1", "A1", "12"]


def test_the_vehicles_of_the_motorcade_seat_everybody_once() -> None:
    rows = FIXED.rows(Vehicle)
    seats = ((row.rear_right_id, row.rear_left_id, row.front_id, *row.other_ids) for row in rows)
    seated = [CODES[id] for id in chain.from_iterable(seats) if id]
    assert sorted(seated) == sorted(who("08"))
    assert {CODES[row.item_id] for row in rows} == {"08"}
    assert [row.position for row in rows] == [1, 2, 3, 4, 5, 6]
    assert [CODES[id] for id in (rows[2].rear_right_id, rows[2].rear_left_id, rows[2].front_id) if id] == [
        "A1",
        "E1",
        "I7",
    ]


def test_documents_as_they_stand() -> None:
    states = {row.code: row.state for row in FIXED.rows(Document)}
    assert list(states) == [f"DOC{number}" for number in range(1, 18)]
    assert " ".join(states.values()) == (
        "acknowledged accepted received received requested not_required planned issued draft draft planned draft "
        "planned planned draft draft planned"
    )
    numbers = {row.code: row.number + row.guest_acceptance_number for row in FIXED.rows(Document)}
    assert {code for code, number in numbers.items() if number} == {"DOC8"}


def test_rooms_lie_in_the_ministry_and_hold_one_item_at_a_time() -> None:
    rooms = [row for row in FIXED.rows(Place) if row.parent_id]
    assert {(CODES[row.parent_id or ""], row.exclusive, row.office) for row in rooms} == {("MIN", True, True)}
    assert {row.code for row in FIXED.rows(Place) if row.exclusive} == {row.code for row in rooms}
    used = {CODES[item.place_id or ""] for item in ITEMS.values()}
    assert {row.code for row in rooms} <= used


def test_what_the_public_reads_is_there_in_english_and_indonesian() -> None:
    public = [item for item in ITEMS.values() if item.disclosure == "public"]
    assert len(public) == 27
    for item in ITEMS.values():
        assert item.title_en, item.code
        assert item.title_id, item.code
        assert item.short_title_en, item.code
        assert item.short_title_id, item.code
    for kind in (Participant, Place, Delegation, Group, Vehicle):
        names = [getattr(row, f"name_{language}") for row in FIXED.rows(kind) for language in LANGUAGES]
        assert all(names), kind
    assert {item.code for item in public if not item.title_az} == {"45"}


def test_roles_belong_to_people_who_come() -> None:
    """A role stands in an invitation of one's own; it brings nobody whom the programme does not have."""
    for invitation in FIXED.rows(Invitation):
        if invitation.roles:
            assert invitation.participant_id is not None
    interpreted = [code for code in ITEMS if ITEMS[code].kind in {"courtesy_call", "restricted_meeting", "signing"}]
    assert {code: who(code, "interpreter") for code in interpreted} == {code: {"A6", "I8"} for code in interpreted}
    assert {code for code in ITEMS if who(code, "liaison")} == {code for code in ITEMS if "I7" in who(code)}


def test_files_are_named_like_their_tables() -> None:
    names = {file.name for file in (resources_folder() / "sample_visit").iterdir()}
    assert names == {
        "visit.toml", "delegation.toml", "participant.toml", "participant_group.toml", "order_override.toml",
        "place.toml", "travel_time.toml", "programme_item.toml", "step.toml", "invitation.toml", "vehicle.toml",
        "document.toml", "edition.toml",
    }  # fmt: skip
