"""The papers that tell what an edition changes: a slip for each person touched, and one list for everybody."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

from delegation_planner.editions.compare import Version, compare, whole_difference
from delegation_planner.editions.notices import Notice
from delegation_planner.exports.papers.change_slip import change_slip, changes_since
from delegation_planner.exports.papers.imprint import Issue, edition_imprint
from delegation_planner.exports.papers.paper_set import Paper, finished, laid_out_as
from delegation_planner.plan.kinds import Disclosure, Language
from delegation_planner.programme.audience import everybody, person
from delegation_planner.words.words import Words


def make_slips(
    notices: Iterable[Notice],
    old: Version,
    new: Version,
    words_of: Callable[[Language], Words],
    made_at: datetime,
    issue: Issue,
) -> Iterator[Paper]:
    """A change slip for each notice, in its reader's language; `made_at` is aware.

    Whoever has left the visit gets one too, on which all is dropped.
    """
    for notice in notices:
        reader = notice.reader
        audience = person(reader.id, language=reader.language)
        programme = new.programme(audience)
        if programme is None:
            programme = old.programme(audience)
            assert programme is not None
            programme = programme._replace(days=())
        imprint = edition_imprint(programme, words_of(reader.language), None, made_at, issue)
        layout = change_slip(programme, imprint, reader.person, notice.difference)
        yield finished(laid_out_as(layout, programme, imprint))


def make_changes(
    old: Version,
    new: Version,
    level: Disclosure,
    language: Language,
    words_of: Callable[[Language], Words],
    made_at: datetime,
    issue: Issue,
) -> Paper:
    """Changes since edition n, for all readers of a level; documents are told at level internal alone."""
    programme, before = new.programme(everybody(level, language)), old.programme(everybody(level, language))
    assert programme is not None
    difference = whole_difference(old, new, language) if level == "internal" else compare(before, programme)
    imprint = edition_imprint(programme, words_of(language), None, made_at, issue)
    return finished(laid_out_as(changes_since(programme, imprint, difference), programme, imprint))
