"""The mails of a pack: one draft for each person who has news, with the files that concern that person."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from delegation_planner.editions.compare import Version
from delegation_planner.editions.notices import Reader, organizer
from delegation_planner.exports.calendar.messages import is_own_address
from delegation_planner.exports.file_names import distinct_names, safe_stem
from delegation_planner.exports.how_to_load import SUFFIX as PAGE
from delegation_planner.exports.how_to_load import how_to_load_page
from delegation_planner.exports.letters import CalendarWay, edition_letter
from delegation_planner.exports.mail_drafts import SUFFIX as DRAFT
from delegation_planner.exports.mail_drafts import Attachment, Letter, mail_draft, mailto_link
from delegation_planner.exports.safe_write import OutgoingFile
from delegation_planner.hand_out import WordsOf
from delegation_planner.packs.news import News
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
    news: Iterable[News],
    papers: Mapping[Id, Sequence[OutgoingFile]],
    edition: Edition,
    version: Version,
    words_of: WordsOf,
) -> Iterator[MailDraft]:
    """A draft for everybody who has news and an address that is not the organizer's own.

    `papers` are those of each reader, by id.
    """
    sender = organizer(version.plan)
    told = list(news)
    names = distinct_names([f"{one.reader.person.code} {one.reader.person.name.text}" for one in told], DRAFT)
    for name, one in zip(names, told, strict=True):
        reader = one.reader
        if reader.address is None or (sender is not None and is_own_address(sender, reader.address)):
            continue
        public = version.programme(everybody(language=reader.language))
        assert public is not None
        calendar = tuple(_calendar(one))
        letter = edition_letter(
            reader, public.visit, edition, one.difference, words_of(reader.language), sender, calendar=_way(one)
        )
        page = Attachment(page_name(reader.language, words_of), how_to_load_page(words_of(reader.language)))
        attachments = (
            *calendar,
            *([page] if calendar else []),
            *(Attachment(paper.name, paper.content) for paper in papers.get(reader.id, ())),
        )
        content = mail_draft(reader.correspondent, letter, attachments)
        yield MailDraft(reader, name, letter, attachments, content, mailto_link(reader.correspondent, letter))


def page_name(language: Language, words_of: WordsOf) -> str:
    """The file name of the page that says how to load a calendar."""
    title = words_of(language).say("How to load the calendar")
    return f"{safe_stem(title)}{PAGE}"


def _way(one: News) -> CalendarWay:
    """Messages, or the whole calendar where there are none: never both, for the reader would see items twice.

    Nothing goes to a reader whose calendar says it all; a whole one goes with every first programme.
    """
    each = one.calendars
    if each.messages:
        return "messages"
    if each.whole and (each.is_touched or one.difference is None):
        return "whole"
    return "none" if each.first else "as it is"


def _calendar(one: News) -> Iterator[Attachment]:
    way, each = _way(one), one.calendars
    if way == "messages":
        yield from (Attachment(message.name, message.content, message.method) for message in each.messages)
    elif way == "whole" and each.whole:
        yield Attachment(each.whole.name, each.whole.content, "PUBLISH")
