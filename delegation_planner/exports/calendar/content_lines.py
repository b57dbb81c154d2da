"""Content lines folded, and texts escaped, as RFC 5545 sections 3.1 and 3.3.11 ask."""

from typing import Final

_LONGEST: Final = 75


def escaped(text: str) -> bytes:
    """A clean text as the value of a TEXT property."""
    return text.replace("\\", r"\\").replace(";", r"\;").replace(",", r"\,").replace("\n", r"\n").encode()


def content_line(line: bytes) -> bytes:
    """The line in pieces of at most 75 octets, no character and no escape divided, with its CRLF."""
    pieces = []
    start, room = 0, _LONGEST
    while len(line) - start > room:
        end = _end_of_piece(line, start, start + room)
        pieces.append(line[start:end])
        start, room = end, _LONGEST - 1
    pieces.append(line[start:])
    return b"\r\n ".join(pieces) + b"\r\n"


def _end_of_piece(line: bytes, start: int, end: int) -> int:
    while line[end] & 0xC0 == 0x80:
        end -= 1
    backslashes = end - len(line[start:end].rstrip(b"\\")) - start
    return end - backslashes % 2
