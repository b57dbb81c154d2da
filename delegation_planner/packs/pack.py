"""Makes the pack of an edition in memory, proves it, and writes it: calendars, updates, mail drafts and papers."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from delegation_planner.checks.run import judged_on, run
from delegation_planner.editions.compare import Version
from delegation_planner.editions.notices import Reader, organizer, readers, readers_who_left
from delegation_planner.exports.calendar.calendars import calendar_stem
from delegation_planner.exports.calendar.pack import (
    CalendarPack,
    ReaderCalendars,
    Recipient,
    Sender,
    make_calendar_pack,
)
from delegation_planner.exports.calendar.pack_proof import prove_pack
from delegation_planner.exports.calendar.telling import LeftOut
from delegation_planner.exports.file_names import distinct_names
from delegation_planner.exports.how_to_load import how_to_load_page
from delegation_planner.exports.papers.edition_papers import OFFICERS, PUBLIC
from delegation_planner.exports.papers.imprint import Issue
from delegation_planner.exports.papers.paper_set import PaperWarning
from delegation_planner.exports.safe_write import OutgoingFile, Progress, WriteResult
from delegation_planner.exports.steps import Steps
from delegation_planner.hand_out import Delivery, HandOut, WordsOf, deliver, prove_nothing_private
from delegation_planner.packs.drafts import MailDraft, make_drafts, page_name
from delegation_planner.packs.news import news_of
from delegation_planner.packs.overview import overview
from delegation_planner.packs.papers import NO_PAPERS, PackPapers, make_pack_papers
from delegation_planner.packs.shelf import Shelf, people_told
from delegation_planner.plan.collector import collector_paused
from delegation_planner.plan.edition import Edition
from delegation_planner.plan.kinds import Language
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.place import Place
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem, Vehicle
from delegation_planner.plan.rulebook import Rulebook
from delegation_planner.plan.sent import Sent
from delegation_planner.programme.audience import TEAMS, everybody, person


class Pack(NamedTuple):
    """Everything of an edition that goes out, made and proved in memory, not yet written.

    `touched` are the people who are told something that the edition they hold did not tell, most often edition `since`,
    `following` those whose calendar alone must be brought up to date; `compared` says whether the programme of edition
    `since` is still known.
    """

    edition: Edition
    since: int
    compared: bool
    touched: tuple[Reader, ...]
    following: tuple[Reader, ...]
    calendars: CalendarPack
    drafts: tuple[MailDraft, ...]
    files: dict[str, list[OutgoingFile]]
    warnings: tuple[PaperWarning, ...]

    @property
    def left_out(self) -> tuple[LeftOut, ...]:
        """What could not be told."""
        return self.calendars.left_out


def make_pack(
    shelf: Shelf,
    rulebook: Rulebook,
    made_at: datetime,
    words_of: WordsOf,
    *,
    with_papers: bool = True,
    progress: Progress | None = None,
) -> Pack:
    """The pack of an edition; `made_at` is aware, and is the stamp of whatever was not told before.

    The same pack made again is the same bytes. Raises PlanError while the visit has no dates, Stopped where `progress`
    says so, KnownError where a text of the programme holds what is private, WrongCalendarError (a mistake of ours)
    where the finished files would leave some calendar wrong.
    """
    steps = Steps(_expected_steps(shelf.plan, with_papers=with_papers), progress)
    with collector_paused():
        return _made(shelf, rulebook, made_at, words_of, steps, with_papers=with_papers)


def _made(
    shelf: Shelf, rulebook: Rulebook, made_at: datetime, words_of: WordsOf, steps: Steps, *, with_papers: bool
) -> Pack:
    version = Version(shelf.plan, rulebook)
    versions = {number: Version(plan, rulebook) for number, plan in shelf.plans.items()}
    before = versions.get(shelf.since)
    visit = shelf.plan.visit
    sender = Sender(shelf.edition.number, shelf.since, made_at, organizer(shelf.plan), visit.asks_replies)
    recipients = [_everyone(version, visit.language), *(_recipient(version, one) for one in readers(version))]
    recipients += (Recipient(None, one) for one in _who_left(shelf, before, version, rulebook))
    calendars = make_calendar_pack(recipients, shelf.register, sender, words_of, steps)
    prove_pack(calendars, shelf.register)
    news = list(news_of(calendars.readers, shelf, versions, version))
    touched = [one for one in news if not one.is_of_calendar_alone]
    following = tuple(one.reader for one in news if one.is_of_calendar_alone)
    papers = NO_PAPERS
    if with_papers:
        findings = run(shelf.plan, rulebook, judged_on(shelf.plan, Issue(shelf.edition).issued_at.date()))
        papers = make_pack_papers(touched, shelf, versions, version, words_of, findings, steps)
    drafts = tuple(_each(make_drafts(news, papers.personal, shelf.edition, version, words_of), steps))
    _prove_nothing_private(shelf.plan, calendars, drafts)
    files = _files(shelf.edition, calendars, drafts, papers, words_of)
    files[""] = [overview(words_of(visit.language), shelf.edition, files)]
    known = before is not None
    readers_touched = tuple(one.reader for one in touched)
    return Pack(
        shelf.edition, shelf.since, known, readers_touched, following, calendars, drafts, files, papers.warnings
    )  # fmt: skip


def deliver_pack(
    pack: Pack, folder: Path, record: Callable[[Sequence[Sent]], None] | None, progress: Progress | None = None
) -> Delivery:
    """Write the pack below a folder; what is sent is recorded before, as hand_out.deliver does."""
    return deliver(HandOut(pack.files, pack.calendars.sent, pack.left_out, pack.warnings), folder, record, progress)


def not_of_this_pack(result: WriteResult) -> list[str]:
    """Papers that lie beside those of a pack: of an earlier edition, or somebody's own; none is touched."""
    ours = {*result.delivered, *(failure.name for failure in result.failed), *result.cancelled}
    return sorted(path.name for path in result.folder.glob("*.xlsx") if path.name not in ours)


