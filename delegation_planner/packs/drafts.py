"""The mails of a pack: one draft for each person who is told something, with the files that concern that person."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from delegation_planner.editions.compare import Version, personal_difference
from delegation_planner.editions.notices import Reader, organizer
from delegation_planner.exports.calendar.messages import is_own_address
from delegation_planner.exports.calendar.pack import ReaderCalendars
from delegation_planner.exports.file_names import distinct_names, safe_stem
from delegation_planner.exports.how_to_load import SUFFIX as PAGE
from delegation_planner.exports.how_to_load import how_to_load_page
from delegation_planner.exports.letters import edition_letter
from delegation_planner.exports.mail_drafts import SUFFIX as DRAFT
from delegation_planner.exports.mail_drafts import Attachment, Letter, mail_draft, mailto_link
from delegation_planner.exports.safe_write import OutgoingFile
from delegation_planner.hand_out import WordsOf
from delegation_planner.plan.edition import Edition
from delegation_planner.plan.kinds import Id, Language
from delegation_planner.programme.audience import everybody


class MailDraft(NamedTuple):
    """A mail for one reader: the draft's file name, the letter, what goes with it, and the letter as a link."""

    reader: Reader
    name: str
    letter: Letter
    attachments: tuple[Attachment, ...]
    content: bytes
    mailto: str


def make_drafts(
    calendars: Sequence[ReaderCalendars],
    papers: Mapping[Id, Sequence[OutgoingFile]],
    edition: Edition,
    before: Version | None,
    version: Version,
    words_of: WordsOf,
) -> Iterator[MailDraft]:
    """A draft for everybody who is told something and has an address that is not the organizer's own.

    `papers` are those of each reader, by id; without `before`, changes cannot be told and letters bring programmes.
    """
    sender = organizer(version.plan)
    told = [(each, each.recipient.reader) for each in calendars if each.is_touched]
    people = [(each, reader) for each, reader in told if reader is not None]
    names = distinct_names([f"{one.person.code} {one.person.name.text}" for _, one in people], DRAFT)
    for name, (each, reader) in zip(names, people, strict=True):
        if reader.address is None or (sender is not None and is_own_address(sender, reader.address)):
            continue
        difference = None
        if before is not None and not each.first:
            difference = personal_difference(before, version, reader.id, reader.language)
        public = version.programme(everybody(language=reader.language))
        assert public is not None
        letter = edition_letter(
            reader, public.visit, edition, difference, words_of(reader.language), sender,
            by_messages=bool(each.messages),
        )  # fmt: skip
        attachments = (
            *_calendar(each),
            Attachment(page_name(reader.language, words_of), how_to_load_page(words_of(reader.language))),
            *(Attachment(paper.name, paper.content) for paper in papers.get(reader.id, ())),
        )
        content = mail_draft(reader.correspondent, letter, attachments)
        yield MailDraft(reader, name, letter, attachments, content, mailto_link(reader.correspondent, letter))


def page_name(language: Language, words_of: WordsOf) -> str:
    """The file name of the page that says how to load a calendar."""
    return f"{safe_stem(words_of(language).say('How to load the calendar'))}{PAGE}"


def _calendar(each: ReaderCalendars) -> Iterator[Attachment]:
    """The messages, or the whole calendar where there are none: never both, for the reader would see items twice."""
    if each.messages:
        yield from (Attachment(message.name, message.content, message.method) for message in each.messages)
    elif each.whole:
        yield Attachment(each.whole.name, each.whole.content, "PUBLISH")
