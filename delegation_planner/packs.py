"""Issues editions and makes their packs: calendars, updates, mail drafts, papers; for window and command line alike."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from delegation_planner.editions.compare import Version, personal_difference
from delegation_planner.editions.notices import Reader, organizer, readers, readers_who_left
from delegation_planner.exports.calendar.calendars import calendar_stem
from delegation_planner.exports.calendar.messages import is_own_address
from delegation_planner.exports.calendar.pack import (
    CalendarPack,
    ReaderCalendars,
    Recipient,
    Sender,
    make_calendar_pack,
)
from delegation_planner.exports.calendar.pack_proof import WrongPackError, prove_pack
from delegation_planner.exports.calendar.telling import LeftOut
from delegation_planner.exports.file_names import distinct_names, safe_stem
from delegation_planner.exports.how_to_load import SUFFIX as PAGE
from delegation_planner.exports.how_to_load import how_to_load_page
from delegation_planner.exports.letters import edition_letter
from delegation_planner.exports.mail_drafts import SUFFIX as DRAFT
from delegation_planner.exports.mail_drafts import Attachment, Letter, mail_draft, mailto_link
from delegation_planner.exports.papers.edition_papers import officers_papers, personal_papers, public_papers
from delegation_planner.exports.papers.imprint import Issue
from delegation_planner.exports.private_texts import private_texts_in
from delegation_planner.exports.safe_write import OutgoingFile, Progress
from delegation_planner.hand_out import Delivery, HandOut, WordsOf, deliver
from delegation_planner.plan.edition import Edition
from delegation_planner.plan.errors import KnownError, PlanFileError
from delegation_planner.plan.kinds import Language
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.rulebook import Rulebook
from delegation_planner.plan.sent import Sent, SentRegister
from delegation_planner.programme.audience import everybody, person
from delegation_planner.session.store import PlanStore


class Shelf(NamedTuple):
    """All that a pack is made of, taken out of the store at one moment.

    What is news is told after edition `since`, whose plan is `before` (None for 0, or where it was taken out with
    personal data). `earlier` are older plans, the newest first, as far back as people go who have left the visit.
    `replaced` is edition `since` itself.
    """

    edition: Edition
    plan: Plan
    since: int
    before: Plan | None
    earlier: tuple[Plan, ...]
    register: SentRegister
    replaced: Edition | None = None


class MailDraft(NamedTuple):
    """A mail for one reader: the draft's file name, the letter, what goes with it, and the letter as a link."""

    reader: Reader
    name: str
    letter: Letter
    attachments: tuple[Attachment, ...]
    content: bytes
    mailto: str


class Pack(NamedTuple):
    """Everything of an edition that goes out, made and proved in memory, not yet written."""

    edition: Edition
    calendars: CalendarPack
    drafts: tuple[MailDraft, ...]
    files: dict[str, list[OutgoingFile]]

    @property
    def touched(self) -> tuple[Reader, ...]:
        """The people who are told something that they did not know."""
        every = (each.recipient.reader for each in self.calendars.readers if each.is_touched)
        return tuple(reader for reader in every if reader is not None)

    @property
    def left_out(self) -> tuple[LeftOut, ...]:
        """What could not be told."""
        return self.calendars.left_out


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
    plan = store.edition_plan(number)
    before = _plan_or_none(store, since)
    earlier = tuple(_earlier(store, number, plan, register))
    return Shelf(editions[number], plan, since, before, earlier, register, editions.get(since))


def make_pack(shelf: Shelf, rulebook: Rulebook, made_at: datetime, words_of: WordsOf) -> Pack:
    """The pack of an edition; `made_at` is aware, and is the stamp of whatever was not told before.

    The same pack made again is the same bytes. Raises PlanError while the visit has no dates, WrongCalendarError (a
    mistake of ours) where the finished files would leave some calendar wrong.
    """
    version = Version(shelf.plan, rulebook)
    visit = shelf.plan.visit
    sender = Sender(shelf.edition.number, shelf.since, made_at, organizer(shelf.plan), visit.asks_replies)
    recipients = [_everyone(version, visit.language), *(_recipient(version, one) for one in readers(version))]
    recipients += (Recipient(None, one) for one in _who_left(shelf, version, rulebook))
    calendars = make_calendar_pack(recipients, shelf.register, sender, words_of)
    prove_pack(calendars, shelf.register)
    drafts = tuple(_drafts(shelf, version, rulebook, calendars, words_of))
    _prove_nothing_private(shelf.plan, calendars, drafts)
    return Pack(shelf.edition, calendars, drafts, _files(shelf.edition, calendars, drafts, words_of))


