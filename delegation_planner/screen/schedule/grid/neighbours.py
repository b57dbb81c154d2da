"""Which block the arrows lead to from another one; no Qt."""

from typing import Literal

from delegation_planner.screen.schedule.grid.day_book import DayBook
from delegation_planner.screen.schedule.grid.lanes import Block

Way = Literal["up", "down", "left", "right"]


def neighbour(book: DayBook, block: Block, way: Way) -> Block:
    """The next block in that direction, or the block itself where there is none.

    Up and down lead through a day in order of time and on into the day before or after; left and right to what
    stands beside the block at the same time, else to what is nearest in time on the next day that has anything.
    """
    if way in ("up", "down"):
        return _in_time(book, block, 1 if way == "down" else -1)
    step = 1 if way == "right" else -1
    beside = [
        other
        for other in book.day(block.day).blocks
        if other.top < block.bottom and block.top < other.bottom and (other.lane - block.lane) * step > 0
    ]
    if beside:
        return min(beside, key=lambda other: (abs(other.lane - block.lane), abs(other.top - block.top)))
    return _on_next_day(book, block, step)


def _in_time(book: DayBook, block: Block, step: int) -> Block:
    blocks = book.day(block.day).blocks
    at = blocks.index(block) + step
    if 0 <= at < len(blocks):
        return blocks[at]
    for day in _days_from(book, block.day, step):
        others = book.day(day).blocks
        if others:
            return others[0 if step > 0 else -1]
    return block


def _on_next_day(book: DayBook, block: Block, step: int) -> Block:
    for day in _days_from(book, block.day, step):
        others = book.day(day).blocks
        if others:
            return min(others, key=lambda other: (abs(other.top - block.top), other.lane))
    return block


def _days_from(book: DayBook, day: int, step: int) -> tuple[int, ...]:
    at = book.days.index(day)
    return book.days[at + 1 :] if step > 0 else book.days[:at][::-1]
