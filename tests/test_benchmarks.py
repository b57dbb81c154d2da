"""Every benchmark runs on a tiny visit, and its yardstick does the same work as ours; nothing here is timed."""

from io import BytesIO
from pathlib import Path
from time import sleep
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from benchmarks import (
    calendars,
    checking,
    editing,
    exporting_again,
    lists,
    opening,
    personal_programmes,
    searching,
    start,
    window,
)
from benchmarks.__main__ import BENCHMARKS, main
from benchmarks.bare_tables import COLUMNS, filled_tables, take_down
from benchmarks.grid_painting import a_desk
from benchmarks.hand_outs import programme_of_each
from benchmarks.longest_turn import longest_turn
from benchmarks.measuring import Comparison, Exact, Pair, in_turn
from benchmarks.plain_workbook import plain_workbooks
from benchmarks.report import as_text, closing
from benchmarks.sessions import open_session, plan_file
from benchmarks.visits import HUGE, LARGE, SMALL, TINY, Size, an_item, plenary, visit_of
from delegation_planner.checks.keeping import FindingsKept
from delegation_planner.checks.run import run
from delegation_planner.plan import rules
from delegation_planner.plan.edits.items import move_item
from delegation_planner.plan.names import fold
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.programme_item import Invitation, ProgrammeItem
from delegation_planner.plan.tables import TABLES
from delegation_planner.planfile.plan_file import read_plan_file
from delegation_planner.screen.finder.found import findables
from delegation_planner.screen.finder.search import Search
from delegation_planner.screen.theme import Theme
from delegation_planner.words.words import ENGLISH
from tests.screen.desks import a_theme


@pytest.fixture
def theme(qapp: QApplication, tmp_path: Path) -> Theme:
    assert qapp is not None
    return a_theme(tmp_path)


@pytest.mark.parametrize("size", [TINY, SMALL, LARGE])
def test_visit_is_sound_and_of_its_size(size: Size) -> None:
    plan = visit_of(size)
    rules.check_whole(plan)
    days = {item.end_day for item in plan.rows(ProgrammeItem)}
    rows = [len(plan.table(kind)) for kind in (Participant, ProgrammeItem, Invitation)]
    assert (*rows, min(days), max(days)) == (size.people, size.items, size.attendances, 1, size.days)
    assert len(plan.invitations(plenary(plan).id)) == size.people


def test_visit_is_the_same_each_time() -> None:
    assert visit_of(SMALL) == visit_of(SMALL)


def test_sizes_are_those_of_the_goals() -> None:
    goals = [(30, 60, 4, 360), (500, 2_000, 14, 20_000), (5_000, 20_000, 60, 400_000)]
    assert [tuple(size) for size in (SMALL, LARGE, HUGE)] == goals


def test_both_windows_start_light(tmp_path: Path) -> None:
    bare = start.started("bare_window", tmp_path)
    ours = start.started("our_window", tmp_path, start.sample_plan(tmp_path))
    assert (bare.loaded, ours.loaded) == ((), ())
    assert 0 < bare.first_turn <= bare.painted
    assert 0 < ours.first_turn <= ours.painted


def test_failed_start_is_told(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="no_such_window ended with 1"):
        start.started("no_such_window", tmp_path)


def test_opening_reads_all_that_is_fetched(tmp_path: Path) -> None:
    path = plan_file(tmp_path, TINY, "opened")
    opening.work_in(path, 3)
    db, fetched = opening.fetch_everything(path)
    db.close()
    plan = read_plan_file(path)
    assert {name: len(rows) for name, rows in fetched.items()} == {
        name: len(plan.table(kind)) for name, kind in TABLES.items()
    }
    assert an_item(plan).title_en == "Title no. 2"


def test_edits_leave_the_same_rows_as_bare_statements(tmp_path: Path) -> None:
    bench = editing.Bench(tmp_path, TINY)
    plan = bench.session.plan
    item = plenary(plan)
    invitation = next(iter(plan.invitations(item.id).values()))
    for edit in (editing.retitled(item), editing.other_role(invitation), editing.all_shifted(plan)):
        bare, ours = bench.runs(edit)
        for _ in range(3):
            bare()
            ours()
    edited = bench.session.plan
    bench.close()
    assert read_plan_file(tmp_path / "edited.visit") == edited == read_plan_file(tmp_path / "updated.visit")
    assert edited.find(ProgrammeItem, item.id).title_en == "Talks, then tea"
    assert edited.find(Invitation, invitation.id).roles == ("speaker",)
    assert edited.find(ProgrammeItem, item.id).start_time == "07:30"


def test_undo_record_of_what_is_measured_is_kept(tmp_path: Path) -> None:
    bench = editing.Bench(tmp_path, TINY)
    before = bench.session.plan
    _, ours = bench.runs(editing.all_shifted(before))
    ours()
    bench.close()
    session = open_session(tmp_path / "edited.visit")
    session.undo()
    after_undo = session.plan
    session.close()
    assert after_undo == before


