"""The translations in the repository: whole, fresh, and with the same places to fill as the English sentence."""

import ast
import gettext
import io
import string
from collections.abc import Iterator
from typing import Any

import pytest

from tools.catalogues import PACKAGE, ROOT, catalogue_path, collect, compiled, is_translated, known_errors, updated

LANGUAGES = ["id", "az"]
FORMS = {"id": 1, "az": 2}
SAYING = {"say", "say_many", "mark"} | known_errors(PACKAGE)
TEMPLATE = collect()


def sentences(language: str) -> list[Any]:
    return [message for message in updated(language, TEMPLATE) if message.id]


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def as_texts(value: Any) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value or ())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_translation_fills_the_same_places(language: str) -> None:
    wrong = [
        (message.id, text)
        for message in sentences(language)
        for text in as_texts(message.string)
        if text and places(text) != set.union(*map(places, as_texts(message.id)))
    ]
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_counted_sentence_has_the_forms_of_the_language(language: str) -> None:
    counted = [message for message in sentences(language) if isinstance(message.id, tuple)]
    assert counted
    assert {len(as_texts(message.string)) for message in counted if is_translated(message)} == {FORMS[language]}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_compiled_catalogue_is_the_written_one(language: str) -> None:
    from babel.messages.pofile import read_po

    path = catalogue_path(language)
    with path.open("rb") as file:
        written = compiled(read_po(file, locale=language))
    shipped = path.with_suffix(".mo").read_bytes()
    assert _messages(written) == _messages(shipped)


def _messages(compiled_catalogue: bytes) -> dict[Any, str]:
    catalogue: dict[Any, str] = vars(gettext.GNUTranslations(io.BytesIO(compiled_catalogue)))["_catalog"]
    return {key: text for key, text in catalogue.items() if key}


def test_no_long_sentence_is_the_same_in_both_languages() -> None:
    """Names, units and formats may well be; a sentence that is was filled in from the wrong catalogue."""
    indonesian = {message.id: message.string for message in sentences("id") if is_translated(message)}
    same = [
        message.string
        for message in sentences("az")
        if is_translated(message)
        and message.id != message.string == indonesian.get(message.id)
        and _is_a_sentence(message.string)
    ]
    assert same == []


def _is_a_sentence(text: Any) -> bool:
    return any(len([word for word in form.split() if word.isalpha()]) > 1 for form in as_texts(text))


def test_indonesian_is_complete() -> None:
    assert [message.id for message in sentences("id") if not is_translated(message)] == []


def test_azerbaijani_is_complete_but_for_the_window() -> None:
    missing = [
        message.id
        for message in sentences("az")
        if not is_translated(message) and any(not _is_of_the_window(place) for place, _ in message.locations)
    ]
    assert missing == []


def _is_of_the_window(place: str) -> bool:
    return place.startswith("delegation_planner/screen/") or place == "delegation_planner/app.py"


def _first_words_said(within: ast.AST) -> Iterator[ast.expr]:
    for node in ast.walk(within):
        if isinstance(node, ast.Call) and node.args:
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name in SAYING:
                yield node.args[0]


def test_no_sentence_is_put_together_before_it_is_translated() -> None:
    """A formatted text is collected, if at all, in a form that no catalogue can hold."""
    wrong = [
        f"{path.relative_to(ROOT)}:{said.lineno}"
        for path in PACKAGE.rglob("*.py")
        for said in _first_words_said(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(said, ast.JoinedStr | ast.BinOp)
    ]
    assert wrong == []


def test_no_sentence_is_said_within_a_formatted_text() -> None:
    """Before Python 3.12 nothing in there is collected and would stay English; later on every key in there is, too."""
    hidden = [
        f"{path.relative_to(ROOT)}:{said.lineno}"
        for path in PACKAGE.rglob("*.py")
        for text in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(text, ast.JoinedStr)
        for said in _first_words_said(text)
        if any(isinstance(part, ast.Constant) for part in ast.walk(said))
    ]
    assert hidden == []
