"""The panels that lie over the window, opened for what is open in it now."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from delegation_planner.screen.edit_verbs import commit_typing

if TYPE_CHECKING:
    from pathlib import Path

    from delegation_planner.screen.main_window import MainWindow
    from delegation_planner.screen.visit_settings.dialog import PageName


def show_welcome(window: "MainWindow", explore: Callable[[], object], speak: Callable[[str], object]) -> None:
    """The first panel."""
    from delegation_planner.screen.dialogs.welcome import Welcome

    files = window.files
    welcome = Welcome(
        window,
        window.around,
        window.words,
        steps=(explore, files.new_visit, files.open),
        recent=files.recent.paths(),
        open_path=window.open_path,
        speak=speak,
    )
    window.over.show(welcome)


def show_export(window: "MainWindow", closed: Callable[[], None]) -> None:
    """The panel from which files are handed out, while a plan is open."""
    if window.desk is None or window.tool_bar is None:
        return
    from delegation_planner.screen.dialogs.export_panel import ExportPanel

    commit_typing()
    around = window.around
    panel = ExportPanel(window, window.desk, around.hand_out, around.plans_folder, window.tool_bar.export)
    panel.closed.connect(closed)
    window.over.show(panel)


def show_settings(window: "MainWindow", page: "PageName" = "rules") -> None:
    """The visit's own settings at a page, while a plan is open."""
    if window.desk is None:
        return
    from delegation_planner.screen.visit_settings.dialog import VisitSettings

    commit_typing()
    dialog = VisitSettings(window.desk, window, page)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


def show_finder(window: "MainWindow") -> None:
    """The panel that finds people, items, papers, places and commands as one types, while a plan is open."""
    if window.desk is None or window.panes is None or window.tool_bar is None:
        return
    from delegation_planner.screen.finder.find_anything import FindAnything

    commit_typing()
    finder = window.panes.findChild(FindAnything) or FindAnything(window.desk, window.panes)
    window.over.show(finder.panel(window, window.menuBar(), window.tool_bar.find_field))


def show_take_over(window: "MainWindow", original: "Path", copy: "Path") -> None:
    """Show the original, and what the copy beside it brings."""
    window.open_path(original)
    if window.open_plan is not None and window.desk is not None and window.open_plan.path == original:
        window.files.take_over(window.open_plan, window.desk, copy)
