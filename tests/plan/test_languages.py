"""Texts that a row holds once for each language."""

from delegation_planner.plan.languages import text_and_language, text_in
from delegation_planner.plan.names import called
from tests.builders import an_item


def test_a_missing_text_is_the_english_one_or_any_other() -> None:
    item = an_item("12", title_en="Signing", title_az="İmzalanma")
    assert text_and_language(item, ("title",), "id") == ("Signing", "en")
    assert text_and_language(item._replace(title_en=""), ("title",), "id") == ("İmzalanma", "az")
    assert text_and_language(item._replace(title_en="", title_az=""), ("title",), "id") == ("", "id")


def test_a_long_title_is_better_than_a_short_one_in_another_language() -> None:
    item = an_item("12", title_en="Signing", short_title_en="Sign", title_id="Penandatanganan")
    assert text_and_language(item, ("short_title", "title"), "id") == ("Penandatanganan", "id")


def test_a_row_is_called_in_whatever_language_has_a_name_for_it() -> None:
    item = an_item("12", title_en="", title_id="Penandatanganan")
    assert (text_in(item, "title"), called(item)) == ("Penandatanganan", "Penandatanganan")
