"""What teams must not read, though the plan holds it: every part of every file of theirs is searched for it."""

from io import BytesIO
from typing import Any, Final
from zipfile import ZipFile

import pytest

from delegation_planner.exports.papers.paper_set import OF_TEAMS, Paper, PaperName
from delegation_planner.plan.kinds import LANGUAGES, LEVELS, Disclosure, Language
from delegation_planner.plan.plan import Plan
from delegation_planner.programme.audience import TEAMS, Team, team
from tests.builders import (
    a_delegation,
    a_document,
    a_person,
    a_place,
    a_plan,
    a_step,
    a_vehicle,
    a_visit,
    an_invitation,
    an_item,
)
from tests.exports.papers.made_papers import papers_named, programme_of

DETAILED_REMARK, PUBLIC_REMARK = "remark-detailed", "remark-public"
DUTY, DRIVERS_PHONE = {"duty-phone", "duty-mail", "duty-hours"}, "drivers-phone"
NEVER: Final = {
    "remark-internal", "passport-number", "passport-name", "private-phone", "private-mail", "remark-on-person",
    "remark-on-vehicle", "remark-on-visit", "remark-on-document", "native-name", "approved-by", "speech-form",
    "organizer-mail", "document-title", "person-of-nobody",
}  # fmt: skip
"""On no paper of any team, at whatever level it is made."""

HOSTS = a_delegation("ID", side="host")
PRINCIPAL = a_person(
    "A1", name_en="Principal", entourage="vvip", principal=True, speaks=("az",), diet="diet-kept",
    passport_no="passport-number", passport_full="passport-name", private_phone="private-phone",
    private_email="private-mail", remarks="remark-on-person", native_full="native-name", name_approved_by="approved-by",
    speech_form="speech-form", duty_phone="duty-phone", duty_email="duty-mail", duty_hours="duty-hours",
)  # fmt: skip
HOST = a_person(
    "I1", HOSTS, name_en="Host", entourage="vip", principal=True, speaks=("id",), duty_phone="duty-phone",
    private_phone="private-phone", remarks="remark-on-person",
)  # fmt: skip
INTERPRETER = a_person("I8", HOSTS, name_en="Interpreter", interprets=("id-az",), private_phone="private-phone")
ABSENT = a_person("A9", name_en="person-of-nobody", entourage="vip", principal=True)
HALL = a_place(name_en="Hall", address="Street 1")


def an_item_at(level: Disclosure, number: int, kind: Any) -> list[Any]:
    """An item of the kind at a level, with every remark, its people, steps, and a car where one drives."""
    item = an_item(
        f"{number:02d}", 1, f"{number % 20 + 1:02d}:00", f"{number % 20 + 1:02d}:45", kind=kind, disclosure=level,
        title_en=f"title-{level}", place_id=HALL.id, to_place_id=HALL.id if kind == "movement" else None,
        remarks_public_en=PUBLIC_REMARK, remarks_detailed=DETAILED_REMARK, remarks_internal="remark-internal",
        in_charge_id=HOST.id,
    )  # fmt: skip
    car = a_vehicle(
        item, driver="Driver", driver_phone=DRIVERS_PHONE, remarks="remark-on-vehicle", rear_right_id=PRINCIPAL.id
    )
    people = [an_invitation(item, PRINCIPAL, "head"), an_invitation(item, HOST, "host")]
    return [
        item, *people, an_invitation(item, INTERPRETER, "interpreter"), a_step(item, 5, cue_en=f"step-{level}"),
        *([car] if kind == "movement" else []),
    ]  # fmt: skip


