"""Which papers a reader gets, and under which names: one paper = one workbook = one sheet."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import datetime
from typing import Final, Literal, NamedTuple, get_args

from delegation_planner.checks.finding import Finding
from delegation_planner.exports.clean_text import one_line
from delegation_planner.exports.papers.contacts import contacts
from delegation_planner.exports.papers.delegations import delegations
from delegation_planner.exports.papers.imprint import Imprint, Issue, draft_imprint, edition_imprint
from delegation_planner.exports.papers.layout import Layout, sheet
from delegation_planner.exports.papers.manifest import manifests
from delegation_planner.exports.papers.open_points import open_points
from delegation_planner.exports.papers.personal import PersonalProgrammes
from delegation_planner.exports.papers.place_sheets import place_sheets
from delegation_planner.exports.papers.pocket import pocket_programme
from delegation_planner.exports.papers.proof import prove
from delegation_planner.exports.papers.public_programme import public_programme
from delegation_planner.exports.papers.rundown import day_sheets, rundown
from delegation_planner.exports.papers.sheet import Sheet
from delegation_planner.exports.papers.signing import signing_sheets
from delegation_planner.exports.papers.styles import PaperKind
from delegation_planner.exports.papers.team_sheets import team_sheet
from delegation_planner.exports.papers.workbook import workbook_bytes
from delegation_planner.plan.kinds import LEVELS, Disclosure, shown_at
from delegation_planner.programme.audience import TEAMS, Audience, AudienceKind, Team
from delegation_planner.programme.programme import Day, Entry, Programme
from delegation_planner.words.words import Words, mark

PaperName = Literal[
    "programme", "delegations", "rundown", "contacts", "manifests", "signing", "open-points", "day-sheets",
    "place-sheets", "personal", "pocket", "drivers", "kitchen", "press", "security", "interpreters",
]  # fmt: skip
"""What a paper is called when it is asked for."""

PAPER_NAMES: Final[tuple[PaperName, ...]] = get_args(PaperName)
OF_EVERYBODY: Final[tuple[PaperName, ...]] = (
    "programme", "delegations", "rundown", "contacts", "signing", "open-points", "day-sheets", "place-sheets",
)  # fmt: skip
OF_DELEGATIONS: Final[tuple[PaperName, ...]] = ("programme", "rundown")
PERSONAL: Final[tuple[PaperName, ...]] = ("personal", "pocket")
OF_TEAMS: Final[dict[PaperName, Team]] = {
    "manifests": "drivers",
    **{team: team for team in TEAMS},
}
"""The papers of teams, and for whom each is made."""

LEAST_LEVELS: Final[dict[PaperName, Disclosure]] = {
    **dict.fromkeys(PAPER_NAMES, "detailed"),
    "programme": "public",
    "delegations": "public",
    "press": "public",
    "personal": "public",
    "pocket": "public",
    "open-points": "internal",
}
"""The widest circle that a paper may be made for."""

USUAL: Final[dict[AudienceKind, tuple[PaperName, ...]]] = {
    "everybody": ("programme", "delegations", "rundown", "contacts"),
    "delegation": OF_DELEGATIONS,
    "person": ("personal",),
    "team": tuple(OF_TEAMS),
}
"""What each kind of reader gets, as far as the level allows, where no paper is named."""

INTERNAL_SIGN = "INTERNAL"
"""Stands in the file's name of a paper with internal items, in every language: one word to look out for."""

NOTHING_PUBLIC = mark(
    "No item is public yet, so what everybody gets holds no programme. Set the level of what everybody may "
    "know to Public."
)
ENDS_TOO_EARLY = mark("Item {number} does not end after it starts; the papers show it as it stands.")


class PaperWarning(NamedTuple):
    """Something that the officer should know of a paper: `words.say(message, **dict(values))`."""

    message: str
    values: tuple[tuple[str, str], ...]


