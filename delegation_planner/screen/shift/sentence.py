"""A sentence with fields in it: a translated message whose placeholders are widgets."""

import re
from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from delegation_planner.screen.labels import plain_label


class FieldSentence(QWidget):
    """The words of a message such as "Move {item} to {day}" with a widget at each placeholder.

    Fields that may grow (their width is not fixed) share the room that is left.
    """

    def __init__(self, message: str, fields: Mapping[str, QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        grows = False
        for at, part in enumerate(re.split(r"\{(\w+)\}", message)):
            if at % 2:
                field = fields[part]
                stretch = 0 if field.minimumWidth() == field.maximumWidth() else 1
                row.addWidget(field, stretch)
                grows = grows or bool(stretch)
            elif part.strip():
                row.addWidget(plain_label(part.strip()), 0, Qt.AlignmentFlag.AlignVCenter)
        if not grows:
            row.addStretch(1)
