"""The window with something selected, so that the details and every other pane speak of it."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTabBar, QWidget

from delegation_planner.plan.delegation import Delegation, Group
from delegation_planner.plan.document import Document
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.place import Place
from delegation_planner.plan.programme_item import ProgrammeItem, Vehicle
from delegation_planner.plan.visit import Visit
from delegation_planner.screen.fields.place_field import PlaceField
from delegation_planner.screen.main_window import MainWindow


def selections(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """One of each kind, each of its tabs, and several at once."""
    assert window.desk is not None
    selection, plan = window.desk.selection, window.desk.plan
    items = plan.rows(ProgrammeItem)
    signing, flight, drive = (
        next(item for item in items if item.kind == kind) for kind in ("signing", "flight", "movement")
    )
    chosen = {
        "item": (ProgrammeItem, [signing.id]),
        "flight": (ProgrammeItem, [flight.id]),
        "movement": (ProgrammeItem, [drive.id]),
        "person": (Participant, [plan.rows(Participant)[0].id]),
        "document": (Document, [plan.rows(Document)[1].id]),
        "delegation": (Delegation, [plan.rows(Delegation)[0].id]),
        "group": (Group, [plan.rows(Group)[0].id]),
        "vehicle": (Vehicle, [vehicle.id for vehicle in plan.rows(Vehicle)[:1]]),
        "place": (Place, [plan.rows(Place)[0].id]),
        "visit": (Visit, [plan.visit.id]),
        "several-items": (ProgrammeItem, [item.id for item in plan.rows(ProgrammeItem)[10:14]]),
        "several-people": (Participant, [person.id for person in plan.rows(Participant)[:3]]),
    }
    for name, (kind, ids) in chosen.items():
        selection.choose(kind, ids)
        yield name, window
        yield from tabs(window, name)
    selection.clear()
    yield from airports(window, flight)
    yield from narrowed(window)


def airports(window: MainWindow, flight: ProgrammeItem) -> Iterator[tuple[str, QWidget]]:
    """The airports of a city, while it is typed where a flight goes."""
    assert window.desk is not None
    assert window.panes is not None
    window.desk.selection.choose(ProgrammeItem, [flight.id])
    field = next(each for each in window.panes.panes["details"].findChildren(PlaceField) if each.isVisible())
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "Istanbul")
    popup = field.list.popup()
    assert popup is not None
    yield "airports", popup
    QTest.keyClick(field, Qt.Key.Key_Escape)
    field.revert()
    window.desk.selection.clear()


def tabs(window: MainWindow, name: str) -> Iterator[tuple[str, QWidget]]:
    """The further tabs of the details."""
    assert window.panes is not None
    details = window.panes.panes["details"]
    bars = [bar for bar in details.findChildren(QTabBar) if bar.isVisible()]
    for bar in bars:
        for number in filter(bar.isTabVisible, range(1, bar.count())):
            bar.setCurrentIndex(number)
            yield f"{name}-tab{number + 1}", details
        bar.setCurrentIndex(0)


def narrowed(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """The lists when nothing fits what was typed above them."""
    assert window.panes is not None
    panes = {name: window.panes.panes[name] for name in ("participants", "documents", "findings")}
    for pane in panes.values():
        pane.filter.setText("zzz")  # type: ignore[attr-defined]
    yield "nothing-fits", window
    for pane in panes.values():
        pane.filter.clear()  # type: ignore[attr-defined]
