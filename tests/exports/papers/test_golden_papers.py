"""The sample's papers as somebody last looked at them."""

from tests.exports.papers.made_papers import (
    papers_named,
    papers_of,
    programme_for,
    programme_for_all,
    programme_for_team,
)
from tests.exports.papers.paper_dump import dump
from tests.golden_files import matches_golden


def test_the_papers_of_the_sample_are_as_they_were_reviewed() -> None:
    officers_programme = programme_for_all("internal")
    officers = papers_of(officers_programme)
    window = papers_of(programme_for_all("public", "az", fixed=False))
    chosen = {
        "programme_en": officers["programme"],
        "programme_en_id": papers_of(programme_for_all("public", "en", "id"))["programme_two_languages"],
        "programme_az_window": window["programme"],
        "rundown_internal_en": officers["rundown"],
        "delegations_en_id": papers_of(programme_for_all("public", "en", "id"))["delegations"],
        "contacts_id": papers_of(programme_for_all("detailed", "id"))["contacts"],
        "personal_A1_en": papers_of(programme_for("A1"))["personal"],
        "personal_I7_id": papers_of(programme_for("I7", "id"))["personal"],
    }
    chosen |= {
        "pocket_A1_en": papers_named(programme_for("A1"), "pocket")[0],
        "pocket_I7_az": papers_named(programme_for("I7", "az"), "pocket")[0],
        "manifest_en": papers_named(programme_for_team("drivers"), "manifests")[0],
        "signing_en": papers_named(officers_programme, "signing")[0],
        "signing_id_window": papers_named(programme_for_all("internal", "id", fixed=False), "signing")[0],
        "day_2_id": papers_named(programme_for_all("detailed", "id"), "day-sheets")[2],
        "place_en": papers_named(programme_for_all("detailed"), "place-sheets")[3],
        "drivers_en": papers_named(programme_for_team("drivers"), "drivers")[0],
        "kitchen_az": papers_named(programme_for_team("kitchen", "az"), "kitchen")[0],
        "press_en": papers_named(programme_for_team("press"), "press")[0],
        "security_id": papers_named(programme_for_team("security", "id"), "security")[0],
        "interpreters_en": papers_named(programme_for_team("interpreters"), "interpreters")[0],
    }
    matches_golden("papers", {f"{name}.txt": dump(paper.content) for name, paper in chosen.items()})
