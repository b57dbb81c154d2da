"""A calendar once more as a ZIP of one file an event: many telephones take only the first event of a file."""

import io
import zipfile
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Final

from delegation_planner.exports.calendar.events import Event
from delegation_planner.exports.file_names import distinct_names
from delegation_planner.plan.sent import Sent

_NO_DATE: Final = (1980, 1, 1, 0, 0, 0)
_READABLE_BY_ALL: Final = 0o644 << 16


def one_by_one(events: Sequence[tuple[Event, Sent]], written: Callable[[Event, Sent], bytes]) -> bytes:
    """The ZIP; each file bears day, time and title of its event. The same events give the same bytes."""
    stems = [_stem(event) for event, _ in events]
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, (event, sent) in zip(distinct_names(stems, ".ics"), events, strict=True):
            entry = zipfile.ZipInfo(name, _NO_DATE)
            entry.external_attr = _READABLE_BY_ALL
            entry.create_system = 3
            archive.writestr(entry, written(event, sent), zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _stem(event: Event) -> str:
    start = event.facts.start
    when = f"{start:%Y-%m-%d %H%M}" if isinstance(start, datetime) else f"{start:%Y-%m-%d}"
    return f"{when} {event.facts.summary}"
