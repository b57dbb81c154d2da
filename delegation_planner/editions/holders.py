"""Who holds which edition, by the receipts, and for whom it is out of date (check X1)."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from delegation_planner.editions.compare import Version, personal_difference, whole_difference
from delegation_planner.plan.edition import GoneOut, Means, Receipt
from delegation_planner.plan.index import Index
from delegation_planner.plan.kinds import Id, UtcStamp
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.rulebook import Rulebook


class Holder(NamedTuple):
    """The newest edition that a reader is known to hold.

    `reader` is a participant's id, or a name. `given_at` is empty where nobody recorded that it was given, and
    `acknowledged_at` until the reader has said that it came.
    """

    reader: str
    edition: int
    means: Means
    given_at: UtcStamp = ""
    acknowledged_at: UtcStamp = ""


def holders(receipts: Iterable[Receipt]) -> tuple[Holder, ...]:
    """One for each reader, in the order in which they first were given anything."""
    found: dict[str, Holder] = {}
    for receipt in receipts:
        known = found.get(receipt.reader)
        if known is None or receipt.edition > known.edition:
            known = Holder(receipt.reader, receipt.edition, receipt.means)
        if receipt.edition == known.edition:
            known = _with(known, receipt)
        found[receipt.reader] = known
    return tuple(found.values())


def still_on_an_old_edition(
    receipts: Iterable[Receipt], current: int, is_touched: Callable[[Holder], bool]
) -> tuple[Holder, ...]:
    """X1: who holds an edition before the current one although the own items differ since.

    `is_touched` says so of a holder, between the edition held and the current one.
    """
    return tuple(holder for holder in holders(receipts) if holder.edition < current and is_touched(holder))


def out_of_date(gone_out: GoneOut, rulebook: Rulebook) -> tuple[Holder, ...]:
    """X1, of all that has gone out. Of an edition whose plan is missing, whatever it said is taken to be out of date.

    Nobody where the newest edition's own plan is missing. Raises PlanError where an edition cannot be read.
    """
    versions = {number: Version(plan, rulebook) for number, plan in gone_out.plans.items()}
    current = gone_out.editions[-1].number if gone_out.editions else 0
    if current not in versions:
        return ()

    def is_touched(holder: Holder) -> bool:
        old = versions.get(holder.edition)
        return old is None or is_out_of_date(holder, old, versions[current])

    return still_on_an_old_edition(gone_out.receipts, current, is_touched)


def empty_handed(gone_out: GoneOut) -> frozenset[Id]:
    """The participants with a programme of their own in the newest edition who were never given any.

    Nobody where the newest edition's own plan is missing.
    """
    plan = gone_out.plans.get(gone_out.editions[-1].number) if gone_out.editions else None
    if plan is None:
        return frozenset()
    index, held = Index.of(plan), {receipt.reader for receipt in gone_out.receipts}
    return frozenset(id for id in plan.table(Participant) if id not in held and index.items_concerning(id))


def is_out_of_date(holder: Holder, old: Version, new: Version) -> bool:
    """Whether the own programme, or for whoever is no participant anything at all, has changed between the two."""
    if any(version.plan.get(Participant, holder.reader) for version in (old, new)):
        return bool(personal_difference(old, new, holder.reader))
    return bool(whole_difference(old, new))


def _with(holder: Holder, receipt: Receipt) -> Holder:
    if receipt.event == "acknowledged":
        return holder._replace(acknowledged_at=receipt.at)
    return holder._replace(given_at=receipt.at, means=receipt.means)
