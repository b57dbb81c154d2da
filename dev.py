#!/usr/bin/env python3
"""Every command a developer needs, with nothing but Python: `python3 dev.py --help` lists them."""

# This file and tools/pythons.py keep to the syntax of Python 3.6: an old Python must be able to say what it lacks.
import subprocess
import sys

from tools.pythons import NEWEST, OLDEST, find_pythons


def main() -> int:
    """Run the command with this Python, or with a supported one of this computer when this one is not."""
    if OLDEST <= sys.version_info[:2] <= NEWEST:
        from tools.commands import main as run_command

        return run_command(sys.argv[1:])
    supported = find_pythons()
    if supported:
        return subprocess.call([supported[-1].path, *sys.argv])
    wanted = "{}.{} to {}.{}".format(*(OLDEST + NEWEST))
    sys.stderr.write(f"Delegation Planner needs Python {wanted}; this is {sys.version.split()[0]}.\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
