"""The way out: what is handed out to whom, how it goes on, and what became of each file."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from delegation_planner.exports.safe_write import WriteResult
from delegation_planner.plan.errors import KnownError
from delegation_planner.plan.kinds import LEVELS, Disclosure, Language
from delegation_planner.plan.participant import Participant
from delegation_planner.screen.desk import Desk
from delegation_planner.screen.dialogs.files import folder_to_fill
from delegation_planner.screen.dialogs.frame import add_field, form
from delegation_planner.screen.labels import plain_label
from delegation_planner.screen.overlay import Overlay
from delegation_planner.screen.settings import EXPORT_FOLDER
from delegation_planner.screen.surroundings import HandOut, Made, Order, What
from delegation_planner.screen.workers import Work
from delegation_planner.words.kinds_words import DISCLOSURES, LANGUAGES
from delegation_planner.words.words import mark

WIDTH: Final = 440

WHAT: Final[dict[What, str]] = {
    "all": mark("Calendars and papers"),
    "calendars": mark("Calendars alone (.ics)"),
    "papers": mark("Papers alone (.xlsx)"),
}
READERS: Final = {
    "everyone": mark("Everyone, in one"),
    "each": mark("Everyone, and each person"),
    "some": mark("People of your choice"),
}


class ExportPanel(Overlay):
    """First what to hand out, then the progress, then the results; the window stays free to work in."""

    def __init__(
        self, window: QWidget, desk: Desk, hand_out: HandOut, plans_folder: Path, under: QWidget | None
    ) -> None:
        super().__init__(window, desk.theme, WIDTH, under=under)
        self.setObjectName("export")
        self.setAccessibleName(desk.say("Export"))
        self._desk = desk
        self._hand_out = hand_out
        self._work: Work | None = None
        self._made: Made | None = None
        self._recording = False
        self.is_finished = False
        self.folder = Path(desk.settings.text(EXPORT_FOLDER, str(plans_folder / desk.say("Handed out"))))
        self._ask()

    # What to hand out.

    def _ask(self) -> None:
        say = self._desk.say
        page = self._new_page(say("Export"))
        self.what = _choice({key: say(name) for key, name in WHAT.items()})
        self.readers = _choice({key: say(name) for key, name in READERS.items()})
        self.people = self._people()
        self.language = _choice({key: say(name) for key, name in LANGUAGES.items()})
        self.language.setCurrentIndex(self.language.findData(self._desk.words.language))
        usual = say("Usual: public, for each person complete")
        self.level = _choice({"": usual} | {key: say(DISCLOSURES[key]) for key in LEVELS})
        self.where = QPushButton(self._desk.theme.icon("folder"), self.folder.name)
        self.where.setProperty("look", "place")
        self.where.setToolTip(str(self.folder))
        self.where.clicked.connect(self._choose_folder)
        fields = form()
        add_field(fields, say("What"), self.what)
        add_field(fields, say("For whom"), self.readers)
        fields.addRow("", self.people)
        add_field(fields, say("Language"), self.language)
        add_field(fields, say("Level"), self.level)
        add_field(fields, say("Folder"), self.where)
        page.addLayout(fields)
        self.record = QCheckBox(say("It goes out: count it as sent"))
        self.record.setToolTip(say("Calendars that were sent are updated by the next ones instead of doubled."))
        self.record.setChecked(not self._desk.read_only)
        self.record.setEnabled(not self._desk.read_only)
        page.addWidget(self.record)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(_button(say("Cancel"), self.put_away))
        self.start = _button(say("Write the files"), self._start, "main")
        row.addWidget(self.start)
        page.addLayout(row)
        self.readers.currentIndexChanged.connect(self._show_people)
        self._show_people()

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
        return Order(self.what.currentData(), readers != "some", chosen, language, level)

    def _people(self) -> QListWidget:
        people = QListWidget()
        people.setAccessibleName(self._desk.say("People of your choice"))
        people.setProperty("look", "boxed")
        people.setFixedHeight(150)
        chosen = self._desk.selection.of(Participant)
        for person in self._desk.plan.rows(Participant):
            item = QListWidgetItem(f"{person.code}  {person.name_en}")
            item.setData(Qt.ItemDataRole.UserRole, person.id)
            item.setCheckState(Qt.CheckState.Checked if person.id in chosen else Qt.CheckState.Unchecked)
            people.addItem(item)
        if chosen:
            self.readers.setCurrentIndex(self.readers.findData("some"))
        people.itemChanged.connect(self._enable_start)
        return people

    def _show_people(self) -> None:
        self.people.setVisible(self.readers.currentData() == "some")
        self._enable_start()
        self.place()

    def _enable_start(self) -> None:
        order = self.order()
        self.start.setEnabled(order.everyone or bool(order.participant_ids))

    def _choose_folder(self) -> None:
        chosen = folder_to_fill(self.window(), self._desk.words, self.folder)
        if chosen is not None:
            self.folder = chosen
            self.where.setText(chosen.name)
            self.where.setToolTip(str(chosen))

    # On the way.

    def _start(self) -> None:
        order, plan = self.order(), self._desk.plan
        self._recording = self.record.isChecked()
        self._desk.settings.keep(EXPORT_FOLDER, str(self.folder))
        try:
            register = self._desk.session.store.sent()
        except KnownError as error:
            self._show_refusal(error)
            return
        self._show_progress()
        making = Work(lambda _: self._hand_out.make(plan, order, register, self._desk.words))
        making.done.connect(self._deliver)
        making.failed.connect(self._show_refusal)
        self._work = making.start()

    def _deliver(self, made: Made) -> None:
        self._made = made
        if self._work is not None and self._work.is_cancelled:
            self._show_results(())
            return
        try:
            if self._recording:
                self._desk.session.store.record_sent(made.sent)
        except KnownError as error:
            self._show_refusal(error)
            return
        writing = Work(lambda progress: self._hand_out.deliver(made, self.folder, progress))
        writing.progressed.connect(self._show_step)
        writing.done.connect(self._show_results)
        writing.failed.connect(self._show_refusal)
        self._work = writing.start()

    def _show_progress(self) -> None:
        self.is_finished = False
        say = self._desk.say
        page = self._new_page(say("Writing the files"))
        self._step = plain_label(say("Making calendars and papers…"), "muted")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(say("Progress"))
        page.addWidget(self._step)
        page.addWidget(self.bar)
        row = QHBoxLayout()
        row.addWidget(plain_label(say("You can go on working."), "muted"))
        row.addStretch(1)
        row.addWidget(_button(say("Cancel"), self._cancel))
        page.addSpacing(4)
        page.addLayout(row)
        self.place()

    def _show_step(self, done: int, whole: int) -> None:
        self.bar.setRange(0, whole)
        self.bar.setValue(done)
        self._step.setText(self._desk.say("{done} of {whole} steps", done=done, whole=whole))

    def _cancel(self) -> None:
        if self._work is not None:
            self._work.cancel()
        self._step.setText(self._desk.say("Stopping…"))

    # What became of it.

    def _show_refusal(self, error: KnownError) -> None:
        self.is_finished = True
        page = self._new_page(self._desk.say("Nothing was written"))
        page.addWidget(plain_label(self._desk.words.error(error), "error", wrap=True))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(_button(self._desk.say("Back"), self._ask_again))
        row.addWidget(_button(self._desk.say("Close"), self.put_away, "main"))
        page.addLayout(row)
        self.place()

    def _show_results(self, results: Sequence[WriteResult]) -> None:
        say = self._desk.say
        self.is_finished = True
        failed = sum(len(result.failed) for result in results)
        stopped = not results or any(result.cancelled for result in results)
        title = say("Stopped") if stopped else say("Not all files could be written") if failed else say("Handed out")
        page = self._new_page(title)
        page.addWidget(plain_label(self._summary(results), "muted", wrap=True))
        page.addWidget(self._lines(results, self._made.notes if self._made is not None else ()))
        row = QHBoxLayout()
        show = _button(say("Show in folder"), self._show_folder)
        show.setEnabled(bool(results))
        row.addWidget(show)
        row.addStretch(1)
        if failed:
            row.addWidget(_button(say("Try again"), self._again))
        close = _button(say("Close"), self.put_away, "main")
        row.addWidget(close)
        page.addLayout(row)
        self.place()
        close.setFocus()

    def _summary(self, results: Sequence[WriteResult]) -> str:
        words = self._desk.words
        written = sum(len(result.written) for result in results)
        unchanged = sum(len(result.unchanged) for result in results)
        said = [words.say_many("{count} file written", "{count} files written", written)]
        if unchanged:
            said.append(words.say_many("{count} unchanged", "{count} unchanged", unchanged))
        return f"{', '.join(said)} · {self.folder}"

    def _lines(self, results: Sequence[WriteResult], notes: Sequence[str]) -> QWidget:
        sheet = QWidget()
        lines = QVBoxLayout(sheet)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(2)
        say = self._desk.say
        for result in results:
            for failure in result.failed:
                lines.addWidget(self._line("mark_error", "error", failure.name, self._desk.words.error(failure.reason)))
        for note in notes:
            lines.addWidget(self._line("mark_warning", "warning", note, ""))
        for result in results:
            for name in result.written:
                lines.addWidget(self._line("check", "ok", name, say("written")))
            for name in result.unchanged:
                lines.addWidget(self._line("minus", "muted", name, say("unchanged")))
            for name in result.cancelled:
                lines.addWidget(self._line("close", "muted", name, say("not written")))
        lines.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(sheet)
        area.setFixedHeight(min(280, max(60, sheet.sizeHint().height() + 8)))
        area.setAccessibleName(say("Results"))
        return area

    def _line(self, icon: str, role: str, name: str, state: str) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 2, 8, 2)
        row.setSpacing(8)
        picture = plain_label()
        picture.setPixmap(self._desk.theme.icon(icon, role).pixmap(QSize(14, 14), self.devicePixelRatioF()))
        row.addWidget(picture, alignment=Qt.AlignmentFlag.AlignTop)
        row.addWidget(plain_label(name, wrap=True), 1)
        row.addWidget(plain_label(state, "error" if role == "error" else "small", wrap=len(state) > 20))
        return line

    def _again(self) -> None:
        if self._made is not None:
            self._recording = False
            self._show_progress()
            self._deliver(self._made)

    def _ask_again(self) -> None:
        self._ask()
        self.place()

    def _show_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.folder)))

    @override
    def put_away(self) -> None:
        """What is under way stops at its next step; files that are written by then stay."""
        if self._work is not None and not self.is_finished:
            self._work.cancel()
        super().put_away()

    @override
    def place(self) -> None:
        """A page is shown once it is full: the card then takes its size at once."""
        self._page.show()
        super().place()

    def _new_page(self, title: str) -> QVBoxLayout:
        """An empty page in place of the last one."""
        while (item := self.column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._page = page = QWidget(self.card)
        page.hide()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(plain_label(title, "cardTitle"))
        self.column.addWidget(page)
        return layout


def _choice(names: dict[str, str] | dict[What, str] | dict[Language, str]) -> QComboBox:
    box = QComboBox()
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(12)
    for key, name in names.items():
        box.addItem(name, key)
    return box


def _button(text: str, act: object, look: str = "") -> QPushButton:
    button = QPushButton(text)
    button.setAutoDefault(False)
    if look:
        button.setProperty("look", look)
    button.clicked.connect(act)
    return button
