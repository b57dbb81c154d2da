"""Undo within a field: only while it holds typing of its own; else the keys undo what the plan keeps."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence


def leaves_to_window(event: QEvent, *, can_undo: bool, can_redo: bool) -> bool:
    """Whether the event asks if the field wants the keys of undo or redo, and it has nothing to do with them."""
    if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.ShortcutOverride:
        return False
    return (event.matches(QKeySequence.StandardKey.Undo) and not can_undo) or (
        event.matches(QKeySequence.StandardKey.Redo) and not can_redo
    )
