"""The two things that can go wrong in words: what a person can mend, and what breaks a rule of the plan."""

from typing_extensions import override


class KnownError(Exception):
    """The world's fault: one sentence that a person can act on.

    `message` is the English sentence with named placeholders; it is at once the key under which
    `words` finds it in the reader's language. `values` fill the placeholders.
    """

    def __init__(self, message: str, **values: str | int) -> None:
        super().__init__(message)
        self.message = message
        self.values = values

    @override
    def __str__(self) -> str:
        """The sentence in English, for logs; a person reads it through `words`."""
        return self.message.format(**self.values)


class PlanError(KnownError):
    """An edit that the plan's hard rules refuse; the plan is as it was."""