class LaidOut(NamedTuple):
    """A paper laid out and not yet written: its kind, the stem for its file's name (not yet made safe), its sheet.

    `programme` is what the paper holds of the programme that it was asked of.
    """

    kind: PaperKind
    stem: str
    sheet: Sheet
    programme: Programme


class Paper(NamedTuple):
    """A finished paper: the stem for its file's name (not yet made safe), its kind, an .xlsx workbook, warnings."""

    stem: str
    kind: PaperKind
    content: bytes
    warnings: tuple[PaperWarning, ...]


def make_papers(
    programmes: Iterable[Programme],
    words: Words,
    second: Words | None,
    made_at: datetime,
    wanted: Collection[PaperName] = (),
    findings: Sequence[Finding] = (),
    issue: Issue | None = None,
) -> Iterator[Paper]:
    """The papers of `lay_out_papers` as workbooks, each read back and compared before it is handed out."""
    return map(finished, lay_out_papers(programmes, words, second, made_at, wanted, findings, issue))


def lay_out_papers(
    programmes: Iterable[Programme],
    words: Words,
    second: Words | None,
    made_at: datetime,
    wanted: Collection[PaperName] = (),
    findings: Sequence[Finding] = (),
    issue: Issue | None = None,
) -> Iterator[LaidOut]:
    """The papers of each programme, one after the other: the wanted ones, or where none is named the usual ones.

    A programme for everybody gives all papers but those of persons and teams, as far as its level allows; one for
    a delegation Programme and Rundown; one for a person Personal and Pocket programme; one for a team its own
    sheet. `words` speak the language that the programmes were made in, `second` their second one. `made_at` is an
    aware moment; `findings` are for the open points; the papers of an `issue` bear its edition. The same arguments
    give the same sheets.
    """
    personal = PersonalProgrammes(words)
    for programme in programmes:
        imprint = imprint_of(programme, words, second, made_at, issue)
        yield from laid_out(programme, imprint, wanted, findings, personal)


def imprint_of(
    programme: Programme, words: Words, second: Words | None, made_at: datetime, issue: Issue | None
) -> Imprint:
    """The imprint of an issue, or of a draft."""
    if issue:
        return edition_imprint(programme, words, second, made_at, issue)
    return draft_imprint(programme, words, second, made_at)


def finished(paper: LaidOut) -> Paper:
    """The paper written, read back and compared."""
    content = workbook_bytes(paper.sheet)
    prove(paper.sheet, content)
    return Paper(paper.stem, paper.kind, content, tuple(warnings(paper.programme)))


def laid_out(
    programme: Programme,
    imprint: Imprint,
    wanted: Collection[PaperName] = (),
    findings: Sequence[Finding] = (),
    personal: PersonalProgrammes | None = None,
) -> Iterator[LaidOut]:
    """The papers that this audience gets at its level, laid out, each with the programme cut to what it holds.

    Programme and Delegations hold what is public, Contacts what is detailed, whatever else is made beside them: each
    is the same file at every level. Rundown and day sheets grow with the level, and are marked INTERNAL where they
    hold internal items. Place sheets are made of a detailed programme alone: whoever receives at a place reads no
    internal remarks. Manifests are the drivers' papers, so they hold none either.
    """
    reader = programme.reader
    allowed = [name for name in wanted or USUAL[programme.audience.kind] if is_for(name, programme.audience)]
    for name in allowed:
        if name == "pocket" and reader:
            pages = pocket_programme(programme, imprint, reader)
            yield LaidOut("pocket", _stem(pages.name, "", "pocket", programme, imprint), pages, programme)
        elif name == "personal" and reader:
            personal = personal or PersonalProgrammes(imprint.words)
            yield laid_out_as(personal.layout(programme, imprint, reader), programme, imprint)
        else:
            for layout, shown in _layouts(name, programme, imprint, findings):
                yield laid_out_as(layout, shown, imprint)


