"""A person of the visit: the name record, office and rank, needs and contacts."""

from typing import NamedTuple

from delegation_planner.plan.kinds import EntourageClass, Gender, Id, IsoDate, Language, UtcStamp
from delegation_planner.plan.languages import text_in


class Participant(NamedTuple):
    """One person. Names are stored as they were given, never derived from one another.

    `name_en`, `name_id`, `name_az` are the names as printed for readers of that language; a role in [brackets]
    stands for a person not yet notified. `short_*` is what a crowded column prints ("Ambassador (AZ)").
    `rank_code` is a code of the rulebook's ranks; `equivalent_rank` says what a foreign office is treated as, with
    its source. `speaks` holds language codes, `interprets` pairs such as "az-en" (both ways). `diet` is None while
    unknown. Duty contacts are shown from level detailed up; private ones and the passport number in no export.
    `language` is the one that the person is written to in; None stands for the visit's.
    """

    id: Id
    code: str
    delegation_id: Id
    name_en: str
    name_id: str = ""
    name_az: str = ""
    short_en: str = ""
    short_id: str = ""
    short_az: str = ""
    honorific_en: str = ""
    honorific_id: str = ""
    honorific_az: str = ""
    given: str = ""
    patronymic: str = ""
    family: str = ""
    native_full: str = ""
    passport_full: str = ""
    passport_no: str = ""
    badge_name: str = ""
    place_card_line1: str = ""
    place_card_line2: str = ""
    speech_form: str = ""
    title_front: str = ""
    title_back: str = ""
    sort_key: str = ""
    pronunciation: str = ""
    gender: Gender | None = None
    name_approved_by: str = ""
    name_approved_at: UtcStamp | None = None
    office_en: str = ""
    office_id: str = ""
    office_az: str = ""
    office_native: str = ""
    rank_code: str = ""
    equivalent_rank: str = ""
    equivalent_rank_source: str = ""
    date_of_office: IsoDate | None = None
    head: bool = False
    principal: bool = False
    entourage: EntourageClass = "staff"
    away_from_home: bool = False
    speaks: tuple[str, ...] = ()
    interprets: tuple[str, ...] = ()
    diet: str | None = None
    prayer_exempt: bool = False
    duty_phone: str = ""
    duty_email: str = ""
    duty_hours: str = ""
    private_phone: str = ""
    private_email: str = ""
    remarks: str = ""
    language: Language | None = None


def is_notified(person: Participant) -> bool:
    """Whether the person's name is known."""
    return not is_role(text_in(person, "name"))


def is_role(name: str) -> bool:
    """Whether it is a role in [brackets], which stands for somebody not yet notified."""
    return name.startswith("[")
