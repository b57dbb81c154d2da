"""What a change slip says of each change, for a person and for everybody, and in whose colours."""

from datetime import UTC, datetime
from itertools import pairwise
from typing import Any

import pytest

from delegation_planner.editions.compare import Version, compare, personal_difference
from delegation_planner.editions.notices import notices, readers
from delegation_planner.exports.papers.change_slip import change_slip
from delegation_planner.exports.papers.edition_papers import (
    laid_out_changes,
    make_changes,
    officers_papers,
    personal_papers,
    public_papers,
)
from delegation_planner.exports.papers.imprint import Issue, edition_imprint
from delegation_planner.exports.papers.layout import sheet
from delegation_planner.exports.papers.paper_set import Paper, make_papers
from delegation_planner.exports.papers.sheet import Sheet
from delegation_planner.exports.papers.styles import EDITION_COLOURS, THIN_RULE
from delegation_planner.plan.edition import COLOURS, Edition, colour_of
from delegation_planner.plan.plan import Plan
from delegation_planner.programme.audience import everybody, person
from delegation_planner.resource_files import read_rulebook
from tests.builders import a_document, a_person, a_place, a_plan, a_step, a_vehicle, a_visit, an_invitation, an_item
from tests.exports.papers.made_papers import cells, programme_of
from tests.words.spoken import words

MADE_AT = datetime(2017, 7, 20, 9, 10, tzinfo=UTC)
READER = a_person("R", name_en="Reader")
HALL, ROOM = a_place("HALL", name_en="Hall"), a_place("ROOM", name_en="Room")
SIGNING = an_item("12", 2, "10:30", "10:50", title_en="Signing", place_id=HALL.id, status="confirmed")
DINNER = an_item("20", 2, "19:00", "21:00", title_en="Dinner", status="confirmed")


def edition(number: int) -> Edition:
    return Edition(number, "2017-07-20T09:10:00Z", colour=colour_of(number))


ISSUE = Issue(edition(3), edition(2))


def plan_of(*rows: Any) -> Plan:
    items = [row for row in rows if hasattr(row, "start_day")]
    return a_plan(READER, HALL, ROOM, *rows, *(an_invitation(item, READER) for item in items))


def version(plan: Plan) -> Version:
    return Version(plan, read_rulebook())


def slip(before: Plan, after: Plan, issue: Issue = ISSUE) -> Paper:
    """The reader's slip between two plans."""
    old, new = version(before), version(after)
    touched = [each for each in notices(old, new) if each.reader.id == READER.id]
    *_, paper = personal_papers([each.reader for each in touched], old, new, words, issue)
    return paper


def lines(paper: Paper) -> list[tuple[str, ...]]:
    """Mark, time, activity and what changed, of each row below the heads that says something; then the closing."""
    rows = [[*row, *[""] * 5][:5] for row in cells(paper)]
    start = next(number for number, row in enumerate(rows) if row[1] == "Date") + 1
    shown = [(str(row[0]), str(row[2]), str(row[3]), str(row[4])) for row in rows[start:]]
    return [row for row in shown if row != ("", "", "", "")]


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        (
            SIGNING._replace(start_time="11:00", end_time="11:20"),
            [
                ("OLD", "10:30–10:50", "Signing\nHall", ""),
                ("NEW", "11:00–11:20", "Signing\nHall", "LATER\n30\N{NO-BREAK SPACE}min later"),
            ],
        ),
        (
            SIGNING._replace(start_time="09:15"),
            [
                ("OLD", "10:30–10:50", "Signing\nHall", ""),
                (
                    "NEW", "09:15–10:50", "Signing\nHall",
                    "EARLIER\n1\N{NO-BREAK SPACE}h\N{NO-BREAK SPACE}15 earlier",
                ),
            ],
        ),
        (
            SIGNING._replace(place_id=ROOM.id),
            [("OLD", "10:30–10:50", "Signing\nHall", ""), ("NEW", "10:30–10:50", "Signing\nRoom", "NEW PLACE")],
        ),
        (
            SIGNING._replace(title_en="Ceremony"),
            [("OLD", "10:30–10:50", "Signing\nHall", ""), ("NEW", "10:30–10:50", "Ceremony\nHall", "CHANGED")],
        ),
        (
            SIGNING._replace(dress="batik"),
            [("NEW", "10:30–10:50", "Signing\nHall\nDress: – → Batik, long sleeves", "CHANGED")],
        ),
        (
            SIGNING._replace(status="cancelled"),
            [
                ("OLD", "10:30–10:50", "Signing\nHall", "CANCELLED"),
                ("", "", "The item is cancelled and does not take place.", ""),
            ],
        ),
    ],
)  # fmt: skip
def test_a_change_shows_the_old_line_and_the_new_one(after: Any, expected: list[tuple[str, ...]]) -> None:
    paper = slip(plan_of(SIGNING, DINNER), plan_of(after, DINNER))
    assert lines(paper)[: len(expected)] == expected
    assert lines(paper)[len(expected)][0] == "Unchanged: your other 1 item stands as in Edition 2."


