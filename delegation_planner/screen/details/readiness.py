"""How far a signing is from being ready: the meter, a line for each open thing with its verb, the done ones folded."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from delegation_planner.checks.readiness import Readiness, Requirement, Standing, readiness_of_item, readiness_of_text
from delegation_planner.plan.document import Document
from delegation_planner.plan.edits.documents import add_document
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.plan.tables import Row
from delegation_planner.programme.texts import Texts
from delegation_planner.screen.desk import Desk
from delegation_planner.screen.details.readiness_bar import ReadinessBar, StandingMark
from delegation_planner.screen.details.readiness_words import (
    count_words,
    done_words,
    meter_words,
    need_words,
    title_words,
)
from delegation_planner.screen.labels import OneLine, plain_label
from delegation_planner.screen.names import person_name
from delegation_planner.session.store import Label

_LINE = 22


class ReadinessView(QWidget):
    """Hidden for what is not to be signed. `asked_for(kind, id, field)` tells where somebody wants to go."""

    asked_for = Signal(object, str, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._readiness = Readiness(())
        self._unfolded = False
        self.title = plain_label("", "heading")
        self.count = plain_label("", "muted")
        self.bar = ReadinessBar(desk.theme, self)
        self.bar.chosen.connect(lambda at: self.go_to(self._readiness.requirements[at]))
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.count)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.bar)
        column.addLayout(self._lines)

    def show_row(self, row: Row | None) -> None:
        """Show how ready a signing or a text to be signed is; nothing for any other row."""
        plan, found = self._desk.plan, None
        if isinstance(row, ProgrammeItem):
            found = readiness_of_item(plan, row)
        elif isinstance(row, Document):
            found = readiness_of_text(plan, row)
        self.setVisible(found is not None)
        if found is not None:
            self._show(found)

    def lines(self) -> list[str]:
        """What the lines say."""
        items = (self._lines.itemAt(at) for at in range(self._lines.count()))
        lines = (item.widget() for item in items if item is not None)
        return [shown.text() for line in lines if line is not None for shown in line.findChildren(OneLine)]

    def go_to(self, one: Requirement) -> None:
        """Go to the field that is concerned; where full powers have no paper yet, add it."""
        if one.need == "full_powers" and one.person_id is not None and "none" in one.lacking:
            self._add_full_powers(one)
        elif one.document_id is not None:
            self.asked_for.emit(Document, one.document_id, one.field)
        elif one.item_id is not None:
            self.asked_for.emit(ProgrammeItem, one.item_id, one.field)

    def _show(self, readiness: Readiness) -> None:
        words, plan = self._desk.words, self._desk.plan
        self._readiness = readiness
        self.title.setText(title_words(words, readiness))
        self.count.setText(count_words(words, readiness))
        self.bar.setAccessibleName(meter_words(words, readiness))
        said = {one: need_words(words, plan, one) for one in readiness.requirements}
        self.bar.setAccessibleDescription("\n".join(said.values()))
        self.bar.show_segments(tuple((one.standing, said[one]) for one in readiness.requirements))
        self._clear()
        for one in readiness.open:
            self._add_need(one, said[one])
        if readiness.done:
            verb = words.say("Hide") if self._unfolded else words.say("Show")
            done = done_words(words, readiness)
            self._add_line(done, done, "done", verb, self._fold)
        for one in readiness.done if self._unfolded else ():
            self._add_need(one, said[one])

    def _add_need(self, one: Requirement, said: str) -> None:
        short = need_words(self._desk.words, self._desk.plan, one, short=True)
        self._add_line(short, said, one.standing, *self._verb(one))

    def _verb(self, one: Requirement) -> tuple[str, "partial[None] | None"]:
        say = self._desk.say
        if one.need == "full_powers" and "none" in one.lacking:
            return say("Add"), None if self._desk.read_only else partial(self.go_to, one)
        return say("Open"), partial(self.go_to, one) if one.document_id or one.item_id else None

    def _fold(self) -> None:
        self._unfolded = not self._unfolded
        self._show(self._readiness)

    def _clear(self) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            line = item.widget()
            if line is not None:
                line.hide()
                line.deleteLater()

    def _add_line(self, text: str, said: str, standing: Standing, verb: str, act: Callable[[], None] | None) -> None:
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        shown = OneLine(line)
        shown.show_text(text)
        shown.setToolTip(said)
        row.addWidget(StandingMark(self._desk.theme, standing, line))
        row.addWidget(shown, 1)
        if act is not None:
            button = QPushButton(verb, line)
            button.setProperty("look", "link")
            button.setAccessibleName(f"{verb}: {said}")
            button.setFixedHeight(_LINE)
            button.clicked.connect(partial(act))
            row.addWidget(button)
        self._lines.addWidget(line)

    def _add_full_powers(self, one: Requirement) -> None:
        desk = self._desk
        name = person_name(desk.plan, one.person_id, Texts(desk.words.language))
        title = desk.say("Full powers of {name}", name=name)
        changes = add_document(
            desk.plan, title, desk.new_id,
            kind="full_powers", concerns_id=one.document_id, concerns_participant_id=one.person_id,
        )  # fmt: skip
        if desk.edit(Label("add_document", {"name": title}), changes):
            self.asked_for.emit(Document, changes[0].id, "state")
