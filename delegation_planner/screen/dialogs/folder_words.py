"""What lies in the folders of a batch, in the words of the window, whose names on the disk are English; no Qt."""

import re
from typing import Final

from delegation_planner.words.editions import edition_number
from delegation_planner.words.words import Words, mark

_FOLDERS: Final = {
    "": mark("What lies in which folder"),
    "calendars": mark("Calendars"),
    "calendars one by one": mark("Calendars one by one"),
    "papers": mark("Printed papers"),
    "papers for officers INTERNAL": mark("Papers for officers, INTERNAL"),
}
_OF_EDITION: Final = {
    "updates": mark("Updates of calendars"),
    "mails": mark("Mail drafts"),
    "papers": mark("Everybody's own papers"),
}


def folder_words(words: Words, folder: str) -> str:
    """Calendars for "calendars", Mail drafts, Edition 2 for "edition 2 mails"; the name itself of any other folder."""
    if folder in _FOLDERS:
        return words.say(_FOLDERS[folder])
    of_edition = re.fullmatch(r"edition (\d+) (\w+)", folder)
    if of_edition is None or of_edition[2] not in _OF_EDITION:
        return folder
    what, edition = words.say(_OF_EDITION[of_edition[2]]), edition_number(words, int(of_edition[1]))
    return f"{what}, {edition}"
