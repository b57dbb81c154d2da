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
    standing_words,
    title_words,
)
from delegation_planner.screen.labels import OneLine, plain_label
from delegation_planner.screen.names import person_name
from delegation_planner.screen.theme import Theme
from delegation_planner.session.store import Label

_LINE = 22


class ReadinessLine(QWidget):
    """Where a thing stands, what it is, and the verb that leads there."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._act: Callable[[], None] | None = None
        self.mark = StandingMark(theme, self)
        self.shown = OneLine(self)
        self.button = QPushButton(self)
        self.button.setProperty("look", "link")
        self.button.setFixedHeight(_LINE)
        self.button.clicked.connect(self._go)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.mark)
        row.addWidget(self.shown, 1)
        row.addWidget(self.button)

    def show_line(
        self, text: str, said: str, standing: Standing, verb: str, act: Callable[[], None] | None, kept: str = ""
    ) -> None:
        """Show another line; `said` is the whole of a text that has been made short, `kept` the end never to be cut."""
        self._act = act
        self.mark.show_standing(standing)
        self.shown.show_text(text, kept)
        self.shown.setToolTip(said)
        self.button.setVisible(act is not None)
        self.button.setText(verb)
        self.button.setAccessibleName(f"{verb}: {said}")
        self.show()

    def _go(self) -> None:
        if self._act is not None:
            self._act()


class ReadinessView(QWidget):
    """Hidden for what is not to be signed. `asked_for(kind, id, field)` tells where somebody wants to go."""

    asked_for = Signal(object, str, str)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)  # without one it would be a window of its own until its form is made
        self._desk = desk
        self._readiness = Readiness(())
        self._unfolded = False
        self._made: list[ReadinessLine] = []
        self._used = 0
        self.title = OneLine(self)
        self.title.setProperty("look", "heading")
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
        return [line.shown.text() for line in self._made[: self._used]]

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
        self.title.show_text(title_words(words, readiness))
        self.count.setText(count_words(words, readiness))
        self.bar.setAccessibleName(meter_words(words, readiness))
        said = {one: need_words(words, plan, one) for one in readiness.requirements}
        self.bar.setAccessibleDescription("\n".join(said.values()))
        self.bar.show_segments(tuple((one.standing, said[one]) for one in readiness.requirements))
        self._used = 0
        for one in readiness.open:
            self._add_need(one, said[one])
        if readiness.done:
            verb = words.say("Hide") if self._unfolded else words.say("Show")
            done = done_words(words, readiness)
            self._add_line(done, done, "done", verb, self._fold)
        for one in readiness.done if self._unfolded else ():
            self._add_need(one, said[one])
        for line in self._made[self._used :]:
            line.hide()

    def _add_need(self, one: Requirement, said: str) -> None:
        short = need_words(self._desk.words, self._desk.plan, one, short=True)
        kept = standing_words(self._desk.words, one)
        self._add_line(short, said, one.standing, *self._verb(one), kept=kept)

    def _verb(self, one: Requirement) -> tuple[str, "partial[None] | None"]:
        say = self._desk.say
        if one.need == "full_powers" and "none" in one.lacking:
            return say("Add"), None if self._desk.read_only else partial(self.go_to, one)
        return say("Open"), partial(self.go_to, one) if one.document_id or one.item_id else None

    def _fold(self) -> None:
        self._unfolded = not self._unfolded
        self._show(self._readiness)

    def _add_line(
        self, text: str, said: str, standing: Standing, verb: str, act: Callable[[], None] | None, kept: str = ""
    ) -> None:
        """Lines are used again: one that has the keyboard keeps it, and Tab goes through them in their order."""
        if self._used == len(self._made):
            line = ReadinessLine(self._desk.theme, self)
            QWidget.setTabOrder(self._made[-1].button if self._made else self.bar, line.button)
            self._made.append(line)
            self._lines.addWidget(line)
        self._made[self._used].show_line(text, said, standing, verb, act, kept)
        self._used += 1

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
