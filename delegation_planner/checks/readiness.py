"""How far a text to be signed is from being ready: what the signing needs, and what of it is still open.

A text is ready when both sides accepted it (with number and date), its languages are settled, it is locked, every
signatory has full powers or a reason why none are needed, it is printed in its folders, there are originals enough
and an aide on either side.
"""

from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

from delegation_planner.plan.attendance import attendees
from delegation_planner.plan.delegation import Delegation
from delegation_planner.plan.document import Document
from delegation_planner.plan.edits.documents import step_of
from delegation_planner.plan.kinds import INSTRUMENT_CHAIN, DocumentState, Id, Side
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem

Need = Literal[
    "instrument", "guest_acceptance", "host_acceptance", "languages", "final_text", "signatories", "full_powers",
    "treaty_paper", "originals", "aides",
]  # fmt: skip
Standing = Literal["done", "blocked", "open"]
"""Blocked is what the text has already gone past: it says that it is accepted, and the acceptance has no number.

It comes first and is no error: the errors of a plan are its findings, and no check counts this one.
"""

_LAW_OF: Final = ("ID", "id")  # a country whose law asks for a text in its language: UU 24/2009 art. 31
_GRANTED: Final[tuple[DocumentState, ...]] = ("issued", "received", "acknowledged")
_TWO: Final = 2


class Requirement(NamedTuple):
    """One thing that the signing needs.

    `lacking` names what is missing, `document_id` or `item_id` and `field` where it is written down; `person_id` is
    whose full powers they are, `counts` what there is and what is needed.
    """

    need: Need
    standing: Standing
    lacking: tuple[str, ...] = ()
    document_id: Id | None = None
    item_id: Id | None = None
    field: str = ""
    person_id: Id | None = None
    state: DocumentState | None = None
    counts: tuple[int, int] = (0, 0)


class Readiness(NamedTuple):
    """All that a signing needs, in the order in which it is usually settled."""

    requirements: tuple[Requirement, ...]

    @property
    def open(self) -> tuple[Requirement, ...]:
        """What is not done, what is blocked first."""
        left = (one for one in self.requirements if one.standing != "done")
        return tuple(sorted(left, key=lambda one: one.standing != "blocked"))

    @property
    def done(self) -> tuple[Requirement, ...]:
        """What is."""
        return tuple(one for one in self.requirements if one.standing == "done")


def readiness_of_item(plan: Plan, item: ProgrammeItem) -> Readiness | None:
    """Of all texts that are signed at an item; None where nothing is, or everything has been."""
    if item.kind != "signing" or item.status == "cancelled":
        return None
    texts = [row for row in plan.rows(Document) if row.kind == "instrument" and item.id in row.item_ids]
    if not texts:
        return Readiness((Requirement("instrument", "open", ("none",)),))
    each = [found for text in texts if (found := readiness_of_text(plan, text)) is not None]
    return Readiness(tuple(one for found in each for one in found.requirements)) if each else None


def readiness_of_text(plan: Plan, text: Document) -> Readiness | None:
    """Of one text; None for what is no text to be signed, or has been signed, withdrawn or superseded."""
    step = step_of(text)
    if text.kind != "instrument" or step is None or step >= INSTRUMENT_CHAIN.index("signed"):
        return None
    return Readiness(tuple(_requirements(plan, text, step)))


def _requirements(plan: Plan, text: Document, step: int) -> Iterator[Requirement]:
    accepted, locked, printed = (INSTRUMENT_CHAIN.index(state) for state in ("accepted", "locked", "printed"))
    yield _acceptance(text, "guest", past=step >= accepted)
    yield _acceptance(text, "host", past=step >= accepted)
    yield _needed(text, "languages", _lacking_languages(plan, text), "languages", past=step >= locked)
    yield _reached(text, "final_text", reached=step >= locked)
    yield from _full_powers(plan, text)
    yield _reached(text, "treaty_paper", reached=step >= printed)
    wanted = max(_TWO, len(text.parties))
    there = text.originals or 0
    few = () if there >= wanted else ("few",)
    yield _needed(text, "originals", few, "originals", past=step >= printed)._replace(counts=(there, wanted))
    yield _aides(plan, text)


def _needed(text: Document, need: Need, lacking: tuple[str, ...], field: str, *, past: bool = False) -> Requirement:
    standing: Standing = "done" if not lacking else "blocked" if past else "open"
    return Requirement(need, standing, lacking, document_id=text.id, field=field)


def _acceptance(text: Document, side: Side, *, past: bool) -> Requirement:
    parts = ("channel", "number", "date")
    lacking = tuple(part for part in parts if not getattr(text, f"{side}_acceptance_{part}"))
    need: Need = "guest_acceptance" if side == "guest" else "host_acceptance"
    return _needed(text, need, lacking, need, past=past)


def _lacking_languages(plan: Plan, text: Document) -> tuple[str, ...]:
    """Whose law asks for it has its own language, the other side another; of several one prevails."""
    if not text.languages:
        return ("none",)
    country, language = _LAW_OF
    if country in (plan.visit.host_country, plan.visit.guest_country):
        if language not in text.languages:
            return ("own",)
        if set(text.languages) == {language}:
            return ("other",)
    return ("prevailing",) if len(text.languages) > 1 and not text.prevailing_language.strip() else ()


def _reached(text: Document, need: Need, *, reached: bool) -> Requirement:
    return _needed(text, need, () if reached else ("state",), "state")._replace(state=text.state)


def _full_powers(plan: Plan, text: Document) -> Iterator[Requirement]:
    if not text.signatory_ids:
        yield _needed(text, "signatories", ("none",), "signatory_ids")
    papers = [row for row in plan.rows(Document) if row.kind == "full_powers" and row.concerns_id == text.id]
    for person_id in text.signatory_ids:
        own = (row for row in papers if row.concerns_participant_id == person_id and row.state != "withdrawn")
        paper = next(own, None)
        if paper is None:
            yield Requirement("full_powers", "open", ("none",), document_id=text.id, person_id=person_id)
            continue
        lacking, field = _lacking_powers(paper)
        yield _needed(paper, "full_powers", lacking, field)._replace(person_id=person_id, state=paper.state)


def _lacking_powers(paper: Document) -> tuple[tuple[str, ...], str]:
    """What a paper lacks to be granted, under a number and a date, or not required for a reason; and in which field."""
    if paper.state == "not_required":
        return (() if paper.state_reason.strip() else ("reason",)), "state"
    if paper.state not in _GRANTED:
        return ("state",), "state"
    lacking = tuple(part for part, value in (("number", paper.number), ("date", paper.dated)) if not value)
    return lacking, "number" if "number" in lacking else "dated"


def _aides(plan: Plan, text: Document) -> Requirement:
    at = next((row for id in text.item_ids if (row := plan.get(ProgrammeItem, id)) and row.kind == "signing"), None)
    if at is None:
        return _needed(text, "aides", ("signing",), "item_ids")
    sides = {_side(plan, id) for id, one in attendees(plan, at.id).items() if "aide" in one.roles}
    both: tuple[Side, ...] = ("guest", "host")
    lacking = tuple(side for side in both if side not in sides)
    standing: Standing = "open" if lacking else "done"
    return Requirement("aides", standing, lacking, item_id=at.id, field="people")


def _side(plan: Plan, person_id: Id) -> Side:
    delegation = plan.get(Delegation, plan.find(Participant, person_id).delegation_id)
    return delegation.side if delegation is not None else "host"
