"""The open plan: every change goes through `apply`, `undo` or `redo`, and everybody is told."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from delegation_planner.plan import rules
from delegation_planner.plan.change import Changes
from delegation_planner.plan.collector import collector_paused, taken_for_good
from delegation_planner.plan.day_time import stamp
from delegation_planner.plan.errors import KnownError
from delegation_planner.plan.index import Index
from delegation_planner.plan.kinds import Id
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.visit import Visit
from delegation_planner.session.history import Edit, History, whole_edits
from delegation_planner.session.store import Direction, Label, LogEntry, PlanStore

TAIL: Final = 200  # log entries read at opening; the rest is read when undo walks past them
MERGE_SECONDS: Final = 5.0
MUCH: Final = 25
"""An edit that changes so many rows is much: it takes a while to be written, and to be shown."""


@dataclass(frozen=True, slots=True)
class PlanChanged:
    """What every observer is told: the plan before and now, what changed, why, and who asked."""

    before: Plan
    plan: Plan
    index: Index
    changes: Changes
    label: Label
    direction: Direction
    asked_by: str

    @property
    def is_much(self) -> bool:
        """Whether it takes a while to show what has changed."""
        return len(self.changes) >= MUCH


Observer = Callable[[PlanChanged], None]


class PlanSession:
    """An open plan and its history.

    The order of a change is fixed: hard rules, then the store, then the history, then the new plan, then the
    observers. What is refused before or by the store leaves everything as it was. From then on the edit stands: an
    observer that raises keeps no other from hearing of it, and its error comes out of `apply` afterwards.
    """

    def __init__(
        self,
        store: PlanStore,
        *,
        new_id: Callable[[], Id],
        now: Callable[[], datetime],
        author: str = "",
        origin: str = "window",
    ) -> None:
        self.store: Final = store
        self.new_id: Final = new_id
        self._now = now
        self.author: Final = author
        self._origin = origin
        self.plan: Plan = store.load()
        self._index: Index | None = None
        self._observers: list[Observer] = []
        self._merge: tuple[str, datetime] | None = None
        self.through: Callable[[Callable[[], Plan]], Plan] = _at_once
        """How an edit of much is checked and written: a window waits for it without standing still."""
        tail = list(store.log(newest=TAIL))
        self._whole_log = not tail or tail[0].seq <= 1 or len(tail) < TAIL
        self._history = History(tail if self._whole_log else whole_edits(tail))

    @property
    def index(self) -> Index:
        """The index of the current plan, built when first asked for."""
        if self._index is None:
            self._index = Index.of(self.plan)
        return self._index

    @property
    def read_only(self) -> bool:
        """Whether the plan can be looked at but not changed."""
        return self.store.read_only

    @property
    def undo_label(self) -> Label | None:
        """What undo would take back, or None."""
        if not self._history.done:
            self._read_whole_log()
        return self._history.done[-1].label if self._history.done else None

    @property
    def redo_label(self) -> Label | None:
        """What redo would do again, or None."""
        return self._history.undone[-1].label if self._history.undone else None

    def observe(self, observer: Observer) -> Callable[[], None]:
        """Tell the observer of each change from now on; returns the function that ends it."""
        self._observers.append(observer)
        return lambda: self._observers.remove(observer)

    def apply(
        self,
        label: Label,
        changes: Changes,
        *,
        asked_by: str = "",
        merge: str | None = None,
        contents: Mapping[str, bytes] | None = None,
    ) -> PlanChanged | None:
        """Carry out an edit. None if it changes nothing.

        `merge` names what is being typed into: an edit with the same name right after, within MERGE_SECONDS,
        becomes part of the same edit. `contents` are attached files by sha256. Raises PlanError where a hard rule
        refuses the edit, KnownError where it cannot be written.
        """
        changes = Changes.merged(changes)
        if not changes:
            return None
        now = self._now()
        goes_on = bool(
            merge is not None
            and self._merge is not None
            and self._merge[0] == merge
            and (now - self._merge[1]).total_seconds() <= MERGE_SECONDS
            and self._history.done
        )
        edit_id = self._history.done[-1].id if goes_on else self.new_id()
        told = self._carry_out(Edit(edit_id, label, changes), "do", asked_by, contents)
        self._merge = (merge, now) if merge is not None else None
        return told

    def undo(self, *, asked_by: str = "") -> PlanChanged | None:
        """Take back the last edit, also one of an earlier session. None if there is nothing to take back."""
        if self.undo_label is None:
            return None
        edit = self._history.done[-1]
        self._merge = None
        return self._carry_out(edit._replace(changes=edit.changes.inverse()), "undo", asked_by)

    def redo(self, *, asked_by: str = "") -> PlanChanged | None:
        """Do again what was last undone. None if there is nothing."""
        if not self._history.undone:
            return None
        self._merge = None
        return self._carry_out(self._history.undone[-1], "redo", asked_by)

    def close(self) -> None:
        """Let go of the file; the session is over."""
        self._observers.clear()
        self.store.close()

    def _carry_out(
        self, edit: Edit, direction: Direction, asked_by: str, contents: Mapping[str, bytes] | None = None
    ) -> PlanChanged:
        """What those who are told of an edit make of it may be as much as the plan, and is not searched for garbage."""
        much = len(edit.changes) >= MUCH or edit.changes.touch(Visit)
        with taken_for_good() if much else collector_paused():
            return self._carry_out_unsearched(edit, direction, asked_by, contents)

    def _carry_out_unsearched(
        self, edit: Edit, direction: Direction, asked_by: str, contents: Mapping[str, bytes] | None
    ) -> PlanChanged:
        if self.read_only:
            raise KnownError("This plan is open for reading only. Save a copy to change it.")
        before = self.plan
        entry = LogEntry(0, edit.id, direction, stamp(self._now()), self.author, self._origin, edit.label, edit.changes)

        def write() -> Plan:
            plan = before.changed(edit.changes)
            rules.check(before, edit.changes, plan)
            self.store.write(entry, contents)
            return plan

        plan = self.through(write) if len(edit.changes) >= MUCH else write()
        self._history.follow(entry)
        self.plan = plan
        if self._index is not None:
            self._index = self._index.following(plan, edit.changes)
        told = PlanChanged(before, plan, self.index, edit.changes, edit.label, direction, asked_by)
        self._tell(told)
        return told

    def _tell(self, told: PlanChanged) -> None:
        """Tell every observer; the first error among them is raised when all have heard."""
        errors = []
        for observer in tuple(self._observers):
            try:
                observer(told)
            except Exception as error:  # noqa: BLE001 - raised below
                errors.append(error)
        if errors:
            raise errors[0]

    def _read_whole_log(self) -> None:
        if not self._whole_log:
            self._whole_log = True
            self._history = History(self.store.log())


def _at_once(write: Callable[[], Plan]) -> Plan:
    return write()
