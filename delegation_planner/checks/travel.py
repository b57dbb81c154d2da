"""How long the ways between places take: the visit's own times first, then the rulebook's by city."""

from typing import NamedTuple

from delegation_planner.plan.day_time import clock_minutes, date_of_day
from delegation_planner.plan.kinds import Id, WallClock
from delegation_planner.plan.names import fold
from delegation_planner.plan.place import Place
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.plan.rulebook import Rulebook, RuleName
from delegation_planner.plan.visit_rules import TravelTime

BY_ROAD = (None, "car", "motorcade", "bus")
_SATURDAY = 5


class TimesOfWay(NamedTuple):
    """Minutes by car between two buildings, usual and at peak; None where peak hours make no difference.

    `own` is the visit's own time that they are from, there or back; else they are the rulebook's for their city.
    """

    usual: int
    at_peak: int | None
    own: TravelTime | None = None


class Way(NamedTuple):
    """How many minutes a way takes by car at that hour; by the rulebook's times for `city`, or by the visit's own."""

    minutes: int
    city: str = ""


class Travel:
    """The ways of one visit. A room is where its building is."""

    def __init__(self, plan: Plan, rulebook: Rulebook) -> None:
        self._plan = plan
        self._rulebook = rulebook
        self._times = {(row.from_place_id, row.to_place_id): row for row in plan.rows(TravelTime)}
        self._roots: dict[Id, Id] = {}
        self._cities: dict[Id, str] = {}

    def building(self, place_id: Id | None) -> Id | None:
        """The place that is in no other: a room's building, or the place itself."""
        if place_id is None:
            return None
        if place_id not in self._roots:
            place = self._plan.get(Place, place_id)
            parent = place.parent_id if place else None
            self._roots[place_id] = (self.building(parent) if parent else None) or place_id
        return self._roots[place_id]

    def elsewhere(self, place_id: Id | None, other_id: Id | None) -> bool:
        """Whether both places are known and lie apart."""
        return place_id is not None and other_id is not None and self.building(place_id) != self.building(other_id)

    def minutes(self, from_id: Id | None, to_id: Id | None, day: int, clock: WallClock) -> int | None:
        """Minutes by car for somebody who leaves on that day at that local time; None where nobody knows."""
        way = self.way(from_id, to_id, day, clock)
        return None if way is None else way.minutes

    def way(self, from_id: Id | None, to_id: Id | None, day: int, clock: WallClock) -> Way | None:
        """The way of somebody who leaves on that day at that local time; None where nobody knows it."""
        start, end = self.building(from_id), self.building(to_id)
        if start is None or end is None:
            return None
        if start == end:
            return Way(0)
        times = self.times(start, end)
        if times is None:
            return None
        at_that_hour = times.at_peak if times.at_peak is not None and self._is_peak(day, clock) else times.usual
        return Way(at_that_hour, "" if times.own is not None else self._plan.find(Place, start).city)

    def times(self, start: Id, end: Id) -> TimesOfWay | None:
        """The times between two buildings: the visit's own for the way, else for the way back, else the rulebook's."""
        own = self._times.get((start, end)) or self._times.get((end, start))
        if own is not None:
            return TimesOfWay(own.minutes, own.peak_minutes, own)
        return self._within_city(self._plan.find(Place, start), self._plan.find(Place, end))

    def escorted(self, minutes: int) -> int:
        """How long a way of so many minutes takes with an escort."""
        return -(-minutes * self._rulebook.value("escort_factor") // 100)

    def needed_by(self, movement: ProgrammeItem) -> int | None:
        """Minutes that a movement by road needs from its start, its escort counted; None where nobody knows."""
        if movement.travel_mode not in BY_ROAD:
            return None
        known = self.minutes(movement.place_id, movement.end_place_id, movement.start_day, movement.start_time)
        return known if known is None or movement.escort == "none" else self.escorted(known)

    def lacks_time(self, movement: ProgrammeItem) -> bool:
        """Whether a movement by road goes a way that nobody knows the length of."""
        by_road = movement.travel_mode in BY_ROAD
        return by_road and self.elsewhere(movement.place_id, movement.end_place_id) and self.needed_by(movement) is None

    def _within_city(self, start: Place, end: Place) -> TimesOfWay | None:
        """Between two places of a city that the rulebook knows."""
        city = self._city(start)
        ways = self._rulebook.ways.get(city) if city and city == self._city(end) else None
        if ways is None:
            return None
        airport = bool(start.iata or end.iata)
        usual, at_peak = (ways.airport, ways.airport_peak) if airport else (ways.within, ways.within_peak)
        return None if usual is None else TimesOfWay(usual, at_peak)

    def _city(self, place: Place) -> str:
        if place.id not in self._cities:
            self._cities[place.id] = fold(place.city)
        return self._cities[place.id]

    def _is_peak(self, day: int, clock: WallClock) -> bool:
        bands: tuple[tuple[RuleName, RuleName], ...] = (
            ("morning_peak_from", "morning_peak_until"),
            ("evening_peak_from", "evening_peak_until"),
        )
        rule, minute = self._rulebook.value, clock_minutes(clock)
        in_band = any(rule(start) <= minute < rule(end) for start, end in bands)
        return in_band and date_of_day(self._plan.visit, day).weekday() < _SATURDAY
