"""The painted grid to be looked at: what is shown at which scale, how it scrolls, and how it follows the plan."""

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QEasingCurve, QPointF, QRectF, QTimer, QVariantAnimation, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QStyle, QWidget
from typing_extensions import override

from delegation_planner.plan.delegation import Group
from delegation_planner.plan.document import Waiver
from delegation_planner.plan.kinds import Id
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.place import Place
from delegation_planner.plan.programme_item import Invitation, ProgrammeItem
from delegation_planner.plan.visit import Visit
from delegation_planner.screen.desk import Desk
from delegation_planner.screen.names import date_shown
from delegation_planner.screen.schedule.grid.block_painter import BlockPainter, Fonts
from delegation_planner.screen.schedule.grid.day_book import DayBook
from delegation_planner.screen.schedule.grid.day_heads import DayHead, day_head, is_friday
from delegation_planner.screen.schedule.grid.day_painter import DayPainter, Shown
from delegation_planner.screen.schedule.grid.faces import Faces
from delegation_planner.screen.schedule.grid.grid_clock import DAY
from delegation_planner.screen.schedule.grid.ground import Ground
from delegation_planner.screen.schedule.grid.head_painter import HeadPainter
from delegation_planner.screen.schedule.grid.lanes import Block
from delegation_planner.screen.schedule.grid.layer import Layer
from delegation_planner.screen.schedule.grid.overlay import Over, Overlay
from delegation_planner.screen.schedule.grid.pills import Pill, make_pills
from delegation_planner.screen.schedule.grid.scale import (
    HEAD,
    HOUR,
    HOUR_LEAST,
    HOUR_MOST,
    OPENS_AT,
    RULER,
    RULER_WITH_GUEST,
    Box,
    Scale,
)
from delegation_planner.screen.schedule.grid.time_words import clock_at
from delegation_planner.screen.schedule.narrowed import items_left
from delegation_planner.session.plan_session import PlanChanged

SHOWN_KINDS: Final = (ProgrammeItem, Invitation, Participant, Group, Place, Visit, Waiver)
_SLIDE_MS: Final = 150
_NOW_EVERY_MS: Final = 15_000
_ENOUGH: Final = 48  # of an item this much in sight will do
_MARGIN: Final = 24


