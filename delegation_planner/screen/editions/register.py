"""Who holds which edition, as rows to show and as receipts to record; no Qt."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from delegation_planner.editions.holders import Holder, holders
from delegation_planner.plan.addresses import ascii_address
from delegation_planner.plan.day_time import from_stamp
from delegation_planner.plan.edition import Means, Receipt, ReceiptEvent
from delegation_planner.plan.kinds import UtcStamp
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.plan import Plan
from delegation_planner.programme.groundwork import natural
from delegation_planner.programme.texts import Texts
from delegation_planner.screen.names import person_name
from delegation_planner.screen.nodes import Node
from delegation_planner.words.dates import clock, day_and_month
from delegation_planner.words.editions import MEANS, edition_number
from delegation_planner.words.words import Words


class RegisterRow(NamedTuple):
    """A reader and what is known of one edition: given how and when, acknowledged when; empty for no.

    `holds` is the newest edition that the reader has; `is_stale` that it no longer tells what concerns the reader.
    """

    reader: str
    name: str
    holds: str = ""
    means: str = ""
    given: str = ""
    acknowledged: str = ""
    is_stale: bool = False


def register_nodes(
    words: Words, plan: Plan, receipts: Sequence[Receipt], number: int, stale: frozenset[str]
) -> tuple[Node[RegisterRow], ...]:
    """Everybody in the plan by number, then whoever else was given anything; told about edition `number`."""
    people = sorted(plan.rows(Participant), key=lambda row: natural(row.code))
    texts = Texts(words.language)
    names = {row.id: f"{row.code}  {person_name(plan, row.id, texts)}" for row in people}
    held = {holder.reader: holder for holder in holders(receipts)}
    of_this = {holder.reader: holder for holder in holders(one for one in receipts if one.edition == number)}
    readers = [*names, *(reader for reader in held if reader not in names)]
    return tuple(
        Node(reader, _row(words, reader, names, held.get(reader), of_this.get(reader), stale)) for reader in readers
    )


def usual_means(plan: Plan, readers: Iterable[str]) -> Means:
    """By mail where all of them have an address, else on paper."""
    rows = [plan.get(Participant, reader) for reader in readers]
    return "mail" if rows and all(row is not None and ascii_address(row.duty_email) for row in rows) else "paper"


def receipts_of(
    number: int, readers: Iterable[str], event: ReceiptEvent, means: Means, at: UtcStamp
) -> tuple[Receipt, ...]:
    """That each of them was given the edition, or has said that it came."""
    return tuple(Receipt(number, reader, event, means, at) for reader in readers)


def bracketed(name: str) -> str:
    """Whoever is no participant is known by a name in brackets."""
    return f"[{' '.join(name.split()).strip('[]')}]"


def _row(
    words: Words,
    reader: str,
    names: Mapping[str, str],
    holder: Holder | None,
    of_this: Holder | None,
    stale: frozenset[str],
) -> RegisterRow:
    return RegisterRow(
        reader,
        names.get(reader, reader),
        edition_number(words, holder.edition) if holder is not None else "",
        words.say(MEANS[of_this.means]) if of_this is not None and of_this.given_at else "",
        _when(words, of_this.given_at) if of_this is not None else "",
        _when(words, of_this.acknowledged_at) if of_this is not None else "",
        reader in stale,
    )


def _when(words: Words, at: UtcStamp) -> str:
    if not at:
        return ""
    moment = from_stamp(at).astimezone()
    return f"{day_and_month(words, moment.date())}, {clock(words, moment)}"
