"""What is remembered of a paper of the last visit, as a line among the remarks of the next one's."""

from datetime import date

from delegation_planner.plan.document import Document
from delegation_planner.plan.kinds import IsoDate
from delegation_planner.words.dates import plain_date
from delegation_planner.words.kinds_words import DOCUMENT_STATES
from delegation_planner.words.words import Words


def last_time(words: Words, document: Document) -> str:
    """Last visit: received; no. 123/AZ, 1 July 2017. Nothing of a paper that had not begun."""
    parts = [_state(words, document)] if document.state != "planned" else []
    parts.append(", ".join(_number_and_date(words, document.number, document.dated)))
    parts.append(_acceptance(
        words, words.say("guest side"), document.guest_acceptance_channel, document.guest_acceptance_number,
        document.guest_acceptance_date,
    ))  # fmt: skip
    parts.append(_acceptance(
        words, words.say("host side"), document.host_acceptance_channel, document.host_acceptance_number,
        document.host_acceptance_date,
    ))  # fmt: skip
    told = [part for part in parts if part]
    return words.say("Last visit: {facts}.", facts="; ".join(told)) if told else ""


def _state(words: Words, document: Document) -> str:
    state = words.say(DOCUMENT_STATES[document.state])
    reason = " ".join(document.state_reason.split())
    return f"{state} ({reason})" if reason else state


def _acceptance(words: Words, side: str, channel: str, number: str, dated: IsoDate | None) -> str:
    facts = ", ".join([part for part in (channel,) if part] + _number_and_date(words, number, dated))
    return f"{side}: {facts}" if facts else ""


def _number_and_date(words: Words, number: str, dated: IsoDate | None) -> list[str]:
    said = [words.say("no. {number}", number=number)] if number else []
    return said + ([plain_date(words, date.fromisoformat(dated))] if dated else [])
