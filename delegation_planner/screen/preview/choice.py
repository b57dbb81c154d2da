"""What is to be looked at: draft or edition, for whom, up to which level, in which language, which paper."""

from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QComboBox, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from delegation_planner.plan.delegation import Delegation
from delegation_planner.plan.edition import Edition
from delegation_planner.plan.kinds import LEVELS, Id
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.plan import Plan
from delegation_planner.programme.audience import TEAMS, Audience
from delegation_planner.programme.texts import Texts
from delegation_planner.screen.dialogs.frame import add_field, form
from delegation_planner.screen.fields.combo_box import ComboBox
from delegation_planner.screen.labels import plain_label
from delegation_planner.screen.paper_names import PAPER_TITLES, ShownName
from delegation_planner.screen.preview.papers import USUAL_LEVELS, papers_for
from delegation_planner.words.editions import edition_band
from delegation_planner.words.kinds_words import DISCLOSURES, LANGUAGES
from delegation_planner.words.words import Words, mark

TEAM_NAMES: Final = {
    "drivers": mark("Drivers"),
    "kitchen": mark("Kitchen"),
    "press": mark("Press"),
    "security": mark("Security"),
    "interpreters": mark("Interpreters"),
}


class Asked(NamedTuple):
    """A paper of the draft (0) or of an edition, for an audience."""

    edition: int
    audience: Audience
    paper: ShownName


class Choice(QWidget):
    """The fields and the list of papers. `changed` tells of another answer; `edition_changed` of another plan first."""

    changed = Signal()
    edition_changed = Signal(int)

    def __init__(self, words: Words, editions: Sequence[Edition], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        say = words.say
        self.edition = _box({0: say("The draft")} | {each.number: edition_band(words, each).text for each in editions})
        self.reader = _box({})
        self._readers: list[Audience] = []
        self._left: frozenset[Id | None] = frozenset()
        usual = say("Usual for this reader")
        self.level = _box({None: usual} | {level: say(DISCLOSURES[level]) for level in LEVELS})
        names = {key: say(name) for key, name in LANGUAGES.items()}
        self.language = _box(names)
        self.language.setCurrentIndex(self.language.findData(words.language))
        self.second = _box({None: say("None")} | names)
        self.papers = QListWidget()
        self.papers.setProperty("look", "boxed")
        self.papers.setAccessibleName(say("Which paper"))
        fields = form()
        if editions:
            add_field(fields, say("Edition"), self.edition)
        add_field(fields, say("For whom"), self.reader)
        add_field(fields, say("Level"), self.level)
        add_field(fields, say("Language"), self.language)
        add_field(fields, say("Second language"), self.second)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(fields)
        column.addSpacing(4)
        column.addWidget(plain_label(say("Which paper"), "heading"))
        column.addWidget(self.papers, 1)
        self.edition.currentIndexChanged.connect(lambda _: self.edition_changed.emit(self.edition.currentData()))
        for box in (self.reader, self.level, self.language, self.second):
            box.currentIndexChanged.connect(self._show_papers)
        self.papers.currentRowChanged.connect(self._tell)

    def show_readers_of(self, plan: Plan, chosen: Audience | None = None, before: Plan | None = None) -> None:
        """List the readers of a plan; the one that was chosen stays where the plan has that one too.

        Of an edition, whoever was in the one `before` and has left the visit since is listed too: there is a slip.
        """
        wanted = chosen or (self._reader() if self._readers else Audience())
        left = _left(plan, before, self._words)
        self._left = frozenset(audience.participant_id for audience, _ in left)
        readers = [*_readers(plan, self._words), *left]
        self._readers = [audience for audience, _ in readers]
        with QSignalBlocker(self.reader):
            self.reader.clear()
            self.reader.addItems([name for _, name in readers])
            self.reader.setCurrentIndex(self._readers.index(wanted) if wanted in self._readers else 0)
        self._show_papers()

    def audience(self) -> Audience:
        """For whom, up to which level, in which languages."""
        reader = self._reader()
        first, second = self.language.currentData(), self.second.currentData()
        level = self.level.currentData() or USUAL_LEVELS[reader.kind]
        return reader._replace(level=level, language=first, second_language=second if second != first else None)

    def asked(self) -> Asked | None:
        """What is chosen; None where the reader gets no paper at this level."""
        paper = self._paper()
        return Asked(self.edition.currentData(), self.audience(), paper) if paper else None

    def choose(self, paper: ShownName) -> None:
        """Choose a paper, if it is one of those listed."""
        names = self._names()
        if paper in names:
            self.papers.setCurrentRow(names.index(paper))

    def _reader(self) -> Audience:
        return self._readers[self.reader.currentIndex()]

    def _names(self) -> tuple[ShownName, ...]:
        audience = self.audience()
        if audience.kind == "person" and audience.participant_id in self._left:
            return ("slip",)
        return papers_for(audience, replacing=self.edition.currentData() > 1)

    def _paper(self) -> ShownName | None:
        items = self.papers.selectedItems()
        paper: ShownName | None = items[0].data(Qt.ItemDataRole.UserRole) if items else None
        return paper

    def _show_papers(self) -> None:
        before = self._paper()
        names = self._names()
        with QSignalBlocker(self.papers):
            self.papers.clear()
            for name in names:
                row = QListWidgetItem(self._words.say(PAPER_TITLES[name]))
                row.setData(Qt.ItemDataRole.UserRole, name)
                row.setSizeHint(QSize(0, 28))
                self.papers.addItem(row)
            self.papers.setCurrentRow(names.index(before) if before in names else 0)
        self._tell()

    def _tell(self) -> None:
        self.changed.emit()


def _readers(plan: Plan, words: Words) -> list[tuple[Audience, str]]:
    """Everybody, delegations, teams, persons."""
    texts = Texts(words.language)
    found = [(Audience(), words.say("Everybody"))]
    found += [
        (Audience("delegation", delegation_id=each.id), texts.shown(each, "name").text)
        for each in plan.rows(Delegation)
    ]
    found += [(Audience("team", team=each), words.say(TEAM_NAMES[each])) for each in TEAMS]
    found += [
        (Audience("person", participant_id=each.id), f"{each.code}  {texts.shown(each, 'name').text}")
        for each in plan.rows(Participant)
    ]
    return found


def _left(plan: Plan, before: Plan | None, words: Words) -> list[tuple[Audience, str]]:
    """Who was in the plan before and is not any more."""
    if before is None:
        return []
    texts = Texts(words.language)
    gone = [row for row in before.rows(Participant) if plan.get(Participant, row.id) is None]
    return [
        (
            Audience("person", participant_id=row.id),
            words.say("{name} (has left the visit)", name=f"{row.code}  {texts.shown(row, 'name').text}"),
        )
        for row in gone
    ]


def _box(names: Mapping[Any, str]) -> QComboBox:
    box = ComboBox()
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(12)
    for key, name in names.items():
        box.addItem(name, key)
    return box
