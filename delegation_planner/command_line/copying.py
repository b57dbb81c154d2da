"""copy: a visit once more, as a new plan for the next one."""

import argparse
from datetime import date, timedelta
from pathlib import Path
from uuid import uuid4

from delegation_planner.command_line.opening import folder_made
from delegation_planner.command_line.speaking import Terminal
from delegation_planner.command_line.values import a_date
from delegation_planner.plan.document import Document
from delegation_planner.plan.kinds import LANGUAGES, Language
from delegation_planner.plan.languages import text_in
from delegation_planner.plan.next_visit import WHOSE, Next, delegations_of, length, next_visit, proposed_first_day
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.planfile.plan_file import PlanFile, read_plan_file
from delegation_planner.words.last_visit import last_time


def copy(options: argparse.Namespace, speaker: Terminal) -> int:
    """Write the next visit to a file that must not be there yet; the plan that is copied stays as it is."""
    plan = read_plan_file(options.plan)
    words = speaker.words
    asked = _asked(plan, options)
    made = next_visit(plan, asked, lambda paper: last_time(words, paper), lambda: str(uuid4()))
    with folder_made(options.new):
        PlanFile.create(options.new, made).close()
    speaker.tell(
        words.say(
            "{file} is the next visit: {items}, {people}, {papers}.",
            file=options.new,
            items=words.say_many("{count} item", "{count} items", len(made.rows(ProgrammeItem))),
            people=words.say_many("{count} person", "{count} people", len(made.rows(Participant))),
            papers=words.say_many("{count} paper to renew", "{count} papers to renew", len(made.rows(Document))),
        )
    )
    if asked.until is not None:
        speaker.tell(words.say("Its dates are open, from {date} on.", date=asked.first.isoformat()))
    return 0


def copy_options(parser: argparse.ArgumentParser) -> None:
    """What `copy` understands."""
    parser.add_argument("plan", type=Path, metavar="PLAN")
    parser.add_argument("new", type=Path, metavar="NEW", help="the file to make; it must not be there yet")
    parser.add_argument("--title", metavar="T", help="of the next visit (default: as before)")
    parser.add_argument("--language", choices=LANGUAGES, help="of that title (default: the visit's)")
    parser.add_argument(
        "--day-one", type=a_date, metavar="YYYY-MM-DD",
        help="the date of its day 1 (default: dates open, from 52 weeks later on)",
    )  # fmt: skip
    parser.add_argument("--people", choices=WHOSE, default="host", help="whose people come along (default: the host's)")


def _asked(plan: Plan, options: argparse.Namespace) -> Next:
    first: date = options.day_one or proposed_first_day(plan)
    until = None if options.day_one else first + timedelta(days=length(plan.visit) - 1)
    language: Language = options.language or plan.visit.language
    title = text_in(plan.visit, "title", language) if options.title is None else options.title
    return Next(title, first, until, delegations_of(plan, options.people), language)
