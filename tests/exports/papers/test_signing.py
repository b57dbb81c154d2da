"""The run sheet of a signing: cues at their time, originals by the rule of the alternat, places as they are seen."""

from datetime import time
from typing import Any

import pytest

from delegation_planner.exports.papers.sheet import Cell, Sheet
from delegation_planner.plan.kinds import PaperSize
from delegation_planner.plan.plan import Plan
from delegation_planner.programme.audience import everybody
from tests.builders import a_delegation, a_document, a_person, a_plan, a_step, a_visit, an_invitation, an_item
from tests.exports.papers.made_papers import cells, papers_named, programme_for_all, programme_of, sheets_named

GUESTS = a_delegation("AZ", name_en="Guests", country="AZ")
HOSTS = a_delegation("ID", side="host", name_en="Hosts", country="ID")
CHAIR, MINISTER = a_person("A1", GUESTS, name_en="Chair"), a_person("I1", HOSTS, name_en="Minister")
GUEST_AIDE, HOST_AIDE = a_person("A2", GUESTS, name_en="Guest aide"), a_person("I2", HOSTS, name_en="Host aide")
WITNESSES = [a_person(f"A{number}", GUESTS, name_en=f"Witness {number}") for number in (3, 4, 5)]
PEOPLE = (CHAIR, MINISTER, GUEST_AIDE, HOST_AIDE, *WITNESSES)
SIGNING = an_item("12", 2, "11:00", "11:20", kind="signing", title_en="Signing", disclosure="public")
TEXT = a_document(
    kind="instrument", title_en="Memorandum", item_ids=(SIGNING.id,), languages=("id", "az", "en"), originals=2
)


def plan_of(*rows: Any, host_country: str = "ID") -> Plan:
    roles = (
        an_invitation(SIGNING, CHAIR, "signatory"), an_invitation(SIGNING, MINISTER, "signatory"),
        an_invitation(SIGNING, GUEST_AIDE, "aide"), an_invitation(SIGNING, HOST_AIDE, "aide"),
        *(an_invitation(SIGNING, each, "witness") for each in WITNESSES),
    )  # fmt: skip
    return a_plan(a_visit(host_country=host_country), GUESTS, HOSTS, *PEOPLE, SIGNING, *roles, *rows)


def rows_of(plan: Plan) -> list[list[Any]]:
    (paper,) = papers_named(programme_of(plan, everybody("detailed")), "signing")
    return [[*row, *[""] * 7][:7] for row in cells(paper)]


def test_cues_stand_at_their_time_with_their_actor_on_the_own_side() -> None:
    steps = [
        a_step(SIGNING, 0, cue_en="Announce", actor_id=MINISTER.id),
        a_step(SIGNING, 4, cue_en="Sign", actor_id=CHAIR.id),
        a_step(SIGNING, 18, cue_en="Close", actor_text="MC"),
    ]
    rows = rows_of(plan_of(TEXT, *steps))
    assert [row for row in rows if isinstance(row[0], time)] == [
        [time(11), 0, "Announce", "", "", "Minister", ""],
        [time(11, 4), 4, "Sign", "", "Chair", "", ""],
        [time(11, 18), 18, "Close", "", "", "", "MC"],
    ]
    heads = next(row for row in rows if row[0] == "Time")
    assert heads == ["Time", "Min.", "Cue and action", "", "Azerbaijan", "Indonesia", "Props, signal by"]
    present = next(row for row in rows if row[2] == "At the table and behind it")
    assert present[4:6] == [
        "Signs: Chair\nAide: Guest aide\nWitnesses: Witness 3, Witness 4, Witness 5",
        "Signs: Minister\nAide: Host aide",
    ]


def test_each_party_keeps_the_original_in_which_it_stands_first() -> None:
    rows = rows_of(plan_of(TEXT._replace(originals=3)))
    start = next(number for number, row in enumerate(rows) if row[0] == "Original") + 1
    assert [row for row in rows[start:] if row[0] in ("A", "B", "C")] == [
        ["A", "", "Azerbaijan", "", "Azerbaijan (the left or upper place)", "3 texts × 2 = 6", "Chair"],
        ["B", "", "Indonesia", "", "Indonesia (the left or upper place)", "3 texts × 2 = 6", "Minister"],
        ["C", "", "to be agreed", "", "to be agreed", "3 texts × 2 = 6", ""],
    ]


