"""What has been issued: numbered editions of the plan, and who has been given which."""

from collections.abc import Iterable, Mapping
from typing import Final, Literal, NamedTuple, get_args

from delegation_planner.plan.errors import PlanError
from delegation_planner.plan.kinds import UtcStamp
from delegation_planner.plan.plan import Plan

Colour = Literal["white", "blue", "pink", "yellow", "green", "orange"]
COLOURS: Final[tuple[Colour, ...]] = get_args(Colour)
Means = Literal["mail", "paper", "messenger", "by_word", "other"]
MEANS: Final[tuple[Means, ...]] = get_args(Means)
ReceiptEvent = Literal["given", "acknowledged"]

LONGEST_LABEL: Final = 60
LONGEST_COMMENT: Final = 2000


class Edition(NamedTuple):
    """A frozen state of the plan under its number; the store keeps its content beside it.

    Numbers run from 1 without gaps. `open_errors` is how many findings of the gravest sort were open when it was
    issued.
    """

    number: int
    issued_at: UtcStamp
    issued_by: str = ""
    label: str = ""
    colour: Colour = "white"
    comment: str = ""
    open_errors: int = 0


class Receipt(NamedTuple):
    """That somebody was given an edition by some means, or has said that it came.

    `reader` is a participant's id, or the name of whoever is no participant ("[Hotel]"). Receipts are only added.
    """

    edition: int
    reader: str
    event: ReceiptEvent
    means: Means
    at: UtcStamp
    note: str = ""


class Issued(NamedTuple):
    """An edition with what it froze, and who was given it."""

    edition: Edition
    plan: Plan
    receipts: tuple[Receipt, ...] = ()


class GoneOut(NamedTuple):
    """All editions with their receipts, and the plans of the newest one and of those that somebody still holds.

    A plan is missing where it was taken out with personal data, or is damaged.
    """

    editions: tuple[Edition, ...] = ()
    receipts: tuple[Receipt, ...] = ()
    plans: Mapping[int, Plan] = {}


def held(receipts: Iterable[Receipt]) -> dict[str, int]:
    """The newest edition that each reader was given."""
    newest: dict[str, int] = {}
    for receipt in receipts:
        newest[receipt.reader] = max(receipt.edition, newest.get(receipt.reader, 0))
    return newest


def colour_of(number: int) -> Colour:
    """The colour that editions of this number have by custom: six colours in turn, white first."""
    return COLOURS[(number - 1) % len(COLOURS)]


def next_edition(
    last: int,
    issued_at: UtcStamp,
    *,
    issued_by: str = "",
    label: str = "",
    colour: Colour | None = None,
    comment: str = "",
    open_errors: int = 0,
) -> Edition:
    """The edition that follows number `last` (0 before the first).

    Label and name are brought into one line. Raises PlanError where a text is too long or cannot be printed.
    """
    label, issued_by = " ".join(label.split()), " ".join(issued_by.split())
    comment = "\n".join(line.rstrip() for line in comment.strip().splitlines())
    for text, longest in ((label, LONGEST_LABEL), (issued_by, LONGEST_LABEL), (comment, LONGEST_COMMENT)):
        if len(text) > longest:
            raise PlanError("“{text}” is too long: {longest} characters at most.", text=text[:40], longest=longest)
        if not text.replace("\n", "").isprintable():
            raise PlanError("A label or comment of an edition holds a character that cannot be printed.")
    number = last + 1
    return Edition(number, issued_at, issued_by, label, colour or colour_of(number), comment, open_errors)
