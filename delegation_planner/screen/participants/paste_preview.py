"""The preview of pasted people: what each row would do; nothing until agreed."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from delegation_planner.plan.kinds import Id
from delegation_planner.plan.participant import Participant
from delegation_planner.screen.desk import Desk
from delegation_planner.screen.dialogs.frame import DialogFrame
from delegation_planner.screen.labels import plain_label
from delegation_planner.screen.participants.pasting import HEADINGS, PastedPeople, PastedPerson, pasted_people
from delegation_planner.screen.rows_model import Column
from delegation_planner.screen.schedule.pasted_columns import read_table
from delegation_planner.screen.schedule.pasted_table import PastedTable
from delegation_planner.screen.theme import Theme
from delegation_planner.session.store import Label
from delegation_planner.words.words import Words


class PeoplePreview(DialogFrame):
    """Shows what was read; accepted where it is to be done."""

    def __init__(self, parent: QWidget | None, words: Words, theme: Theme, read: PastedPeople) -> None:
        super().__init__(
            parent, words, words.say("Paste into the participants"), words.say("Paste"), cancel=words.say("Keep as is")
        )
        hint = words.say("Only what the headings name is filled. Pasting is one step that undo takes back.")
        self.body.addWidget(plain_label(hint, "muted", wrap=True))
        self.summary = plain_label("", "heading", wrap=True)
        self.summary.setText(" · ".join((
            words.say_many("{count} new person", "{count} new people", read.count("new")),
            words.say_many("{count} changed person", "{count} changed people", read.count("changed")),
            words.say_many("{count} row left out", "{count} rows left out", read.count("unreadable")),
        )))  # fmt: skip
        self.body.addWidget(self.summary)
        self.table = PastedTable(words, theme, self._columns())
        self.table.show_rows(read.rows)
        self.body.addWidget(self.table, 1)
        self.main.setText(words.say_many("Paste {count} row", "Paste {count} rows", read.count("new", "changed")))
        self.main.setEnabled(bool(read.changes))
        self.setMinimumSize(720, 440)
        self.resize(880, 540)

    def _columns(self) -> list[Column[PastedPerson]]:
        say = self.words.say
        return [
            Column("code", say("Code"), lambda row: row.code),
            Column("name", say("Name"), lambda row: row.name, lambda row: row.name),
            Column("changed", say("Fills"), self._changed, self._changed),
        ]

    def _changed(self, row: PastedPerson) -> str:
        return ", ".join(self.words.say(HEADINGS[key]) for key in row.changed)


def paste_people(desk: Desk, delegation_id: Id | None) -> bool:
    """Read the clipboard as people, show what the rows would do, and do it if agreed; False if nothing is done."""
    rows = read_table(QGuiApplication.clipboard().text())
    if not rows:
        desk.tell(desk.say("The clipboard holds no text to paste. Copy rows in a spreadsheet first."))
        return False
    read = pasted_people(desk.plan, desk.words, rows, delegation_id, desk.new_id)
    if read is None:
        desk.tell(desk.say("Copy the headings along: the first row has to name Code or Name at least."))
        return False
    preview = PeoplePreview(QApplication.activeWindow(), desk.words, desk.theme, read)
    if preview.exec() != preview.DialogCode.Accepted:
        return False
    done = desk.edit(Label("paste_rows", {"count": read.count("new", "changed")}), read.changes)
    if done:
        desk.selection.choose(Participant, dict.fromkeys(change.id for change in read.changes.of(Participant)))
    return done
