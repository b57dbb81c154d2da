"""The window: menus, toolbar, panes and status bar around the open plan."""

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Final, cast

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QAction, QCloseEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QStatusBar, QWidget
from typing_extensions import override

from delegation_planner.plan.errors import KnownError
from delegation_planner.plan.kinds import Language
from delegation_planner.plan.visit import Visit
from delegation_planner.screen import helping, panels
from delegation_planner.screen.actions import Actions
from delegation_planner.screen.centre import Centre
from delegation_planner.screen.desk import Desk
from delegation_planner.screen.desks import desk_on
from delegation_planner.screen.edit_verbs import carry_out, commit_typing, find_in
from delegation_planner.screen.editions.verbs import EditionVerbs
from delegation_planner.screen.file_verbs import FileVerbs
from delegation_planner.screen.keeping_version import KeepingVersion
from delegation_planner.screen.menus import Choices, Menus
from delegation_planner.screen.names import visit_title
from delegation_planner.screen.original_beside import OriginalBeside
from delegation_planner.screen.overlay import Over
from delegation_planner.screen.panes import Panes
from delegation_planner.screen.plan_files import OpenPlan
from delegation_planner.screen.qt_words import translate_qt
from delegation_planner.screen.settings import EXPORT_FOLDER, SHOW_WELCOME
from delegation_planner.screen.status_bar import StatusBar
from delegation_planner.screen.steps import Built, Steps
from delegation_planner.screen.surroundings import Surroundings
from delegation_planner.screen.theme import SCHEMES
from delegation_planner.screen.tidying import Tidying
from delegation_planner.screen.told import ToldStrip
from delegation_planner.screen.tool_bar import ToolBar
from delegation_planner.screen.trouble import Trouble, WaysOut
from delegation_planner.screen.waiting import Waiting
from delegation_planner.session.plan_session import PlanChanged

KEEP_ALIVE_MS: Final = 60_000
log = logging.getLogger(__name__)
FIRST: Final = (1440, 900)
SMALLEST: Final = (1024, 640)


