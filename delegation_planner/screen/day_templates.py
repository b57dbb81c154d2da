"""What the window asks of the place where templates of days are kept."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

from typing_extensions import override

from delegation_planner.plan.plan import Plan


class DayTemplate(NamedTuple):
    """A day to be inserted: a plan of that day alone, whose title is its name.

    `file` is where an own one lies; None for those that ship with the program.
    """

    plan: Plan
    file: Path | None = None


class DayTemplates(Protocol):
    """The templates of this program and of this person. Every error is a KnownError of plan.errors."""

    def listed(self) -> Sequence[DayTemplate]:
        """Those that ship, then the person's own by name; one that cannot be read is left out."""
        ...

    def find(self, name: str) -> DayTemplate | None:
        """The person's own template that is kept under this name."""
        ...

    def keep(self, plan: Plan) -> None:
        """Keep a day under its title, instead of one that was kept under it before."""
        ...

    def forget(self, template: DayTemplate) -> None:
        """Delete an own template."""
        ...


class NoDayTemplates(DayTemplates):
    """Where nothing is kept."""

    @override
    def listed(self) -> Sequence[DayTemplate]:
        return ()

    @override
    def find(self, name: str) -> DayTemplate | None:
        return None

    @override
    def keep(self, plan: Plan) -> None:
        """Keep nothing."""

    @override
    def forget(self, template: DayTemplate) -> None:
        """There is nothing to forget."""
