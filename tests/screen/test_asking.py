"""A question that is answered with a line of text, typed as soon as it is asked."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from delegation_planner.screen.asking import TextQuestion
from delegation_planner.words.words import ENGLISH
from tests.screen.panes import shown, type_text


def a_question(qtbot: QtBot) -> TextQuestion:
    return shown(qtbot, TextQuestion(None, ENGLISH, "Waive this?", "Why can this stand?", "Waive"), 420, 200)


def test_whoever_is_asked_types_at_once_and_enter_answers(qtbot: QtBot) -> None:
    question = a_question(qtbot)
    assert not question.main.isEnabled()
    type_text(" The host agreed ", Qt.Key.Key_Return)
    assert (question.result(), question.answer) == (question.DialogCode.Accepted, "The host agreed")


def test_enter_gives_no_empty_answer_and_esc_turns_away(qtbot: QtBot) -> None:
    question = a_question(qtbot)
    type_text("  ", Qt.Key.Key_Return)
    assert question.isVisible()
    type_text("", Qt.Key.Key_Escape)
    assert (question.isVisible(), question.result()) == (False, question.DialogCode.Rejected)
