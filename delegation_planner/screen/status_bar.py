"""The status bar: whether all is saved, how much there is, and what time it is here and at home."""

from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QLabel, QStatusBar

from delegation_planner.plan.document import Document
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.screen.desk import Desk
from delegation_planner.screen.host_time import at_host, host_moment
from delegation_planner.screen.labels import plain_label
from delegation_planner.words.dates import clock, short_date, zone_city, zone_label

if TYPE_CHECKING:
    from datetime import datetime

TICK_MS: Final = 15_000


class StatusBar(QStatusBar):
    """Follows the plan and the clock."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._saved_at: datetime | None = None
        self.setSizeGripEnabled(False)
        self._saved_icon, self.saved = plain_label(), plain_label()
        self.counts = plain_label()
        self._clock_icons = [plain_label(), plain_label()]
        self.clocks = [plain_label(), plain_label()]
        self.addWidget(self._saved_icon)
        self.addWidget(self.saved, 1)
        self.addPermanentWidget(self.counts)
        for icon, label in zip(self._clock_icons, self.clocks, strict=True):
            self.addPermanentWidget(icon)
            self.addPermanentWidget(label)
        desk.theme.changed.connect(self.follow)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._show_clocks)
        self._timer.start(TICK_MS)
        self.follow()

    def saved_now(self) -> None:
        """An edit has just reached the disk."""
        self._saved_at = self._desk.now()
        self.follow()

    def follow(self) -> None:
        """Say what is so now."""
        self._show_saved()
        self._show_counts()
        self._show_clocks()

    def _show_saved(self) -> None:
        words, theme, at, tip = self._desk.words, self._desk.theme, self._saved_at, ""
        if self._desk.read_only:
            text, icon = words.say("Read only"), theme.icon("lock")
        elif at is None:
            text, icon = words.say("All changes are saved"), theme.icon("check", "ok")
        else:
            visit = self._desk.plan.visit
            text = words.say("All changes saved {clock}", clock=clock(words, at_host(visit, at)))
            icon, tip = theme.icon("check", "ok"), host_moment(words, visit, at)
        self.saved.setText(text)
        self.saved.setToolTip(tip)
        self._picture(self._saved_icon, icon)

    def _show_counts(self) -> None:
        words, plan = self._desk.words, self._desk.plan
        said = (
            words.say_many("{count} item", "{count} items", len(plan.table(ProgrammeItem))),
            words.say_many("{count} person", "{count} people", len(plan.table(Participant))),
            words.say_many("{count} document", "{count} documents", len(plan.table(Document))),
        )
        self.counts.setText(" · ".join(said))

    def _show_clocks(self) -> None:
        visit = self._desk.plan.visit
        zones = dict.fromkeys((visit.host_zone, visit.guest_zone))
        for number, (icon, label) in enumerate(zip(self._clock_icons, self.clocks, strict=True)):
            shown = number < len(zones)
            icon.setVisible(shown)
            label.setVisible(shown)
            if shown:
                self._show_clock(label, list(zones)[number])
                self._picture(icon, self._desk.theme.icon("clock"))

    def _show_clock(self, label: QLabel, zone: str) -> None:
        words = self._desk.words
        try:
            there = self._desk.now().astimezone(ZoneInfo(zone))
        except (ZoneInfoNotFoundError, ValueError, OSError):
            label.setText(zone)
            return
        city = zone_city(zone)
        label.setText(f"{city} {clock(words, there)}")
        label.setToolTip(f"{short_date(words, there.date())}, {zone_label(words, there)}")

    def _picture(self, label: QLabel, icon: QIcon) -> None:
        label.setPixmap(icon.pixmap(QSize(14, 14), self.devicePixelRatioF()))
