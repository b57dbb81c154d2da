"""G14: how long the window is deaf at the most while one works in a large visit, beside filling two bare tables."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication

from benchmarks.bare_tables import filled_tables, take_down
from benchmarks.longest_turn import longest_turn
from benchmarks.measuring import Comparison, Line, Pair, timed
from benchmarks.sessions import plan_file
from benchmarks.visits import LARGE, TINY, an_item, visit_of
from delegation_planner.app import Planner, Profile, surroundings
from delegation_planner.plan.edits.items import edit_item, move_item
from delegation_planner.plan.edits.shifting import push_after
from delegation_planner.plan.edits.visit import edit_visit
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.screen.dialogs.restore import RestoreDialog
from delegation_planner.screen.editions.issue_dialog import IssueDialog
from delegation_planner.screen.main_window import MainWindow
from delegation_planner.screen.surroundings import Surroundings
from delegation_planner.session.store import Label

AT_MOST: Final = 1.5
Deed = tuple[Callable[[], object], Callable[[], bool]]
_SIZE: Final = (1440, 900)


class Deeds:
    """What is measured, in the order in which one window can do it; each answers once it is under way."""

    def __init__(self, around: Surroundings, path: Path) -> None:
        self.window = MainWindow(around, "en")
        self.window.resize(*_SIZE)
        self._path = path

    def begin(self) -> None:
        """The window on the sample visit, as somebody has it who now opens another plan, worked in before."""
        files = self.window.around.files
        plan = files.open(self._path)
        files.keep_version(plan)
        item = an_item(plan.session.plan)
        plan.session.apply(Label("edit_item"), edit_item(plan.session.plan, item.id, {"title_en": "Coffee"}))
        plan.session.close()
        self.window.open_path(self.window.around.files.working_copy())
        self.window.show()
        longest_turn(lambda: None, self.is_judged)

    def is_judged(self) -> bool:
        """Whether all panes are there, and the findings, and nothing is left to be done."""
        if not self.is_over():  # who asks for the panes earlier gets them at once, all in one turn
            return False
        panes, desk = self.window.panes, self.window.desk
        return panes is not None and panes.is_complete and desk is not None and desk.findings_kept is not None

    def is_over(self) -> bool:
        """Whether nothing is left to be done."""
        window = self.window
        steps_are_over = window.building.is_over and window.around.theme.dressing.is_over
        return steps_are_over and not window.waiting.is_on and not window.tidying.is_due

    def by_name(self) -> dict[str, Deed]:
        """Each deed, and how one sees that it is over."""
        window = self.window
        return {
            "open the plan": (lambda: window.open_path(self._path), self.is_judged),
            "edit an item": (self._edit, self.is_over),
            "undo that": (self._undo, self.is_over),
            "move an item": (self._move, self.is_over),
            "undo that move": (self._undo, self.is_over),
            "choose everybody": (self._choose_everybody, self.is_over),
            "show the rundown": (lambda: self._show("rundown"), self.is_over),
            "push all that follows an item": (self._push, self.is_judged),
            "undo that push": (self._undo, self.is_judged),
            "rename the visit": (self._rename, self.is_judged),
            "show the attendance": (lambda: self._show("attendance"), self.is_over),
            "show the grid again": (lambda: self._show("grid"), self.is_over),
            "open the panel of exports": (window.export, self.is_over),
            "issue an edition": (self._issue, self._pack_is_next),
            "put its panel away": (window.over.put_away, self.is_over),
            "change the language": (lambda: window.speak("id"), self.is_judged),
            "turn dark": (lambda: window.use_look("dark"), self.is_over),
            "turn light": (lambda: window.use_look("light"), self.is_over),
            "look what an earlier version would change": (self._look_at_version, self.is_over),
            "close the plan": (window.close_plan, self.is_over),
        }

    def _edit(self) -> None:
        desk = self.window.desk
        assert desk is not None
        item = an_item(desk.plan)
        assert desk.edit(Label("edit_item", {"number": item.code}), edit_item(desk.plan, item.id, {"title_en": "Tea"}))

    def _move(self) -> None:
        desk = self.window.desk
        assert desk is not None
        item = an_item(desk.plan)
        assert desk.edit(Label("move_item", {"number": item.code}), move_item(desk.plan, item.id, 1, "13:05"))

    def _push(self) -> None:
        """In a large visit nearly all items move."""
        desk = self.window.desk
        assert desk is not None
        first = min(desk.plan.rows(ProgrammeItem), key=lambda item: (item.start_day, item.start_time))
        assert desk.edit(Label("push"), push_after(desk.plan, first.id, 15).changes)

    def _rename(self) -> None:
        """All findings may be others when the visit is another."""
        desk = self.window.desk
        assert desk is not None
        assert desk.edit(Label("edit_visit"), edit_visit(desk.plan, {"title_en": "Another visit"}))

    def _undo(self) -> None:
        desk = self.window.desk
        assert desk is not None
        assert desk.undo()

    def _choose_everybody(self) -> None:
        desk = self.window.desk
        assert desk is not None
        desk.selection.choose(Participant, desk.plan.table(Participant))

    def _show(self, view: str) -> None:
        panes = self.window.panes
        assert panes is not None
        panes.show_schedule_as(view)

    def _issue(self) -> None:
        """The button of the dialog is pressed as soon as it can be."""
        QTimer.singleShot(0, self.window, _press_issue)
        self.window.editions.issue()

    def _pack_is_next(self) -> bool:
        return self.window.over.shows("pack") and self.is_over()

    def _look_at_version(self) -> None:
        """The dialog that tells the difference is turned away from."""
        window = self.window
        assert window.open_plan is not None
        assert window.desk is not None
        QTimer.singleShot(0, window, _turn_away)
        window.files.restore(window.open_plan, window.desk)

    def end(self) -> None:
        """Close the window."""
        self.window.close()
        self.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _press_issue() -> None:
    """Issue once the dialog lets one."""
    dialog = QApplication.activeModalWidget()
    if isinstance(dialog, IssueDialog) and dialog.main.isEnabled():
        dialog.main.click()
    else:
        QTimer.singleShot(20, _press_issue)


def _turn_away() -> None:
    """Leave the dialog once it has told."""
    dialog = QApplication.activeModalWidget()
    if isinstance(dialog, RestoreDialog) and dialog.consequence.text():
        dialog.reject()
    else:
        QTimer.singleShot(20, _turn_away)


def measure(folder: Path, *, quick: bool) -> Iterator[Line]:
    """The longest turn of each deed, in several windows one after the other; before each deed the tables are filled."""
    app = QApplication.instance() or Planner()
    assert isinstance(app, QApplication)
    around = surroundings(app, Profile.below(folder / "profile"))
    around.theme.use("light")
    size, rounds = (TINY, 1) if quick else (LARGE, 5)
    plan = visit_of(size)
    fill = timed(lambda: filled_tables(plan), take_down)
    found: dict[str, list[Pair]] = {}
    for number in range(rounds):
        deeds = Deeds(around, plan_file(folder, size, f"window {number}"))
        deeds.begin()
        for name, (act, is_over) in deeds.by_name().items():
            found.setdefault(name, []).append(Pair(fill(), longest_turn(act, is_over)))
        deeds.end()
    for name, pairs in found.items():
        yield Comparison("G14", f"longest turn: {name}", tuple(pairs), AT_MOST)
