"""salvage: what can still be read of a damaged plan, as a new one."""

import argparse

from delegation_planner.command_line.opening import folder_made
from delegation_planner.command_line.speaking import Terminal
from delegation_planner.planfile.salvage import salvage as save_what_can_be_read


def salvage(options: argparse.Namespace, speaker: Terminal) -> int:
    """Write it to a file that must not be there yet, and tell what was lost; the damaged file stays as it is."""
    with folder_made(options.new):
        saved = save_what_can_be_read(options.plan, options.new)
    words = speaker.words
    entries = words.say_many("{count} entry saved", "{count} entries saved", sum(saved.rows.values()))
    speaker.tell(words.say("{file}: {entries}.", file=options.new, entries=entries))
    if saved.losses:
        speaker.complain(
            words.say("Entries or fields that could not be read and are left out: {count}.", count=len(saved.losses))
        )
    if not saved.undo_kept:
        speaker.complain(words.say("What was done before can no longer be undone."))
    return 0
