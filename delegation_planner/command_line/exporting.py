"""export: calendars and printed itineraries into a folder."""

import argparse
from datetime import UTC, datetime

from delegation_planner.command_line.nearest import offer
from delegation_planner.command_line.speaking import Terminal
from delegation_planner.editions.notices import names_in
from delegation_planner.exports.calendar.left_out import left_out_sentences
from delegation_planner.exports.order import Order
from delegation_planner.exports.safe_write import WriteResult
from delegation_planner.hand_out import Draw, HandOut, deliver, make_hand_out, papers_at
from delegation_planner.packs.unchanged import newest_issue
from delegation_planner.plan.errors import KnownError
from delegation_planner.plan.kinds import Id
from delegation_planner.plan.languages import text_in
from delegation_planner.plan.names import fold
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.plan import Plan
from delegation_planner.planfile.plan_file import PlanFile
from delegation_planner.resource_files import read_rulebook

PART_FAILED = 4
EVERYONE = "everyone"


def export(options: argparse.Namespace, speaker: Terminal) -> int:
    """Write the files and say which; 4 where some could not be put in their place.

    With --record the plan is opened for writing and remembers what went out; without it, the plan is only read.
    """
    file = PlanFile.open(options.plan, read_only=not options.record)
    try:
        if options.record:
            file.must_be_writable()
        plan = file.load()
        order = Order(
            what=options.what,
            participant_ids=tuple(find_participant(plan, name) for name in options.readers if name != EVERYONE),
            everyone=EVERYONE in options.readers,
            language=options.language,
            level=options.level,
            papers=papers_at(options.level or "public") if "all" in options.papers else tuple(options.papers),
            form=options.form,
        )
        words_of, draw = speaker.catalogues.words, _draw(order, speaker)
        rulebook = read_rulebook()
        issue = newest_issue(file)(plan, rulebook) if order.what != "calendars" else None
        made = make_hand_out(plan, rulebook, file.sent(), order, datetime.now(UTC), words_of, draw=draw, issue=issue)
        delivery = deliver(made, options.to, file.record_sent if options.record else None)
    finally:
        file.close()
    for result in delivery.results:
        tell_result(result, speaker)
    _tell_notes(made, plan, speaker)
    if made.sent and not options.record:
        speaker.tell(
            speaker.words.say("Nothing was recorded as sent: give --record when these calendars really go out.")
        )
    return PART_FAILED if delivery.failed else 0


def _draw(order: Order, speaker: Terminal) -> Draw | None:
    """Who draws PDFs, if any are asked for: the window's own painter, without a window."""
    if order.form == "excel" or order.what == "calendars":
        return None
    try:
        from delegation_planner.screen.preview.unseen import Drawing
    except ImportError as error:
        raise KnownError("This computer lacks what PDFs are drawn with: {detail}", detail=str(error)) from error
    return Drawing(speaker.catalogues.words).pdf


def find_participant(plan: Plan, asked: str) -> Id:
    """The participant of that code or whole name, or the only one whose name or office holds what was asked.

    Letters and case are folded. Raises KnownError where nobody, or more than one, is meant.
    """
    people = plan.rows(Participant)
    wanted = fold(asked)
    found = (
        [one for one in people if one.code.casefold() == asked.casefold()]
        or [one for one in people if wanted in map(fold, _names(one))]
        or [one for one in people if any(wanted in fold(text) for text in (*_names(one), *_offices(one)))]
    )
    if not found:
        near = offer(asked, (f"{one.code} {one.name_en}" for one in people))
        if near:
            raise KnownError("No participant is called “{name}”. Perhaps you mean: {people}.", name=asked, people=near)
        raise KnownError(
            "No participant is called “{name}”. Give a code or a part of a name.",
            name=asked,
        )
    if len(found) > 1:
        codes = ", ".join(f"{one.code} {text_in(one, 'name')}" for one in found)
        raise KnownError("“{name}” may be several people: {people}. Give the code.", name=asked, people=codes)
    return found[0].id


def _names(person: Participant) -> tuple[str, ...]:
    return person.name_en, person.name_id, person.name_az, person.short_en, person.short_id, person.short_az


def _offices(person: Participant) -> tuple[str, ...]:
    return person.office_en, person.office_id, person.office_az


def tell_result(result: WriteResult, speaker: Terminal) -> None:
    """What became of the files of one folder."""
    say = speaker.words.say
    files = speaker.words.say_many("{count} file", "{count} files", len(result.written))
    speaker.tell(
        say(
            "{folder}: {files} written, {unchanged} unchanged.",
            folder=result.folder, files=files, unchanged=len(result.unchanged),
        )
    )  # fmt: skip
    for name in result.written:
        speaker.tell(f"  {name}")
    for failure in result.failed:
        speaker.complain(
            say("Not written: {file}. {reason}", file=failure.name, reason=speaker.words.error(failure.reason))
        )


def _tell_notes(made: HandOut, plan: Plan, speaker: Terminal) -> None:
    names = names_in(plan, speaker.words.language)
    for sentence in left_out_sentences(speaker.words, made.left_out, names):
        speaker.complain(sentence)
    for warning in made.warnings:
        speaker.complain(speaker.words.say(warning.message, **dict(warning.values)))
