"""The calendars of an edition: for each reader one file with all, and a message for each item that changed."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Final, Literal, NamedTuple

from delegation_planner.editions.notices import Correspondent, Reader
from delegation_planner.exports.calendar.calendars import (
    CalendarFile,
    calendar_bytes,
    calendar_file,
    calendar_names,
    stamp_of,
)
from delegation_planner.exports.calendar.events import Event
from delegation_planner.exports.calendar.events_once import EventsOnce
from delegation_planner.exports.calendar.messages import (
    MessageMethod,
    Parties,
    farewell,
    is_own_address,
    message,
    taken_back,
)
from delegation_planner.exports.calendar.one_by_one import one_by_one
from delegation_planner.exports.calendar.telling import LeftOut, Reason, Telling, Told
from delegation_planner.exports.clean_text import one_line
from delegation_planner.exports.file_names import distinct_names
from delegation_planner.exports.steps import Steps
from delegation_planner.plan.kinds import Language
from delegation_planner.plan.sent import Sent, SentRegister
from delegation_planner.programme.programme import Programme
from delegation_planner.words.words import Words, mark

WordsOf = Callable[[Language], Words]
Events = tuple[tuple[Event, Sent], ...]

How = Literal["added", "changed", "cancelled"]
MESSAGE_WORDS: Final[dict[How, str]] = {
    "added": mark("new"),
    "changed": mark("changed"),
    "cancelled": mark("cancelled"),
}
"""What a message does, as its file is named."""


class Recipient(NamedTuple):
    """Who gets a calendar: a person with the own programme, or without a `reader` everybody.

    `programme` is None for a person who is in the visit no longer.
    """

    programme: Programme | None
    reader: Reader | None

    @property
    def key(self) -> str:
        """The key of the reader in the register."""
        if self.programme is not None:
            return self.programme.audience.reader
        assert self.reader is not None
        return self.reader.id


class Sender(NamedTuple):
    """What edition goes out, what is news in it (told after edition `since`), in whose name, and when it was made."""

    edition: int
    since: int
    made_at: datetime
    organizer: Correspondent | None = None
    asks_replies: bool = True


class Message(NamedTuple):
    """One change for one reader: its file's name, what it does, its method, and the file."""

    name: str
    how: How
    method: MessageMethod
    uid: str
    title: str
    content: bytes


class ReaderCalendars(NamedTuple):
    """All that one reader gets.

    `whole` is the published calendar, None where nothing is left in it; `singles` the same as a ZIP. `messages` are
    for readers who have it already: they get no second copy of it, since most programs would then show items twice.
    `first` says that the reader was never sent anything; `updates` that changes reach the reader as messages.
    `sent` is what is new to the register.
    """

    recipient: Recipient
    whole: CalendarFile | None
    singles: bytes | None
    messages: tuple[Message, ...]
    first: bool
    updates: bool
    is_touched: bool
    sent: tuple[Sent, ...]


class CalendarPack(NamedTuple):
    """The calendars of every recipient, in their order, and what could not be told."""

    readers: tuple[ReaderCalendars, ...]
    left_out: tuple[LeftOut, ...]

    @property
    def sent(self) -> tuple[Sent, ...]:
        """What is to be recorded before the first file is written."""
        return tuple(sent for reader in self.readers for sent in reader.sent)


def make_calendar_pack(
    recipients: Sequence[Recipient],
    register: SentRegister,
    sender: Sender,
    words_of: WordsOf,
    steps: Steps | None = None,
) -> CalendarPack:
    """The calendars of an edition, every file proved by itself; the pack as a whole is proved by `prove_pack`.

    Without an organizer, or for a reader without an address, or whose address is the organizer's own, there are no
    messages: the whole calendar then says for one edition what is off. The same pack made again, also after it was
    recorded as sent, is the same bytes. Raises Stopped where one of the `steps`, a recipient each, is not wanted.
    """
    steps = steps or Steps()
    programmes = [one.programme for one in recipients if one.programme is not None]
    once = EventsOnce(programmes, words_of)
    telling = Telling(once, register, stamp_of(sender.made_at), edition=sender.edition)
    names = iter(calendar_names(programmes, words_of))
    desk = _Desk(telling, register, sender, words_of)
    readers = []
    for one in recipients:
        name = next(names) if one.programme is not None else ""
        steps.take(name or (one.reader.person.name.text if one.reader else ""))
        readers.append(desk.calendars(one, name))
    once.prove_zones()
    return CalendarPack(_named(readers, words_of), tuple(dict.fromkeys(telling.left_out)))


