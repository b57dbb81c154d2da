"""Whoever has no mouse reaches every command, every pane, every field and every answer."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QPushButton, QWidget

from delegation_planner.plan.document import Document
from delegation_planner.plan.kinds import Language
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.screen.actions import PANES
from delegation_planner.screen.main_window import MainWindow
from delegation_planner.screen.menu_letters import without_letter
from tests.screen.windows import a_window
from tests.shots.dialogs import dialogs

pytestmark = pytest.mark.usefixtures("qtbot")
LANGUAGES: tuple[Language, ...] = ("en", "id")
MOST_LETTERS = 26
MOST_TABS = 200
MOST_PLACES = 6


def menus_below(actions: list[QAction]) -> Iterator[tuple[str, list[QAction]]]:
    """The entries of each menu as it opens, with those of the menus in it."""
    for action in actions:
        menu = action.menu()
        if isinstance(menu, QMenu):
            menu.aboutToShow.emit()
            entries = [entry for entry in menu.actions() if not entry.isSeparator()]
            yield without_letter(action.text()), entries
            yield from menus_below(entries)


def letter(action: QAction) -> str:
    text = action.text().replace("&&", "")
    return text[text.index("&") + 1].casefold() if "&" in text else ""


@pytest.mark.parametrize("view", ["grid", "rundown", "attendance"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_entry_of_every_menu_has_a_letter_of_its_own(tmp_path: Path, language: Language, view: str) -> None:
    with a_window(tmp_path, language) as window:
        window.complete()
        assert window.panes is not None
        window.panes.show_schedule_as(view)
        bar = window.menuBar().actions()
        every = [("the menu bar", bar), *menus_below(bar)]
        assert len(every) > len(bar)
        for name, entries in every:
            letters = [letter(entry) for entry in entries]
            without = [entry.text() for entry in entries if not letter(entry)]
            twice = [each for each, count in Counter(letters).items() if each and count > 1]
            assert (name, without[: -(len(entries) - MOST_LETTERS) or None], twice) == (name, [], [])


@pytest.mark.parametrize("view", ["grid", "rundown", "attendance"])
def test_no_keys_mean_two_things(tmp_path: Path, view: str) -> None:
    """Keys of the window are nobody else's; those of panes are one command's in each pane."""
    with a_window(tmp_path) as window:
        window.complete()
        assert window.panes is not None
        window.panes.show_schedule_as(view)
        of_the_window = [key for action in window_wide(window) for key in keys(action)]
        assert [key for key, count in Counter(of_the_window).items() if count > 1] == []
        for name, pane in window.panes.panes.items():
            own = [key for action in pane.actions() for key in keys(action)]
            assert (name, [key for key, count in Counter(own).items() if count > 1]) == (name, [])
            assert (name, sorted(set(own) & set(of_the_window))) == (name, [])


def keys(action: QAction) -> list[str]:
    return [keys.toString() for keys in action.shortcuts()]


def window_wide(window: MainWindow) -> list[QAction]:
    entries = [entry for _, entries in menus_below(window.menuBar().actions()) for entry in entries]
    return [entry for entry in entries if entry.shortcutContext() == Qt.ShortcutContext.WindowShortcut]


@pytest.mark.parametrize("view", ["grid", "rundown", "attendance"])
def test_whatever_a_context_menu_offers_stands_in_the_menus_too(tmp_path: Path, view: str) -> None:
    with a_window(tmp_path) as window:
        window.complete()
        assert window.panes is not None
        window.panes.show_schedule_as(view)
        listed = [entry for _, entries in menus_below(window.menuBar().actions()) for entry in entries]
        offering = [
            widget
            for name in ("participants", "schedule", "documents", "findings")
            for widget in window.panes.panes[name].findChildren(QWidget)
            if widget.contextMenuPolicy() == Qt.ContextMenuPolicy.ActionsContextMenu and widget.isVisible()
        ]
        offered = [action for widget in offering for action in widget.actions() if not action.isSeparator()]
        own = window.panes.panes["findings"].actions()
        assert [action.text() for action in offered if action not in listed and action not in own] == []
        assert len(offering) >= 2 + (view != "grid")


def test_f6_goes_from_pane_to_pane_and_back(tmp_path: Path) -> None:
    with a_window(tmp_path) as window:
        window.complete()
        activate(window)
        assert window.panes is not None
        window.panes.go_to("participants")
        there = [pressed(window, Qt.Key.Key_F6) for _ in PANES]
        back = [pressed(window, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier) for _ in PANES]
        order = list(PANES)
        assert there == [*order[1:], order[0]]
        assert back == [*reversed(order)]
        window.panes.show_pane("documents", shown=False)
        assert [pressed(window, Qt.Key.Key_F6) for _ in range(2)] == ["schedule", "findings"]


def pressed(window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> str:
    """The pane in which the keyboard is after a key."""
    QTest.keyClick(QApplication.focusWidget() or window, key, modifier)
    assert window.panes is not None
    here = window.panes.with_focus()
    return next((name for name, pane in window.panes.panes.items() if pane is here), "")


def activate(window: QWidget) -> None:
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)


@pytest.mark.parametrize("kind", [ProgrammeItem, Participant, Document])
def test_tab_goes_through_all_that_is_seen_in_the_details(
    tmp_path: Path, kind: type[ProgrammeItem | Participant | Document]
) -> None:
    with a_window(tmp_path) as window:
        window.complete()
        activate(window)
        assert window.desk is not None
        assert window.panes is not None
        window.desk.selection.choose(kind, [window.desk.plan.rows(kind)[1].id])
        QApplication.processEvents()
        details = window.panes.panes["details"]
        window.panes.go_to("details")
        found = walked(details)
        missed = [widget for widget in reachable(details) if widget not in found]
        assert [f"{type(widget).__name__} {widget.accessibleName()}" for widget in missed] == []


def reachable(root: QWidget) -> list[QWidget]:
    """What can be reached by Tab below a widget: it is seen, can be used, and is nobody's inner field."""
    return [
        widget
        for widget in root.findChildren(QWidget)
        if (widget.focusPolicy() & Qt.FocusPolicy.TabFocus) == Qt.FocusPolicy.TabFocus
        and widget.isVisibleTo(root.window())
        and widget.isEnabled()
        and widget.focusProxy() is None
    ]


