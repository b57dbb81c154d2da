"""Every edit has words."""

import ast
import string

import pytest

from delegation_planner.plan.kinds import LANGUAGES, Language
from delegation_planner.words.labels import LABELS, OF_ONE, label_sentence
from delegation_planner.words.words import ENGLISH
from tests.words.spoken import words
from tools.catalogues import PACKAGE


def kinds_used() -> dict[str, str]:
    """The kinds of all `Label(...)` calls of the package and where they stand."""
    return {
        node.args[0].value: f"{path.name}:{node.lineno}"
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Label" and node.args
        if isinstance(node.args[0], ast.Constant) and isinstance(node.args[0].value, str)
    }


def test_every_kind_of_label_that_is_used_has_words() -> None:
    assert {kind: place for kind, place in kinds_used().items() if kind not in LABELS} == {}


@pytest.mark.parametrize(
    ("language", "expected"), [("en", "Move item 12"), ("id", "Pindahkan acara 12"), ("az", "Tədbiri köçür 12")]
)
def test_a_label_is_said_in_the_readers_language(language: Language, expected: str) -> None:
    assert label_sentence(words(language), "move_item", {"name": "12"}) == expected


def test_one_is_not_said_as_many() -> None:
    said = [label_sentence(ENGLISH, "paste_rows", {"count": count}) for count in (1, 2)]
    assert said == ["Paste 1 row", "Paste 2 rows"]
    assert {kind for kind, text in LABELS.items() if "{count}" in text} == set(OF_ONE)


def test_a_log_of_another_version_can_always_be_read() -> None:
    assert label_sentence(ENGLISH, "teleport_item", {"name": "12"}) == "Change"
    assert label_sentence(ENGLISH, "move_item", {}) == "Move item"
    assert label_sentence(ENGLISH, "move_item", {"name": "{odd}", "more": 1}) == "Move item {odd}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_speak_of_names_and_counts_alone(language: Language) -> None:
    named = {name for text in LABELS.values() for _, name, _, _ in string.Formatter().parse(words(language).say(text))}
    assert named == {None, "name", "count"}
