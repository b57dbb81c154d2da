"""What the window asks of the place where plans are kept; the start of the program stands behind it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple, Protocol

from delegation_planner.plan.errors import PlanFileError
from delegation_planner.plan.plan import Plan
from delegation_planner.session.plan_session import PlanSession


class OpenPlan(NamedTuple):
    """An open plan: its session, its file, and why it can only be read (None where it can be changed)."""

    session: PlanSession
    path: Path
    read_only_reason: PlanFileError | None = None


class EarlierVersion(NamedTuple):
    """An earlier state of a plan: when it was kept (aware), and what the person called it, if anything."""

    key: str
    at: datetime
    name: str = ""


class Salvaged(NamedTuple):
    """What was saved out of a damaged file: where to, how many rows, and in words what was lost."""

    path: Path
    rows: int
    losses: tuple[PlanFileError, ...]


class OtherCopy(NamedTuple):
    """Another copy of a plan: what it holds, the last state in common, and the attached files that only it may hold."""

    base: Plan
    plan: Plan
    contents: Mapping[str, bytes]


class PlanFiles(Protocol):
    """Opening, making, copying and bringing back plans. Every error is a KnownError of plan.errors."""

    def open(self, path: Path, *, read_only: bool = False, take_over: bool = False) -> OpenPlan:
        """Open a plan, brought forward from an older version if need be."""
        ...

    def create(self, path: Path, plan: Plan, *, replace: bool = False) -> OpenPlan:
        """Make a new file of this plan and open it."""
        ...

    def save_copy(self, open_plan: OpenPlan, target: Path, *, replace: bool = False) -> None:
        """Write a copy of the plan as it is on the screen, with history and attachments as far as they can be read."""
        ...

    def keep_version(self, open_plan: OpenPlan, name: str = "") -> None:
        """Keep the plan as it is now among the earlier versions."""
        ...

    def earlier_versions(self, path: Path) -> Sequence[EarlierVersion]:
        """What is kept of a plan, newest first; also of one that is too damaged to be opened."""
        ...

    def read_version(self, path: Path, version: EarlierVersion) -> Plan:
        """The plan as it was."""
        ...

    def read_copy(self, open_plan: OpenPlan, path: Path) -> OtherCopy:
        """Another file of the same plan, for taking over what was changed there.

        Takes long and touches nothing that is open: call it in a worker. Raises KnownError where the two files have no
        past in common, or are one file.
        """
        ...

    def original_of(self, path: Path) -> Path | None:
        """The file beside this one of which a sync program has made this one, to keep what two people wrote at once.

        Reads files: call it in a worker. Raises nothing.
        """
        ...

    def salvage(self, path: Path, target: Path) -> Salvaged:
        """Save what can be read of a damaged plan into a new file."""
        ...

    def keep_alive(self, open_plan: OpenPlan) -> PlanFileError | None:
        """Called every minute: says that we are still here.

        Returns why the plan can from now on only be read, if somebody has taken over. Raises nothing.
        """
        ...

    def version_is_due(self, open_plan: OpenPlan) -> bool:
        """Whether so much time has passed that a version of an open plan should be kept; asking begins it anew."""
        ...

    def whereabouts(self, open_plan: OpenPlan) -> PlanFileError | None:
        """What has happened to the file in its place, if anything: PlanFileUnreachable or PlanFileChanged.

        Asks the file system alone, which may take long: call it in a worker.
        """
        ...

    def changed_by_others(self, open_plan: OpenPlan) -> PlanFileError | None:
        """PlanFileChanged where somebody else has written to the file; raises KnownError where it does not answer."""
        ...

    def is_free(self, open_plan: OpenPlan) -> bool:
        """Whether a plan that a colleague had open, and that is only read here, is open there no more.

        Asks the file system alone, which may take long: call it in a worker.
        """
        ...

    def resume(self, open_plan: OpenPlan) -> PlanFileError | None:
        """Take up again a file that came back or was put there anew; answers why that is not possible, if it is not."""
        ...

    def try_writing(self, open_plan: OpenPlan) -> PlanFileError | None:
        """Answers why the file cannot be written now, if it cannot; the session is read only as long as that is so."""
        ...

    def examine(self, open_plan: OpenPlan) -> None:
        """Examine a file wholly that was too large for that when it was opened; raises DamagedPlanFile.

        Takes long and touches nothing that is open: call it in a worker.
        """
        ...

    def keep_ours(self, open_plan: OpenPlan, name: str) -> None:
        """Keep the plan as it is on the screen among the earlier versions, whatever lies in its file's place."""
        ...

    def forget(self, open_plan: OpenPlan) -> None:
        """Take out for good what log and editions of the file hold, and every earlier version; open it anew then."""
        ...

    def keep_last(self, open_plan: OpenPlan) -> None:
        """Keep a version of a plan as it lies in its file, if it was changed since the last one.

        Takes a moment and touches nothing that is open: call it in a worker. Raises PlanFileError where no version can
        be kept; the plan itself is as safe as before.
        """
        ...

    def working_copy(self) -> Path:
        """The working copy of the sample, made at the first call."""
        ...

    def start_sample_afresh(self) -> Path:
        """Put the working copy aside under a dated name and make a new one, which is not open then."""
        ...
