"""`dev.py words` collects every sentence and loses no translation."""

import gettext
import io
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tools.catalogues import PLURALS, as_text, collect, compiled, renew, updated

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

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


@pytest.fixture(scope="module")
def template() -> "Catalog":
    return collect()


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


def test_the_package_says_something(template: "Catalog") -> None:
    assert "This plan holds no visit." in {message.id for message in template}


@pytest.mark.parametrize("language", PLURALS)
def test_untranslated_plural_is_said_in_english(language: str) -> None:
    from babel.messages.catalog import Catalog

    template = Catalog()
    template.add(("{count} tent", "{count} tents"))
    words = gettext.GNUTranslations(io.BytesIO(compiled(updated(language, template))))
    assert words.ngettext("{count} tent", "{count} tents", 5) == "{count} tents"


def test_translation_comes_back_with_its_sentence() -> None:
    from babel.messages.catalog import Catalog
    from babel.messages.pofile import read_po

    speaking, known = Catalog(), Catalog()
    speaking.add("A sentence of no screen")
    known.add("A sentence of no screen", "Kalimat")
    renew(known, Catalog())
    assert [message.id for message in known if message.id] == []
    resting = read_po(io.StringIO(as_text(known)), locale="id")
    renewed = renew(resting, speaking)
    assert [(message.id, message.string) for message in renewed if message.id] == [
        ("A sentence of no screen", "Kalimat")
    ]


@pytest.mark.parametrize(("language", "forms"), [("id", 1), ("az", 2)])
def test_catalogue_knows_how_many_forms_a_language_has(template: "Catalog", language: str, forms: int) -> None:
    compiled_words = gettext.GNUTranslations(io.BytesIO(compiled(updated(language, template))))
    assert f"nplurals={forms};" in compiled_words.info()["plural-forms"]
