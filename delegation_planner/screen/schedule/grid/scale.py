"""How days and minutes become pixels, and back; no Qt."""

from collections.abc import Iterable
from typing import Final, NamedTuple

from delegation_planner.screen.schedule.grid.grid_clock import DAY
from delegation_planner.screen.schedule.grid.lanes import Block

HEAD: Final = 50
RULER: Final = 46
RULER_WITH_GUEST: Final = 84
HOUR: Final = 72.0
HOUR_LEAST: Final = 24.0
HOUR_MOST: Final = 288.0
OPENS_AT: Final = 7 * 60 + 10
COLUMN_LEAST: Final = 60
PRAYER_STRIP: Final = 18  # what a Friday's items leave free at their right, the gap before the strip included
_LEFT, _RIGHT, _BETWEEN = 2, 4, 2


class Box(NamedTuple):
    """A rectangle in logical pixels; its edges lie on device pixels."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.y + self.height

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies in it."""
        return self.x <= x < self.right and self.y <= y < self.bottom

    def meets(self, other: "Box") -> bool:
        """Whether both have a part in common."""
        return self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom

    def moved(self, dx: float, dy: float) -> "Box":
        """The same elsewhere."""
        return self._replace(x=self.x + dx, y=self.y + dy)


class Scale(NamedTuple):
    """The view as it is now: its size, the days in it, how wide and high they are, and how far it is scrolled.

    `width` and `height` are those of the whole view with head and ruler, `left` and `top` how far it is scrolled, all
    in logical pixels; `ratio` is the number of device pixels in one. The content begins right of the ruler below the
    head. `fridays` are the days that keep room for the prayer.
    """

    width: int = 800
    height: int = 700
    days: tuple[int, ...] = (1,)
    at_once: int = 5
    hour: float = HOUR
    left: int = 0
    top: int = 0
    ratio: float = 1.0
    ruler: int = RULER
    fridays: frozenset[int] = frozenset()

    @property
    def column_width(self) -> float:
        """The width of a day."""
        shown = max(1, min(self.at_once, len(self.days)))
        return max(COLUMN_LEAST, (self.width - self.ruler) / shown)

    @property
    def content_width(self) -> int:
        """The width of all days together."""
        return round(self.column_width * len(self.days))

    @property
    def content_height(self) -> int:
        """The height of a day."""
        return round(self.hour * 24)

    @property
    def page_width(self) -> int:
        """How much of the content's width is seen."""
        return max(1, self.width - self.ruler)

    @property
    def page_height(self) -> int:
        """How much of the content's height is seen."""
        return max(1, self.height - HEAD)

    def snapped(self, length: float) -> float:
        """The nearest length that is a whole number of device pixels."""
        return round(length * self.ratio) / self.ratio

    @property
    def origin(self) -> tuple[float, float]:
        """Where in the view the content's first pixel lies."""
        x = self.snapped(self.ruler) - self.snapped(self.left)
        return x, self.snapped(HEAD) - self.snapped(self.top)

    @property
    def page(self) -> Box:
        """The part of the content that is seen, in the content's own pixels."""
        return Box(self.snapped(self.left), self.snapped(self.top), self.page_width, self.page_height)

    def column_x(self, column: int) -> float:
        """The left edge of a column in the content; that after the last is its right edge."""
        return self.snapped(self.column_width * column)

    def y_of(self, minute: float) -> float:
        """Where a minute of the day lies in the content."""
        return round(minute * (self.hour / 60 * self.ratio)) / self.ratio

    def minute_at(self, y: float) -> float:
        """The minute of the day at a height in the view, from 0 to 1440."""
        return min(max((y - self.origin[1]) * 60 / self.hour, 0.0), float(DAY))

    def column_at(self, x: float) -> int:
        """The column at a place in the view, the nearest if there is none."""
        column = int((x - self.origin[0]) // self.column_width)
        return min(max(column, 0), len(self.days) - 1)

    def columns_seen(self) -> range:
        """The columns of which a part is seen."""
        return self.columns_between(self.left, self.left + self.page_width)

    def columns_between(self, left: float, right: float) -> range:
        """The columns that have a part between two places of the content."""
        width = self.column_width
        first, last = int(left // width), int((right - 1) // width)
        return range(max(first, 0), min(last + 1, len(self.days)))

    def column_box(self, column: int) -> Box:
        """A whole column in the content."""
        x = self.column_x(column)
        return Box(x, 0, self.column_x(column + 1) - x, self.y_of(DAY))

    def box(self, column: int, block: Block) -> Box:
        """Where a block lies in the content."""
        return self.boxes(column, (block,))[0]

    def boxes(self, column: int, blocks: Iterable[Block]) -> list[Box]:
        """Where blocks of a column lie in the content: a pixel above the next one, clear of the day's lines."""
        lanes: dict[tuple[int, int], tuple[float, float]] = {}
        ratio, step, least = self.ratio, self.hour / 60 * self.ratio, round(2 * self.ratio)
        gap = max(1, int(self.ratio))
        found = []
        for block in blocks:
            key = (block.lane, block.lanes)
            if key not in lanes:
                lanes[key] = self.lane(column, *key)
            x, width = lanes[key]
            top = round(block.top * step)
            height = max(round(block.bottom * step) - top - gap, least)
            found.append(Box(x, top / ratio, width, height / ratio))
        return found

    def lane(self, column: int, lane: int, lanes: int) -> tuple[float, float]:
        """The left edge and the width of a lane."""
        free = _RIGHT + (PRAYER_STRIP if self.days[column] in self.fridays else 0)
        left, right = self.column_x(column) + _LEFT, self.column_x(column + 1) - free
        share = (right - left) / lanes
        gap = min(_BETWEEN, share / 4) if lanes > 1 else 0
        x = self.snapped(left + share * lane)
        until = self.snapped(left + share * (lane + 1) - (gap if lane < lanes - 1 else 0))
        return x, max(until - x, 1 / self.ratio)

    def zoomed(self, hour: float, about_y: float) -> "Scale":
        """With another height of the hour, the minute at a height of the view staying where it is."""
        hour = min(max(hour, HOUR_LEAST), HOUR_MOST)
        minute = self.minute_at(about_y)
        zoomed = self._replace(hour=hour)
        top = round(minute * hour / 60 - (about_y - HEAD))
        return zoomed._replace(top=min(max(top, 0), max(zoomed.content_height - zoomed.page_height, 0)))


def snap(minute: float, step: int) -> int:
    """The nearest minute that is a multiple of the step."""
    return round(minute / step) * step
