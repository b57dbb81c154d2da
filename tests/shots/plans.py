"""The window on other plans than the sample as it comes: dates fixed, on the day itself, to be read, empty, none."""

import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QWidget

from delegation_planner.plan.plan import Plan
from delegation_planner.resource_files import read_sample, read_template
from delegation_planner.screen.dialogs.new_visit import NewVisitDialog
from delegation_planner.screen.main_window import MainWindow
from tests.shots.taking import MADE_AT

ON_THE_DAY: Final = datetime(2017, 7, 24, 4, 10, tzinfo=UTC)
"""Ten past eleven in Jakarta, in the middle of the signing."""


def other_plans(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """Each of them in all three views where it has something to show; the first plan is open again afterwards."""
    files, sample = window.around.files, window.open_plan
    assert sample is not None
    folder = Path(tempfile.mkdtemp())
    fixed = folder / "jakarta.visit"
    window.show_plan(files.create(fixed, read_sample(fixed=True)))
    yield "fixed", window
    yield from on_the_day(window)
    window.close_plan()
    window.show_plan(files.open(fixed, read_only=True))
    yield "read-only", window
    for template in ("blank", "working"):
        window.show_plan(files.create(folder / f"{template}.visit", new_plan(window, template)))
        yield "empty" if template == "blank" else template, window
        yield from views(window, template)
    window.close_plan()
    yield "closed", window
    window.open_path(sample.path)


def on_the_day(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """What is on now stands above the schedule, and the now line in it."""
    before, plan = window.around, window.open_plan
    assert plan is not None
    window.around = before._replace(now=lambda: ON_THE_DAY)
    window.show_plan(before.files.open(reopened(window)))
    yield "live", window
    window.around = before


def reopened(window: MainWindow) -> Path:
    """The path of the plan that is open, after it was closed."""
    assert window.open_plan is not None
    path = window.open_plan.path
    window.close_plan()
    return path


def views(window: MainWindow, name: str) -> Iterator[tuple[str, QWidget]]:
    """The views of the schedule beside the grid."""
    assert window.panes is not None
    for view in ("rundown", "attendance"):
        window.panes.show_schedule_as(view)
        yield f"{name}-{view}", window
    window.panes.show_schedule_as("grid")


def new_plan(window: MainWindow, template: str) -> Plan:
    """What the assistant makes of a title, two countries and a template."""
    dialog = NewVisitDialog(window, window.words, MADE_AT.date(), window.around.new_id, "ID", read_template)
    dialog.title.setText("Visit of the Minister")
    dialog.guest.country.setCurrentIndex(dialog.guest.country.findData("AZ"))
    dialog.template.setCurrentIndex(dialog.template.findData(template))
    dialog.carry_out()
    assert dialog.plan is not None
    return dialog.plan