def _expected_steps(plan: Plan, *, with_papers: bool) -> int:
    """About how many: what each person gets, and papers of days, places, cars and teams."""
    people, visit = len(plan.table(Participant)), plan.visit
    if not with_papers:
        return 2 * people + 1
    of_items = len({vehicle.item_id for vehicle in plan.rows(Vehicle)})
    of_items += sum(item.kind == "signing" for item in plan.rows(ProgrammeItem))
    days = visit.last_day - visit.first_day + 1
    return 3 * people + len(plan.table(Place)) + of_items + days + len(TEAMS) + len(OFFICERS) + len(PUBLIC)


def _each(drafts: Iterable[MailDraft], steps: Steps) -> Iterator[MailDraft]:
    for draft in drafts:
        steps.take(draft.name)
        yield draft


def _everyone(version: Version, language: Language) -> Recipient:
    return Recipient(version.programme(everybody(language=language)), None)


def _recipient(version: Version, reader: Reader) -> Recipient:
    return Recipient(version.programme(person(reader.id, language=reader.language)), reader)


def _who_left(shelf: Shelf, before: Version | None, version: Version, rulebook: Rulebook) -> tuple[Reader, ...]:
    """Who is no longer in the visit, and was in the edition before or has something in the calendar to take back."""
    news = (sent for sent in shelf.register.values() if not sent.cancelled or sent.edition > shelf.since)
    concerned = {sent.reader for sent in news} & people_told(shelf.register)
    earlier = [Version(plan, rulebook) for plan in shelf.earlier]
    if before is not None:
        concerned |= before.plan.table(Participant).keys()
        earlier.append(before)
    return readers_who_left(sorted(concerned), version, earlier)


def _files(
    edition: Edition,
    calendars: CalendarPack,
    drafts: Iterable[MailDraft],
    papers: PackPapers,
    words_of: WordsOf,
) -> dict[str, list[OutgoingFile]]:
    """Whole calendars keep their folders, so that those of untouched readers stay as they are; news has its own.

    What is personal never lies in a folder with what everybody may read, nor that with what officers alone may.
    """
    whole = [OutgoingFile(each.whole.name, each.whole.content) for each in calendars.readers if each.whole]
    programmes = [each.recipient.programme for each in calendars.readers if each.recipient.programme]
    languages = dict.fromkeys(programme.audience.language for programme in programmes)
    pages = {page_name(language, words_of): how_to_load_page(words_of(language)) for language in languages}
    messages = [OutgoingFile(each.name, each.content) for reader in calendars.readers for each in reader.messages]
    number = edition.number
    files = {
        "calendars": [*whole, *(OutgoingFile(name, content) for name, content in pages.items())],
        "calendars one by one": _zips(calendars.readers, words_of),
        f"edition {number} updates": messages,
        f"edition {number} mails": [OutgoingFile(draft.name, draft.content) for draft in drafts],
        f"edition {number} papers": [paper for of_one in papers.personal.values() for paper in of_one],
        "papers": papers.public,
        "papers for officers INTERNAL": papers.officers,
    }
    return {name: of_folder for name, of_folder in files.items() if of_folder}


def _zips(calendars: Iterable[ReaderCalendars], words_of: WordsOf) -> list[OutgoingFile]:
    stems, contents = [], []
    for each in calendars:
        programme = each.recipient.programme
        if programme is not None and each.singles is not None:
            stems.append(calendar_stem(programme, words_of(programme.audience.language)))
            contents.append(each.singles)
    return [OutgoingFile(*pair) for pair in zip(distinct_names(stems, ".zip"), contents, strict=True)]


def _prove_nothing_private(plan: Plan, calendars: CalendarPack, drafts: Iterable[MailDraft]) -> None:
    """X2: no private contact and no passport number stands in a calendar or a letter."""
    contents = [each.whole.content for each in calendars.readers if each.whole]
    contents += (message.content for each in calendars.readers for message in each.messages)
    texts = [content.decode() for content in contents]
    texts += (paragraph for draft in drafts for paragraph in draft.letter.paragraphs)
    prove_nothing_private(plan, texts)
