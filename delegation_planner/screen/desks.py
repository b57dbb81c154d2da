"""Sets up the desk of a window."""

from PySide6.QtCore import QObject

from delegation_planner.screen.desk import Desk
from delegation_planner.screen.surroundings import Surroundings
from delegation_planner.screen.waiting import Waiting
from delegation_planner.session.plan_session import PlanSession
from delegation_planner.words.words import Words


def desk_on(around: Surroundings, session: PlanSession, words: Words, waiting: Waiting, parent: QObject) -> Desk:
    """The desk of a plan that is shown; it has no findings before the window asks for them.

    The window waits for edits of much without standing still.
    """
    desk = Desk(
        session,
        words=words,
        rulebook=around.rulebook,
        judges_later=True,
        theme=around.theme,
        settings=around.settings,
        now=around.now,
        open_folder=around.open_folder,
        parent=parent,
    )
    desk.day_templates = around.day_templates
    desk.showing.breathe = waiting.breathe
    session.through = lambda write: waiting.through(desk.say("Writing…"), write)
    return desk
