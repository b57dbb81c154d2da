"""The way out: what is handed out to whom, how it goes on, and what became of each file."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QListWidget, QListWidgetItem, QWidget
from typing_extensions import override

from delegation_planner.exports.order import Form, Order, What
from delegation_planner.plan.errors import KnownError
from delegation_planner.plan.kinds import LEVELS, Disclosure, Language
from delegation_planner.plan.participant import Participant
from delegation_planner.programme.texts import Texts
from delegation_planner.screen.desk import Desk
from delegation_planner.screen.dialogs.delivery_panel import DeliveryPanel, panel_button
from delegation_planner.screen.dialogs.frame import add_field, form
from delegation_planner.screen.dialogs.papers_choice import PapersChoice
from delegation_planner.screen.fields.combo_box import ComboBox
from delegation_planner.screen.settings import EXPORT_FOLDER
from delegation_planner.screen.surroundings import HandingOut
from delegation_planner.words.kinds_words import DISCLOSURES, LANGUAGES
from delegation_planner.words.words import mark

WIDTH: Final = 440

WHAT: Final[dict[What, str]] = {
    "all": mark("Calendars and papers"),
    "calendars": mark("Calendars alone (.ics)"),
    "papers": mark("Papers alone"),
}
PAPERS: Final = {
    "usual": mark("The usual ones"),
    "some": mark("Papers of your choice"),
}
FORMS: Final[dict[Form, str]] = {
    "excel": mark("Excel (.xlsx)"),
    "pdf": mark("PDF"),
    "both": mark("Excel and PDF"),
}
READERS: Final = {
    "everyone": mark("Everyone, in one"),
    "each": mark("Everyone, and each person"),
    "some": mark("People of your choice"),
}


class ExportPanel(DeliveryPanel):
    """First what to hand out, then the progress, then the results; the window stays free to work in."""

    def __init__(
        self, window: QWidget, desk: Desk, hand_out: HandingOut, plans_folder: Path, under: QWidget | None
    ) -> None:
        folder = Path(desk.settings.text(EXPORT_FOLDER, str(plans_folder / desk.say("Handed out"))))
        super().__init__(window, desk, hand_out, folder, WIDTH, under)
        self.setObjectName("export")
        self.setAccessibleName(desk.say("Export"))
        self.ask()

    # What to hand out.

    @override
    def ask(self) -> None:
        say = self._desk.say
        page = self.new_page(say("Export"))
        self.what = _choice({key: say(name) for key, name in WHAT.items()})
        self.which = _choice({key: say(name) for key, name in PAPERS.items()})
        self.papers = PapersChoice(self._desk.words)
        self.form = _choice({key: say(name) for key, name in FORMS.items()})
        self.readers = _choice({key: say(name) for key, name in READERS.items()})
        self.people = self._people()
        self.language = _choice({key: say(name) for key, name in LANGUAGES.items()})
        self.language.setCurrentIndex(self.language.findData(self._desk.words.language))
        usual = say("Usual: public, for each person complete")
        self.level = _choice({"": usual} | {key: say(DISCLOSURES[key]) for key in LEVELS})
        fields = form()
        add_field(fields, say("What"), self.what)
        add_field(fields, say("Which papers"), self.which)
        fields.addRow("", self.papers)
        add_field(fields, say("Papers as"), self.form)
        add_field(fields, say("For whom"), self.readers)
        fields.addRow("", self.people)
        add_field(fields, say("Language"), self.language)
        add_field(fields, say("Level"), self.level)
        add_field(fields, say("Folder"), self.folder_button())
        page.addLayout(fields)
        self.record = QCheckBox(say("It goes out: count it as sent"))
        self.record.setToolTip(say("Calendars that were sent are updated by the next ones instead of doubled."))
        self.record.setChecked(not self._desk.read_only)
        self.record.setEnabled(not self._desk.read_only)
        page.addWidget(self.record)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(panel_button(say("Cancel"), self.put_away))
        self.start = panel_button(say("Write the files"), self._start, "main")
        row.addWidget(self.start)
        page.addLayout(row)
        for box in (self.readers, self.what, self.which):
            box.currentIndexChanged.connect(self._show_choices)
        self.level.currentIndexChanged.connect(lambda _: self.papers.show_for(self.level.currentData() or None))
        self.papers.changed.connect(self._enable_start)
        self._show_choices()

    def order(self) -> Order:
        """What the person asked for."""
        readers = self.readers.currentData()
        items = [self.people.item(row) for row in range(self.people.count())]
        chosen = tuple(
            str(item.data(Qt.ItemDataRole.UserRole))
            for item in items
            if readers == "each" or (readers == "some" and item.checkState() == Qt.CheckState.Checked)
        )
        language: Language = self.language.currentData()
        level: Disclosure | None = self.level.currentData() or None
        papers = self.papers.chosen() if self._chooses_papers else ()
        return Order(
            what=self.what.currentData(),
            participant_ids=chosen,
            everyone=readers != "some",
            language=language,
            level=level,
            papers=papers,
            form=self.form.currentData(),
        )

    @property
    def _chooses_papers(self) -> bool:
        return bool(self.which.currentData() == "some" and self.what.currentData() != "calendars")

    def _people(self) -> QListWidget:
        people = QListWidget()
        people.setAccessibleName(self._desk.say("People of your choice"))
        people.setProperty("look", "boxed")
        people.setFixedHeight(150)
        chosen = self._desk.selection.of(Participant)
        texts = Texts(self._desk.words.language)
        for person in self._desk.plan.rows(Participant):
            item = QListWidgetItem(f"{person.code}  {texts.shown(person, 'name').text}")
            item.setData(Qt.ItemDataRole.UserRole, person.id)
            item.setCheckState(Qt.CheckState.Checked if person.id in chosen else Qt.CheckState.Unchecked)
            people.addItem(item)
        if chosen:
            self.readers.setCurrentIndex(self.readers.findData("some"))
        people.itemChanged.connect(self._enable_start)
        return people

    def _show_choices(self) -> None:
        self.people.setVisible(self.readers.currentData() == "some")
        for box in (self.which, self.form):
            box.setEnabled(self.what.currentData() != "calendars")
        self.papers.setVisible(self._chooses_papers)
        self._enable_start()
        self.place()

    def _enable_start(self) -> None:
        order = self.order()
        somebody = order.everyone or bool(order.participant_ids)
        self.start.setEnabled(somebody and (bool(order.papers) or not self._chooses_papers))

    @override
    def titles(self) -> tuple[str, str, str]:
        say = self._desk.say
        return say("Writing the files"), say("Making calendars and papers…"), say("Handed out")

    def _start(self) -> None:
        from delegation_planner.packs.unchanged import newest_issue

        order, plan = self.order(), self._desk.plan
        self._desk.settings.keep(EXPORT_FOLDER, str(self.folder))
        try:
            store = self._desk.session.store
            register, issue_of = store.sent(), newest_issue(store)
        except KnownError as error:
            self.show_refusal(error)
            return
        words = self._desk.words
        self.begin(
            lambda progress: self._hand_out.make(plan, order, register, issue_of, words, progress),
            record=self.record.isChecked(),
        )


def _choice(names: dict[str, str] | dict[What, str] | dict[Form, str] | dict[Language, str]) -> QComboBox:
    box = ComboBox()
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(12)
    for key, name in names.items():
        box.addItem(name, key)
    return box
