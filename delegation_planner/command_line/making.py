"""demo: the sample visit as a new plan."""

import argparse

from delegation_planner.command_line.speaking import Terminal
from delegation_planner.planfile.plan_file import PlanFile
from delegation_planner.resource_files import read_sample


def demo(options: argparse.Namespace, speaker: Terminal) -> int:
    """Write the sample to a file that must not be there yet."""
    PlanFile.create(options.plan, read_sample(fixed=not options.tentative)).close()
    speaker.tell(speaker.words.say("The sample visit is in {file}.", file=options.plan))
    return 0
