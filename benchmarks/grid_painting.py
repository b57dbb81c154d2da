"""G11 and G12: the day grid's first paint, and its frames while one scrolls or drags, in large and largest visits."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from statistics import quantiles
from time import perf_counter
from typing import Final

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.grid_scene import GridScene
from benchmarks.measuring import Comparison, Line, Run, in_pairs, timed
from benchmarks.sessions import open_session, plan_file
from benchmarks.visits import HUGE, LARGE, SMALL, TINY, Size
from delegation_planner.resource_files import icons_folder, read_rulebook
from delegation_planner.screen.desk import Desk
from delegation_planner.screen.schedule.grid.view import GridView
from delegation_planner.screen.settings import Settings
from delegation_planner.screen.theme import Theme
from delegation_planner.words.words import ENGLISH

AT_MOST_FIRST_PAINT: Final = 1.5
AT_MOST_OF_SCENE: Final = 1 / 8
AT_MOST_FRAME: Final = 1.5
_SIZE: Final = (1400, 900)
_FRAMES: Final = 60
_NO_KEYS: Final = Qt.KeyboardModifier.NoModifier


def a_desk(folder: Path, size: Size, theme: Theme) -> Desk:
    """A desk as the window has it. What the checks find is known already: all panes share it."""
    desk = Desk(
        open_session(plan_file(folder, size, f"grid {size.items}")),
        words=ENGLISH,
        rulebook=read_rulebook,
        theme=theme,
        settings=Settings(folder / "settings.ini"),
        now=lambda: datetime(2017, 7, 10, 2, 0, tzinfo=UTC),
        open_folder=folder / "open",
    )
    assert desk.marks is not None
    return desk


def first_paint(make: Callable[[], QWidget]) -> Run:
    """A widget made, shown and painted once; taking it down is not timed."""

    def paint() -> QWidget:
        widget = make()
        widget.resize(*_SIZE)
        widget.show()
        QApplication.processEvents()
        return widget

    return timed(paint, after=_take_down)


def _take_down(widget: QWidget) -> None:
    widget.close()
    widget.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def shown(desk: Desk) -> GridView:
    """The grid of a desk, painted once."""
    view = GridView(desk)
    view.resize(*_SIZE)
    view.show()
    QApplication.processEvents()
    return view


def slowest(step: Callable[[], object], view: GridView) -> Run:
    """The time that 19 frames of 20 stay below: each frame is a step and the painting that follows it."""

    def frame() -> float:
        begin = perf_counter()
        step()
        view.viewport().repaint()
        return perf_counter() - begin

    return lambda: quantiles((frame() for _ in range(_FRAMES)), n=20)[-1]


def scrolling(view: GridView) -> Run:
    """Frames of 8 pixels, down and up again."""
    ways = count()
    return slowest(lambda: view.scroll_by(0, 8 if next(ways) // 40 % 2 == 0 else -8), view)


def dragging(view: GridView) -> Run:
    """Frames of a drag over the middle of the view."""
    seen = [box for _, box in view.blocks_in_sight()]
    box = min(seen, key=lambda box: abs(box.y - _SIZE[1] / 3))
    grip = QPointF(box.x + box.width / 2, box.y + box.height / 2)
    view.pointer.press(grip, _NO_KEYS)
    view.pointer.move(grip + QPointF(0, 40), _NO_KEYS)
    steps = count()
    return slowest(lambda: view.pointer.move(grip + QPointF(0, 40 + next(steps) % 60 * 3), _NO_KEYS), view)


def as_dense(size: Size, days: int) -> Size:
    """A visit of fewer days, each as full as those of the visit of this size."""
    return Size(size.people, size.items * days // size.days, days, size.attendances * days // size.days)


def measure(folder: Path, *, quick: bool) -> Iterator[Line]:
    """The grid of the largest visit beside the grid of others, and beside the usual way with all of its items.

    The large visit has 143 items a day and the largest 333, and the grid paints what is in sight. So its first paint is
    also set beside that of a visit with about a tenth of the days, each as full.
    """
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme = Theme(app, icons_folder(), folder / "pictures")
    theme.use("light")
    sizes = (TINY, SMALL) if quick else (LARGE, HUGE)
    few, many = (a_desk(folder, size, theme) for size in sizes)
    runs = 3 if quick else 11
    what = f"{sizes[1].items:,} items"

    pairs = in_pairs(first_paint(lambda: GridView(few)), first_paint(lambda: GridView(many)), runs)
    yield Comparison("G11", f"first paint of {what} beside {sizes[0].items:,}", pairs, AT_MOST_FIRST_PAINT)
    part = as_dense(sizes[1], sizes[1].days // 10 + 1)
    dense = a_desk(folder, part, theme)
    pairs = in_pairs(first_paint(lambda: GridView(dense)), first_paint(lambda: GridView(many)), runs)
    yield Comparison("G11", f"first paint of {what} beside {part.items:,}, as dense", pairs, AT_MOST_FIRST_PAINT)
    dense.close()
    pairs = in_pairs(first_paint(lambda: GridScene(many.plan)), first_paint(lambda: GridView(many)), min(runs, 5))
    yield Comparison("G11", f"first paint of {what} beside QGraphicsView", pairs, AT_MOST_OF_SCENE)

    views = shown(few), shown(many)
    for name, frames in (("8 px scroll", scrolling), ("drag", dragging)):
        pairs = in_pairs(frames(views[0]), frames(views[1]), runs)
        yield Comparison("G12", f"{name} frame of {what} beside {sizes[0].items:,}, p95", pairs, AT_MOST_FRAME)
    for view in views:
        view.pointer.cancel()
        _take_down(view)
    few.close()
    many.close()
