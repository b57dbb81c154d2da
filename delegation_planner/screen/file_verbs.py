"""What the File menu does."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from delegation_planner.exports.file_names import safe_stem
from delegation_planner.plan.change import Changes
from delegation_planner.plan.day_time import day_one
from delegation_planner.plan.edits.difference import difference
from delegation_planner.plan.errors import KnownError
from delegation_planner.plan.languages import text_in
from delegation_planner.plan.plan import Plan
from delegation_planner.screen.desk import Desk
from delegation_planner.screen.dialogs.files import ENDING, plan_to_open, plan_to_write
from delegation_planner.screen.dialogs.question import Choice, ask
from delegation_planner.screen.opening import Opening
from delegation_planner.screen.plan_files import EarlierVersion, OpenPlan
from delegation_planner.screen.recent_files import RecentFiles
from delegation_planner.screen.settings import EXPORT_FOLDER
from delegation_planner.screen.surroundings import Surroundings
from delegation_planner.screen.waiting import Waiting
from delegation_planner.session.store import Label
from delegation_planner.words.words import Words

_FOLDER = "folders/plans"
_HOST = "new_visit/host_country"


class FileVerbs:
    """Asks, carries out, and hands an opened plan to `show`."""

    def __init__(
        self,
        surroundings: Surroundings,
        words: Words,
        window: QWidget,
        waiting: Waiting,
        show: Callable[[OpenPlan], None],
    ) -> None:
        self._around = surroundings
        self._words = words
        self._window = window
        self._waiting = waiting
        self._show = show
        self._opening = Opening(surroundings.files, words, window, waiting)
        self.recent = RecentFiles(surroundings.settings)

    def new_visit(self) -> None:
        """Ask for what a visit needs and where to keep it, and show it."""
        from delegation_planner.screen.dialogs.new_visit import NewVisitDialog

        settings, now = self._around.settings, self._around.now()
        dialog = NewVisitDialog(
            self._window,
            self._words,
            now.date(),
            self._around.new_id,
            settings.text(_HOST, "ID"),
            self._around.template,
        )
        if not dialog.exec() or dialog.plan is None:
            return
        settings.keep(_HOST, dialog.plan.visit.host_country)
        self._create_and_show(dialog.plan, safe_stem(text_in(dialog.plan.visit, "title", self._words.language)))

    def copy_visit(self, open_plan: OpenPlan, desk: Desk) -> None:
        """Ask for what the next visit needs and where to keep it, and show it instead of the one that it is made of."""
        from delegation_planner.screen.dialogs.copy_visit import CopyVisitDialog

        dialog = CopyVisitDialog(self._window, self._words, desk.plan, self._around.new_id)
        if dialog.exec() and dialog.plan is not None:
            visit = dialog.plan.visit
            stem = safe_stem(text_in(visit, "title", self._words.language))
            self._create_and_show(dialog.plan, f"{stem} {day_one(visit).year}", open_plan.path)

    def open(self) -> None:
        """Ask for a plan and show it."""
        path = plan_to_open(self._window, self._words, self._folder())
        if path is not None:
            self.open_path(path)

    def open_path(self, path: Path) -> None:
        """Show this plan; one that is no longer in its place is no longer offered as recent."""
        opened = self._opening.open(path.absolute())
        if opened is None:
            if self._is_gone(path):
                self.recent.forget(path)
            return
        self._around.settings.keep(_FOLDER, str(path.parent))
        self._show(opened)

    def _is_gone(self, path: Path) -> bool:
        """Whether the folder answers that the plan is not in it; a share that does not answer has lost nothing."""

        def look() -> bool:
            return path.parent.is_dir() and not path.exists()

        try:
            return self._waiting.through(self._words.say("Opening {file}…", file=path.name), look)
        except OSError:
            return False

    def save_copy(self, open_plan: OpenPlan, desk: Desk) -> None:
        """Ask where to, and write a copy; the plan that is open stays open."""
        stem = self._words.say("{plan}, copy", plan=open_plan.path.stem)
        proposed = self._folder() / f"{stem}{ENDING}"
        title, files = self._words.say("Save a copy"), self._around.files
        target = self._write_somewhere(
            title, proposed, lambda path: files.save_copy(open_plan, path, replace=path.exists())
        )
        if target is not None:
            desk.tell_done(self._words.say("The copy is {file}.", file=target.name))

    def load_again(self, open_plan: OpenPlan, close: Callable[[], None]) -> None:
        """Show what the file holds now; what was on the screen is kept among the earlier versions."""
        try:
            self._around.files.keep_ours(open_plan, self._words.say("Before loading again"))
        except KnownError as error:
            self._opening.refuse(error)
            return
        close()
        self.open_path(open_plan.path)

    def keep_both(self, open_plan: OpenPlan, close: Callable[[], None]) -> None:
        """Go on with what is on the screen, in a file beside the one that somebody else has changed."""
        path = open_plan.path
        beside = self._opening.free_path(path, self._words.say("{plan}, mine", plan=path.stem))
        try:
            self._around.files.save_copy(open_plan, beside)
        except KnownError as error:
            self._opening.refuse(error)
            return
        close()
        self.open_path(beside)

    def keep_version(self, open_plan: OpenPlan, desk: Desk) -> None:
        """Ask for a name and keep the plan as it is now under it."""
        from delegation_planner.screen.dialogs.name_version import NameVersionDialog

        dialog = NameVersionDialog(self._window, self._words)
        if not dialog.exec():
            return
        try:
            self._around.files.keep_version(open_plan, dialog.name.text().strip())
        except KnownError as error:
            desk.tell_error(error)
        else:
            desk.tell_done(self._words.say("This version is kept. File > Restore an earlier version brings it back."))

    def restore(self, open_plan: OpenPlan, desk: Desk) -> None:
        """Ask for an earlier version and make the plan equal to it, as one edit."""
        from delegation_planner.screen.dialogs.restore import RestoreDialog

        files, plan = self._around.files, desk.plan

        @cache
        def changes_to(version: EarlierVersion) -> Changes:
            return self._waiting.through(
                self._words.say("Reading the version…"),
                lambda: difference(plan, files.read_version(open_plan.path, version)),
            )

        try:
            versions = files.earlier_versions(open_plan.path)
        except KnownError as error:
            desk.tell_error(error)
            return
        if not versions:
            desk.tell_done(self._words.say("No earlier version is kept yet: one is kept every ten minutes of work."))
            return
        dialog = RestoreDialog(self._window, self._words, versions, changes_to, plan.visit)
        if dialog.exec():
            desk.edit(Label("restore_version"), dialog.changes)

    def take_over(self, open_plan: OpenPlan, desk: Desk, path: Path | None = None) -> None:
        """Ask for another copy of the plan, show what it brings, and take that over as one edit."""
        from delegation_planner.screen.dialogs.take_over import TakeOverDialog
        from delegation_planner.screen.taking_over import Brought, brought

        path = path or plan_to_open(self._window, self._words, open_plan.path.parent)
        if path is None:
            return
        files, plan, rulebook, comparing = self._around.files, desk.plan, desk.rulebook, desk.say("Comparing…")

        @cache
        def read(prefer_theirs: bool) -> Brought:  # noqa: FBT001 - the key of a cache
            return self._waiting.through(
                comparing, lambda: brought(plan, other, rulebook, desk.words, prefer_theirs=prefer_theirs)
            )

        try:
            other = self._waiting.through(comparing, lambda: files.read_copy(open_plan, path))
            dialog = TakeOverDialog(self._window, desk, path.name, read)
        except KnownError as error:
            desk.tell_error(error)
            return
        if dialog.exec():
            found = dialog.brought
            desk.edit(Label("take_over", {"name": path.name}), found.merge.changes, contents=found.contents)

    def remove_personal_data(self, open_plan: OpenPlan, close: Callable[[], None]) -> None:
        """Empty what is private and take out for good what remembers it, after a question that names all of it."""
        from delegation_planner.plan.edits.personal_data import remove_personal_data
        from delegation_planner.screen.forgetting import what_goes

        plan, say, files = open_plan.session.plan, self._words.say, self._around.files
        choices = [Choice("keep", say("Keep everything"), "main"), Choice("remove", say("Remove for good"), "danger")]
        try:
            versions = len(files.earlier_versions(open_plan.path))
            question = say("Remove personal data from this plan for good?")
            if ask(self._window, self._words, question, choices, what_goes(self._words, plan, versions)) != "remove":
                return
            open_plan.session.apply(Label("remove_personal_data"), remove_personal_data(plan))
            files.forget(open_plan)
        except KnownError as error:
            self._opening.refuse(error)
            return
        close()
        self.open_path(open_plan.path)

    def print(self, _open_plan: OpenPlan, desk: Desk) -> None:
        """Show the papers as they are printed; from there they go to the printer, into a PDF or a workbook."""
        from delegation_planner.screen.preview.dialog import PreviewDialog

        folder = self._around.settings.text(EXPORT_FOLDER, str(self._around.plans_folder))
        preview = PreviewDialog(self._window, desk, self._around.catalogues.words, Path(folder))
        preview.finished.connect(preview.deleteLater)
        preview.open()

    def show_last_export(self) -> None:
        """Open the folder that was last exported into."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(self._around.settings.text(EXPORT_FOLDER)))

    def sample_afresh(self) -> None:
        """Put the working copy of the sample aside and show a new one."""
        try:
            path = self._around.files.start_sample_afresh()
        except KnownError as error:
            self._opening.refuse(error)
        else:
            self.open_path(path)

    def _create_and_show(self, plan: Plan, stem: str, source: Path | None = None) -> None:
        """Ask where to keep a plan that was just made, and show it; never in the file that it was made of."""
        made: list[OpenPlan] = []

        def create(path: Path) -> None:
            if source is not None and path.absolute() == source.absolute():
                raise KnownError("The next visit needs a file of its own.")
            made.append(self._around.files.create(path, plan, replace=path.exists()))

        path = self._write_somewhere(self._words.say("Keep the visit as"), self._folder() / f"{stem}{ENDING}", create)
        if path is not None:
            self._around.settings.keep(_FOLDER, str(path.parent))
            self._show(made[0])

    def _write_somewhere(self, title: str, proposed: Path, write: Callable[[Path], None]) -> Path | None:
        """Ask for a place and write there; where that fails, for another place, until the person turns away."""
        say = self._words.say
        while (path := plan_to_write(self._window, self._words, title, proposed)) is not None:
            try:
                write(path)
            except KnownError as error:
                choices = [Choice("leave", say("Leave it")), Choice("other", say("Choose another place…"), "main")]
                if ask(self._window, self._words, self._words.error(error), choices) != "other":
                    return None
            else:
                return path
        return None

    def _folder(self) -> Path:
        return Path(self._around.settings.text(_FOLDER, str(self._around.plans_folder)))
