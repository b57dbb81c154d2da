"""The colours can be told apart by those who see badly, and every drawing is there."""

import gc
import re
import weakref
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessibilityHints, QColor, QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from delegation_planner.plan.kinds import ITEM_PROPERTIES, ItemKind
from delegation_planner.resource_files import icons_folder
from delegation_planner.screen.actions import VERBS
from delegation_planner.screen.style_sheet import style_sheet
from delegation_planner.screen.theme import TINT, Scheme, mixed
from delegation_planner.screen.tokens import (
    DARK,
    DARK_CONTRAST,
    KIND_BARS,
    KIND_ICONS,
    LIGHT,
    LIGHT_CONTRAST,
    Tokens,
)
from tests.screen.desks import a_theme

CONTRASTS = {LIGHT: 4.5, DARK: 4.5, LIGHT_CONTRAST: 7, DARK_CONTRAST: 7}
"""The least ratio for texts: AA, and AAA where the system asks for high contrast."""
SCHEMES = pytest.mark.parametrize("tokens", CONTRASTS, ids=["light", "dark", "light contrast", "dark contrast"])
GROUNDS = ("pane", "window", "selected", "header", "hover")


def contrast(one: QColor, other: QColor) -> float:
    """WCAG 2.1's ratio of relative luminances."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: QColor) -> float:
    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF())


@SCHEMES
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("role", ["ink", "muted", "accent_text", "error", "warning", "ok", "info"])
def test_text_is_legible_wherever_it_lies(tokens: Tokens, role: str, ground: str) -> None:
    assert contrast(QColor(getattr(tokens, role)), QColor(getattr(tokens, ground))) >= CONTRASTS[tokens]


@SCHEMES
@pytest.mark.parametrize(
    ("role", "ground"),
    [
        ("on_accent", "accent"), ("on_sign", "sign"), ("on_tooltip", "tooltip"), ("error", "error_back"),
        ("warning", "warning_back"), ("ink", "accent_soft"), ("ink", "warning_back"), ("ink", "error_back"),
        ("faint", "pane"), ("faint", "window"),
    ],
)  # fmt: skip
def test_text_on_fills_is_legible(tokens: Tokens, role: str, ground: str) -> None:
    assert contrast(QColor(getattr(tokens, role)), QColor(getattr(tokens, ground))) >= CONTRASTS[tokens]


@SCHEMES
@pytest.mark.parametrize("ground", ["pane", "window"])
@pytest.mark.parametrize("role", ["control", "focus"])
def test_the_edge_of_a_control_is_seen(tokens: Tokens, role: str, ground: str) -> None:
    assert contrast(QColor(getattr(tokens, role)), QColor(getattr(tokens, ground))) >= 3


@SCHEMES
@pytest.mark.parametrize("kind", ITEM_PROPERTIES)
def test_a_kind_is_legible_on_its_tint(tokens: Tokens, kind: ItemKind) -> None:
    bar = QColor(KIND_BARS[kind][tokens.name == "dark"])
    tint = mixed(bar, QColor(tokens.pane), TINT[tokens.name])
    assert contrast(bar, tint) >= 4.5


def test_every_kind_has_a_colour_and_a_drawing() -> None:
    assert set(KIND_BARS) == set(KIND_ICONS) == set(ITEM_PROPERTIES)
    drawn = {path.stem for path in icons_folder().glob("*.svg")}
    assert {*KIND_ICONS.values(), *(verb.icon for verb in VERBS.values() if verb.icon)} - drawn == set()


@pytest.mark.parametrize("path", sorted(icons_folder().glob("*.svg")), ids=lambda path: path.stem)
def test_a_drawing_is_of_one_box_and_takes_its_colour(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert 'viewBox="0 0 16 16"' in text
    assert path.stem == "planner" or set(re.findall(r'(?:stroke|fill)="([^"]+)"', text)) <= {"currentColor", "none"}


@SCHEMES
def test_the_style_sheet_knows_all_its_colours(tokens: Tokens) -> None:
    text = style_sheet(tokens, lambda name, role: f"{name}.{role}")
    assert "$" not in text
    assert text.count("{") == text.count("}")


class Pane:
    """Holds icons and itself, as closed panes do."""

    def __init__(self, *icons: QIcon) -> None:
        self.icons = icons
        self.itself = self


def test_icons_outlive_the_garbage_that_held_them(tmp_path: Path, qtbot: QtBot) -> None:
    theme = a_theme(tmp_path)
    buttons = [QPushButton() for _ in range(2)]
    for button in buttons:
        qtbot.addWidget(button)
    pane = Pane(theme.icon("attach"), theme.kind_icon("arrival"))
    for button, icon in zip(buttons, pane.icons, strict=True):
        button.setIcon(icon)
    gone = weakref.ref(pane)
    del pane, icon
    gc.collect()
    assert gone() is None
    for button in buttons:
        drawn = button.icon().pixmap(QSize(16, 16)).toImage()
        assert any(drawn.pixelColor(x, y).alpha() for x in range(16) for y in range(16))


def test_icons_follow_the_look(tmp_path: Path, qtbot: QtBot) -> None:
    theme = a_theme(tmp_path)
    icon = theme.icon("dot", "ink")
    assert icon.pixmap(QSize(16, 16)).toImage().pixelColor(8, 8) == QColor(LIGHT.ink)
    theme.use("dark")
    assert icon.pixmap(QSize(16, 16)).toImage().pixelColor(8, 8) == QColor(DARK.ink)
    theme.use("light")
    assert qtbot is not None


@pytest.mark.usefixtures("qtbot")
@pytest.mark.parametrize(("scheme", "expected"), [("light", LIGHT_CONTRAST), ("dark", DARK_CONTRAST)])
def test_the_wish_for_high_contrast_is_followed_while_the_program_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, scheme: Scheme, expected: Tokens
) -> None:
    theme = a_theme(tmp_path)
    theme.use(scheme)
    usual = theme.tokens
    hints = QGuiApplication.styleHints()
    wish = hints.accessibility().contrastPreferenceChanged
    with monkeypatch.context() as asked:
        asked.setattr(QAccessibilityHints, "contrastPreference", lambda _: Qt.ContrastPreference.HighContrast)
        wish.emit(Qt.ContrastPreference.HighContrast)
        assert theme.tokens is expected
    wish.emit(Qt.ContrastPreference.NoPreference)
    assert theme.tokens is usual
    theme.use("light")


def test_a_window_that_is_seen_shows_nothing_between_two_looks(tmp_path: Path, qtbot: QtBot) -> None:
    theme = a_theme(tmp_path)
    button = QPushButton("Add a person")
    qtbot.addWidget(button)
    button.show()
    theme.use("dark")
    assert button.updatesEnabled()
    QApplication.processEvents()
    assert not button.updatesEnabled()  # the old look is off
    assert theme.tokens is LIGHT
    qtbot.waitUntil(lambda: theme.dressing.is_over)
    assert button.updatesEnabled()
    assert theme.tokens is DARK
    theme.use("light")
    theme.use("dark")
    theme.use("light")
    theme.dressing.finish()
    assert button.updatesEnabled()
    assert theme.tokens is LIGHT
    assert QApplication.palette().window().color() == QColor(LIGHT.window)
