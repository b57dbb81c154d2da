"""An edition as a place that a plan is kept in: it can be read like the file that it lies in, and nothing else."""

from collections.abc import Callable, Sequence
from typing import Any, NoReturn

from delegation_planner.plan.edition import Edition, Receipt
from delegation_planner.plan.errors import KnownError
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.sent import SentRegister
from delegation_planner.session.store import LogEntry, PlanStore


class FrozenEdition:
    """Fits PlanStore. The file stays with whoever opened it: closing this closes nothing."""

    def __init__(self, store: PlanStore, number: int, plan: Plan) -> None:
        """`plan` is what the edition froze, already read."""
        self._store = store
        self.number = number
        self._plan = plan

    @property
    def read_only(self) -> bool:
        """What was issued never changes."""
        return True

    def load(self) -> Plan:
        """The plan as the edition froze it."""
        return self._plan

    def log(self, **_: Any) -> Sequence[LogEntry]:
        """Nothing was done to an edition, so there is nothing to undo."""
        return ()

    def attachment(self, sha256: str) -> bytes:
        """As the file has it."""
        return self._store.attachment(sha256)

    def sent(self) -> SentRegister:
        """As the file has it."""
        return self._store.sent()

    def editions_sent(self) -> Sequence[int]:
        """Nothing, as nothing went out."""
        return ()

    def editions(self) -> Sequence[Edition]:
        """Those up to this one: it stands as it was issued."""
        return [edition for edition in self._store.editions() if edition.number <= self.number]

    def edition_plan(self, number: int) -> Plan:
        """As the file has it."""
        return self._store.edition_plan(number)

    def edition_content(self, number: int) -> Callable[[], Plan]:
        """As the file has it."""
        return self._store.edition_content(number)

    def receipts(self) -> Sequence[Receipt]:
        """As the file has it."""
        return self._store.receipts()

    def close(self) -> None:
        """Nothing is held."""

    def _refuse(self, *_asked: Any, **_named: Any) -> NoReturn:
        raise KnownError("An edition stays as it was issued. Go back to the draft to change it.")

    write = record_sent = issue = record_receipts = _refuse
