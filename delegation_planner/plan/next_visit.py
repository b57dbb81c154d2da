"""A visit once more: the next one begins with this one's programme, papers and, as far as wanted, people."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, Final, Literal, NamedTuple, get_args

from delegation_planner.plan.day_time import day_one
from delegation_planner.plan.delegation import Delegation
from delegation_planner.plan.document import Document, DocumentFile, Waiver
from delegation_planner.plan.edits.holidays import is_declined
from delegation_planner.plan.errors import PlanError
from delegation_planner.plan.kinds import LANGUAGES, Id, Language
from delegation_planner.plan.languages import field_of, text_in
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem, Vehicle
from delegation_planner.plan.renewing import rekeyed, renewed_item, renewed_vehicle
from delegation_planner.plan.tables import TABLES, Row
from delegation_planner.plan.visit import Visit
from delegation_planner.plan.visit_rules import Holiday, RuleOverride

Whose = Literal["all", "host", "none"]
WHOSE: Final[tuple[Whose, ...]] = get_args(Whose)
YEAR: Final = timedelta(weeks=52)
"""So much later a visit is proposed to come again: a year, to the same day of the week."""


class Next(NamedTuple):
    """What the next visit is called, the date of its day 1 (the first of its window if `until` is set), whose people
    come along: those of the delegations `kept`. `language` is that of the title.
    """

    title: str
    first: date
    until: date | None
    kept: frozenset[Id]
    language: Language = "en"


Refer = Callable[[Document], str]
"""What is remembered of how far a paper came at the last visit, in words; it stands among the new one's remarks."""


def next_visit(plan: Plan, asked: Next, refer: Refer, new_id: Callable[[], Id]) -> Plan:
    """The plan of the next visit: every row under an id of its own, every item new to all calendars.

    Items are tentative on their day numbers; cancelled ones stay behind, and so do papers that were withdrawn. Papers
    begin anew: planned, without numbers, dates, acceptances and files. Real times, pins, flight numbers, plates and
    drivers, holidays and waivers are left behind; travel times and the visit's own rules come along. Raises PlanError
    where title or window do not fit.
    """
    _check(plan, asked)
    coming = [row for kind in TABLES.values() for row in plan.rows(kind) if _comes(row, asked)]
    ids = {row.id: new_id() for row in coming if "id" in row._fields}
    rows = (rekeyed(_renewed(row, asked, refer, new_id), ids) for row in coming)
    return Plan.of(row for row in rows if row is not None)


def delegations_of(plan: Plan, whose: Whose) -> frozenset[Id]:
    """The delegations of both sides, of the host's alone, or none."""
    wanted = {"all": ("guest", "host"), "host": ("host",), "none": ()}[whose]
    return frozenset(row.id for row in plan.rows(Delegation) if row.side in wanted)


def proposed_first_day(plan: Plan) -> date:
    """Day 1 a year later, on the same day of the week."""
    return day_one(plan.visit) + YEAR


def length(visit: Visit) -> int:
    """On how many days the visit takes place."""
    return visit.last_day - visit.first_day + 1


def _check(plan: Plan, asked: Next) -> None:
    if not asked.title.strip():
        raise PlanError("Give the visit a title.")
    if asked.until is not None and asked.until < asked.first + timedelta(days=length(plan.visit) - 1):
        raise PlanError("The window is shorter than the visit.")


def _comes(row: Row, asked: Next) -> bool:
    match row:
        case Participant():
            return row.delegation_id in asked.kept
        case ProgrammeItem():
            return row.status != "cancelled"
        case Document():
            return row.state not in {"withdrawn", "superseded"}
        case RuleOverride():
            return not is_declined(row)
        case DocumentFile() | Holiday() | Waiver():
            return False
    return True


def _renewed(row: Row, asked: Next, refer: Refer, new_id: Callable[[], Id]) -> Row:
    match row:
        case Visit():
            return _renewed_visit(row, asked)
        case ProgrammeItem():
            return renewed_item(row, new_id)
        case Vehicle():
            return renewed_vehicle(row)
        case Document():
            return _renewed_document(row, refer)
    return row


def _renewed_visit(visit: Visit, asked: Next) -> Visit:
    """Other languages' titles stay only with an unchanged one; what was remarked was of the last visit."""
    title, first = asked.title.strip(), asked.first.isoformat()
    if title != text_in(visit, "title", asked.language):
        titles: dict[str, Any] = {field_of(stem, each): "" for stem in ("title", "short_title") for each in LANGUAGES}
        visit = visit._replace(**titles | {field_of("title", asked.language): title})
    visit = visit._replace(status="planned", judged_on=None, remarks="", window_start=None, window_end=None)
    if asked.until is None:
        return visit._replace(dates="fixed", anchor_date=first, planning_date=None)
    return visit._replace(
        dates="window", anchor_date=None, planning_date=None, window_start=first, window_end=asked.until.isoformat()
    )


def _renewed_document(document: Document, refer: Refer) -> Document:
    told = refer(document)
    return document._replace(
        state="planned", state_reason="", number="", dated=None,
        guest_acceptance_channel="", guest_acceptance_number="", guest_acceptance_date=None,
        host_acceptance_channel="", host_acceptance_number="", host_acceptance_date=None,
        remarks="\n".join(text for text in (told, document.remarks) if text),
    )  # fmt: skip
