"""The frame of every dialog: a title, a body, and verbs at the right, the main one last."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from delegation_planner.plan.errors import KnownError
from delegation_planner.screen.dialogs.refusal import Refusal
from delegation_planner.screen.dialogs.roomy import RoomyDialog
from delegation_planner.screen.labels import plain_label
from delegation_planner.words.words import Words


class DialogFrame(RoomyDialog):
    """Fill `body`; call `refuse` to show why the main verb cannot be carried out, and stay open."""

    def __init__(self, parent: QWidget | None, words: Words, title: str, verb: str, *, cancel: str = "") -> None:
        super().__init__(parent)
        self.words = words
        self.setWindowTitle(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        column.addWidget(plain_label(title, "dialogTitle", wrap=True))
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        column.addLayout(self.body, 1)
        self.refusal = Refusal(self)
        column.addWidget(self.refusal)
        self._foot = QWidget(self)
        self.buttons = QHBoxLayout(self._foot)
        self.buttons.setContentsMargins(0, 0, 0, 0)
        self.buttons.addStretch(1)
        if cancel:
            self.buttons.addWidget(self._button(cancel, self.reject))
        self.main = self._button(verb, self.carry_out)
        self.main.setProperty("look", "main")
        self.main.setDefault(True)
        self.buttons.addWidget(self.main)
        column.addSpacing(8)
        column.addWidget(self._foot)

    def carry_out(self) -> None:
        """What the main verb does; closes the dialog."""
        self.accept()

    def refuse(self, error: KnownError) -> None:
        """Say why it cannot be done."""
        self.refusal.show_sentence(self.words.error(error))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """The keyboard begins at the top of the dialog, and comes to the verbs last."""
        if not event.spontaneous():
            layout = self.layout()
            assert layout is not None
            layout.removeWidget(self._foot)
            self._foot.setParent(None)
            layout.addWidget(self._foot)
            self._foot.show()
            self.focusNextChild()
        super().showEvent(event)

    def _button(self, text: str, act: object) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.clicked.connect(act)
        return button


def form() -> QFormLayout:
    """Labels in muted left, fields right, all of one height."""
    layout = QFormLayout()
    layout.setHorizontalSpacing(12)
    layout.setVerticalSpacing(8)
    layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    return layout


def add_field(layout: QFormLayout, label: str, field: QWidget) -> None:
    """A field and its label, which is also what the field is called."""
    text: QLabel = plain_label(label, "fieldLabel")
    text.setBuddy(field)
    text.setMinimumHeight(28)
    field.setAccessibleName(label)
    layout.addRow(text, field)
