"""Papers that are pressed hard: twelve days, titles of 300 characters, names in four scripts, every item moved."""

from typing import Any

from delegation_planner.checks.run import run
from delegation_planner.editions.compare import Version, personal_difference, whole_difference
from delegation_planner.exports.papers.change_slip import change_slip, changes_since
from delegation_planner.exports.papers.imprint import Issue, edition_imprint
from delegation_planner.exports.papers.layout import sheet
from delegation_planner.exports.papers.paper_set import PaperName
from delegation_planner.exports.papers.sheet import Sheet
from delegation_planner.plan.change import Changes, removed, replaced
from delegation_planner.plan.edition import Edition
from delegation_planner.plan.kinds import ItemKind, Language
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem, Step, Vehicle
from delegation_planner.programme.audience import TEAMS, Audience, Team, person, team
from delegation_planner.programme.programme import Programme
from delegation_planner.resource_files import read_rulebook, read_sample
from tests.builders import a_document, a_person, a_place, a_plan, a_step, a_vehicle, a_visit, an_invitation, an_item
from tests.exports.papers.made_papers import (
    MADE_AT,
    programme_for,
    programme_for_all,
    programme_for_team,
    programme_of,
    sheets_named,
)
from tests.words.spoken import words

TEXTS: dict[Language, str] = {
    "en": "Arrival at the Ministry: welcome by the Minister, guest book, official photograph of the two principals "
    "before the flags; exchange of well-prepared gifts (1–2 minutes each) & refreshments; WIFI for the press",
    "id": "Penandatanganan Nota Kesepahaman kerja sama pelayanan publik; pertukaran naskah dan cinderamata, "
    "dilanjutkan dengan jamuan santap siang resmi oleh Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi",
    "az": "Azərbaycan Respublikasının Prezidenti yanında Vətəndaşlara Xidmət və Sosial İnnovasiyalar üzrə Dövlət "
    "Agentliyinin sədrinin İndoneziya Respublikasına işgüzar səfəri; Gülşən Əliyeva-Məmmədzadə, Şahin Ağayev",
}


def chosen_sheets(stress: Plan) -> dict[str, Sheet]:
    """The papers that are made only when they are asked for, of the sample and of plans that press them hard."""
    found = {
        f"{name} {number}": made
        for name, (programme, names) in _chosen(stress).items()
        for number, made in enumerate(sheets_named(programme, *names))
    }
    findings = run(read_sample(fixed=True), read_rulebook(), MADE_AT.date())
    (points,) = sheets_named(programme_for_all("internal"), "open-points", findings=findings)
    return {**found, "open points": points}


def _chosen(stress: Plan) -> dict[str, tuple[Programme, tuple[PaperName, ...]]]:
    pressed = pressed_plan()
    officers: tuple[PaperName, ...] = ("day-sheets", "signing")
    made: dict[str, tuple[Programme, tuple[PaperName, ...]]] = {
        "pocket en": (programme_for("A1"), ("pocket",)),
        "pocket az": (programme_for("A1", "az"), ("pocket",)),
        "pocket hard": (programme_of(stress, person(a_person().id)), ("pocket",)),
        "pocket names": (programme_of(pressed, person(a_person().id)), ("pocket",)),
        "officers en": (programme_for_all("internal"), officers),
        "officers id": (programme_for_all("internal", "id", fixed=False), officers),
        "officers az": (programme_for_all("internal", "az"), officers),
        "officers hard": (programme_of(pressed), officers),
        "places en": (programme_for_all("detailed"), ("place-sheets",)),
        "places hard": (programme_of(stress, Audience("everybody", "detailed")), ("place-sheets",)),
    }
    for name in TEAMS:
        made[f"{name} id"] = (programme_for_team(name, "id"), OF_TEAM[name])
        made[f"{name} az"] = (programme_for_team(name, "az", fixed=False), OF_TEAM[name])
        made[f"{name} hard"] = (programme_of(pressed, team(name)), OF_TEAM[name])
    return made


OF_TEAM: dict[Team, tuple[PaperName, ...]] = {name: (name,) for name in TEAMS} | {"drivers": ("drivers", "manifests")}

NAMES = ["Gülşən Əliyeva-Məmmədzadə", "Дмитрий Щербаков-Железнов", "محمد بن عبد الله", "Γεώργιος Παπαδόπουλος"]


