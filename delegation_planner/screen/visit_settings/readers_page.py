"""The page of the readers: in which language each of them is written to."""

from typing import Any, NamedTuple

from PySide6.QtWidgets import QWidget

from delegation_planner.plan.delegation import Delegation
from delegation_planner.plan.edits.general import edit
from delegation_planner.plan.kinds import LANGUAGES, Id, Language
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.precedence import order_in_delegation
from delegation_planner.programme.texts import Texts
from delegation_planner.screen.desk import Desk
from delegation_planner.screen.fields.choice_field import ChoiceField
from delegation_planner.screen.nodes import Node
from delegation_planner.screen.rows_model import Column
from delegation_planner.screen.visit_settings.page import SettingsPage, SettingsTable
from delegation_planner.session.store import Label
from delegation_planner.words import kinds_words

_WIDTHS = {"delegation": 270, "language": 190}


class ReaderRow(NamedTuple):
    """A person, the side that he or she is of, and the language; None for the visit's."""

    id: Id
    name: str
    delegation: str
    language: Language | None


class ReadersPage(SettingsPage):
    """Mails, calendars and papers of one's own are in one's language."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        say = desk.say
        self.say_above(say("Mails, calendars and papers for one person are in this language."))
        columns: list[Column[ReaderRow]] = [
            Column("name", say("Name"), lambda row: row.name, lambda row: row.name),
            Column("delegation", say("Delegation"), lambda row: row.delegation),
            Column(
                "language", say("Language of letters"), self._language, value=lambda row: row.language or "",
                commit=self._chosen,
            ),
        ]  # fmt: skip
        self.table = SettingsTable(desk, say("Readers' languages"), columns, _WIDTHS, self._look, self._editor)
        self.column.addWidget(self.table, 1)
        self.follow()

    def follow(self) -> None:
        plan, texts = self.desk.plan, Texts(self.desk.words.language)
        rows = (
            ReaderRow(id, texts.shown(person, "name").text, texts.shown(delegation, "name").text, person.language)
            for delegation in sorted(plan.rows(Delegation), key=lambda row: row.position)
            for id in order_in_delegation(plan, self.desk.rulebook, delegation.id)
            for person in (plan.find(Participant, id),)
        )
        self.table.show_rows(Node(row.id, row) for row in rows)

    def _language(self, row: ReaderRow) -> str:
        say = self.desk.say
        if row.language is not None:
            return say(kinds_words.LANGUAGES[row.language])
        return say("as the visit: {language}", language=say(kinds_words.LANGUAGES[self.desk.plan.visit.language]))

    def _editor(self, parent: QWidget, _key: str) -> QWidget:
        say = self.desk.say
        choices = [("", say("as the visit")), *((one, say(kinds_words.LANGUAGES[one])) for one in LANGUAGES)]
        return ChoiceField(choices, parent)

    def _chosen(self, row: ReaderRow, language: Any) -> bool:
        plan = self.desk.plan
        label = Label("edit_participant", {"name": row.name})
        return self.desk.edit(label, lambda: edit(plan, Participant, row.id, {"language": language or None}))

    @staticmethod
    def _look(row: ReaderRow, key: str) -> str:
        return "heavy" if key == "language" and row.language is not None else ""
