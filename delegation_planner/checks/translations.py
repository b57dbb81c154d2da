"""The check of texts in two languages: what the public reads stands in both (X3)."""

from collections.abc import Iterator

from delegation_planner.checks.case import Case
from delegation_planner.checks.finding import Sight, seen


def missing_translations(case: Case) -> Iterator[Sight]:
    """X3: a public item without a title in the visit's second language."""
    language = case.plan.visit.second_language
    if language is None:
        return
    for one in case.timed:
        item = one.item
        titles = {"en": item.title_en, "id": item.title_id, "az": item.title_az}
        if item.disclosure == "public" and not titles[language]:
            yield seen("X3", "note", item.id, day=item.start_day, language=language), ()
