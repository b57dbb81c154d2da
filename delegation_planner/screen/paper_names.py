"""What the papers are called in lists; no Qt."""

from typing import Final, Literal

from delegation_planner.exports.papers.paper_set import PaperName
from delegation_planner.words.words import mark

ShownName = PaperName | Literal["slip", "changes"]
"""The papers that can be asked for by name, and those that tell what an edition changes: for one person, for all."""

PAPER_TITLES: Final[dict[ShownName, str]] = {
    "programme": mark("Programme"),
    "delegations": mark("Delegations"),
    "rundown": mark("Rundown"),
    "contacts": mark("Contacts"),
    "manifests": mark("Vehicle manifests"),
    "signing": mark("Signing run sheets"),
    "open-points": mark("Open points"),
    "day-sheets": mark("Day sheets"),
    "place-sheets": mark("Place sheets"),
    "personal": mark("Personal programme"),
    "pocket": mark("Pocket programme"),
    "drivers": mark("Sheet for drivers"),
    "kitchen": mark("Sheet for the kitchen"),
    "press": mark("Sheet for the press"),
    "security": mark("Sheet for security"),
    "interpreters": mark("Sheet for interpreters"),
    "slip": mark("Change slip"),
    "changes": mark("Changes since the edition before"),
}
