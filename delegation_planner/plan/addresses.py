"""Mail addresses: which texts are one, and how calendars and mails write it."""

import re
from typing import Final

_LOCAL: Final = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
_LABEL: Final = re.compile(r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?", re.IGNORECASE)
_LONGEST_LOCAL: Final = 64
_LONGEST: Final = 254


def is_email(text: str) -> bool:
    """Whether the text is one plain mail address, which may have letters of any script after its @."""
    return ascii_address(text) is not None


def ascii_address(text: str) -> str | None:
    """The address in ASCII, its domain as IDNA writes it; None where the text is no plain address.

    Plain is what RFC 5321 section 4.1.2 calls a dot-string at a domain of at least two labels: no quotes, comments,
    blanks or address literals, so that nothing can break out of a mailto link or a header.
    """
    local, _, domain = text.rpartition("@")
    if not _LOCAL.fullmatch(local) or len(local) > _LONGEST_LOCAL or not domain.replace("-", "a").isprintable():
        return None
    try:
        plain = domain.encode("idna").decode("ascii").lower()
    except UnicodeError:
        return None
    labels = plain.split(".")
    sound = len(labels) > 1 and all(_LABEL.fullmatch(label) for label in labels) and not labels[-1].isdecimal()
    return f"{local}@{plain}" if sound and len(local) + 1 + len(plain) <= _LONGEST else None
