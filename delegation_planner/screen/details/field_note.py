"""The mark and the words below a field."""

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from delegation_planner.checks.finding import Finding, Severity
from delegation_planner.screen.desk import Desk
from delegation_planner.screen.fields.picking import Pick, several_fit
from delegation_planner.screen.labels import WholeLabel, plain_label
from delegation_planner.screen.waiving import waive_asking
from delegation_planner.words.findings import finding_sentence


class FieldNote(QWidget):
    """The mark and the words below a field; a finding can be waived there."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self.finding: Finding | None = None
        self._mark = plain_label(parent=self)
        self._sentence = WholeLabel("small", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, 0, 2)
        row.setSpacing(6)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self._sentence)
        row.addLayout(column, 1)
        self.waive = QPushButton(desk.say("Waive…"), self)
        self.waive.setProperty("look", "link")
        self.waive.clicked.connect(self._ask)
        column.addWidget(self.waive, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def _ask(self) -> None:
        if self.finding is not None:
            waive_asking(self._desk, self.finding)

    @property
    def sentence(self) -> str:
        """What it says."""
        return self._sentence.text()

    def show_sentence(self, severity: Severity, sentence: str) -> None:
        """Show a sentence with its mark; an empty one hides the note."""
        self.finding = None
        self.waive.hide()
        name = "info" if severity == "note" else severity
        self.setVisible(bool(sentence))
        if sentence:
            self._mark.setPixmap(self._desk.theme.icon(f"mark_{name}", name).pixmap(QSize(14, 14)))
        self._sentence.show_text(sentence)

    def show_finding(self, finding: Finding | None) -> None:
        """Show what was found about the field; None hides the note."""
        if finding is None:
            self.show_sentence("note", "")
            return
        self.show_sentence(finding.severity, finding_sentence(self._desk.words, finding))
        self.finding = finding
        self.waive.setVisible(not self._desk.read_only)


def unfitting(desk: Desk, picks: Iterable[Pick], text: str) -> str:
    """Why a typed text picks none of these, as a sentence."""
    if several_fit(picks, text):
        return desk.say("Several match; choose one from the list.")
    return desk.say("“{text}” is not in the list.", text=text)
