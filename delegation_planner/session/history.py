"""Which edits can be undone and redone, read off the append-only log."""

from collections.abc import Iterable
from typing import NamedTuple

from delegation_planner.plan.change import Changes
from delegation_planner.plan.kinds import Id
from delegation_planner.session.store import Label, LogEntry


class Edit(NamedTuple):
    """One undoable edit: all its log entries as one list of changes."""

    id: Id
    label: Label
    changes: Changes


class History:
    """The edits done and those undone. A new edit ends redo; undoing needs no inverse code of any action."""

    def __init__(self, entries: Iterable[LogEntry] = ()) -> None:
        self.done: list[Edit] = []
        self.undone: list[Edit] = []
        for entry in entries:
            self.follow(entry)

    def follow(self, entry: LogEntry) -> None:
        """Take in the next entry of the log."""
        if entry.direction == "do":
            self.undone.clear()
            if self.done and self.done[-1].id == entry.edit:
                earlier = self.done.pop()
                entry = entry._replace(changes=earlier.changes + entry.changes)
            self.done.append(Edit(entry.edit, entry.label, entry.changes))
        elif entry.direction == "undo":
            if self.done and self.done[-1].id == entry.edit:
                self.done.pop()
            self.undone.append(Edit(entry.edit, entry.label, entry.changes.inverse()))
        else:
            if self.undone and self.undone[-1].id == entry.edit:
                self.undone.pop()
            self.done.append(Edit(entry.edit, entry.label, entry.changes))


def whole_edits(tail: list[LogEntry]) -> list[LogEntry]:
    """The tail of a log without its first edit, which may have begun before the tail did."""
    first = tail[0].edit if tail else None
    begin = next((at for at, entry in enumerate(tail) if entry.edit != first), len(tail))
    return tail[begin:]
