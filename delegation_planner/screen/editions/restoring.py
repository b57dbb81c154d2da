"""Editions as earlier versions that the draft can be made equal to; no Qt."""

from collections.abc import Callable, Iterable

from delegation_planner.plan.change import Changes
from delegation_planner.plan.day_time import from_stamp
from delegation_planner.plan.edition import Edition
from delegation_planner.plan.edits.difference import difference
from delegation_planner.plan.plan import Plan
from delegation_planner.screen.plan_files import EarlierVersion
from delegation_planner.session.store import PlanStore
from delegation_planner.words.editions import edition_band
from delegation_planner.words.words import Words


def versions(words: Words, editions: Iterable[Edition]) -> list[EarlierVersion]:
    """One for each edition, the newest first; the key is its number."""
    return [
        EarlierVersion(str(one.number), from_stamp(one.issued_at), edition_band(words, one).text)
        for one in sorted(editions, reverse=True)
    ]


def changes_to(store: PlanStore, plan: Plan, number: int) -> Callable[[], Changes]:
    """What makes the plan equal to an edition, once it is asked for, which may be in any thread.

    Both raise KnownError where the edition cannot be read.
    """
    content = store.edition_content(number)
    return lambda: difference(plan, content())
