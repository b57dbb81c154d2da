"""What a pack is made of, taken out of the store at one moment."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from delegation_planner.plan.edition import Edition
from delegation_planner.plan.edition import held as newest_held
from delegation_planner.plan.errors import KnownError, PlanFileError
from delegation_planner.plan.kinds import Id
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.sent import SentRegister
from delegation_planner.session.store import PlanStore

Content = Callable[[], Plan | None]
"""What an edition froze, read when it is asked for; asks no file."""


class Shelf(NamedTuple):
    """An edition, its plan, and what went out before it.

    To all together the news is what has changed since edition `since`, the newest one before it that is known to have
    gone out to anybody; to a person, since the one that is `held` by the receipts, else since `packed`, the newest one
    whose pack went out. All of them are 0 where there is none. `editions` and `plans` are by their numbers; a plan is
    missing where it was taken out with personal data. `earlier` are older plans, the newest first, as far back as
    people go who have left the visit.
    """

    edition: Edition
    plan: Plan
    since: int
    packed: int
    register: SentRegister
    editions: Mapping[int, Edition] = {}
    plans: Mapping[int, Plan] = {}
    held: Mapping[Id, int] = {}
    earlier: tuple[Plan, ...] = ()

    def held_by(self, reader: Id) -> int:
        """The edition that this person is taken to hold; 0 where the person holds none."""
        return self.held.get(reader, self.packed)


def take_from(store: PlanStore, number: int | None = None, since: int | None = None) -> Shelf:
    """What a pack of the newest edition, or of that number, is made of.

    News is what differs from the edition that each person holds by the receipts, and for all others from the newest
    one whose pack went out; with `since` it is what differs from that edition, for everybody. Raises KnownError where
    there is no such edition, or a later one has gone out.
    """
    return reach_for(store, number, since)()


def reach_for(store: PlanStore, number: int | None = None, since: int | None = None) -> Callable[[], Shelf]:
    """As `take_from`, in two halves: all that is asked of the store is asked now, and the plans are read by the answer.

    That takes long for large ones, and can be done in any thread. Both halves raise KnownError.
    """
    editions = {edition.number: edition for edition in store.editions()}
    if not editions:
        raise KnownError("No edition has been issued yet. Issue one first.")
    number = max(editions) if number is None else number
    if number not in editions:
        raise KnownError("There is no Edition {number}.", number=number)
    packed, held = since or 0, dict[Id, int]()
    if since is None:
        packed = max((each for each in store.editions_sent() if each < number), default=0)
        held = newest_held(receipt for receipt in store.receipts() if receipt.edition < number)
    before = max((packed, *held.values())) if since is None else since
    if not 0 <= before < number:
        raise KnownError("Edition {since} does not come before Edition {number}.", since=before, number=number)
    register = store.sent()
    out = max((sent.edition for sent in register.values()), default=0)
    if out > number:
        raise KnownError(
            "Edition {later} has gone out: Edition {number} would take its readers back. Issue it anew instead.",
            later=out, number=number,
        )  # fmt: skip
    read = store.edition_content(number)
    contents = {each: _content(store, each) for each in range(number - 1, 0, -1)}

    def shelf() -> Shelf:
        plan = read()
        known = {each: contents[each]() for each in {before, packed, *held.values()} - {0}}
        plans = {each: earlier for each, earlier in known.items() if earlier is not None}
        earlier = tuple(_earlier(contents.values(), plan, register))
        return Shelf(editions[number], plan, before, packed, register, editions, plans, held, earlier)

    return shelf


def people_told(register: SentRegister) -> set[str]:
    """The participants among the readers; a circle of readers has a slash in its key."""
    return {reader for reader, _ in register if "/" not in reader}


def _content(store: PlanStore, number: int) -> Content:
    """Reads the plan of an edition; None where it was taken out, or is damaged."""
    try:
        read = store.edition_content(number)
    except PlanFileError:
        return lambda: None

    def plan_or_none() -> Plan | None:
        try:
            return read()
        except PlanFileError:
            return None

    return plan_or_none


def _earlier(contents: Iterable[Content], plan: Plan, register: SentRegister) -> Iterator[Plan]:
    missing = {id for id in people_told(register) if plan.get(Participant, id) is None}
    for content in contents:
        if not missing:
            return
        earlier = content()
        if earlier is not None:
            missing -= earlier.table(Participant).keys()
            yield earlier