class MainWindow(QMainWindow):
    """One window, one plan at a time. What depends on the language or the plan is built anew when that changes."""

    centre = Built[Centre]()
    panes = Built[Panes | None]()
    strip = Built[ToldStrip]()
    trouble = Built[Trouble | None]()
    verbs = Built[Actions | None]()
    tool_bar = Built[ToolBar | None]()
    status = Built[StatusBar | None]()

    def __init__(self, around: Surroundings, language: Language) -> None:
        super().__init__()
        self.around = around
        self.words = around.catalogues.words(language)
        self.open_plan: OpenPlan | None = None
        self.desk: Desk | None = None
        self.building = Steps(self)
        self.over = Over()
        self.waiting = Waiting(self)
        self.tidying = Tidying(self)
        self.panes = self.verbs = self.tool_bar = self.status = self.trouble = None
        self.setMinimumSize(*SMALLEST)
        self.setWindowIcon(around.theme.icon("planner"))
        if not self.restoreGeometry(around.settings.state("window/geometry")):
            self.resize(QSize(*FIRST).boundedTo(self.screen().availableSize()))
        self._alive = QTimer(self)
        self._alive.timeout.connect(self._keep_alive)
        self._alive.start(KEEP_ALIVE_MS)
        self.files = FileVerbs(around, self.words, self, self.waiting, self.show_plan)
        self.editions = EditionVerbs(self)

    # The open plan.

    def open_path(self, path: Path) -> None:
        """Show the plan of this file, or ask what stands in the way."""
        self.files.open_path(path)

    def show_plan(self, open_plan: OpenPlan) -> None:
        """Show this plan instead of the one that is open."""
        self._let_go()
        self.open_plan = open_plan
        desk = desk_on(self.around, open_plan.session, self.words, self.waiting, self)
        desk.plan_changed.connect(self._follow)
        desk.judged.connect(self.tidying.take_for_good)
        self.files.recent.add(open_plan.path)
        self.show_desk(desk)

    def show_desk(self, desk: Desk) -> None:
        """Show the open plan, or an edition of it, on this desk."""
        self.desk = desk
        self._build()

    def close_plan(self) -> None:
        """Close the plan and offer what to do next."""
        self._let_go()
        self._build()
        self.welcome()

    def speak(self, language: str) -> None:
        """Change the window's language."""
        self.around.settings.keep("language", language)
        commit_typing()
        self.words = self.around.catalogues.words(cast("Language", language))
        if self.desk is not None:
            self.desk.speak(self.words)
        reopen = self.over.shows("welcome")
        self._build()
        if reopen:
            self.welcome()

    def use_look(self, scheme: str) -> None:
        """Light, dark, or as the system."""
        assert scheme in SCHEMES
        self.around.settings.keep("look", scheme)
        self.around.theme.use(scheme)

    def complete(self) -> None:
        """Make now what is otherwise made right after the window has shown itself."""
        if self.panes is not None:
            self.panes.complete()

    # Panels and dialogs.

    @property
    def wants_welcome(self) -> bool:
        """Whether the person wants the first panel at the start."""
        return self.around.settings.flag(SHOW_WELCOME, default=True)

    def welcome(self) -> None:
        """The first panel, over the window."""
        explore = self._explore_sample if self.desk is None else (lambda: None)
        panels.show_welcome(self, explore, self._speak_soon)

    def export(self) -> None:
        """The panel from which files are handed out."""
        panels.show_export(self, self._enable)

    def find_anything(self) -> None:
        """The panel that finds anything by its letters."""
        panels.show_finder(self)

    # Building.

    def _build(self) -> None:
        """All that speaks a language or knows the plan; one that is seen gets it in several turns, shown at once."""
        translate_qt(self.words)
        self.files = FileVerbs(self.around, self.words, self, self.waiting, self.show_plan)
        self.over.put_away()
        self._show_title()
        self.setUpdatesEnabled(False)
        self.building.begin(
            self._build_centre, self._build_bars, self._show_centre, lambda: self.setUpdatesEnabled(True)
        )
        if self.desk is None or not self.isVisible():
            self.building.finish()

    def _build_centre(self) -> None:
        if self.panes is not None:
            self.panes.end()
        self.centre = Centre(self.desk, self.around.theme, self.words, self)
        self.strip, self.panes = self.centre.strip, self.centre.panes
        if self.panes is not None:
            self.panes.schedule.holidays.asked.connect(lambda: panels.show_settings(self, "holidays"))
        reason = self.open_plan.read_only_reason if self.open_plan is not None else None
        if reason is not None:
            self.strip.warn(self.words.error(reason), (self.words.say("Save a copy…"), self._save_copy))
        self.editions.announce(self.strip)
        self._watch(self.centre)

    def _show_centre(self) -> None:
        """The new centre takes the place of the one before, which is taken down part by part."""
        before = self.centralWidget()
        if isinstance(before, Centre):
            before.leave(self)
            self.tidying.part_with(before.parts())
        self.setCentralWidget(self.centre)
        if self.panes is not None:
            self.panes.take_focus()

    def _watch(self, centre: QWidget) -> None:
        if self.trouble is not None:
            self.trouble.end()  # it lives on until the old centre is deleted
        self.trouble = None
        if self.open_plan is not None and self.desk is not None:
            load_again, keep_both = self.files.load_again, self.files.keep_both
            ways = WaysOut(self._save_copy, lambda: self._open_anew(load_again), lambda: self._open_anew(keep_both))
            self.trouble = Trouble(self.open_plan, self.desk, self.around.files, self.strip, ways, centre)
            self.trouble.changed.connect(self._follow_trouble)
            beside = OriginalBeside(self.around.files, self.open_plan.path, self.strip, self.words)
            beside.asked.connect(lambda *paths: self.waiting.then(lambda: panels.show_take_over(self, *paths)))

    def _follow_trouble(self) -> None:
        if self.status is not None:
            self.status.follow()
        self._enable()

    def _build_bars(self) -> None:
        if self.verbs is not None:
            self.verbs.remove()
        self.verbs = Actions(self, self.words, self.around.theme, self._acts())
        self._build_tool_bar()
        choices = Choices(self._open_soon, self._forget_recent, self.use_look, self._speak_soon)
        self._menus = Menus(self.menuBar(), self.words, self.around.theme, self.verbs, choices)
        self._menus.fill(self.panes)
        self._menus.show_recent(self.files.recent.paths())
        self._enable()

    def _build_tool_bar(self) -> None:
        if self.tool_bar is not None:
            self.removeToolBar(self.tool_bar)
            self.tool_bar.deleteLater()
            self.tool_bar = None
        self.status = None
        if self.desk is None or self.verbs is None:
            self.setStatusBar(QStatusBar())  # the one before goes, and its plan with it
            self.statusBar().hide()
            return
        findings = QAction(self)
        findings.triggered.connect(lambda: self.panes.go_to("findings") if self.panes is not None else None)
        self.tool_bar = ToolBar(self.desk, self.verbs, findings)
        findings.setParent(self.tool_bar)
        self.addToolBar(self.tool_bar)
        self.status = StatusBar(self.desk)
        self.setStatusBar(self.status)

    def _acts(self) -> dict[str, Callable[[], object]]:
        files = self.files
        return {
            "new_visit": files.new_visit,
            "copy_visit": lambda: self.waiting.then(lambda: self._with_plan(files.copy_visit)),
            "open": files.open,
            "save_copy": self._save_copy,
            "keep_version": lambda: self._with_plan(files.keep_version),
            "restore": lambda: self._with_plan(files.restore),
            "take_over": lambda: self._with_plan(files.take_over),
            "remove_personal_data": lambda: self._open_anew(files.remove_personal_data),
            "close_plan": lambda: self.waiting.then(self._close_plan_asking),
            "quit": self.close,
            "undo": lambda: self.desk is not None and self.desk.undo(),
            "redo": lambda: self.desk is not None and self.desk.redo(),
            "cut": lambda: carry_out("cut", self._pane()),
            "copy": lambda: carry_out("copy", self._pane()),
            "paste": lambda: carry_out("paste", self._pane()),
            "delete": lambda: carry_out("delete", self._pane()),
            "find_anything": self.find_anything,
            "find": lambda: find_in(self.panes.to_find_in() if self.panes is not None else None),
            "reset_layout": lambda: self.panes.reset_layout() if self.panes is not None else None,
            "visit": self._select_visit,
            "settings": lambda: panels.show_settings(self),
            "dates": lambda: self.panes.schedule.shift.open("dates") if self.panes is not None else None,
            **self.editions.acts(),
            "export": self.export,
            "print": lambda: self._with_plan(files.print),
            "export_folder": files.show_last_export,
            "guide": lambda: helping.show_guide(self, self.words, self.around.guide, self.strip),
            "shortcuts": lambda: helping.show_shortcuts(self, self.words, self.menuBar()),
            "welcome": self.welcome,
            "sample_afresh": self._sample_afresh,
            "about": lambda: helping.show_about(self, self.words, self.around.theme, self.around.version),
        }

    # Following.

    def _follow(self, told: PlanChanged) -> None:
        if self.status is not None:
            self.status.saved_now()
        if self.tool_bar is not None:
            self.tool_bar.follow()
        if told.changes.touch(Visit):
            self._show_title()
        self._enable()

    def _enable(self) -> None:
        session = self.desk.session if self.desk is not None else None
        if self.verbs is not None:
            self.verbs.follow(session, exported=bool(self.around.settings.text(EXPORT_FOLDER)))

    def _show_title(self) -> None:
        title = self.words.say("Delegation Planner")
        if self.desk is not None and self.open_plan is not None:
            visit = visit_title(self.desk.plan.visit, self.words.language) or title
            title = f"{visit} — {self.open_plan.path.name}"
        self.setWindowTitle(title)

    def _keep_alive(self) -> None:
        open_plan, files = self.open_plan, self.around.files
        if open_plan is None or self.desk is None or self.waiting.is_on:
            return
        self.tidying.search_what_is_new()
        taken_over = files.keep_alive(open_plan)
        if taken_over is not None:
            self.open_plan = open_plan._replace(read_only_reason=taken_over)
            self._build()
        elif files.version_is_due(open_plan):
            KeepingVersion(files, open_plan, self.desk).start()

    # Small verbs.

    def _with_plan(self, verb: Callable[[OpenPlan, Desk], None]) -> None:
        if self.open_plan is not None and self.desk is not None:
            commit_typing()
            verb(self.open_plan, self.desk)

    def _close_plan_asking(self) -> None:
        if self.trouble is None or self.trouble.may_leave():
            self.close_plan()

    def _save_copy(self) -> None:
        self._with_plan(self.files.save_copy)

    def _select_visit(self) -> None:
        if self.desk is not None and self.panes is not None:
            self.desk.selection.choose(Visit, [self.desk.plan.visit.id])
            self.panes.go_to("details")

    def _explore_sample(self) -> None:
        self.open_path(self.around.files.working_copy())

    def _sample_afresh(self) -> None:
        if self.open_plan is not None and self.open_plan.path == self.around.files.working_copy():
            self._let_go()
        self.files.sample_afresh()

    def _forget_recent(self) -> None:
        self.files.recent.clear()
        self._menus.show_recent([])

    # What a menu asks for that is built anew by it: done once the menu has finished.

    def _open_soon(self, path: Path) -> None:
        self.waiting.then(lambda: self.open_path(path))

    def _speak_soon(self, language: str) -> None:
        self.waiting.then(lambda: self.speak(language))

    def _open_anew(self, verb: Callable[[OpenPlan, Callable[[], None]], None]) -> None:
        """Let go of the plan for another state of it, once the strip that asked for it has finished."""

        def act() -> None:
            if self.open_plan is not None:
                verb(self.open_plan, self._let_go)
            if self.desk is None:
                self.close_plan()

        self.waiting.then(act)

    def _pane(self) -> QWidget | None:
        return self.panes.with_focus() if self.panes is not None else None

    def _let_go(self) -> None:
        """Close the plan that is open, if any; everything in it is on disk already."""
        if self.desk is None or self.open_plan is None:
            return
        commit_typing()
        self.over.put_away()
        if self.panes is not None:
            self.panes.end()
            self.panes.setEnabled(False)
        if self.tool_bar is not None:
            self.tool_bar.setEnabled(False)
        if self.trouble is not None:
            self.trouble.end()
            self.trouble = None
        open_plan, sentence = self.open_plan, self.words.say("Closing {file}…", file=self.open_plan.path.name)
        try:
            self.waiting.through(sentence, lambda: self.around.files.keep_last(open_plan))
        except KnownError as error:  # no version was kept; the file itself holds everything
            log.warning("no version was kept: %s", error)
        open_plan.session.close()
        self.desk.close()
        self.tidying.look_everywhere()
        self.desk.setParent(self.panes)  # which still show it, until others stand in their place
        self.desk = self.open_plan = None

    @override
    def showEvent(self, event: QShowEvent) -> None:
        if self.verbs is None:
            self._build()
        super().showEvent(event)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self.trouble is not None and not self.trouble.may_leave():
            event.ignore()
            return
        self.around.settings.keep("window/geometry", self.saveGeometry())
        self._let_go()
        self.around.settings.write()
        super().closeEvent(event)
