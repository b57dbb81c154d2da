"""What the grid says: on blocks, over days, while dragging, in tool tips."""

from datetime import date
from typing import Any

import pytest

from delegation_planner.checks.finding import Finding
from delegation_planner.checks.keeping import FindingsKept
from delegation_planner.checks.run import run
from delegation_planner.plan.kinds import Language, Precision
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.plan.visit import Visit
from delegation_planner.programme.texts import Texts
from delegation_planner.resource_files import catalogue_folder, read_rulebook
from delegation_planner.screen.marks import marks_of
from delegation_planner.screen.schedule.grid.block_painter import Fonts
from delegation_planner.screen.schedule.grid.day_book import DayBook
from delegation_planner.screen.schedule.grid.day_heads import day_head, guest_clock, is_friday, main_city, zone_letters
from delegation_planner.screen.schedule.grid.drop_findings import Difference, difference
from delegation_planner.screen.schedule.grid.drop_words import Point, drop_words
from delegation_planner.screen.schedule.grid.faces import Face, Faces, title_field
from delegation_planner.screen.schedule.grid.gesture import Drop, Gesture, doing, drop_at
from delegation_planner.screen.schedule.grid.head_painter import HeadPainter
from delegation_planner.screen.schedule.grid.telling import item_lines, item_sentence
from delegation_planner.screen.schedule.grid.text_lines import Words, words_of_block, wrapped
from delegation_planner.screen.schedule.grid.time_words import as_known, length_words, moved_words, span_text
from delegation_planner.screen.theme import Theme
from delegation_planner.words.dates import amount
from delegation_planner.words.words import ENGLISH, Catalogues
from tests.builders import a_person, a_place, a_plan, a_visit, an_invitation, an_item, new_ids

FIRM = "\u00a0"  # a space at which no line ends
OPEN = a_visit(dates="window", anchor_date=None, window_start="2017-07-21", planning_date="2017-07-23")
CITY_HALL = a_place("HALL", name_en="City Hall", city="Surabaya", iata="")
AIRPORT = a_place("CGK", name_en="Soekarno-Hatta", city="Jakarta", iata="CGK")
OTHER_AIRPORT = a_place("SUB", name_en="Juanda Airport", city="Surabaya", iata="SUB")


def face_of(plan: Plan, item: ProgrammeItem, day: int = 1) -> Face:
    (block,) = (block for block in DayBook(plan).blocks_of(item.id) if block.day == day)
    return Faces(plan, ENGLISH, {}).face(block)


@pytest.mark.parametrize(
    ("start", "end", "day", "wanted"),
    [
        (1, 600, 660, "10:00–11:00"),
        (1, -60, 910, "Sat 23:00–15:10"),
        (1, 1380, 1500, "23:00–Mon 01:00"),
        (2, 1380, 1500, "Sun 23:00–01:00"),
        (1, 1380, 1440, "23:00–00:00"),
    ],
)
def test_an_end_on_another_day_is_said_with_its_day(start: int, end: int, day: str, wanted: str) -> None:
    seen_on, first, last = start, end, day
    assert span_text(ENGLISH, a_plan(), 1440 + first, 1440 + int(last), seen_on) == wanted


def test_while_dates_are_open_days_are_said_by_number() -> None:
    assert span_text(ENGLISH, a_plan(OPEN), 1380, 1440 + 910, 1) == "D0 23:00–15:10"


@pytest.mark.parametrize(
    ("precision", "wanted"), [("exact", "10:00"), ("about", "~10:00"), ("to_be_confirmed", "10:00 (TBC)")]
)
def test_how_sure_a_time_is(precision: Precision, wanted: str) -> None:
    assert as_known(ENGLISH, "10:00", precision) == wanted


@pytest.mark.parametrize(
    ("minutes", "wanted"),
    [
        (30, "30\u00a0min"),
        (90, "1\u00a0h\u00a030"),
        (1440, "1 day"),
        (2 * 1440 + 60, "2 days 1\u00a0h"),
        (-45, "45\u00a0min"),
    ],
)
def test_lengths_of_time(minutes: int, wanted: str) -> None:
    assert amount(ENGLISH, minutes) == wanted.format(FIRM)


def test_moves_and_lengths_say_their_direction() -> None:
    assert [moved_words(ENGLISH, minutes) for minutes in (30, -30, 0)] == [
        "30\u00a0min later",
        "30\u00a0min earlier",
        "",
    ]
    assert [length_words(ENGLISH, minutes) for minutes in (30, -30, 0)] == [
        "30\u00a0min longer",
        "30\u00a0min shorter",
        "",
    ]


