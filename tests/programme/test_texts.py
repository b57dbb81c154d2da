"""In which language a reader reads, and what is marked as borrowed."""

import pytest

from delegation_planner.plan.kinds import Language
from delegation_planner.plan.rulebook import Rulebook
from delegation_planner.programme.audience import everybody, person
from delegation_planner.programme.build import programme
from delegation_planner.programme.programme import Shown
from tests.builders import a_delegation, a_group, a_person, a_place, a_plan, a_step, a_visit, an_invitation, an_item

RULES = Rulebook({})


@pytest.mark.parametrize(
    ("titles", "language", "shown"),
    [
        (("Talks", "Pertemuan", "Görüş"), "az", Shown("Görüş", "az")),
        (("Talks", "Pertemuan", ""), "az", Shown("Talks", "en")),
        (("", "Pertemuan", ""), "az", Shown("Pertemuan", "id")),
        (("", "", "Görüş"), "en", Shown("Görüş", "az")),
        (("", "", ""), "az", Shown("", "az")),
        (("Talks", "Pertemuan", ""), "id", Shown("Pertemuan", "id")),
    ],
)
def test_a_missing_text_is_lent_by_english_then_by_any_language(
    titles: tuple[str, str, str], language: Language, shown: Shown
) -> None:
    item = an_item(title_en=titles[0], title_id=titles[1], title_az=titles[2])
    assert programme(a_plan(item), everybody("internal", language), RULES).entries[0].title == shown


def test_a_long_title_in_the_language_goes_before_a_short_one_in_another() -> None:
    item = an_item(title_id="Pertemuan bilateral", short_title_en="Talks")
    assert programme(a_plan(item), everybody("internal", "id"), RULES).entries[0].short_title == (
        "Pertemuan bilateral", "id",
    )  # fmt: skip
    assert programme(a_plan(item), everybody("internal", "az"), RULES).entries[0].short_title == ("Talks", "en")


def test_a_persons_own_name_belongs_to_no_language_but_a_role_does() -> None:
    chairman = a_person("A1", name_en="Inam Karimov", name_az="İnam Kərimov", short_en="Chairman Karimov")
    press = a_person("A2", name_en="[Press officer]")
    plan = a_plan(chairman, press)
    members = {
        (language, row.code): row
        for language in ("en", "id", "az")
        for row in programme(plan, everybody("public", language), RULES).delegations[0].members
    }
    assert members["id", "A1"].name == ("Inam Karimov", "id")
    assert members["az", "A1"].name == ("İnam Kərimov", "az")
    assert members["id", "A1"].short == ("Chairman Karimov", "en")
    assert members["az", "A1"].short == ("İnam Kərimov", "az")
    assert members["az", "A2"].name == ("[Press officer]", "en")
    assert [members["en", code].notified for code in ("A1", "A2")] == [True, False]


def test_a_form_of_address_is_never_borrowed() -> None:
    person = a_person(honorific_en="H.E. Mr.", honorific_az="Cənab")
    honorifics = [
        programme(a_plan(person), everybody("public", language), RULES).delegations[0].members[0].honorific
        for language in ("en", "id", "az")
    ]
    assert honorifics == ["H.E. Mr.", "", "Cənab"]


def test_missing_counts_each_borrowed_text_once() -> None:
    item = an_item("1", title_id="Pertemuan", disclosure="public")
    twin = an_item("2", title_en="Talks", disclosure="public")
    again = an_item("3", title_en="Talks", disclosure="public")
    plan = a_plan(a_visit(title_id="Kunjungan"), a_delegation(name_id="Delegasi"), item, twin, again)
    assert programme(plan, everybody(), RULES).missing == 0
    assert programme(plan, everybody("public", "id"), RULES).missing == 1
    assert programme(plan, everybody("public", "az"), RULES).missing == 4  # visit, delegation, "Item 1", "Talks"


def test_a_second_language_is_counted_in_its_own_right() -> None:
    plan = a_plan(a_visit(title_id="Kunjungan"), a_delegation(name_id="Delegasi"), an_item(disclosure="public"))
    made = programme(plan, everybody()._replace(second_language="id"), RULES)
    assert (made.visit.title, made.visit.title_second) == (("Test visit", "en"), ("Kunjungan", "id"))
    assert made.entries[0].title_second == ("Item 01", "en")
    assert made.missing == 1


def test_texts_held_once_are_never_marked() -> None:
    place = a_place(name_az="Nazirlik")
    chief = a_person(name_az="Rəis", office_az="Şöbə müdiri")
    group = a_group(members=[chief], name_az="Qrup")
    item = an_item(
        title_az="Görüş", place_id=place.id, host_text="The Minister", in_charge_text="LO", remarks_detailed="Bring it",
        remarks_internal="Quiet", dress="psl",
    )  # fmt: skip
    plan = a_plan(
        a_visit(title_az="Səfər"), a_delegation(name_az="Nümayəndə heyəti"), place, chief, group, item,
        a_step(item, cue_az="Başlanğıc", actor_text="MC"), an_invitation(item, group),
    )  # fmt: skip
    assert programme(plan, everybody("internal", "az"), RULES).missing == 0
    assert programme(plan, person(chief.id, language="az"), RULES).missing == 0
