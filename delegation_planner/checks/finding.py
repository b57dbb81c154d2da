"""What a check found, as data; `words.findings` makes the sentence."""

import hashlib
from collections.abc import Iterable
from typing import Final, Literal, NamedTuple

from delegation_planner.plan.kinds import LANGUAGES, Id, Language
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.place import Place
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.plan.tables import TABLE_NAMES, Row

Severity = Literal["error", "warning", "note"]
SEVERITIES: Final[tuple[Severity, ...]] = ("error", "warning", "note")


Values = dict[str, str | int]
"""What fills the sentence of a finding."""


class Subject(NamedTuple):
    """A row that a finding is about. `labels` are its name or title, one for each language of LANGUAGES."""

    kind: str
    id: str
    code: str
    labels: tuple[str, ...]

    def label(self, language: Language = "en") -> str:
        """Its name in the language, else in English or any other, else its code."""
        return next(filter(None, (self.labels[LANGUAGES.index(language)], *self.labels)), self.code)


class Finding(NamedTuple):
    """One finding. `values` fill the sentence; `fingerprint` is of the rows it spoke of, as a waiver keeps it."""

    check: str
    severity: Severity
    subjects: tuple[Subject, ...]
    values: Values
    fingerprint: str
    waived: bool = False

    def about(self, kind: type[Row]) -> tuple[Subject, ...]:
        """The subjects of one kind."""
        return tuple(subject for subject in self.subjects if subject.kind == TABLE_NAMES[kind])

    @property
    def key(self) -> tuple[str, Severity, tuple[str, ...]]:
        """What it is known by while times and names change: the check, how grave it is, and whom and what it names."""
        return self.check, self.severity, tuple(subject.id for subject in self.subjects)


class Seen(NamedTuple):
    """What a check saw, apart from whom it concerns: people seen in the same way share one finding.

    `items` and `places` are ids in the order in which the finding names them. `values` are in the order of names.
    """

    check: str
    severity: Severity
    items: tuple[Id, ...] = ()
    places: tuple[Id, ...] = ()
    values: tuple[tuple[str, str | int], ...] = ()

    def at(self, place_id: Id) -> "Seen":
        """The same, naming a place."""
        return self._replace(places=(place_id,))


Sight = tuple[Seen, Iterable[Id]]
"""What was seen, and the participants (for ways without a travel time: the items) whom it concerns; may be none."""

Named = ProgrammeItem | Participant | Place  # rows that a finding can be about


def seen(check: str, severity: Severity, *items: Id, **values: str | int) -> Seen:
    """What a check saw about these items."""
    return Seen(check, severity, items, (), tuple(sorted(values.items())))


def subject(row: Named) -> Subject:
    """A row as a finding names it."""
    if isinstance(row, ProgrammeItem):
        labels = (row.title_en, row.title_id, row.title_az)
    else:
        labels = (row.name_en, row.name_id, row.name_az)
    return Subject(TABLE_NAMES[type(row)], row.id, row.code, labels)


def fingerprint(check: str, marks: Iterable[str]) -> str:
    """A sha256 of the fingerprints of all rows that a check looked at: it changes as soon as one of them does."""
    return hashlib.sha256(" ".join((check, *sorted(marks))).encode()).hexdigest()
