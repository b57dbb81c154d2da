"""How rows are named in lists and fields, and what can be picked of them; no Qt."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from delegation_planner.plan.day_time import date_of_day, instant
from delegation_planner.plan.delegation import Delegation, Group
from delegation_planner.plan.document import Document
from delegation_planner.plan.errors import PlanError
from delegation_planner.plan.kinds import Id, Language, WallClock, ZoneName
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.place import Place
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import Invitation, ProgrammeItem
from delegation_planner.plan.visit import Visit
from delegation_planner.programme.groundwork import natural
from delegation_planner.programme.texts import Texts
from delegation_planner.screen.fields.picking import Pick
from delegation_planner.words.dates import day_and_month, offset, wall_clock, zone_city
from delegation_planner.words.words import Words


def person_name(plan: Plan, person_id: Id | None, texts: Texts) -> str:
    """A person as crowded columns print them; nothing for nobody."""
    person = plan.get(Participant, person_id)
    return texts.shown(person, "short", "name").text if person is not None else ""


def clock_there(words: Words, visit: Visit, day: int, clock: WallClock, zone: ZoneName) -> str:
    """20:00 +04: a local time, with the offset of a zone that is not the host's; with its city without a date."""
    return f"{wall_clock(words, clock)}{offset_there(visit, day, clock, zone)}"


def offset_there(visit: Visit, day: int, clock: WallClock, zone: ZoneName) -> str:
    """What stands behind a local time that is not the host's; nothing behind one that is."""
    if zone == visit.host_zone:
        return ""
    try:
        there, here = instant(visit, day, clock, zone), instant(visit, day, clock, visit.host_zone)
    except PlanError:  # without a date nobody knows how far a zone is off
        return f" ({zone_city(zone)})"
    return f" {offset(there)}" if there.utcoffset() != here.utcoffset() else ""


def short_delegation_names(plan: Plan, texts: Texts) -> dict[Id, str]:
    """What tells delegations apart where there is little room: "Azerbaijan" of "Delegation of the Republic of
    Azerbaijan", as another one begins with the same words. A name that shares its beginning with none stays whole.
    """
    names = {row.id: texts.shown(row, "name").text.split() for row in plan.rows(Delegation)}
    beginnings = Counter(tuple(name[:length]) for name in names.values() for length in range(1, len(name)))
    found = {}
    for id, name in names.items():
        shared = (length for length in range(len(name) - 1, 0, -1) if beginnings[tuple(name[:length])] > 1)
        short = " ".join(name[next(shared, 0) :])
        found[id] = short[:1].upper() + short[1:]
    return found


def place_name(plan: Plan, place_id: Id | None, texts: Texts) -> str:
    """A place, a room after the place that it lies in; nothing for none."""
    place = plan.get(Place, place_id)
    if place is None:
        return ""
    name = texts.shown(place, "name").text
    around = plan.get(Place, place.parent_id)
    return f"{texts.shown(around, 'name').text}, {name}" if around is not None else name


def who_codes(plan: Plan, item_id: Id) -> str:
    """Who comes to an item, by code: groups first, then those who come with none: "DEL−A5, E1"."""
    groups: list[str] = []
    through_groups: set[Id] = set()
    invitations = plan.invitations(item_id).values()
    for invitation in invitations:
        group = plan.get(Group, invitation.group_id)
        if group is not None:
            without = (plan.get(Participant, id) for id in invitation.exception_ids if id in group.member_ids)
            groups.append("−".join([group.code, *(person.code for person in without if person is not None)]))
            through_groups |= through_group(plan, invitation)
    alone = (row.participant_id for row in invitations if row.participant_id not in through_groups)
    people = (plan.get(Participant, id) for id in alone)
    return ", ".join([*groups, *(person.code for person in people if person is not None)])


def through_group(plan: Plan, invitation: Invitation) -> set[Id]:
    """Whom the invitation of a group brings; nobody for one of a person."""
    group = plan.get(Group, invitation.group_id)
    return set(group.member_ids) - set(invitation.exception_ids) if group is not None else set()


def date_shown(plan: Plan, day: int) -> date | None:
    """The date of a day; None while the visit's dates are open."""
    if plan.visit.dates != "fixed" or plan.visit.anchor_date is None:
        return None
    return date_of_day(plan.visit, day)


def visit_title(visit: Visit, language: Language) -> str:
    """The visit's shortest title in this language, else in another; empty while it has none."""
    return Texts(language).shown(visit, "short_title", "title").text


def day_name(words: Words, plan: Plan, day: int) -> str:
    """D2 Mon 24 Jul; D2 alone while the visit's dates are open."""
    on = date_shown(plan, day)
    return f"D{day}" if on is None else f"D{day} {day_and_month(words, on)}"


def pick_people(plan: Plan, texts: Texts) -> list[Pick]:
    """Everybody, by code."""
    return _sorted(Pick(row.id, row.code, texts.shown(row, "short", "name").text) for row in plan.rows(Participant))


def pick_invitees(plan: Plan, texts: Texts) -> list[Pick]:
    """Groups, then everybody."""
    groups = _sorted(Pick(row.id, row.code, texts.shown(row, "name").text) for row in plan.rows(Group))
    return groups + pick_people(plan, texts)


def pick_places(plan: Plan, texts: Texts) -> list[Pick]:
    """All places, rooms with the place they lie in."""
    return _sorted(Pick(row.id, row.code, place_name(plan, row.id, texts)) for row in plan.rows(Place))


def airport_picks(plan: Plan, text: str) -> list[Pick]:
    """Airports of the world that hold a typed text, by their letters, but those that the plan's places are coded by."""
    from delegation_planner.imports.airports import find_airports

    known = {row.code for row in plan.rows(Place)}
    return [Pick(one.iata, one.iata, one.label) for one in find_airports(text) if one.iata not in known]


def pick_items(plan: Plan, texts: Texts) -> list[Pick]:
    """All programme items by number: "12 Signing of the Memorandum"."""
    rows = plan.rows(ProgrammeItem)
    return _sorted(Pick(row.id, row.code, f"{row.code} {texts.shown(row, 'title').text}") for row in rows)


def pick_documents(plan: Plan, texts: Texts) -> list[Pick]:
    """All documents."""
    return _sorted(Pick(row.id, row.code, texts.shown(row, "title").text) for row in plan.rows(Document))


def pick_delegations(plan: Plan, texts: Texts) -> list[Pick]:
    """All delegations."""
    return _sorted(Pick(row.id, row.code, texts.shown(row, "name").text) for row in plan.rows(Delegation))


def _sorted(picks: Iterable[Pick]) -> list[Pick]:
    return sorted(picks, key=lambda pick: natural(pick.code))
