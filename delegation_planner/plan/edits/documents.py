"""The papers: add, edit, take a step on their way, record an acceptance, attach files."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from delegation_planner.plan.change import Changes
from delegation_planner.plan.document import Document
from delegation_planner.plan.edits import rows
from delegation_planner.plan.errors import PlanError
from delegation_planner.plan.kinds import (
    INSTRUMENT_CHAIN,
    PAPER_CHAIN,
    DocumentState,
    Id,
    IsoDate,
    Language,
    Side,
)
from delegation_planner.plan.languages import field_of
from delegation_planner.plan.names import called
from delegation_planner.plan.plan import Plan

_STANDS_FOR: Final[dict[DocumentState, DocumentState]] = {
    "initialled": "accepted", "cleared": "received", "issued": "received",
}  # fmt: skip
"""States beside the chains, by the state of the chain that they stand for."""


def add_document(
    plan: Plan, title: str, new_id: Callable[[], Id], *, in_language: Language = "en", **fields: Any
) -> Changes:
    """A planned paper, with the next free code unless one is given."""
    row = Document(new_id(), free_code(plan), "")
    return rows.add(rows.with_values(row, {field_of("title", in_language): title} | fields))


def free_code(plan: Plan) -> str:
    """DOC and the lowest number that no paper has."""
    taken = {row.code for row in plan.rows(Document)}
    number = 1
    while f"DOC{number}" in taken:
        number += 1
    return f"DOC{number}"


def edit_document(plan: Plan, document_id: Id, values: Mapping[str, Any]) -> Changes:
    """The paper with these fields set."""
    return rows.set_fields(plan, Document, document_id, values)


def chain_of(document: Document) -> tuple[DocumentState, ...]:
    """The states that a paper of this kind passes through, in order."""
    return INSTRUMENT_CHAIN if document.kind == "instrument" else PAPER_CHAIN


def step_of(document: Document) -> int | None:
    """How many states of its chain lie behind the paper; None if its state is outside the chain."""
    chain = chain_of(document)
    state = document.state if document.state in chain else _STANDS_FOR.get(document.state, document.state)
    return chain.index(state) if state in chain else None


def next_state(document: Document) -> DocumentState | None:
    """The state that comes next, or None at the end of the chain and outside it."""
    step, chain = step_of(document), chain_of(document)
    return chain[step + 1] if step is not None and step + 1 < len(chain) else None


def advance_state(plan: Plan, document_id: Id) -> Changes:
    """The paper takes the next step of its chain; nothing where there is none."""
    state = next_state(plan.find(Document, document_id))
    return set_state(plan, document_id, state) if state is not None else Changes()


def set_state(plan: Plan, document_id: Id, state: DocumentState, reason: str = "") -> Changes:
    """The paper is in this state. Going back from a locked text, and taking a paper out of its way, needs a reason."""
    before = plan.find(Document, document_id)
    after = rows.with_values(before, {"state": state, "state_reason": reason})
    if not reason.strip() and after.state != before.state:
        if state in {"not_required", "withdrawn", "superseded"}:
            raise PlanError("Give the reason why “{name}” is taken out.", name=called(before))
        if _is_locked(before) and not _is_locked(after):
            raise PlanError("Give the reason why “{name}” is unlocked.", name=called(before))
    return rows.changed(before, after)


def record_acceptance(
    plan: Plan, document_id: Id, side: Side, channel: str, number: str, dated: IsoDate | None
) -> Changes:
    """How a side accepted the text; once both sides have, an instrument that lay before that state is accepted."""
    before = plan.find(Document, document_id)
    values = {"channel": channel, "number": number, "date": dated}
    after = rows.with_values(before, {f"{side}_acceptance_{name}": value for name, value in values.items()})
    both = all((
        after.guest_acceptance_channel, after.guest_acceptance_number, after.guest_acceptance_date,
        after.host_acceptance_channel, after.host_acceptance_number, after.host_acceptance_date,
    ))  # fmt: skip
    step = step_of(after)
    if both and after.kind == "instrument" and step is not None and step < INSTRUMENT_CHAIN.index("accepted"):
        after = after._replace(state="accepted")
    return rows.changed(before, after)


def _is_locked(document: Document) -> bool:
    step = step_of(document)
    return document.kind == "instrument" and step is not None and step >= INSTRUMENT_CHAIN.index("locked")
