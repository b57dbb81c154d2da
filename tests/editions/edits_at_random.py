"""Edits of the sample visit as hypothesis draws them: each a function from a plan to the plan after it."""

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from delegation_planner.plan import rules
from delegation_planner.plan.change import Changes
from delegation_planner.plan.delegation import Delegation, Group
from delegation_planner.plan.document import Document
from delegation_planner.plan.edits import documents, invitations, items, participants, places, removing, visit
from delegation_planner.plan.errors import PlanError
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.place import Place
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem
from tests.builders import an_id, joining, leaving, new_ids

Edit = Callable[[Plan], Plan]
_NUMBERS = st.integers(0, 200)
_CLOCKS = st.builds("{:02}:{:02}".format, st.integers(0, 23), st.sampled_from([0, 15, 45]))
_TITLES = st.sampled_from(["Talks", "Görüş", "Jamuan", ""])
_LANGUAGES = st.sampled_from(
    ["title_en", "title_id", "title_az", "remarks_public_az", "dress", "code", "remarks_internal"]
)


def edits() -> st.SearchStrategy[Edit]:
    """Any one edit; one that the plan refuses leaves it as it is."""
    item, person, place = (_pick(kind) for kind in (ProgrammeItem, Participant, Place))
    group, paper = _pick(Group), _pick(Document)
    return st.one_of(
        _edit(items.move_item, item, st.integers(0, 6), _CLOCKS),
        _edit(items.resize_item, item, st.integers(0, 6), _CLOCKS),
        _edit(items.edit_item, item, st.dictionaries(_LANGUAGES, _TITLES.map(lambda text: text or "x"), min_size=1)),
        _edit(items.edit_item, item, st.sampled_from([{"start_zone": "Asia/Makassar", "end_zone": "Asia/Makassar"}])),
        _edit(items.edit_item, item, st.sampled_from([{"disclosure": "internal"}, {"disclosure": "public"}])),
        _edit(items.cancel_item, item),
        _edit(items.reinstate_item, item),
        _edit(items.remove_item, item),
        _edit(lambda plan, of: items.duplicate_item(plan, of, _ids(plan)), item),
        _edit(invitations.invite, item, person),
        _edit(invitations.uninvite, item, person),
        _edit(invitations.set_roles, item, person,
              st.sampled_from([(), ("witness",), ("speaker", "signatory")])),
        _edit(joining, group, person),
        _edit(leaving, group, person),
        _edit(places.edit_place, place, st.builds(lambda text: {"name_en": text}, st.sampled_from(["Hall", "Room 2"]))),
        _edit(participants.edit_participant, person, st.sampled_from([{"name_az": "Ə."}, {"duty_phone": "+62 1"}])),
        _edit(lambda plan, of: removing.remove(plan, Participant, of), person),
        _edit(lambda plan, of: participants.add_participant(plan, of, "New One", _ids(plan)), _pick(Delegation)),
        _edit(documents.advance_state, paper),
        _edit(lambda plan, of: removing.remove(plan, Document, of), paper),
        _edit(visit.fix_dates, st.sampled_from(["2017-07-23", "2017-07-25", "2017-08-01"])),
        _edit(visit.edit_visit, st.sampled_from([{"status": "cancelled"}, {"title_id": "K."}])),
    )  # fmt: skip


def _ids(plan: Plan) -> Callable[[], str]:
    """Ids that this plan does not hold."""
    taken = {id for kind in (ProgrammeItem, Participant) for id in plan.table(kind)}
    return new_ids(f"made after {len(taken)} {min(taken, default='')}")


def _pick(kind: type[Any]) -> st.SearchStrategy[Callable[[Plan], str]]:
    def picked(number: int) -> Callable[[Plan], str]:
        return lambda plan: plan.rows(kind)[number % len(plan.rows(kind))].id if plan.rows(kind) else an_id("none")

    return _NUMBERS.map(picked)


def _edit(verb: Callable[..., Changes], *asked: st.SearchStrategy[Any]) -> st.SearchStrategy[Edit]:
    def make(arguments: tuple[Any, ...]) -> Edit:
        def edited(plan: Plan) -> Plan:
            given = [argument(plan) if callable(argument) else argument for argument in arguments]
            try:
                changes = verb(plan, *given)
                after = plan.changed(changes)
                rules.check(plan, changes, after)
            except PlanError:
                return plan
            return after

        return edited

    return st.tuples(*asked).map(make)
