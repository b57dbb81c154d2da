"""The settings under keys: every change is an edit at once, findings follow, one undo takes it back."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from delegation_planner.plan.participant import Participant
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.visit_rules import Holiday, RuleOverride, TravelTime
from delegation_planner.screen.desk import Desk
from delegation_planner.screen.details.form import RowForm
from delegation_planner.screen.visit_settings.dialog import PAGES, PageName, VisitSettings
from delegation_planner.screen.visit_settings.holidays_page import HolidaysPage
from delegation_planner.screen.visit_settings.page import SettingsPage
from delegation_planner.screen.visit_settings.readers_page import ReadersPage
from delegation_planner.screen.visit_settings.rules_page import RulesPage
from delegation_planner.screen.visit_settings.travel_page import TravelPage
from delegation_planner.session.store import Label
from tests.builders import a_person, a_place, a_plan, a_visit, an_invitation, an_item
from tests.screen.answers import answer_text
from tests.screen.conftest import OpenDesk
from tests.screen.panes import give_keyboard, nameless, press, rich_labels, type_text

GUEST = a_person("A1", name_en="<b>Inam</b>")
HOTEL, MINISTRY = a_place("HTL", city="Jakarta"), a_place("MIN", city="Jakarta", office=True)
DRIVE = an_item("01", 2, "08:15", "09:00", kind="movement", place_id=HOTEL.id, to_place_id=MINISTRY.id)
CALL = an_item("02", 5, "10:00", "11:00", kind="courtesy_call", place_id=MINISTRY.id)
OpenSettings = Callable[..., VisitSettings]


def a_small_plan() -> Plan:
    visit = a_visit(host_country="ID", guest_country="AZ", anchor_date="2017-08-13")
    return a_plan(visit, GUEST, HOTEL, MINISTRY, DRIVE, CALL, an_invitation(CALL, GUEST))


@pytest.fixture
def desk(open_desk: OpenDesk) -> Desk:
    return open_desk(a_small_plan())


@pytest.fixture
def opened(desk: Desk, qtbot: QtBot) -> OpenSettings:
    def open_one(page: PageName, on: Desk = desk) -> VisitSettings:
        dialog = VisitSettings(on, None, page)
        qtbot.addWidget(dialog)
        dialog.open()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    return open_one


def checks_of(desk: Desk) -> list[str]:
    return sorted(one.check for one in desk.findings)


def type_into(page: RulesPage | TravelPage, row_id: str, column: str, text: str) -> None:
    page.table.begin_typing(row_id, column)
    editor = QApplication.focusWidget()
    assert editor is not None
    QTest.keyClick(editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    if text:
        QTest.keyClicks(editor, text)
    else:
        QTest.keyClick(editor, Qt.Key.Key_Delete)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()


def click(page: SettingsPage, text: str) -> None:
    button = next(each for each in page.findChildren(QPushButton) if each.text() == text)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("name", PAGES)
def test_every_page_has_names_and_shows_words_as_they_are(opened: OpenSettings, name: PageName) -> None:
    dialog = opened(name)
    assert (rich_labels(dialog), nameless(dialog)) == ([], [])
    assert isinstance(dialog.page, SettingsPage | RowForm)


def test_a_new_value_asks_for_its_reason_and_goes_back_to_the_rulebook(
    desk: Desk, opened: OpenSettings, qtbot: QtBot
) -> None:
    before, page = desk.plan, opened("rules").page
    assert isinstance(page, RulesPage)
    with answer_text("An aide drives ahead", "Judge by 80 %"):
        type_into(page, "escort_factor", "value", "80 %")
        qtbot.waitUntil(lambda: bool(desk.plan.rows(RuleOverride)))
    assert [row[1:] for row in desk.plan.rows(RuleOverride)] == [("escort_factor", "80", "An aide drives ahead")]
    assert desk.session.undo_label == Label("override_rule", {"name": "With an escort a way takes, of its usual time"})
    give_keyboard(page.table)
    type_into(page, "escort_factor", "value", "70")
    assert [row.value for row in desk.plan.rows(RuleOverride)] == ["70"], "the reason is known by now"
    type_into(page, "escort_factor", "told", "Tried twice")
    assert [row.reason for row in desk.plan.rows(RuleOverride)] == ["Tried twice"]
    page.table.selectRow(page.table.rows.index_of("escort_factor").row())
    assert page.whole.text() == "Tried twice"
    click(page, "Back to the rulebook's value")
    assert desk.plan == before
    assert desk.session.undo_label == Label("keep_to_rules", {"count": 1})


def test_the_rulebooks_own_value_is_no_departure(desk: Desk, opened: OpenSettings) -> None:
    before, page = desk.plan, opened("rules").page
    assert isinstance(page, RulesPage)
    type_into(page, "office_opens", "value", "7.30")
    assert (desk.plan, desk.session.undo_label) == (before, None)


def test_what_does_not_fit_is_told_in_the_dialog_and_stays_open(desk: Desk, opened: OpenSettings) -> None:
    dialog = opened("rules")
    page = dialog.page
    assert isinstance(page, RulesPage)
    type_into(page, "office_opens", "value", "soon")
    assert dialog.refusal.isVisible()
    assert dialog.refusal.text() == "“soon” is not a value of “Offices open”."
    assert desk.session.undo_label is None


def test_a_rule_that_is_changed_changes_the_findings_that_are_counted(
    desk: Desk, opened: OpenSettings, qtbot: QtBot
) -> None:
    dialog = opened("rules")
    page = dialog.page
    assert isinstance(page, RulesPage)
    assert "C5" in checks_of(desk)
    shown = dialog.findings_now.text()
    with answer_text("Quiet roads", "Judge by 08:00"):
        type_into(page, "morning_peak_until", "value", "08:00")
        qtbot.waitUntil(lambda: bool(desk.plan.rows(RuleOverride)))
    assert "C5" not in checks_of(desk)
    assert dialog.findings_now.text() != shown
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert dialog.findings_now.text() == shown


def test_a_travel_time_is_typed_over_the_rulebooks_and_taken_back(desk: Desk, opened: OpenSettings) -> None:
    before, page = desk.plan, opened("travel").page
    assert isinstance(page, TravelPage)
    way = f"{HOTEL.id}>{MINISTRY.id}"
    type_into(page, way, "peak", "40")
    assert [row[1:5] for row in desk.plan.rows(TravelTime)] == [(HOTEL.id, MINISTRY.id, 45, 40)]
    assert "C5" not in checks_of(desk)
    type_into(page, way, "minutes", "soon")
    assert len(desk.plan.rows(TravelTime)) == 1, "what is no number takes nothing away"
    press(Qt.Key.Key_Escape)
    type_into(page, way, "minutes", "")
    assert (desk.plan, "C5" in checks_of(desk)) == (before, True)


def test_a_way_is_added_and_its_way_back_gets_a_time_of_its_own(desk: Desk, opened: OpenSettings) -> None:
    page = opened("travel").page
    assert isinstance(page, TravelPage)
    for field, text in ((page.start, "Place MIN"), (page.end, "Place HTL"), (page.minutes, "25")):
        give_keyboard(field)
        type_text(text, Qt.Key.Key_Return)
    click(page, "Add the way")
    (there,) = desk.plan.rows(TravelTime)
    assert there[1:5] == (MINISTRY.id, HOTEL.id, 25, None)
    rows = page.table.rows
    assert rows.setData(rows.index_of(f"{MINISTRY.id}>{HOTEL.id}", rows.column_of("back")), "own")
    assert len(desk.plan.rows(TravelTime)) == 2
    page.table.selectAll()
    click(page, "Back to the rulebook")
    assert desk.plan.rows(TravelTime) == ()


def test_a_way_needs_both_its_places(desk: Desk, opened: OpenSettings) -> None:
    dialog = opened("travel")
    assert isinstance(dialog.page, TravelPage)
    click(dialog.page, "Add the way")
    assert dialog.refusal.text() == "Choose both places by their names."
    assert desk.session.undo_label is None


def test_holidays_wait_beside_their_page_until_they_are_decided(desk: Desk, opened: OpenSettings, qtbot: QtBot) -> None:
    dialog = opened("holidays")
    page, before = dialog.page, desk.plan
    assert isinstance(page, HolidaysPage)
    qtbot.waitUntil(lambda: page_title(dialog) == "Holidays · 1 not decided")
    assert page.hint.text().startswith("1 holiday falls into the visit, and nobody has decided")
    assert "C9" not in checks_of(desk)
    page.table.selectRow(0)
    click(page, "Accept")
    assert ([row.name for row in desk.plan.rows(Holiday)], "C9" in checks_of(desk)) == (["Independence Day"], True)
    qtbot.waitUntil(lambda: page_title(dialog) == "Holidays")
    click(page, "Decline")
    assert (desk.plan.rows(Holiday), "C9" in checks_of(desk)) == ((), False)
    click(page, "Decide later")
    assert desk.plan == before
    click(page, "Accept all that are open")
    assert len(desk.plan.rows(Holiday)) == 1
    assert desk.undo()
    click(page, "Decline all that are open")
    assert page.hint.text().startswith("All is decided.")


def page_title(dialog: VisitSettings) -> str:
    pages = dialog.findChild(QListWidget)
    assert isinstance(pages, QListWidget)
    return pages.item(PAGES.index("holidays")).text()


def test_a_day_of_the_city_is_added_by_hand_and_removed(desk: Desk, opened: OpenSettings) -> None:
    dialog = opened("holidays")
    page, before = dialog.page, desk.plan
    assert isinstance(page, HolidaysPage)
    page.on.setDate(QDate(2017, 8, 14))
    page.name.setFocus()
    type_text("Day of the city", Qt.Key.Key_Return)
    assert [row[1:] for row in desk.plan.rows(Holiday)] == [("2017-08-14", "Day of the city", "")]
    assert dialog.isVisible(), "Enter does not close the dialog"
    page.table.selectRow(0)
    click(page, "Remove")
    assert desk.plan == before


def test_a_reader_is_written_to_in_a_language_of_his_own(desk: Desk, opened: OpenSettings) -> None:
    page = opened("readers").page
    assert isinstance(page, ReadersPage)
    rows = page.table.rows
    index = rows.index_of(GUEST.id, rows.column_of("language"))
    assert index.data() == "as the visit: English"
    assert rows.setData(index, "az")
    assert (desk.plan.find(Participant, GUEST.id).language, index.data()) == ("az", "Azerbaijani")
    assert rows.setData(index, "")
    assert desk.plan.find(Participant, GUEST.id).language is None


def test_the_marking_line_is_set_in_the_form_that_details_have_too(desk: Desk, opened: OpenSettings) -> None:
    page = opened("outgoing").page
    assert isinstance(page, RowForm)
    page.editors["marking"].setFocus()
    type_text("Not for distribution", Qt.Key.Key_Tab)
    assert desk.plan.visit.marking == "Not for distribution"


def test_a_plan_that_is_only_read_can_be_looked_at(open_desk: OpenDesk, opened: OpenSettings) -> None:
    dialog = opened("dates", open_desk(a_small_plan(), read_only=True))
    for name in ("rules", "travel", "holidays", "readers"):
        dialog.show_page(name)
        QApplication.processEvents()
        enabled = [each.text() for each in dialog.page.findChildren(QPushButton) if each.isEnabled() and each.text()]
        assert enabled == []


def test_tab_leads_from_the_table_to_the_buttons(desk: Desk, opened: OpenSettings) -> None:
    page = opened("rules").page
    assert isinstance(page, RulesPage)
    assert desk.session.undo_label is None
    give_keyboard(page.table)
    page.table.selectRow(1)
    press(Qt.Key.Key_Tab)
    assert not page.table.hasFocus()
