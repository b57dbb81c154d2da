"""What the first hundred bytes of a file say, read before SQLite touches it."""

from pathlib import Path
from typing import Final, NamedTuple

from delegation_planner.plan.errors import NotAPlanFile, PlanFileUnreachable

APPLICATION_ID: Final = 0x50524F54
"""Marks a database as a plan of ours ("PROT")."""

_MAGIC: Final = b"SQLite format 3\x00"
_SIZE: Final = 100


class Header(NamedTuple):
    """The numbers of the database header that matter before opening (sqlite.org/fileformat2.html, section 1.3)."""

    schema_version: int
    change_counter: int


def read_header(path: Path) -> Header:
    """The header of a plan file; raises NotAPlanFile with the reason, or PlanFileUnreachable."""
    try:
        with path.open("rb") as file:
            head = file.read(_SIZE)
    except FileNotFoundError as error:
        raise PlanFileUnreachable("There is no file {file} in this place.", file=path.name) from error
    except IsADirectoryError as error:
        raise NotAPlanFile("{file} is a folder, not a visit plan.", file=path.name or str(path)) from error
    except (OSError, ValueError) as error:
        raise PlanFileUnreachable(
            "{file} cannot be read: {cause}.", file=path.name, cause=getattr(error, "strerror", None) or str(error)
        ) from error
    _refuse_strangers(head, path.name)
    return Header(_number(head, 60), _number(head, 24))


def _refuse_strangers(head: bytes, name: str) -> None:
    if not head:
        raise NotAPlanFile("{file} is empty. It may not have been copied to its end.", file=name)
    if head.startswith(b"PK\x03\x04"):
        raise NotAPlanFile("{file} is a zip archive or an Office document, not a visit plan.", file=name)
    if head.startswith(_MAGIC) and len(head) < _SIZE:
        raise NotAPlanFile("{file} breaks off after {count} bytes: it is not whole.", file=name, count=len(head))
    if not head.startswith(_MAGIC):
        if _is_text(head):
            raise NotAPlanFile("{file} is a text file, not a visit plan.", file=name)
        raise NotAPlanFile("{file} is not a visit plan.", file=name)
    if _number(head, 68) != APPLICATION_ID:
        raise NotAPlanFile("{file} is a database of another program, not a visit plan.", file=name)


def _is_text(head: bytes) -> bool:
    try:
        text = head.decode()
    except UnicodeDecodeError as error:
        if error.start <= len(head) - 4:
            return False
        text = head[: error.start].decode()  # The last character is cut off at the hundredth byte.
    return all(character.isprintable() or character in "\r\n\t\f" for character in text)


def _number(head: bytes, offset: int) -> int:
    return int.from_bytes(head[offset : offset + 4], "big")