class _Desk:
    """Makes what each recipient gets."""

    def __init__(self, telling: Telling, register: SentRegister, sender: Sender, words_of: WordsOf) -> None:
        self._telling = telling
        self._register = register
        self._sender = sender
        self._words_of = words_of

    def calendars(self, one: Recipient, name: str) -> ReaderCalendars:
        before = self._telling.sent_before(one.key)
        told = self._telling.told(one.programme) if one.programme is not None else None
        events = told.events if told else ()
        parties = self._parties(one.reader)
        gone = self._gone(told.gone if told else before, one) if parties or told else ()
        news = [(event, sent) for event, sent in (*events, *gone) if sent.edition > self._sender.since]
        first = all(sent.edition > self._sender.since and not sent.sequence for sent in (*before, *_sent(events)))
        if one.reader and not parties and not first and news:
            self._say_why_no_message(one.reader)
        messages = tuple(self._message(event, sent, parties) for event, sent in news) if parties and not first else ()
        shown = events if parties else (*events, *gone)
        fresh = tuple(sent for _, sent in (*events, *gone) if self._register.get((one.key, sent.uid)) != sent)
        whole = self._whole(name, told, shown)
        if told and whole is None and not messages:
            self._telling.left_out.append(LeftOut(one.key, "no_items"))
        if told is None and not parties and any(not sent.cancelled for sent in before):
            self._telling.left_out += (
                LeftOut(one.key, "no_longer_in_programme", sent.uid, "", sent.title) for sent in before
            )
        return ReaderCalendars(
            one, whole, self._singles(events) if whole else None, messages, first, bool(parties), bool(news), fresh
        )

    def _gone(self, gone: Iterable[Sent], one: Recipient) -> Events:
        """What has to be taken back, or was in this very edition."""
        words = self._words_of(one.reader.language if one.reader else _language(one))
        now = stamp_of(self._sender.made_at)
        open_ones = (sent for sent in gone if not sent.cancelled or sent.edition > self._sender.since)
        return tuple((farewell(sent, words), taken_back(sent, now, self._sender.edition)) for sent in open_ones)

    def _whole(self, name: str, told: Told | None, shown: Events) -> CalendarFile | None:
        if told is None or not shown:
            return None
        return calendar_file(name, told.programme, shown, self._register, self._words_of)

    def _singles(self, events: Events) -> bytes | None:
        on = [(event, sent) for event, sent in events if event.facts.status != "CANCELLED"]
        return one_by_one(on, lambda event, sent: calendar_bytes("", [(event, sent)])) if on else None

    def _parties(self, reader: Reader | None) -> Parties | None:
        organizer = self._sender.organizer
        if organizer is None or reader is None or reader.address is None:
            return None
        if is_own_address(organizer, reader.address):
            return None
        return Parties(organizer, reader.correspondent, self._sender.asks_replies)

    def _message(self, event: Event, sent: Sent, parties: Parties | None) -> Message:
        assert parties is not None
        method: MessageMethod = "CANCEL" if event.facts.status == "CANCELLED" else "REQUEST"
        how: How = "cancelled" if method == "CANCEL" else "changed" if sent.sequence else "added"
        return Message("", how, method, sent.uid, sent.title, message(method, event, sent, parties))

    def _say_why_no_message(self, reader: Reader) -> None:
        reason: Reason = "no_organizer"
        if self._sender.organizer is not None:
            reason = "no_address" if reader.address is None else "is_organizer"
        key = "" if reason == "no_organizer" else reader.id
        self._telling.left_out.append(LeftOut(key, reason))


def _named(readers: Iterable[ReaderCalendars], words_of: WordsOf) -> tuple[ReaderCalendars, ...]:
    """The same with a file name of its own for every message of the pack."""
    every = list(readers)
    names = iter(distinct_names([_stem(one, each, words_of) for one in every for each in one.messages], ".ics"))
    return tuple(
        one._replace(messages=tuple(each._replace(name=next(names)) for each in one.messages)) for one in every
    )


def _stem(one: ReaderCalendars, each: Message, words_of: WordsOf) -> str:
    """A1 Inam Karimov, changed, Gala dinner."""
    reader = one.recipient.reader
    assert reader is not None
    how = words_of(reader.language).say(MESSAGE_WORDS[each.how])
    return f"{reader.person.code} {one_line(reader.person.name.text)}, {how}, {each.title}"


def _sent(events: Events) -> list[Sent]:
    return [sent for _, sent in events]


def _language(one: Recipient) -> Language:
    assert one.programme is not None
    return one.programme.audience.language
