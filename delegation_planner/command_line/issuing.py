"""issue: the plan as it is now becomes the next edition."""

import argparse
from datetime import UTC, datetime

from delegation_planner.checks.run import judged_on, run
from delegation_planner.command_line.speaking import Terminal
from delegation_planner.editions.compare import Version, whole_difference
from delegation_planner.plan.day_time import stamp
from delegation_planner.plan.edition import next_edition
from delegation_planner.plan.errors import KnownError, PlanFileError
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.rulebook import Rulebook
from delegation_planner.planfile.plan_file import PlanFile
from delegation_planner.programme.audience import everybody
from delegation_planner.resource_files import read_rulebook
from delegation_planner.words.editions import edition_band, edition_number
from delegation_planner.words.findings import finding_sentence


def issue(options: argparse.Namespace, speaker: Terminal) -> int:
    """Freeze the plan under the next number; open errors are told, and hold nobody up.

    Raises KnownError where nothing has changed since the last edition, unless it is wanted anyway.
    """
    file = PlanFile.open(options.plan)
    try:
        file.must_be_writable()
        plan, rulebook = file.load(), read_rulebook()
        version = Version(plan, rulebook)
        version.programme(everybody())  # an edition of a visit without dates could never be read
        errors = _open_errors(plan, rulebook, speaker)
        editions = file.editions()
        edition = next_edition(
            editions[-1].number if editions else 0, stamp(datetime.now(UTC)), issued_by=options.by,
            label=options.label, colour=options.colour, comment=options.comment, open_errors=errors,
        )  # fmt: skip
        changes = _changes_since(file, editions[-1].number, version, rulebook) if editions else None
        if changes == 0 and not options.anyway:
            raise KnownError(
                "Nothing has changed since Edition {number}, and an edition is for good: nothing was issued. "
                "Give --anyway to issue it all the same.",
                number=editions[-1].number,
            )
        file.issue(edition, plan)
    finally:
        file.close()
    speaker.tell(speaker.words.say("{edition} is issued.", edition=edition_band(speaker.words, edition).text))
    if changes is not None:
        speaker.tell(
            speaker.words.say_many(
                "{count} change since {edition}.", "{count} changes since {edition}.", changes,
                edition=edition_number(speaker.words, editions[-1].number),
            )
        )  # fmt: skip
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


def _changes_since(file: PlanFile, last: int, version: Version, rulebook: Rulebook) -> int | None:
    """None where what the last edition held was taken out with personal data."""
    try:
        return whole_difference(Version(file.edition_plan(last), rulebook), version).total
    except PlanFileError:
        return None