def test_a_face_says_place_and_people_of_its_item() -> None:
    guests = a_person("A1"), a_person("A2")
    item = an_item(
        "11", place_id=CITY_HALL.id, title_en="Courtesy call on the Mayor", short_title_en="Call on the Mayor"
    )
    plan = a_plan(CITY_HALL, item, *guests, *(an_invitation(item, guest) for guest in guests))
    assert face_of(plan, item) == Face(
        "other", "tentative", "Call on the Mayor", "09:00–10:00", "09:00", "City Hall", "2 people"
    )


def test_a_face_shows_what_is_internal_pinned_and_unsure() -> None:
    item = an_item("11", disclosure="internal", pinned_date="2017-07-23", precision="about")
    face = face_of(a_plan(item), item)
    assert (face.internal, face.pinned, face.times, face.start, face.people) == (
        True,
        True,
        "~09:00–10:00",
        "~09:00",
        "",
    )


@pytest.mark.parametrize(
    ("kind", "wanted"), [("movement", "from Soekarno-Hatta"), ("flight", "CGK → SUB"), ("meal", "Soekarno-Hatta")]
)
def test_a_way_says_where_it_begins(kind: str, wanted: str) -> None:
    item = an_item("11", kind=kind, place_id=AIRPORT.id, to_place_id=OTHER_AIRPORT.id)
    assert face_of(a_plan(AIRPORT, OTHER_AIRPORT, item), item).where == wanted


@pytest.mark.parametrize(
    ("fields", "language", "name", "wanted"),
    [
        ({"title_en": "Long", "short_title_en": "Short"}, "en", "New", "short_title_en"),
        ({"title_en": "Long"}, "en", "New", "title_en"),
        ({"title_en": "Long", "short_title_en": "Short", "title_id": "Panjang"}, "id", "Baru", "title_id"),
        ({"title_en": "Long"}, "id", "Baru", "title_id"),
        ({"title_en": "Long", "short_title_en": "Short"}, "id", "Baru", "short_title_id"),
        ({"title_en": "Long", "short_title_en": "Short"}, "id", "", "short_title_en"),
    ],
)
def test_a_new_name_is_written_in_the_language_of_the_window(
    fields: dict[str, Any], language: Language, name: str, wanted: str
) -> None:
    assert title_field(Texts(language), an_item("11")._replace(**fields), name) == wanted


# Lines of a block: every letter is taken to be six pixels wide.

TITLE = "Official luncheon hosted by the Minister"
FACE = Face("meal", "confirmed", TITLE, "12:20–13:40", "12:20", "Dining room", "12 people")


def shown(width: float, height: float, face: Face = FACE) -> Words:
    return words_of_block(face, width, height, lambda text, _size, _weight: len(text) * 6.0)


def texts(width: float, height: float, face: Face = FACE) -> list[str]:
    return [line.text for line in shown(width, height, face).lines]


def test_the_higher_a_block_the_more_it_says() -> None:
    assert texts(150, 8) == []
    assert texts(150, 12) == [TITLE]
    assert texts(150, 24, FACE._replace(title="Luncheon")) == ["12:20", "Luncheon"]
    assert texts(150, 40) == [TITLE, "12:20–13:40"]
    assert texts(150, 46) == ["Official luncheon", "hosted by the Minister", "12:20–13:40"]
    assert texts(150, 64) == ["Official luncheon", "hosted by the Minister", "12:20–13:40", "Dining room"]
    assert texts(150, 90) == ["Official luncheon", "hosted by the Minister", "12:20–13:40", "Dining room", "12 people"]


def test_a_narrow_block_says_its_start_below_the_title() -> None:
    assert texts(70, 120) == ["Official", "luncheon", "hosted by", "the", "Minister", "12:20"]
    assert texts(20, 120) == []


def test_the_start_gives_way_to_the_title() -> None:
    assert texts(150, 24) == [TITLE]


def test_no_line_leaves_its_block() -> None:
    for width in range(24, 400, 7):
        for height in range(9, 130, 3):
            for line in shown(width, height, FACE._replace(severity="error", pinned=True, internal=True)).lines:
                assert line.x >= 0
                assert line.y >= 0
                assert line.y + line.height <= height + 0.01
                assert line.x + line.width <= width


def test_marks_leave_room_for_the_words() -> None:
    marked = shown(150, 60, FACE._replace(severity="error", pinned=True))
    assert (marked.mark, marked.pin) == ((133, 6, 12), (117, 6, 12))
    assert marked.lines[0].x + marked.lines[0].width <= 117
    assert shown(150, 16, FACE._replace(severity="error")).mark[2] == 10
    assert shown(150, 24, FACE._replace(pinned=True)).pin[2] == 0


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Flight Jakarta–Surabaya", ["Flight", "Jakarta–", "Surabaya"]),
        ("Call", ["Call"]),
        ("", []),
        ("One two three four five six", ["One two", "three", "four five six"]),
    ],
)
def test_text_is_wrapped_at_words_and_dashes(text: str, wanted: list[str]) -> None:
    assert wrapped(text, [60, 60, 60], lambda part: len(part) * 7.0) == wanted


