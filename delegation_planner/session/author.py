"""Who works at this computer: the name that the log, the lock of a plan and its author have in common."""

import getpass


def this_person() -> str:
    """The name of the account that runs this process; empty where the system names nobody."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
