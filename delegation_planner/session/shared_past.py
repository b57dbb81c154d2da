"""Where two copies of a plan went apart: the last state that the histories of both lead back to."""

from collections.abc import Sequence
from itertools import chain, takewhile

from delegation_planner.plan.change import Changes
from delegation_planner.plan.edits.difference import difference
from delegation_planner.plan.plan import Plan
from delegation_planner.session.store import LogEntry

Log = Sequence[LogEntry]


def shared_past(ours: tuple[Plan, Log], theirs: tuple[Plan, Log]) -> Plan | None:
    """The plan before the first edit that only one of the two logs holds; None where they have no past in common.

    A log may begin late, where its file has been told to forget: it is enough that both reach back to that state.
    """
    begin = max((log[0].seq for _, log in (ours, theirs) if log), default=0)
    logs = [[entry for entry in log if entry.seq >= begin] for _, log in (ours, theirs)]
    shared = sum(1 for _ in takewhile(lambda pair: _is_same(*pair), zip(*logs, strict=False)))
    here, there = (_before(plan, log[shared:]) for (plan, _), log in zip((ours, theirs), logs, strict=True))
    return None if difference(here, there) else here


def _is_same(one: LogEntry, other: LogEntry) -> bool:
    return one[:5] == other[:5]  # the labels and changes of the same edit are the same


def _before(plan: Plan, entries: Log) -> Plan:
    undone = chain.from_iterable(entry.changes.inverse() for entry in reversed(entries))
    return plan.changed(Changes.merged(undone))
