"""Texts that a row holds once for each language: which field holds one, and which stands in for another."""

from typing import Final

from delegation_planner.plan.kinds import LANGUAGES, Language

_ORDER: Final[dict[Language, tuple[Language, ...]]] = {
    language: tuple(dict.fromkeys((language, "en", *LANGUAGES))) for language in LANGUAGES
}
"""Whose text a reader of a language gets: the own, else the English, else any other."""


def field_of(stem: str, language: Language) -> str:
    """The field that holds the text of a language: the Indonesian `title` is `title_id`."""
    return f"{stem}_{language}"


def text_and_language(row: object, stems: tuple[str, ...], language: Language) -> tuple[str, Language]:
    """The text that a reader of the language gets, and the language that it is in; empty where there is none.

    A later stem is only a substitute for an earlier one in the same language: a long title in the reader's
    language is better than a short one in another.
    """
    for candidate in _ORDER[language]:
        for stem in stems:
            text: str = getattr(row, f"{stem}_{candidate}")
            if text:
                return text, candidate
    return "", language


def text_in(row: object, stem: str, language: Language = "en") -> str:
    """The text alone, of whatever language."""
    return text_and_language(row, (stem,), language)[0]
