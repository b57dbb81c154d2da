"""Work in a thread tells the window what became of it, and nobody once the program has gone."""

import threading

import pytest
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from delegation_planner.exports.safe_write import Progress
from delegation_planner.plan.errors import KnownError
from delegation_planner.screen.workers import QuietWork, Work


def test_it_tells_its_steps_and_what_came_of_it(qtbot: QtBot) -> None:
    told: list[object] = []
    work = Work(lambda report: report(1, 2, "one") and "made")
    work.progressed.connect(lambda *step: told.append(step))
    with qtbot.waitSignal(work.done) as done:
        work.start()
    assert (told, done.args) == ([(1, 2, "one")], ["made"])


def test_of_steps_that_rush_the_last_one_is_told(qtbot: QtBot) -> None:
    told: list[object] = []
    ended: list[object] = []
    work = Work(lambda report: [report(number, 500, str(number)) for number in range(501)])
    work.progressed.connect(lambda *step: told.append(step))
    work.done.connect(ended.append)
    work.start()
    work.wait()  # the window had no time meanwhile
    qtbot.waitUntil(lambda: bool(ended))
    assert told == [(500, 500, "500")]


def test_a_refusal_is_told_as_such(qtbot: QtBot) -> None:
    def refuse(_: object) -> None:
        raise KnownError("No room.")

    work = Work(refuse)
    with qtbot.waitSignal(work.failed) as failed:
        work.start()
    assert [error.message for error in failed.args or ()] == ["No room."]


def test_work_that_outlasts_the_program_ends_in_silence(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    assert qtbot is not None
    raised: list[object] = []
    monkeypatch.setattr(threading, "excepthook", raised.append)
    go_on = threading.Event()
    work = Work(lambda _: go_on.wait(10)).start()
    delete(work)
    go_on.set()
    work.wait()
    assert raised == []
    work._end()  # noqa: SLF001 - of a program that ends nobody counts what is under way


def test_what_nobody_waits_for_is_done_one_piece_at_a_time(qtbot: QtBot) -> None:
    at_once, most, ended = 0, 0, 0

    def task(_report: Progress) -> None:
        nonlocal at_once, most
        at_once += 1
        most = max(most, at_once)
        threading.Event().wait(0.02)
        at_once -= 1

    def count(_result: object) -> None:
        nonlocal ended
        ended += 1

    works = [QuietWork(task) for _ in range(3)]
    for work in works:
        work.done.connect(count)
        work.start()
    qtbot.waitUntil(lambda: ended == 3)
    assert most == 1
