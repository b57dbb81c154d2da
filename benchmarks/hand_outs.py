"""What the benchmarks of exports start from: programmes, words, a moment of making."""

from datetime import UTC, datetime
from typing import Final

from delegation_planner.plan.participant import Participant
from delegation_planner.plan.plan import Plan
from delegation_planner.programme.audience import person
from delegation_planner.programme.build import Programmes
from delegation_planner.programme.programme import Programme
from delegation_planner.resource_files import catalogue_folder, read_rulebook
from delegation_planner.words.words import Catalogues

MADE_AT: Final = datetime(2017, 7, 10, 2, 15, tzinfo=UTC)
CATALOGUES: Final = Catalogues(catalogue_folder())


def programme_of_each(plan: Plan) -> list[Programme]:
    """Everybody's own programme, in English."""
    programmes = Programmes(plan, read_rulebook())
    return [programmes.of(person(each.id)) for each in plan.rows(Participant)]
