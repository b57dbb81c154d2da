"""What the grid paints: pixels where it matters, and that cheap ways of painting show the same as dear ones."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from delegation_planner.plan.plan import Plan
from delegation_planner.resource_files import read_sample
from delegation_planner.screen.schedule.grid.block_painter import BlockPainter, Fonts
from delegation_planner.screen.schedule.grid.faces import Face
from delegation_planner.screen.schedule.grid.layer import bare
from delegation_planner.screen.schedule.grid.pictures import Pictures
from delegation_planner.screen.schedule.grid.scale import HEAD
from delegation_planner.screen.schedule.grid.view import GridView
from delegation_planner.screen.theme import Theme, mixed
from tests.builders import a_plan, a_visit, an_item
from tests.screen.conftest import OpenDesk
from tests.screen.schedule.grid_scenes import a_grid, at, block_of

FACE = Face("meal", "confirmed", "Luncheon", "12:00–13:00", "12:00", "Hall", "9 people")


@pytest.fixture
def pictures(theme: Theme, qapp: QApplication) -> Pictures:
    assert qapp is not None
    return Pictures(BlockPainter(theme, Fonts(theme)), most_pixels=100_000)


def image(view: GridView) -> QImage:
    return view.viewport().grab().toImage()


def colour(view: GridView, day: int, minute: int, dx: int = 60) -> str:
    point = at(view, day, minute, dx)
    return image(view).pixelColor(point).name()


def sample_grid(open_desk: OpenDesk, qtbot: QtBot) -> GridView:
    return a_grid(qtbot, open_desk(read_sample(fixed=True)))


# Pictures of blocks.


def test_a_picture_is_painted_once(pictures: Pictures) -> None:
    first = pictures.picture(FACE, 140, 60, 1.0)
    assert pictures.picture(FACE, 140, 60, 1.0).cacheKey() == first.cacheKey()
    assert pictures.picture(FACE._replace(title="Dinner"), 140, 60, 1.0).cacheKey() != first.cacheKey()
    assert pictures.picture(FACE, 140, 60, 1.5).size() == first.size() * 1.5
    assert (len(pictures), pictures.pixels) == (3, 140 * 60 * 2 + 210 * 90)


def test_pictures_used_least_are_let_go_first(pictures: Pictures) -> None:
    for at_once in range(8):
        pictures.picture(FACE._replace(title=str(at_once)), 200, 100, 1.0)
        pictures.picture(FACE, 100, 100, 1.0)
    assert pictures.pixels <= 100_000
    assert len(pictures) == 5
    before = pictures.pixels
    pictures.picture(FACE, 100, 100, 1.0)
    assert pictures.pixels == before


def middle(pictures: Pictures, face: Face, *, hovered: bool = False) -> QColor:
    picture = pictures.picture(face, 100, 30, 1.0, "body", hovered=hovered).toImage()
    return picture.pixelColor(50, 15)


def test_blocks_are_filled_by_kind_and_state(pictures: Pictures, theme: Theme) -> None:
    tint, pane = theme.tint("meal"), theme.color("pane")
    assert middle(pictures, FACE) == tint
    assert middle(pictures, FACE._replace(status="tentative")) == mixed(tint, pane, 0.45)
    assert middle(pictures, FACE._replace(status="cancelled")) == theme.color("header")
    assert middle(pictures, FACE._replace(kind="signing")) == theme.color("sign")
    assert middle(pictures, FACE._replace(kind="signing", status="tentative")) != theme.color("sign")
    assert middle(pictures, FACE, hovered=True) == mixed(theme.color("ink"), tint, 0.05)


def test_an_internal_block_has_a_folded_corner(pictures: Pictures, theme: Theme) -> None:
    def corner(face: Face) -> QColor:
        return pictures.picture(face, 100, 30, 1.0, "body").toImage().pixelColor(95, 3)

    assert corner(FACE._replace(internal=True)) == theme.color("muted")
    assert corner(FACE) == theme.tint("meal")


def test_the_left_edge_of_a_tentative_block_is_broken(pictures: Pictures, theme: Theme) -> None:
    picture = pictures.picture(FACE._replace(status="tentative"), 100, 60, 1.0, "body").toImage()
    edge = [picture.pixelColor(1, y) == theme.bar("meal") for y in range(9, 54)]
    assert edge == [True, True, True, True, True, True, False, False, False] * 5


def test_a_picture_follows_the_scheme(pictures: Pictures, theme: Theme) -> None:
    light = middle(pictures, FACE)
    theme.use("dark")
    try:
        assert middle(pictures, FACE) == theme.tint("meal") != light
    finally:
        theme.use("light")


# The layer.


@given(
    st.integers(0, 60),
    st.integers(0, 60),
    st.integers(1, 50),
    st.integers(1, 50),
    st.integers(-70, 70),
    st.integers(-70, 70),
)
def test_what_stays_and_what_is_bare_are_the_page(x: int, y: int, w: int, h: int, dx: int, dy: int) -> None:
    page = QRect(x, y, w, h)
    stays = page.translated(dx, dy).intersected(page)
    parts = bare(page, stays) if not stays.isEmpty() else [page]
    area = sum(part.width() * part.height() for part in parts)
    assert area + stays.width() * stays.height() * (not stays.isEmpty()) == page.width() * page.height()
    assert all(page.contains(part) and not part.intersects(stays) for part in parts)


@pytest.mark.parametrize("steps", [(8, 8, 8), (3, -200, 77), (900,)], ids=["down", "up and down", "a page"])
def test_scrolling_shows_what_painting_anew_shows(open_desk: OpenDesk, qtbot: QtBot, steps: tuple[int, ...]) -> None:
    view = sample_grid(open_desk, qtbot)
    view.show_days(3)
    image(view)
    pictures = []
    for step in steps:
        view.scroll_by(step, step)
        pictures.append(image(view))
    scrolled = pictures[-1]
    view.renew()
    assert scrolled == image(view)


def test_an_edit_shows_what_a_new_grid_shows(open_desk: OpenDesk, qtbot: QtBot) -> None:
    desk = open_desk(read_sample(fixed=True))
    view = a_grid(qtbot, desk)
    image(view)
    view.choose([block_of(view, "14").item.id])
    view.rename()
    assert view.field is not None
    view.field.setText("Statement")
    view.setFocus()
    fresh = a_grid(qtbot, desk)
    view.setFocus()
    fresh.setFocus()
    fresh.clearFocus()
    view.clearFocus()
    assert image(view) == image(fresh)


# The view.


def test_words_stick_to_the_top_while_their_block_is_in_sight(open_desk: OpenDesk, qtbot: QtBot) -> None:
    view = a_grid(qtbot, open_desk(a_plan(an_item("01", 1, "06:00", "18:00"))))

    def inked() -> bool:
        picture = image(view).copy(QRect(60, HEAD + 2, 100, 16))
        pixels = (picture.pixelColor(x, y).lightness() for x in range(100) for y in range(16))
        return min(pixels) < 80

    for _ in range(4):
        assert inked()
        view.scroll_by(0, 37)


def test_the_signing_is_solid_and_bands_lie_between_items(open_desk: OpenDesk, qtbot: QtBot, theme: Theme) -> None:
    plan = a_plan(an_item("12", 1, "10:00", "11:00", kind="signing", status="confirmed"))
    view = a_grid(qtbot, open_desk(plan))
    assert colour(view, 1, 10 * 60 + 50) == theme.color("sign").name()
    assert colour(view, 2, 12 * 60 + 20) == theme.color("band").name()
    assert colour(view, 2, 10 * 60 + 50) == theme.color("pane").name()


def test_a_friday_keeps_room_for_prayer(open_desk: OpenDesk, qtbot: QtBot, theme: Theme) -> None:
    visit = a_visit(last_day=2, anchor_date="2017-07-27")
    view = a_grid(qtbot, open_desk(a_plan(visit, an_item("01", 2, "11:00", "14:00"))))
    assert view.scale.fridays == {2}
    box = view.box_of(block_of(view, "01"))
    assert view.scale.width - box.right == 22
    assert colour(view, 2, 12 * 60 + 50, round(view.scale.column_width) - 5) == theme.color("band_friday").name()


def test_dimmed_blocks_let_the_ground_through(open_desk: OpenDesk, qtbot: QtBot, theme: Theme) -> None:
    view = a_grid(qtbot, open_desk(a_plan(an_item("01", 1, "09:00", "11:00", kind="meal", status="confirmed"))))
    assert colour(view, 1, 10 * 60 + 50) == theme.tint("meal").name()
    view.shown = view.shown._replace(own_items=frozenset())
    view.renew()
    assert colour(view, 1, 10 * 60 + 50) == mixed(theme.tint("meal"), theme.color("pane"), 0.34).name()


def during(plan: Plan, open_desk: OpenDesk, qtbot: QtBot) -> GridView:
    desk = open_desk(plan)
    desk.now = lambda: datetime(2017, 7, 24, 4, 8, tzinfo=UTC)
    return a_grid(qtbot, desk)


def test_the_now_line_lies_in_todays_column(open_desk: OpenDesk, qtbot: QtBot, theme: Theme) -> None:
    view = during(a_plan(an_item("01", 1)), open_desk, qtbot)
    line = at(view, 2, 11 * 60 + 8, 60)
    column = image(view).copy(QRect(line.x(), line.y() - 2, 1, 5))
    assert theme.color("now").name() in {column.pixelColor(0, y).name() for y in range(5)}
    other = image(view).copy(QRect(at(view, 3, 0, 60).x(), line.y() - 2, 1, 5))
    assert theme.color("now").name() not in {other.pixelColor(0, y).name() for y in range(5)}
    head = image(view).pixelColor(line.x(), HEAD - 2).name()
    assert head == theme.color("accent").name()


def now_in_row(view: GridView, theme: Theme, minute: int) -> list[int]:
    """Where in the second day the now line is seen, from the left of the day."""
    left, right = at(view, 2, minute, 0), at(view, 3, minute, 0)
    picture, now = image(view), theme.color("now").name()
    return [x - left.x() for x in range(left.x(), right.x()) if picture.pixelColor(x, left.y()).name() == now]


def test_the_now_line_passes_behind_words(open_desk: OpenDesk, qtbot: QtBot, theme: Theme) -> None:
    """Through a title it would look as if the item were cancelled."""
    view = during(a_plan(an_item("12", 2, "11:00", "11:16", title_en="Signing")), open_desk, qtbot)
    face = view.shown.faces.face(block_of(view, "12"))
    words = round(view.fonts.width(face.title, 11, 500))
    seen = now_in_row(view, theme, 11 * 60 + 8)
    assert seen[-1] > 24 + words, "it goes on behind them"
    assert not set(range(24, 24 + words)) & set(seen)


def rows_inked(view: GridView, code: str, first: int, last: int) -> list[int]:
    """In which rows of a block words are seen, counted from the head, left of where a pill may lie."""
    box = view.box_of(block_of(view, code))
    picture = image(view)
    return [
        y - HEAD
        for y in range(HEAD + first, HEAD + last)
        if min(picture.pixelColor(x, y).lightness() for x in range(round(box.x) + 8, round(box.x) + 40)) < 110
    ]


@pytest.mark.parametrize("rest", [35, 44, 80])
def test_words_stand_below_a_pill_however_low_the_block_is(open_desk: OpenDesk, qtbot: QtBot, rest: int) -> None:
    items = an_item("01", 1, "06:00", "07:00"), an_item("02", 1, "08:00", "10:00", title_en="To the Ministry")
    view = a_grid(qtbot, open_desk(a_plan(*items)))
    view.verticalScrollBar().setValue(round(view.scale.y_of(10 * 60)) - rest)
    (pill,) = [pill for pill in view.pills() if pill.way == "earlier" and pill.column == 0]
    assert pill.box.bottom - HEAD <= 20
    assert rows_inked(view, "02", 0, 19) == []
    assert rows_inked(view, "02", 20, rest)


def test_words_that_begin_under_a_pill_are_moved_below_it(open_desk: OpenDesk, qtbot: QtBot) -> None:
    items = an_item("01", 1, "06:00", "07:00"), an_item("02", 1, "08:00", "10:00", title_en="To the Ministry")
    view = a_grid(qtbot, open_desk(a_plan(*items)))
    view.verticalScrollBar().setValue(round(view.scale.y_of(8 * 60)) - 3)
    assert rows_inked(view, "02", 5, 19) == []
    assert rows_inked(view, "02", 20, 40)


def test_a_ring_lets_the_words_of_a_low_neighbour_stand(open_desk: OpenDesk, qtbot: QtBot) -> None:
    items = an_item("12", 1, "11:00", "11:20"), an_item("13", 1, "11:20", "11:30", title_en="Gifts, photograph")
    view = a_grid(qtbot, open_desk(a_plan(*items)))

    def words() -> list[tuple[int, int]]:
        box, picture = view.box_of(block_of(view, "13")), image(view)
        across, down = range(round(box.x) + 20, round(box.x) + 60), range(round(box.y), round(box.bottom))
        return [(x, y) for x in across for y in down if picture.pixelColor(x, y).lightness() < 70]

    alone = words()
    view.choose([items[0].id])
    assert set(alone) <= set(words())


def test_while_dates_are_open_there_is_no_now(open_desk: OpenDesk, qtbot: QtBot) -> None:
    visit = a_visit(dates="window", anchor_date=None, planning_date="2017-07-23")
    assert during(a_plan(visit), open_desk, qtbot).over().now is None


@pytest.mark.parametrize("size", [(200, 120), (738, 560), (1400, 900)])
def test_every_size_is_painted(open_desk: OpenDesk, qtbot: QtBot, size: tuple[int, int]) -> None:
    view = a_grid(qtbot, open_desk(read_sample(fixed=False), "id"), size)
    for days, hour in ((1, 24), (3, 72), (10_000, 288)):
        view.show_days(days)
        view.zoom_to(hour)
        assert not image(view).isNull()
    view.zoom_to_fit()
    assert not image(view).isNull()


def test_an_empty_visit_is_only_ground(open_desk: OpenDesk, qtbot: QtBot) -> None:
    view = a_grid(qtbot, open_desk(a_plan()))
    assert (view.blocks_in_sight(), view.first_in_sight(), list(view.pills())) == ([], None, [])
    assert not image(view).isNull()
