"""A day's or a person's programme as text on the clipboard, for a message."""

from PySide6.QtGui import QGuiApplication

from delegation_planner.exports.plain_text import day_as_text, programme_as_text
from delegation_planner.plan.errors import KnownError
from delegation_planner.plan.kinds import Disclosure, Id
from delegation_planner.programme.audience import Audience, everybody, person
from delegation_planner.programme.build import programme
from delegation_planner.programme.programme import Programme
from delegation_planner.screen.desk import Desk


def copy_day_as_text(desk: Desk, day: int, level: Disclosure = "detailed") -> None:
    """The day as readers of this level see it, in the window's language."""
    found = _programme(desk, everybody(level, desk.words.language))
    if found is not None:
        _copy(desk, day_as_text(found, day, desk.words))


def copy_programme_as_text(desk: Desk, person_id: Id) -> None:
    """A person's own programme, in the window's language."""
    found = _programme(desk, person(person_id, language=desk.words.language))
    if found is not None:
        _copy(desk, programme_as_text(found, desk.words))


def _programme(desk: Desk, audience: Audience) -> Programme | None:
    try:
        return programme(desk.plan, audience, desk.rulebook)
    except KnownError as error:
        desk.tell_error(error)
        return None


def _copy(desk: Desk, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    desk.tell_done(desk.say("The text is copied. Paste it into a message."))
