"""Desks for tests of panes: a plan in a real file, the real theme, settings of their own."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from PySide6.QtWidgets import QApplication

from delegation_planner.plan.kinds import Language
from delegation_planner.plan.plan import Plan
from delegation_planner.planfile.plan_file import PlanFile
from delegation_planner.resource_files import catalogue_folder, icons_folder, read_rulebook
from delegation_planner.screen.desk import Desk
from delegation_planner.screen.settings import Settings
from delegation_planner.screen.theme import Theme
from delegation_planner.session.plan_session import PlanSession
from delegation_planner.words.words import Catalogues
from tests.builders import new_ids

NOW = datetime(2017, 7, 10, 2, 0, tzinfo=UTC)


def a_theme(folder: Path) -> Theme:
    """The theme of the one application, light, its pictures in the folder. To dress an application takes long."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme = Theme(app, icons_folder(), folder / "pictures")
    theme.use("light")
    return theme


def a_desk(
    plan: Plan,
    folder: Path,
    theme: Theme,
    language: Language = "en",
    now: Callable[[], datetime] = lambda: NOW,
    *,
    read_only: bool = False,
) -> Desk:
    """A desk on a new file that holds this plan."""
    store = PlanFile.create(folder / "test.visit", plan)
    if read_only:
        store.close()
        store = PlanFile.open(folder / "test.visit", read_only=True)
    session = PlanSession(store, new_id=new_ids("desk"), now=now)
    return Desk(
        session,
        words=Catalogues(catalogue_folder()).words(language),
        rulebook=cache(read_rulebook),
        theme=theme,
        settings=Settings(folder / "settings.ini"),
        now=now,
        open_folder=folder / "open",
    )
