"""File > Remove personal data: what is private is in no byte of the plan's files afterwards; the rest stays."""

from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from delegation_planner.plan.change import Changes, replaced
from delegation_planner.plan.participant import Participant
from delegation_planner.screen.dialogs.question import Question
from delegation_planner.screen.forgetting import what_goes
from delegation_planner.screen.main_window import MainWindow
from delegation_planner.session.store import Label
from delegation_planner.words.words import ENGLISH
from tests.screen.answers import answer
from tests.screen.windows import a_window

PRIVATE: dict[str, Any] = {
    "passport_no": "C0012345",
    "private_phone": "+994 50 111 22 33",
    "private_email": "someone@private.example",
}


def with_private_data(window: MainWindow) -> Participant:
    assert window.desk is not None
    assert window.open_plan is not None
    person = window.desk.plan.rows(Participant)[0]
    assert window.desk.edit(Label("edit_participant"), Changes([replaced(person, person._replace(**PRIVATE))]))
    window.around.files.keep_version(window.open_plan, "Before the visit")
    window.around.files.keep_version(window.open_plan)
    return person


def files_with(folder: Path, text: str) -> list[str]:
    return [file.name for file in folder.rglob("*") if file.is_file() and text.encode() in file.read_bytes()]


def test_nothing_private_is_left_and_undo_ends(tmp_path: Path, qtbot: QtBot) -> None:
    with a_window(tmp_path) as window:
        assert window.verbs is not None
        assert window.open_plan is not None
        person = with_private_data(window)
        assert len(files_with(tmp_path, "C0012345")) >= 3
        before = window.open_plan
        with answer(Question, "Remove for good"):
            window.verbs["remove_personal_data"].trigger()
            qtbot.waitUntil(lambda: window.open_plan is not None and window.open_plan is not before)
        assert [files_with(tmp_path, text) for text in PRIVATE.values()] == [[], [], []]
        assert window.desk is not None
        after = window.desk.plan.find(Participant, person.id)
        assert after == person._replace(passport_no="", passport_full="", private_phone="", private_email="")
        assert window.desk.session.undo_label is None
        assert not window.verbs["undo"].isEnabled()
    assert [files_with(tmp_path, text) for text in PRIVATE.values()] == [[], [], []]


def test_whoever_turns_away_keeps_everything(tmp_path: Path, qtbot: QtBot) -> None:
    with a_window(tmp_path) as window:
        assert window.verbs is not None
        assert window.desk is not None
        person = with_private_data(window)
        with answer(Question, "Keep everything") as pressed:
            window.verbs["remove_personal_data"].trigger()
            qtbot.waitUntil(lambda: bool(pressed))
        assert window.desk.plan.find(Participant, person.id).passport_no == "C0012345"
        assert window.verbs["undo"].isEnabled()


@pytest.mark.usefixtures("qtbot")
def test_the_question_names_what_goes(tmp_path: Path) -> None:
    with a_window(tmp_path) as window:
        with_private_data(window)
        assert window.desk is not None
        said = what_goes(ENGLISH, window.desk.plan, 2).splitlines()
        assert said[0] == "Emptied: the passport of 1 person (number, and name as in it)."
        assert said[1] == "Emptied: the private contacts of 1 person."
        assert said[3] == "Deleted: 2 earlier versions, named ones too."
