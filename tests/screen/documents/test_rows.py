"""The register: how far each paper has come, when it is due, and whom it concerns."""

from datetime import date

import pytest

from delegation_planner.plan.document import Document
from delegation_planner.plan.kinds import Role
from delegation_planner.plan.plan import Plan
from delegation_planner.resource_files import read_sample
from delegation_planner.screen.documents.rows import DocumentRow, Due, Order, register
from delegation_planner.screen.documents.wording import days_in_words, due_words, next_words, row_text, shows_due
from delegation_planner.words.words import ENGLISH
from tests.builders import a_document, a_file, a_person, a_plan, a_visit, an_invitation, an_item

ON = date(2017, 7, 10)


def rows(plan: Plan, text: str = "", person_id: str | None = None, on: date = ON) -> list[DocumentRow]:
    return [node.row for node in register(plan, ENGLISH, text, person_id, on, {}).nodes]


def only(plan: Plan, **about: date) -> DocumentRow:
    (row,) = rows(plan, **about)  # type: ignore[arg-type]
    return row


def test_a_chain_tells_how_far_a_paper_has_come() -> None:
    papers = [
        a_document("D1", kind="instrument", state="accepted"), a_document("D2", kind="letter", state="received"),
        a_document("D3", kind="letter", state="issued"), a_document("D4", state="acknowledged"),
        a_document("D5", state="withdrawn", state_reason="no longer wanted"),
    ]  # fmt: skip
    found = [(row.step, row.steps, row.next, row.settled) for row in rows(a_plan(*papers))]
    assert found == [
        (6, 13, "locked", False), (3, 5, "acknowledged", False), (3, 5, "acknowledged", False), (4, 5, None, True),
        (None, 5, None, True),
    ]  # fmt: skip


def test_due_days_count_from_day_one() -> None:
    plan = a_plan(a_document(due_day=-6, state="draft"))
    assert only(plan).due == Due(-7, date(2017, 7, 16), late=False)
    assert only(plan, on=date(2017, 7, 16)).due == Due(-7, date(2017, 7, 16), late=False)
    assert only(plan, on=date(2017, 7, 17)).due == Due(-7, date(2017, 7, 16), late=True)


def test_a_paper_that_is_done_is_never_late() -> None:
    found = only(a_plan(a_document(due_day=-6, state="acknowledged")), on=date(2018, 1, 1)).due
    assert found is not None
    assert not found.late


def test_while_dates_are_open_there_is_no_date_but_a_count() -> None:
    visit = a_visit(dates="window", planning_date="2017-07-23")
    assert only(a_plan(visit, a_document(due_day=1, state="draft"))).due == Due(0, None, late=False)
    dateless = a_visit(dates="window", anchor_date=None)
    assert only(a_plan(dateless, a_document(due_day=1))).due == Due(0, None, late=False)


@pytest.mark.parametrize(
    ("due", "words"),
    [
        (Due(-7, date(2017, 7, 17), late=False), ("H-7", "Mon 17 Jul")),
        (Due(0, None, late=False), ("H", "")),
        (Due(2, date(2017, 7, 17), late=True), ("H+2", "overdue")),
    ],
)
def test_due_in_words(due: Due, words: tuple[str, str]) -> None:
    assert due_words(ENGLISH, due) == words


def test_what_concerns_a_person() -> None:
    signer, witness, other = a_person("A1"), a_person("A2"), a_person("A3")
    item = an_item()
    papers = [
        a_document("D1", kind="instrument", signatory_ids=(signer.id,), item_ids=(item.id,)),
        a_document("D2", kind="full_powers", concerns_participant_id=signer.id, item_ids=(item.id,)),
        a_document("D3", kind="letter"),
    ]
    plan = a_plan(signer, witness, other, item, *papers, an_invitation(item, witness, "witness"))

    def roles(person_id: str) -> list[tuple[Role | None, bool]]:
        return [(row.role, row.dimmed) for row in rows(plan, person_id=person_id)]

    assert roles(signer.id) == [("signatory", False), ("signatory", False), (None, True)]
    assert roles(witness.id) == [("witness", False), (None, True), (None, True)]
    assert roles(other.id) == [(None, True), (None, True), (None, True)]
    assert [row.dimmed for row in rows(plan)] == [False, False, False]


def test_the_filter_and_the_order_of_codes() -> None:
    plan = a_plan(
        a_document("DOC10", title_en="Note"), a_document("DOC9", title_en="Letter", owner="Kemlu"),
        a_document("DOC1", title_en="Note verbale"),
    )  # fmt: skip
    assert [row.code for row in rows(plan)] == ["DOC1", "DOC9", "DOC10"]
    assert [row.code for row in rows(plan, "kemlu")] == ["DOC9"]
    assert [row.code for row in rows(plan, "verbale note")] == ["DOC1"]


def test_files_are_counted_and_a_row_can_be_heard() -> None:
    paper = a_document("D1", kind="letter", state="requested", due_day=1, title_en="Letter")
    row = only(a_plan(paper, a_file(paper, "a.pdf"), a_file(paper, "b.pdf")))
    assert row.files == 2
    assert (
        row_text(ENGLISH, row)
        == "D1 Letter, requested, step 3 of 5, on the first day of the visit, Sun 23 Jul, 2 files"
    )
    assert next_words(ENGLISH, row) == "Record: received"


def test_the_sample() -> None:
    plan = read_sample(fixed=True)
    found = rows(plan)
    assert [row.id for row in found] != []
    assert sorted(row.id for row in found) == sorted(plan.table(Document))
    assert [row.step for row in found if row.kind == "instrument"] == [6]


@pytest.mark.parametrize(
    ("order", "codes"),
    [
        ("code", ["D1", "D2", "D3", "D10"]),
        ("title", ["D3", "D10", "D1", "D2"]),
        ("due", ["D10", "D1", "D2", "D3"]),
        ("state", ["D2", "D1", "D10", "D3"]),
    ],
)
def test_the_register_is_sorted_as_asked(order: Order, codes: list[str]) -> None:
    plan = a_plan(
        a_document("D10", title_en="Élan", kind="letter", state="requested", due_day=-9),
        a_document("D2", title_en="Zeal", kind="letter", state="planned"),
        a_document("D1", title_en="Note", kind="letter", state="requested", due_day=-3),
        a_document("D3", title_en="Accord", kind="letter", state="acknowledged", due_day=-12),
    )
    found = register(plan, ENGLISH, "", None, date(2017, 7, 1), {}, order)
    assert [node.row.code for node in found.nodes] == codes


def test_a_role_takes_the_place_of_the_due_day() -> None:
    signer = a_person("A1")
    paper = a_document("DOC1", kind="instrument", state="draft", due_day=-6, signatory_ids=(signer.id,))
    plan = a_plan(signer, paper)
    (nobody,), (looked_at,) = rows(plan), rows(plan, person_id=signer.id)
    assert nobody.due is not None
    assert (shows_due(nobody), shows_due(looked_at)) == (True, False)


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (-7, "7 days before the first day of the visit"), (-1, "1 day before the first day of the visit"),
        (0, "on the first day of the visit"), (2, "2 days after the first day of the visit"),
    ],
)  # fmt: skip
def test_a_due_day_is_explained(days: int, said: str) -> None:
    assert days_in_words(ENGLISH, Due(days, None, late=False)) == said
