"""The dated knowledge of the trade as a value: ranks, and the thresholds that checks judge by."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from delegation_planner.plan.errors import KnownError
from delegation_planner.plan.kinds import IsoDate


class Rank(NamedTuple):
    """A rank that participants hold by its code.

    `order` sorts people inside a delegation, lowest first. `level` is the step of the equivalence table by which
    the heads of two sides are compared. `support` marks those who serve the visit and never lead a side.
    """

    code: str
    order: int
    level: int
    name_en: str
    name_id: str = ""
    name_az: str = ""
    support: bool = False


class Threshold(NamedTuple):
    """A number that a check judges by, where it comes from and since when it holds."""

    minutes: int
    source: str
    valid_from: IsoDate


class Rulebook(NamedTuple):
    """All rules at once: ranks by code, and the thresholds of the checks.

    `longest_item`: an item of a kind other than flight or lodging is not longer (check C2). `set_up_gap`: a room
    needs so long between two items with different layouts (check C7).
    """

    ranks: Mapping[str, Rank]
    longest_item: Threshold
    set_up_gap: Threshold

    def rank_order(self, code: str) -> int:
        """The place of a rank inside a delegation; a rank that the rulebook does not know comes last."""
        rank = self.ranks.get(code)
        return rank.order if rank else max((rank.order for rank in self.ranks.values()), default=0) + 1


def rulebook_from(ranks: Mapping[str, Any], schedule: Mapping[str, Any]) -> Rulebook:
    """The rulebook of two plain tables as TOML gives them; raises KnownError where one is not as it should be.

    `ranks` holds under "rank" a table a code; `schedule` a table a threshold with minutes, source and valid_from.
    """
    try:
        return Rulebook(
            {code: Rank(code, **fields) for code, fields in ranks["rank"].items()},
            _threshold(schedule["longest_item"]),
            _threshold(schedule["set_up_gap"]),
        )
    except (KeyError, TypeError) as error:
        raise KnownError("The rulebook is damaged ({reason}). Install the program again.", reason=str(error)) from error


def _threshold(fields: Mapping[str, Any]) -> Threshold:
    return Threshold(fields["minutes"], fields["source"], str(fields["valid_from"]))
