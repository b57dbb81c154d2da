"""The schedule in each of its views, while something is dragged in it, and what shifts it."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from delegation_planner.plan.delegation import Delegation
from delegation_planner.plan.edits.visit import edit_visit
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.screen.main_window import MainWindow
from delegation_planner.screen.panes import Panes
from delegation_planner.screen.participants.pane import ParticipantsPane
from delegation_planner.screen.participants.paste_preview import PeoplePreview
from delegation_planner.screen.participants.pasting import pasted_people
from delegation_planner.screen.schedule.narrowed import Narrowed
from delegation_planner.screen.schedule.paste_preview import PastePreview
from delegation_planner.screen.schedule.pasted_columns import read_table
from delegation_planner.screen.shift.asked import Mode
from delegation_planner.screen.shift.dialog import MODES, ShiftDialog
from delegation_planner.screen.shift.template_page import TemplatePage
from delegation_planner.session.store import Label
from tests.screen.schedule.grid_scenes import hold, on
from tests.shots.taking import wait_until

PASTED = "Day 2\n12\t11:05\t11:25\tSigning of the Memorandum\n\t16:30\t17:00\tTea with the press\n\t25:00\t\tNothing"

PASTED_PEOPLE = "Code\tName\tDiet\tDelegation\nA2\t\tvegetarian\t\n\t[Driver]\thalal\tAtlantis\nX9\t\tx\t"


def schedule(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """The views, a drag in the grid, the shift dialog in each mode, and the preview of pasted rows."""
    assert window.panes is not None
    panes = window.panes
    signing = choose_signing(window)
    for view in ("rundown", "attendance"):
        panes.show_schedule_as(view)
        yield view, window
        window.resize(1280, 720)
        yield f"{view}-1280", window
        window.resize(1440, 900)
    panes.show_schedule_as("grid")
    yield from dragged(panes, window)
    yield from narrowed(panes, window)
    yield from christmas(panes, window)
    yield from listed(panes, window)
    for mode in MODES:
        yield from shifted(window, mode, signing)
    yield from pasted(window)


def dragged(panes: Panes, window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """The signing held half an hour later, over the press statement."""
    grid = panes.schedule.grid
    start = on(grid, "12")
    end = start + QPoint(0, round(grid.scale.hour / 2))
    hold(grid, start, end)
    yield "drag", window
    QTest.keyClick(grid, Qt.Key.Key_Escape)
    QTest.mouseRelease(grid.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)


def narrowed(panes: Panes, window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """One person's items of two levels, in the grid and as attendance, and the menu of the filter."""
    desk = window.desk
    assert desk is not None
    person = desk.plan.rows(Participant)[1]
    desk.narrowing.become(Narrowed(((Participant, person.id),), levels=frozenset({"public", "detailed"})))
    for view in ("grid", "attendance"):
        panes.show_schedule_as(view)
        yield f"narrowed-{view}", window
    panes.show_schedule_as("grid")
    menu = panes.schedule.filter_menu
    menu.popup(window.mapToGlobal(window.rect().center()))
    yield "narrowed-menu", menu
    menu.close()
    desk.narrowing.clear()


def christmas(panes: Panes, window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """A visit over holidays about which nobody has decided, where there is the least room."""
    desk, holidays = window.desk, panes.schedule.holidays
    assert desk is not None
    in_winter = {"planning_date": "2017-12-24", "window_start": "2017-12-21", "window_end": "2017-12-31"}
    desk.edit(Label("edit_visit"), edit_visit(desk.plan, in_winter))
    holidays.timer.timeout.emit()
    wait_until(lambda: bool(holidays.banner.sentence))
    window.resize(1280, 720)
    yield "holidays-1280", window
    window.resize(1440, 900)
    desk.undo()


def listed(panes: Panes, window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """The participants as a list by name."""
    people = panes.panes["participants"]
    assert isinstance(people, ParticipantsPane)
    people.arrange("name")
    yield "people-list", window
    people.arrange(None)
    yield from pasted_people_of(window)


def pasted_people_of(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """People of a spreadsheet before they are taken."""
    desk = window.desk
    assert desk is not None
    delegation = desk.plan.rows(Delegation)[0].id
    read = pasted_people(desk.plan, desk.words, read_table(PASTED_PEOPLE), delegation, desk.new_id)
    assert read is not None
    dialog = PeoplePreview(window, desk.words, desk.theme, read)
    dialog.show()
    yield "paste-people", dialog
    dialog.close()
    dialog.deleteLater()


def shifted(window: MainWindow, mode: Mode, item_id: str) -> Iterator[tuple[str, QWidget]]:
    """The dialog in a mode; by minutes with some, so that it shows what it would do."""
    assert window.desk is not None
    dialog = ShiftDialog(window.desk, mode, [item_id], 2, window, 20)
    dialog.show()
    if isinstance(dialog.page, TemplatePage):
        dialog.page.day.setCurrentIndex(dialog.page.day.count() - 1)  # a new day: the programme becomes longer
        dialog.rehearse()
    yield f"shift-{mode}", dialog
    held = [row.item_id for row in dialog.rehearsal.rows if row.freedom == "moves"]
    if mode == "push" and held:
        dialog.hold_or_let_go(held[-1])
        yield "shift-held", dialog
    dialog.close()
    dialog.deleteLater()


def pasted(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """Rows of a spreadsheet before they are taken."""
    desk = window.desk
    assert desk is not None
    dialog = PastePreview(window, desk.words, desk.theme, desk.plan, read_table(PASTED), 2, desk.new_id)
    dialog.show()
    yield "paste", dialog
    dialog.close()
    dialog.deleteLater()


def choose_signing(window: MainWindow) -> str:
    """Select the signing; its id."""
    assert window.desk is not None
    signing = next(item for item in window.desk.plan.rows(ProgrammeItem) if item.kind == "signing")
    window.desk.selection.choose(ProgrammeItem, [signing.id])
    return signing.id