class GridCanvas(QAbstractScrollArea):
    """Paints head, ruler, ground and items; only what is in sight is looked at.

    Its own state is what is shown: how many days at once, how high an hour is, the guest's clock.
    `looked` tells when one of these has become another.
    """

    looked = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.setFrameShape(QFrame.Shape.NoFrame)
        port = QWidget(self)  # of our own: asking for Qt's makes PySide look through every class of widgets
        port.setMouseTracking(True)
        self.setViewport(port)
        self.verticalScrollBar().setSingleStep(24)
        self.horizontalScrollBar().setSingleStep(40)
        self.book = DayBook(desk.plan, self._left())
        self.marks = desk.marks
        self.shown = Shown(self.book, Faces(desk.plan, desk.words, self.marks), self.marks, self.desk.own_items)
        self.guest = False
        self.scale = Scale(days=self.book.days, fridays=self._fridays())
        fonts = Fonts(desk.theme)
        ground = Ground(desk.theme, desk.words, fonts)
        self._days = DayPainter(desk.theme, ground, BlockPainter(desk.theme, fonts))
        self.overlay = Overlay(desk.theme, fonts, self._days)
        self.heads = HeadPainter(desk.theme, desk.words, fonts)
        self.fonts = fonts
        self._layer = Layer()
        self._known_heads: dict[int, DayHead] = {}
        self._opened = False
        self._slide = QVariantAnimation(self)
        self._slide.setDuration(_SLIDE_MS)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._slide.valueChanged.connect(lambda at: self._jump(round(at.x()), round(at.y())))
        self._clock = QTimer(self)
        self._clock.setInterval(_NOW_EVERY_MS)
        self._clock.timeout.connect(self.viewport().update)
        self._clock.start()
        desk.plan_changed.connect(self._follow_plan)
        desk.judged.connect(self._show_book)
        desk.selection.changed.connect(self._follow_person)
        desk.narrowing.changed.connect(self._follow_narrowing)
        desk.theme.changed.connect(self.renew)

    # What is shown.

    def show_days(self, at_once: int) -> None:
        """So many days fill the width; what was first in sight stays first."""
        column = self.scale.columns_seen().start if self.scale.columns_seen() else 0
        current = self.current_block()
        self._rescale(at_once=max(1, at_once))
        if current is not None:
            column = self.book.days.index(current.day)
        self._jump(round(self.scale.column_x(column)), self.scale.top)

    def zoom_by(self, factor: float, about_y: float | None = None) -> None:
        """Hours so many times as high; the minute at that height of the view (else in its middle) stays there."""
        y = (HEAD + self.scale.height) / 2 if about_y is None else about_y
        zoomed = self.scale.zoomed(self.scale.hour * factor, y)
        self._rescale(hour=zoomed.hour)
        self._jump(self.scale.left, zoomed.top)

    def zoom_to(self, hour: float) -> None:
        """An hour so many pixels high."""
        self.zoom_by(hour / self.scale.hour)

    def zoom_back(self) -> None:
        """The usual height of an hour."""
        self.zoom_to(HOUR)

    def zoom_to_fit(self) -> None:
        """From the first start to the last end of the days in sight, on one page."""
        blocks = [
            block for column in self.scale.columns_seen() for block in self.book.day(self.scale.days[column]).blocks
        ]
        tops = [block.top for block in blocks if block.top > 0] or [OPENS_AT]
        bottoms = [block.bottom for block in blocks if block.bottom < DAY] or [DAY]
        first, last = max(min(tops) - 20, 0), min(max(bottoms) + 20, DAY)
        hour = self.scale.page_height * 60 / max(last - first, 60)
        self._rescale(hour=min(max(hour, HOUR_LEAST), HOUR_MOST))
        self._jump(self.scale.left, round(self.scale.y_of(first)))

    def show_guest_clock(self, *, shown: bool) -> None:
        """A second ruler with the hours at the guest's home."""
        self.guest = shown
        self._rescale(ruler=RULER_WITH_GUEST if shown else RULER)

    # What is in sight.

    def blocks_in_sight(self) -> list[tuple[Block, Box]]:
        """The blocks of which a part is seen, with their boxes in the view, day by day from the top."""
        scale, found = self.scale, []
        for column in scale.columns_seen():
            for block, box in self._days.placed(scale, self.book, column).blocks:
                if box.meets(scale.page):
                    found.append((block, box.moved(*scale.origin)))
        return found

    def first_in_sight(self) -> Block | None:
        """The first block that begins in sight, else any in sight, else any at all."""
        seen = self.blocks_in_sight()
        begins = (block for block, box in seen if box.y >= HEAD)
        everywhere = (block for day in self.book.days for block in self.book.day(day).blocks)
        return next(begins, seen[0][0] if seen else next(everywhere, None))

    def current_block(self) -> Block | None:
        """The block of the item chosen last; of one in several days that in sight."""
        chosen = self.desk.selection.of(ProgrammeItem)
        blocks = self.book.blocks_of(chosen[-1]) if chosen else ()
        seen = {self.scale.days[column] for column in self.scale.columns_seen()}
        return next((block for block in blocks if block.day in seen), blocks[0] if blocks else None)

    def box_of(self, block: Block) -> Box:
        """Where a block lies in the view."""
        return self.scale.box(self.scale.days.index(block.day), block).moved(*self.scale.origin)

    def pills(self) -> Iterator[Pill]:
        """What leads to the items out of sight, column by column."""
        for column in self.scale.columns_seen():
            earlier = self._days.count_earlier(self.scale, self.book, column)
            later = self._days.count_later(self.scale, self.book, column)
            if earlier or later:
                yield from make_pills(self.desk.words, self.fonts, self.scale, column, earlier, later)

    def follow_pill(self, pill: Pill) -> None:
        """Scroll to the nearest item that it counts."""
        placed = self._days.placed(self.scale, self.book, pill.column)
        page = self.scale.page
        if pill.way == "later":
            below = [box for _, box in placed.blocks if box.y >= page.bottom - 6]
            self.scroll_to(self.scale.left, round(min(below, key=lambda box: box.y).bottom - page.height + _MARGIN))
        else:
            above = [box for _, box in placed.blocks if box.bottom <= page.y + 6]
            self.scroll_to(self.scale.left, round(max(above, key=lambda box: box.bottom).y - _MARGIN))

    # Scrolling.

    def show_block(self, block: Block) -> None:
        """Scroll until enough of a block is in sight; not at all if it is."""
        scale = self.scale
        box = scale.box(scale.days.index(block.day), block)
        page = scale.page
        left, top = scale.left, scale.top
        if box.x < page.x or box.right > page.right:
            column = scale.column_box(scale.days.index(block.day))
            left = round(column.x if box.x < page.x else column.right - page.width)
        if min(box.bottom, page.bottom) - max(box.y, page.y) < min(box.height - 1, _ENOUGH):
            above = round(box.y) - _MARGIN
            top = above if box.y < page.y else min(above, round(box.bottom - page.height) + 2 * _MARGIN)
        if (left, top) != (scale.left, scale.top):
            self.scroll_to(left, top)

    def scroll_to(self, left: int, top: int) -> None:
        """Slide there, or jump where the system's animations are off."""
        self._slide.stop()
        left = min(max(left, 0), self.horizontalScrollBar().maximum())
        top = min(max(top, 0), self.verticalScrollBar().maximum())
        animated = self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, self) > 0
        if animated and self.isVisible():
            self._slide.setStartValue(QPointF(self.scale.left, self.scale.top))
            self._slide.setEndValue(QPointF(left, top))
            self._slide.start()
        else:
            self._jump(left, top)

    def scroll_by(self, dx: int, dy: int) -> bool:
        """Scroll at once; whether anything moved."""
        before = self.scale.left, self.scale.top
        self._jump(self.scale.left + dx, self.scale.top + dy)
        return (self.scale.left, self.scale.top) != before

    def stay_on_screen(self, pixels: int) -> None:
        """The view has sunk by so much and was scrolled by as much: a slide goes on to what it would have reached."""
        if self._slide.state() == QVariantAnimation.State.Running:
            goal = self._slide.endValue()
            self.scroll_to(round(goal.x()), round(goal.y()) + pixels)

    def _jump(self, left: int, top: int) -> None:
        self.horizontalScrollBar().setValue(left)
        self.verticalScrollBar().setValue(top)

    # Following.

    def renew(self) -> None:
        """Paint everything anew."""
        self._layer.renew()
        self._known_heads.clear()
        self.viewport().update()

    def _follow_plan(self, told: PlanChanged) -> None:
        if told.changes.touch(*SHOWN_KINDS):
            left = self._left()
            same = left == self.book.left
            self.book = self.book.following(told.plan, told.changes) if same else DayBook(told.plan, left)
            self._show_book()

    def _follow_narrowing(self) -> None:
        self.book = DayBook(self.desk.plan, self._left())
        self._show_book()

    def _left(self) -> frozenset[Id] | None:
        return items_left(self.desk.plan, self.desk.index, self.desk.narrowing.narrowed)

    def _follow_person(self) -> None:
        own_items = self.desk.own_items
        if own_items != self.shown.own_items:
            self.shown = self.shown._replace(own_items=own_items)
            self.renew()

    def _show_book(self) -> None:
        desk = self.desk
        self.marks = desk.marks
        faces = Faces(desk.plan, desk.words, self.marks)
        self.shown = self.shown._replace(book=self.book, faces=faces, marks=self.marks, own_items=self.desk.own_items)
        self._rescale(days=self.book.days, fridays=self._fridays())
        self.renew()

    def _fridays(self) -> frozenset[int]:
        return frozenset(day for day in self.book.days if is_friday(self.desk.plan, day))

    def _now(self) -> int | None:
        """The present minute, while the visit takes place."""
        now = self.book.clock.minute_of(self.desk.now())
        day = now // DAY if now is not None else None
        return now if day in self.book.days and date_shown(self.desk.plan, day or 0) is not None else None

    def _rescale(self, **changed: object) -> None:
        """Another scale; the scroll bars fit it and the grid stays scrolled as far as it can."""
        self.scale = self.scale._replace(**changed)  # type: ignore[arg-type]  # each by its own name
        scale = self.scale
        vertical, horizontal = self.verticalScrollBar(), self.horizontalScrollBar()
        vertical.setPageStep(scale.page_height)
        horizontal.setPageStep(scale.page_width)
        vertical.setRange(0, max(scale.content_height - scale.page_height, 0))
        horizontal.setRange(0, max(scale.content_width - scale.page_width, 0))
        self.scale = scale._replace(left=horizontal.value(), top=vertical.value())
        self.looked.emit()
        self.viewport().update()

    # Painting.

    def over(self) -> Over:
        """What lies over the items."""
        return Over(self.desk.selection.of(ProgrammeItem), focused=self.hasFocus(), now=self._now())

    def chips(self, over: Over) -> list[tuple[int, str]]:
        """The minutes of the day that stand on the ruler, with the colour that fills their chips."""
        return [(over.now % DAY, "now")] if over.now is not None else []

    def paint_last(self, painter: QPainter) -> None:
        """What lies over everything, head and ruler too."""

    def _paint(self, painter: QPainter) -> None:
        scale = self.scale
        picture = self._layer.show(scale, lambda layer, region: self._days.paint(layer, scale, self.shown, region))
        content = QRectF(scale.ruler, HEAD, scale.page_width, scale.page_height)
        painter.drawPixmap(QPointF(scale.snapped(scale.ruler), scale.snapped(HEAD)), picture)
        painter.save()
        painter.setClipRect(content)
        over = self.over()
        self.overlay.paint(painter, scale, self.shown, over, self.pills())
        painter.restore()
        self.heads.paint_heads(painter, scale, {column: self._head(column) for column in scale.columns_seen()})
        chips = self.chips(over)
        places = [scale.y_of(minute) + scale.origin[1] for minute, _ in chips]
        self.heads.paint_ruler(painter, scale, self.book, guest=self.guest, chips=places)
        for (minute, role), y in zip(chips, places, strict=True):
            if HEAD <= y <= scale.height:
                text = clock_at(self.desk.words, minute)
                self.heads.paint_chip(painter, scale, text, y, role)
        self.paint_last(painter)

    def _head(self, column: int) -> DayHead:
        day = self.scale.days[column]
        if day not in self._known_heads:
            now = self._now()
            today = now // DAY if now is not None else None
            self._known_heads[day] = day_head(self.desk.words, self.book, self.marks, self.shown.own_items, today, day)
        return self._known_heads[day]

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        ratio = self.viewport().devicePixelRatioF()
        if ratio != self.scale.ratio:
            self._rescale(ratio=ratio)
        painter = QPainter(self.viewport())
        self._paint(painter)
        painter.end()

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.scale = self.scale._replace(left=self.horizontalScrollBar().value(), top=self.verticalScrollBar().value())
        self.viewport().update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        size = self.viewport().size()
        self._rescale(width=size.width(), height=size.height(), ratio=self.viewport().devicePixelRatioF())
        if not self._opened and size.height() > HEAD + 100:
            self._opened = True
            now = self._now()
            column = self.book.days.index(now // DAY) if now is not None else 0
            self._jump(
                round(self.scale.column_x(column)) if column >= self.scale.at_once else 0,
                round(self.scale.y_of(OPENS_AT)),
            )
