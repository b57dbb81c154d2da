"""The line that a renewed paper has of the last visit's."""

from delegation_planner.words.last_visit import last_time
from delegation_planner.words.words import ENGLISH
from tests.builders import a_document


def test_state_number_and_date_stand_in_one_line() -> None:
    note = a_document(state="received", number="123/AZ", dated="2017-07-01")
    assert last_time(ENGLISH, note) == "Last visit: received; no. 123/AZ, 1 July 2017."


def test_each_sides_acceptance_is_told() -> None:
    text = a_document(
        kind="instrument", state="accepted", guest_acceptance_channel="note verbale", guest_acceptance_number="7",
        guest_acceptance_date="2017-07-05", host_acceptance_number="12",
    )  # fmt: skip
    assert last_time(ENGLISH, text) == (
        "Last visit: accepted by both sides; guest side: note verbale, no. 7, 5 July 2017; host side: no. 12."
    )


def test_why_it_was_not_required_is_told_and_of_a_planned_one_nothing() -> None:
    spared = a_document(state="not_required", state_reason="Signed by\nthe Minister")
    assert last_time(ENGLISH, spared) == "Last visit: not required (Signed by the Minister)."
    assert last_time(ENGLISH, a_document()) == ""
