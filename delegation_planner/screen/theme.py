"""The look in use: colours, fonts, icons, and the style sheet of the whole window."""

import sys
from pathlib import Path
from typing import Final, Literal

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPalette
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from delegation_planner.plan.kinds import ItemKind
from delegation_planner.screen.icons import Colour, Drawings, DrawnIcon
from delegation_planner.screen.steps import Steps
from delegation_planner.screen.style_sheet import style_sheet
from delegation_planner.screen.tokens import (
    DARK,
    DARK_CONTRAST,
    FAMILIES,
    KIND_BARS,
    KIND_ICONS,
    LIGHT,
    LIGHT_CONTRAST,
    Tokens,
)

Scheme = Literal["system", "light", "dark"]
SCHEMES: Final[tuple[Scheme, ...]] = ("system", "light", "dark")
TINT: Final = {"light": 0.13, "dark": 0.20}
_OF_LOOKS: Final = frozenset({QEvent.Type.StyleChange, QEvent.Type.FontChange, QEvent.Type.PaletteChange})


class Theme(QObject):
    """Follows the system's light or dark, or the one that was chosen, and its wish for high contrast.

    `changed` tells after colours are others. `changing` tells before, a turn before where a window is seen: all widgets
    that there are by then are styled anew, seen or not, so it is the moment to part with what can be made again.
    """

    changing = Signal()
    changed = Signal()

    def __init__(self, app: QApplication, icons: Path, pictures: Path) -> None:
        """`icons` is the folder of the SVG drawings; `pictures` keeps coloured ones for the style sheet."""
        super().__init__(app)
        self._app = app
        self._drawings = Drawings(icons)
        self._pictures = pictures
        self._icons: dict[tuple[str, str], QIcon] = {}
        self.scheme: Scheme = "system"
        self.tokens: Tokens = LIGHT
        self._dressed = False
        self.dressing = Steps(self)
        """What a window that is seen goes through, in several turns, to get another look."""
        self._held: list[QWidget] = []
        app.setStyle("Fusion")
        app.setFont(self.font())
        self._hints = app.styleHints()
        self._hints.colorSchemeChanged.connect(self._follow_wishes)
        self._hints.accessibility().contrastPreferenceChanged.connect(self._follow_wishes)

    def use(self, scheme: Scheme) -> None:
        """Choose light, dark, or whatever the system has."""
        self.scheme = scheme
        if not self._dressed:
            self._undress()
            self._dress()
        else:
            self._follow_wishes()

    def color(self, role: str) -> QColor:
        """The colour of a role of Tokens."""
        return QColor(getattr(self.tokens, role))

    def bar(self, kind: ItemKind) -> QColor:
        """The bar colour of a kind of item."""
        return QColor(KIND_BARS[kind][self.is_dark])

    def tint(self, kind: ItemKind) -> QColor:
        """The fill of a kind of item: its bar mixed into the pane."""
        return mixed(self.bar(kind), self.color("pane"), TINT[self.tokens.name])

    def icon(self, name: str, role: str = "muted") -> QIcon:
        """An icon in the colour of a role; it follows the scheme by itself."""
        return self._icon(name, role, lambda: getattr(self.tokens, role))

    def kind_icon(self, kind: ItemKind) -> QIcon:
        """The icon of a kind of item in its bar colour."""
        return self._icon(KIND_ICONS[kind], f"kind {kind}", lambda: KIND_BARS[kind][self.is_dark])

    def _icon(self, name: str, key: str, colour: Colour) -> QIcon:
        """The same one each time, kept as long as the look: see DrawnIcon."""
        if (name, key) not in self._icons:
            self._icons[name, key] = QIcon(DrawnIcon(self._drawings, name, colour, lambda: self.tokens.line_strong))
        return self._icons[name, key]

    def font(self, pixels: float = 12, weight: int = 400) -> QFont:
        """The window's font at a size in logical pixels at 96 dpi, with figures of one width."""
        font = QFont()
        font.setFamilies(_families())
        font.setPointSizeF(pixels * 0.75)
        font.setWeight(QFont.Weight(weight))
        font.setFeature(QFont.Tag("tnum"), 1)
        return font

    @property
    def is_dark(self) -> bool:
        """Whether what is written is lighter than what it lies on."""
        return self.tokens.name == DARK.name

    def _wanted(self) -> Tokens:
        dark = self.scheme == "dark"
        if self.scheme == "system":
            dark = self._hints.colorScheme() == Qt.ColorScheme.Dark
        if self._hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
            return DARK_CONTRAST if dark else LIGHT_CONTRAST
        return DARK if dark else LIGHT

    def _follow_wishes(self) -> None:
        if self._wanted() is self.tokens:
            return
        self.changing.emit()
        self.dressing.begin(self._undress, self._dress, self._show)
        if not self._seen():
            self.dressing.finish()

    def _undress(self) -> None:
        """Take the style sheet away: where one follows another, Qt restyles a widget once for each widget around it.

        Nobody is told, so that no list lays itself out, and scrolls, for a look that is not to be seen; and nothing is
        painted before the other look is there.
        """
        self._held = self._seen()
        for window in self._held:
            window.setUpdatesEnabled(False)
        self._app.installEventFilter(self)
        self._app.setStyleSheet("")
        self._app.removeEventFilter(self)

    def _dress(self) -> None:
        self.tokens = self._wanted()
        self._dressed = True
        self._app.setPalette(palette(self.tokens))
        self._app.setStyleSheet(style_sheet(self.tokens, self._picture))
        self.changed.emit()

    def _show(self) -> None:
        from shiboken6 import isValid

        for window in filter(isValid, self._held):
            window.setUpdatesEnabled(True)
        self._held = []

    def _seen(self) -> list[QWidget]:
        return [window for window in self._app.topLevelWidgets() if window.isVisible()]

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        return event.type() in _OF_LOOKS

    def _picture(self, name: str, role: str) -> str:
        """The address of a coloured drawing for the style sheet, which can paint files only."""
        colour: str = getattr(self.tokens, role)
        file = self._pictures / f"{name}-{colour[1:]}.svg"
        if not file.exists():
            self._pictures.mkdir(parents=True, exist_ok=True)
            file.write_bytes(self._drawings.coloured(name, colour).data())
        return file.as_posix()


