"""Holidays about which nobody has decided are told above the schedule until somebody does."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from delegation_planner.plan.edits.visit import edit_visit
from delegation_planner.screen import workers
from delegation_planner.screen.schedule.holidays_banner import HolidaysBanner
from delegation_planner.screen.visit_settings.dialog import VisitSettings
from delegation_planner.screen.visit_settings.holidays_page import HolidaysPage
from delegation_planner.session.store import Label
from tests.screen.windows import a_window

PATIENCE = 20_000


def said(banner: HolidaysBanner) -> str:
    return "" if banner.isHidden() else banner.banner.sentence


def test_a_holiday_waits_above_the_schedule_until_it_is_decided(tmp_path: Path, qtbot: QtBot) -> None:
    with a_window(tmp_path) as window:
        window.complete()
        assert window.desk is not None
        assert window.panes is not None
        desk, banner = window.desk, window.panes.schedule.holidays
        banner.timer.setInterval(0)
        desk.judged.emit()
        qtbot.waitUntil(lambda: workers.under_way() == 0)
        banner.timer.setInterval(2 * PATIENCE)  # what follows is not waited for
        assert said(banner) == ""
        label, plan = Label("edit_visit"), desk.plan
        assert desk.edit(label, edit_visit(plan, {"dates": "fixed", "anchor_date": "2017-12-24"}))
        qtbot.waitUntil(lambda: said(banner) != "", timeout=PATIENCE)
        assert said(banner).startswith("1 holiday falls into the visit, and nobody has decided")
        banner.banner.pressed.emit()
        dialog = window.findChild(VisitSettings)
        assert dialog is not None
        page = dialog.page
        assert isinstance(page, HolidaysPage)
        assert page.decline_all.isEnabled()
        page.decline_all.click()
        qtbot.waitUntil(lambda: said(banner) == "", timeout=PATIENCE)
        dialog.accept()
