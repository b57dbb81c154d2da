"""The sample's calendars as somebody last looked at them."""

from delegation_planner.exports.calendar.calendars import make_calendars
from delegation_planner.plan.participant import Participant
from delegation_planner.programme.audience import everybody, person
from delegation_planner.programme.build import Programmes
from delegation_planner.resource_files import read_rulebook, read_sample
from tests.exports.calendar.made import MADE_AT
from tests.golden_files import matches_golden
from tests.words.spoken import words


def test_the_samples_calendars_are_as_they_were() -> None:
    """Everybody's, the chairman's in Azerbaijani and a liaison officer's in Indonesian; the visit is in its window."""
    plan = read_sample(fixed=False)
    programmes = Programmes(plan, read_rulebook())
    ids = {row.code: row.id for row in plan.rows(Participant)}
    audiences = [everybody(), person(ids["A1"], language="az"), person(ids["I7"], language="id")]
    batch = make_calendars([programmes.of(audience) for audience in audiences], {}, MADE_AT, words)
    names = ("everyone_en.ics", "chairman_az.ics", "liaison_officer_id.ics")
    matches_golden("calendar", {name: file.content for name, file in zip(names, batch.files, strict=True)})
