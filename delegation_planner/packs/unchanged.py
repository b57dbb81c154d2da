"""Whether a plan still says what its newest edition froze: its papers then bear that edition."""

from collections.abc import Callable

from delegation_planner.editions.compare import Version, whole_difference
from delegation_planner.exports.papers.imprint import Issue
from delegation_planner.plan.errors import PlanFileError
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.rulebook import Rulebook
from delegation_planner.session.store import PlanStore

IssueOf = Callable[[Plan, Rulebook], Issue | None]
"""The issue of which the papers of this plan are; None for a draft."""


def newest_issue(store: PlanStore) -> IssueOf:
    """The newest edition, read now and compared, which may take long, by the answer in any thread.

    An edition whose plan was taken out is not compared: its papers are a draft's. Raises KnownError where the store
    cannot be read.
    """
    editions = store.editions()
    if not editions:
        return lambda _plan, _rulebook: None
    newest, replaces = editions[-1], editions[-2] if len(editions) > 1 else None
    try:
        frozen = store.edition_content(newest.number)
    except PlanFileError:
        return lambda _plan, _rulebook: None

    def issue(plan: Plan, rulebook: Rulebook) -> Issue | None:
        differs = whole_difference(Version(frozen(), rulebook), Version(plan, rulebook))
        return None if differs else Issue(newest, replaces)

    return issue
