"""The guide for officers, read inside the program."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QEvent, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QTextBrowser, QVBoxLayout, QWidget
from typing_extensions import override

from delegation_planner.words.words import Words

RATIO: Final = 2
"""Pixels of the pictures for each one that is shown: sharp also on a screen that enlarges."""
DARK: Final = "-dark"
"""The end of the name of a picture of the dark window."""


class GuideWindow(QDialog):
    """Shows our own pages alone; a link that leads out of them is not followed."""

    def __init__(self, parent: QWidget | None, words: Words, first_page: Path) -> None:
        super().__init__(parent)
        self.setWindowTitle(words.say("Guide"))
        self.setModal(False)
        self.resize(760, 720)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        self.pages = _Pages(self)
        self.pages.setAccessibleName(words.say("Guide"))
        self.pages.setOpenExternalLinks(False)
        self._first = QUrl.fromLocalFile(str(first_page))
        self._folder = first_page.parent.resolve()
        row = QHBoxLayout()
        self.back = self._button(words.say("Back"), self.pages.backward)
        self.home = self._button(words.say("First page"), self.pages.home)
        row.addWidget(self.back)
        row.addWidget(self.home)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.pages, 1)
        self.pages.backwardAvailable.connect(self.back.setEnabled)
        self.pages.sourceChanged.connect(lambda page: self.home.setEnabled(page != self._first))
        self.back.setEnabled(False)
        self.pages.setSource(self._first, QTextDocument.ResourceType.MarkdownResource)

    def _button(self, text: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(text, self)
        button.setProperty("look", "flat")
        button.setAutoDefault(False)
        button.clicked.connect(act)
        return button


class _Pages(QTextBrowser):
    """Shows pictures of the dark window where the window is dark."""

    _shown_dark = False

    def _is_dark(self) -> bool:
        return self.palette().base().color().lightness() < 128

    @override
    def loadResource(self, type: int, name: QUrl | str) -> Any:
        file = Path(QUrl(name).toLocalFile())
        if type != QTextDocument.ResourceType.ImageResource or not file.is_file():
            return super().loadResource(type, name)
        self._shown_dark = self._is_dark()
        dark = file.with_stem(f"{file.stem}{DARK}")
        picture = QImage(str(dark if self._shown_dark and dark.is_file() else file))
        picture.setDevicePixelRatio(RATIO)
        return picture

    @override
    def changeEvent(self, e: QEvent) -> None:
        super().changeEvent(e)
        if e.type() == QEvent.Type.PaletteChange and self._is_dark() != self._shown_dark:
            self._shown_dark = self._is_dark()
            self.reload()
