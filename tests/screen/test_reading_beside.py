"""Who reads a plan that a colleague has open hears what the colleague does with it."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from delegation_planner.plan.change import Changes, replaced
from delegation_planner.planfile.plan_file import PlanFile
from delegation_planner.screen.dialogs.question import Question
from delegation_planner.session.plan_session import PlanSession
from delegation_planner.session.store import Label
from tests.builders import new_ids
from tests.screen.answers import answer
from tests.screen.desks import NOW
from tests.screen.troubled import a_window, notices, path_of, press, told

pytestmark = pytest.mark.usefixtures("qtbot")


def test_a_plan_that_is_read_follows_the_colleague_when_asked(tmp_path: Path, qtbot: QtBot) -> None:
    with a_window(tmp_path) as window:
        path = path_of(window)
        window.close_plan()
        colleague = PlanSession(PlanFile.open(path), new_id=new_ids("other"), now=lambda: NOW)
        with answer(Question, "Open to read"):
            window.open_path(path)
        visit = colleague.plan.visit
        colleague.apply(Label("edit_visit"), Changes([replaced(visit, visit._replace(short_title_en="Theirs"))]))
        notices(window, qtbot, lambda: len(told(window)) == 2)
        sentence = "Sample visit.visit has been changed since it was opened here. Load it again to see that."
        assert sentence in told(window)
        with answer(Question, "Open to read"):
            press(window, "Load it again")
            qtbot.waitUntil(lambda: window.windowTitle().startswith("Theirs"))
        colleague.close()


def test_who_reads_hears_once_that_the_colleague_has_closed_it(tmp_path: Path, qtbot: QtBot) -> None:
    with a_window(tmp_path) as window:
        path = path_of(window)
        window.close_plan()
        colleague = PlanFile.open(path)
        with answer(Question, "Open to read"):
            window.open_path(path)
        assert window.desk is not None
        assert window.desk.read_only
        free = "Nobody else has Sample visit.visit open any more. It can be changed here now."
        assert window.trouble is not None
        window.trouble.look()
        qtbot.wait(50)
        assert free not in told(window)
        colleague.close()
        notices(window, qtbot, lambda: free in told(window))
        window.trouble.look()
        qtbot.wait(50)
        assert told(window).count(free) == 1
        press(window, "Open it to change it")
        qtbot.waitUntil(lambda: window.desk is not None and not window.desk.read_only)
