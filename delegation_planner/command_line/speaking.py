"""How a command speaks: sentences in the terminal's language, results on stdout, complaints on stderr."""

import os
import sys
from collections.abc import Mapping
from typing import NamedTuple, TextIO

from delegation_planner.plan.kinds import LANGUAGES, Language
from delegation_planner.resource_files import catalogue_folder
from delegation_planner.words.words import Catalogues, Words


class Terminal(NamedTuple):
    """The words of the person at the terminal and where they go; `catalogues` speak for other readers."""

    words: Words
    catalogues: Catalogues
    out: TextIO
    err: TextIO

    def tell(self, sentence: str) -> None:
        """A result."""
        print(sentence, file=self.out)

    def complain(self, sentence: str) -> None:
        """Something that the person must know beside the result."""
        print(sentence, file=self.err)


def terminal() -> Terminal:
    """The terminal of this process; a letter that its encoding lacks is written as an escape, never an error."""
    catalogues = Catalogues(catalogue_folder())
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    return Terminal(catalogues.words(language_of(os.environ)), catalogues, sys.stdout, sys.stderr)


def language_of(environment: Mapping[str, str]) -> Language:
    """The language that a POSIX environment asks for, if it is one of ours, else English."""
    asked = next((environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)), "")
    return next((language for language in LANGUAGES if asked.lower().startswith(language)), "en")
