"""The guide for officers, read inside the program."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from delegation_planner.words.words import Words


class GuideWindow(QDialog):
    """Shows our own pages alone; a link that leads out of them is not followed."""

    def __init__(self, parent: QWidget | None, words: Words, first_page: Path) -> None:
        super().__init__(parent)
        self.setWindowTitle(words.say("Guide"))
        self.setModal(False)
        self.resize(760, 720)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        self.pages = QTextBrowser()
        self.pages.setAccessibleName(words.say("Guide"))
        self.pages.setOpenExternalLinks(False)
        self._folder = first_page.parent.resolve()
        row = QHBoxLayout()
        for text, act in ((words.say("Back"), self.pages.backward), (words.say("First page"), self.pages.home)):
            button = QPushButton(text)
            button.setProperty("look", "flat")
            button.setAutoDefault(False)
            button.clicked.connect(act)
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.pages, 1)
        self.pages.setSource(QUrl.fromLocalFile(str(first_page)), QTextDocument.ResourceType.MarkdownResource)