# Heads.


def test_a_head_says_day_date_city_and_count() -> None:
    plan = a_plan(CITY_HALL, an_item("01", place_id=CITY_HALL.id), an_item("02"))
    head = day_head(ENGLISH, DayBook(plan), {}, None, None, 1)
    assert (head.number, head.date, head.below, head.below_short) == (
        "D1",
        "Sun 23 Jul",
        "Surabaya · 2 items",
        "2 items",
    )
    assert (head.severity, head.found, head.today, head.dated, head.tracks) == (None, 0, False, True, ())


def test_while_dates_are_open_a_head_says_so() -> None:
    head = day_head(ENGLISH, DayBook(a_plan(OPEN)), {}, None, None, 1)
    assert (head.date, head.date_short, head.dated) == ("date open", "not fixed", False)


@pytest.mark.parametrize(
    ("visit", "room", "wanted"),
    [
        (OPEN, 200, "tanggal belum ditetapkan"),
        (OPEN, 110, "belum tetap"),
        (OPEN, 40, ""),
        (a_visit(), 200, "Min, 23 Jul"),
        (a_visit(), 60, "Min, 23"),
    ],
)
@pytest.mark.usefixtures("qtbot")
def test_a_narrow_head_says_the_date_in_a_shorter_word_or_not_at_all(
    theme: Theme, visit: Visit, room: float, wanted: str
) -> None:
    indonesian = Catalogues(catalogue_folder()).words("id")
    head = day_head(indonesian, DayBook(a_plan(visit)), {}, None, None, 1)
    assert HeadPainter(theme, indonesian, Fonts(theme)).fitting(head, room) == wanted


def test_a_head_counts_what_the_person_attends() -> None:
    items = an_item("01"), an_item("02")
    head = day_head(ENGLISH, DayBook(a_plan(*items)), {}, frozenset({items[0].id}), None, 1)
    assert head.below == "1 of 2 items"


def clashing() -> Plan:
    guest = a_person("A1", name_en="Inam Karimov")
    first, second = an_item("01"), an_item("02", 1, "09:30", "10:30")
    return a_plan(guest, first, second, *(an_invitation(item, guest) for item in (first, second)))


def test_a_head_shows_the_worst_mark_with_its_number() -> None:
    plan = clashing()
    marks = marks_of(found_in(plan))
    head = day_head(ENGLISH, DayBook(plan), marks, None, 1, 1)
    assert (head.severity, head.found, head.today) == ("error", 1, True)


def test_the_city_is_where_one_stays_not_whence_one_leaves() -> None:
    items = [an_item(f"0{at}", kind="movement", place_id=AIRPORT.id) for at in range(3)]
    items.append(an_item("09", place_id=CITY_HALL.id))
    assert main_city(a_plan(AIRPORT, CITY_HALL, *items), items) == "Surabaya"
    assert main_city(a_plan(AIRPORT, CITY_HALL, *items), items[:3]) == "Jakarta"
    assert main_city(a_plan(), []) == ""


def test_zones_and_the_guests_hours() -> None:
    plan = a_plan()
    assert zone_letters(plan, "Asia/Jakarta", 1) == "WIB"
    assert zone_letters(plan, "Asia/Baku", 1) == "Baku"
    assert [guest_clock(ENGLISH, plan, 1, hour) for hour in (0, 9, 24)] == ["21:00", "06:00", "21:00"]
    undated = a_plan(a_visit(dates="window", anchor_date=None))
    assert (zone_letters(undated, "Asia/Jakarta", 1), guest_clock(ENGLISH, undated, 1, 9)) == ("Jakarta", "")


def test_fridays_are_known_only_with_dates() -> None:
    assert [is_friday(a_plan(), day) for day in (5, 6, 7)] == [False, True, False]
    assert not is_friday(a_plan(OPEN), 6)


# While dragging.


def a_drop(plan: Plan, code: str, minutes: int, kind: str = "move", *, copy: bool = False) -> Drop:
    item = next(item for item in plan.rows(ProgrammeItem) if item.code == code)
    one = DayBook(plan).on_clock(item)
    gesture = Gesture({"start": "start", "end": "end"}.get(kind, "move"), (one,), 0)  # type: ignore[arg-type]
    return drop_at(gesture, minutes, 5, copy=copy)


def found_in(plan: Plan) -> tuple[Finding, ...]:
    return run(plan, read_rulebook(), date(2017, 7, 10))


def judged(plan: Plan, drop: Drop) -> Difference:
    ready = doing(plan, drop, new_ids(), "")
    assert ready is not None
    return difference(FindingsKept.of(plan, read_rulebook(), date(2017, 7, 10)), ready.changes)


