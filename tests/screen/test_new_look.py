"""A window that gets another look is at once as one that began in it, and nothing in it has moved."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QVariantAnimation
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QScrollBar
from pytestqt.qtbot import QtBot

from delegation_planner.plan.participant import Participant
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.screen.main_window import MainWindow
from delegation_planner.screen.theme import Scheme
from tests.screen.windows import a_window

MORNING = datetime(2017, 7, 10, 5, 0, tzinfo=UTC)
Deed = Callable[[MainWindow], object]


def picture(folder: Path, scheme: Scheme, *deeds: Deed) -> QImage:
    """What is seen of a window that began in a look, after these deeds."""
    with a_window(folder / "-".join([scheme, *(deed.__name__ for deed in deeds)]), now=MORNING, shown=False) as window:
        window.around.theme.use(scheme)
        window.show()
        window.complete()
        settle(window)
        for deed in deeds:
            deed(window)
            stop_sliding(window)
            QApplication.processEvents()
        seen = window.grab().toImage()
        window.around.theme.use("light")
        window.around.theme.dressing.finish()
    return seen


def settle(window: MainWindow) -> None:
    """Have the lists laid out that would be in a moment."""
    QApplication.processEvents()
    stop_sliding(window)
    for view in window.findChildren(QAbstractItemView):
        view.doItemsLayout()
    QApplication.processEvents()


def stop_sliding(window: MainWindow) -> None:
    """Have the grid where it is sliding to."""
    for slide in window.findChildren(QVariantAnimation):
        slide.setCurrentTime(slide.duration())


def choose_an_item(window: MainWindow) -> None:
    assert window.desk is not None
    window.desk.selection.choose(ProgrammeItem, [window.desk.plan.rows(ProgrammeItem)[3].id])


def choose_a_person(window: MainWindow) -> None:
    assert window.desk is not None
    window.desk.selection.choose(Participant, [window.desk.plan.rows(Participant)[2].id])


def scroll_to_the_ends(window: MainWindow) -> None:
    for bar in window.findChildren(QScrollBar):
        if bar.isVisible():
            bar.setValue(bar.maximum())


def turn_dark(window: MainWindow) -> None:
    window.use_look("dark")
    window.around.theme.dressing.finish()
    QApplication.processEvents()


def turn_light(window: MainWindow) -> None:
    window.use_look("light")
    window.around.theme.dressing.finish()
    QApplication.processEvents()


@pytest.mark.usefixtures("qtbot")
@pytest.mark.parametrize("before", [(settle,), (choose_an_item, scroll_to_the_ends)], ids=["just opened", "worked in"])
def test_everything_seen_is_in_the_new_look_at_once(tmp_path: Path, before: tuple[Deed, ...]) -> None:
    assert picture(tmp_path, "light", *before, turn_dark) == picture(tmp_path, "dark", *before)


@pytest.mark.usefixtures("qtbot")
def test_the_look_before_comes_back_as_it_was(tmp_path: Path) -> None:
    before = picture(tmp_path, "light", choose_an_item, scroll_to_the_ends)
    assert picture(tmp_path, "light", choose_an_item, scroll_to_the_ends, turn_dark, turn_light) == before


@pytest.mark.usefixtures("qtbot")
def test_what_was_hidden_is_in_the_new_look_when_it_is_shown(tmp_path: Path) -> None:
    after = picture(tmp_path, "dark", choose_a_person, choose_an_item, choose_a_person)
    assert picture(tmp_path, "light", choose_a_person, choose_an_item, turn_dark, choose_a_person) == after


def test_the_pictures_tell_looks_apart(tmp_path: Path, qtbot: QtBot) -> None:
    assert qtbot is not None
    light = picture(tmp_path, "light")
    assert picture(tmp_path, "light", turn_dark) != light


def test_a_pane_stands_where_its_frame_begins(tmp_path: Path, qtbot: QtBot) -> None:
    assert qtbot is not None
    with a_window(tmp_path) as window:
        window.complete()
        assert window.panes is not None
        for name in ("participants", "findings", "documents", "details"):
            frame = window.panes.panes[name].parentWidget()
            assert isinstance(frame, QFrame)
            assert frame.frameWidth() == 0
