"""The content of attached files, kept once each under its sha256."""

import hashlib
import logging
import sqlite3
from collections.abc import Mapping
from typing import Final

from delegation_planner.plan.errors import AttachmentError
from delegation_planner.planfile.connecting import Database

_LOG: Final = logging.getLogger(__name__)

LARGEST: Final = 25 << 20
"""Bytes of one attachment."""

_IN_ONE_PIECE: Final = 1 << 20


def fingerprint(content: bytes) -> str:
    """The sha256 of a content, 64 hex digits."""
    return hashlib.sha256(content).hexdigest()


def store(db: Database, contents: Mapping[str, bytes]) -> None:
    """Keep contents by fingerprint inside the open transaction; one that is there already stays.

    Raises AttachmentError where a content is too large or does not match its fingerprint.
    """
    for sha256, content in contents.items():
        if len(content) > LARGEST:
            raise AttachmentError(
                "This file has {size} MB; at most {most} MB can be attached.",
                size=-(-len(content) >> 20),
                most=LARGEST >> 20,
            )
        if fingerprint(content) != sha256:
            raise AttachmentError("The file changed while it was being attached. Attach it again.")
        if db.execute("SELECT 1 FROM attachment WHERE sha256 = ?", (sha256,)).fetchone() is None:
            _insert(db, sha256, content)


def _insert(db: Database, sha256: str, content: bytes) -> None:
    if len(content) <= _IN_ONE_PIECE:
        db.execute("INSERT INTO attachment (sha256, content) VALUES (?, ?)", (sha256, content))
        return
    (number,) = db.execute(
        "INSERT INTO attachment (sha256, content) VALUES (?, zeroblob(?)) RETURNING number", (sha256, len(content))
    ).fetchall()[0]
    blob = db.blobopen("attachment", "content", number, readonly=False)
    try:
        for start in range(0, len(content), _IN_ONE_PIECE):
            blob.write(content[start : start + _IN_ONE_PIECE])
    finally:
        blob.close()


def read(db: Database, sha256: str) -> bytes:
    """A content; raises AttachmentError where it is missing, or is not what was attached."""
    found = db.execute("SELECT number, length(content) FROM attachment WHERE sha256 = ?", (sha256,)).fetchone()
    if found is None:
        raise AttachmentError("The attached file is not in the plan file.")
    number, size = found
    try:
        content = _read(db, number, size)
    except sqlite3.DatabaseError as error:
        _LOG.info("attachment: %s", error)
        raise AttachmentError("The attached file is damaged. Attach it again.") from error
    if fingerprint(content) != sha256:
        raise AttachmentError("The attached file is damaged: it is not what was attached. Attach it again.")
    return content


def _read(db: Database, number: int, size: int) -> bytes:
    if size <= _IN_ONE_PIECE:
        return bytes(db.execute("SELECT content FROM attachment WHERE number = ?", (number,)).fetchone()[0])
    blob = db.blobopen("attachment", "content", number, readonly=True)
    try:
        return b"".join(iter(lambda: blob.read(_IN_ONE_PIECE), b""))
    finally:
        blob.close()
