"""Every kind of row, what its fields hold, and which rows its ids name: one description for rules, file and forms."""

import types
from typing import Any, Final, Literal, NamedTuple, Union, get_args, get_origin

from delegation_planner.plan.delegation import Delegation, Group, OrderOverride
from delegation_planner.plan.document import Document, DocumentFile, Waiver
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.place import Place
from delegation_planner.plan.programme_item import Invitation, ProgrammeItem, Step, Vehicle
from delegation_planner.plan.visit import Visit
from delegation_planner.plan.visit_rules import Holiday, RuleOverride, TravelTime

Row = (
    Visit | Delegation | Participant | Group | OrderOverride | Place | ProgrammeItem | Step | Invitation
    | Vehicle | Document | DocumentFile | Waiver | TravelTime | Holiday | RuleOverride
)  # fmt: skip

TABLES: Final[dict[str, type[Row]]] = {
    "visit": Visit,
    "delegation": Delegation,
    "participant": Participant,
    "participant_group": Group,
    "order_override": OrderOverride,
    "place": Place,
    "programme_item": ProgrammeItem,
    "step": Step,
    "invitation": Invitation,
    "vehicle": Vehicle,
    "document": Document,
    "document_file": DocumentFile,
    "waiver": Waiver,
    "travel_time": TravelTime,
    "holiday": Holiday,
    "rule_override": RuleOverride,
}
"""The name of a kind in the file, in the log and in TOML."""

TABLE_NAMES: Final[dict[type[Row], str]] = {kind: name for name, kind in TABLES.items()}

REFERENCES: Final[dict[type[Row], dict[str, type[Row]]]] = {
    Visit: {},
    Delegation: {},
    Participant: {"delegation_id": Delegation},
    Group: {"member_ids": Participant},
    OrderOverride: {"participant_id": Participant, "before_id": Participant},
    Place: {"parent_id": Place},
    ProgrammeItem: {
        "place_id": Place, "to_place_id": Place, "host_id": Participant, "in_charge_id": Participant,
    },
    Step: {"item_id": ProgrammeItem, "actor_id": Participant},
    Invitation: {
        "item_id": ProgrammeItem, "participant_id": Participant, "group_id": Group, "exception_ids": Participant,
    },
    Vehicle: {
        "item_id": ProgrammeItem, "rear_right_id": Participant, "rear_left_id": Participant,
        "front_id": Participant, "other_ids": Participant,
    },
    Document: {
        "signatory_ids": Participant, "item_ids": ProgrammeItem, "concerns_id": Document,
        "concerns_participant_id": Participant,
    },
    DocumentFile: {"document_id": Document},
    Waiver: {},
    TravelTime: {"from_place_id": Place, "to_place_id": Place},
    Holiday: {},
    RuleOverride: {},
}  # fmt: skip
"""Which kind of row each id field names. A field that may not be None ties its row to the other's life."""

Nature = Literal["text", "number", "flag", "texts"]


class Field(NamedTuple):
    """What a field holds: its nature, whether it may be None, the closed list it is taken from, its default."""

    name: str
    nature: Nature
    optional: bool
    choices: tuple[str, ...]
    required: bool
    default: Any


def fields_of(kind: type[Row]) -> tuple[Field, ...]:
    """The fields of a kind of row, in the row's order."""
    return _FIELDS[kind]


def _field(kind: type[Row], name: str) -> Field:
    annotation: Any = kind.__annotations__[name]
    optional = False
    if get_origin(annotation) in (Union, types.UnionType):
        optional = True
        annotation = next(part for part in get_args(annotation) if part is not type(None))
    nature: Nature = "text"
    choices: tuple[str, ...] = ()
    if get_origin(annotation) is tuple:
        nature = "texts"
        annotation = get_args(annotation)[0]
    elif annotation is bool:
        nature = "flag"
    elif annotation is int:
        nature = "number"
    if get_origin(annotation) is Literal:
        choices = get_args(annotation)
    required = name not in kind._field_defaults
    return Field(name, nature, optional, choices, required, kind._field_defaults.get(name))


_FIELDS: Final[dict[type[Row], tuple[Field, ...]]] = {
    kind: tuple(_field(kind, name) for name in kind._fields) for kind in TABLES.values()
}
