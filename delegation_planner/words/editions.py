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
    """Draft after edition 3: 14 changes; else that nothing has changed, or that no edition has been issued."""
    if not last:
        return words.say("Draft: no edition has been issued")
    if not changes:
        return words.say("Nothing changed since Edition {number}.", number=last)
    return words.say_many(
        "Draft after Edition {number}: {count} change", "Draft after Edition {number}: {count} changes", changes,
        number=last,
    )  # fmt: skip


def news_lines(words: Words, people: int, following: int, since: int, *, compared: bool) -> list[str]:
    """How many people have news since an edition; where nobody has, why: `compared` says if that edition is known.

    `following` people have no news, but a calendar that says something else.
    """
    said = [words.say_many("{count} person has news.", "{count} people have news.", people)]
    if not people:
        said = [_why_nobody(words, since, compared=compared)]
    if following:
        said.append(
            words.say_many(
                "{count} person has no news, but gets a mail that brings the calendar up to date.",
                "{count} people have no news, but get a mail that brings the calendar up to date.",
                following,
            )
        )
    return said


def left_lying(words: Words, folder: str, files: str) -> str:
    """Which papers in a folder of a pack are not of it."""
    return words.say("Not of this edition, and left where they are in {folder}: {files}.", folder=folder, files=files)


def _why_nobody(words: Words, since: int, *, compared: bool) -> str:
    if not since:
        return words.say("Nobody has news: no person has an item in the programme.")
    edition = edition_number(words, since)
    if compared:
        return words.say("Nobody has news: no person's own programme has changed since {edition}.", edition=edition)
    return words.say(
        "Nobody has news: the programme of {edition} is no longer known, and every calendar is up to date.",
        edition=edition,
    )


def holder_line(words: Words, holder: Holder, name: str) -> str:
    """Inam Karimov: edition 2, by mail, acknowledged."""
    line = words.say(
        "{reader}: Edition {number}, {means}", reader=name, number=holder.edition, means=words.say(MEANS[holder.means])
    )
    return words.say("{line}, acknowledged", line=line) if holder.acknowledged_at else line
