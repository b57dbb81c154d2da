"""Desks on a plan of the test's own, closed after it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from delegation_planner.plan.kinds import Language
from delegation_planner.plan.plan import Plan
from delegation_planner.screen.desk import Desk
from tests.screen.desks import a_desk

OpenDesk = Callable[..., Desk]


@pytest.fixture
def open_desk(tmp_path: Path, qtbot: QtBot) -> Iterator[OpenDesk]:
    """Open a desk on a plan: `open_desk(plan, language="id")`."""
    desks: list[Desk] = []

    def open_one(plan: Plan, language: Language = "en") -> Desk:
        folder = tmp_path / str(len(desks))
        folder.mkdir()
        desks.append(a_desk(plan, folder, language))
        return desks[-1]

    yield open_one
    for desk in desks:
        desk.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert qtbot is not None
