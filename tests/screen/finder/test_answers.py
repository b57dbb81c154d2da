"""What the finder offers on the sample visit, and that it follows the plan."""

import pytest

from delegation_planner.plan.change import Changes, removed, replaced
from delegation_planner.plan.delegation import Delegation
from delegation_planner.plan.document import Document
from delegation_planner.plan.edits.items import move_item
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.resource_files import read_sample
from delegation_planner.screen.finder.answers import Command, Finder
from delegation_planner.screen.finder.found import findables, followed
from delegation_planner.words.words import ENGLISH

COMMANDS = (
    Command("export", "Export…", "Export", "Ctrl+E"),
    Command("undo", "Undo", "Edit", "Ctrl+Z"),
    Command("new_visit", "New visit…", "File", "Ctrl+N"),
)


@pytest.fixture(scope="module")
def sample() -> Plan:
    """The fixed sample."""
    return read_sample(fixed=True)


def codes(finder: Finder, typed: str, most: int = 12) -> list[str]:
    """The codes of rows and the names of commands that are offered."""
    return [answer.command or answer.code for answer in finder.answers(typed, most)]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        pytest.param("karim", "A1", id="a name"),
        pytest.param("Kərimov", "A1", id="the native spelling"),
        pytest.param("inam kar", "A1", id="two beginnings"),
        pytest.param("penandatanganan", "12", id="the title in another language"),
        pytest.param("12", "12", id="a number"),
        pytest.param("doc2", "DOC2", id="a document"),
        pytest.param("juanda", "SUB", id="a place"),
        pytest.param("undo", "undo", id="a command"),
    ],
)
def test_anything_is_found_by_what_people_type(sample: Plan, typed: str, first: str) -> None:
    assert first in codes(Finder(sample, ENGLISH, COMMANDS), typed)[:2]


def test_a_title_that_begins_so_comes_before_an_office_that_does(sample: Plan) -> None:
    assert codes(Finder(sample, ENGLISH, ()), "signing")[0] == "12"


def test_while_nothing_is_typed_and_after_a_sign_it_offers_commands(sample: Plan) -> None:
    finder = Finder(sample, ENGLISH, COMMANDS)
    assert codes(finder, "") == ["export", "undo", "new_visit"]
    assert codes(finder, "> ex") == ["export"]
    assert codes(finder, ">karim") == []


def test_commands_leave_room_for_rows_and_the_list_stays_short(sample: Plan) -> None:
    offered = codes(Finder(sample, ENGLISH, COMMANDS), "e", 6)
    assert len(offered) == 6
    assert sum(code in {"export", "undo", "new_visit"} for code in offered) == 2


def test_an_answer_says_what_tells_it_apart(sample: Plan) -> None:
    [signing] = Finder(sample, ENGLISH, ()).answers("signing of the memorandum of understanding", 3)
    assert (signing.code, signing.beside, signing.item_kind) == ("12", "D2, 11:00", "signing")


def test_it_follows_the_plan_and_folds_only_what_changed(sample: Plan) -> None:
    known = findables(sample, ENGLISH)
    signing = next(row for row in sample.rows(ProgrammeItem) if row.code == "12")
    paper = sample.rows(Document)[0]
    renamed = sample.rows(Participant)[0]
    edits = Changes([
        *move_item(sample, signing.id, 3, "09:30"),
        replaced(renamed, renamed._replace(name_en="Zaur")),
        replaced(sample.rows(Delegation)[0], sample.rows(Delegation)[0]._replace(name_en="The guests")),
    ])  # fmt: skip
    plan = sample.changed(edits)
    plan = plan.changed(removal := Changes([removed(paper)]))
    after = followed(followed(known, sample.changed(edits), edits, ENGLISH), plan, removal, ENGLISH)
    assert after == findables(plan, ENGLISH)
    untouched = next(row for row in sample.rows(ProgrammeItem) if row.code == "14")
    assert after[ProgrammeItem, untouched.id] is known[ProgrammeItem, untouched.id]
    assert followed(known, sample, Changes(), ENGLISH) is known
