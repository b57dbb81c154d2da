"""Who is touched by a new edition, and what each of them has to be told."""

from collections.abc import Iterable
from typing import NamedTuple

from delegation_planner.editions.compare import Version, personal_difference
from delegation_planner.editions.difference import Difference
from delegation_planner.plan.addresses import ascii_address
from delegation_planner.plan.kinds import Id, Language
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.plan import Plan
from delegation_planner.programme.audience import person
from delegation_planner.programme.programme import PersonShown
from delegation_planner.programme.texts import Texts


class Correspondent(NamedTuple):
    """Somebody who writes or is written to: the name as it is, the mail address in ASCII."""

    name: str
    address: str


class Reader(NamedTuple):
    """A person to whom programmes are sent. `address` is None where no sound mail address is known.

    `leaving` says that the person is in the plan no longer.
    """

    person: PersonShown
    language: Language
    address: str | None
    leaving: bool = False

    @property
    def id(self) -> Id:
        """The participant's id, by which the register knows the reader."""
        return self.person.id

    @property
    def correspondent(self) -> Correspondent:
        """Name and address of a reader who has one."""
        assert self.address is not None
        return Correspondent(self.person.name.text, self.address)


class Notice(NamedTuple):
    """What one reader has to be told: all that differs in the own programme."""

    reader: Reader
    difference: Difference


def organizer(plan: Plan) -> Correspondent | None:
    """In whose name programmes are sent; None where the visit has no sound mail address for that."""
    address = ascii_address(plan.visit.organizer_email)
    return Correspondent(plan.visit.organizer_name or address, address) if address else None


def language_of(plan: Plan, participant: Participant) -> Language:
    """The language that a person is written to in."""
    return participant.language or plan.visit.language


def readers(version: Version) -> tuple[Reader, ...]:
    """Every participant of a plan, in the plan's order."""
    return tuple(_reader(version, row) for row in version.plan.rows(Participant))


def readers_who_left(ids: Iterable[Id], new: Version, earlier: Iterable[Version]) -> tuple[Reader, ...]:
    """Those of `ids` who are no longer in the plan, as the first of the earlier versions that holds them knows them."""
    found: dict[Id, Reader] = {}
    gone = [id for id in dict.fromkeys(ids) if new.plan.get(Participant, id) is None]
    for version in earlier:
        for id in gone:
            row = version.plan.get(Participant, id)
            if row is not None and id not in found:
                found[id] = _reader(version, row)._replace(leaving=True)
        if len(found) == len(gone):
            break
    return tuple(found.values())


def name_for(reader: Reader, language: Language, *plans: Plan | None) -> str:
    """What a reader is called for somebody of this language, by the first of the plans that holds him or her."""
    texts = Texts(language)
    rows = (plan.get(Participant, reader.id) for plan in plans if plan is not None)
    return next((texts.shown(row, "name").text for row in rows if row is not None), reader.person.name.text)


def names_in(plan: Plan, language: Language) -> dict[Id, str]:
    """What everybody in the plan is called for somebody of this language."""
    texts = Texts(language)
    return {row.id: texts.shown(row, "name").text for row in plan.rows(Participant)}


def notices(old: Version, new: Version) -> tuple[Notice, ...]:
    """One for each person whose own programme differs; then one for each who is no longer in the plan."""
    left = readers_who_left(old.plan.table(Participant), new, (old,))
    found = (
        Notice(reader, personal_difference(old, new, reader.id, reader.language)) for reader in (*readers(new), *left)
    )
    return tuple(notice for notice in found if notice.difference)


def _reader(version: Version, row: Participant) -> Reader:
    language = language_of(version.plan, row)
    programme = version.programme(person(row.id, language=language))
    assert programme is not None
    assert programme.reader is not None
    return Reader(programme.reader, language, ascii_address(row.duty_email))