def pressed_plan() -> Plan:
    """Long titles and names in four scripts at every kind of item: a signing, full buses, meals, calls."""
    people = [_guest(number) for number in range(24)]
    reader = a_person(name_en=" ".join(NAMES), office_en=TEXTS["az"], entourage="vvip")
    place = a_place(name_en=TEXTS["en"], address=TEXTS["id"])
    signing = an_item("S", 1, "08:00", "08:30", kind="signing", title_en=TEXTS["en"] + TEXTS["id"], place_id=place.id)
    rows: list[Any] = [
        a_visit(last_day=12, title_en=TEXTS["az"] + TEXTS["en"]), reader, *people, place, signing,
        *(
            a_step(signing, number, cue_en=TEXTS["en"][: 30 * number], actor_text=TEXTS["az"][: 9 * number])
            for number in range(12)
        ),
        a_document(
            kind="instrument", title_en=TEXTS["id"], originals=4, languages=("az", "id", "en"), item_ids=(signing.id,)
        ),
        *(
            an_invitation(signing, guest, ("signatory", "aide", "witness")[min(number // 2, 2)])
            for number, guest in enumerate(people)
        ),
    ]  # fmt: skip
    kinds: tuple[ItemKind, ...] = ("meal", "movement", "courtesy_call", "press")
    for day in range(1, 13):
        for number, kind in enumerate(kinds):
            item = an_item(
                f"{day}-{number}", day, f"{9 + number:02d}:00", f"{9 + number:02d}:50", kind=kind, place_id=place.id,
                to_place_id=place.id if kind == "movement" else None, disclosure="public",
                title_en=(TEXTS["en"] + TEXTS["id"])[: 25 * day], remarks_detailed=TEXTS["id"][: 20 * day],
                in_charge_id=reader.id, escort="requested", flight_no="XX 000",
            )  # fmt: skip
            rows += [item, an_invitation(item, reader, "speaker")]
            rows += (an_invitation(item, guest) for guest in people[: 2 * day])
            if kind == "movement":
                rows += (_bus(item, position, reader, people[: 2 * day]) for position in range(1, 1 + day))
    return a_plan(*rows)


def _guest(number: int) -> Participant:
    return a_person(
        f"P{number}", name_en=f"{NAMES[number % 4]} {number}", office_en=TEXTS["id"],
        entourage=("vip", "press")[number % 2], diet=TEXTS["en"][: 20 * (number % 5)] or None,
        duty_phone="+62 000 000 000", duty_email="a@b.example", principal=True, speaks=("az", "en", "id"),
        interprets=("az-en", "en-id"),
    )  # fmt: skip


def _bus(item: ProgrammeItem, position: int, reader: Participant, guests: list[Participant]) -> Vehicle:
    return a_vehicle(
        item, position, name_en=TEXTS["id"][:40], plate="B 0000 RI", driver=NAMES[position % 4],
        driver_phone="+62 000 000 000", seats=8, rear_right_id=reader.id, rear_left_id=guests[0].id,
        front_text=TEXTS["en"][:60], other_ids=tuple(guest.id for guest in guests[1:]),
    )  # fmt: skip


def edition_sheets(pressed: Plan) -> dict[str, Sheet]:
    """Change slips and lists of changes, of the sample and of a plan in which every item has moved."""
    issue = Issue(
        Edition(6, "2017-07-20T09:10:00Z", colour="orange"), Edition(5, "2017-07-19T09:10:00Z", colour="green")
    )
    moved = [replaced(row, row._replace(start_time=f"{row.start_time[:2]}:10")) for row in pressed.rows(ProgrammeItem)]
    sample_plan = read_sample(fixed=True)
    dropped = [removed(row) for row in sample_plan.rows(Step)]
    pairs = {
        "hard": (pressed, pressed.changed(Changes(moved))),
        "sample": (sample_plan, sample_plan.changed(Changes(dropped))),
    }
    found = {}
    for name, (before, after) in pairs.items():
        old, new = Version(before, read_rulebook()), Version(after, read_rulebook())
        reader = next(iter(after.rows(Participant)))
        programme = programme_of(after, person(reader.id))
        imprint = edition_imprint(programme, words("en"), None, MADE_AT, issue)
        assert programme.reader is not None
        difference = personal_difference(old, new, reader.id)
        found[f"slip {name}"] = sheet(change_slip(programme, imprint, programme.reader, difference), programme, imprint)
        whole = whole_difference(old, new)
        found[f"changes {name}"] = sheet(changes_since(programme, imprint, whole), programme, imprint)
    return found