def test_a_drag_says_the_new_time_and_the_old() -> None:
    plan = a_plan(an_item("14", 1, "11:30", "11:50"))
    said = drop_words(ENGLISH, plan, a_drop(plan, "14", 30), None)
    assert (said.times, said.was, said.points) == ("12:00–12:20", "was 11:30 · 30\u00a0min later", ())
    assert said.keys == ("Esc put back", "Alt 1-minute steps", "Ctrl copy")


@pytest.mark.parametrize(
    ("minutes", "kind", "copy", "times", "was"),
    [
        (1440, "move", False, "D2 Mon 24 Jul, 11:30–11:50", "was D1 Sun 23 Jul, 11:30 · 1 day later"),
        (-15, "start", False, "11:15–11:50", "was 11:30 · 15\u00a0min longer"),
        (15, "end", False, "11:30–12:05", "was 11:50 · 15\u00a0min longer"),
        (60, "move", True, "12:30–12:50", "copy · was 11:30 · 1\u00a0h later"),
        (0, "move", False, "11:30–11:50", "as it was"),
    ],
)
def test_every_drag_in_words(*, minutes: int, kind: str, copy: bool, times: str, was: str) -> None:
    plan = a_plan(an_item("14", 1, "11:30", "11:50"))
    said = drop_words(ENGLISH, plan, a_drop(plan, "14", minutes, kind, copy=copy), None)
    assert (said.times, said.was) == (times, was)


def test_a_new_item_says_how_long_it_is() -> None:
    drop = drop_at(Gesture("create", (), 1440 + 600), 1440 + 645, 5)
    said = drop_words(ENGLISH, a_plan(), drop, None)
    assert (said.times, said.was) == ("10:00–10:45", f"New item · 45{FIRM}min")


def test_a_drag_says_what_it_would_cause() -> None:
    guests = [a_person(f"A{at}", name_en=f"Guest {at}") for at in range(3)]
    first, second = an_item("01"), an_item("02", 1, "11:00", "12:00")
    plan = a_plan(*guests, first, second, *(an_invitation(item, guest) for item in (first, second) for guest in guests))
    drop = a_drop(plan, "02", -90)
    said = drop_words(ENGLISH, plan, drop, judged(plan, drop))
    assert said.points == (Point("error", "Double booking: Guest 0 and 2 others", "01 Item 01, 09:00–10:00"),)


def test_a_drag_says_what_it_would_settle() -> None:
    plan = clashing()
    drop = a_drop(plan, "02", 120)
    assert drop_words(ENGLISH, plan, drop, judged(plan, drop)).points == (Point(None, "Settles: Double booking"),)


def test_a_clash_that_only_changes_its_times_is_nothing_new() -> None:
    plan = clashing()
    drop = a_drop(plan, "02", 10)
    assert judged(plan, drop) == Difference((), ())
    assert drop_words(ENGLISH, plan, drop, judged(plan, drop)).points == (Point(None, "Nothing new to be found"),)


# Everything about an item.


def test_the_tool_tip_says_everything() -> None:
    guest = a_person("A1", name_en="Inam Karimov")
    item = an_item(
        "02", 1, "20:00", "01:10", title_en="Flight <b>home</b>", end_day=2, kind="flight", start_zone="Asia/Baku",
        place_id=AIRPORT.id, to_place_id=OTHER_AIRPORT.id, dress="psl", in_charge_text="[Protocol]",
        remarks_public_en="Public.", remarks_internal="Internal.", pinned_date="2017-07-23", precision="about",
    )  # fmt: skip
    plan = a_plan(guest, AIRPORT, OTHER_AIRPORT, item, an_invitation(item, guest))
    assert item_lines(ENGLISH, plan, DayBook(plan), {}, item) == [
        "02 Flight <b>home</b>",
        f"~D1 Sun 23 Jul, 23:00 – D2 Mon 24 Jul, 01:10 · 2{FIRM}h{FIRM}10",
        "20:00 Baku time – 01:10 WIB",
        "From Soekarno-Hatta to Juanda Airport",
        "1 person: A1",
        "Flight · tentative · Detailed · Main programme",
        "Pinned to its date",
        "Dress: PSL (dark suit)",
        "In charge: [Protocol]",
        "Public.",
        "Internal.",
    ]


def test_findings_end_what_is_said_of_an_item() -> None:
    plan = clashing()
    item = plan.rows(ProgrammeItem)[1]
    said = item_lines(ENGLISH, plan, DayBook(plan), marks_of(found_in(plan)), item)
    assert said[-1] == ("Inam Karimov is expected at two items at once, D1 09:30–10:00: “01 Item 01” and “02 Item 02”.")
    assert item_sentence(ENGLISH, plan, DayBook(plan), marks_of(found_in(plan)), item) == ". ".join(said)
