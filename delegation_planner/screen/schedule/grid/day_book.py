"""All items by the days on which the grid shows them; a day is laid out when it is first looked at."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from delegation_planner.plan.change import Changes
from delegation_planner.plan.kinds import Id
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.plan.visit import Visit
from delegation_planner.screen.schedule.grid.grid_clock import DAY, GridClock
from delegation_planner.screen.schedule.grid.lanes import Block, DayLayout, OnClock, lay_out

Near = dict[int, list[ProgrammeItem]]
_NOBODY: Final[list[ProgrammeItem]] = []


class DayBook:
    """The days that the grid shows, and what lies in each.

    Its days are the visit's own and, beside them, the first day of every item that touches none of these. `left`
    narrows it to these items.
    """

    def __init__(self, plan: Plan, left: frozenset[Id] | None = None, *, near: Near | None = None) -> None:
        """`near` holds by day all items that may touch it, where that is known already."""
        self.plan = plan
        self.left = left
        self.clock = GridClock(plan.visit)
        self._layouts: dict[int, DayLayout] = {}
        self._starting: dict[int, tuple[ProgrammeItem, ...]] = {}
        self._home = plan.visit.host_zone
        self._near: Near = self._gathered() if near is None else near
        self.days: tuple[int, ...] = self._find_days()

    def day(self, day: int) -> DayLayout:
        """How the items of a day lie."""
        if day not in self._layouts:
            self._layouts[day] = lay_out(day, (self.on_clock(item) for item in self._near.get(day, _NOBODY)))
        return self._layouts[day]

    def starting(self, day: int) -> tuple[ProgrammeItem, ...]:
        """The items that start on a day, in order of time: those that its head counts.

        What started on a day that has no column counts in the first column that shows it: each item in one head.
        """
        if day not in self._starting:
            blocks = self.day(day).blocks
            self._starting[day] = tuple(block.item for block in blocks if self._first_column(block) == day)
        return self._starting[day]

    def _first_column(self, block: Block) -> int:
        begins = block.start // DAY
        return begins if begins in self.days else next(day for day in self.days if day > begins)

    def on_clock(self, item: ProgrammeItem) -> OnClock:
        """An item with its minutes on the grid's clock."""
        return OnClock(self.clock.start(item), self.clock.end(item), item)

    def blocks_of(self, item_id: Id) -> tuple[Block, ...]:
        """The blocks of an item, in the order of days; none for one that the grid does not show."""
        item = self.plan.get(ProgrammeItem, item_id)
        if item is None or not self._shows(item):
            return ()
        days = sorted(set(self._days_near(item)) & set(self.days))
        return tuple(block for day in days for block in self.day(day).blocks if block.item.id == item_id)

    def in_order(self) -> list[ProgrammeItem]:
        """All items by day and time, each once."""
        found = (block.item for day in self.days for block in self.day(day).blocks)
        return list({item.id: item for item in found}.values())

    def following(self, plan: Plan, changes: Changes) -> "DayBook":
        """The book of the same items after these changes; days that they do not touch stay laid out."""
        if changes.touch(Visit):
            return DayBook(plan, self.left)
        near = dict(self._near)
        touched: set[int] = set()
        for change in changes.of(ProgrammeItem):
            for row, comes in ((change.before, False), (change.after, True)):
                if isinstance(row, ProgrammeItem):
                    touched.update(self._replace(near, row, comes=comes))
        book = DayBook(plan, self.left, near=near)
        book._layouts = {day: layout for day, layout in self._layouts.items() if day not in touched}
        if book.days == self.days:
            book._starting = {day: items for day, items in self._starting.items() if day not in touched}
        return book

    def _replace(self, near: Near, row: ProgrammeItem, *, comes: bool) -> range:
        """Take a row's item out of its days, or put it in as it is now; returns these days."""
        days = self._days_near(row)
        for day in days:
            others = [item for item in near.get(day, _NOBODY) if item.id != row.id]
            near[day] = [*others, row] if comes and self._shows(row) else others
        return days

    def _gathered(self) -> Near:
        near: Near = defaultdict(list)
        home = self._home
        items = self.plan.table(ProgrammeItem).values()
        for item in items if self.left is None else filter(self._shows, items):
            day = item.start_day
            if item.end_day == day and item.start_zone == item.end_zone == home:
                near[day].append(item)  # nearly all are such, and all are gone through before the first painting
            else:
                for day in self._days_near(item):
                    near[day].append(item)
        return dict(near)

    def _shows(self, item: ProgrammeItem) -> bool:
        return self.left is None or item.id in self.left

    def _days_near(self, item: ProgrammeItem) -> range:
        """Every day that the item may touch; more than that where it is timed in another zone than the host's."""
        first, last = item.start_day, max(item.start_day, item.end_day)
        if item.start_zone != self._home or item.end_zone != self._home:
            return range(first - 1, last + 2)
        return range(first, last + 1)

    def _find_days(self) -> tuple[int, ...]:
        visit = self.plan.visit
        own = range(visit.first_day, visit.last_day + 1)
        days = set(own)
        for day in self._near.keys() - days:
            for item in self._near[day]:
                one = self.on_clock(item)
                if one.start // DAY not in days and not any(one.touches(shown) for shown in _between(own, one)):
                    days.add(one.start // DAY)
        return tuple(sorted(days))


def _between(days: range, one: OnClock) -> Iterable[int]:
    """Those of the days that lie between an item's ends."""
    return range(max(days.start, one.start // DAY), min(days.stop, one.drawn_until // DAY + 1))
