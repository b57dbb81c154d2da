"""What a session asks of the place where a plan is kept."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Literal, NamedTuple, Protocol

from delegation_planner.plan.change import Changes
from delegation_planner.plan.edition import Edition, Receipt
from delegation_planner.plan.kinds import Id, UtcStamp
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.sent import Sent, SentRegister

Direction = Literal["do", "undo", "redo"]


class Label(NamedTuple):
    """What an edit did, as data: `words.labels` makes the sentence. Values fill its placeholders."""

    kind: str
    values: Mapping[str, str | int] = {}


class LogEntry(NamedTuple):
    """One line of the append-only log. Merged typing is several entries with the same `edit`.

    `edit` is the id of the edit that was done, undone or redone; `origin` says who asked ("window", "command line").
    """

    seq: int
    edit: Id
    direction: Direction
    at: UtcStamp
    author: str
    origin: str
    label: Label
    changes: Changes


class PlanStore(Protocol):
    """One open visit plan. A second implementation (a shared database) must fit without a change elsewhere.

    Errors are KnownError. A failed write leaves the stored plan exactly as it was, or the store says (by
    `load`) what it really is now.
    """

    @property
    def read_only(self) -> bool:
        """Whether writing is refused (locked by a colleague, a read-only medium, a newer file)."""
        ...

    def load(self) -> Plan:
        """The plan as it is stored."""
        ...

    def write(self, entry: LogEntry, contents: Mapping[str, bytes] | None = None) -> int:
        """Carry out the entry's changes and append it to the log in one transaction; returns the entry's seq.

        `contents` are files of attachments by sha256, stored in the same transaction. The entry's own seq is ignored.
        """
        ...

    def log(self, *, newest: int | None = None) -> Sequence[LogEntry]:
        """The log, oldest first; with `newest`, only that many last entries."""
        ...

    def attachment(self, sha256: str) -> bytes:
        """The content of an attached file; raises KnownError where it is missing or does not match its fingerprint."""
        ...

    def sent(self) -> SentRegister:
        """What has gone out."""
        ...

    def editions_sent(self) -> Sequence[int]:
        """The numbers of the editions whose packs have gone out, the first one first."""
        ...

    def record_sent(self, records: Iterable[Sent]) -> None:
        """Append to what has gone out, in one transaction."""
        ...

    def editions(self) -> Sequence[Edition]:
        """What has been issued, the first edition first."""
        ...

    def issue(self, edition: Edition, plan: Plan) -> None:
        """Keep an edition and the plan that it freezes for good, outside undo.

        Raises KnownError where its number is not the one after the last.
        """
        ...

    def edition_plan(self, number: int) -> Plan:
        """The plan as an edition froze it; raises KnownError where it is not there or cannot be read."""
        ...

    def edition_content(self, number: int) -> Callable[[], Plan]:
        """The same in two steps, the reading now and the unpacking, which may take long, by the answer in any thread.

        Both raise KnownError.
        """
        ...

    def receipts(self) -> Sequence[Receipt]:
        """Who was given which edition and who has said so, in the order in which it was recorded."""
        ...

    def record_receipts(self, receipts: Iterable[Receipt]) -> None:
        """Append to the receipts, in one transaction."""
        ...

    def close(self) -> None:
        """Let go of the file and its lock."""
        ...
