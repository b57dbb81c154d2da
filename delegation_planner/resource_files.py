"""Finds and reads what ships beside the code: rules, the sample visit, catalogues, icons.

What reads them is imported when it is needed: the window opens before it needs rules or the sample.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from delegation_planner.plan.errors import KnownError
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.tables import TABLES

if TYPE_CHECKING:
    from delegation_planner.plan.rulebook import Rulebook

SAMPLE_NAMESPACE: Final = "5a3c1f0e-6f0b-5d0e-9a55-20170724a2d1"
"""Ids of the sample are made in it, so that they are the same on every machine and in golden files."""

_NOT_IN_THE_SAMPLE: Final = {"document_file", "waiver", "holiday", "rule_override"}


def resources_folder() -> Path:
    """The folder of all resources: inside an installed or frozen package, else the checkout's own."""
    here = Path(__file__).resolve().parent
    for folder in (here / "_resources", here.parent / "resources"):
        if folder.is_dir():
            return folder
    raise KnownError("The program's own files are missing. Install it again.")


def catalogue_folder() -> Path:
    """Where the translations lie, one gettext catalogue a language; need not exist."""
    return resources_folder() / "translations"


def icons_folder() -> Path:
    """Where the icons lie, as SVG."""
    return resources_folder() / "icons"


def read_rulebook() -> "Rulebook":
    """The rules that ship with the program."""
    from delegation_planner.plan.rulebook import rulebook_from

    return rulebook_from(_read("rules", "ranks"), _read("rules", "schedule"))


def read_sample(*, fixed: bool) -> Plan:
    """The sample visit: in its window with a planning date, or fixed on that date."""
    from uuid import UUID

    from delegation_planner.plan.by_code import plan_by_code

    written = {table: _read("sample_visit", table) for table in TABLES if table not in _NOT_IN_THE_SAMPLE}
    once_fixed = written["visit"].pop("fixed")
    if fixed:
        written["visit"] |= once_fixed
    return plan_by_code(written, UUID(SAMPLE_NAMESPACE))


def _read(*path: str) -> dict[str, Any]:
    import tomllib

    file = resources_folder().joinpath(*path).with_suffix(".toml")
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise KnownError("“{file}” cannot be read. Install the program again.", file=file.name) from error
