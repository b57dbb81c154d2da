"""The pack of an edition: for which one, into which folder, and what became of each file."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QHBoxLayout, QWidget
from typing_extensions import override

from delegation_planner.exports.file_names import safe_stem
from delegation_planner.exports.safe_write import WriteResult
from delegation_planner.plan.edition import Edition
from delegation_planner.plan.errors import KnownError
from delegation_planner.screen.desk import Desk
from delegation_planner.screen.dialogs.delivery_panel import DeliveryPanel, panel_button
from delegation_planner.screen.dialogs.frame import add_field, form
from delegation_planner.screen.editions.packing import (
    addresses,
    lacks_organizer,
    made_of,
    news_lines,
    older_lines,
    pack_maker,
)
from delegation_planner.screen.editions.swatch import colour_swatch
from delegation_planner.screen.fields.combo_box import ComboBox
from delegation_planner.screen.labels import plain_label
from delegation_planner.screen.names import visit_title
from delegation_planner.screen.surroundings import Made, Surroundings
from delegation_planner.screen.workers import QuietWork
from delegation_planner.words.editions import edition_band, edition_number

if TYPE_CHECKING:
    from delegation_planner.packs.pack import Pack

WIDTH: Final = 480
FOLDERS: Final = "folders/packs"


class PackPanel(DeliveryPanel):
    """`issued` is the edition that was issued just now, if this follows on it."""

    def __init__(
        self,
        window: QWidget,
        desk: Desk,
        around: Surroundings,
        enter_organizer: Callable[[], object],
        *,
        number: int | None = None,
        issued: Edition | None = None,
        under: QWidget | None = None,
    ) -> None:
        visit = desk.plan.visit
        self._folder_key = f"{FOLDERS}/{visit.id}"
        name = safe_stem(visit_title(visit, desk.words.language))
        proposed = around.plans_folder / desk.say("{plan}, packs", plan=name)
        folder = Path(desk.settings.text(self._folder_key, str(proposed)))
        super().__init__(window, desk, around.hand_out, folder, WIDTH, under)
        self.setObjectName("pack")
        self.setAccessibleName(desk.say("Make the pack"))
        self._around = around
        self._enter_organizer = enter_organizer
        self._issued = issued
        self._editions = {edition.number: edition for edition in desk.session.store.editions()}
        self._number = number or (issued.number if issued is not None else max(self._editions))
        self._pack: Pack | None = None
        self._is_trial = False
        self.ask()

    @override
    def ask(self) -> None:
        say, words = self._desk.say, self._desk.words
        if self._issued is not None:
            page = self.new_page(say("{edition} is issued.", edition=edition_band(words, self._issued).text))
            page.addWidget(plain_label(say("Next, make the pack: what each reader needs of it."), wrap=True))
        else:
            page = self.new_page(say("Make the pack"))
        self.edition = QComboBox()
        for edition in reversed(self._editions.values()):
            swatch = colour_swatch(self._desk.theme, edition.colour)
            name = " · ".join(part for part in (edition_number(words, edition.number), edition.label) if part)
            self.edition.addItem(swatch, name, edition.number)
        self.edition.setCurrentIndex(self.edition.findData(self._number))
        self.since = ComboBox()
        for box in (self.edition, self.since):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(12)
        fields = form()
        add_field(fields, say("Edition"), self.edition)
        add_field(fields, say("News since"), self.since)
        add_field(fields, say("Folder"), self.folder_button())
        page.addLayout(fields)
        page.addWidget(self._lacking())
        self.trial = QCheckBox(say("Only try it: nothing is recorded as sent"))
        self.trial.setChecked(self._desk.read_only)
        self.trial.setEnabled(not self._desk.read_only)
        promise = say(
            "The program writes calendars, updates, mail drafts and papers into the folder, and records them as sent. "
            "It sends nothing itself. Readers are told what is new since the edition that they hold by the list of who "
            "holds it, else since the last pack."
        )
        page.addWidget(plain_label(promise, "muted", wrap=True))
        page.addWidget(self.trial)
        row = QHBoxLayout()
        row.addStretch(1)
        later = say("Not now") if self._issued is not None else say("Cancel")
        row.addWidget(panel_button(later, self.put_away))
        self.start = panel_button(say("Make the pack"), self._start, "main")
        row.addWidget(self.start)
        page.addLayout(row)
        self.setFocusProxy(self.start)
        self.edition.currentIndexChanged.connect(self._follow_edition)
        self._follow_edition()

    def _lacking(self) -> QWidget:
        """What is said where nobody is named in whose name updates could go out."""
        self.lacking = QWidget()
        row = QHBoxLayout(self.lacking)
        row.setContentsMargins(0, 0, 0, 0)
        said = self._desk.say(
            "This edition names no mail address of an organizer: changes go out as whole calendars, not as updates."
        )
        row.addWidget(plain_label(said, "warning", wrap=True), 1)
        row.addWidget(panel_button(self._desk.say("Enter it…"), self._go_to_organizer, "link"))
        return self.lacking

    def _follow_edition(self) -> None:
        words, number = self._desk.words, int(self.edition.currentData())
        self._number = number
        self.since.clear()
        self.since.addItem(words.say("the edition that each reader holds"), None)
        for earlier in range(number - 1, 0, -1):
            self.since.addItem(edition_number(words, earlier), earlier)
        self.since.addItem(words.say("the beginning: everything is news"), 0)
        self.lacking.hide()
        self.place()
        try:
            lacks = lacks_organizer(self._desk.session.store, number)
        except KnownError:  # making the pack says so
            return
        look = QuietWork(lambda _report: lacks() and number)
        look.done.connect(self._say_what_lacks)
        look.start()

    def _say_what_lacks(self, number: int) -> None:
        """That this edition lacks its organizer, where it is still the one that is chosen."""
        from shiboken6 import isValid

        if number == self._number and isValid(self.lacking):
            self.lacking.show()
            self.place()

    def _go_to_organizer(self) -> None:
        self.put_away()
        self._enter_organizer()

    def _start(self) -> None:
        desk = self._desk
        desk.settings.keep(self._folder_key, str(self.folder))
        number, since = self.edition.currentData(), self.since.currentData()
        store, now, words_of = desk.session.store, desk.now(), self._around.catalogues.words
        try:
            make = pack_maker(store, number, since, desk.rulebook, now, words_of)
        except KnownError as error:
            self.show_refusal(error)
            return
        self._is_trial = self.trial.isChecked()
        self.begin(make, record=not self._is_trial)

    @override
    def fit(self, made: Any) -> Made:
        self._pack = made
        return made_of(made, self._desk.words, self._desk.plan)

    @override
    def titles(self) -> tuple[str, str, str]:
        words = self._desk.words
        edition = edition_number(words, self._number)
        return (
            words.say("Writing the pack, {edition}", edition=edition),
            words.say("Making calendars, drafts and papers, and proving them…"),
            words.say("The pack of {edition} is made", edition=edition),
        )

    @override
    def after_writing(self) -> Sequence[str]:
        desk = self._desk
        tried = [desk.say("A trial: nothing was recorded as sent.")] if self._is_trial else []
        return [*tried, *news_lines(desk.words, self._pack, desk.plan)] if self._pack is not None else ()

    @override
    def notes(self, results: Sequence[WriteResult]) -> Sequence[str]:
        return [*super().notes(results), *older_lines(self._desk.words, results)]

    @override
    def add_verbs(self, row: QHBoxLayout) -> None:
        if self._pack is not None and self._pack.drafts:
            row.addWidget(panel_button(self._desk.say("Copy the addresses"), self._copy_addresses))

    def _copy_addresses(self) -> None:
        if self._pack is not None:
            QApplication.clipboard().setText(addresses(self._pack))
