"""demo: the sample visit as a new plan."""

import argparse

from delegation_planner.command_line.opening import folder_made
from delegation_planner.command_line.speaking import Terminal
from delegation_planner.planfile.plan_file import PlanFile
from delegation_planner.resource_files import read_sample, read_sample_editions
from delegation_planner.session.issued import keep_issued


def demo(options: argparse.Namespace, speaker: Terminal) -> int:
    """Write the sample to a file that must not be there yet."""
    fixed = not options.tentative
    sample = read_sample(fixed=fixed)
    with folder_made(options.plan):
        file = PlanFile.create(options.plan, sample)
    try:
        keep_issued(file, read_sample_editions(fixed=fixed))
    finally:
        file.close()
    speaker.tell(speaker.words.say("The sample visit is in {file}.", file=options.plan))
    return 0
