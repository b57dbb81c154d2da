"""The two things that can go wrong in words: what a person can mend, and what breaks a rule of the plan."""

from datetime import datetime

from typing_extensions import override


class KnownError(Exception):
    """The world's fault: one sentence that a person can act on.

    `message` is the English sentence with named placeholders; it is at once the key under which
    `words` finds it in the reader's language. `values` fill the placeholders; a moment is aware, and the reader
    is told it in local time.
    """

    def __init__(self, message: str, **values: str | int | datetime) -> None:
        super().__init__(message)
        self.message = message
        self.values = values

    @override
    def __str__(self) -> str:
        """The sentence in English, for logs; a person reads it through `words`."""
        return self.message.format(**self.values)


class PlanError(KnownError):
    """An edit that the plan's hard rules refuse; the plan is as it was."""


class PlanFileError(KnownError):
    """A plan file that cannot be opened, read or written as asked; what it held before, it still holds."""


class NotAPlanFile(PlanFileError):
    """Something else, or a database to which something was added: left untouched."""


class NewerPlanFile(PlanFileError):
    """Made by a version of the planner that this one cannot read."""


class OlderPlanFile(PlanFileError):
    """Made by an earlier version, and not brought forward."""


class DamagedPlanFile(PlanFileError):
    """Never opened for editing: offer an earlier version, or what can be saved into a new file."""


class PlanFileBusy(PlanFileError):
    """Another program is writing: offer to try again."""


class PlanFileFull(PlanFileError):
    """No room: offer to try again once space is freed, or a copy elsewhere."""


class PlanFileUnreachable(PlanFileError):
    """The medium fails or has gone: offer a copy elsewhere."""


class PlanFileReadOnly(PlanFileError):
    """Writing is refused: by the medium, or because the file was opened to be read only."""


class PlanFileHeld(PlanFileReadOnly):
    """A colleague has it open: offer to read, or a copy."""


class PlanFileLeftLocked(PlanFileHeld):
    """Held by a lock that nobody has refreshed for long: offer to take over."""


class PlanFileChanged(PlanFileError):
    """Somebody else has written to the file: what is open must be loaded again."""


class AttachmentError(PlanFileError):
    """An attached file that is missing, too large or not what was attached; the rest of the plan is sound."""