def palette(tokens: Tokens) -> QPalette:
    """What widgets paint with where the style sheet says nothing."""
    made = QPalette()
    roles = QPalette.ColorRole
    for role, colour in {
        roles.Window: tokens.window,
        roles.WindowText: tokens.ink,
        roles.Base: tokens.pane,
        roles.AlternateBase: tokens.header,
        roles.Text: tokens.ink,
        roles.PlaceholderText: tokens.faint,
        roles.Button: tokens.pane,
        roles.ButtonText: tokens.ink,
        roles.BrightText: tokens.error,
        roles.Highlight: tokens.selected,
        roles.HighlightedText: tokens.ink,
        roles.Link: tokens.accent_text,
        roles.LinkVisited: tokens.accent_text,
        roles.ToolTipBase: tokens.tooltip,
        roles.ToolTipText: tokens.on_tooltip,
        roles.Light: tokens.pane,
        roles.Midlight: tokens.hover,
        roles.Mid: tokens.line_strong,
        roles.Dark: tokens.control,
        roles.Shadow: tokens.line_strong,
        roles.Accent: tokens.accent,
    }.items():
        made.setColor(role, QColor(colour))
    for role in (roles.WindowText, roles.Text, roles.ButtonText, roles.HighlightedText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.faint))
    return made


def mixed(top: QColor, ground: QColor, share: float) -> QColor:
    """A share (0 to 1) of the top colour over the ground."""

    def channel(over: int, under: int) -> int:
        return round(over * share + under * (1 - share))

    return QColor(
        channel(top.red(), ground.red()), channel(top.green(), ground.green()), channel(top.blue(), ground.blue())
    )


def _families() -> list[str]:
    if sys.platform == "darwin":
        return [QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()]
    return list(FAMILIES)
