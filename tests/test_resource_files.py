"""Where the program's own files are found."""

from pathlib import Path

import pytest

from delegation_planner import resource_files
from delegation_planner.plan.errors import KnownError
from delegation_planner.plan.rulebook import RULE_NAMES, CityWays
from delegation_planner.plan.well_formed import is_date

CHECKOUT = Path(__file__).resolve().parent.parent


def test_a_checkout_reads_its_own_resources() -> None:
    assert resource_files.resources_folder() == CHECKOUT / "resources"
    assert resource_files.catalogue_folder() == CHECKOUT / "resources" / "translations"
    assert resource_files.icons_folder() == CHECKOUT / "resources" / "icons"


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package as a wheel lays it out: its own resources inside, a stranger's folder beside."""
    package = tmp_path / "site" / "delegation_planner"
    (package / "_resources" / "rules").mkdir(parents=True)
    (tmp_path / "site" / "resources").mkdir()
    monkeypatch.setattr(resource_files, "__file__", str(package / "resource_files.py"))
    return package


def test_an_installed_package_reads_what_it_brought(installed: Path) -> None:
    assert resource_files.resources_folder() == installed / "_resources"


def test_a_file_that_is_missing_or_damaged_is_named(installed: Path) -> None:
    with pytest.raises(KnownError, match=r"“ranks.toml” cannot be read. Install the program again."):
        resource_files.read_rulebook()
    (installed / "_resources" / "rules" / "ranks.toml").write_bytes(b"\xff")
    with pytest.raises(KnownError, match=r"“ranks.toml” cannot be read"):
        resource_files.read_rulebook()


def test_no_resources_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resource_files, "__file__", str(tmp_path / "a" / "b" / "resource_files.py"))
    with pytest.raises(KnownError, match="own files are missing"):
        resource_files.resources_folder()


def test_the_rulebook_has_sources_and_dates() -> None:
    rulebook = resource_files.read_rulebook()
    assert tuple(rulebook.thresholds) == RULE_NAMES
    assert all(threshold.source and is_date(threshold.valid_from) for threshold in rulebook.thresholds.values())
    assert [rulebook.value(name) for name in ("set_up_gap", "office_opens", "escort_factor")] == [15, 450, 60]
    assert rulebook.ways["jakarta"] == CityWays(45, 75, 75, 90)
    assert rulebook.of_one_country("Asia/Jakarta", "Asia/Jayapura")
    assert not rulebook.of_one_country("Asia/Jakarta", "Asia/Singapore")
    ranks = rulebook.ranks
    assert ranks["minister"].order < ranks["ambassador"].order < ranks["deputy_minister"].order
    assert ranks["minister"].level == ranks["minister_level"].level
    assert ranks["mayor"].level - ranks["minister_level"].level > 1
    assert {code for code, rank in ranks.items() if rank.support} == {"support"}
    assert len({rank.order for rank in ranks.values()}) == len(ranks)
    assert all(rank.name_en and rank.name_id and rank.name_az for rank in ranks.values())
