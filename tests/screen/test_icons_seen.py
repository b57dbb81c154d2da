"""F91: the look changes while the program runs, and every icon is seen on what it lies on."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAccessibilityHints, QColor, QGuiApplication, QIcon, QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenu

from delegation_planner.screen.main_window import MainWindow
from delegation_planner.screen.theme import SCHEMES, mixed
from tests.screen.test_theme import contrast
from tests.screen.windows import a_window

pytestmark = pytest.mark.usefixtures("qtbot")
SIDE = QSize(16, 16)
SEEN = 3.0
"""The ratio that WCAG asks of what is no text."""


def pictures(window: MainWindow) -> Iterator[tuple[str, QImage, QColor]]:
    """Every icon of the window, of its menus and of its labels, and the colour below it."""
    theme = window.around.theme
    for button in window.findChildren(QAbstractButton):
        if not button.icon().isNull() and button.isEnabled() and button.isVisible():
            on_accent = button.property("look") == "main"
            yield (
                button.accessibleName() or button.text(),
                painted(button.icon()),
                theme.color("accent" if on_accent else "pane"),
            )
    for label in window.findChildren(QLabel):
        if not label.pixmap().isNull() and label.isVisible():
            yield f"beside {label.parent()}", label.pixmap().toImage(), theme.color("pane")
    for menu in window.menuBar().findChildren(QMenu):
        for action in menu.actions():
            if not action.icon().isNull():
                yield action.text(), painted(action.icon()), theme.color("pane")


def painted(icon: QIcon) -> QImage:
    return icon.pixmap(SIDE).toImage()


def best(image: QImage, ground: QColor) -> float:
    """The contrast of what stands out most in a picture that lies on this colour."""
    points = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    solid = {(colour.rgb(), round(colour.alphaF(), 2)) for colour in points if colour.alpha()}
    return max((contrast(mixed(QColor(rgb), ground, share), ground) for rgb, share in solid), default=0)


@pytest.mark.parametrize("wish", list(Qt.ContrastPreference))
def test_f91_every_icon_is_seen_after_the_look_has_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wish: Qt.ContrastPreference
) -> None:
    with a_window(tmp_path) as window:
        window.complete()
        monkeypatch.setattr(QAccessibilityHints, "contrastPreference", lambda _: wish)
        QGuiApplication.styleHints().accessibility().contrastPreferenceChanged.emit(wish)
        for scheme in reversed(SCHEMES):
            window.use_look(scheme)
            window.around.theme.dressing.finish()
            QApplication.processEvents()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            unseen = {name for name, image, ground in pictures(window) if best(image, ground) < SEEN}
            assert (scheme, unseen) == (scheme, set())
        assert len(list(pictures(window))) > 40
    monkeypatch.undo()
    QGuiApplication.styleHints().accessibility().contrastPreferenceChanged.emit(Qt.ContrastPreference.NoPreference)
