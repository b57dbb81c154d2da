"""Templates of days: those that ship, and a person's own, each a small plan file in a folder of the profile."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from typing_extensions import override

from delegation_planner.exports.file_names import safe_stem
from delegation_planner.plan.errors import KnownError
from delegation_planner.plan.plan import Plan
from delegation_planner.planfile.plan_file import PlanFile, read_plan_file
from delegation_planner.screen.day_templates import DayTemplate, DayTemplates

ENDING: Final = ".visit"


class TemplatesOnDisk(DayTemplates):
    """`folder` holds the person's own; `read_shipped` gives those of the program."""

    def __init__(self, folder: Path, read_shipped: Callable[[], Sequence[Plan]]) -> None:
        self._folder = folder
        self._read_shipped = read_shipped

    @override
    def listed(self) -> Sequence[DayTemplate]:
        shipped = [DayTemplate(plan) for plan in self._read_shipped()]
        own = [found for file in sorted(self._folder.glob(f"*{ENDING}")) if (found := _read(file)) is not None]
        return [*shipped, *own]

    @override
    def find(self, name: str) -> DayTemplate | None:
        file = self._file(name)
        return _read(file) if file.exists() else None

    @override
    def keep(self, plan: Plan) -> None:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            folder, cause = str(self._folder), error.strerror or str(error)
            raise KnownError("The folder {folder} cannot be made: {cause}.", folder=folder, cause=cause) from error
        PlanFile.create(self._file(plan.visit.title_en), plan, replace=True).close()

    @override
    def forget(self, template: DayTemplate) -> None:
        if template.file is None:
            return
        try:
            template.file.unlink(missing_ok=True)
        except OSError as error:
            cause = error.strerror or str(error)
            raise KnownError("{file} cannot be deleted: {cause}.", file=template.file.name, cause=cause) from error

    def _file(self, name: str) -> Path:
        return self._folder / f"{safe_stem(name)}{ENDING}"


def _read(file: Path) -> DayTemplate | None:
    try:
        return DayTemplate(read_plan_file(file), file)
    except KnownError:
        return None