def test_plain_calendars_say_what_ours_say() -> None:
    programmes = programme_of_each(visit_of(TINY))
    plain = calendars.plainly([calendars.plain_calendar(programme) for programme in programmes])
    assert [told(content) for content in plain] == [told(content) for content in calendars.ours(programmes)]
    assert len(plain) == TINY.people


def told(calendar: bytes) -> list[Any]:
    """The name of a calendar, the zones in it, and each event's properties with their parameters."""
    from icalendar import Calendar

    read: Any = Calendar.from_ical(calendar)
    events = [sorted(map(said, event.property_items(recursive=False))) for event in read.walk("VEVENT")]
    return [read["X-WR-CALNAME"], sorted(zone["TZID"] for zone in read.walk("VTIMEZONE")), events]


def said(named: tuple[str, Any]) -> tuple[str, bytes, list[tuple[str, str]]]:
    name, value = named
    return (name, value, []) if isinstance(value, bytes) else (name, value.to_ical(), sorted(value.params.items()))


def test_export_after_an_edit_writes_for_those_concerned(tmp_path: Path) -> None:
    (line,) = exporting_again.measure(tmp_path, quick=True)
    assert isinstance(line, Exact)
    assert line.found == line.wanted
    assert line.wanted.startswith("7 (24): Everyone P")


def test_plain_workbooks_hold_the_same_cells() -> None:
    programmes = programme_of_each(visit_of(TINY))
    plain = plain_workbooks(personal_programmes.sheets_of(programmes))
    written = personal_programmes.written(programmes)
    assert [seen(content) for content in plain] == [seen(content) for content in written]
    assert written == personal_programmes.handed_out(programmes)
    assert len(plain) == TINY.people


def seen(workbook: bytes) -> dict[str, Any]:
    """All that a person sees of a sheet, on the screen or printed."""
    from openpyxl import load_workbook

    book = load_workbook(BytesIO(workbook), rich_text=True)
    page: Any = book.active
    edges = ("left", "right", "top", "bottom", "header", "footer")
    texts = (
        page.oddHeader.left,
        page.oddHeader.right,
        page.oddFooter.left,
        page.oddFooter.center,
        page.oddFooter.right,
    )
    return {
        "name": page.title,
        "cells": {cell.coordinate: worn(cell) for row in page.rows for cell in row},
        "merged": sorted(map(str, page.merged_cells.ranges)),
        "heights": {number: row.height for number, row in page.row_dimensions.items()},
        "widths": {letter: column.width for letter, column in page.column_dimensions.items()},
        "breaks": [each.id for each in page.row_breaks.brk],
        "printed": (page.print_title_rows, page.print_area, page.print_options.horizontalCentered),
        "view": (page.freeze_panes, page.sheet_view.showGridLines),
        "margins": [round(getattr(page.page_margins, edge), 5) for edge in edges],
        "paper": (page.page_setup.paperSize, page.page_setup.orientation, page.page_setup.scale),
        "texts": [text.text for text in texts],
        "properties": {
            name: getattr(book.properties, name)
            for name in ("title", "subject", "creator", "keywords", "language", "category", "created")
        },
    }


def worn(cell: Any) -> list[Any]:
    value = cell.value
    if isinstance(value, list):
        value = [(run.text, run.font.rFont, run.font.sz, run.font.b, run.font.i, run.font.color) for run in value]
    lines = [getattr(getattr(cell.border, edge), "style", None) for edge in ("left", "right", "top", "bottom")]
    font, place = cell.font, cell.alignment
    return [
        value, cell.number_format, cell.quotePrefix, lines, cell.fill.fgColor.rgb,
        font.name, font.sz, font.b, font.i, font.strike, font.color.rgb,
        place.horizontal, place.vertical, place.wrap_text, place.indent,
    ]  # fmt: skip


def test_sweeping_each_person_finds_the_same_double_bookings() -> None:
    ground = checking.known(visit_of(SMALL))
    assert checking.ours(ground) == checking.swept(ground)
    assert len(checking.swept(ground)) > 20


def test_findings_after_the_moves_that_are_measured_are_those_of_a_full_run() -> None:
    plan = visit_of(SMALL)
    kept = FindingsKept.of(plan, checking.RULES, checking.ON)
    for item in (an_item(plan), plenary(plan)):
        assert checking.nineteen_of_twenty(kept, item)() > 0
        changes = move_item(plan, item.id, item.start_day, "10:10")
        after = plan.changed(changes)
        assert kept.following(after, changes).findings == run(after, checking.RULES, checking.ON)


