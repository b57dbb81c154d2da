"""What fields paint: text begins at one place in all of them, hints are faint, words without room end in "…"."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QComboBox, QDateEdit, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from delegation_planner.screen.fields.choice_field import ChoiceField
from delegation_planner.screen.fields.line_field import LineField
from delegation_planner.screen.fields.note_field import NoteField
from delegation_planner.screen.fields.pick_field import PickField
from delegation_planner.screen.theme import Scheme
from tests.screen.windows import some_surroundings

BLOCK = "█"
"""A letter that leaves none of its box to the ground."""


@pytest.fixture
def window(tmp_path: Path, qtbot: QtBot) -> QWidget:
    some_surroundings(tmp_path)
    window = QWidget()
    qtbot.addWidget(window)
    return window


def show(window: QWidget, *fields: QWidget) -> None:
    column = QVBoxLayout(window)
    for field in fields:
        column.addWidget(field)
    window.resize(240, 60 * len(fields))
    window.show()
    window.setFocus()
    QApplication.processEvents()


def painted(field: QWidget) -> QImage:
    return field.grab().toImage()


def begins_at(field: QWidget) -> int:
    """The column of the first ink within the field's edge."""
    image = painted(field)
    middle = range(6, image.height() - 6)
    ground = image.pixelColor(5, image.height() // 2).lightness()

    def inked(x: int) -> bool:
        return any(abs(image.pixelColor(x, y).lightness() - ground) > 60 for y in middle)

    return next(x for x in range(5, image.width()) if inked(x))


def filled(field: Any, *, hint: bool) -> QWidget:
    if not hint:
        if isinstance(field, QComboBox):
            field.addItem(BLOCK)
        elif isinstance(field, QDateEdit):
            field.setCalendarPopup(True)
            field.setDisplayFormat(f"'{BLOCK}' d")
        elif isinstance(field, NoteField):
            field.setPlainText(BLOCK)
        else:
            field.setText(BLOCK)
    else:
        field.setPlaceholderText(BLOCK)
    assert isinstance(field, QWidget)
    return field


def editable() -> QComboBox:
    box = QComboBox()
    box.setEditable(True)
    return box


def test_text_begins_at_one_place_in_all_fields(window: QWidget) -> None:
    fields = [
        filled(field, hint=False)
        for field in (
            LineField(), PickField(), ChoiceField([(1, BLOCK)]), NoteField(), editable(), QDateEdit(QDate(2017, 7, 24)),
        )
    ]  # fmt: skip
    show(window, *fields)
    assert [begins_at(field) for field in fields] == [begins_at(fields[0])] * len(fields)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_hint_is_faint_in_every_field(window: QWidget, tmp_path: Path, scheme: Scheme) -> None:
    theme = some_surroundings(tmp_path).theme
    theme.use("dark")
    theme.use(scheme)
    fields = [filled(field, hint=True) for field in (LineField(), QLineEdit(), ChoiceField([]), NoteField())]
    show(window, *fields)
    painted_with = []
    for field in fields:
        image = painted(field)
        painted_with.append(image.pixelColor(begins_at(field) + 2, image.height() // 2).name())
    wanted = QColor(theme.tokens.faint).name()
    theme.use("light")
    theme.dressing.finish()  # a window is seen: the look comes in the next turns
    assert painted_with == [wanted] * len(fields)


def test_a_word_without_room_ends_in_dots(window: QWidget) -> None:
    cut, short = ChoiceField([(1, "Tanggal belum ditetapkan")]), ChoiceField([(1, "Tanggal b…")])
    for field in (cut, short):
        field.show_value(1)
        field.setFixedWidth(short.fontMetrics().horizontalAdvance("Tanggal b…") + 42)
    show(window, cut, short)
    assert painted(cut) == painted(short)


@pytest.mark.parametrize("lines", [1, 11, 12, 13, 40])
def test_a_note_shows_whole_lines_of_its_text_up_to_twelve(window: QWidget, lines: int) -> None:
    note = NoteField()
    note.show_value("\n".join([BLOCK] * lines))
    show(window, note)
    image, high = painted(note), note.fontMetrics().lineSpacing()
    ground = QColor(Qt.GlobalColor.white)
    inked = [image.pixelColor(14, y) != ground for y in range(2, image.height() - 2)]
    assert abs(inked.count(True) - high * min(lines, 12)) <= 1  # the letter is a little higher than its line
    assert note.verticalScrollBar().isVisible() == (lines > 12)
