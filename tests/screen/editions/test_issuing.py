"""Issuing from the window: it is shown what goes out, one button freezes it, the pack is next."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from benchmarks.visits import SMALL, visit_of
from delegation_planner.plan.change import Changes, replaced
from delegation_planner.plan.edits import participants
from delegation_planner.plan.edits.difference import difference
from delegation_planner.plan.edits.items import move_item
from delegation_planner.plan.kinds import Id
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.resource_files import read_rulebook, read_sample, read_sample_editions
from delegation_planner.screen.editions.draft_watch import watch_of
from delegation_planner.screen.editions.issue_dialog import ERRORS_MOST, IssueDialog
from delegation_planner.screen.editions.issuing import NAMED, Touched, open_errors, touched_line, who_is_touched
from delegation_planner.screen.editions.pack_panel import PackPanel
from delegation_planner.screen.main_window import MainWindow
from delegation_planner.session.store import Label
from delegation_planner.words.words import ENGLISH
from tests.screen.windows import a_window


@contextmanager
def in_dialog(act: Callable[[IssueDialog], None]) -> Iterator[None]:
    """What is done in the dialog that opens next."""
    done: list[bool] = []
    timer = QTimer()

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, IssueDialog) and not done:
            done.append(True)
            try:
                act(dialog)
            finally:
                if dialog.isVisible():
                    dialog.reject()

    timer.timeout.connect(look)
    timer.start(20)
    yield
    timer.stop()
    assert done


def texts(dialog: IssueDialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel) if label.isVisible() and label.text()]


def press(dialog: IssueDialog) -> None:
    for _ in range(1000):
        if dialog.main.isEnabled():
            break
        QTest.qWait(20)
    QTest.mouseClick(dialog.main, Qt.MouseButton.LeftButton)


def person_of(plan: Plan, code: str) -> Id:
    return next(row.id for row in plan.rows(Participant) if row.code == code)


def editions(window: MainWindow) -> list[int]:
    assert window.desk is not None
    return [edition.number for edition in window.desk.session.store.editions()]


def test_what_was_typed_is_frozen_and_the_pack_is_next(tmp_path: Path, qtbot: QtBot) -> None:
    def fill(dialog: IssueDialog) -> None:
        qtbot.waitUntil(lambda: any("9 people have something new" in text for text in texts(dialog)))
        assert "Since Edition 2: 1 moved, 1 changed" in texts(dialog)
        assert dialog.colour.currentData() == "pink"
        dialog.colour.setCurrentIndex(dialog.colour.findData("green"))
        QTest.keyClicks(dialog.label, "After the advance visit")
        QTest.keyClicks(dialog.comment, "Item 45 is earlier.")
        dialog.by.clear()
        QTest.keyClicks(dialog.by, "[Head of Protocol]")
        press(dialog)

    with a_window(tmp_path) as window:
        window.complete()
        desk = window.desk
        assert desk is not None
        qtbot.waitUntil(lambda: bool(desk.findings))
        with in_dialog(fill):
            window.editions.issue()
        assert editions(window) == [1, 2, 3]
        edition = desk.session.store.editions()[-1]
        assert (edition.label, edition.colour, edition.comment, edition.issued_by) == (
            "After the advance visit", "green", "Item 45 is earlier.", "[Head of Protocol]",
        )  # fmt: skip
        assert edition.open_errors == sum(one.severity == "error" and not one.waived for one in desk.findings)
        assert desk.session.store.edition_plan(3) == desk.plan
        qtbot.waitUntil(lambda: window.over.card is not None)
        panel = window.over.card
        assert isinstance(panel, PackPanel)
        titles = [label.text() for label in panel.findChildren(QLabel)]
        assert "Edition 3 · GREEN ●●● is issued." in titles
        qtbot.waitUntil(
            lambda: (
                window.tool_bar is not None
                and window.tool_bar.draft.accessibleName() == "Nothing changed since Edition 3."
            )
        )


@pytest.mark.usefixtures("qtbot")
def test_turning_away_issues_nothing(tmp_path: Path) -> None:
    with a_window(tmp_path) as window:
        with in_dialog(lambda dialog: dialog.reject()):
            window.editions.issue()
        assert editions(window) == [1, 2]
        assert window.over.card is None


@pytest.mark.usefixtures("qtbot")
def test_a_comment_that_is_too_long_is_refused_and_kept(tmp_path: Path) -> None:
    kept: list[str] = []

    def fill(dialog: IssueDialog) -> None:
        dialog.label.setText("x" * 61)
        press(dialog)
        assert dialog.isVisible()
        assert "60 characters at most" in dialog.refusal.text()
        kept.append(dialog.label.text())

    with a_window(tmp_path) as window:
        with in_dialog(fill):
            window.editions.issue()
        assert editions(window) == [1, 2]
        assert kept == ["x" * 61]


def test_open_errors_are_shown_once(tmp_path: Path, qtbot: QtBot) -> None:
    with a_window(tmp_path) as window:
        sample = read_sample(fixed=True)
        signing = next(item for item in sample.rows(ProgrammeItem) if item.code == "12")
        plan = sample.changed(move_item(sample, signing.id, 2, "10:15"))
        window.show_plan(window.around.files.create(tmp_path / "errors.visit", plan))
        window.complete()
        desk = window.desk
        assert desk is not None
        qtbot.waitUntil(lambda: any(one.severity == "error" for one in desk.findings), timeout=20_000)
        count = sum(one.severity == "error" and not one.waived for one in desk.findings)

        def look(dialog: IssueDialog) -> None:
            assert "It is the first edition of this visit." in texts(dialog)
            assert any(text.startswith(f"{count} error") for text in texts(dialog))
            qtbot.waitUntil(lambda: "23 people get a programme." in texts(dialog))
            press(dialog)

        with in_dialog(look):
            window.editions.issue()
        assert desk.session.store.editions()[-1].open_errors == count


def test_of_many_open_errors_the_first_are_said_and_the_others_counted(tmp_path: Path, qtbot: QtBot) -> None:
    with a_window(tmp_path) as window:
        window.show_plan(window.around.files.create(tmp_path / "many.visit", visit_of(SMALL)))
        window.complete()
        desk = window.desk
        assert desk is not None
        qtbot.waitUntil(lambda: desk.findings_kept is not None, timeout=20_000)
        count = len(open_errors(desk.findings))

        def look(dialog: IssueDialog) -> None:
            assert any(text.startswith(f"{count} errors") for text in texts(dialog))
            assert f"{count - ERRORS_MOST} more stand among the findings." in texts(dialog)
            assert len(dialog.findChildren(QLabel)) < 2 * ERRORS_MOST + 30
            dialog.reject()

        with in_dialog(look):
            window.editions.issue()


def test_the_button_waits_until_it_is_known_what_has_changed(tmp_path: Path, qtbot: QtBot) -> None:
    def look(dialog: IssueDialog) -> None:
        assert "Comparing with Edition 2…" in texts(dialog)
        assert not dialog.main.isEnabled()
        qtbot.waitUntil(lambda: "Nothing has changed since Edition 2." in texts(dialog))
        assert dialog.main.isEnabled()

    with a_window(tmp_path) as window:
        window.complete()
        desk = window.desk
        assert desk is not None
        qtbot.waitUntil(lambda: watch_of(desk).is_settled)
        desk.edit(Label("restore"), lambda: difference(desk.plan, desk.session.store.edition_plan(2)))
        with in_dialog(look):
            window.editions.issue()


def test_those_who_are_touched_are_named_in_the_language_of_the_window() -> None:
    first, second = (one.plan for one in read_sample_editions(fixed=True))
    without = second.changed(participants.remove_participant(second, person_of(second, "E1")))
    english, indonesian = (who_is_touched(first, without, read_rulebook(), language) for language in ("en", "id"))
    assert "[Ambassador of Azerbaijan]" in english.names
    assert "[Duta Besar Azerbaijan]" in indonesian.names
    assert len(english.names) == len(indonesian.names)
    assert who_is_touched(None, second, read_rulebook(), "id").names[1] == "[Wakil Ketua]"


def test_an_edition_without_a_change_is_asked_about_first(tmp_path: Path, qtbot: QtBot) -> None:
    with a_window(tmp_path) as window:
        window.complete()
        desk = window.desk
        assert desk is not None
        desk.edit(Label("restore"), lambda: difference(desk.plan, desk.session.store.edition_plan(2)))

        def look(dialog: IssueDialog) -> None:
            qtbot.waitUntil(lambda: "Nothing has changed since Edition 2." in texts(dialog))
            press(dialog)
            assert editions(window) == [1, 2]
            assert dialog.isVisible()
            assert "Nothing has changed since Edition 2, and an edition is for good. Issue it all the same?" in texts(
                dialog
            )
            assert dialog.main.text() == "Issue all the same"
            press(dialog)

        with in_dialog(look):
            window.editions.issue()
        assert editions(window) == [1, 2, 3]


@pytest.mark.usefixtures("qtbot")
def test_the_dialog_says_who_reads_the_comment(tmp_path: Path) -> None:
    def look(dialog: IssueDialog) -> None:
        assert "All readers see it: it stands in the list of editions and in every mail of this edition." in texts(
            dialog
        )

    with a_window(tmp_path) as window, in_dialog(look):
        window.editions.issue()


def test_few_are_named_and_many_counted() -> None:
    assert touched_line(ENGLISH, Touched(())) == "Nobody's own programme changes."
    assert touched_line(ENGLISH, Touched(("A",))) == "1 person has something new: A"
    names = tuple("ABCDEFGHIJ")
    assert len(names) == NAMED + 2
    assert touched_line(ENGLISH, Touched(names)) == "10 people have something new: A, B, C, D, E, F, G, H and 2 more"


def test_before_issuing_it_is_said_that_nothing_is_public(tmp_path: Path, qtbot: QtBot) -> None:
    assert qtbot is not None
    with a_window(tmp_path) as window:
        assert window.desk is not None
        assert window.verbs is not None
        items = window.desk.plan.rows(ProgrammeItem)
        kept = Changes([replaced(item, item._replace(disclosure="detailed")) for item in items])
        window.desk.edit(Label("edit_item"), kept)
        said: list[str] = []
        with in_dialog(lambda dialog: said.extend(texts(dialog))):
            window.verbs["issue"].trigger()
        assert [text for text in said if text.startswith("No item is public yet")]
