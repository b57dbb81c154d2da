"""Movements and flights in the details: airports typed ahead, zones that follow, lengths, what is known, vehicles."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from delegation_planner.plan.place import Place
from delegation_planner.plan.programme_item import ProgrammeItem, Vehicle
from delegation_planner.screen.details.links_tab import LinksTab
from delegation_planner.screen.details.page import Page
from delegation_planner.screen.details.pane import DetailsPane
from delegation_planner.session.store import Label
from tests.builders import a_person, a_place, a_plan, an_invitation, an_item
from tests.screen.conftest import OpenDesk
from tests.screen.details.test_pane import editor, page, type_over
from tests.screen.panes import focused, give_keyboard, nameless, press, rich_labels, shown, type_text

HOTEL, MINISTRY = a_place("HTL", city="Jakarta", name_en="Hotel"), a_place("MIN", city="Jakarta", name_en="Ministry")
FLIGHT = an_item("01", 1, "20:00", "23:10", kind="flight")
DRIVE = an_item(
    "02", 2, "12:00", "12:30", kind="movement", place_id=HOTEL.id, to_place_id=MINISTRY.id, travel_mode="car"
)


@pytest.fixture
def pane(open_desk: OpenDesk, qtbot: QtBot) -> DetailsPane:
    return shown(qtbot, DetailsPane(open_desk(a_plan(HOTEL, MINISTRY, FLIGHT, DRIVE))), 330, 700)


def item(pane: DetailsPane, row: ProgrammeItem) -> ProgrammeItem:
    return pane.desk.plan.find(ProgrammeItem, row.id)


def labels(shown_page: Page) -> list[str]:
    """What the fields in sight of the first tab are called."""
    return [
        each.accessibleName()
        for each in shown_page.forms[0].editors.values()
        if not each.isHidden() and each.isVisibleTo(shown_page.forms[0])
    ]


def offered(shown_page: Page, name: str) -> list[str]:
    """What the open list of a field shows."""
    popup = shown_page.forms[0].editors[name].list.popup()
    assert popup.isVisible()
    return [popup.model().index(row, 0).data() for row in range(popup.model().rowCount())]


def test_a_flight_from_airport_to_airport_is_typed_with_its_zones(pane: DetailsPane) -> None:
    form = page(pane, FLIGHT)
    type_over(form, "place_id", "gyd")
    type_over(form, "to_place_id", "CGK")
    baku, jakarta = (next(row for row in pane.desk.plan.rows(Place) if row.iata == code) for code in ("GYD", "CGK"))
    assert (baku.city, baku.zone, jakarta.city, jakarta.zone) == ("Baku", "Asia/Baku", "Jakarta", "Asia/Jakarta")
    assert item(pane, FLIGHT) == FLIGHT._replace(place_id=baku.id, to_place_id=jakarta.id, start_zone="Asia/Baku")
    assert form.forms[0].editors["to_place_id"].text() == "Soekarno-Hatta International Airport"
    assert form.forms[0].editors["end_zone"].text() == "Asia/Jakarta"
    type_over(form, "end", "8h10")
    assert (item(pane, FLIGHT).end_day, item(pane, FLIGHT).end_time) == (2, "07:10")
    said = form.forms[0].hint("end").sentence.replace("\u00a0", " ")
    assert said == "8 h 10 on the way. Arrives the next day."
    for _ in range(3):
        assert pane.desk.undo()
    assert item(pane, FLIGHT) == FLIGHT
    assert {row.iata for row in pane.desk.plan.rows(Place)} == {""}


def test_a_city_offers_its_airports_and_the_arrow_keys_choose(pane: DetailsPane) -> None:
    form = page(pane, FLIGHT)
    editor(form, "to_place_id").selectAll()
    type_text("Jakarta")
    assert offered(form, "to_place_id")[0] == "Soekarno-Hatta International Airport (CGK), Jakarta"
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    place = pane.desk.plan.find(Place, item(pane, FLIGHT).to_place_id or "")
    assert (place.code, place.iata) == ("CGK", "CGK")


def test_a_movement_is_offered_the_places_of_the_visit_alone(pane: DetailsPane) -> None:
    form = page(pane, DRIVE)
    type_over(form, "to_place_id", "CGK")
    assert item(pane, DRIVE) == DRIVE
    assert form.forms[0].note("to_place_id").sentence == "“CGK” is not in the list."


def test_the_form_fits_what_travels(pane: DetailsPane) -> None:
    from_to = ["From where", "To where"]
    drive = labels(page(pane, DRIVE))
    assert [name for name in drive if name in ("Place", *from_to, "Escort", "Minutes planned", "Flight no.")] == [
        *from_to, "Minutes planned", "Escort",
    ]  # fmt: skip
    flight = labels(page(pane, FLIGHT))
    assert [name for name in flight if name in ("Place", *from_to, "Escort", "Zone at the end", "Flight no.")] == [
        "Flight no.", *from_to, "Zone at the end",
    ]  # fmt: skip
    assert nameless(pane) == []
    assert rich_labels(pane) == []


def test_a_field_keeps_the_keyboard_while_its_kind_changes(pane: DetailsPane) -> None:
    form = page(pane, DRIVE)
    kind = editor(form, "kind")
    kind.setCurrentIndex(kind.findData("flight"))
    kind.activated.emit(kind.currentIndex())
    assert item(pane, DRIVE).kind == "flight"
    assert kind.hasFocus()
    assert "Flight no." in labels(form)


def test_what_the_way_takes_is_taken_with_a_click(pane: DetailsPane) -> None:
    form = page(pane, DRIVE).forms[0]
    hint = form.hint("travel_minutes")
    assert hint.sentence.replace("\u00a0", " ") == "45 min by car at 12:00, from the usual times for Jakarta."
    assert hint.verb.isVisibleTo(form)
    form.ensureWidgetVisible(hint.verb)
    QTest.mouseClick(hint.verb, Qt.MouseButton.LeftButton)
    assert item(pane, DRIVE).travel_minutes == 45
    assert hint.isHidden()
    type_over(page(pane, DRIVE), "travel_minutes", "30")
    assert hint.sentence.replace("\u00a0", " ").endswith("That is 15 min more than planned.")


def test_the_keyboard_comes_from_a_field_to_what_is_known_of_it(pane: DetailsPane) -> None:
    form = page(pane, DRIVE).forms[0]
    give_keyboard(form.editors["travel_minutes"])
    press(Qt.Key.Key_Tab)
    assert focused() is form.hint("travel_minutes").verb


def test_the_keyboard_comes_from_what_is_known_of_a_field_to_what_was_found(pane: DetailsPane) -> None:
    form = page(pane, DRIVE).forms[0]
    note = form.note("travel_minutes")
    note.show_sentence("warning", "Too short.")
    note.waive.show()
    give_keyboard(form.hint("travel_minutes").verb)
    press(Qt.Key.Key_Tab)
    assert focused() is note.waive


def test_a_plan_to_read_offers_nothing_to_take(open_desk: OpenDesk, qtbot: QtBot) -> None:
    desk = open_desk(a_plan(HOTEL, MINISTRY, DRIVE), read_only=True)
    hint = page(shown(qtbot, DetailsPane(desk), 330, 700), DRIVE).forms[0].hint("travel_minutes")
    assert (hint.isHidden(), hint.verb.isHidden()) == (False, True)


@pytest.mark.parametrize("typed", ["45 min", "+45", "45 menit", "12:45"])
def test_an_end_is_typed_as_a_length(pane: DetailsPane, typed: str) -> None:
    form = page(pane, DRIVE)
    type_over(form, "end", typed)
    assert item(pane, DRIVE) == DRIVE._replace(end_time="12:45")
    assert form.forms[0].editors["end"].clock.text() == "12:45"


def test_a_length_that_changes_nothing_gives_way_to_the_time(pane: DetailsPane) -> None:
    form = page(pane, DRIVE)
    type_over(form, "end", "30 min")
    assert item(pane, DRIVE) == DRIVE
    assert form.forms[0].editors["end"].clock.text() == "12:30"


def test_what_is_no_end_is_said_in_sight(pane: DetailsPane) -> None:
    pane.resize(330, 320)
    form = page(pane, DRIVE)
    field = editor(form, "end")
    give_keyboard(field.clock)
    field.clock.selectAll()
    form.forms[0].verticalScrollBar().setValue(form.forms[0].verticalScrollBar().maximum())
    type_text("soon", Qt.Key.Key_Return)
    QApplication.processEvents()
    note = form.forms[0].note("end")
    assert note.sentence == "“soon” is neither a time nor a length. Write it as 10:15 or 45 min."
    view = form.forms[0].viewport()
    assert view.rect().contains(note.rect().translated(note.mapTo(view, note.rect().topLeft())))


def test_what_the_plan_refuses_is_said_in_sight_too(pane: DetailsPane) -> None:
    pane.resize(330, 320)
    told: list[str] = []
    pane.desk.told.connect(told.append)
    form = page(pane, DRIVE)
    type_over(form, "end", "0 min", Qt.Key.Key_Return)
    QApplication.processEvents()
    note = form.forms[0].note("end")
    assert told == [note.sentence] == ["Give a number of minutes above zero."]
    view = form.forms[0].viewport()
    assert view.rect().contains(note.rect().translated(note.mapTo(view, note.rect().topLeft())))
    type_over(form, "end", "50 min", Qt.Key.Key_Return)
    assert (item(pane, DRIVE).end_time, note.sentence) == ("12:50", "")


def choose_vehicle(vehicles: LinksTab, verb: str) -> list[str]:
    """Open the menu of the button by mouse and choose from it; all that it offered."""
    QTest.mouseClick(vehicles.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    offered = [action.text() for action in menu.actions()]
    next(action for action in menu.actions() if action.text() == verb).trigger()
    menu.close()
    return offered


def test_vehicles_are_offered_for_whom_there_is_no_seat_yet(open_desk: OpenDesk, qtbot: QtBot) -> None:
    staff, head, host = a_person("A2", name_en="Staff"), a_person("A1", name_en="Chairman", head=True), a_person("I1")
    coming = [an_invitation(DRIVE, person) for person in (staff, head, host)]
    pane = shown(qtbot, DetailsPane(open_desk(a_plan(HOTEL, MINISTRY, staff, head, host, DRIVE, *coming))), 330, 700)
    form = page(pane, DRIVE)
    vehicles = next(tab for widget, tab, title, _ in form.others if title == "Cars" and isinstance(tab, LinksTab))
    form.tabs.setCurrentWidget(vehicles)
    others = ["Lead car", "Luggage van", "Another vehicle"]
    first = choose_vehicle(vehicles, "Car of Chairman")
    assert first == ["Car of Chairman", "Bus for 3 people without a seat", *others]
    pane.desk.selection.choose(ProgrammeItem, [DRIVE.id])
    then = choose_vehicle(vehicles, "Bus for 2 people without a seat")
    assert then == ["Car of Staff", "Bus for 2 people without a seat", *others]
    car, bus = sorted(pane.desk.plan.rows(Vehicle), key=lambda row: row.position)
    assert (car.name_en, car.rear_right_id, car.other_ids) == ("Car of Chairman", head.id, ())
    assert (bus.name_en, bus.rear_right_id, bus.other_ids) == ("Bus", None, (staff.id, host.id))
    assert pane.desk.selection.one(Vehicle) == bus.id
    pane.desk.selection.choose(ProgrammeItem, [DRIVE.id])
    assert choose_vehicle(vehicles, "Lead car") == others


def test_vehicles_are_added_filled_in_and_lead_back(pane: DetailsPane) -> None:
    form = page(pane, DRIVE)
    vehicles = next(tab for widget, tab, title, _ in form.others if title == "Cars" and isinstance(tab, LinksTab))
    assert form.tabs.isTabVisible(form.tabs.indexOf(vehicles))
    form.tabs.setCurrentWidget(vehicles)
    choose_vehicle(vehicles, "Another vehicle")
    [made] = pane.desk.plan.rows(Vehicle)
    assert pane.desk.session.undo_label == Label("add_vehicle", {"name": "02"})
    assert pane.desk.selection.one(Vehicle) == made.id
    shown_page = page(pane, made)
    type_over(shown_page, "plate", "B 1 RI")
    assert pane.desk.plan.find(Vehicle, made.id).plate == "B 1 RI"
    assert pane.desk.session.undo_label == Label("edit_vehicle", {"name": "02"})
    next(verb for verb in pane.actions() if verb.text() == "Delete this vehicle").trigger()
    assert pane.desk.plan.rows(Vehicle) == ()
    assert pane.desk.selection.one(ProgrammeItem) == DRIVE.id
    assert not form.tabs.isTabVisible(page(pane, FLIGHT).tabs.indexOf(vehicles))


def test_after_a_drop_the_fields_show_the_new_time(pane: DetailsPane) -> None:
    from delegation_planner.plan.edits.items import move_item

    form = page(pane, DRIVE)
    give_keyboard(editor(form, "start"))
    assert pane.desk.edit(Label("move_item", {"name": "02"}), move_item(pane.desk.plan, DRIVE.id, 3, "15:00"))
    start, end = (form.forms[0].editors[name] for name in ("start", "end"))
    assert (start.value(), end.value()) == ((3, "15:00"), (3, "15:30"))
