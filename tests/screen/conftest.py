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
from delegation_planner.screen.theme import Theme
from tests.screen.desks import a_desk, a_theme

OpenDesk = Callable[..., Desk]


@pytest.fixture(scope="session")
def theme(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Theme:
    """The light look, put on once."""
    assert qapp is not None
    return a_theme(tmp_path_factory.mktemp("theme"))


@pytest.fixture
def open_desk(tmp_path: Path, theme: Theme, qtbot: QtBot) -> Iterator[OpenDesk]:
    """Open a desk on a plan: `open_desk(plan, language="id")`."""
    assert qtbot is not None
    desks: list[Desk] = []

    def open_one(plan: Plan, language: Language = "en", *, read_only: bool = False) -> Desk:
        folder = tmp_path / str(len(desks))
        folder.mkdir()
        desks.append(a_desk(plan, folder, theme, language, read_only=read_only))
        return desks[-1]

    yield open_one
    for desk in desks:
        desk.close()
        desk.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
