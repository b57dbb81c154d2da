"""A visit whose every text tries to break out of its line; run as a module it prints its calendar."""

import sys
from typing import Final

from delegation_planner.plan.plan import Plan
from delegation_planner.programme.audience import person
from tests.builders import a_person, a_place, a_plan, a_step, a_visit, an_invitation, an_item
from tests.exports.calendar.made import calendar_of

INJECTION: Final = (
    "x\r\nATTENDEE:mailto:spy@example.invalid\rBEGIN:VALARM\nEND:VEVENT\u2028METHOD:REQUEST\x85URL:a\x00b\ufffe\ud800"
)
ON_ONE_LINE: Final = "x ATTENDEE:mailto:spy@example.invalid BEGIN:VALARM END:VEVENT METHOD:REQUEST URL:ab"
READER: Final = a_person("A1", name_en=f"Reader {INJECTION}", short_en=f"Reader {INJECTION}")
ITEM: Final = an_item(
    "01",
    title_en=INJECTION,
    place_id=a_place().id,
    disclosure="public",
    status="confirmed",
    dress=INJECTION,
    host_text=INJECTION,
    in_charge_text=INJECTION,
    remarks_public_en=INJECTION,
    remarks_detailed=INJECTION,
    alternate=INJECTION,
    flight_no=INJECTION,
    uid=f"evil{INJECTION}@delegation-planner.invalid",
)


def hostile_plan() -> Plan:
    return a_plan(
        a_visit(title_en=INJECTION),
        READER,
        a_place(name_en=INJECTION, address=INJECTION, city=INJECTION),
        ITEM,
        an_invitation(ITEM, READER, "witness"),
        a_step(ITEM, 5, cue_en=INJECTION, actor_text=INJECTION),
    )


def hostile_calendar() -> bytes:
    return calendar_of(hostile_plan(), person(READER.id))


if __name__ == "__main__":
    sys.stdout.buffer.write(hostile_calendar())
