"""Finds and reads what ships beside the code: rules, the sample visit, catalogues, icons.

What reads them is imported when it is needed: the window opens before it needs rules or the sample.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from delegation_planner.plan.errors import KnownError
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.tables import TABLES

if TYPE_CHECKING:
    from delegation_planner.plan.edition import Issued
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


def guide_folder() -> Path:
    """Where the guide for officers lies: English pages, and a folder of each other language."""
    folder = resources_folder()
    shipped = folder / "guide"
    return shipped if shipped.is_dir() else folder.parent / "docs" / "guide"


def icons_folder() -> Path:
    """Where the icons lie, as SVG."""
    return resources_folder() / "icons"


def read_rulebook() -> "Rulebook":
    """The rules that ship with the program."""
    from delegation_planner.plan.rulebook import rulebook_from

    return rulebook_from(*(_read("rules", name) for name in ("ranks", "schedule", "travel_times", "zones")))


def read_sample(*, fixed: bool) -> Plan:
    """The sample visit: in its window with a planning date, or fixed on that date."""
    return _sample_of(_written_sample(fixed=fixed))


def read_template(name: str, namespace: str) -> Plan:
    """A template of a visit, its ids made in the namespace (a UUID): give each visit another one."""
    from uuid import UUID

    from delegation_planner.plan.by_code import plan_by_code

    written = _read("templates", name)
    return plan_by_code({table: written.get(table, {}) for table in TABLES}, UUID(namespace))


def read_day_templates() -> list[Plan]:
    """The templates of days, in the order of a visit; their ids are always the same, whoever inserts one makes new."""
    from uuid import UUID

    from delegation_planner.plan.by_code import plan_by_code

    found = []
    for file in sorted(resources_folder().joinpath("templates", "days").glob("*.toml")):
        written = _read("templates", "days", file.stem)
        written["visit"] |= {"dates": "fixed", "anchor_date": "2017-01-01"}
        found.append(plan_by_code({table: written.get(table, {}) for table in TABLES}, UUID(SAMPLE_NAMESPACE)))
    return found


def read_sample_editions(*, fixed: bool) -> tuple["Issued", ...]:
    """The editions of the sample visit that went out before it became what it is now, the first one first."""
    from delegation_planner.plan.edition import Issued, Receipt, next_edition
    from delegation_planner.plan.participant import Participant

    found: list[Issued] = []
    for number, told in enumerate(_read("sample_visit", "edition")["edition"], 1):
        plan = _sample_of(_as_it_was(_written_sample(fixed=fixed), told))
        at: str = told["issued_at"]
        people = {row.code: row.id for row in plan.rows(Participant)}
        given = [(name, means) for means, names in told["given"].items() for name in names]
        by = dict(given)
        receipts = [Receipt(number, people.get(name, name), "given", means, at) for name, means in given]
        receipts += [
            Receipt(number, people.get(name, name), "acknowledged", by[name], at) for name in told["acknowledged"]
        ]
        texts = {name: told[name] for name in ("issued_by", "label", "comment")}
        found.append(Issued(next_edition(number - 1, at, **texts), plan, tuple(receipts)))
    return tuple(found)


def _written_sample(*, fixed: bool) -> dict[str, dict[str, Any]]:
    written = {table: _read("sample_visit", table) for table in TABLES if table not in _NOT_IN_THE_SAMPLE}
    once_fixed = written["visit"].pop("fixed")
    if fixed:
        written["visit"] |= once_fixed
    return written


def _as_it_was(written: dict[str, dict[str, Any]], told: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The sample's tables with what an edition says was otherwise in it."""
    for table, rows in told["was"].items():
        for code, fields in rows.items():
            written[table][code] |= fields
    for code in told.get("without", ()):
        for table in ("programme_item", "invitation", "step", "vehicle"):
            written[table].pop(code, None)
    return written


def _sample_of(written: dict[str, dict[str, Any]]) -> Plan:
    from uuid import UUID

    from delegation_planner.plan.by_code import plan_by_code

    return plan_by_code(written, UUID(SAMPLE_NAMESPACE))


def _read(*path: str) -> dict[str, Any]:
    import tomllib

    file = resources_folder().joinpath(*path).with_suffix(".toml")
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise KnownError("“{file}” cannot be read. Install the program again.", file=file.name) from error
