"""What a closed plan leaves behind goes; what an open one holds is not searched again and again."""

import gc
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from delegation_planner.plan.collector import collector_paused
from delegation_planner.screen.tidying import Tidying, search_little_by_little
from tests.screen.windows import a_window


class Held:
    """What a pane shows."""


class Pane(QObject):
    """Holds itself, as by a verb of its own."""

    def __init__(self, parent: QObject | None) -> None:
        super().__init__(parent)
        self.held = Held()
        self.verb = lambda: self


class Ring:
    """Holds itself."""

    def __init__(self) -> None:
        self.itself = self


def test_garbage_is_found_and_the_rest_taken_for_good(qtbot: QtBot) -> None:
    assert qtbot is not None
    parent = QObject()
    tidying = Tidying(parent)
    ring = Ring()
    gone = weakref.ref(Ring())
    tidying.tidy()
    assert gone() is None
    taken = weakref.ref(ring)
    del ring
    gc.collect()
    assert taken() is not None
    tidying.look_everywhere()
    assert tidying.is_due
    tidying.take_for_good()  # not before the search
    tidying.tidy()
    assert taken() is None


@contextmanager
def at_each_search(ask: Callable[[], bool]) -> Iterator[list[bool]]:
    """What the answer is when Python begins to search everything."""
    answers: list[bool] = []

    def note(phase: str, told: dict[str, int]) -> None:
        if phase == "start" and told["generation"] == 2:
            answers.append(ask())

    gc.callbacks.append(note)
    try:
        yield answers
    finally:
        gc.callbacks.remove(note)


def test_what_qt_has_deleted_lets_go_of_all_it_held(qtbot: QtBot) -> None:
    assert qtbot is not None
    parent = QObject()
    tidying = Tidying(parent)
    pane, other = Pane(None), Pane(None)
    inside = Pane(pane)
    held, kept = weakref.ref(inside.held), weakref.ref(other.held)
    tidying.part_with([pane])
    tidying.part_with([other])
    shiboken6.delete(pane)
    with collector_paused():
        assert held() is not None
        tidying.empty()
        assert held() is None
    assert kept() is not None  # it is not gone
    assert inside is not None


def test_the_rows_of_a_closed_plan_go_without_a_search(tmp_path: Path, qtbot: QtBot) -> None:
    with a_window(tmp_path) as window:
        window.complete()
        qtbot.waitUntil(lambda: not window.tidying.is_due)
        assert window.desk is not None
        session = weakref.ref(window.desk.session)
        with collector_paused(), at_each_search(lambda: session() is None) as were_gone:
            window.close_plan()
            assert session() is not None
            qtbot.waitUntil(lambda: bool(were_gone))
        assert were_gone == [True]


def test_a_closed_plan_goes(tmp_path: Path, qtbot: QtBot) -> None:
    with a_window(tmp_path) as window:
        window.complete()
        QApplication.processEvents()
        window.tidying.tidy()
        assert window.desk is not None
        desk, plan = weakref.ref(window.desk), weakref.ref(window.desk.session)
        window.close_plan()

        def is_gone() -> bool:
            window.tidying.look_everywhere()
            window.tidying.tidy()
            return desk() is None and plan() is None

        qtbot.waitUntil(is_gone)  # what was to be made for the panes in idle moments holds them that long


@pytest.fixture
def little_by_little() -> Iterator[None]:
    before = gc.get_threshold()
    search_little_by_little()
    yield
    gc.set_threshold(*before)


@pytest.mark.usefixtures("little_by_little")
def test_what_has_been_there_for_a_while_is_searched_when_the_window_asks(qtbot: QtBot) -> None:
    assert qtbot is not None
    parent = QObject()
    tidying = Tidying(parent)
    gc.collect()
    gone = weakref.ref(Ring())
    gc.collect(1)  # it has been there for a while
    with at_each_search(lambda: True) as found:
        tidying.search_what_is_new()
        assert found == []  # not worth it yet
        some = [[Ring()] for _ in range(100_000)]
        assert found == []
        tidying.search_what_is_new()
        assert found == [True]
    assert len(some) == 100_000
    assert gone() is None
