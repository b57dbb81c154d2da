"""Editions and who holds them, put into a store and taken out of it."""

from collections.abc import Callable, Iterable

from delegation_planner.plan.edition import GoneOut, Issued, held
from delegation_planner.plan.errors import PlanFileError
from delegation_planner.plan.plan import Plan
from delegation_planner.session.store import PlanStore


def keep_issued(store: PlanStore, issued: Iterable[Issued]) -> None:
    """Keep editions that were issued elsewhere in their order, each with its receipts: the sample comes with two.

    Raises KnownError as PlanStore.issue.
    """
    for edition, plan, receipts in issued:
        store.issue(edition, plan)
        store.record_receipts(receipts)


def gone_out(store: PlanStore) -> Callable[[], GoneOut]:
    """What has gone out, read now; unpacked, which may take long, by the answer in any thread.

    The plan of an edition that cannot be read is missing. Raises KnownError where the store itself cannot be read.
    """
    editions, receipts = tuple(store.editions()), tuple(store.receipts())
    if not editions:
        return GoneOut
    numbers = {editions[-1].number, *held(receipts).values()}
    contents = {number: content for number in sorted(numbers) if (content := _content(store, number)) is not None}

    def unpacked() -> GoneOut:
        plans = {number: _plan(content) for number, content in contents.items()}
        return GoneOut(editions, receipts, {number: plan for number, plan in plans.items() if plan is not None})

    return unpacked


def _content(store: PlanStore, number: int) -> Callable[[], Plan] | None:
    try:
        return store.edition_content(number)
    except PlanFileError:
        return None


def _plan(content: Callable[[], Plan]) -> Plan | None:
    try:
        return content()
    except PlanFileError:
        return None
