"""What a form of the details pane is made of: fields and tabs as data; no Qt."""

from collections.abc import Callable, Sequence
from typing import Any, Literal, NamedTuple

Editor = Literal[
    "line", "note", "choice", "flag", "number", "minutes", "date", "due", "when_start", "when_end",
    "place", "person", "people", "person_or_text", "items", "document", "delegation",
    "dress", "rank", "zone", "country", "languages", "texts",
    "pin", "head", "clock", "state", "guest_acceptance", "host_acceptance", "approval",
]  # fmt: skip


Needs = Callable[[Any], bool]


class FormField(NamedTuple):
    """A field of a form: its name in the row, its label as a message, and its editor.

    For editors that set two fields, such as a person or else a text, `name` is the first part that both share.
    `needs` says for which rows it is shown, `renamed` for which rows it has another label.
    """

    name: str
    label: str
    editor: Editor = "line"
    needs: Needs | None = None
    renamed: tuple[Needs, str] | None = None

    def label_for(self, rows: Sequence[Any]) -> str:
        """What the field is called beside these rows."""
        if self.renamed is not None and all(self.renamed[0](row) for row in rows):
            return self.renamed[1]
        return self.label


class Tab(NamedTuple):
    """A tab of a form."""

    title: str
    fields: tuple[FormField, ...]
