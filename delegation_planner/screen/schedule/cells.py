"""The editors of the rundown's cells."""

from typing import Final, get_args

from PySide6.QtWidgets import QWidget

from delegation_planner.plan.kinds import LEVELS, ItemStatus
from delegation_planner.programme.texts import Texts
from delegation_planner.screen.desk import Desk
from delegation_planner.screen.fields.choice_field import ChoiceField
from delegation_planner.screen.fields.line_field import LineField
from delegation_planner.screen.fields.pick_field import PickField, TypingAheadField
from delegation_planner.screen.fields.picking import Pick
from delegation_planner.screen.names import pick_invitees, pick_people, pick_places
from delegation_planner.screen.schedule.columns import capital
from delegation_planner.words.kinds_words import DISCLOSURES, DRESS_CODES, ITEM_STATES

_STATES: Final[tuple[ItemStatus, ...]] = get_args(ItemStatus)


def cell_editor(desk: Desk, parent: QWidget, key: str) -> QWidget:
    """The editor of a column's cells, filled with what can be chosen in it."""
    texts = Texts(desk.words.language)
    match key:
        case "place":
            return _picking(parent, pick_places(desk.plan, texts), free=False)
        case "in_charge":
            return _picking(parent, pick_people(desk.plan, texts), free=True)
        case "dress":
            codes = [Pick(code, "", desk.say(word)) for code, word in DRESS_CODES.items()]
            return _picking(parent, codes, free=True)
        case "who":
            return _who(parent, pick_invitees(desk.plan, texts))
        case "level":
            return ChoiceField([(level, desk.say(DISCLOSURES[level])) for level in LEVELS], parent)
        case "status":
            return ChoiceField([(state, capital(desk.say(ITEM_STATES[state]))) for state in _STATES], parent)
        case _:
            return LineField(parent)


def _picking(parent: QWidget, picks: list[Pick], *, free: bool) -> PickField:
    field = PickField(parent, free=free)
    field.offer(picks)
    return field


def _who(parent: QWidget, picks: list[Pick]) -> TypingAheadField:
    field = TypingAheadField(parent, separator=",", by_code=True)
    field.offer(picks)
    return field
