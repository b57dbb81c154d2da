"""The sample's papers as somebody last looked at them."""

from tests.exports.papers.made_papers import papers_of, programme_for, programme_for_all
from tests.exports.papers.paper_dump import dump
from tests.golden_files import matches_golden


def test_the_papers_of_the_sample_are_as_they_were_reviewed() -> None:
    officers = papers_of(programme_for_all("internal"))
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
    matches_golden("papers", {f"{name}.txt": dump(paper.content) for name, paper in chosen.items()})
