"""One gettext catalogue a language for window, exports and command line; several languages speak at once."""

import gettext
from datetime import datetime
from pathlib import Path
from typing import Final

from delegation_planner.plan.errors import KnownError
from delegation_planner.plan.kinds import Language

DOMAIN: Final = "delegation_planner"


class Words:
    """The words of one language.

    A message is written in English with named placeholders and is its own key: `say("Saved {when}", when=...)`.
    `dev.py words` collects the messages from calls of `say`, `say_many`, `mark`, KnownError and PlanError.
    """

    def __init__(self, language: Language, catalogue: gettext.NullTranslations | None = None) -> None:
        self.language: Language = language
        self._catalogue = catalogue or gettext.NullTranslations()

    def say(self, message: str, **values: object) -> str:
        """The message in this language with its placeholders filled; in English where it is not translated."""
        translated = self._catalogue.gettext(message)
        return translated.format(**values) if values else translated

    def say_many(self, one: str, many: str, count: int, **values: object) -> str:
        """The message in the form that the count asks for; `{count}` is filled too."""
        return self._catalogue.ngettext(one, many, count).format(count=count, **values)

    def error(self, error: KnownError) -> str:
        """The sentence of a known error, its moments in local time."""
        from delegation_planner.words.dates import moment  # which speaks through these words

        values = {
            name: moment(self, value.astimezone()) if isinstance(value, datetime) else value
            for name, value in error.values.items()
        }
        return self.say(error.message, **values)


class Catalogues:
    """The words of every language, from a folder of compiled gettext catalogues, each read when first spoken."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._spoken: dict[Language, Words] = {}

    def words(self, language: Language) -> Words:
        """The words of a language."""
        if language not in self._spoken:
            self._spoken[language] = Words(language, self._read(language))
        return self._spoken[language]

    def _read(self, language: Language) -> gettext.NullTranslations:
        if self._folder is None or language == "en":
            return gettext.NullTranslations()
        return gettext.translation(DOMAIN, str(self._folder), languages=[language], fallback=True)


ENGLISH: Final = Words("en")


def mark(message: str) -> str:
    """Marks a message for collection where it is written down; it is said later."""
    return message
