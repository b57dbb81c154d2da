"""The papers of a visit: instruments, notes, letters, lists, and the files attached to them."""

from typing import NamedTuple

from delegation_planner.plan.kinds import DocumentKind, DocumentState, Id, IsoDate, UtcStamp


class Document(NamedTuple):
    """A paper and how far it has come.

    An acceptance of a text is told by its channel ("note verbale"), number and date, for each side. `due_day` is a
    day number of the visit (H-7 is day -6). `concerns_id` names the document that full powers, a note or a request
    is about, `concerns_participant_id` the person whose full powers they are; `item_ids` the items at which it is
    signed or needed. `state_reason` says why a paper is not required or was withdrawn.
    """

    id: Id
    code: str
    title_en: str
    title_id: str = ""
    title_az: str = ""
    kind: DocumentKind = "other"
    state: DocumentState = "planned"
    state_reason: str = ""
    owner: str = ""
    parties: tuple[str, ...] = ()
    sender: str = ""
    addressee: str = ""
    number: str = ""
    dated: IsoDate | None = None
    guest_acceptance_channel: str = ""
    guest_acceptance_number: str = ""
    guest_acceptance_date: IsoDate | None = None
    host_acceptance_channel: str = ""
    host_acceptance_number: str = ""
    host_acceptance_date: IsoDate | None = None
    languages: tuple[str, ...] = ()
    prevailing_language: str = ""
    originals: int | None = None
    signatory_ids: tuple[Id, ...] = ()
    item_ids: tuple[Id, ...] = ()
    concerns_id: Id | None = None
    concerns_participant_id: Id | None = None
    due_day: int | None = None
    remarks: str = ""


class DocumentFile(NamedTuple):
    """A file attached to a document; its content lies in the plan file under `sha256` (64 hex digits)."""

    id: Id
    document_id: Id
    name: str
    media_type: str
    size: int
    sha256: str
    version: int = 1
    added_at: UtcStamp = ""


class Waiver(NamedTuple):
    """A finding that somebody accepts with a reason; it rests while the rows it spoke of keep their fingerprint."""

    id: Id
    check: str
    fingerprint: str
    reason: str
    waived_by: str = ""
    waived_at: UtcStamp = ""
