"""What a pack is made of and what is told about it afterwards; no Qt."""

from collections.abc import Callable, Iterable
from datetime import datetime

from delegation_planner.editions.notices import name_for, organizer
from delegation_planner.exports.calendar.left_out import left_out_sentences
from delegation_planner.exports.safe_write import Progress, WriteResult
from delegation_planner.packs.pack import Pack, make_pack, not_of_this_pack
from delegation_planner.packs.shelf import reach_for
from delegation_planner.plan.kinds import Language
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.rulebook import Rulebook
from delegation_planner.screen.editions.issuing import named
from delegation_planner.screen.surroundings import Made
from delegation_planner.session.store import PlanStore
from delegation_planner.words.editions import left_lying
from delegation_planner.words.editions import news_lines as told_of_news
from delegation_planner.words.words import Words

MakePack = Callable[[Progress], Pack]


def pack_maker(
    store: PlanStore,
    number: int,
    since: int | None,
    rulebook: Rulebook,
    now: datetime,
    words_of: Callable[[Language], Words],
) -> MakePack:
    """Asks of the store what is needed; what it answers makes the pack and touches no file. Both raise KnownError.

    Without `since`, news is what differs from the edition that each reader holds.
    """
    take = reach_for(store, number, since)
    return lambda progress: make_pack(take(), rulebook, now, words_of, progress=progress)


def made_of(pack: Pack, words: Words, plan: Plan) -> Made:
    """The files of a pack with what the readers, named as in the plan, have to be told by word."""
    readers = (each.recipient.reader for each in pack.calendars.readers)
    names = {one.id: name_for(one, words.language, plan) for one in readers if one is not None}
    notes = left_out_sentences(words, pack.left_out, names)
    notes += [words.say(warning.message, **dict(warning.values)) for warning in pack.warnings]
    return Made(pack.files, pack.calendars.sent, tuple(notes))


def news_lines(words: Words, pack: Pack, plan: Plan) -> list[str]:
    """Who has news, and what is to be done with the drafts."""
    said = told_of_news(words, len(pack.touched), len(pack.following), pack.since, compared=pack.compared)
    silent = [name_for(one, words.language, plan) for one in pack.touched if one.address is None]
    if silent:
        said.append(
            words.say_many(
                "{count} of them has no mail address, so there is no draft: {people}",
                "{count} of them have no mail address, so there are no drafts: {people}",
                len(silent), people=named(words, silent),
            )
        )  # fmt: skip
    if pack.drafts:
        said.append(words.say("Nothing has been sent: open each mail draft, look it through, and send it yourself."))
    return said


def older_lines(words: Words, results: Iterable[WriteResult]) -> list[str]:
    """Which papers in the pack's folders are not of this edition, a line each folder."""
    older = ((result.folder.name, not_of_this_pack(result)) for result in results)
    return [left_lying(words, folder, named(words, files)) for folder, files in older if files]


def addresses(pack: Pack) -> str:
    """Everybody who has a draft, as a line for a mail program."""
    return ", ".join(draft.reader.address for draft in pack.drafts if draft.reader.address is not None)


def lacks_organizer(store: PlanStore, number: int) -> Callable[[], bool]:
    """Whether an edition has nobody in whose name updates could go out; what it answers asks no file.

    Both raise KnownError.
    """
    read = store.edition_content(number)
    return lambda: organizer(read()) is None
