"""How a side accepted a text: by which channel, under which number, on which date."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from delegation_planner.plan.kinds import IsoDate
from delegation_planner.screen.details.values import Acceptance
from delegation_planner.screen.fields.line_field import LineField


class AcceptanceField(QWidget):
    """Three lines; tells `committed(Acceptance)` when one of them has changed."""

    committed = Signal(object)
    not_understood = Signal(str)

    def __init__(
        self,
        names: tuple[str, str, str],
        read: Callable[[str], IsoDate | None],
        write: Callable[[IsoDate], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.channel, self.number = LineField(self), LineField(self)
        self.dated = LineField(self, read=read, write=write, empty=None)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for field, name in zip((self.channel, self.number, self.dated), names, strict=True):
            field.setPlaceholderText(name)
            field.setAccessibleName(name)
            field.committed.connect(lambda _value: self.committed.emit(self.value()))
            field.not_understood.connect(self.not_understood)
            column.addWidget(field)
        self.setFocusProxy(self.channel)

    def show_value(self, value: Acceptance) -> None:
        """Show how it was accepted."""
        for field, part in zip((self.channel, self.number, self.dated), value, strict=True):
            field.show_value(part)

    def value(self) -> Acceptance:
        """What stands in the three lines."""
        return Acceptance(self.channel.value(), self.number.value(), self.dated.value())

    def commit(self) -> None:
        """Tell what was typed over."""
        for field in (self.channel, self.number, self.dated):
            field.commit()

    def revert(self) -> None:
        """Take back what was typed."""
        for field in (self.channel, self.number, self.dated):
            field.revert()
