"""Calendars of small plans for the tests of this folder."""

from datetime import UTC, datetime

from delegation_planner.exports.calendar.calendars import CalendarBatch, make_calendars
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.rulebook import Rulebook
from delegation_planner.plan.sent import Sent, SentRegister
from delegation_planner.programme.audience import Audience, everybody
from delegation_planner.programme.build import Programmes
from tests.words.spoken import words

MADE_AT = datetime(2017, 7, 10, 2, 15, tzinfo=UTC)
LATER = datetime(2017, 7, 12, 9, 0, tzinfo=UTC)
RULES = Rulebook({})

Register = dict[tuple[str, str], Sent]


def calendars_of(
    plan: Plan,
    *audiences: Audience,
    register: SentRegister | None = None,
    made_at: datetime = MADE_AT,
    banner: bool = False,
) -> CalendarBatch:
    """The calendars of these audiences, or of everybody up to internal."""
    programmes = Programmes(plan, RULES)
    chosen = audiences or (everybody("internal"),)
    return make_calendars(
        [programmes.of(audience) for audience in chosen], register or {}, made_at, words, banner=banner
    )


def calendar_of(
    plan: Plan, audience: Audience | None = None, register: SentRegister | None = None, made_at: datetime = MADE_AT
) -> bytes:
    """The one calendar of an audience."""
    (file,) = calendars_of(plan, audience or everybody("internal"), register=register, made_at=made_at).files
    return file.content


def sent(batch: CalendarBatch, before: SentRegister | None = None) -> Register:
    """The register after all files of the batch went out."""
    fresh = batch.sent([file.name for file in batch.files])
    return dict(before or {}) | {(entry.reader, entry.uid): entry for entry in fresh}
