"""What people type into cells and fields, read as values: times of day, whole numbers, lists."""

import re
from typing import Final

from delegation_planner.plan.kinds import WallClock

_WITH_MARK: Final = re.compile(r"(\d{1,2})[:.,h ](\d{2})")
_BARE: Final = re.compile(r"\d{1,4}")


def read_clock(text: str) -> WallClock | None:
    """A time of day: "9:15", "0915", "915", "9.15", "9" and "9h15" are all understood; None if it is no time."""
    bare = text.strip()
    marked = _WITH_MARK.fullmatch(bare)
    if marked is not None:
        hour, minute = int(marked[1]), int(marked[2])
    elif _BARE.fullmatch(bare):
        hour, minute = (int(bare), 0) if len(bare) <= 2 else divmod(int(bare), 100)
    else:
        return None
    return f"{hour:02d}:{minute:02d}" if hour < 24 and minute < 60 else None


def read_number(text: str) -> int | None:
    """A whole number, a leading + allowed; None if it is none."""
    bare = text.strip().replace("−", "-")
    return int(bare) if re.fullmatch(r"[+-]?\d{1,6}", bare) else None


def read_list(text: str, separators: str = ",;") -> tuple[str, ...]:
    """The entries between separators or line ends, without empty ones and without repeating one."""
    parts = (" ".join(part.split()) for part in re.split(f"[{separators}\n]", text))
    return tuple(dict.fromkeys(part for part in parts if part))
