"""A day's and a person's programme on the clipboard."""

from PySide6.QtGui import QGuiApplication

from delegation_planner.screen.copied_text import copy_day_as_text, copy_programme_as_text
from tests.builders import a_person, a_plan, a_visit, an_invitation, an_item
from tests.screen.conftest import OpenDesk

GUEST = a_person("A1", name_en="Inam Karimov")
CALL = an_item("01", status="confirmed")
SECRET = an_item("02", disclosure="internal", status="confirmed")


def test_a_day_is_copied_for_the_readers_of_a_level(open_desk: OpenDesk) -> None:
    desk = open_desk(a_plan(CALL, SECRET))
    done: list[str] = []
    desk.done.connect(done.append)
    copy_day_as_text(desk, 1)
    assert QGuiApplication.clipboard().text().split("\n")[1:] == [
        "FOR PROTOCOL OFFICERS ONLY", "Times: WIB (UTC+07)", "", "*Sun 23 Jul*", "09:00 Item 01",
    ]  # fmt: skip
    assert done == ["The text is copied. Paste it into a message."]


def test_a_persons_programme_is_copied_in_the_windows_language(open_desk: OpenDesk) -> None:
    plan = a_plan(GUEST, CALL, SECRET, an_invitation(SECRET, GUEST, "witness"))
    copy_programme_as_text(open_desk(plan, language="id"), GUEST.id)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert (lines[1], lines[-2:]) == ("Inam Karimov", ["*Min, 23 Jul*", "09.00 [en] Item 02 (saksi)"])


def test_a_visit_without_any_date_says_so(open_desk: OpenDesk) -> None:
    desk = open_desk(a_plan(a_visit(dates="window", anchor_date=None), CALL))
    told: list[str] = []
    desk.told.connect(told.append)
    copy_day_as_text(desk, 1)
    assert told == ["The visit has no date yet: set a window or a first day."]