def with_papers(pack: Pack, shelf: Shelf, rulebook: Rulebook, words_of: WordsOf) -> Pack:
    """The pack with its papers: for everybody, for each person who is told something, and for the officers.

    Pocket programmes and change slips are in their readers' languages, all else in the visit's own.
    """
    version = Version(shelf.plan, rulebook)
    before = Version(shelf.before, rulebook) if shelf.before is not None else None
    issue, language = Issue(shelf.edition, shelf.replaced), shelf.plan.visit.language
    papers = {
        "papers": public_papers(before, version, language, words_of, issue),
        f"edition {shelf.edition.number} papers": personal_papers(pack.touched, before, version, words_of, issue),
        "papers for officers INTERNAL": officers_papers(before, version, language, words_of, issue),
    }
    files = dict(pack.files)
    for folder, made in papers.items():
        of_folder = list(made)
        names = distinct_names([paper.stem for paper in of_folder], ".xlsx")
        files[folder] = [OutgoingFile(name, paper.content) for name, paper in zip(names, of_folder, strict=True)]
    return pack._replace(files={folder: of_folder for folder, of_folder in files.items() if of_folder})


def deliver_pack(
    pack: Pack, folder: Path, record: Callable[[Sequence[Sent]], None] | None, progress: Progress | None = None
) -> Delivery:
    """Write the pack below a folder; what is sent is recorded before, as hand_out.deliver does."""
    return deliver(HandOut(pack.files, pack.calendars.sent, pack.left_out, ()), folder, record, progress)


def _plan_or_none(store: PlanStore, number: int) -> Plan | None:
    if number == 0:
        return None
    try:
        return store.edition_plan(number)
    except PlanFileError:
        return None


def _ids_of_readers(register: SentRegister) -> set[str]:
    """The participants among the readers; a circle of readers has a slash in its key."""
    return {reader for reader, _ in register if "/" not in reader}


def _earlier(store: PlanStore, number: int, plan: Plan, register: SentRegister) -> Iterator[Plan]:
    missing = {id for id in _ids_of_readers(register) if plan.get(Participant, id) is None}
    for each in range(number - 1, 0, -1):
        if not missing:
            return
        earlier = _plan_or_none(store, each)
        if earlier is not None:
            missing -= earlier.table(Participant).keys()
            yield earlier


def _everyone(version: Version, language: Language) -> Recipient:
    return Recipient(version.programme(everybody(language=language)), None)


def _recipient(version: Version, reader: Reader) -> Recipient:
    return Recipient(version.programme(person(reader.id, language=reader.language)), reader)


def _who_left(shelf: Shelf, version: Version, rulebook: Rulebook) -> tuple[Reader, ...]:
    """Who is no longer in the visit and has something in the calendar that is to be taken back, or was just now."""
    open_ones = {
        sent.reader for sent in shelf.register.values() if not sent.cancelled or sent.edition > shelf.since
    } & _ids_of_readers(shelf.register)  # fmt: skip
    earlier = (Version(plan, rulebook) for plan in shelf.earlier)
    return readers_who_left(sorted(open_ones), version, earlier)


