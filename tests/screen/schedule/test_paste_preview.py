"""Pasting a block under real keys: the preview, its columns, one step of undo."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication
from pytestqt.qtbot import QtBot

from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.screen.desk import Desk
from delegation_planner.screen.schedule.paste_preview import PastePreview, paste_into_rundown
from delegation_planner.screen.schedule.pasted_columns import read_table
from tests.builders import a_place, a_plan, a_visit, an_item
from tests.screen.answers import answer
from tests.screen.conftest import OpenDesk
from tests.screen.panes import nameless, rich_labels, shown

CALL = an_item("01", 2, "09:00", "10:00", title_en="Call")
BLOCK = "Day 2\n1\t9:15\t10:15\tCall\n12\t11:00\t11:30\tTea\n13\t25:00\t\tNothing"


@pytest.fixture
def desk(open_desk: OpenDesk) -> Desk:
    return open_desk(a_plan(a_visit(last_day=2), a_place("TEA", name_en="Tea"), CALL))


def preview_of(desk: Desk, text: str, qtbot: QtBot) -> PastePreview:
    dialog = PastePreview(None, desk.words, desk.theme, desk.plan, read_table(text), 1, desk.new_id)
    return shown(qtbot, dialog, 940, 600)


def cells(dialog: PastePreview) -> list[list[str]]:
    model = dialog.table.rows
    return [[model.index(row, column).data() for column in range(1, 6)] for row in range(model.rowCount())]


def titles(desk: Desk) -> dict[str, str]:
    return {row.code: f"{row.start_time} {row.title_en}" for row in desk.plan.rows(ProgrammeItem)}


def test_the_preview_tells_what_each_row_would_do(desk: Desk, qtbot: QtBot) -> None:
    dialog = preview_of(desk, BLOCK, qtbot)
    wrong = "“25:00” is not a time of day. Write it as 9:15 or 0915."
    assert cells(dialog) == [
        ["Day", "", "D2 Mon 24 Jul", "Day 2", ""],
        ["Changed", "01", "D2 Mon 24 Jul 09:15, was 09:00", "Call", ""],
        ["New", "12", "D2 Mon 24 Jul 11:00", "Tea", ""],
        ["Left out", "13", "", "Nothing", wrong],
    ]
    assert dialog.summary.text() == "1 new item · 1 changed item · 1 row left out"
    assert dialog.main.text() == "Paste 2 rows"
    assert (nameless(dialog), rich_labels(dialog)) == ([], [])


def test_a_reason_is_never_cut(desk: Desk, qtbot: QtBot) -> None:
    dialog = preview_of(desk, BLOCK, qtbot)
    for width in (940, 780):
        dialog.resize(width, 600)
        table = dialog.table
        assert table.horizontalScrollBar().maximum() == 0
        metrics = QFontMetrics(desk.theme.font(12))
        index = table.rows.index(3, table.rows.columnCount() - 1)
        cell = table.visualRect(index)
        needed = metrics.boundingRect(
            QRect(0, 0, cell.width() - 14, 1000), int(Qt.TextFlag.TextWordWrap), index.data()
        )  # fmt: skip
        assert needed.width() <= cell.width() - 14
        assert needed.height() < cell.height() < needed.height() + 20


def test_another_meaning_of_a_column_is_read_at_once(desk: Desk, qtbot: QtBot) -> None:
    dialog = preview_of(desk, BLOCK, qtbot)
    title = dialog.choices[3]
    title.setCurrentIndex(title.findData("remarks"))
    title.commit()
    assert dialog.agreed.count("new") == 0
    assert cells(dialog)[2][4] == "This row has no activity."
    end = dialog.choices[2]
    end.setCurrentIndex(end.findData("remarks"))
    end.commit()
    assert [field.value() for field in dialog.choices] == ["number", "start", "remarks", ""]


def test_a_block_is_pasted_as_one_step(desk: Desk) -> None:
    QGuiApplication.clipboard().setText(BLOCK)
    with answer(PastePreview, "Paste 2 rows"):
        assert paste_into_rundown(desk, 1)
    assert titles(desk) == {"01": "09:15 Call", "12": "11:00 Tea"}
    assert len(desk.selection.of(ProgrammeItem)) == 2
    label = desk.session.undo_label
    assert label is not None
    assert (label.kind, label.values) == ("paste_rows", {"count": 2})
    assert desk.undo()
    assert titles(desk) == {"01": "09:00 Call"}


def test_turning_away_changes_nothing(desk: Desk) -> None:
    QGuiApplication.clipboard().setText(BLOCK)
    with answer(PastePreview, "Keep as is"):
        assert not paste_into_rundown(desk, 1)
    assert titles(desk) == {"01": "09:00 Call"}


def test_an_empty_clipboard_says_what_to_do(desk: Desk) -> None:
    told: list[str] = []
    desk.told.connect(told.append)
    QGuiApplication.clipboard().clear()
    assert not paste_into_rundown(desk, 1)
    assert told == ["The clipboard holds no text to paste. Copy rows in a spreadsheet first."]


def test_what_cannot_be_read_at_all_cannot_be_pasted(desk: Desk, qtbot: QtBot) -> None:
    assert not preview_of(desk, "some words", qtbot).main.isEnabled()