def test_minute_steps_that_move_along_with_their_item_are_no_news() -> None:
    later = SIGNING._replace(start_time="10:40")
    moved = slip(plan_of(SIGNING, a_step(SIGNING, 5)), plan_of(later, a_step(later, 5)))
    assert lines(moved)[1][2] == "Signing\nHall"
    other = slip(plan_of(SIGNING, a_step(SIGNING, 5)), plan_of(later, a_step(later, 6)))
    assert lines(other)[1][2] == "Signing\nHall\nSteps: changed"


def test_added_and_dropped_items_say_what_they_mean() -> None:
    paper = slip(plan_of(SIGNING), plan_of(DINNER))
    assert lines(paper)[:3] == [
        ("OLD", "10:30–10:50", "Signing\nHall", "DROPPED"),
        ("", "", "No longer in this programme: you are not expected there.", ""),
        ("NEW", "19:00–21:00", "Dinner", "ADDED"),
    ]


def test_the_end_says_what_to_destroy_and_leaves_room_for_a_receipt() -> None:
    closing = lines(slip(plan_of(SIGNING, DINNER), plan_of(SIGNING)))[2:]
    assert closing == [
        ("Unchanged: your other 1 item stands as in Edition 2.", "", "", ""),
        (
            "Please destroy Edition 2 · BLUE ●●. On the cover of a valid programme stands: Edition 3 · PINK ●●●.",
            "", "", "",
        ),
        ("Handed over to", "", "Date, time, signature", ""),
    ]  # fmt: skip


def test_whoever_has_left_is_told_that_all_is_dropped() -> None:
    stranger = a_person("S", name_en="Stranger")
    before = plan_of(SIGNING, DINNER)
    after = a_plan(stranger, SIGNING, DINNER, HALL, an_invitation(SIGNING, stranger))
    assert [line[3] for line in lines(slip(before, after)) if line[3]] == ["DROPPED", "DROPPED"]


def sheet_of_slip(before: Plan, after: Plan) -> Sheet:
    old, new = version(before), version(after)
    difference = personal_difference(old, new, READER.id)
    programme = programme_of(after, person(READER.id))
    imprint = edition_imprint(programme, words("en"), None, MADE_AT, ISSUE)
    assert programme.reader is not None
    return sheet(change_slip(programme, imprint, programme.reader, difference), programme, imprint)


