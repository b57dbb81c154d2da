"""Folding is for finding and sorting: it loses no letter and is the same done twice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delegation_planner.plan.names import called, fold, name_key
from tests.builders import a_document, a_person, a_plan, a_step, an_item


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("İnam Kərimov", "inam karimov"),
        ("Inam Karimov", "inam karimov"),
        ("INAM KƏRİMOV", "inam karimov"),
        ("ışıq IŞIQ", "isiq isiq"),
        ("Ağdaş, Şəki, Gəncə, Ölüm, Üzüm, Çay", "agdas, saki, ganca, olum, uzum, cay"),
        ("Ğ ğ Ş ş Ç ç Ö ö Ü ü Ə ə", "g g s s c c o o u u a a"),
        ("  two\u00a0 spaces\tand a tab ", "two spaces and a tab"),
        ("Straße", "strasse"),
        ("Łódź – Tromsø", "lodz - tromso"),
        ("Минск", "минск"),
        ("", ""),
    ],
)
def test_folded(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet="abcçdeəfgğhxıijkqlmnoöprsştuüvyzABCÇDEƏFGĞHXIİJKQLMNOÖPRSŞTUÜVYZ"))
def test_no_azerbaijani_letter_is_lost(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(text).isascii()


def test_brackets_do_not_count_in_sorting() -> None:
    names = ["Diah Natalisa", "[Secretary of the Ministry]", "Asman Abnur", "[Director, Kemlu]"]
    assert sorted(names, key=name_key) == [
        "Asman Abnur", "Diah Natalisa", "[Director, Kemlu]", "[Secretary of the Ministry]"
    ]  # fmt: skip


def test_what_a_row_is_called() -> None:
    item = an_item("12", title_en="Signing")
    assert called(item) == "Signing"
    assert called(item._replace(title_en="")) == "12"
    assert called(a_person(name_en="Inam\x00 Karimov")) == "Inam\ufffd Karimov"
    assert called(a_step(item)) == "Cue 0"
    assert called(a_document(title_en="x" * 200)) == "x" * 80
    assert called(a_plan()) == ""
