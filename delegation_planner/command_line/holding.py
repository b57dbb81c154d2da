"""holders: who was given which edition, who has said so, and who still holds an old one."""

import argparse
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from delegation_planner.command_line.exporting import find_participant
from delegation_planner.command_line.issued import must_be_issued
from delegation_planner.command_line.speaking import Terminal
from delegation_planner.editions.holders import Holder, holders, out_of_date
from delegation_planner.editions.notices import names_in
from delegation_planner.plan.day_time import stamp
from delegation_planner.plan.edition import Receipt, ReceiptEvent
from delegation_planner.plan.errors import KnownError
from delegation_planner.plan.plan import Plan
from delegation_planner.planfile.plan_file import PlanFile
from delegation_planner.resource_files import read_rulebook
from delegation_planner.session.issued import gone_out
from delegation_planner.words.editions import edition_number, holder_line
from delegation_planner.words.visit_lines import listed


def holders_of(options: argparse.Namespace, speaker: Terminal) -> int:
    """Record what was given or acknowledged, if anything is, and list who holds which edition."""
    writes = bool(options.given or options.acknowledged)
    file = PlanFile.open(options.plan, read_only=not writes)
    try:
        if writes:
            file.must_be_writable()
        editions = file.editions()
        if not editions:
            raise KnownError("No edition has been issued yet. Issue one first.")
        plan, current = file.load(), editions[-1].number
        must_be_issued(editions, options.edition)
        receipts = file.receipts()
        if writes:
            file.record_receipts(_receipts(options, plan, options.edition or current, receipts))
            receipts = file.receipts()
        stale = out_of_date(gone_out(file)(), read_rulebook())
    finally:
        file.close()
    _tell(plan, holders(receipts), stale, speaker)
    return 0


def _receipts(options: argparse.Namespace, plan: Plan, number: int, known: Iterable[Receipt]) -> Iterator[Receipt]:
    """Where no means is named, the one stays that was recorded for this reader and edition, else it is by mail."""
    at = stamp(datetime.now(UTC))
    recorded = {receipt.reader: receipt.means for receipt in known if receipt.edition == number}
    events: tuple[tuple[ReceiptEvent, list[str]], ...] = (
        ("given", options.given), ("acknowledged", options.acknowledged),
    )  # fmt: skip
    for event, names in events:
        for name in names:
            reader = _reader(plan, name)
            means = options.means or recorded.get(reader, "mail")
            yield Receipt(number, reader, event, means, at, options.note)


def _reader(plan: Plan, name: str) -> str:
    """A participant's id; a name in [brackets] that no participant has stands for somebody else: a hotel, a driver."""
    try:
        return find_participant(plan, name)
    except KnownError:
        if name.startswith("[") and name.endswith("]"):
            return name
        raise


def _tell(plan: Plan, held: Iterable[Holder], stale: Iterable[Holder], speaker: Terminal) -> None:
    words = speaker.words
    names = names_in(plan, words.language)
    for holder in held:
        speaker.tell(holder_line(words, holder, names.get(holder.reader, holder.reader)))
    by_edition: dict[int, list[str]] = {}
    for holder in stale:
        by_edition.setdefault(holder.edition, []).append(names.get(holder.reader, holder.reader))
    for number, people in sorted(by_edition.items()):
        speaker.complain(
            words.say(
                "Still on {edition}: {people}", edition=edition_number(words, number), people=listed(words, people)
            )
        )
