"""The strip above the schedule on the days of the visit: what is on, what is next, for the officer on the spot."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from delegation_planner.plan.change import Changes
from delegation_planner.plan.edits.shifting import push_from_actual, running_late
from delegation_planner.plan.kinds import Id
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.programme.texts import Texts
from delegation_planner.screen.desk import Desk
from delegation_planner.screen.labels import plain_label
from delegation_planner.screen.schedule.live.rows import Live, LiveRow, began, ended, live
from delegation_planner.session.store import Label
from delegation_planner.words.dates import amount, wall_clock

TICK_MS: Final = 20_000
MOST: Final = 3
Push = Callable[[Id, int], None]


class LiveStrip(QWidget):
    """Follows the clock and the plan; hidden outside the visit's dates and while somebody has turned it off.

    `push(item id, minutes)` is asked to show what a delay would do to what follows.
    """

    def __init__(self, desk: Desk, push: Push, parent: QWidget) -> None:
        super().__init__(parent)
        self.desk = desk
        self.wanted = True
        self.live: Live | None = None
        self._push = push
        self._texts = Texts(desk.words.language)
        self._shown: object = None
        self._frame = QFrame(self)
        self._frame.setProperty("look", "bannerInfo")
        self._lines = QVBoxLayout(self._frame)
        self._lines.setContentsMargins(12, 4, 6, 4)
        self._lines.setSpacing(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 0, 4, 4)
        column.addWidget(self._frame)
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.follow)
        self._timer.start()
        desk.plan_changed.connect(self.follow)
        desk.theme.changed.connect(self._build)
        self.follow()

    def want(self, *, shown: bool) -> None:
        """Show it on the days of the visit, or not at all."""
        self.wanted = shown
        self.follow()

    def follow(self) -> None:
        """Show what is on now."""
        self.live = live(self.desk.plan, self._texts, self.desk.now()) if self.wanted else None
        self.setVisible(self.live is not None)
        if self.live != self._shown:
            self._build()

    def _build(self) -> None:
        self._shown = self.live
        while (item := self._lines.takeAt(0)) is not None:
            if (line := item.widget()) is not None:
                line.hide()
                line.deleteLater()
        if self.live is None:
            return
        say = self.desk.say
        for row in self.live.on[:MOST]:
            self._lines.addWidget(self._line(say("Now"), row, self._left(row), self._verbs(row)))
        if not self.live.on:
            self._lines.addWidget(self._bare(say("Now"), say("nothing is planned")))
        if len(self.live.on) > MOST:
            more = len(self.live.on) - MOST
            self._lines.addWidget(self._bare("", self.desk.words.say_many("{count} more", "{count} more", more)))
        for row in self.live.next[:1]:
            until = say("in {time}", time=amount(self.desk.words, row.minutes))
            self._lines.addWidget(self._line(say("Next"), row, until, []))

    def _left(self, row: LiveRow) -> str:
        say, words = self.desk.say, self.desk.words
        if row.minutes < 0:
            return say("should have ended {time} ago", time=amount(words, row.minutes))
        return say("{time} left", time=amount(words, row.minutes))

    def _verbs(self, row: LiveRow) -> list[tuple[str, Callable[[], object]]]:
        """What can be done about an item that is on: note that it began or ended, push what follows."""
        if self.desk.read_only:
            return []
        say = self.desk.say
        verbs: list[tuple[str, Callable[[], object]]] = []
        late = max(row.late, -row.minutes)
        if late > 0:
            verbs.append((say("Push what follows…"), lambda: self._push(row.item_id, late)))
        if not row.began:
            verbs.append((say("Began"), lambda: self._note(row, began)))
        verbs.append((say("Ended"), lambda: self._note(row, ended)))
        return verbs

    def _note(self, row: LiveRow, note: Callable[..., Changes]) -> None:
        """Write down that it happened just now; one that ended late and is in the way of others asks what to do."""
        desk, at = self.desk, self.desk.now()
        if not desk.edit(Label("edit_item", {"name": row.number}), lambda: note(desk.plan, row.item_id, at)):
            return
        item = desk.plan.find(ProgrammeItem, row.item_id)
        push = push_from_actual(desk.plan, item.id)
        if item.actual_end is not None and (push.pushed or push.blocked):
            self._push(item.id, running_late(item))

    def _bare(self, head: str, text: str) -> QWidget:
        line, row = self._row(head)
        row.addWidget(plain_label(text, "muted"))
        row.addStretch(1)
        return line

    def _line(self, head: str, shown: LiveRow, when: str, verbs: list[tuple[str, Callable[[], object]]]) -> QWidget:
        line, row = self._row(head)
        icon = plain_label()
        icon.setPixmap(self.desk.theme.kind_icon(shown.kind).pixmap(QSize(14, 14), self.devicePixelRatioF()))
        row.addWidget(icon)
        go = QPushButton(f"{shown.number} {shown.title}".replace("&", "&&"), line)
        go.setProperty("look", "link")
        go.clicked.connect(lambda _checked=False: self.desk.selection.choose(ProgrammeItem, [shown.item_id]))
        row.addWidget(go)
        start, end = (wall_clock(self.desk.words, clock) for clock in (shown.start, shown.end))
        place = "" if verbs else shown.place
        about = plain_label(" · ".join(part for part in (f"{start}–{end}", when, place) if part), "muted")
        about.setMinimumWidth(20)
        row.addWidget(about, 1)
        if shown.late > 0:
            running = self.desk.say("Running +{time}", time=amount(self.desk.words, shown.late))
            row.addWidget(plain_label(running, "warning"))
        for verb, act in verbs:
            button = QPushButton(verb, line)
            button.clicked.connect(lambda _checked=False, act=act: act())
            row.addWidget(button)
        return line

    def _row(self, head: str) -> tuple[QWidget, QHBoxLayout]:
        line = QWidget(self._frame)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        name = plain_label(head, "heading")
        name.setFixedWidth(52)
        row.addWidget(name)
        return line, row