def test_old_and_new_never_part() -> None:
    items = [
        an_item(str(number), 1 + number // 8, f"{8 + number % 8:02d}:00", title_en="word " * (5 + number))
        for number in range(40)
    ]
    later = [item._replace(start_time=item.start_time.replace(":00", ":20")) for item in items]
    pages = sheet_of_slip(plan_of(*items), plan_of(*later))
    ends = [0, *pages.breaks, len(pages.rows)]
    assert len(ends) > 4
    for start, end in pairwise(ends):
        marks = [cell.value for row in pages.rows[start:end] for cell in row.cells if cell.value in ("OLD", "NEW")]
        assert marks == ["OLD", "NEW"] * (len(marks) // 2)


def test_a_rule_ends_the_changes_on_a_slip_and_on_a_list() -> None:
    before, after = plan_of(SIGNING, DINNER), plan_of(SIGNING._replace(start_time="11:00", end_time="11:20"), DINNER)
    ruled = [row.cells[0].look.above == THIN_RULE for row in sheet_of_slip(before, after).rows if not row.air]
    assert ruled.count(True) == 1
    old, new = version(before), version(after)
    told = laid_out_changes(old, new, "internal", "en", words, ISSUE).sheet
    assert told.rows[-1].cells[0].look.above == THIN_RULE


def test_an_edition_is_known_by_word_number_dots_and_colour() -> None:
    for number, colour in enumerate(COLOURS, 1):
        issue = Issue(edition(number), edition(number - 1) if number > 1 else None)
        imprint = edition_imprint(programme_of(plan_of(SIGNING)), words("en"), None, MADE_AT, issue)
        assert imprint.band.text == f"Edition {number} · {colour.upper()} {'●' * number}"
        assert (imprint.band.pale, imprint.band.dark) == EDITION_COLOURS[colour]
    seventh = edition_imprint(programme_of(plan_of(SIGNING)), words("en"), None, MADE_AT, Issue(edition(7), edition(6)))
    assert seventh.band.whole == "Edition 7 · WHITE  replaces Edition 6 · ORANGE ●●●●●●"


def test_every_paper_of_an_edition_bears_its_band() -> None:
    programme = programme_of(plan_of(SIGNING))
    papers = list(make_papers([programme], words("en"), None, MADE_AT, (), (), ISSUE))
    assert len(papers) == 4
    for paper in papers:
        from io import BytesIO

        from openpyxl import load_workbook

        (page,) = load_workbook(BytesIO(paper.content)).worksheets
        assert page.oddHeader is not None
        assert page.oddHeader.right.text == "Edition 3 · PINK ●●●"


def test_the_list_for_everybody_names_items_people_and_papers() -> None:
    other = a_person("O", name_en="Other")
    paper_before, paper_after = a_document(title_en="Text"), a_document(title_en="Text", state="draft")
    old, new = version(plan_of(SIGNING, paper_before)), version(plan_of(SIGNING, other, paper_after))
    made = make_changes(old, new, "internal", "en", words, ISSUE)
    assert made.stem == "Changes since Edition 2 INTERNAL"
    assert [line[0] for line in lines(made)] == [
        "People", "ADDED: Other", "Papers", "CHANGED: DOC1 Text. State: planned → draft",
    ]  # fmt: skip


def test_the_list_for_the_public_holds_what_the_public_reads() -> None:
    shown = SIGNING._replace(disclosure="public")
    before = plan_of(shown, DINNER, a_document())
    after = plan_of(shown._replace(start_time="10:40"), DINNER._replace(start_time="19:30"), a_document(state="draft"))
    made = make_changes(version(before), version(after), "public", "en", words, ISSUE)
    assert made.stem == "Changes since Edition 2"
    assert [line[2].split("\n")[0] for line in lines(made)] == ["Signing", "Signing"]


def test_a_pack_holds_the_papers_of_everybody_of_persons_and_of_officers() -> None:
    ride = an_item("08", 2, "08:00", "08:30", kind="movement", status="confirmed")
    before = plan_of(SIGNING, ride, a_vehicle(ride))
    after = plan_of(SIGNING._replace(start_time="10:40"), ride, a_vehicle(ride))
    old, new = version(before), version(after)
    touched = [each.reader for each in notices(old, new)]
    assert [paper.stem for paper in public_papers(old, new, "en", words, ISSUE)] == [
        "Programme", "Delegations", "Changes since Edition 2",
    ]  # fmt: skip
    assert [paper.stem for paper in personal_papers(touched, old, new, words, ISSUE)] == [
        "Pocket programme - Reader", "Change slip - Reader",
    ]  # fmt: skip
    assert [paper.stem for paper in officers_papers(old, new, "en", words, ISSUE, ())] == [
        "Rundown INTERNAL", "Contacts", "Open points INTERNAL", "Day sheet - Day 2, Mon 24 Jul INTERNAL",
        "Place sheet - Hall", "Vehicle manifest - 08", "Drivers", "Kitchen", "Press", "Security", "Interpreters",
        "Changes since Edition 2 INTERNAL",
    ]  # fmt: skip


def test_a_first_edition_has_no_slips_and_nothing_to_compare_with() -> None:
    new = version(plan_of(SIGNING))
    first = Issue(edition(1))
    stems = [paper.stem for paper in personal_papers(readers(new), None, new, words, first)]
    assert stems == ["Pocket programme - Reader"]
    assert [paper.stem for paper in public_papers(None, new, "en", words, first)] == ["Programme", "Delegations"]
    assert "Changes" not in str([paper.stem for paper in officers_papers(None, new, "en", words, first, ())])


def test_the_public_papers_of_a_pack_have_the_visits_second_language_beside_the_first() -> None:
    shown = SIGNING._replace(disclosure="public")
    two, same = (version(plan_of(shown, a_visit(second_language=beside))) for beside in ("id", "en"))
    first = Issue(edition(1))
    both, alone = (public_papers(None, each, "en", words, first) for each in (two, same))
    assert [(paper.stem, paper.kind) for paper in both] == [
        ("Programme - Susunan acara", "programme_two_languages"), ("Delegations", "delegations"),
    ]  # fmt: skip
    assert cells(both[1])[0][0] == "DELEGATION LIST · DAFTAR DELEGASI"
    assert "Jabatan" in str(cells(both[1]))
    assert [(paper.stem, paper.kind) for paper in alone] == [
        ("Programme", "programme"), ("Delegations", "delegations"),
    ]  # fmt: skip


def test_papers_of_an_edition_made_again_are_the_same_bytes() -> None:
    old, new = version(plan_of(SIGNING)), version(plan_of(DINNER))
    once, again = (public_papers(old, new, "en", words, ISSUE) for _ in range(2))
    assert once == again


def test_a_list_without_changes_says_so() -> None:
    plan = plan_of(SIGNING)
    made = make_changes(version(plan), version(plan), "internal", "en", words, ISSUE)
    assert [line[0] for line in lines(made)] == ["Nothing has changed."]
    assert not compare(*(version(plan).programme(everybody("internal")) for _ in range(2)))
