"""The window waits for work in a thread: it stays awake, takes no keys meanwhile, and tells a long wait."""

import threading

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QProgressBar, QWidget
from pytestqt.qtbot import QtBot

from delegation_planner.plan.errors import KnownError
from delegation_planner.screen.waiting import TOLD_AFTER_MS, Waiting, WaitingCard

SENTENCE = "Opening Jakarta.visit…"


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    widget.resize(800, 600)
    qtbot.addWidget(widget)
    widget.show()
    return widget


def test_the_answer_comes_from_another_thread_while_the_window_turns(window: QWidget) -> None:
    turns = threading.Event()
    QTimer.singleShot(0, turns.set)

    def task() -> int:
        assert turns.wait(10)  # the event loop has to turn before this ends
        return threading.get_ident()

    assert Waiting(window).through(SENTENCE, task) != threading.get_ident()


def test_what_goes_wrong_is_raised_where_it_was_asked_for(window: QWidget) -> None:
    waiting = Waiting(window)

    def task() -> None:
        raise KnownError("{file} is damaged.", file="x.visit")

    with pytest.raises(KnownError) as told:
        waiting.through(SENTENCE, task)
    assert told.value.values == {"file": "x.visit"}
    assert not waiting.is_on


def test_a_window_that_is_not_seen_does_not_wait(window: QWidget) -> None:
    window.hide()
    assert Waiting(window).through(SENTENCE, threading.get_ident) == threading.get_ident()


def test_what_is_asked_for_during_a_wait_is_done_at_once(window: QWidget) -> None:
    waiting = Waiting(window)
    inner: list[int] = []
    done = threading.Event()

    def from_a_timer() -> None:
        assert waiting.is_on
        inner.append(waiting.through(SENTENCE, threading.get_ident))
        done.set()

    QTimer.singleShot(0, from_a_timer)
    assert waiting.through(SENTENCE, lambda: done.wait(10))
    assert inner == [threading.get_ident()]


def test_only_a_long_wait_is_told(window: QWidget) -> None:
    seen: list[str] = []
    told = threading.Event()

    def look() -> None:
        (card,) = window.findChildren(WaitingCard)
        if card.isVisible():
            seen.extend(label.text() for label in card.findChildren(QLabel))
            seen.append(card.findChildren(QProgressBar)[0].accessibleName())
            told.set()

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(TOLD_AFTER_MS // 10)
    Waiting(window).through(SENTENCE, lambda: told.wait(10))
    timer.stop()
    assert seen[:2] == [SENTENCE, SENTENCE]
    QApplication.processEvents()
    assert not [card for card in window.findChildren(WaitingCard) if card.isVisible()]
