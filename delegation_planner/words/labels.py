"""What an edit did, in words: for undo, redo and the log."""

from collections.abc import Mapping
from typing import Final

from delegation_planner.words.words import Words, mark

LABELS: Final[dict[str, str]] = {
    "attach_files": mark("Attach files"),
}
"""A sentence for every kind of label; the label's values fill its placeholders."""


def label_sentence(words: Words, kind: str, values: Mapping[str, str | int]) -> str:
    """What an edit did. A kind of a later version of the program, found in a log, is only "Change"."""
    if kind not in LABELS:
        return words.say("Change")
    return words.say(LABELS[kind]).format(**values)