def plan_with_everything() -> Plan:
    kinds = ("movement", "meal", "signing", "courtesy_call")
    made = [(level, kind) for level in LEVELS for kind in kinds]
    rows = [row for number, (level, kind) in enumerate(made, 1) for row in an_item_at(level, number, kind)]
    visit = a_visit(remarks="remark-on-visit", organizer_name="Office", organizer_email="organizer-mail@x.example")
    paper = a_document(title_en="document-title", remarks="remark-on-document", kind="instrument")
    return a_plan(visit, a_delegation(), HOSTS, PRINCIPAL, HOST, INTERPRETER, ABSENT, HALL, paper, *rows)


PLAN: Final = plan_with_everything()
SECRETS: Final = {
    *NEVER, *DUTY, DRIVERS_PHONE, "diet-kept", DETAILED_REMARK, PUBLIC_REMARK,
    *(f"title-{level}" for level in LEVELS), *(f"step-{level}" for level in LEVELS),
}  # fmt: skip
TITLES: Final[dict[Disclosure, set[str]]] = {
    level: {f"title-{each}" for each in LEVELS[: LEVELS.index(level) + 1]} for level in LEVELS
}


def everything_in(paper: Paper) -> str:
    """The text of all parts of the workbook: cells, headers, footers, properties, names."""
    with ZipFile(BytesIO(paper.content)) as book:
        return " ".join(book.read(name).decode() for name in book.namelist()).replace("\N{NO-BREAK SPACE}", " ")


def read_by(name: Team, level: Disclosure, language: Language, *papers: PaperName) -> set[str]:
    """Which of the secrets stand in the papers of a team."""
    programme = programme_of(PLAN, team(name, level, language))
    found = [everything_in(paper) for paper in papers_named(programme, *papers)]
    assert found or level == "public"
    return {secret for secret in SECRETS if any(secret in text for text in found)}


def own_papers(name: Team) -> tuple[PaperName, ...]:
    return tuple(paper for paper, of_team in OF_TEAMS.items() if of_team == name)


EXTRA: Final[dict[Team, set[str]]] = {
    "drivers": {DETAILED_REMARK, PUBLIC_REMARK, DRIVERS_PHONE},
    "kitchen": {DETAILED_REMARK, PUBLIC_REMARK, "diet-kept"},
    "security": {DETAILED_REMARK, PUBLIC_REMARK},
    "interpreters": set(),
}
"""What each team reads beside the titles of its items, from level detailed on."""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("level", ["detailed", "internal"])
@pytest.mark.parametrize("name", EXTRA)
def test_a_team_reads_its_items_and_nothing_that_is_not_for_it(
    name: Team, level: Disclosure, language: Language
) -> None:
    assert read_by(name, level, language, *own_papers(name)) == TITLES[level] | EXTRA[name]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("level", LEVELS)
def test_the_press_reads_what_the_public_reads(level: Disclosure, language: Language) -> None:
    assert read_by("press", level, language, "press") == {"title-public", PUBLIC_REMARK}


@pytest.mark.parametrize("name", EXTRA)
def test_no_other_team_has_a_paper_for_the_public(name: Team) -> None:
    assert read_by(name, "public", "en", *own_papers(name)) == set()


@pytest.mark.parametrize("name", TEAMS)
def test_a_team_gets_no_paper_of_another_one(name: Team) -> None:
    others: list[PaperName] = [paper for paper in OF_TEAMS if OF_TEAMS[paper] != name]
    programme = programme_of(PLAN, team(name, "internal"))
    assert papers_named(programme, *others, "rundown", "contacts", "personal", "open-points") == []


def test_drivers_phones_stand_on_manifests_alone() -> None:
    assert DRIVERS_PHONE in read_by("drivers", "internal", "en", "manifests")
    assert DRIVERS_PHONE not in read_by("drivers", "internal", "en", "drivers")


def test_internal_titles_stand_only_on_papers_that_say_so() -> None:
    for name in TEAMS:
        programme = programme_of(PLAN, team(name, "internal"))
        for paper in papers_named(programme, *own_papers(name)):
            assert ("title-internal" in everything_in(paper)) == paper.stem.endswith("INTERNAL"), paper.stem
