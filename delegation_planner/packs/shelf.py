"""What a pack is made of, taken out of the store at one moment."""

from collections.abc import Iterator
from typing import NamedTuple

from delegation_planner.plan.edition import Edition
from delegation_planner.plan.errors import KnownError, PlanFileError
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.sent import SentRegister
from delegation_planner.session.store import PlanStore


class Shelf(NamedTuple):
    """An edition, its plan, and what went out before it.

    What is news is told after edition `since`, which it `replaces` and whose plan is `before`: None for 0, and the plan
    also where it was taken out with personal data. `earlier` are older plans, the newest first, as far back as people
    go who have left the visit.
    """

    edition: Edition
    plan: Plan
    since: int
    register: SentRegister
    replaces: Edition | None = None
    before: Plan | None = None
    earlier: tuple[Plan, ...] = ()


def take_from(store: PlanStore, number: int | None = None, since: int | None = None) -> Shelf:
    """What a pack of the newest edition, or of that number, is made of; news since the edition before, or `since`.

    Raises KnownError where there is no such edition, or a later one has gone out.
    """
    editions = {edition.number: edition for edition in store.editions()}
    if not editions:
        raise KnownError("No edition has been issued yet. Issue one first.")
    number = max(editions) if number is None else number
    if number not in editions:
        raise KnownError("There is no edition {number}.", number=number)
    since = number - 1 if since is None else since
    if not 0 <= since < number:
        raise KnownError("Edition {since} does not come before edition {number}.", since=since, number=number)
    register = store.sent()
    out = max((sent.edition for sent in register.values()), default=0)
    if out > number:
        raise KnownError(
            "Edition {later} has gone out: edition {number} would take its readers back. Issue it anew instead.",
            later=out, number=number,
        )  # fmt: skip
    plan, before = store.edition_plan(number), _plan_or_none(store, since)
    earlier = tuple(_earlier(store, number, plan, register))
    return Shelf(editions[number], plan, since, register, editions.get(since), before, earlier)


def people_told(register: SentRegister) -> set[str]:
    """The participants among the readers; a circle of readers has a slash in its key."""
    return {reader for reader, _ in register if "/" not in reader}


def _plan_or_none(store: PlanStore, number: int) -> Plan | None:
    if number == 0:
        return None
    try:
        return store.edition_plan(number)
    except PlanFileError:
        return None


def _earlier(store: PlanStore, number: int, plan: Plan, register: SentRegister) -> Iterator[Plan]:
    missing = {id for id in people_told(register) if plan.get(Participant, id) is None}
    for each in range(number - 1, 0, -1):
        if not missing:
            return
        earlier = _plan_or_none(store, each)
        if earlier is not None:
            missing -= earlier.table(Participant).keys()
            yield earlier
