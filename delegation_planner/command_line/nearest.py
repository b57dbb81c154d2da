"""What somebody may have meant who typed a name that there is not."""

from collections.abc import Iterable
from typing import Final

from delegation_planner.plan.names import fold

AT_MOST: Final = 3
LIST_UP_TO: Final = 12
"""So few are all named where none is near."""
_NEAR: Final = 0.6


def nearest(asked: str, offered: Iterable[str]) -> list[str]:
    """Up to three of what is offered, the most alike first; letters and case are folded.

    A text is as near as it is whole, or as its nearest word.
    """
    from difflib import SequenceMatcher  # costs a start that needs it seldom

    wanted = fold(asked)
    likeness: dict[str, float] = {}
    for text in offered:
        folded = fold(text)
        likeness[text] = max(SequenceMatcher(None, wanted, part).ratio() for part in (folded, *folded.split()))
    near = [text for text in likeness if likeness[text] >= _NEAR]
    return sorted(near, key=lambda text: -likeness[text])[:AT_MOST]


def offer(asked: str, offered: Iterable[str]) -> str:
    """What to name after something was not found: the nearest, else all where they are few, else nothing."""
    every = list(dict.fromkeys(offered))
    return ", ".join(nearest(asked, every) or (every if len(every) <= LIST_UP_TO else ()))
