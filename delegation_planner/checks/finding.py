"""What a check found, as data; `words.findings` makes the sentence."""

import hashlib
from collections.abc import Iterable
from typing import Final, Literal, NamedTuple

from delegation_planner.plan.kinds import LANGUAGES, Language
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.place import Place
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.plan.tables import TABLE_NAMES, Row

Severity = Literal["error", "warning", "note"]
SEVERITIES: Final[tuple[Severity, ...]] = ("error", "warning", "note")


class Subject(NamedTuple):
    """A row that a finding is about. `labels` are its name or title, one for each language of LANGUAGES."""

    kind: str
    id: str
    code: str
    labels: tuple[str, ...]

    def label(self, language: Language = "en") -> str:
        """Its name in the language, else in English, else its code."""
        return self.labels[LANGUAGES.index(language)] or self.labels[0] or self.code


class Finding(NamedTuple):
    """One finding. `values` fill the sentence; `fingerprint` is of the rows it spoke of, as a waiver keeps it."""

    check: str
    severity: Severity
    subjects: tuple[Subject, ...]
    values: dict[str, str | int]
    fingerprint: str
    waived: bool = False

    def about(self, kind: type[Row]) -> tuple[Subject, ...]:
        """The subjects of one kind."""
        return tuple(subject for subject in self.subjects if subject.kind == TABLE_NAMES[kind])


Named = ProgrammeItem | Participant | Place  # rows that a finding can be about


def finding(check: str, severity: Severity, rows: Iterable[Named], **values: str | int) -> Finding:
    """A finding about these rows, the first one being where a click leads."""
    looked_at = tuple(rows)
    return Finding(check, severity, tuple(map(subject, looked_at)), values, fingerprint(check, looked_at))


def subject(row: Named) -> Subject:
    """A row as a finding names it."""
    if isinstance(row, ProgrammeItem):
        labels = (row.title_en, row.title_id, row.title_az)
    else:
        labels = (row.name_en, row.name_id, row.name_az)
    return Subject(TABLE_NAMES[type(row)], row.id, row.code, labels)


def fingerprint(check: str, rows: Iterable[Row]) -> str:
    """A sha256 of what a check looked at: it changes as soon as one of the rows does."""
    return hashlib.sha256(repr((check, sorted(map(repr, rows)))).encode()).hexdigest()
