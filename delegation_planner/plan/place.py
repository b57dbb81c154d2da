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


class Airport(NamedTuple):
    """An airport of the world by its three letters, as lists of airports have it; no row of a plan."""

    iata: str
    name: str
    city: str
    zone: ZoneName

    @property
    def label(self) -> str:
        """Soekarno-Hatta International Airport (CGK), Jakarta: what it is known by, each by another one."""
        return ", ".join(part for part in (f"{self.name} ({self.iata})", self.city) if part)
