"""pack: the calendars, updates, mail drafts and papers of an edition into a folder."""

import argparse
from datetime import UTC, datetime

from delegation_planner.command_line.exporting import PART_FAILED, tell_result
from delegation_planner.command_line.issued import must_be_issued
from delegation_planner.command_line.speaking import Terminal
from delegation_planner.editions.notices import name_for
from delegation_planner.exports.calendar.left_out import left_out_sentences
from delegation_planner.exports.safe_write import WriteResult
from delegation_planner.packs.pack import Pack, deliver_pack, make_pack, not_of_this_pack
from delegation_planner.packs.shelf import take_from
from delegation_planner.plan.plan import Plan
from delegation_planner.planfile.plan_file import PlanFile
from delegation_planner.resource_files import read_rulebook
from delegation_planner.words.editions import edition_band, left_lying, news_lines
from delegation_planner.words.words import mark

RECORDED = mark(
    "It is recorded as sent. Readers are told what is new since the edition that they hold by the list of who holds "
    "it, else since the last pack."
)


def pack(options: argparse.Namespace, speaker: Terminal) -> int:
    """Write the files and say which; the plan remembers what went out, but for a trial.

    4 where some could not be put in their place.
    """
    file = PlanFile.open(options.plan, read_only=options.trial)
    try:
        if not options.trial:
            file.must_be_writable()
        must_be_issued(file.editions(), options.edition)
        plan, shelf = file.load(), take_from(file, options.edition, options.since)
        made = make_pack(shelf, read_rulebook(), datetime.now(UTC), speaker.catalogues.words)
        delivery = deliver_pack(made, options.to, None if options.trial else file.record_sent)
    finally:
        file.close()
    speaker.tell(edition_band(speaker.words, made.edition).text)
    for result in delivery.results:
        tell_result(result, speaker)
        _tell_older(result, speaker)
    _tell_readers(made, plan, speaker)
    if options.trial:
        speaker.tell(speaker.words.say("A trial: nothing was recorded as sent."))
    else:
        speaker.tell(speaker.words.say(RECORDED))
    return PART_FAILED if delivery.failed else 0


def _tell_older(result: WriteResult, speaker: Terminal) -> None:
    older = not_of_this_pack(result)
    if older:
        speaker.complain(left_lying(speaker.words, str(result.folder), ", ".join(older)))


def _tell_readers(made: Pack, plan: Plan, speaker: Terminal) -> None:
    say_many, language = speaker.words.say_many, speaker.words.language
    people, following = len(made.touched), len(made.following)
    for sentence in news_lines(speaker.words, people, following, made.since, compared=made.compared):
        speaker.tell(sentence)
    if made.edition.open_errors:
        speaker.complain(
            say_many(
                "{count} error was open when this edition was issued.",
                "{count} errors were open when this edition was issued.",
                made.edition.open_errors,
            )
        )
    silent = [name_for(one, language, plan) for one in made.touched if one.address is None]
    if silent:
        speaker.complain(
            say_many(
                "{count} of them has no mail address, so there is no draft: {people}",
                "{count} of them have no mail address, so there are no drafts: {people}",
                len(silent), people=", ".join(silent),
            )
        )  # fmt: skip
    readers = (each.recipient.reader for each in made.calendars.readers)
    names = {one.id: name_for(one, language, plan) for one in readers if one is not None}
    for sentence in left_out_sentences(speaker.words, made.left_out, names):
        speaker.complain(sentence)
    for warning in made.warnings:
        speaker.complain(speaker.words.say(warning.message, **dict(warning.values)))
