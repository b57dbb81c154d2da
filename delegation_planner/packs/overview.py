"""What lies in which folder of a pack: a page at its top, for whoever opens the folder without the program."""

from collections.abc import Mapping, Sequence
from typing import Final

from delegation_planner.exports.safe_write import OutgoingFile
from delegation_planner.plan.edition import Edition
from delegation_planner.words.editions import edition_number
from delegation_planner.words.words import Words, mark

_MEANINGS: Final = {
    "calendars": mark(
        "Whole calendars, one a person, for whoever loads them for the first time, and a page that says how."
    ),
    "calendars one by one": mark(
        "The same with a file for each item, for telephones that take only the first one of a file."
    ),
    "updates": mark("What is new, changed or cancelled, a small file for each item and person."),
    "mails": mark("A mail draft for each person with news, its files attached: open it, look at it, and send it."),
    "own papers": mark("Papers of one person alone."),
    "papers": mark("Papers that everybody may read."),
    "papers for officers INTERNAL": mark("Papers for officers alone. Do not send them on."),
}


def overview(words: Words, edition: Edition, files: Mapping[str, Sequence[OutgoingFile]]) -> OutgoingFile:
    """The page in the words of the hosts; folders have the names that they have on the disk."""
    lines = [edition_number(words, edition.number), ""]
    for folder, of_folder in files.items():
        count = words.say_many("{count} file", "{count} files", len(of_folder))
        lines += [f"{folder} ({count})", f"    {words.say(_meaning(folder, edition))}", ""]
    return OutgoingFile(f"edition {edition.number} overview.txt", "\n".join(lines).encode())


def _meaning(folder: str, edition: Edition) -> str:
    of_edition = folder.removeprefix(f"edition {edition.number} ")
    return _MEANINGS["own papers" if of_edition == "papers" != folder else of_edition]