@pytest.mark.parametrize(
    ("host_country", "left", "right", "rule"),
    [("ID", "CHAIR\nguest, left seat", "MINISTER\nhost, right seat", "host's"),
     ("AZ", "MINISTER\nhost, left seat", "CHAIR\nguest, right seat", "guest's")],
)  # fmt: skip
def test_the_rule_decides_who_sits_at_the_right(host_country: str, left: str, right: str, rule: str) -> None:
    rows = rows_of(plan_of(TEXT, host_country=host_country))
    seats = next(row for row in rows if "seat" in str(row[3]) and row[5])
    assert (seats[3], seats[5]) == (left, right)
    assert f"Rule: the {rule} seat and flag at the right" in str(rows[-1][0])


def test_witnesses_are_numbered_from_the_middle() -> None:
    rows = rows_of(plan_of(TEXT))
    witnesses = next(row for row in rows if str(row[0]).startswith("Witnesses"))
    assert str(witnesses[0]).split("\n")[1] == "3 Witness 5   2 Witness 4   1 Witness 3"
    assert str(witnesses[5]).split("\n")[1] == "to be named"
    mirrored = next(row for row in rows_of(plan_of(TEXT, host_country="AZ")) if "1 Witness 3   2" in str(row[5]))
    assert mirrored[5].split("\n")[1] == "1 Witness 3   2 Witness 4   3 Witness 5"


@pytest.mark.parametrize("paper_size", ["a4", "letter"])
def test_the_sides_of_the_drawing_mirror_each_other(paper_size: PaperSize) -> None:
    """As far from the left edge as from the right one, to a tenth of a column's unit."""
    programme = programme_of(plan_of(TEXT), everybody("detailed"))._replace(paper_size=paper_size)
    (sheet,) = sheets_named(programme, "signing")
    drawn = [boxes for row in sheet.rows if (boxes := [edges(cell, sheet) for cell in row.cells if cell.look.right])]
    assert [len(boxes) for boxes in drawn] == [1, 4, 1, 2]
    for boxes in drawn:
        mirrored = [(sum(sheet.widths) - end, sum(sheet.widths) - start) for start, end in reversed(boxes)]
        assert [end for box in boxes for end in box] == pytest.approx([end for box in mirrored for end in box], abs=0.1)


def edges(cell: Cell, sheet: Sheet) -> tuple[float, float]:
    """Where the cell begins and ends, in units from the left."""
    start = sum(sheet.widths[: cell.column - 1])
    return start, start + sum(sheet.widths[cell.column - 1 : cell.column - 1 + cell.columns])


def page_of(sheet: Sheet, text: str) -> int:
    at = next(
        number for number, row in enumerate(sheet.rows, 1) for cell in row.cells if text in str(cell.value)
    )  # fmt: skip
    return sum(at > end for end in sheet.breaks)


@pytest.mark.parametrize("steps", [0, 6, 30])
def test_the_drawing_and_the_originals_are_never_split(steps: int) -> None:
    plan = plan_of(TEXT, *(a_step(SIGNING, number, cue_en="cue " * 12) for number in range(steps)))
    (sheet,) = sheets_named(programme_of(plan, everybody("detailed")), "signing")
    assert page_of(sheet, "guests, press") == page_of(sheet, "Witnesses, numbered") == page_of(sheet, "Places, as seen")
    assert page_of(sheet, "Stands first") == page_of(sheet, "(the left or upper place)")


def test_a_signing_without_a_text_or_people_still_has_its_sheet() -> None:
    plan = a_plan(a_visit(), SIGNING)
    (paper,) = papers_named(programme_of(plan, everybody("detailed")), "signing")
    assert paper.stem == "Signing run sheet - 12"
    assert "to be named" in str(cells(paper))


def test_withdrawn_texts_and_other_papers_are_not_signed() -> None:
    plan = plan_of(TEXT._replace(state="withdrawn"), a_document("DOC2", item_ids=(SIGNING.id,)))
    assert [row for row in rows_of(plan) if row[0] == "Original"] == []


def test_a_window_says_that_its_dates_are_open() -> None:
    (paper,) = papers_named(programme_for_all("detailed", fixed=False), "signing")
    assert "dates open" in str(cells(paper)[2][0])
