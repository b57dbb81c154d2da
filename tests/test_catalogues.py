"""The translations are collected whole and written the same every time."""

import gettext
import io
from pathlib import Path

import pytest

from tools.catalogues import collect, compiled, updated

SPEAKING = """
say("Saved {when}", when=now)
words.say_many("{count} person", "{count} people", 3)
raise KnownError("The file is in use by {owner}.", owner=owner)
raise PlanError(
    "A visit has one head, "
    "not two."
)
LABEL = mark("Arrival")
class FileError(KnownError): ...
class FileBusy(FileError): ...
raise FileBusy("Another program is writing.")
other("Not a sentence")
"""


def test_every_way_to_say_something_is_collected(tmp_path: Path) -> None:
    (tmp_path / "speaking.py").write_text(SPEAKING, encoding="utf-8")
    assert {message.id for message in collect(tmp_path) if message.id} == {
        "Saved {when}",
        ("{count} person", "{count} people"),
        "The file is in use by {owner}.",
        "A visit has one head, not two.",
        "Arrival",
        "Another program is writing.",
    }


def test_the_package_says_something() -> None:
    assert "This plan holds no visit." in {message.id for message in collect()}


@pytest.mark.parametrize(("language", "forms"), [("id", 1), ("az", 2)])
def test_catalogue_knows_how_many_forms_a_language_has(language: str, forms: int) -> None:
    compiled_words = gettext.GNUTranslations(io.BytesIO(compiled(updated(language, collect()))))
    assert f"nplurals={forms};" in compiled_words.info()["plural-forms"]
