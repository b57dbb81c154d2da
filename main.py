"""Starts the window."""

import sys

from delegation_planner.app import main

if __name__ == "__main__":
    sys.exit(main())
