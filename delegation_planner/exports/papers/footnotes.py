"""The closing note of a paper: what its signs mean, each only where the paper uses it."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from delegation_planner.exports.papers.imprint import Imprint
from delegation_planner.exports.papers.page_breaks import Section
from delegation_planner.exports.papers.sheet import Row, Value
from delegation_planner.plan.kinds import LANGUAGES
from delegation_planner.programme.programme import Programme
from delegation_planner.words.kinds_words import LANGUAGES as LANGUAGE_NAMES
from delegation_planner.words.words import Words

_SIGN: Final = re.compile(rf"\[({'|'.join(LANGUAGES)})\] ")


def footnotes(programme: Programme, imprint: Imprint, opening: Iterable[Row], sections: Iterable[Section]) -> list[str]:
    """Small-line states and borrowed texts, in each language of the paper."""
    tentative = any(entry.status == "tentative" for entry in programme.entries)
    spoken = [words for words in (imprint.words, imprint.second) if words]
    notes = [words.say("tentative: place or time still to be confirmed.") for words in spoken if tentative]
    texts = [*_texts_in(opening), *_texts(sections)]
    return notes + [note for words in spoken for note in notes_on(words, texts)]


def officers_footnotes(
    programme: Programme, imprint: Imprint, opening: Iterable[Row], sections: Iterable[Section]
) -> list[str]:
    """What italics, grey rows and struck lines mean."""
    words = imprint.words
    statuses = {entry.status for entry in programme.entries}
    notes = [words.say("Tentative: times in italics, to be confirmed.")] if "tentative" in statuses else []
    if any(entry.disclosure == "internal" for entry in programme.entries):
        notes.append(words.say("Internal: grey row, for protocol officers only."))
    if "cancelled" in statuses:
        notes.append(words.say("Cancelled: struck through."))
    return notes + borrowed_notes(imprint, opening, sections)


def borrowed_notes(imprint: Imprint, opening: Iterable[Row], sections: Iterable[Section]) -> list[str]:
    """What a language in brackets before a text of the sections, or of the rows above them, means."""
    return notes_on(imprint.words, (*_texts_in(opening), *_texts(sections)))


def notes_on(words: Words, texts: Iterable[str]) -> list[str]:
    """The same of texts that stand elsewhere."""
    borrowed = {language for text in texts for language in _SIGN.findall(text)}
    return [
        words.say("[{code}]: not yet translated, shown in {language}.", code=code, language=words.say(name))
        for code, name in LANGUAGE_NAMES.items()
        if code in borrowed
    ]


def _texts(sections: Iterable[Section]) -> Iterator[str]:
    for section in sections:
        for rows in (section.head, *section.blocks):
            yield from _texts_in(rows)


def _texts_in(rows: Iterable[Row]) -> Iterator[str]:
    for row in rows:
        for cell in row.cells:
            yield from texts_of(cell.value)


def texts_of(value: Value) -> Iterator[str]:
    """The texts of a cell."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        yield from (run.text for run in value)
