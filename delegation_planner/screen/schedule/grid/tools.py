"""The grid's fields in the pane's head: how many days at once, and how high an hour is."""

from math import log
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QSlider, QToolButton, QWidget
from typing_extensions import override

from delegation_planner.screen.fields.choice_field import ChoiceField
from delegation_planner.screen.schedule.grid.grid_verbs import DAYS_AT_ONCE
from delegation_planner.screen.schedule.grid.scale import HOUR, HOUR_LEAST, HOUR_MOST
from delegation_planner.screen.schedule.grid.view import GridView
from delegation_planner.screen.theme import Theme
from delegation_planner.screen.tokens import FIELD

_STEPS: Final = 100
_KNOB: Final = 5


class GridTools(QWidget):
    """A row of fields that follow the view, however it is changed."""

    def __init__(self, view: GridView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        say = view.desk.say
        self.days = ChoiceField([(count, say(name)) for count, name, _ in DAYS_AT_ONCE], self)
        self.days.setAccessibleName(say("Days at once"))
        self.days.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.days.setFixedSize(116, FIELD)
        self.days.committed.connect(view.show_days)
        self.hour = HourSlider(view.desk.theme, self)
        self.hour.setAccessibleName(say("Height of the hours"))
        self.hour.valueChanged.connect(self._zoom)
        self.fit = QPushButton(say("Fit"), self)
        self.fit.setProperty("look", "flat")
        self.fit.setToolTip(view.verbs.fit.text())
        self.fit.clicked.connect(view.zoom_to_fit)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        lower, higher = self._button(view.verbs.zoom_out), self._button(view.verbs.zoom_in)
        for widget in (self.days, lower, self.hour, higher, self.fit):
            row.addWidget(widget)
        view.looked.connect(self.follow)
        self.follow()

    def follow(self) -> None:
        """Show how the view looks now."""
        scale = self._view.scale
        self.days.show_value(scale.at_once)
        if slider_hour(self.hour.value()) != scale.hour:
            blocked = self.hour.blockSignals(True)
            self.hour.setValue(slider_place(scale.hour))
            self.hour.blockSignals(blocked)

    def _zoom(self, place: int) -> None:
        self._view.zoom_to(slider_hour(place))

    def _button(self, action: QAction) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setIconSize(QSize(16, 16))
        button.setFixedSize(FIELD, FIELD)
        button.setAccessibleName(action.text())
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button


def slider_hour(place: int) -> float:
    """The height of an hour at a place of the slider: equal steps make it equally many times as high."""
    return float(HOUR_LEAST * (HOUR_MOST / HOUR_LEAST) ** (place / _STEPS))


def slider_place(hour: float) -> int:
    """The place of the slider for a height of the hour."""
    return round(log(hour / HOUR_LEAST) / log(HOUR_MOST / HOUR_LEAST) * _STEPS)


class HourSlider(QSlider):
    """A thin line with a knob."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.setRange(0, _STEPS)
        self.setPageStep(10)
        self.setValue(slider_place(HOUR))
        self.setFixedSize(64, FIELD)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        colour = self._theme.color
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, room = self.height() / 2, self.width() - 2 * _KNOB - 4
        painter.fillRect(QRectF(2, middle - 1, self.width() - 4, 2), colour("line_strong"))
        x = 2 + _KNOB + room * self.value() / _STEPS
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("muted" if self.isEnabled() else "line_strong"))
        painter.drawEllipse(QPointF(x, middle), _KNOB + 0.5, _KNOB + 0.5)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour("focus"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 4, -1, -4), 5, 5)
        painter.end()
