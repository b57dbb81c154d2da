"""`python -m benchmarks [names...] [--quick]`: measures, prints a table, and says what misses its goal."""

import argparse
import platform
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final, Protocol

from benchmarks import (
    calendars,
    checking,
    editing,
    exporting_again,
    grid_painting,
    lists,
    opening,
    personal_programmes,
    searching,
    start,
    window,
)
from benchmarks.measuring import Comparison, Line
from benchmarks.report import HEAD, as_text, closing


class Measure(Protocol):
    """Measures in a folder of its own and tells line by line; `quick` on a small visit, with fewer runs."""

    def __call__(self, folder: Path, /, *, quick: bool) -> Iterator[Line]: ...


BENCHMARKS: Final[Mapping[str, Measure]] = {
    "start": start.measure,
    "opening": opening.measure,
    "editing": editing.measure,
    "calendars": calendars.measure,
    "exporting_again": exporting_again.measure,
    "personal_programmes": personal_programmes.measure,
    "checking": checking.measure,
    "lists": lists.measure,
    "grid_painting": grid_painting.measure,
    "searching": searching.measure,
    "window": window.measure,
}
"""In the order of their goals. Goals without an entry here are not measured yet: docs/performance.md names them."""


def main(arguments: list[str], tell: Callable[[str], object] = print) -> int:
    """Measure what is named, else everything. A goal that is missed is no error: the answer is 0 all the same."""
    parser = _parser()
    chosen = parser.parse_args(arguments)
    if unknown := set(chosen.names) - set(BENCHMARKS):
        parser.error(f"not one of {', '.join(BENCHMARKS)}: {', '.join(sorted(unknown))}")
    tell(f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, {platform.platform()}")
    if chosen.quick:
        tell("Quick: a small visit and few runs. The ratios tell that everything works, not how fast it is.")
    tell(HEAD)
    lines: list[Line] = []
    for name in chosen.names or BENCHMARKS:
        with tempfile.TemporaryDirectory(prefix="benchmarks-") as folder:
            for line in BENCHMARKS[name](Path(folder), quick=chosen.quick):
                lines.append(without_goal(line) if chosen.quick else line)
                tell(as_text(lines[-1]))
    tell(closing(lines))
    return 0


def without_goal(line: Line) -> Line:
    """The goals are set for large visits; what is counted is right or wrong in any."""
    return line._replace(at_most=None) if isinstance(line, Comparison) else line


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="benchmarks", description="Measure ours beside yardsticks, as ratios.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"what to measure: {', '.join(BENCHMARKS)}")
    parser.add_argument("--quick", action="store_true", help="a small visit and few runs")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
