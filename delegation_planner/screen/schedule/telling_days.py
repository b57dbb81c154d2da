"""An edit that moves items says for a moment where the programme then begins or ends on another day."""

from collections.abc import Callable

from delegation_planner.plan.change import Changes
from delegation_planner.screen.desk import Desk
from delegation_planner.session.store import Label


def edit_telling_days(
    desk: Desk, label: Label, changes: Changes | Callable[[], Changes], *, merge: str | None = None, asked_by: str = ""
) -> bool:
    """One edit, in the words in which a shift announces the same; False if it was refused."""
    from delegation_planner.words.day_span import day_span_sentences

    before = desk.plan
    if not desk.edit(label, changes, merge=merge, asked_by=asked_by):
        return False
    sentences = day_span_sentences(desk.words, before, desk.plan)
    if sentences:
        desk.tell_done(" ".join(sentences))
    return True