def walked(root: QWidget) -> list[QWidget]:
    """Where Tab leads, until it leaves the widget or is back at the first; a field may have several places in it."""
    found: list[QWidget] = []
    here = QApplication.focusWidget()
    while here is not None and root.isAncestorOf(here) and here not in found:
        found += [here, *(proxied for proxied in ancestors(here, root) if proxied.focusProxy() is here)]
        assert len(found) < MOST_TABS, "Tab does not come to an end"
        for _ in range(MOST_PLACES):
            if QApplication.focusWidget() is here:
                QTest.keyClick(here, Qt.Key.Key_Tab)
        here = QApplication.focusWidget()
    return found


def ancestors(widget: QWidget, root: QWidget) -> Iterator[QWidget]:
    above = widget.parentWidget()
    while above is not None and above is not root:
        yield above
        above = above.parentWidget()


@pytest.mark.parametrize("language", LANGUAGES)
def test_tab_goes_through_every_dialog_from_above_to_below(tmp_path: Path, language: Language) -> None:
    with a_window(tmp_path, language) as window:
        for name, dialog in dialogs(window):
            show(dialog)
            found = walked(dialog)
            missed = [widget for widget in reachable(dialog) if widget not in found]
            assert (name, missed) == (name, [])
            for column in columns(name, found, dialog):
                tops = [top(widget, dialog) for widget in column]
                first = tops.index(min(tops))
                assert (name, tops[first:] + tops[:first]) == (name, sorted(tops))
            put_away(dialog)


def columns(name: str, found: list[QWidget], dialog: QDialog) -> list[list[QWidget]]:
    """Preview and settings have what is chosen at the left of what is shown; other dialogs are one column."""
    if not name.startswith("preview") and not name.startswith("settings"):
        return [found]
    left = [widget for widget in found if widget.mapTo(dialog, QPoint(0, 0)).x() < dialog.width() // 5]
    return [left, [widget for widget in found if widget not in left]]


def top(widget: QWidget, dialog: QDialog) -> int:
    """In which row of the dialog a widget stands: what lies beside it counts as one row with it."""
    return (widget.mapTo(dialog, QPoint(0, widget.height() // 2)).y()) // 24


@pytest.mark.parametrize("language", LANGUAGES)
def test_esc_closes_every_dialog_and_enter_takes_the_one_main_verb(tmp_path: Path, language: Language) -> None:
    with a_window(tmp_path, language) as window:
        for name, dialog in dialogs(window):
            show(dialog)
            main = [button for button in dialog.findChildren(QPushButton) if button.isVisible() and button.isDefault()]
            has_none = name.startswith(("guide", "preview", "settings"))  # what is typed is done already
            assert (name, len(main)) == (name, 0 if has_none else 1)
            assert all(button.property("look") == "main" for button in main)
            QTest.keyClick(QApplication.focusWidget() or dialog, Qt.Key.Key_Escape)
            assert (name, dialog.isVisible(), dialog.result()) == (name, False, dialog.DialogCode.Rejected)
            put_away(dialog)


def show(dialog: QDialog) -> None:
    dialog.show()
    activate(dialog)
    QApplication.processEvents()


def put_away(dialog: QDialog) -> None:
    dialog.close()
    dialog.deleteLater()