def _drafts(
    shelf: Shelf, version: Version, rulebook: Rulebook, calendars: CalendarPack, words_of: WordsOf
) -> Iterator[MailDraft]:
    """A draft for everybody who is told something and has an address that is not the organizer's own."""
    before = Version(shelf.before, rulebook) if shelf.before is not None else None
    sender = organizer(shelf.plan)
    programme = version.programme(everybody())
    assert programme is not None
    told = [each for each in calendars.readers if each.recipient.reader is not None and each.is_touched]
    names = distinct_names([_draft_stem(each) for each in told], DRAFT)
    for name, each in zip(names, told, strict=True):
        reader = each.recipient.reader
        assert reader is not None
        if reader.address is None or (sender is not None and is_own_address(sender, reader.address)):
            continue
        words = words_of(reader.language)
        difference = None
        if before is not None and not each.first:
            difference = personal_difference(before, version, reader.id, reader.language)
        own = version.programme(everybody(language=reader.language))
        visit = own.visit if own else programme.visit
        letter = edition_letter(
            reader, visit, shelf.edition, difference, words, sender, by_messages=bool(each.messages)
        )
        attachments = tuple(_attachments(each, words_of))
        correspondent = reader.correspondent
        yield MailDraft(
            reader, name, letter, attachments, mail_draft(correspondent, letter, attachments),
            mailto_link(correspondent, letter),
        )  # fmt: skip


def _draft_stem(each: ReaderCalendars) -> str:
    reader = each.recipient.reader
    assert reader is not None
    return f"{reader.person.code} {reader.person.name.text}"


def _attachments(each: ReaderCalendars, words_of: WordsOf) -> Iterator[Attachment]:
    reader = each.recipient.reader
    assert reader is not None
    if each.messages:
        yield from (Attachment(message.name, message.content, message.method) for message in each.messages)
    elif each.whole:
        yield Attachment(each.whole.name, each.whole.content, "PUBLISH")
    yield Attachment(_page_name(reader.language, words_of), how_to_load_page(words_of(reader.language)))


def _page_name(language: Language, words_of: WordsOf) -> str:
    return f"{safe_stem(words_of(language).say('How to load the calendar'))}{PAGE}"


def _files(
    edition: Edition, calendars: CalendarPack, drafts: Iterable[MailDraft], words_of: WordsOf
) -> dict[str, list[OutgoingFile]]:
    """Whole calendars keep their folders, so that those of untouched readers stay as they are; news has its own."""
    whole = [OutgoingFile(each.whole.name, each.whole.content) for each in calendars.readers if each.whole]
    singles = [each for each in calendars.readers if each.singles is not None]
    stems = [_zip_stem(each, words_of) for each in singles]
    zips = [
        OutgoingFile(name, each.singles or b"")
        for name, each in zip(distinct_names(stems, ".zip"), singles, strict=True)
    ]
    languages = dict.fromkeys(
        each.recipient.programme.audience.language for each in calendars.readers if each.recipient.programme
    )
    pages = {_page_name(language, words_of): how_to_load_page(words_of(language)) for language in languages}
    messages = [OutgoingFile(each.name, each.content) for reader in calendars.readers for each in reader.messages]
    files = {
        "calendars": [*whole, *(OutgoingFile(name, content) for name, content in pages.items())],
        "calendars one by one": zips,
        f"edition {edition.number} updates": messages,
        f"edition {edition.number} mails": [OutgoingFile(draft.name, draft.content) for draft in drafts],
    }
    return {name: of_folder for name, of_folder in files.items() if of_folder}


def _zip_stem(each: ReaderCalendars, words_of: WordsOf) -> str:
    programme = each.recipient.programme
    assert programme is not None
    return calendar_stem(programme, words_of(programme.audience.language))


def _prove_nothing_private(plan: Plan, calendars: CalendarPack, drafts: Iterable[MailDraft]) -> None:
    """X2: no private contact and no passport number stands in any file."""
    people = plan.rows(Participant)
    shown = {text for one in people for text in (one.duty_phone, one.duty_email)}
    private = {text for one in people for text in (one.passport_no, one.private_phone, one.private_email)} - shown
    contents = [each.whole.content for each in calendars.readers if each.whole]
    contents += (message.content for each in calendars.readers for message in each.messages)
    texts = [content.decode() for content in contents]
    texts += (paragraph for draft in drafts for paragraph in draft.letter.paragraphs)
    if private_texts_in(texts, private):
        raise WrongPackError("X2", "", "a private text would go out")
