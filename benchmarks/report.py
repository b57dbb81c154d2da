"""The lines that a run of the benchmarks prints."""

from collections.abc import Iterable
from typing import Final

from benchmarks.measuring import Exact, Line

_LAYOUT: Final = "{:<4} {:<62} {:>10} {:>10} {:>7} {:>15} {:>7}  {}"
HEAD: Final = _LAYOUT.format("goal", "what", "yardstick", "ours", "ratio", "from – to", "at most", "verdict")
_VERDICTS: Final = {True: "meets", False: "MISSES", None: "shown"}


def as_text(line: Line) -> str:
    """A line of the table; of what is counted, what was found instead of times."""
    if isinstance(line, Exact):
        text = f"{line.goal:<4} {line.what}: {line.found}"
        return f"{text}  {_VERDICTS[line.meets]}" + ("" if line.meets else f" (wanted: {line.wanted})")
    low, high = line.spread
    at_most = "" if line.at_most is None else _ratio(line.at_most)
    spread = f"{_ratio(low)} – {_ratio(high)}"
    times = _duration(line.yardstick), _duration(line.ours)
    return _LAYOUT.format(line.goal, line.what, *times, _ratio(line.ratio), spread, at_most, _VERDICTS[line.meets])


def _ratio(ratio: float) -> str:
    return f"{ratio:.2f}" if ratio >= 0.1 else f"{ratio:.4f}"


def _duration(seconds: float) -> str:
    return f"{seconds:.2f} s" if seconds >= 1 else f"{seconds * 1000:.2f} ms"


def closing(lines: Iterable[Line]) -> str:
    """How to read the table, and what misses its goal."""
    missed = [line for line in lines if line.meets is False]
    told = [
        "",
        "Times are medians, a ratio is the median of the ratios of pairs measured one right after the other.",
        "Only ratios of one run count: times of two runs, or of two machines, do not compare.",
    ]
    if not missed:
        return "\n".join([*told, "Everything measured meets its goal."])
    return "\n".join([*told, "These miss their goal:", *(f"  {line.goal} {line.what}{_by(line)}" for line in missed)])


def _by(line: Line) -> str:
    if isinstance(line, Exact):
        return f": {line.found} instead of {line.wanted}"
    return f": {_ratio(line.ratio)} instead of {_ratio(line.at_most or 0)}"
