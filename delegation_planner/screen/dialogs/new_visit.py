"""Asks what a new visit needs: a title, the two sides, and when."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Final
from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QWidget,
)

from delegation_planner.plan.errors import KnownError
from delegation_planner.plan.kinds import Id
from delegation_planner.plan.new_visit import TEMPLATES, Party, Template, When, begun_from, new_visit
from delegation_planner.plan.plan import Plan
from delegation_planner.screen.dialogs.frame import DialogFrame, add_field, form
from delegation_planner.screen.dialogs.refusal import Refusal
from delegation_planner.screen.fields.combo_box import ComboBox
from delegation_planner.screen.fields.date_field import date_field, date_in
from delegation_planner.screen.labels import plain_label, set_look
from delegation_planner.words.countries import country_names, zones_of_country
from delegation_planner.words.dates import zone_city
from delegation_planner.words.words import Words, mark

MOST_DAYS: Final = 30
_NOBODY: Final = Party("", "", "UTC")
_TEMPLATE_NAMES: Final[dict[Template, str]] = {
    "signing": mark("Signing visit, 3 days"),
    "working": mark("Working visit, 2 days"),
    "blank": mark("Nothing: a blank visit"),
}
_TEMPLATE_BRINGS: Final[dict[Template, str]] = {
    "signing": mark(
        "Arrival, talks, the signing and departure; both delegations by role, groups, and the papers of an agreement "
        "with their due days. Everything can be changed."
    ),
    "working": mark(
        "Arrival, meetings, a site visit and departure; both delegations by role, groups, and the usual papers with "
        "their due days. Everything can be changed."
    ),
    "blank": mark("The visit and its two delegations, with nobody in them yet."),
}


class CountryAndZone(QWidget):
    """A country found by typing, and beside it its time zone."""

    def __init__(self, words: Words, names: dict[str, str], chosen: str, missing: str) -> None:
        """`missing` is what is said where no country is chosen."""
        super().__init__()
        self._missing = missing
        self._names = names
        self.country = QComboBox()
        self.zone = ComboBox()
        self.country.setEditable(True)
        self.country.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        for code, name in names.items():
            self.country.addItem(name, code)
        completer = QCompleter(list(names.values()), self.country)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.country.setCompleter(completer)
        self._completer = completer
        self.zone.setAccessibleName(words.say("Time zone"))
        self.zone.setPlaceholderText(words.say("Time zone"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.country, 3)
        row.addWidget(self.zone, 2)
        for box in (self.country, self.zone):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(12)
        self.country.editTextChanged.connect(self._offer_zones)
        typed = self.country.lineEdit()
        assert typed is not None
        typed.editingFinished.connect(self._complete)
        self.setFocusProxy(self.country)
        self.country.setCurrentIndex(self.country.findData(chosen))
        self._offer_zones()

    def party(self) -> Party:
        """What was chosen; raises KnownError where it is no country."""
        code = self._code()
        if not code:
            raise KnownError(self._missing)
        return Party(code, self._names[code], self.zone.currentData() or "UTC")

    def _code(self) -> str:
        at = self.country.findText(self.country.currentText(), Qt.MatchFlag.MatchFixedString)
        return str(self.country.itemData(at)) if at >= 0 else ""

    def _complete(self) -> None:
        """Whoever leaves the field in the middle of a name means the first country that it fits."""
        text = self.country.currentText().strip()
        if text and not self._code():
            self._completer.setCompletionPrefix(text)
            if self._completer.completionCount():
                self.country.setCurrentText(self._completer.currentCompletion())

    def _offer_zones(self) -> None:
        self.zone.clear()
        for zone in zones_of_country(self._code()):
            self.zone.addItem(zone_city(zone), zone)
        self.zone.setCurrentIndex(0 if self.zone.count() else -1)


class NewVisitDialog(DialogFrame):
    """`plan` is the new plan once the dialog was accepted."""

    def __init__(
        self,
        parent: QWidget | None,
        words: Words,
        today: date,
        new_id: Callable[[], Id],
        host_country: str,
        read_template: Callable[[Template, Id], Plan],
    ) -> None:
        super().__init__(
            parent, words, words.say("New visit"), words.say("Create the visit…"), cancel=words.say("Cancel")
        )
        self._new_id = new_id
        self._read_template = read_template
        self.plan: Plan | None = None
        names = country_names(words)
        self.title = QLineEdit()
        self.title.setPlaceholderText(words.say("Working visit of the Minister of …"))
        self.guest = CountryAndZone(words, names, "", mark("Choose the guest country from the list."))
        self.host = CountryAndZone(words, names, host_country, mark("Choose the host country from the list."))
        self.host_body = QLineEdit()
        self.host_body.setPlaceholderText(words.say("The ministry or body that invites"))
        self._fields = fields = form()
        self.notes: dict[QWidget, Refusal] = {}
        """Below each field that can be wrong: why it is, in the order of the fields."""
        add_field(fields, words.say("Title"), self.title)
        self._add_note(self.title)
        add_field(fields, words.say("Guest country"), self.guest)
        self._add_note(self.guest.country)
        add_field(fields, words.say("Host country"), self.host)
        self._add_note(self.host.country)
        add_field(fields, words.say("Host"), self.host_body)
        self.guest.country.setAccessibleName(words.say("Guest country"))
        self.host.country.setAccessibleName(words.say("Host country"))
        self.body.addLayout(fields)
        self._add_dates(fields, today)
        self._add_templates(fields)
        self.setMinimumWidth(560)
        self._follow_fields()

    def _add_note(self, field: QWidget) -> None:
        self.notes[field] = Refusal(self)
        self._fields.addRow(plain_label(), self.notes[field])
        self._fields.setRowVisible(self.notes[field], False)

    def _add_dates(self, fields: QFormLayout, today: date) -> None:
        say = self.words.say
        self.in_window = QRadioButton(say("In a window"))
        self.on_dates = QRadioButton(say("On fixed dates"))
        self.in_window.setChecked(True)
        self.first = date_field(self.words, say("First day"), today + timedelta(days=30))
        self.until = date_field(self.words, say("Last possible day"), today + timedelta(days=40))
        self.days = QComboBox()
        for count in range(1, MOST_DAYS + 1):
            self.days.addItem(self.words.say_many("{count} day", "{count} days", count), count)
        self.days.setCurrentIndex(self.days.findData(5))
        choice = QHBoxLayout()
        choice.setSpacing(16)
        choice.addWidget(self.in_window)
        choice.addWidget(self.on_dates)
        choice.addStretch(1)
        kind = QWidget()
        kind.setLayout(choice)
        choice.setContentsMargins(0, 0, 0, 0)
        self._between = plain_label(say("and"), "muted")
        dates = QHBoxLayout()
        dates.setContentsMargins(0, 0, 0, 0)
        dates.addWidget(self.first, 1)
        dates.addWidget(self._between)
        dates.addWidget(self.until, 1)
        when = QWidget()
        when.setLayout(dates)
        add_field(fields, say("When"), kind)
        add_field(fields, say("Between"), when)
        self._add_note(self.until)
        add_field(fields, say("Days"), self.days)
        self._dates_label = fields.labelForField(when)
        self.in_window.toggled.connect(self._show_dates)

    def _add_templates(self, fields: QFormLayout) -> None:
        say = self.words.say
        self.template = ComboBox()
        for name in TEMPLATES:
            self.template.addItem(say(_TEMPLATE_NAMES[name]), name)
        self._brings = plain_label("", "muted", wrap=True)
        self._brings.setMinimumHeight(34)
        add_field(fields, say("Begin with"), self.template)
        fields.addRow(plain_label(), self._brings)
        self._lasts = 0
        self.template.currentIndexChanged.connect(self._show_template)
        self.days.currentIndexChanged.connect(self._show_what_it_brings)
        self.template.setCurrentIndex(TEMPLATES.index("blank"))

    def _show_template(self) -> None:
        name: Template = self.template.currentData()
        self._lasts = self._template_plan(name).visit.last_day if name != "blank" else 0
        if self._lasts:
            self.days.setCurrentIndex(self.days.findData(self._lasts))
        self._show_what_it_brings()

    def _show_what_it_brings(self) -> None:
        """And that days are too few for it: what has no day of its own is put onto the last one, over the rest."""
        said = self.words.say(_TEMPLATE_BRINGS[self.template.currentData()])
        too_few = int(self.days.currentData()) < self._lasts
        if too_few:
            said = self.words.say(
                "It is made for {count} days. In fewer, items of several days come to lie on the last one, over each "
                "other.",
                count=self._lasts,
            )
        self._brings.setText(said)
        set_look(self._brings, "warning" if too_few else "muted")

    def _template_plan(self, name: Template) -> Plan:
        return self._read_template(name, str(uuid4()))

    def _show_dates(self) -> None:
        windowed = self.in_window.isChecked()
        self.until.setVisible(windowed)
        self._between.setVisible(windowed)
        label = self._dates_label
        if isinstance(label, QLabel):
            label.setText(self.words.say("Between") if windowed else self.words.say("First day"))

    def _follow_fields(self) -> None:
        for changed in (
            self.title.textChanged, self.guest.country.editTextChanged, self.host.country.editTextChanged,
            self.first.dateChanged, self.until.dateChanged, self.days.currentIndexChanged, self.in_window.toggled,
        ):  # fmt: skip
            changed.connect(self._judge_again)

    def _judge_again(self) -> None:
        """What was refused stays said only as long as it is so."""
        if any(note.text() for note in self.notes.values()):
            self._show_faults(self._judged()[1])

    def _judged(self) -> tuple[Plan | None, dict[QWidget, KnownError]]:
        """The visit without its template, and what is wrong with fields; None where something is."""
        faults: dict[QWidget, KnownError] = {}
        guest, host = (self._party(side, faults) for side in (self.guest, self.host))
        until = date_in(self.until) if self.in_window.isChecked() else None
        when = When(date_in(self.first), int(self.days.currentData()), until)
        title = self.title.text()
        made: Plan | None = None
        try:
            made = new_visit(title, guest, host, self.host_body.text(), when, self._new_id, self.words.language)
        except KnownError as error:
            faults[self.until if title.strip() else self.title] = error
        return (None if faults else made), faults

    @staticmethod
    def _party(side: CountryAndZone, faults: dict[QWidget, KnownError]) -> Party:
        try:
            return side.party()
        except KnownError as error:
            faults[side.country] = error
            return _NOBODY

    def _show_faults(self, faults: dict[QWidget, KnownError]) -> None:
        for field, note in self.notes.items():
            error = faults.get(field)
            set_look(field, "wrong" if error else "")
            note.show_sentence(self.words.error(error) if error else "")
            self._fields.setRowVisible(note, bool(error))

    def carry_out(self) -> None:
        made, faults = self._judged()
        self._show_faults(faults)
        if made is None:
            next(field for field in self.notes if field in faults).setFocus()
            return
        name: Template = self.template.currentData()
        try:
            self.plan = made if name == "blank" else begun_from(self._template_plan(name), made)
        except KnownError as error:
            self.refuse(error)
        else:
            self.accept()
