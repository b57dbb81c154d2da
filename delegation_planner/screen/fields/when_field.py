"""A day of the visit and a time of day, beside each other; for an end, a length may be typed instead."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from delegation_planner.screen.fields.choice_field import ChoiceField
from delegation_planner.screen.fields.clock_field import clock_field
from delegation_planner.screen.fields.line_field import Read
from delegation_planner.screen.fields.typed import Length, read_clock
from delegation_planner.words.words import Words


class WhenField(QWidget):
    """Shows anything with `day` and `clock`; tells `committed((day, clock))` when one of them has changed.

    Where `read` understands lengths, one that was typed is told as it is: `committed(Length)`.
    """

    committed = Signal(object)
    not_understood = Signal(str)

    def __init__(
        self,
        words: Words,
        parent: QWidget | None = None,
        names: tuple[str, str] = ("", ""),
        read: Read = read_clock,
    ) -> None:
        """`names` are what the day and the time are called."""
        super().__init__(parent)
        self.day = ChoiceField((), self)
        self.clock = clock_field(words, self, read=read)
        self.clock.setFixedWidth(64)  # room for "45 min"
        self.day.setAccessibleName(names[0])
        self.clock.setAccessibleName(names[1])
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.day, 1)
        row.addWidget(self.clock)
        self.setFocusProxy(self.day)  # the first of the two: Tab passes over what lies before a stand-in
        self.day.committed.connect(lambda _day: self._tell())
        self.clock.committed.connect(lambda _clock: self._tell())
        self.clock.not_understood.connect(self.not_understood)

    def offer(self, days: Sequence[tuple[int, str]]) -> None:
        """The days that can be chosen, with their names."""
        self.day.offer(days)

    def show_value(self, value: Any) -> None:
        """Show a day and a time."""
        self.day.show_value(value.day)
        self.clock.show_value(value.clock)

    def value(self) -> tuple[int, str] | Length:
        """The day and the time, or the length that was typed."""
        clock = self.clock.value()
        return clock if isinstance(clock, Length) else (self.day.value(), clock)

    def commit(self) -> None:
        """Tell the time if it was typed over."""
        self.clock.commit()

    def revert(self) -> None:
        """Take back what was typed."""
        self.clock.revert()

    def _tell(self) -> None:
        if self.clock.value() is not None and self.day.value() is not None:
            self.committed.emit(self.value())
