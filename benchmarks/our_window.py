"""The program as somebody starts it, with a plan to open, in a profile that is not theirs."""

import sys

from PySide6.QtCore import QStandardPaths

from benchmarks.turns import tell_turns
from delegation_planner import app


def main() -> None:
    """Open the plan named on the command line until the start has been told."""
    QStandardPaths.setTestModeEnabled(True)
    planner = app.Planner()

    def close() -> None:
        assert planner.window is not None
        assert planner.window.desk is not None
        planner.window.close()

    def complete() -> None:
        assert planner.window is not None
        planner.window.complete()

    tell_turns(close, complete)
    app.main(sys.argv[1:])


if __name__ == "__main__":
    main()
