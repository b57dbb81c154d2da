"""A journey: a flight from Baku to Jakarta by keys alone, with its zones and its length, and undo."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from delegation_planner.plan.place import Place
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.planfile.plan_file import read_plan_file
from delegation_planner.screen.details.form import RowForm
from delegation_planner.screen.details.pane import DetailsPane
from delegation_planner.screen.main_window import MainWindow
from tests.screen.panes import give_keyboard, type_text
from tests.screen.windows import a_window
from tests.test_journeys import CTRL, desk_of, item, press, rundown_of

SHIFT = Qt.KeyboardModifier.ShiftModifier


def form_of(window: MainWindow) -> RowForm:
    """The first tab of the details."""
    assert window.panes is not None
    details = window.panes.panes["details"]
    assert isinstance(details, DetailsPane)
    assert details.page is not None
    return details.page.forms[0]


def type_into(window: MainWindow, name: str, text: str) -> None:
    """Type into a field of the details and leave it."""
    field: Any = form_of(window).editors[name]
    field = getattr(field, "clock", field)
    give_keyboard(field)
    field.selectAll()
    type_text(text, Qt.Key.Key_Tab)


def test_a_flight_with_its_zones_is_typed_kept_and_undone(tmp_path: Path, qtbot: QtBot) -> None:
    with a_window(tmp_path) as window:
        window.complete()
        desk = desk_of(window)
        qtbot.waitUntil(lambda: desk.findings_kept is not None, timeout=20_000)
        before = desk.plan
        give_keyboard(rundown_of(window).sheet)
        desk.selection.clear()
        press(window, Qt.Key.Key_Y, CTRL | SHIFT)
        type_text("Flight of the advance team", Qt.Key.Key_Return)
        flight_id = item(desk.plan, "51").id
        desk.selection.choose(ProgrammeItem, [flight_id])
        type_into(window, "start", "2215")
        type_into(window, "flight_no", "J2 8051")
        type_into(window, "place_id", "GYD")
        type_into(window, "to_place_id", "cgk")
        type_into(window, "end", "8 h 10")
        flight = desk.plan.find(ProgrammeItem, flight_id)
        airports = [desk.plan.find(Place, place or "").iata for place in (flight.place_id, flight.to_place_id)]
        assert airports == ["GYD", "CGK"]
        assert flight.start_day + 1 == flight.end_day
        assert (flight.start_time, flight.start_zone, flight.end_time, flight.end_zone) == (
            "22:15", "Asia/Baku", "09:25", "Asia/Jakarta",
        )  # fmt: skip
        assert (flight.title_en, flight.flight_no) == ("Flight of the advance team", "J2 8051")
        said = form_of(window).hint("end").sentence.replace("\u00a0", " ")
        assert said == "8 h 10 on the way. Arrives the next day."
        assert window.open_plan is not None
        QApplication.processEvents()
        assert read_plan_file(window.open_plan.path) == desk.plan
        give_keyboard(rundown_of(window).sheet)
        while desk.session.undo_label is not None:
            press(window, Qt.Key.Key_Z, CTRL)
        assert desk.plan == before
