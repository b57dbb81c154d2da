"""What is imported while nobody waits."""

import sys
from importlib.util import find_spec

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from delegation_planner.screen import imports_ahead
from delegation_planner.screen.imports_ahead import LATER, ImportsAhead


@pytest.mark.parametrize("name", LATER)
def test_each_is_there_to_be_imported(name: str) -> None:
    assert find_spec(name) is not None


def test_they_are_imported_one_after_the_other(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("colorsys", "stringprep"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.setattr(imports_ahead, "LATER", ("sys", "colorsys", "stringprep"))
    parent = QObject()
    ahead = ImportsAhead(parent)
    ahead.import_next()
    assert "colorsys" in sys.modules
    assert "stringprep" not in sys.modules
    qtbot.waitUntil(lambda: not ahead.isActive())
    assert "stringprep" in sys.modules
