"""Which papers a reader gets, and under which names: one paper = one workbook = one sheet."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import NamedTuple

from delegation_planner.exports.clean_text import one_line
from delegation_planner.exports.papers.contacts import contacts
from delegation_planner.exports.papers.delegations import delegations
from delegation_planner.exports.papers.imprint import Imprint, draft_imprint
from delegation_planner.exports.papers.layout import Layout, sheet
from delegation_planner.exports.papers.personal import PersonalProgrammes
from delegation_planner.exports.papers.proof import prove
from delegation_planner.exports.papers.public_programme import public_programme
from delegation_planner.exports.papers.rundown import rundown
from delegation_planner.exports.papers.styles import PaperKind
from delegation_planner.exports.papers.workbook import workbook_bytes
from delegation_planner.plan.kinds import Disclosure, shown_at
from delegation_planner.programme.programme import Day, Entry, Programme
from delegation_planner.words.words import Words, mark

INTERNAL_SIGN = "INTERNAL"
"""Stands in the file's name of a paper with internal items, in every language: one word to look out for."""

ENDS_TOO_EARLY = mark("Item {number} does not end after it starts; the papers show it as it stands.")


class PaperWarning(NamedTuple):
    """Something that the officer should know of a paper: `words.say(message, **dict(values))`."""

    message: str
    values: tuple[tuple[str, str], ...]


class Paper(NamedTuple):
    """A finished paper: the stem for its file's name (not yet made safe), its kind, an .xlsx workbook, warnings."""

    stem: str
    kind: PaperKind
    content: bytes
    warnings: tuple[PaperWarning, ...]


def make_papers(
    programmes: Iterable[Programme], words: Words, second: Words | None, made_at: datetime
) -> Iterator[Paper]:
    """The papers of each programme, one after the other.

    A programme for everybody gives the Programme and the Delegations, from level detailed up the Rundown and the
    Contacts too; one for a delegation gives the Programme and, from detailed up, the Rundown; one for a person the
    Personal programme. `words` speak the language that the programmes were made in, `second` their second one.
    `made_at` is an aware moment; the same arguments give the same bytes. Each workbook is read back and compared with
    its sheet before it is handed out.
    """
    personal = PersonalProgrammes(words)
    for programme in programmes:
        imprint = draft_imprint(programme, words, second, made_at)
        for layout, shown in layouts(programme, imprint, personal):
            laid_out = sheet(layout, shown, imprint)
            content = workbook_bytes(laid_out)
            prove(laid_out, content)
            yield Paper(_stem(layout, shown, imprint), layout.kind, content, tuple(_warnings(shown)))


def layouts(
    programme: Programme, imprint: Imprint, personal: PersonalProgrammes | None = None
) -> Iterator[tuple[Layout, Programme]]:
    """The papers that this audience gets at its level, each with the programme cut to what that paper holds.

    Programme and Delegations hold what is public, Contacts what is detailed, whatever else is made beside them: each
    is the same file at every level, and only a Rundown with internal items is marked INTERNAL.
    """
    if programme.reader:
        personal = personal or PersonalProgrammes(imprint.words)
        yield personal.layout(programme, imprint, programme.reader), programme
        return
    everybody = programme.audience.kind == "everybody"
    public = cut_to(programme, "public")
    yield public_programme(public, imprint), public
    if everybody:
        yield delegations(public, imprint), public
    if programme.audience.level == "public":
        return
    yield rundown(programme, imprint), programme
    if everybody:
        detailed = cut_to(programme, "detailed")
        yield contacts(detailed, imprint), detailed


def cut_to(programme: Programme, level: Disclosure) -> Programme:
    """The programme as readers of a level see it, where it was made for a narrower circle."""
    days = [day._replace(entries=_shown_at(day, level)) for day in programme.days]
    audience = programme.audience._replace(level=level)
    return programme._replace(audience=audience, days=tuple(day for day in days if day.entries))


def _shown_at(day: Day, level: Disclosure) -> tuple[Entry, ...]:
    return tuple(entry for entry in day.entries if entry.disclosure in shown_at(level))


def _stem(layout: Layout, programme: Programme, imprint: Imprint) -> str:
    """Rundown INTERNAL; Personal programme - Inam Karimov."""
    named = programme.reader.name if programme.reader else programme.delegation_name
    stem = f"{layout.name} - {one_line(named.text)}" if named else layout.name
    if imprint.second and layout.kind == "programme_two_languages":
        stem = f"{stem} - {imprint.second.say('Programme')}"
    internal = programme.audience.level == "internal" and programme.reader is None
    return f"{stem} {INTERNAL_SIGN}" if internal else stem


def _warnings(programme: Programme) -> Iterator[PaperWarning]:
    for entry in programme.entries:
        if entry.broken:
            yield PaperWarning(ENDS_TOO_EARLY, (("number", one_line(entry.number)),))
