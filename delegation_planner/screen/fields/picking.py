"""What can be picked by typing ahead, and how typed text finds it; no Qt."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from delegation_planner.plan.kinds import Id
from delegation_planner.plan.names import fold
from delegation_planner.screen.fields.typed import read_list


class Pick(NamedTuple):
    """Something to pick: a row's id, its code, and how it is written in the field."""

    id: Id
    code: str
    label: str


class Picked(NamedTuple):
    """What was picked: a row, or failing one a free text; neither for nothing."""

    id: Id | None
    text: str = ""


NOTHING = Picked(None)


class Unknown(NamedTuple):
    """A typed entry that names nothing there is."""

    text: str


def find_pick(picks: Iterable[Pick], text: str) -> Pick | None:
    """What a typed text names: a code or a whole label, else the only one that holds the text; accents are ignored."""
    wanted = fold(text)
    partial: list[Pick] = []
    for pick in picks:
        label = fold(pick.label)
        if wanted in (fold(pick.code), label):
            return pick
        if wanted and wanted in label:
            partial.append(pick)
    return partial[0] if len(partial) == 1 else None


def several_fit(picks: Iterable[Pick], text: str) -> bool:
    """Whether the labels of several picks hold a typed text; accents are ignored."""
    wanted = fold(text)
    return bool(wanted) and sum(wanted in fold(pick.label) for pick in picks) > 1


def find_picks(picks: Sequence[Pick], text: str) -> tuple[Id, ...] | Unknown:
    """The ids that a typed list names, in its order; the first entry that names nothing stops it.

    Entries stand between semicolons. One that names nothing as a whole may be a list with commas: labels such as
    "[Head, Service Centres]" hold commas themselves.
    """
    found: list[Id] = []
    for part in read_list(text, ";"):
        whole = find_pick(picks, part)
        for entry in [part] if whole is not None else read_list(part, ","):
            pick = whole or find_pick(picks, entry)
            if pick is None:
                return Unknown(entry)
            found.append(pick.id)
    return tuple(dict.fromkeys(found))
