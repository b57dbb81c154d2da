"""What is known beside a field, with a verb that takes it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from delegation_planner.screen.details.hints import Hint
from delegation_planner.screen.labels import LEAST, WholeLabel


class FieldHint(QWidget):
    """Shows a Hint, or nothing; `taken(hint)` tells that its verb was pressed. `name` is what its field is called."""

    taken = Signal(object)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._hint: Hint | None = None
        self._name = name
        self._sentence = WholeLabel("small", self)
        self.verb = QPushButton(self)
        self.verb.setAccessibleName(name)
        self.verb.setProperty("look", "link")
        self.verb.setMinimumWidth(LEAST)  # long words must not push the form wider than its pane
        self.verb.clicked.connect(lambda: self.taken.emit(self._hint))
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 2, 0, 2)
        column.setSpacing(0)
        column.addWidget(self._sentence)
        column.addWidget(self.verb, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    @property
    def sentence(self) -> str:
        """What it says; empty while it shows nothing."""
        return self._sentence.text()

    def show_hint(self, hint: Hint | None, *, able: bool) -> None:
        """Show a hint, its verb only where something can be changed; None hides it."""
        self._hint = hint
        self._sentence.show_text(hint.text if hint is not None else "")
        self.verb.setText(hint.verb.replace("&", "&&") if hint is not None else "")
        self.verb.setAccessibleName(hint.verb if hint is not None and hint.verb else self._name)
        self.verb.setToolTip(hint.verb if hint is not None else "")
        self.verb.setVisible(able and hint is not None and hint.act is not None)
        self.setVisible(hint is not None)
