"""A journey: the signing is moved by mouse in the grid, every pane speaks of it at once, and undo takes it back."""

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from delegation_planner.plan.participant import Participant
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.screen import workers
from delegation_planner.screen.editions.draft_watch import watch_of
from delegation_planner.screen.main_window import MainWindow
from delegation_planner.screen.preview.dialog import PreviewDialog
from tests.journeys.steps import CTRL, activate, desk_of, item, panes_of, press
from tests.screen.schedule.grid_scenes import drag, on
from tests.screen.windows import a_window

Told = dict[str, object]


def told(window: MainWindow, qtbot: QtBot) -> Told:
    """What each place says of the signing now."""
    panes, desk = panes_of(window), desk_of(window)
    signing = item(desk.plan, "12")
    desk.selection.choose(ProgrammeItem, [signing.id])
    panes.show_schedule_as("rundown")
    model = panes.schedule.rundown.model
    start = model.index_of(signing.id, model.column_of("start")).data()
    panes.show_schedule_as("grid")
    watch = watch_of(desk)
    qtbot.waitUntil(lambda: watch.is_settled, timeout=20_000)
    assert watch.difference is not None
    assert window.tool_bar is not None
    details = panes.panes["details"]
    starts = [each for each in details.findChildren(QLineEdit) if each.accessibleName() == "Start, time"]
    days = [each for each in details.findChildren(QComboBox) if each.accessibleName() == "Start, day"]
    return {
        "rundown": start,
        "details": (days[0].currentText(), starts[0].text()),
        "findings": [finding.fingerprint for finding in desk.findings],
        "findings of the toolbar": window.tool_bar.findings.accessibleName(),
        "draft": (watch.difference.total, window.tool_bar.draft.accessibleName()),
        "personal programme": personal_programme(window, qtbot),
    }


def personal_programme(window: MainWindow, qtbot: QtBot) -> str:
    """The pages that the first guest would be given, by Ctrl+P with that person selected."""
    desk = desk_of(window)
    desk.selection.choose(Participant, [desk.plan.rows(Participant)[0].id])
    press(window, Qt.Key.Key_P, CTRL)
    [preview] = window.findChildren(PreviewDialog)
    qtbot.waitUntil(lambda: workers.under_way() == 0 and not preview.is_making, timeout=20_000)
    text = "\n".join(page.text for page in preview.view.pages)
    preview.reject()
    qtbot.waitUntil(lambda: not window.findChildren(PreviewDialog))
    return text


def test_moving_the_signing_is_seen_everywhere_and_undone(tmp_path: Path, qtbot: QtBot) -> None:
    with a_window(tmp_path) as window:
        window.resize(1440, 900)
        grid = panes_of(window).schedule.grid
        before, plan = told(window, qtbot), desk_of(window).plan
        activate(window)
        start = on(grid, "12")
        drag(grid, start, start + QPoint(0, round(grid.scale.hour / 2)))
        moved = item(desk_of(window).plan, "12")
        assert (moved.start_day, moved.start_time, moved.end_time) == (2, "11:30", "11:50")
        after = told(window, qtbot)
        assert (before["rundown"], after["rundown"]) == ("11:00", "11:30")
        assert (before["details"], after["details"]) == (("D2", "11:00"), ("D2", "11:30"))
        assert after["findings"] != before["findings"]
        assert after["findings of the toolbar"] != before["findings of the toolbar"]
        assert (before["draft"], after["draft"]) == (
            (2, "Draft after Edition 2: 2 changes"), (3, "Draft after Edition 2: 3 changes"),
        )  # fmt: skip
        assert "11:30" in str(after["personal programme"])
        assert after["personal programme"] != before["personal programme"]
        press(window, Qt.Key.Key_Z, CTRL)
        assert desk_of(window).plan == plan
        assert told(window, qtbot) == before
