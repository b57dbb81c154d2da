"""The strip below the head of the schedule while it is narrowed: each part of the filter, and how much is left."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from delegation_planner.screen.desk import Desk
from delegation_planner.screen.labels import plain_label
from delegation_planner.screen.schedule.narrowed import Part, counted, counted_crossing, parts
from delegation_planner.screen.tokens import BANNER

CHIP_AT_LEAST = 120
_BESIDE_WORDS = 44  # the cross, and what is free around words and cross
_AFTER_WORDS = "\N{NO-BREAK SPACE}\N{LEFT-TO-RIGHT MARK}"  # keeps the cross off them


class FilterStrip(QWidget):
    """A chip for each part, which takes it off; hidden while nothing is narrowed.

    `count_for` says whether the view that is shown crosses people and items.
    """

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._crossing = False
        frame = QFrame(self)
        frame.setProperty("look", "bannerInfo")
        frame.setFixedHeight(BANNER)
        row = QHBoxLayout(frame)
        row.setContentsMargins(8, 0, 4, 0)
        row.setSpacing(8)
        self._chips = QHBoxLayout()
        self._chips.setSpacing(4)
        row.addLayout(self._chips)
        self.count = plain_label()
        self.count.setMinimumWidth(40)
        row.addWidget(self.count, 1)
        self.clear = QPushButton(desk.say("Show all"), frame)
        self.clear.clicked.connect(lambda _checked=False: desk.narrowing.clear())
        row.addWidget(self.clear)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 0, 4, 4)
        column.addWidget(frame)
        self._shown: tuple[Part, ...] = ()
        self.chips: list[QPushButton] = []
        desk.narrowing.changed.connect(self.follow)
        desk.plan_changed.connect(self.follow)
        self.follow()

    def follow(self) -> None:
        """Say what is so now."""
        desk = self._desk
        found = parts(desk.words, desk.plan, desk.narrowing.narrowed)
        if found != self._shown:
            self._shown = found
            self._remake_chips()
        self.setVisible(bool(found))
        if found:
            self.count.setText(self._count())
            self.count.setToolTip(self.count.text())
            self._fit()

    def count_for(self, *, crossing: bool) -> None:
        """Count people and items apart, or items alone."""
        self._crossing = crossing
        self.follow()

    def _count(self) -> str:
        desk = self._desk
        narrowed = desk.narrowing.narrowed
        if self._crossing:
            return counted_crossing(desk.words, desk.plan, narrowed)
        return counted(desk.words, desk.plan, desk.index, narrowed)

    def _remake_chips(self) -> None:
        """The keyboard stays in the strip where it was in a chip that goes."""
        had_keyboard = any(chip.hasFocus() for chip in self.chips)
        for chip in self.chips:
            self._chips.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = [self._chip(part) for part in self._shown]
        for chip in self.chips:
            self._chips.addWidget(chip)
        self._fit()
        if had_keyboard and self.chips:
            self.chips[0].setFocus()

    def _fit(self) -> None:
        """The words of the chips as far as the strip has room for all of them beside the count."""
        if not self.chips:
            return
        self.chips[0].ensurePolished()  # its letters are heavier than those of a bare button
        metrics = self.chips[0].fontMetrics()
        words = [part.words + _AFTER_WORDS for part in self._shown]
        needed = [metrics.horizontalAdvance(each) + _BESIDE_WORDS for each in words]
        beside = self.clear.sizeHint().width() + self.count.sizeHint().width() + 48
        share = max((self.width() - beside) // len(needed) - 4, CHIP_AT_LEAST)
        spare = sum(max(share - each, 0) for each in needed)
        longer = sum(each > share for each in needed)
        share += spare // longer if longer else 0
        for chip, each, room in zip(self.chips, words, needed, strict=True):
            chip.setMaximumWidth(min(room, share))
            cut = metrics.elidedText(each, Qt.TextElideMode.ElideRight, share - _BESIDE_WORDS)
            shown = each if room <= share else cut
            chip.setText(shown.replace("&", "&&"))

    def _chip(self, part: Part) -> QPushButton:
        desk = self._desk
        chip = QPushButton(self)
        chip.setProperty("look", "compact")
        chip.setIcon(desk.theme.icon("close"))
        chip.setIconSize(QSize(12, 12))
        chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the cross stands after the words
        said = desk.say("Take off this filter: {name}", name=part.words)
        chip.setAccessibleName(said)
        chip.setToolTip(said)
        chip.clicked.connect(lambda _checked=False: desk.narrowing.become(desk.narrowing.narrowed.without(part)))
        return chip

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
