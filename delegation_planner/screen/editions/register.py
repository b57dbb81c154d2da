"""Who holds which edition, as rows to show and as receipts to record; no Qt."""

from collections.abc import Iterable, Sequence
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
from delegation_planner.screen.host_time import at_host, host_moment
from delegation_planner.screen.names import person_name
from delegation_planner.screen.nodes import Node
from delegation_planner.words.dates import clock, day_and_month
from delegation_planner.words.editions import MEANS, edition_number
from delegation_planner.words.words import Words


class RegisterRow(NamedTuple):
    """A reader and what is known of one edition: given how and when, acknowledged when; empty for no.

    `holds` is the newest edition that the reader has; `is_stale` that it no longer tells what concerns the reader, and
    `lacks` that the reader has none although the newest concerns him or her. Moments are the host's; `..._in_full` with
    year and zone.
    """

    reader: str
    name: str
    holds: str = ""
    means: str = ""
    given: str = ""
    acknowledged: str = ""
    is_stale: bool = False
    lacks: bool = False
    given_in_full: str = ""
    acknowledged_in_full: str = ""


class Behind(NamedTuple):
    """Readers who hold an edition that says something else by now, and who hold none although it concerns them."""

    stale: frozenset[str] = frozenset()
    lacking: frozenset[str] = frozenset()


def register_nodes(
    words: Words, plan: Plan, receipts: Sequence[Receipt], number: int, behind: Behind
) -> tuple[Node[RegisterRow], ...]:
    """Everybody in the plan by number, then whoever else was given anything; told about edition `number`."""
    people = sorted(plan.rows(Participant), key=lambda row: natural(row.code))
    texts = Texts(words.language)
    names = {row.id: f"{row.code}  {person_name(plan, row.id, texts)}" for row in people}
    held = {holder.reader: holder.edition for holder in holders(receipts)}
    of_this = {holder.reader: holder for holder in holders(one for one in receipts if one.edition == number)}
    readers = [*names, *(reader for reader in held if reader not in names)]

    def row(reader: str) -> RegisterRow:
        known = of_this.get(reader, Holder(reader, number, "other"))
        given, acknowledged = known.given_at, known.acknowledged_at
        return RegisterRow(
            reader,
            names.get(reader, reader),
            edition_number(words, held[reader]) if reader in held else "",
            words.say(MEANS[known.means]) if given else "",
            _brief(words, plan, given),
            _brief(words, plan, acknowledged),
            reader in behind.stale,
            reader in behind.lacking,
            _in_full(words, plan, given),
            _in_full(words, plan, acknowledged),
        )

    return tuple(Node(reader, row(reader)) for reader in readers)


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


def _brief(words: Words, plan: Plan, at: UtcStamp) -> str:
    if not at:
        return ""
    moment = at_host(plan.visit, from_stamp(at))
    return f"{day_and_month(words, moment.date())}, {clock(words, moment)}"


def _in_full(words: Words, plan: Plan, at: UtcStamp) -> str:
    return host_moment(words, plan.visit, from_stamp(at)) if at else ""
