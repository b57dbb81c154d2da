"""What typing into a cell of the rundown changes in the plan; no Qt."""

import re
from typing import Any, Final, NamedTuple

from delegation_planner.plan.change import Change, Changes, put, removed, replaced
from delegation_planner.plan.day_time import clock_minutes
from delegation_planner.plan.delegation import Group
from delegation_planner.plan.edits.items import edit_item, last_for, move_item, resize_item
from delegation_planner.plan.edits.movements import begin_at
from delegation_planner.plan.edits.steps import edit_step
from delegation_planner.plan.errors import PlanError
from delegation_planner.plan.kinds import Id, Language, WallClock
from delegation_planner.plan.languages import field_of, text_and_language, text_in
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import Invitation, ProgrammeItem, Step
from delegation_planner.screen.fields.typed import read_clock, read_length, read_list, read_minutes
from delegation_planner.screen.names import through_group

Fields = dict[str, Any]
_WHEN: Final = re.compile(r"(?:[dDhH]?(-?\d+)\s+)?(\S+)")


class When(NamedTuple):
    """A time of day, perhaps with a day: "D3 9:15"."""

    day: int | None
    clock: WallClock


def read_when(text: str) -> When | None:
    """What was typed as a time: "9:15", "0915", "D3 9:15", "3 915"; None if it is no time."""
    parts = _WHEN.fullmatch(text.strip().removeprefix("~").replace(" (TBC)", ""))
    clock = read_clock(parts[2]) if parts else None
    if parts is None or clock is None:
        return None
    return When(int(parts[1]) if parts[1] else None, clock)


def typed_into_item(plan: Plan, item_id: Id, key: str, value: Any, language: Language) -> Changes:
    """The changes of typing `value` into the column `key` of an item; raises PlanError where it cannot be.

    `value` is a text, but a `Picked` for place, dress and in_charge, and a value of the closed list for level and
    status. A new start moves the whole item, a new end changes its length; that may be typed itself, "45 min".
    """
    item = plan.find(ProgrammeItem, item_id)
    match key:
        case "who":
            return invite_listed(plan, item_id, str(value))
        case "start":
            start = _when(value)
            return move_item(plan, item_id, item.start_day if start.day is None else start.day, start.clock)
        case "end":
            return _ending(plan, item, str(value))
        case "place":
            return begin_at(plan, item_id, value.id)
        case _:
            return edit_item(plan, item_id, _item_fields(plan, item, key, value, language))


def _item_fields(plan: Plan, item: ProgrammeItem, key: str, value: Any, language: Language) -> Fields:
    match key:
        case "number":
            return {"code": _free_number(plan, item, str(value).strip())}
        case "title":
            return _text(item, "title", language, value)
        case "dress":
            return {"dress": value.id or value.text}
        case "in_charge":
            return {"in_charge_id": value.id, "in_charge_text": value.text}
        case "remarks":
            return _remarks(item, language, str(value).strip())
        case _:
            return {"disclosure" if key == "level" else key: value}


def _ending(plan: Plan, item: ProgrammeItem, text: str) -> Changes:
    """The item ends at a time that was typed, perhaps with a day, or lasts for a length."""
    length, end = read_length(text), read_when(text)
    if length is not None:
        return last_for(plan, item.id, length.minutes)
    if end is None:
        raise PlanError("“{text}” is neither a time nor a length. Write it as 10:15 or 45 min.", text=text)
    return resize_item(plan, item.id, item.end_day if end.day is None else end.day, end.clock)


def _free_number(plan: Plan, item: ProgrammeItem, code: str) -> str:
    if not code:
        raise PlanError("An item needs a number.")
    if any(other.code == code and other.id != item.id for other in plan.rows(ProgrammeItem)):
        raise PlanError("Number {code} is taken by another item.", code=code)
    return code


def _when(value: Any) -> When:
    when = read_when(str(value))
    if when is None:
        raise PlanError("“{text}” is not a time of day. Write it as 9:15 or 0915.", text=str(value))
    return when


