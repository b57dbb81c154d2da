"""Where the pages break: blocks stay whole, heads stay with their first block, no item is left alone."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from delegation_planner.exports.papers.sheet import Row, ruled_above

Rows = tuple[Row, ...]

SHORT_SECTION: Final = 2


class Section(NamedTuple):
    """A day or a list: its head, the head where it goes on on a new page, and its blocks.

    A block is the rows that stay on one page: an item with the air above it and its minute steps, a person.
    With `own_page` the section begins a page, unless the one before it is short (one or two blocks).
    """

    head: Rows
    again: Rows
    blocks: tuple[Rows, ...]
    own_page: bool = False


def height(rows: Sequence[Row]) -> float:
    """The height of rows in points."""
    return sum(row.height for row in rows)


def fewest_pages(
    opening: Rows, sections: Sequence[Section], closing: Rows, capacity: float, repeated: float
) -> list[list[Row]]:
    """The rows of each page, as `pages` plans them; all of them drawn closer where that saves a page.

    So a paper does not end on a page of two lines.
    """
    planned = pages(opening, sections, closing, capacity, repeated)
    if len(planned) == 1:
        return planned
    parts = [_closer_section(section) for section in sections]
    closer = pages(_closer(opening), parts, _closer(closing), capacity, repeated)
    return closer if len(closer) < len(planned) else planned


def _closer(rows: Rows) -> Rows:
    return tuple(row.closer for row in rows)


def _closer_section(section: Section) -> Section:
    blocks = tuple(_closer(block) for block in section.blocks)
    return section._replace(head=_closer(section.head), again=_closer(section.again), blocks=blocks)


def pages(
    opening: Sequence[Row], sections: Sequence[Section], closing: Sequence[Row], capacity: float, repeated: float
) -> list[list[Row]]:
    """The rows of each page.

    `opening` stands on top of the first page (with the rows that later pages repeat); `closing` stays with the last
    block. `capacity` is what a page takes and `repeated` what the repeated rows take of each page but the first.
    """
    planned = [list(opening)]
    full = capacity - repeated
    room = capacity - height(opening)
    before: Section | None = None
    begun = 0
    for position, section in enumerate(sections, 1):
        turns = section.own_page and before is not None and len(before.blocks) > SHORT_SECTION
        ending = height(closing) if position == len(sections) else 0.0
        head = section.head
        for number, blocks in enumerate(_parts(section, 0.0 if turns else room, full, ending)):
            if number:
                planned.append([])
                room = full
                if position == len(sections) and head is section.head and _wants_company(section, before):
                    needed = height(section.head) + height(section.blocks[0]) + ending
                    planned[-1] = _company(planned[-2], begun, full - needed)
                    room -= height(planned[-1])
            if blocks:
                begun = len(planned[-1]) if head is section.head else 0
                rows = [*head, *_below_head(blocks)]
                planned[-1] += rows
                room -= height(rows)
                head = section.again
        before = section
    if height(closing) > room:
        planned.append([])
    planned[-1] += closing
    return planned


def _wants_company(section: Section, before: Section | None) -> bool:
    """Whether the last section, of one block, would stand alone on its page while a short one before it may follow."""
    short = before is not None and len(before.blocks) <= SHORT_SECTION and not section.own_page
    return short and len(section.blocks) == 1


def _company(page: list[Row], begun: int, room: float) -> list[Row]:
    """Takes the section that has begun at this row off its page, if it fits and something else stays there."""
    rows = page[begun:]
    if not begun or height(rows) > room:
        return []
    del page[begun:]
    return rows


def _parts(section: Section, room: float, full: float, ending: float) -> list[list[Rows]]:
    """The section's blocks page by page; the first part, for the page already begun, may be empty."""
    parts: list[list[Rows]] = [[]]
    left = room - height(section.head)
    for number, block in enumerate(section.blocks, 1):
        fresh = full - height(section.again if any(parts) else section.head)
        needed = height(block)
        if number == len(section.blocks) and needed + ending <= fresh:
            needed += ending
        if needed <= left:
            parts[-1].append(block)
            left -= height(block)
        else:
            *whole_pages, block_end = _pieces(block, fresh)
            parts += [[piece] for piece in whole_pages]
            parts.append([block_end])
            left = fresh - height(block_end)
    return _without_a_lone_block(parts, full - height(section.again) - ending)


def _pieces(block: Rows, room: float) -> list[Rows]:
    """The block, or, where a page cannot hold it, as many of its rows as each page takes."""
    pieces: list[list[Row]] = [[]]
    for row in block:
        if pieces[-1] and height(pieces[-1]) + row.height > room:
            pieces.append([])
        pieces[-1].append(row)
    return [tuple(piece) for piece in pieces]


def _without_a_lone_block(parts: list[list[Rows]], room: float) -> list[list[Rows]]:
    """The last page's only block gets its neighbour for company where that neighbour leaves no gap behind."""
    *_, before, last = [[], *parts]
    if len(last) == 1 and len(before) > 1 and height(before[-1]) + height(last[0]) <= room:
        last.insert(0, before.pop())
    return parts


def _below_head(blocks: Sequence[Rows]) -> list[Row]:
    """The rows of blocks below a head, whose own line takes the place of the first rule."""
    first, *others = [row for block in blocks for row in block]
    return [ruled_above(first, None) if first.air else first, *others]
