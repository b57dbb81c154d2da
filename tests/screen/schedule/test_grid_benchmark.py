"""The grid's benchmark runs, and its yardstick shows as much as ours; nothing here is timed."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from benchmarks.grid_painting import as_dense, measure
from benchmarks.grid_scene import GridScene
from benchmarks.visits import HUGE, LARGE, TINY, visit_of
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.screen.schedule.grid.day_book import DayBook


def test_every_goal_of_the_grid_is_measured(tmp_path: Path, qtbot: QtBot) -> None:
    assert qtbot is not None
    assert [line.goal for line in measure(tmp_path, quick=True)] == ["G11", "G11", "G11", "G12", "G12"]


def test_the_yardstick_shows_every_item(qtbot: QtBot) -> None:
    plan = visit_of(TINY)
    scene = GridScene(plan)
    qtbot.addWidget(scene)
    titles = [text.text() for block in scene.scene().items() for text in block.childItems()]  # type: ignore[attr-defined]
    assert sorted(titles) == sorted(item.title_en for item in plan.rows(ProgrammeItem))


def test_a_denser_visit_has_as_many_items_a_day() -> None:
    part = as_dense(HUGE, 7)
    assert (part.items // part.days, HUGE.items // HUGE.days) == (333, 333)
    assert part.items != LARGE.items  # the file of a visit is found by its number of items


def test_most_items_of_the_visit_to_measure_by_lie_on_one_day() -> None:
    book = DayBook(visit_of(TINY))
    assert sum(len(book.starting(day)) for day in book.days) == TINY.items