@pytest.mark.parametrize("kind", [lists.Filtering, lists.Sorting])
def test_lists_show_what_the_plain_tables_show(
    kind: type[lists.Filtering | lists.Sorting], tmp_path: Path, theme: Theme
) -> None:
    desk = a_desk(tmp_path, SMALL, theme)
    shown = kind(desk)
    seen = []
    for plain, ours in [shown.runs()]:
        for _ in lists.WORDS:
            plain()
            ours()
            theirs, own = shown.shown()
            assert own == theirs
            seen.append(own)
    shown.end()
    desk.close()
    assert len({tuple(ids) for ids in seen}) >= 2  # it was not the same list all the time


def test_search_finds_what_a_scan_finds() -> None:
    folded = [row.folded for row in findables(visit_of(SMALL), ENGLISH).values()]
    counts = []
    for word in map(fold, searching.WORDS):
        search = Search(folded)
        for typed in (*searching.first_letters(word), *searching.further_letters(word)):
            assert search.hits(typed) == searching.scanned(folded, typed)
            counts.append(len(search.hits(typed)))
    assert max(counts) > 50
    assert min(counts) == 0


def test_bare_tables_hold_what_the_window_shows(tmp_path: Path, theme: Theme) -> None:
    desk = a_desk(tmp_path, TINY, theme)
    people, items = filled_tables(desk.plan)
    assert (people.model().rowCount(), people.model().columnCount()) == (TINY.people, COLUMNS)
    assert (items.model().rowCount(), items.model().columnCount()) == (TINY.items, COLUMNS)
    ids = {items.model().index(at, 0).data() for at in range(TINY.items)}
    assert ids == set(desk.plan.table(ProgrammeItem))
    take_down([people, items])
    desk.close()


def test_longest_turn_is_that_in_which_the_window_is_deaf(qapp: QApplication) -> None:
    assert qapp is not None
    ends = [0]

    def sleep_in_three_turns() -> None:
        sleep(0.01)
        QTimer.singleShot(0, lambda: sleep(0.06))
        QTimer.singleShot(0, lambda: ends.append(1))

    assert longest_turn(sleep_in_three_turns, lambda: len(ends) == 2) >= 0.06


def test_what_never_ends_is_told(qtbot: QtBot) -> None:
    with qtbot.captureExceptions() as caught:
        longest_turn(lambda: None, lambda: False, patience=0.05)
    assert [kind for kind, _, _ in caught] == [TimeoutError]


def test_the_window_does_all_that_is_measured(tmp_path: Path, qapp: QApplication) -> None:
    assert qapp is not None
    lines = list(window.measure(tmp_path, quick=True))
    names = [line.what.removeprefix("longest turn: ") for line in lines if isinstance(line, Comparison)]
    assert names[0] == "open the plan"
    assert names[-1] == "close the plan"
    assert len(names) == 20


def test_runs_take_turns_in_going_first() -> None:
    order: list[str] = []

    def answer(name: str) -> str:
        order.append(name)
        return name

    assert in_turn(lambda: answer("y"), lambda: answer("o"), 3) == [("y", "o")] * 3
    assert order == ["y", "o", "o", "y", "y", "o"]


def test_ratio_is_the_median_of_the_pairs() -> None:
    line = Comparison("G0", "sort", (Pair(1.0, 2.0), Pair(4.0, 4.0), Pair(0.5, 1.5)), 2.5)
    assert (line.yardstick, line.ours, line.ratio, line.spread) == (1.0, 2.0, 2.0, (1.0, 3.0))
    assert [line._replace(at_most=most).meets for most in (2.0, 1.9, None)] == [True, False, None]


def test_report_names_what_misses() -> None:
    good = Comparison("G1", "start", (Pair(1.0, 1.5),), 1.5)
    slow = Comparison("G3", "open", (Pair(0.002, 0.005),), 2.0)
    wrong = Exact("G6", "files", "7", "31")
    assert " ".join(as_text(good).split()) == "G1 start 1.00 s 1.50 s 1.50 1.50 – 1.50 1.50 meets"
    assert " ".join(as_text(slow).split()) == "G3 open 2.00 ms 5.00 ms 2.50 2.50 – 2.50 2.00 MISSES"
    assert as_text(wrong) == "G6   files: 31  MISSES (wanted: 7)"
    assert closing([good, slow, wrong]).splitlines()[-3:] == [
        "These miss their goal:",
        "  G3 open: 2.50 instead of 2.00",
        "  G6 files: 31 instead of 7",
    ]
    assert closing([good]).splitlines()[-1] == "Everything measured meets its goal."


def test_command_measures_what_is_named() -> None:
    told_lines: list[str] = []
    assert main(["exporting_again", "--quick"], told_lines.append) == 0
    assert told_lines[3].startswith("G6   after an edit, files written anew (and left alone): 7 (24): Everyone P")
    assert told_lines[-1].endswith("Everything measured meets its goal.")


def test_unknown_name_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["start", "no_such"], lambda _: None)
    assert capsys.readouterr().err.splitlines()[-1].endswith(f"{', '.join(BENCHMARKS)}: no_such")