def _text(row: ProgrammeItem | Step, stem: str, language: Language, value: Any) -> Fields:
    """What is typed is of the language that it is typed in; a text of another, left as it was, stays what it is."""
    text = " ".join(str(value).split())
    if not text:
        raise PlanError("This line needs a title.")
    return {field_of(stem, language): text} if text != text_in(row, stem, language) else {}


def _remarks(item: ProgrammeItem, language: Language, text: str) -> Fields:
    """The sheet shows the public remarks if there are any, else the narrower ones, which are of no language.

    Remarks that are taken away are those that were shown.
    """
    shown, of = text_and_language(item, ("remarks_public",), language)
    if not shown:
        internal = item.remarks_internal and not item.remarks_detailed
        return {"remarks_internal" if internal else "remarks_detailed": text}
    return {field_of("remarks_public", language if text else of): text} if text != shown else {}


def typed_into_step(plan: Plan, step_id: Id, key: str, value: Any, language: Language) -> Changes:
    """The changes of typing into the row of a minute step; raises PlanError where it cannot be.

    The start is a time of day, the end a number of minutes, the person in charge is who acts.
    """
    step = plan.find(Step, step_id)
    return edit_step(plan, step_id, _step_fields(plan, step, key, value, language))


def _step_fields(plan: Plan, step: Step, key: str, value: Any, language: Language) -> Fields:
    match key:
        case "start":
            item = plan.find(ProgrammeItem, step.item_id)
            offset = clock_minutes(_when(value).clock) - clock_minutes(item.start_time)
            # Before the start by less than twelve hours is meant before, else after midnight.
            return {"offset": offset + 1440 if offset < -720 else offset}
        case "end":
            return {"minutes": _minutes(str(value).strip())}
        case "title":
            return _text(step, "cue", language, value)
        case _:
            return {"actor_id": value.id, "actor_text": value.text}


def _minutes(text: str) -> int | None:
    if not text:
        return None
    minutes = read_minutes(text)
    if minutes is None:
        raise PlanError("“{text}” is not a number of minutes.", text=text)
    return minutes


def invite_listed(plan: Plan, item_id: Id, text: str) -> Changes:
    """Invite whom the text names by code, and nobody else: "DEL−A5, E1" is the group DEL without A5, and E1.

    Who stays keeps roles, also who has an invitation beside that of a group. Raises PlanError where a code names
    nobody.
    """
    there = dict(plan.invitations(item_id))
    changes: list[Change] = []
    coming: set[Id] = set()
    for entry in read_list(text):
        wanted = _invitation(plan, item_id, entry)
        coming |= through_group(plan, wanted)
        before = there.pop(wanted.invitee_id, None)
        if before is None:
            changes.append(put(wanted))
        elif before.exception_ids != wanted.exception_ids:
            changes.append(replaced(before, before._replace(exception_ids=wanted.exception_ids)))
    changes.extend(removed(row) for invitee_id, row in there.items() if invitee_id not in coming)
    return Changes(changes)


def _invitation(plan: Plan, item_id: Id, entry: str) -> Invitation:
    groups = {row.code.casefold(): row for row in plan.rows(Group)}
    people = {row.code.casefold(): row for row in plan.rows(Participant)}
    if entry.casefold() in people:
        return Invitation(item_id, people[entry.casefold()].id, None)
    if entry.casefold() in groups:
        return Invitation(item_id, None, groups[entry.casefold()].id)
    code, *without = (part.strip().casefold() for part in re.split("[−-]", entry))
    if code not in groups or not without:
        raise PlanError("“{code}” is nobody's code. Choose from the list that opens while you type.", code=entry)
    for each in without:
        if each not in people or people[each].id not in groups[code].member_ids:
            raise PlanError("“{code}” is not in the group {group}.", code=each.upper(), group=groups[code].code)
    return Invitation(item_id, None, groups[code].id, exception_ids=tuple(people[each].id for each in without))
