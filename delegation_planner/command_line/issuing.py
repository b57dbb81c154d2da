"""issue: the plan as it is now becomes the next edition."""

import argparse
from datetime import UTC, datetime

from delegation_planner.checks.run import judged_on, run
from delegation_planner.command_line.speaking import Terminal
from delegation_planner.editions.compare import Version, whole_difference
from delegation_planner.plan.day_time import stamp
from delegation_planner.plan.edition import Edition, next_edition
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.rulebook import Rulebook
from delegation_planner.planfile.plan_file import PlanFile
from delegation_planner.programme.audience import everybody
from delegation_planner.resource_files import read_rulebook
from delegation_planner.words.editions import edition_band, edition_number
from delegation_planner.words.findings import finding_sentence
from delegation_planner.words.words import Words


def issue(options: argparse.Namespace, speaker: Terminal) -> int:
    """Freeze the plan under the next number; open errors are told, and hold nobody up."""
    file = PlanFile.open(options.plan)
    try:
        if file.read_only_reason is not None:
            raise file.read_only_reason
        plan, rulebook = file.load(), read_rulebook()
        version = Version(plan, rulebook)
        version.programme(everybody())  # an edition of a visit without dates could never be read
        errors = _open_errors(plan, rulebook, speaker)
        editions = file.editions()
        edition = next_edition(
            editions[-1].number if editions else 0, stamp(datetime.now(UTC)), issued_by=options.by,
            label=options.label, colour=options.colour, comment=options.comment, open_errors=errors,
        )  # fmt: skip
        said = _what_changed(file, editions, version, rulebook, speaker.words)
        file.issue(edition, plan)
    finally:
        file.close()
    speaker.tell(speaker.words.say("{edition} is issued.", edition=edition_band(speaker.words, edition).text))
    if said:
        speaker.tell(said)
    return 0


def _open_errors(plan: Plan, rulebook: Rulebook, speaker: Terminal) -> int:
    """Tells each finding of the gravest sort that nobody has accepted, and counts them."""
    on = judged_on(plan, datetime.now().astimezone().date())
    open_ones = [one for one in run(plan, rulebook, on) if one.severity == "error" and not one.waived]
    if open_ones:
        speaker.complain(
            speaker.words.say_many(
                "{count} error is open in this edition:", "{count} errors are open in this edition:", len(open_ones)
            )
        )
    for one in open_ones:
        speaker.complain(f"  {one.check}: {finding_sentence(speaker.words, one)}")
    return len(open_ones)


def _what_changed(file: PlanFile, editions: list[Edition], version: Version, rulebook: Rulebook, words: Words) -> str:
    if not editions:
        return ""
    last = editions[-1].number
    difference = whole_difference(Version(file.edition_plan(last), rulebook), version, words.language)
    return words.say_many(
        "{count} change since {edition}.", "{count} changes since {edition}.", difference.total,
        edition=edition_number(words, last),
    )  # fmt: skip
