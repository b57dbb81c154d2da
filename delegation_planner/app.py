"""Wires the window: the only place that knows everything."""

import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Final, NamedTuple
from uuid import uuid4

from PySide6.QtCore import QEvent, QLocale, QStandardPaths, Qt, QTimer
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from delegation_planner import __version__, logs, resource_files
from delegation_planner.exports.order import Order
from delegation_planner.exports.safe_write import Progress, Staged
from delegation_planner.files_on_disk import FilesOnDisk
from delegation_planner.plan.errors import KnownError
from delegation_planner.plan.kinds import Language
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.rulebook import Rulebook
from delegation_planner.plan.sent import SentRegister
from delegation_planner.screen.attachments import clear_laid_out
from delegation_planner.screen.faults import Faults
from delegation_planner.screen.main_window import MainWindow
from delegation_planner.screen.recent_files import RecentFiles
from delegation_planner.screen.settings import Settings
from delegation_planner.screen.surroundings import Made, Surroundings
from delegation_planner.screen.theme import SCHEMES, Theme
from delegation_planner.screen.tidying import search_little_by_little
from delegation_planner.session.author import this_person
from delegation_planner.templates_on_disk import TemplatesOnDisk
from delegation_planner.words.words import Catalogues, Words

if TYPE_CHECKING:
    from delegation_planner.packs.unchanged import IssueOf
    from delegation_planner.screen.hand_over import Listening

NAME: Final = "Delegation Planner"
SECONDS_FOR_A_SHARE: Final = 1.0
SWITCH_SECONDS: Final = 0.0001
"""So long a thread that computes may go on before the window has its turn. Python's own 5 ms are waited at each of the
window's steps out of Qt and back, of which a repaint has hundreds: it stood still for a second."""
UNTIL_ANSWERED_MS: Final = 300
WINDOW_IS_OPEN: Final = "window is open"
"""The mark that an open window leaves among what the program keeps; after a crash it may stand there alone."""


class Profile(NamedTuple):
    """The folders of one person on one computer: settings, what the program keeps, what the person sees."""

    settings: Path
    kept: Path
    documents: Path

    @classmethod
    def of_the_system(cls) -> "Profile":
        """Where the system wants them; the application must have its name by then."""
        places = QStandardPaths.StandardLocation
        return cls(
            Path(QStandardPaths.writableLocation(places.AppConfigLocation)),
            Path(QStandardPaths.writableLocation(places.AppLocalDataLocation)),
            Path(QStandardPaths.writableLocation(places.DocumentsLocation)) / NAME,
        )

    @classmethod
    def below(cls, folder: Path) -> "Profile":
        """All in one folder."""
        return cls(folder / "settings", folder / "kept", folder / "documents")


class Planner(QApplication):
    """The application; macOS hands it files as events."""

    def __init__(self) -> None:
        super().__init__([NAME])
        self.setApplicationName(NAME)
        self.setApplicationVersion(__version__)
        self.setDesktopFileName("delegation-planner")
        sys.setswitchinterval(SWITCH_SECONDS)
        search_little_by_little()
        self.window: MainWindow | None = None
        self._listening: Listening | None = None

    def listen(self, profile: Profile) -> None:
        """Take the plans of later starts from now on."""
        from delegation_planner.screen.hand_over import Listening

        self._listening = Listening(profile.kept, WINDOW_IS_OPEN, self)
        self._listening.asked.connect(self.take)

    def stop_listening(self) -> None:
        """Let the next start open a window of its own."""
        if self._listening is not None:
            self._listening.end()

    def take(self, plan: Path | None) -> None:
        """Come to the front, with this plan if it is another one; a question that is open is answered first."""
        window = self.window
        if window is None:
            return
        if self.activeModalWidget() is not None or window.waiting.is_on:
            QTimer.singleShot(UNTIL_ANSWERED_MS, window, lambda: self.take(plan))
            return
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()
        if plan is not None and (window.open_plan is None or window.open_plan.path != plan):
            window.open_path(plan)

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent) and self.window is not None:
            self.take(Path(event.file()))
            return True
        return super().event(event)


