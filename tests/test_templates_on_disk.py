"""Templates of days: those that ship are sound, a person's own are kept, found, replaced and forgotten."""

from pathlib import Path

import pytest

from delegation_planner.plan.edits.day_templates import insert_day, template_of_day
from delegation_planner.plan.errors import KnownError
from delegation_planner.plan.kinds import Language
from delegation_planner.plan.programme_item import Invitation, ProgrammeItem, Step
from delegation_planner.plan.rules import check_whole
from delegation_planner.resource_files import read_day_templates, read_sample
from delegation_planner.screen.day_templates import DayTemplate
from delegation_planner.templates_on_disk import TemplatesOnDisk
from tests.builders import new_ids

SAMPLE = read_sample(fixed=True)
DAY = template_of_day(SAMPLE, 2, "Talks / signing", new_ids("day"))


@pytest.fixture
def kept(tmp_path: Path) -> TemplatesOnDisk:
    return TemplatesOnDisk(tmp_path / "kept" / "days", list)


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("en", ["Arrival day", "Day of talks and signing", "Cultural day", "Departure day"]),
        ("id", ["Hari kedatangan", "Hari perundingan dan penandatanganan", "Hari budaya", "Hari keberangkatan"]),
    ],
)
def test_the_days_that_ship_have_names_in_both_languages(language: Language, names: list[str]) -> None:
    assert [getattr(plan.visit, f"title_{language}") for plan in read_day_templates()] == names


@pytest.mark.parametrize("at", range(4))
def test_each_day_that_ships_fits_into_a_visit_as_it_is(at: int) -> None:
    template = read_day_templates()[at]
    assert [row for row in template.rows(ProgrammeItem) if not row.title_id or row.start_day != 1] == []
    changes = insert_day(SAMPLE, template, 6, new_ids())
    after = SAMPLE.changed(changes)
    check_whole(after)
    assert {change.kind for change in changes if change.before is None} <= {ProgrammeItem, Step, Invitation}
    assert len(changes.of(ProgrammeItem)) == len(template.rows(ProgrammeItem))
    assert changes.of(Invitation), "its group is found in the sample"
    assert after.visit.last_day == 6


def test_a_day_is_kept_in_a_file_of_its_own_and_read_back(kept: TemplatesOnDisk, tmp_path: Path) -> None:
    assert kept.listed() == []
    kept.keep(DAY)
    file = tmp_path / "kept" / "days" / "Talks - signing.visit"
    assert kept.listed() == [DayTemplate(DAY, file)]
    assert kept.find("Talks / signing") == DayTemplate(DAY, file)
    assert kept.find("Another") is None


def test_a_day_of_the_same_name_takes_the_place_of_the_old_one(kept: TemplatesOnDisk) -> None:
    kept.keep(DAY)
    other = template_of_day(SAMPLE, 3, "Talks / signing", new_ids("other"))
    kept.keep(other)
    assert [each.plan for each in kept.listed()] == [other]


def test_an_own_day_is_forgotten_and_one_that_ships_never(kept: TemplatesOnDisk) -> None:
    kept.keep(DAY)
    kept.forget(DayTemplate(DAY))
    (own,) = kept.listed()
    kept.forget(own)
    assert kept.listed() == []


def test_a_file_that_is_no_template_is_left_out(kept: TemplatesOnDisk, tmp_path: Path) -> None:
    kept.keep(DAY)
    (tmp_path / "kept" / "days" / "broken.visit").write_text("no plan")
    assert [each.plan for each in kept.listed()] == [DAY]


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("in the way")
    with pytest.raises(KnownError, match="cannot be made"):
        TemplatesOnDisk(tmp_path / "kept" / "days", list).keep(DAY)
