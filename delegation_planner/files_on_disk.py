"""What the window does with plans, done with plan files: opening, copies, earlier versions, the sample."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Final

from typing_extensions import override

from delegation_planner.exports.file_names import free_name, safe_stem
from delegation_planner.plan.document import DocumentFile
from delegation_planner.plan.edition import Issued
from delegation_planner.plan.edits.difference import difference
from delegation_planner.plan.errors import (
    DamagedPlanFile,
    KnownError,
    PlanFileError,
    PlanFileHeld,
    PlanFileReadOnly,
    PlanFileUnreachable,
)
from delegation_planner.plan.kinds import Id
from delegation_planner.plan.plan import Plan
from delegation_planner.planfile.lock import holder, lock_path
from delegation_planner.planfile.opening import examine_large
from delegation_planner.planfile.plan_file import PlanFile, read_plan_file
from delegation_planner.planfile.snapshots import remove_snapshots, snapshots
from delegation_planner.planfile.versions import keep_named, named_path, named_versions, plan_uuid_of
from delegation_planner.screen.plan_files import EarlierVersion, OpenPlan, OtherCopy, PlanFiles, Salvaged
from delegation_planner.session.issued import keep_issued
from delegation_planner.session.plan_session import PlanSession
from delegation_planner.session.shared_past import shared_past
from delegation_planner.session.store import Label
from delegation_planner.words.words import mark

VERSION_EVERY_SECONDS: Final = 600
SAMPLE: Final = "Sample visit.visit"


class FilesOnDisk(PlanFiles):
    """`versions` holds the earlier versions of all plans, `sample_folder` the working copy of the sample."""

    def __init__(
        self,
        *,
        versions: Path,
        sample_folder: Path,
        read_sample: Callable[[], Plan],
        new_id: Callable[[], Id],
        now: Callable[[], datetime],
        author: str = "",
        read_editions: Callable[[], Sequence[Issued]] = tuple,
    ) -> None:
        self._versions = versions
        self._sample_folder = sample_folder
        self._read_sample = read_sample
        self._read_editions = read_editions
        self._new_id = new_id
        self._author = author
        self._now = now
        self._version_at = now()

    @override
    def open(self, path: Path, *, read_only: bool = False, take_over: bool = False) -> OpenPlan:
        file = PlanFile.open(path, read_only=read_only, take_over=take_over, snapshot_folder=self._versions)
        return self._opened(file)

    @override
    def create(self, path: Path, plan: Plan, *, replace: bool = False) -> OpenPlan:
        return self._opened(PlanFile.create(path, plan, replace=replace))

    @override
    def save_copy(self, open_plan: OpenPlan, target: Path, *, replace: bool = False) -> None:
        try:
            _file(open_plan).save_copy(target, replace=replace)
        except (PlanFileUnreachable, PlanFileReadOnly, DamagedPlanFile):
            # The medium of the plan may have gone; if it is the target's, this fails with its own sentence.
            PlanFile.create(target, open_plan.session.plan, replace=replace).close()
        else:
            self._bring_up_to_screen(target, open_plan.session.plan)

    @override
    def keep_version(self, open_plan: OpenPlan, name: str = "") -> None:
        file = _file(open_plan)
        if name:
            keep_named(file.path, self._versions, file.plan_uuid, safe_stem(name), self._now())
        else:
            file.snapshot(self._versions, self._now())

    @override
    def earlier_versions(self, path: Path) -> Sequence[EarlierVersion]:
        plan_uuid = plan_uuid_of(path)
        if plan_uuid is None:
            return ()
        kept = [EarlierVersion(str(each.path), each.at) for each in snapshots(self._versions, plan_uuid)]
        kept += [
            EarlierVersion(str(each.path), each.at, each.name) for each in named_versions(self._versions, plan_uuid)
        ]
        return sorted(kept, key=lambda version: version.at, reverse=True)

    @override
    def read_version(self, path: Path, version: EarlierVersion) -> Plan:
        return read_plan_file(Path(version.key))

    @override
    def read_copy(self, open_plan: OpenPlan, path: Path) -> OtherCopy:
        here = _file(open_plan).path
        if path.exists() and path.samefile(here):
            raise KnownError("{file} is the plan that is open. Choose the other copy of it.", file=path.name)
        with _read(here) as ours, _read(path) as theirs:
            plan = theirs.load()
            base = shared_past((ours.load(), ours.log()), (plan, theirs.log()))
            if base is None:
                raise KnownError(
                    "{file} and {plan} are not copies of one plan: their histories never meet.",
                    file=path.name, plan=here.name,
                )  # fmt: skip
            known = {row.sha256 for row in base.rows(DocumentFile)}
            new = {row.sha256 for row in plan.rows(DocumentFile)} - known
            return OtherCopy(base, plan, {sha256: theirs.attachment(sha256) for sha256 in new})

    @override
    def original_of(self, path: Path) -> Path | None:
        try:
            beside = sorted(path.parent.glob(f"*{path.suffix}"), key=lambda other: len(other.name))
        except OSError:
            return None
        shorter = [other for other in beside if other != path and path.stem.startswith(other.stem)]
        uuid = plan_uuid_of(path) if shorter else None
        return next((other for other in shorter if uuid is not None and plan_uuid_of(other) == uuid), None)

    @override
    def salvage(self, path: Path, target: Path) -> Salvaged:
        from delegation_planner.planfile.salvage import salvage

        saved = salvage(path, target)
        losses = []
        if saved.losses:
            message = mark("Entries or fields that could not be read and are left out: {count}.")
            losses.append(PlanFileError(message, count=len(saved.losses)))
        if not saved.undo_kept:
            losses.append(PlanFileError(mark("What was done before can no longer be undone.")))
        return Salvaged(target, sum(saved.rows.values()), tuple(losses))

    @override
    def keep_alive(self, open_plan: OpenPlan) -> PlanFileError | None:
        file = _file(open_plan)
        was_ours = not file.read_only
        if file.whereabouts.trouble() is not None:
            return None  # the window watches that itself
        return file.read_only_reason if not file.refresh_lock() and was_ours else None

    @override
    def version_is_due(self, open_plan: OpenPlan) -> bool:
        now = self._now()
        is_due = (now - self._version_at).total_seconds() >= VERSION_EVERY_SECONDS
        if is_due:
            self._version_at = now
        return is_due

    @override
    def whereabouts(self, open_plan: OpenPlan) -> PlanFileError | None:
        return _file(open_plan).whereabouts.trouble()

    @override
    def changed_by_others(self, open_plan: OpenPlan) -> PlanFileError | None:
        return _file(open_plan).changed_by_others()

    @override
    def is_free(self, open_plan: OpenPlan) -> bool:
        return isinstance(open_plan.read_only_reason, PlanFileHeld) and holder(lock_path(open_plan.path)) is None

    @override
    def resume(self, open_plan: OpenPlan) -> PlanFileError | None:
        file = _file(open_plan)
        try:
            file.resume()
            file.try_writing()
        except PlanFileError as error:
            return error
        return file.read_only_reason

    @override
    def try_writing(self, open_plan: OpenPlan) -> PlanFileError | None:
        try:
            _file(open_plan).try_writing()
        except PlanFileError as error:
            return error
        return None

    @override
    def examine(self, open_plan: OpenPlan) -> None:
        examine_large(_file(open_plan).path)

    @override
    def keep_ours(self, open_plan: OpenPlan, name: str) -> None:
        target = named_path(self._versions, _file(open_plan).plan_uuid, safe_stem(name), self._now())
        _make_folder(target.parent)
        self.save_copy(open_plan, target, replace=True)

    @override
    def forget(self, open_plan: OpenPlan) -> None:
        file = _file(open_plan)
        file.forget_history()
        remove_snapshots(self._versions, file.plan_uuid)

    @override
    def keep_last(self, open_plan: OpenPlan) -> None:
        file = _file(open_plan)
        if not file.read_only and file.whereabouts.trouble() is None:
            file.snapshot(self._versions, self._now())

    @override
    def working_copy(self) -> Path:
        path = self._sample_folder / SAMPLE
        if not path.exists():
            _make_folder(self._sample_folder)
            file = PlanFile.create(path, self._read_sample())
            try:
                keep_issued(file, self._read_editions())
            finally:
                file.close()
        return path

    @override
    def start_sample_afresh(self) -> Path:
        path = self._sample_folder / SAMPLE
        if path.exists():
            self._put_aside(path)
        return self.working_copy()

    def _bring_up_to_screen(self, copy: Path, plan: Plan) -> None:
        """What somebody else has written into the file is not what is on our screen."""
        if read_plan_file(copy) == plan:
            return
        session = PlanSession(PlanFile.open(copy), new_id=self._new_id, now=self._now, author=self._author)
        try:
            session.apply(Label("restore_version"), difference(session.plan, plan))
        finally:
            session.close()

    def _put_aside(self, path: Path) -> None:
        """Under a dated name; the file is opened once, so that one which is open elsewhere is not moved away."""
        file = PlanFile.open(path)
        try:
            file.must_be_writable()
        finally:
            file.close()
        dated = f"{path.stem}, until {self._now().astimezone():%Y-%m-%d}{path.suffix}"
        target = path.with_name(free_name(dated, [each.name for each in path.parent.iterdir()]))
        try:
            path.rename(target)
        except OSError as error:
            cause = error.strerror or str(error)
            raise KnownError("{file} cannot be put aside: {cause}.", file=path.name, cause=cause) from error

    def _opened(self, file: PlanFile) -> OpenPlan:
        self._version_at = self._now()
        session = PlanSession(file, new_id=self._new_id, now=self._now, author=self._author)
        return OpenPlan(session, file.path, file.read_only_reason)


@contextmanager
def _read(path: Path) -> Iterator[PlanFile]:
    file = PlanFile.open(path, read_only=True)
    try:
        yield file
    finally:
        file.close()


def _file(open_plan: OpenPlan) -> PlanFile:
    store = open_plan.session.store
    assert isinstance(store, PlanFile)
    return store


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        cause = error.strerror or str(error)
        raise KnownError("The folder {folder} cannot be made: {cause}.", folder=str(folder), cause=cause) from error
