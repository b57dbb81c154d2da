"""At 1280 x 720, in both languages: no form is pushed wider than its pane, and a sentence gives way whole."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QScrollArea, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from delegation_planner.plan.kinds import Language
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.screen.actions import PANES
from delegation_planner.screen.giving_way import WordsOrIcon
from delegation_planner.screen.labels import OneLine
from delegation_planner.screen.main_window import FIRST, SMALLEST, MainWindow
from delegation_planner.screen.schedule.pane import VIEWS
from tests.screen.panes import shown
from tests.screen.windows import a_window, some_surroundings
from tests.shots.dialogs import dialogs
from tests.shots.selections import selections


def too_wide(window: MainWindow) -> list[str]:
    """What is seen of a pane that reaches beyond it."""
    assert window.panes is not None
    found = []
    for name in PANES:
        pane = window.panes.panes[name]
        for area in pane.findChildren(QScrollArea):
            form = area.widget()
            if area.isVisible() and form is not None and form.minimumSizeHint().width() > area.viewport().width():
                found.append(f"{name}: {form.minimumSizeHint().width()} in {area.viewport().width()}")
    return found


@pytest.mark.usefixtures("qtbot")
@pytest.mark.parametrize("language", ["en", "id"])
def test_no_form_is_wider_than_its_pane(tmp_path: Path, language: Language) -> None:
    with a_window(tmp_path, language) as window:
        window.resize(1280, 720)
        found = {}
        for name, _ in selections(window):
            window.complete()
            QApplication.processEvents()
            found[name] = too_wide(window)
        assert {name: forms for name, forms in found.items() if forms} == {}
        assert len(found) > 20


@pytest.mark.usefixtures("qtbot")
@pytest.mark.parametrize("language", ["en", "id"])
def test_the_tabs_of_every_item_are_there_without_scrolling(tmp_path: Path, language: Language) -> None:
    with a_window(tmp_path, language) as window:
        window.complete()
        assert window.desk is not None
        assert window.panes is not None
        whole: dict[int, bool] = {}
        for width, height in ((1440, 900), (1280, 720)):
            window.resize(width, height)
            for item in window.desk.plan.rows(ProgrammeItem):
                window.desk.selection.choose(ProgrammeItem, (item.id,))
                QApplication.processEvents()
                bar = window.panes.panes["details"].page.tabs.tabBar()  # type: ignore[attr-defined]
                assert [arrow for arrow in bar.findChildren(QToolButton) if arrow.isVisible()] == []
                fits = bar.sizeHint().width() <= bar.width()
                assert all(fits or bar.tabToolTip(at) == bar.tabText(at) for at in range(bar.count()))
                whole[width] = fits and whole.get(width, True)
        assert whole == {1440: True, 1280: True}, "no title is cut"


def test_a_sentence_without_room_is_whole_in_its_tool_tip(qtbot: QtBot) -> None:
    line = OneLine()
    line.show_text("The dates are not fixed. Items keep their day number and local time.")
    holder = shown(qtbot, QWidget(), 120, 30)
    line.setParent(holder)
    line.setGeometry(0, 0, 120, 30)
    line.show()
    assert line.minimumSizeHint().width() < 120 < line.sizeHint().width()
    assert (line.text(), line.toolTip()) == (line.toolTip(), line.text())
    cut = line.grab().toImage()
    line.setGeometry(0, 0, line.sizeHint().width(), 30)
    whole = line.grab().toImage().copy(0, 0, cut.width(), cut.height())
    assert cut != whole, "it ends in an ellipsis"


def test_a_sentence_without_room_says_what_matters_where_that_is_shorter(qtbot: QtBot) -> None:
    line = OneLine()
    qtbot.addWidget(line)
    line.show_text(
        "The dates are open: items keep their time, exports say TENTATIVE.", shorter="Exports say TENTATIVE."
    )
    room = line.fontMetrics().horizontalAdvance(line.text())
    assert line.shown_in(room) == line.text()
    assert line.shown_in(room - 1) == "Exports say TENTATIVE."
    assert line.shown_in(40).endswith("…")


def without_room(dialog: QDialog) -> list[str]:
    """The buttons and sentences of a dialog that are cut."""
    buttons = [
        button.text()
        for button in dialog.findChildren(QAbstractButton)
        if button.text() and button.isVisible() and button.width() < button.sizeHint().width()
    ]
    sentences = [
        label.text()
        for label in dialog.findChildren(QLabel)
        if label.wordWrap() and label.isVisible() and label.height() < label.heightForWidth(label.width())
    ]
    return buttons + sentences


@pytest.mark.usefixtures("qtbot")
@pytest.mark.parametrize("language", ["en", "id"])
def test_every_dialog_has_room_for_its_words_however_small_it_is_made(tmp_path: Path, language: Language) -> None:
    with a_window(tmp_path, language) as window:
        found = {}
        for name, dialog in dialogs(window):
            dialog.show()
            dialog.resize(dialog.minimumSize().expandedTo(dialog.minimumSizeHint()))
            QApplication.processEvents()
            found[name] = without_room(dialog)
            dialog.close()
            dialog.deleteLater()
        assert {name: words for name, words in found.items() if words} == {}


@pytest.mark.usefixtures("qtbot")
@pytest.mark.parametrize("language", ["en", "id"])
def test_no_tool_of_the_schedule_says_a_part_of_its_words(tmp_path: Path, language: Language) -> None:
    with a_window(tmp_path, language) as window:
        panes = window.panes
        assert panes is not None
        for width in (1280, 1440, 1024, 1700):
            window.resize(width, 720)
            for view in VIEWS:
                panes.schedule.show_view(view)
                for _ in range(3):  # each turn may lay out what the last one changed
                    QApplication.processEvents()
                tools = [tool for tool in panes.schedule.findChildren(WordsOrIcon) if tool.isVisible()]
                spoken = [tool for tool in tools if tool.shows_words]
                assert [tool.text() for tool in spoken if tool.width() < tool.sizeHint().width()] == []
                assert all(tool.toolTip() and tool.accessibleName() for tool in tools)
                assert width < 1700 or spoken == tools, "where there is room, all words are said"


@pytest.mark.usefixtures("qtbot")
def test_the_first_window_is_no_larger_than_the_screen(tmp_path: Path) -> None:
    window = MainWindow(some_surroundings(tmp_path), "en")
    screen = window.screen().availableSize()
    assert screen.width() < FIRST[0]
    assert (window.width(), window.height()) == (max(screen.width(), SMALLEST[0]), min(screen.height(), FIRST[1]))
    window.deleteLater()