class HandOutFiles:
    """Fits the hand-out to the window: words by language, notes as sentences."""

    def __init__(self, rulebook: Callable[[], Rulebook], catalogues: Catalogues) -> None:
        self._rulebook = rulebook
        self._catalogues = catalogues

    def make(
        self, plan: Plan, order: Order, register: SentRegister, issue_of: "IssueOf", words: Words, progress: Progress
    ) -> Made:
        """See screen.surroundings.HandingOut."""
        from delegation_planner.editions.notices import names_in
        from delegation_planner.exports.calendar.left_out import left_out_sentences
        from delegation_planner.hand_out import make_hand_out
        from delegation_planner.screen.preview.unseen import Drawing

        words_of = self._catalogues.words
        draw = Drawing(words_of).pdf if order.form != "excel" and order.what != "calendars" else None
        now, rulebook = datetime.now(UTC), self._rulebook()
        issue = issue_of(plan, rulebook) if order.what != "calendars" else None
        made = make_hand_out(plan, rulebook, register, order, now, words_of, progress, draw, issue)
        notes = left_out_sentences(words, made.left_out, names_in(plan, words.language))
        notes += [words.say(warning.message, **dict(warning.values)) for warning in made.warnings]
        return Made(made.files, made.sent, tuple(notes))

    def stage(self, made: Made, folder: Path, progress: Progress) -> Staged:
        """See screen.surroundings.HandingOut."""
        from delegation_planner.exports.safe_write import staged

        return staged(folder, made.files, progress)


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the window on a plan, else on the last one, else on the sample; `--smoke` turns the loop once and ends."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    smoke = "--smoke" in given
    plans = [Path(word) for word in given if not word.startswith("-")]
    app = QApplication.instance()
    planner = app if isinstance(app, Planner) else Planner()
    if smoke:
        import tempfile

        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            return _run(planner, Profile.below(Path(folder)), None, smoke=True)
    return _run(planner, Profile.of_the_system(), next(iter(plans), None), smoke=False)


def _run(planner: Planner, profile: Profile, plan: Path | None, *, smoke: bool) -> int:
    if not smoke and _is_taken_by_open_window(profile, plan):
        return 0
    log = logs.Log(profile.kept / "logs")
    around = surroundings(planner, profile)
    window = MainWindow(around, _language(around.settings))
    planner.window = window
    if not smoke:
        Faults(logs.report, lambda: window.words, __version__).install()
    try:
        window.open_path(plan or _last_plan(around))
    except KnownError as error:
        window.close_plan()
        window.strip.tell(window.words.error(error))
    window.show()
    if window.desk is None or (plan is None and not smoke and window.wants_welcome):
        QTimer.singleShot(0, window, window.welcome)
    if smoke:
        QTimer.singleShot(0, window, window.complete)
        QTimer.singleShot(0, window, window.close)
    else:
        QTimer.singleShot(0, window, lambda: planner.listen(profile))
    try:
        return planner.exec()
    finally:
        planner.stop_listening()
        clear_laid_out(around.open_folder)
        log.close()


def _is_taken_by_open_window(profile: Profile, plan: Path | None) -> bool:
    """Whether a window is open that has taken the plan. Most starts find no mark of one, and ask nobody."""
    if not (profile.kept / WINDOW_IS_OPEN).exists():
        return False
    from delegation_planner.screen.hand_over import hand_over

    return hand_over(profile.kept, plan)


def surroundings(planner: QApplication, profile: Profile) -> Surroundings:
    """Everything that the window is given."""
    settings = Settings(profile.settings / "planner.ini")
    theme = Theme(planner, resource_files.icons_folder(), profile.kept / "pictures")
    look = settings.text("look", "system")
    theme.use(next((scheme for scheme in SCHEMES if scheme == look), "system"))
    catalogues = Catalogues(resource_files.catalogue_folder())
    rulebook = cache(resource_files.read_rulebook)
    files = FilesOnDisk(
        versions=profile.kept / "versions",
        sample_folder=profile.documents,
        read_sample=lambda: resource_files.read_sample(fixed=False),
        read_editions=lambda: resource_files.read_sample_editions(fixed=False),
        new_id=_new_id,
        now=lambda: datetime.now(UTC),
        author=this_person(),
    )
    return Surroundings(
        files=files,
        theme=theme,
        settings=settings,
        catalogues=catalogues,
        rulebook=rulebook,
        now=lambda: datetime.now(UTC).astimezone(),
        new_id=_new_id,
        hand_out=HandOutFiles(rulebook, catalogues),
        plans_folder=profile.documents,
        open_folder=profile.kept / "open",
        guide=resource_files.guide_folder(),
        version=__version__,
        template=resource_files.read_template,
        day_templates=TemplatesOnDisk(profile.kept / "day_templates", resource_files.read_day_templates),
    )


def _last_plan(around: Surroundings) -> Path:
    """The plan that was open last, if its disk answers soon that it is there; else the working copy of the sample."""
    found: list[Path] = []

    def look(path: Path) -> None:
        if path.is_file():
            found.append(path)

    for path in RecentFiles(around.settings).paths()[:1]:
        looking = Thread(target=look, args=[path], daemon=True)
        looking.start()
        looking.join(SECONDS_FOR_A_SHARE)
    return found[0] if found else around.files.working_copy()


def _language(settings: Settings) -> Language:
    system = "id" if QLocale.system().language() == QLocale.Language.Indonesian else "en"
    return "id" if settings.text("language", system) == "id" else "en"


def _new_id() -> str:
    return str(uuid4())
