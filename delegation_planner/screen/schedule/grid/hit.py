"""What lies under the pointer; no Qt."""

from typing import Final, Literal, NamedTuple

from delegation_planner.screen.schedule.grid.day_book import DayBook
from delegation_planner.screen.schedule.grid.lanes import Block
from delegation_planner.screen.schedule.grid.scale import HEAD, Box, Scale

Part = Literal["head", "ruler", "empty", "item", "start_edge", "end_edge"]
_EDGE: Final = 5


class Hit(NamedTuple):
    """The part of the view at a point, the day of its column, and the block with its box in the view, if it is one."""

    part: Part
    day: int
    block: Block | None = None
    box: Box | None = None


def hit(scale: Scale, book: DayBook, x: float, y: float) -> Hit:
    """What lies at a point of the view."""
    column = scale.column_at(x)
    day = scale.days[column]
    if y < HEAD:
        return Hit("head", day)
    if x < scale.ruler:
        return Hit("ruler", day)
    for block in reversed(book.day(day).blocks):
        box = scale.box(column, block).moved(*scale.origin)
        if box.holds(x, y):
            return Hit(_part(block, box, y), day, block, box)
    return Hit("empty", day)


def _part(block: Block, box: Box, y: float) -> Part:
    """An edge is taken hold of only where the item really ends, not where a day's end cuts it."""
    edge = min(_EDGE, box.height / 4)
    midnight = block.day * 1440
    if y >= box.bottom - edge and block.end == midnight + block.bottom:
        return "end_edge"
    if y < box.y + edge and block.start == midnight + block.top and box.height >= 3 * _EDGE:
        return "start_edge"
    return "item"


def blocks_in(scale: Scale, book: DayBook, wanted: Box) -> list[tuple[Block, Box]]:
    """All blocks that meet a rectangle of the view, with their boxes in the view."""
    found = []
    for column, day in enumerate(scale.days):
        if scale.column_box(column).moved(*scale.origin).meets(wanted._replace(y=scale.origin[1] + 1, height=1)):
            for block in book.day(day).blocks:
                box = scale.box(column, block).moved(*scale.origin)
                if box.meets(wanted):
                    found.append((block, box))
    return found
