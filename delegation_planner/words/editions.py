"""What an edition is called on paper and in mails: a word, a number, a colour's name and dots."""

from typing import Final, NamedTuple

from delegation_planner.editions.holders import Holder
from delegation_planner.plan.edition import COLOURS as IN_TURN
from delegation_planner.plan.edition import Colour, Edition, Means
from delegation_planner.words.words import Words, mark

COLOURS: Final[dict[Colour, str]] = {
    "white": mark("WHITE"),
    "blue": mark("BLUE"),
    "pink": mark("PINK"),
    "yellow": mark("YELLOW"),
    "green": mark("GREEN"),
    "orange": mark("ORANGE"),
}

MEANS: Final[dict[Means, str]] = {
    "mail": mark("by mail"),
    "paper": mark("on paper"),
    "messenger": mark("by messenger"),
    "by_word": mark("by word of mouth"),
    "other": mark("by other means"),
}


class EditionBand(NamedTuple):
    """What the band of an edition's papers says, and the name of its colour."""

    text: str
    colour: Colour


def edition_band(words: Words, edition: Edition) -> EditionBand:
    """Edition 3 · PINK ●●●: on a grey print the number and the dots still tell.

    From the seventh edition on the colours begin anew, and the dots are left out.
    """
    colour = words.say(COLOURS[edition.colour])
    dots = f" {'●' * edition.number}" if edition.number <= len(IN_TURN) else ""
    return EditionBand(f"{edition_number(words, edition.number)} · {colour}{dots}", edition.colour)


def edition_number(words: Words, number: int) -> str:
    """Edition 3."""
    return words.say("Edition {number}", number=number)


def draft_line(words: Words, last: int, changes: int) -> str:
    """Draft after edition 3: 14 changes; before the first edition only that nothing has been issued."""
    if not last:
        return words.say("Draft: no edition has been issued")
    if not changes:
        return words.say("As edition {number}", number=last)
    return words.say_many(
        "Draft after edition {number}: {count} change", "Draft after edition {number}: {count} changes", changes,
        number=last,
    )  # fmt: skip


def holder_line(words: Words, holder: Holder, name: str) -> str:
    """Inam Karimov: edition 2, by mail, acknowledged."""
    line = words.say(
        "{reader}: edition {number}, {means}", reader=name, number=holder.edition, means=words.say(MEANS[holder.means])
    )
    return words.say("{line}, acknowledged", line=line) if holder.acknowledged_at else line
