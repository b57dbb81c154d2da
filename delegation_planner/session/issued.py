"""Puts editions that were issued elsewhere into a store: the sample comes with two."""

from collections.abc import Iterable

from delegation_planner.plan.edition import Issued
from delegation_planner.session.store import PlanStore


def keep_issued(store: PlanStore, issued: Iterable[Issued]) -> None:
    """Keep these editions in their order, each with its receipts; raises KnownError as PlanStore.issue."""
    for edition, plan, receipts in issued:
        store.issue(edition, plan)
        store.record_receipts(receipts)
