"""Where pages break, told by rows of plain heights."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delegation_planner.exports.papers.page_breaks import Section, fewest_pages, height, pages
from delegation_planner.exports.papers.sheet import Cell, Row
from delegation_planner.exports.papers.styles import THIN_RULE, Look


def row(name: str, points: float, *, air: bool = False) -> Row:
    return Row(points, (Cell(1, name, Look("DP Cell", above=THIN_RULE if air else None)),), air=air)


def day(name: str, *heights: float, own_page: bool = False) -> Section:
    blocks = tuple((row(f"{name}{number}", points),) for number, points in enumerate(heights, 1))
    return Section((row(name, 10),), (row(f"{name} again", 10),), blocks, own_page)


def named(planned: list[list[Row]]) -> list[list[object]]:
    return [[row.cells[0].value for row in page] for page in planned]


def test_blocks_fill_the_page_and_the_head_is_repeated() -> None:
    planned = pages([row("title", 20)], [day("A", 30, 30, 30, 30)], [], capacity=100, repeated=0)
    assert named(planned) == [["title", "A", "A1", "A2"], ["A again", "A3", "A4"]]


def test_repeated_rows_take_their_room_from_the_second_page_on() -> None:
    sections = [day("A", 40, 40, 40, 40, 40, 40)]
    assert named(pages([], sections, [], capacity=100, repeated=0))[1] == ["A again", "A3", "A4"]
    assert named(pages([], sections, [], capacity=100, repeated=15))[1] == ["A again", "A3"]


def test_a_head_never_stands_alone_at_the_end_of_a_page() -> None:
    planned = pages([], [day("A", 40, 35), day("B", 40, 40)], [], capacity=100, repeated=0)
    assert named(planned) == [["A", "A1", "A2"], ["B", "B1", "B2"]]


def test_the_last_page_of_a_day_never_holds_one_item_alone() -> None:
    planned = pages([], [day("A", 30, 30, 30, 30)], [], capacity=100, repeated=0)
    assert named(planned) == [["A", "A1", "A2"], ["A again", "A3", "A4"]]


def test_the_neighbour_stays_where_both_would_not_fit() -> None:
    planned = pages([], [day("A", 20, 70, 60)], [], capacity=100, repeated=0)
    assert named(planned) == [["A", "A1", "A2"], ["A again", "A3"]]


def test_the_neighbour_stays_where_it_would_leave_a_bare_head() -> None:
    planned = pages([], [day("A", 70, 30)], [], capacity=100, repeated=0)
    assert named(planned) == [["A", "A1"], ["A again", "A2"]]


def test_a_day_of_its_own_begins_a_page_unless_the_day_before_is_short() -> None:
    short, long = day("A", 10, 10, own_page=True), day("B", 10, 10, 10, own_page=True)
    planned = pages([], [short, long, day("C", 10, own_page=True)], [], capacity=100, repeated=0)
    assert named(planned) == [["A", "A1", "A2", "B", "B1", "B2", "B3"], ["C", "C1"]]


def test_a_last_section_of_one_item_is_not_left_alone() -> None:
    lists = [day("A", 20, 20, 20), day("B", 10), day("C", 10)]
    planned = pages([], lists, [row("note", 9)], capacity=110, repeated=0)
    assert named(planned) == [["A", "A1", "A2", "A3"], ["B", "B1", "C", "C1", "note"]]


def test_a_last_section_stays_alone_where_its_neighbour_is_long_or_leaves_nothing_behind() -> None:
    long = [day("A", 20), day("B", 10, 10, 10), day("C", 10)]
    assert named(pages([], long, [], capacity=85, repeated=0))[1] == ["C", "C1"]
    only = [day("B", 70), day("C", 10)]
    assert named(pages([], only, [], capacity=90, repeated=0)) == [["B", "B1"], ["C", "C1"]]
    split = [day("A", 10), day("B", 50, 50), day("C", 40)]
    assert named(pages([], split, [], capacity=100, repeated=0)) == [
        ["A", "A1", "B", "B1"], ["B again", "B2"], ["C", "C1"],
    ]  # fmt: skip


def test_the_closing_note_stays_with_the_last_block() -> None:
    planned = pages([], [day("A", 20, 20, 20, 20)], [row("note", 15)], capacity=100, repeated=0)
    assert named(planned) == [["A", "A1", "A2"], ["A again", "A3", "A4", "note"]]


def test_a_block_taller_than_a_page_breaks_between_its_rows() -> None:
    steps = tuple(row(f"step{number}", 30) for number in range(5))
    section = Section((row("A", 10),), (row("again", 10),), (steps, (row("next", 30),)))
    planned = pages([row("title", 50)], [section], [], capacity=100, repeated=0)
    assert named(planned) == [
        ["title"], ["A", "step0", "step1", "step2"], ["again", "step3", "step4", "next"],
    ]  # fmt: skip


def test_a_note_that_fits_nowhere_else_gets_a_page() -> None:
    planned = pages([], [day("A", 85)], [row("note", 9)], capacity=100, repeated=0)
    assert named(planned) == [["A", "A1"], ["note"]]


SECTIONS = st.lists(
    st.tuples(
        st.lists(st.lists(st.sampled_from([3.0, 20.0, 45.0, 90.0]), min_size=1, max_size=4), max_size=6), st.booleans()
    )
)


@given(SECTIONS, st.sampled_from([0.0, 30.0, 95.0]), st.sampled_from([0.0, 9.0]))
def test_pages_hold_every_row_in_order_and_are_never_fuller_than_they_may_be(
    sections: list[tuple[list[list[float]], bool]], opening: float, closing: float
) -> None:
    given_sections = [
        Section(
            (row(f"head {at}", 10),),
            (row("again", 10),),
            tuple(
                tuple(row(f"{at} {number} {line}", points) for line, points in enumerate(block))
                for number, block in enumerate(blocks)
            ),
            own_page,
        )
        for at, (blocks, own_page) in enumerate(sections)
    ]
    note = [row("note", closing)] if closing else []
    planned = pages([row("title", opening)], given_sections, note, capacity=110, repeated=10)
    assert [height(page) for page in planned[1:] if height(page) > 100] == []
    printed = [name for page in named(planned) for name in page if name != "again"]
    bodies = [
        [line.cells[0].value for line in (*each.head, *(line for block in each.blocks for line in block))]
        for each in given_sections
        if each.blocks
    ]
    assert printed == ["title", *(name for body in bodies for name in body), *(["note"] if note else [])]


def test_the_rule_above_an_item_gives_way_to_the_line_of_a_head() -> None:
    blocks = tuple((row("air", 3, air=True), row(name, 20)) for name in "ab")
    section = Section((row("A", 10),), (row("again", 10),), blocks)
    (page,) = pages([], [section], [], capacity=100, repeated=0)
    assert [each.cells[0].look.above for each in page if each.air] == [None, THIN_RULE]


def test_papers_without_items_are_their_title_and_note() -> None:
    assert named(pages([row("title", 30)], [], [row("note", 9)], capacity=100, repeated=0)) == [["title", "note"]]


@pytest.mark.parametrize(("spare", "heights"), [(1.5, [[18.5] * 5]), (1.0, [[20.0] * 3, [20.0] * 2])])
def test_rows_are_drawn_closer_where_that_saves_a_page(spare: float, heights: list[list[float]]) -> None:
    blocks = tuple((row(name, 20)._replace(spare=spare),) for name in "abcde")
    planned = fewest_pages((), (Section((), (), blocks),), (), capacity=94, repeated=0)
    assert [[each.height for each in page] for page in planned] == heights
