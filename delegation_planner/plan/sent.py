"""What has gone out to whom: the register from which the next SEQUENCE of an item is known."""

from collections.abc import Mapping
from typing import NamedTuple

from delegation_planner.plan.kinds import UtcStamp


class Sent(NamedTuple):
    """An item as last written for a reader.

    `reader` is a participant's id, or names a circle of readers ("everyone/public/en"); `uid` the item's calendar id.
    `fingerprint` (sha256, hex) is of all that the reader was shown; `at` is when this sequence was first written.
    `cancelled` says that the last thing told was that the item is off. `edition` is 0 outside editions. `title`,
    `start` and `end` (UTC stamps, or dates of a whole day) are what the reader was told: whoever is told that an item
    is dropped must hear which one.
    """

    reader: str
    uid: str
    sequence: int
    fingerprint: str
    at: UtcStamp
    cancelled: bool = False
    edition: int = 0
    title: str = ""
    start: str = ""
    end: str = ""


SentRegister = Mapping[tuple[str, str], Sent]
"""The newest entry by (reader, uid)."""


def next_sent(
    register: SentRegister,
    reader: str,
    uid: str,
    fingerprint: str,
    now: UtcStamp,
    edition: int = 0,
    *,
    cancelled: bool = False,
) -> Sent:
    """What stands in the file to be written now: the last entry if the reader is told the same, else one sequence on.

    The sequence never falls, whatever was undone or restored in between (RFC 5545 section 3.8.7.4). Whoever knows that
    an item is off is told nothing more of it until it is on again, however it is edited meanwhile.
    """
    last = register.get((reader, uid))
    if last is None:
        return Sent(reader, uid, 0, fingerprint, now, cancelled, edition)
    if last.cancelled and cancelled:
        return last
    if (last.fingerprint, last.cancelled) == (fingerprint, cancelled):
        return last
    return Sent(reader, uid, last.sequence + 1, fingerprint, now, cancelled, edition)
