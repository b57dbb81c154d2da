"""The words of every language from the catalogues that ship."""

from delegation_planner.plan.kinds import Language
from delegation_planner.words.words import Catalogues, Words
from tools.catalogues import TRANSLATIONS

_SHIPPED = Catalogues(TRANSLATIONS)


def words(language: Language) -> Words:
    """The words of a language."""
    return _SHIPPED.words(language)
