"""A box of a closed list that cuts what it has no room for with "…", and shows its hint as fields do."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent, QPalette
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter
from typing_extensions import override

_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class ComboBox(QComboBox):
    """For words alone: no icons, nothing to type into. Below a style sheet Qt would cut and colour them wrongly."""

    @override
    def paintEvent(self, e: QPaintEvent) -> None:
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        room = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        chosen = self.currentIndex() >= 0
        text = self.currentText() if chosen else self.placeholderText()
        painter.setPen(self.palette().color(QPalette.ColorRole.Text if chosen else QPalette.ColorRole.PlaceholderText))
        painter.drawText(room, _LEFT, self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width()))
        painter.end()