def is_for(name: PaperName, audience: Audience) -> bool:
    """Whether the paper is one of this audience, at its level."""
    if audience.level not in LEVELS[LEVELS.index(LEAST_LEVELS[name]) :]:
        return False
    if audience.kind == "team":
        return OF_TEAMS.get(name) == audience.team
    if name == "place-sheets" and audience.level != "detailed":
        return False
    of_kind = {"everybody": OF_EVERYBODY, "delegation": OF_DELEGATIONS, "person": PERSONAL}
    return name in of_kind[audience.kind]


def _layouts(
    name: PaperName, programme: Programme, imprint: Imprint, findings: Sequence[Finding]
) -> Iterator[tuple[Layout, Programme]]:
    public, detailed = cut_to(programme, "public"), cut_to(programme, "detailed")
    if name == "programme":
        yield public_programme(public, imprint), public
    elif name == "delegations":
        yield delegations(public, imprint), public
    elif name == "contacts":
        yield contacts(detailed, imprint), detailed
    elif name == "rundown":
        yield rundown(programme, imprint), programme
    elif name == "open-points":
        yield open_points(programme, imprint, findings), programme
    elif name in TEAMS:
        internal = any(entry.disclosure == "internal" for entry in programme.entries)
        shown = public if name == "press" else programme if internal else detailed
        yield team_sheet(shown, imprint), shown
    elif name in ("day-sheets", "place-sheets"):
        of_many = day_sheets if name == "day-sheets" else place_sheets
        yield from ((layout, programme) for layout in of_many(programme, imprint))
    else:
        of_items = manifests if name == "manifests" else signing_sheets
        yield from ((layout, detailed) for layout in of_items(detailed, imprint))
        yield from ((layout, programme) for layout in of_items(_internal_alone(programme), imprint))


def _internal_alone(programme: Programme) -> Programme:
    """The programme's internal items: what a paper of one item adds at level internal."""
    internal = [
        day._replace(entries=tuple(entry for entry in day.entries if entry.disclosure == "internal"))
        for day in programme.days
    ]
    return programme._replace(days=tuple(internal))


def laid_out_as(layout: Layout, programme: Programme, imprint: Imprint) -> LaidOut:
    """The layout's pages under the name of their file."""
    stem = _stem(layout.name, layout.about, layout.kind, programme, imprint)
    return LaidOut(layout.kind, stem, sheet(layout, programme, imprint), programme)


def cut_to(programme: Programme, level: Disclosure) -> Programme:
    """The programme as readers of a level see it, where it was made for a narrower circle."""
    if programme.audience.level in shown_at(level):
        return programme
    days = [day._replace(entries=_shown_at(day, level)) for day in programme.days]
    audience = programme.audience._replace(level=level)
    return programme._replace(audience=audience, days=tuple(day for day in days if day.entries))


def _shown_at(day: Day, level: Disclosure) -> tuple[Entry, ...]:
    return tuple(entry for entry in day.entries if entry.disclosure in shown_at(level))


def _stem(name: str, about: str, kind: PaperKind, programme: Programme, imprint: Imprint) -> str:
    """Rundown INTERNAL; Personal programme - Inam Karimov; Vehicle manifest - 08."""
    named = programme.reader.name if programme.reader else programme.delegation_name
    stem = " - ".join(filter(None, (name, about, one_line(named.text) if named else "")))
    if imprint.second and kind == "programme_two_languages":
        second = imprint.second.say("Programme")
        stem = f"{stem} - {second}"
    internal = programme.audience.level == "internal" and programme.reader is None
    return f"{stem} {INTERNAL_SIGN}" if internal else stem


def warnings(programme: Programme) -> Iterator[PaperWarning]:
    """What the officer should know of a programme's papers."""
    if programme.audience.kind == "everybody" and programme.audience.level == "public" and not programme.entries:
        yield PaperWarning(NOTHING_PUBLIC, ())
    for entry in programme.entries:
        if entry.broken:
            yield PaperWarning(ENDS_TOO_EARLY, (("number", one_line(entry.number)),))
