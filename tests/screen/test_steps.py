"""Steps take a turn each, and whoever asks for what they make gets it whole."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from delegation_planner.screen.steps import Built, Steps
from tests.screen.windows import a_window


class House(QObject):
    """Built in two steps; the second one asks for what the first one made."""

    walls = Built[str]()
    roof = Built[str]()

    def __init__(self) -> None:
        super().__init__()
        self.building = Steps(self)
        self.walls = self.roof = "none"
        self.turns: list[str] = []

    def build(self, kind: str) -> None:
        def build_walls() -> None:
            self.turns.append("walls")
            self.walls = f"{kind} walls"

        def build_roof() -> None:
            self.turns.append("roof")
            self.roof = f"a roof on {self.walls}"

        self.building.begin(build_walls, build_roof)


def test_each_step_has_a_turn_of_its_own(qtbot: QtBot) -> None:
    house = House()
    house.build("stone")
    assert house.turns == []
    QApplication.processEvents()
    assert house.turns == ["walls"]
    QApplication.processEvents()
    assert house.turns == ["walls", "roof"]
    assert house.building.is_over
    assert house.roof == "a roof on stone walls"
    qtbot.wait(0)
    assert house.turns == ["walls", "roof"]


def test_who_asks_gets_all_of_it(qtbot: QtBot) -> None:
    house = House()
    house.build("stone")
    assert house.walls == "stone walls"
    assert house.building.is_over
    qtbot.wait(0)
    assert house.turns == ["walls", "roof"]


def test_what_is_begun_anew_takes_the_place_of_what_was_left(qtbot: QtBot) -> None:
    house = House()
    house.build("stone")
    QApplication.processEvents()
    house.build("wood")
    qtbot.waitUntil(lambda: house.building.is_over)
    assert house.turns == ["walls", "walls", "roof"]
    assert house.roof == "a roof on wood walls"


def test_a_step_that_fails_leaves_the_others_to_be_done(qtbot: QtBot) -> None:
    house, done = House(), list[str]()

    def fail() -> None:
        raise ValueError("no stones left")

    house.building.begin(fail, lambda: done.append("roof"))
    with qtbot.captureExceptions() as raised:
        qtbot.waitUntil(lambda: house.building.is_over)
    assert [kind for kind, _error, _trace in raised] == [ValueError]
    assert done == ["roof"]


def test_a_window_that_is_seen_keeps_its_panes_until_the_new_ones_stand(tmp_path: Path, qtbot: QtBot) -> None:
    with a_window(tmp_path) as window:
        window.complete()
        before = window.centre
        window.speak("id")
        assert window.centralWidget() is before
        assert before.isVisible()
        assert not window.updatesEnabled()  # nothing half is shown
        qtbot.waitUntil(lambda: window.building.is_over and window.centre.isVisible())
        assert window.centralWidget() is window.centre
        assert before.isHidden()
        assert window.updatesEnabled()
        assert window.centre.updatesEnabled()


def test_panes_that_others_replace_make_no_more_of_themselves(tmp_path: Path, qtbot: QtBot) -> None:
    with a_window(tmp_path) as window:
        before = window.panes
        assert before is not None
        made: list[str] = []
        before.pane_made.connect(made.append)
        window.speak("id")
        assert window.panes is not None
        qtbot.waitUntil(lambda: window.panes is not None and window.panes.is_complete)
        assert made == []
