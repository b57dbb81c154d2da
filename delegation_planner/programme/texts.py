"""Which of a row's texts a reader gets: the asked language, else English, else any other, and never unmarked."""

from collections.abc import Iterator

from delegation_planner.plan.kinds import Language
from delegation_planner.plan.languages import text_and_language
from delegation_planner.plan.tables import Row
from delegation_planner.programme.programme import Shown


class Texts:
    """Reads the texts of rows for a reader of one language and, side by side, of a second one."""

    def __init__(self, language: Language, second_language: Language | None = None) -> None:
        self.language: Language = language
        self.second_language = second_language

    def shown(self, row: Row, *stems: str) -> Shown:
        """The text of the first stem that has one: `title` reads title_en, title_id, title_az.

        A later stem is only a substitute for an earlier one in the same language: a long title in the reader's
        language is better than a short one in another.
        """
        return Shown(*text_and_language(row, stems, self.language))

    def second(self, row: Row, *stems: str) -> Shown | None:
        """The same in the second language; None where the reader asked for none."""
        return None if self.second_language is None else Shown(*text_and_language(row, stems, self.second_language))

    def plain(self, text: str) -> Shown:
        """A text that the plan holds once, whatever its language: it is never marked as missing."""
        return Shown(text, self.language)

    def foreign(self, value: object) -> frozenset[Shown]:
        """The distinct texts anywhere in a value that are not in the language they were asked in."""
        return frozenset(_foreign(value, self.language, self.second_language or self.language))


def _foreign(value: object, language: Language, second: Language) -> Iterator[Shown]:
    if isinstance(value, Shown):
        if value.text and value.language != language:
            yield value
    elif isinstance(value, tuple):
        names: tuple[str, ...] = getattr(value, "_fields", ("",) * len(value))
        for name, part in zip(names, value, strict=True):
            yield from _foreign(part, second if name.endswith("_second") else language, second)
