"""Every value of every closed list has a word of its own."""

from typing import Any, get_args

import pytest

from delegation_planner.plan import kinds
from delegation_planner.words import kinds_words

TABLES = {
    "LANGUAGES": kinds.Language,
    "PAPER_SIZES": kinds.PaperSize,
    "VISIT_KINDS": kinds.VisitKind,
    "VISIT_DATES": kinds.VisitDates,
    "VISIT_STATES": kinds.VisitStatus,
    "GUEST_CLASSES": kinds.GuestClass,
    "SIDES": kinds.Side,
    "ENTOURAGE_CLASSES": kinds.EntourageClass,
    "GENDERS": kinds.Gender,
    "DISCLOSURES": kinds.Disclosure,
    "ITEM_STATES": kinds.ItemStatus,
    "PRECISIONS": kinds.Precision,
    "TRACKS": kinds.Track,
    "TRAVEL_MODES": kinds.TravelMode,
    "ESCORTS": kinds.Escort,
    "ROLES": kinds.ReaderRole,
    "ITEM_KINDS": kinds.ItemKind,
    "DOCUMENT_KINDS": kinds.DocumentKind,
    "DOCUMENT_STATES": kinds.DocumentState,
}


@pytest.mark.parametrize("table", TABLES)
def test_a_table_holds_its_closed_list_in_its_order(table: str) -> None:
    said: dict[str, str] = getattr(kinds_words, table)
    assert list(said) == list(get_args(TABLES[table]))
    assert len(set(said.values())) == len(said)


def test_no_closed_list_is_forgotten() -> None:
    closed: set[Any] = {
        value for value in vars(kinds).values() if get_args(value) and isinstance(get_args(value)[0], str)
    }
    assert closed - {kinds.Role} == set(TABLES.values()), "roles are told among what a reader is at an item"
