"""Signing ceremonies: what is signed, by whom, who stands behind them, and who sits at the right."""

from collections.abc import Iterable, Iterator
from typing import Final

from delegation_planner.plan.delegation import Delegation
from delegation_planner.plan.document import Document
from delegation_planner.plan.kinds import DocumentState, Id, Role, Side
from delegation_planner.plan.participant import Participant
from delegation_planner.programme.groundwork import Groundwork, side_of
from delegation_planner.programme.people_and_places import PeopleAndPlaces
from delegation_planner.programme.programme import InstrumentShown, Shown, SigningShown, SigningSide
from delegation_planner.programme.texts import Texts

DEAD: Final[tuple[DocumentState, ...]] = ("withdrawn", "superseded")
HOST_AT_THE_RIGHT: Final = ("ID",)
"""Hosts whose own law puts them and their flag at the right (Indonesia: UU 24/2009, art. 17); elsewhere the guest."""


def signings(
    ground: Groundwork, texts: Texts, known: PeopleAndPlaces, item_ids: Iterable[Id]
) -> tuple[SigningShown, ...]:
    """The items at which something is signed: signing ceremonies, and whatever an instrument names."""
    instruments = [row for row in ground.plan.rows(Document) if row.kind == "instrument" and row.state not in DEAD]
    return tuple(_signings(ground, texts, known, item_ids, instruments))


def _signings(
    ground: Groundwork, texts: Texts, known: PeopleAndPlaces, item_ids: Iterable[Id], instruments: list[Document]
) -> Iterator[SigningShown]:
    for item_id in item_ids:
        signed = [row for row in instruments if item_id in row.item_ids]
        if signed or ground.items[item_id].kind == "signing":
            named = {id for row in signed for id in row.signatory_ids}
            yield SigningShown(
                item_id=item_id,
                guest=_side(ground, texts, known, item_id, "guest", named),
                host=_side(ground, texts, known, item_id, "host", named),
                instruments=tuple(_instrument(row, texts) for row in signed),
                host_right=ground.plan.visit.host_country in HOST_AT_THE_RIGHT,
            )


def _instrument(row: Document, texts: Texts) -> InstrumentShown:
    return InstrumentShown(texts.shown(row, "title"), row.originals, row.languages)


def _side(
    ground: Groundwork, texts: Texts, known: PeopleAndPlaces, item_id: Id, side: Side, named: set[Id]
) -> SigningSide:
    """The people of a side; its signatories are those by role, else those whom the instruments name."""
    attendance = ground.attendance[item_id]
    people = [id for id in ground.order if id in attendance and side_of(ground, id) == side]

    def in_role(role: Role) -> list[Id]:
        return [id for id in people if role in attendance[id].roles]

    def shorts(ids: Iterable[Id]) -> tuple[Shown, ...]:
        return tuple(known.people[id].short for id in ids)

    signatories = in_role("signatory") or [id for id in people if id in named]
    delegation = _delegation(ground, side, [*signatories, *people])
    return SigningSide(
        name=texts.shown(delegation, "name") if delegation else texts.plain(""),
        country=delegation.country if delegation else "",
        signatories=shorts(signatories),
        aides=shorts(in_role("aide")),
        witnesses=shorts(in_role("witness")),
    )


def _delegation(ground: Groundwork, side: Side, people: list[Id]) -> Delegation | None:
    """The delegation of the first of these people, else the side's first one."""
    if people:
        return ground.plan.find(Delegation, ground.plan.find(Participant, people[0]).delegation_id)
    return next((row for id in ground.members if (row := ground.plan.find(Delegation, id)).side == side), None)
