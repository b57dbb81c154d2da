"""Checks of what has gone out: who still holds an old edition (X1), what was issued with errors open (X8).

They judge editions and receipts, not the plan: an edit leaves their findings as they are.
"""

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter
from typing import Final

from delegation_planner.checks.beside import following
from delegation_planner.checks.finding import Finding, fingerprint, subject
from delegation_planner.editions.holders import Holder, out_of_date
from delegation_planner.plan.edition import Edition, GoneOut
from delegation_planner.plan.languages import text_in
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.rulebook import Rulebook

OF_EDITIONS: Final = ("X1", "X8")
"""The checks by their numbers."""


def of_editions(gone_out: GoneOut, plan: Plan, rulebook: Rulebook) -> tuple[Finding, ...]:
    """Everything that these checks find; people are named as the plan has them now.

    Raises PlanError where an edition cannot be read, because its visit has no dates.
    """
    return following(plan, (*_old_editions(gone_out, plan, rulebook), *_unchecked_edition(gone_out)))


def _old_editions(gone_out: GoneOut, plan: Plan, rulebook: Rulebook) -> Iterator[Finding]:
    """X1: one for each old edition, naming all who still hold it though the newest tells them something else."""
    stale = sorted(out_of_date(gone_out, rulebook), key=attrgetter("edition"))
    for number, holders in groupby(stale, attrgetter("edition")):
        yield _old_edition(number, list(holders), gone_out, plan)


def _old_edition(number: int, holders: list[Holder], gone_out: GoneOut, plan: Plan) -> Finding:
    current = gone_out.editions[-1].number
    rows = [row for holder in holders if (row := plan.get(Participant, holder.reader)) is not None]
    others = [_name(holder, gone_out) for holder in holders if plan.get(Participant, holder.reader) is None]
    people = sorted((subject(row) for row in rows), key=lambda one: (one.code, one.id))
    values: dict[str, str | int] = {"edition": number, "current": current, "others": "\n".join(others)}
    marks = (str(number), str(current), *(holder.reader for holder in holders))
    return Finding("X1", "warning", tuple(people), values, fingerprint("X1", marks))


def _name(holder: Holder, gone_out: GoneOut) -> str:
    """Whoever is no participant any more is named as the edition did that he or she holds."""
    held = gone_out.plans.get(holder.edition)
    row = held.get(Participant, holder.reader) if held is not None else None
    return text_in(row, "name") if row is not None else holder.reader


def _unchecked_edition(gone_out: GoneOut) -> Iterator[Finding]:
    """X8: the newest edition was issued although errors were open; an older one is replaced."""
    newest: Edition | None = gone_out.editions[-1] if gone_out.editions else None
    if newest is not None and newest.open_errors:
        values: dict[str, str | int] = {"edition": newest.number, "errors": newest.open_errors}
        yield Finding("X8", "warning", (), values, fingerprint("X8", (str(newest.number), newest.issued_at)))
