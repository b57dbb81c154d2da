"""The one error of dev.py that a developer can act on."""


class TroubleError(Exception):
    """Something outside the code is missing or refused; the message says what to do about it."""
