"""Panes come and go with the language; what is gone hears of nothing any more."""

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QFrame
from pytestqt.qtbot import QtBot

from delegation_planner.plan.edits.visit import edit_visit
from delegation_planner.resource_files import read_sample
from delegation_planner.screen.details.pane import DetailsPane
from delegation_planner.screen.documents.pane import DocumentsPane
from delegation_planner.screen.findings.pane import FindingsPane
from delegation_planner.screen.participants.pane import ParticipantsPane
from delegation_planner.screen.schedule.rundown import RundownView
from delegation_planner.session.store import Label
from tests.screen.conftest import OpenDesk

PANES: list[type[QFrame]] = [RundownView, ParticipantsPane, DocumentsPane, FindingsPane, DetailsPane]


@pytest.mark.parametrize("make", PANES)
def test_a_pane_that_is_gone_hears_of_no_change(open_desk: OpenDesk, qtbot: QtBot, make: type) -> None:
    desk = open_desk(read_sample(fixed=True))
    pane = make(desk)
    pane.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    with qtbot.captureExceptions() as raised:
        desk.theme.use("dark")
        desk.theme.use("light")
        assert desk.edit(Label("edit_visit"), edit_visit(desk.plan, {"title_en": "Another"}))
        desk.selection.choose(type(desk.plan.visit), [desk.plan.visit.id])
    assert raised == []
