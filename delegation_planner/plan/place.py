"""Where things happen."""

from typing import NamedTuple

from delegation_planner.plan.kinds import Id, ZoneName


class Place(NamedTuple):
    """A place, or a room in one (`parent_id`). `exclusive`: holds one item at a time, as a room does.

    `office` marks a government office with office hours, `outdoor` one that needs a wet-weather plan; `iata` is
    an airport's three letters.
    """

    id: Id
    code: str
    name_en: str
    name_id: str = ""
    name_az: str = ""
    address: str = ""
    city: str = ""
    zone: ZoneName = "UTC"
    parent_id: Id | None = None
    iata: str = ""
    office: bool = False
    outdoor: bool = False
    exclusive: bool = False
