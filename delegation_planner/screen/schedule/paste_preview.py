"""The preview of a pasted block: what each column is taken for, and what each row would do; nothing until agreed."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from delegation_planner.plan.change import Changes
from delegation_planner.plan.kinds import Id
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.screen.desk import Desk
from delegation_planner.screen.dialogs.frame import DialogFrame
from delegation_planner.screen.fields.choice_field import ChoiceField
from delegation_planner.screen.labels import plain_label
from delegation_planner.screen.names import day_name
from delegation_planner.screen.rows_model import Column
from delegation_planner.screen.schedule.pasted_columns import COLUMN_NAMES, ColumnKey, Rows, read_table
from delegation_planner.screen.schedule.pasted_table import PastedTable
from delegation_planner.screen.schedule.pasting import Pasted, PastedRow, columns_of, pasted
from delegation_planner.screen.theme import Theme
from delegation_planner.session.store import Label
from delegation_planner.words.dates import wall_clock
from delegation_planner.words.words import Words

_SAMPLE_LETTERS: Final = 22
_COLUMN: Final = 128


class PastePreview(DialogFrame):
    """`agreed` is what is to be done, as soon as the dialog is accepted. `day` is that of rows above any day's head."""

    def __init__(
        self,
        parent: QWidget | None,
        words: Words,
        theme: Theme,
        plan: Plan,
        rows: Rows,
        day: int,
        new_id: Callable[[], Id],
    ) -> None:
        super().__init__(
            parent, words, words.say("Paste into the rundown"), words.say("Paste"), cancel=words.say("Keep as is")
        )
        self._plan = plan
        self._rows = rows
        self._day = day
        self._new_id = new_id
        self.agreed = Pasted((), Changes())
        self.choices: list[ChoiceField] = []
        self.summary = plain_label("", "heading", wrap=True)
        hint = words.say("Check what each column holds. Pasting is one step that undo takes back.")
        self.body.addWidget(plain_label(hint, "muted", wrap=True))
        self.body.addWidget(self._column_strip(columns_of(plan, words, rows)))
        self.body.addWidget(self.summary)
        self.table = PastedTable(words, theme, self._columns())
        self.body.addWidget(self.table, 1)
        self.setMinimumSize(780, 520)
        self.resize(940, 600)
        self._read()

    def _column_strip(self, proposed: tuple[ColumnKey, ...]) -> QScrollArea:
        """Above a sample of each column the field that says what it is taken for."""
        strip = QWidget()
        row = QHBoxLayout(strip)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for at, key in enumerate(proposed):
            field = ChoiceField([(each, self.words.say(name)) for each, name in COLUMN_NAMES.items()], strip)
            field.setAccessibleName(self.words.say("Column {number}", number=at + 1))
            field.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            field.setFixedWidth(_COLUMN)
            field.show_value(key)
            field.committed.connect(lambda chosen, at=at: self._take(at, chosen))
            self.choices.append(field)
            column = QVBoxLayout()
            column.setSpacing(2)
            column.addWidget(field)
            column.addWidget(plain_label(self._sample(at), "small"))
            row.addLayout(column)
        row.addStretch(1)
        area = QScrollArea()
        area.setWidget(strip)
        area.setWidgetResizable(True)
        area.setFixedHeight(66)
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return area

    def _sample(self, at: int) -> str:
        """The last filled cell of a column: the first may be its head."""
        text = next((row[at] for row in reversed(self._rows) if row[at]), "")
        return text if len(text) <= _SAMPLE_LETTERS else f"{text[: _SAMPLE_LETTERS - 1]}…"

    def _take(self, at: int, key: ColumnKey) -> None:
        """A meaning belongs to one column: the one that had it is left out."""
        for other, field in enumerate(self.choices):
            if other != at and key and field.value() == key:
                field.show_value("")
        self.choices[at].show_value(key)
        self._read()

    def _read(self) -> None:
        keys = [field.value() for field in self.choices]
        self.agreed = pasted(self._plan, self.words, self._rows, keys, self._day, self._new_id)
        self.table.show_rows(self.agreed.rows)
        words = self.words
        self.summary.setText(" · ".join((
            words.say_many("{count} new item", "{count} new items", self.agreed.count("new")),
            words.say_many("{count} changed item", "{count} changed items", self.agreed.count("changed")),
            words.say_many("{count} row left out", "{count} rows left out", self.agreed.count("unreadable")),
        )))  # fmt: skip
        done = self.agreed.count("new", "changed")
        self.main.setText(words.say_many("Paste {count} row", "Paste {count} rows", done))
        self.main.setEnabled(bool(self.agreed.changes))

    def _columns(self) -> list[Column[PastedRow]]:
        say = self.words.say
        return [
            Column("number", say("No."), lambda row: row.number),
            Column("when", say("Start"), self._when),
            Column("title", say("Activity"), lambda row: row.title, lambda row: row.title),
        ]

    def _when(self, row: PastedRow) -> str:
        day = day_name(self.words, self._plan, row.day) if row.day is not None else ""
        if not row.start:
            return day
        when = f"{day} {wall_clock(self.words, row.start)}"
        if row.was is None:
            return when
        other_day = f"{day_name(self.words, self._plan, row.was.day)} " if row.was.day not in (None, row.day) else ""
        was = f"{other_day}{wall_clock(self.words, row.was.clock)}"
        return self.words.say("{time}, was {before}", time=when, before=was)


def paste_into_rundown(desk: Desk, day: int) -> bool:
    """Read the clipboard as rows of a rundown, show what they would do, and do it if agreed; False if nothing is done.

    Rows above the first head of a day are of `day`.
    """
    rows = read_table(QGuiApplication.clipboard().text())
    if not rows:
        desk.tell(desk.say("The clipboard holds no text to paste. Copy rows in a spreadsheet first."))
        return False
    preview = PastePreview(QApplication.activeWindow(), desk.words, desk.theme, desk.plan, rows, day, desk.new_id)
    if preview.exec() != preview.DialogCode.Accepted:
        return False
    count = preview.agreed.count("new", "changed")
    done = desk.edit(Label("paste_rows", {"count": count}), preview.agreed.changes)
    if done:
        ids = dict.fromkeys(change.id for change in preview.agreed.changes.of(ProgrammeItem))
        desk.selection.choose(ProgrammeItem, ids)
    return done
