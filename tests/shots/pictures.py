"""Every picture in its order: each state of the window, then each dialog."""

from collections.abc import Iterator
from typing import Final

from PySide6.QtWidgets import QMenu, QWidget

from delegation_planner.screen.editions.draft_watch import watch_of
from delegation_planner.screen.main_window import MainWindow
from tests.shots.dialogs import dialogs
from tests.shots.panels import panels
from tests.shots.plans import other_plans
from tests.shots.schedule import schedule
from tests.shots.selections import selections
from tests.shots.taking import wait_until
from tests.shots.troubles import troubles

SIZES: Final = {"1440": (1440, 900), "1280": (1280, 720)}
Pictures = Iterator[tuple[str, QWidget]]


def pictures(window: MainWindow) -> Pictures:
    """A picture is taken before the next is asked for."""
    yield from of_the_window_alone(window)
    window.resize(*SIZES["1440"])
    yield from selections(window)
    yield from schedule(window)
    yield from menus(window)
    yield from panels(window)
    for name, dialog in dialogs(window):
        dialog.show()
        yield name, dialog
        dialog.close()
        dialog.deleteLater()
    yield from troubles(window)
    yield from other_plans(window)


def of_the_window_alone(window: MainWindow) -> Pictures:
    """The window as it opens, at both sizes that it is made for."""
    assert window.desk is not None
    watch = watch_of(window.desk)
    wait_until(lambda: watch.is_settled)
    for name, size in SIZES.items():
        window.resize(*size)
        yield f"window-{name}", window


def menus(window: MainWindow) -> Pictures:
    """Every menu, opened; the names of the pictures stay the same in every language."""
    for number, action in enumerate(window.menuBar().actions(), 1):
        menu = action.menu()
        assert isinstance(menu, QMenu)
        menu.popup(window.mapToGlobal(window.rect().topLeft()))
        yield f"menu-{number}", menu
        menu.close()
