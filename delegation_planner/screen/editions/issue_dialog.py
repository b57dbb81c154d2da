"""Issuing an edition: what has changed, who is touched, what is still wrong, and under which colour it goes out."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from delegation_planner.checks.finding import Finding
from delegation_planner.exports.papers.paper_set import NOTHING_PUBLIC
from delegation_planner.plan.day_time import stamp
from delegation_planner.plan.edition import COLOURS, Edition, colour_of, next_edition
from delegation_planner.plan.errors import KnownError
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.screen.desk import Desk
from delegation_planner.screen.dialogs.frame import DialogFrame, add_field, form
from delegation_planner.screen.editions.change_lines import change_nodes, counts_line
from delegation_planner.screen.editions.change_list import ChangeList
from delegation_planner.screen.editions.draft_watch import watch_of
from delegation_planner.screen.editions.issuing import Touched, issue, open_errors, touched_line, who_is_touched
from delegation_planner.screen.editions.swatch import colour_swatch
from delegation_planner.screen.labels import plain_label
from delegation_planner.screen.waiting import Waiting
from delegation_planner.screen.workers import QuietWork
from delegation_planner.words import editions as words_of_editions
from delegation_planner.words.editions import edition_number
from delegation_planner.words.findings import finding_sentence

WIDTH: Final = 600
CHANGES_HIGH: Final = 190
ERRORS_HIGH: Final = 96
ERRORS_MOST: Final = 12
"""So many open errors are said one by one: each takes its widgets, and nobody reads hundreds before issuing."""
ONCE_SEEN_MS: Final = 150
"""So long the dialog has to come and be painted before a thread shares Python with it."""
ISSUED_BY: Final = "editions/by"


class IssueDialog(DialogFrame):
    """`issued` is the edition, once it is frozen."""

    def __init__(self, parent: QWidget | None, desk: Desk, waiting: Waiting) -> None:
        self._desk = desk
        self._waiting = waiting
        self._watch = watch_of(desk)
        self._last = self._watch.last.number if self._watch.last is not None else 0
        number, say = self._last + 1, desk.say
        super().__init__(
            parent, desk.words, say("Issue Edition {number}", number=number),
            say("Issue Edition {number}", number=number), cancel=say("Keep as draft"),
        )  # fmt: skip
        self.issued: Edition | None = None
        self._asked = False
        self._unfit = False
        promise = say("It freezes the programme as it is now, for good. You can go on changing the draft.")
        self.body.addWidget(plain_label(promise, "muted", wrap=True))
        self._counts = plain_label("", "heading", wrap=True)
        self.changes = ChangeList(desk, self)
        self.changes.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.touched = plain_label(say("Looking who is touched…"), "muted", wrap=True)
        for widget in (self._counts, self.changes, self.touched):
            self.body.addWidget(widget)
        self._errors_at = QVBoxLayout()
        self.body.addLayout(self._errors_at)
        self.body.addSpacing(4)
        self._add_fields(number)
        self.setFixedWidth(WIDTH)
        self._watch.changed.connect(self._show_changes)
        desk.judged.connect(self._show_errors)
        self._show_errors()
        self._show_changes()
        QTimer.singleShot(ONCE_SEEN_MS, self, self._look_who_is_touched)

    def _add_fields(self, number: int) -> None:
        desk, say = self._desk, self._desk.say
        self.colour = QComboBox()
        for colour in COLOURS:
            name = say(words_of_editions.COLOURS[colour]).capitalize()
            self.colour.addItem(colour_swatch(desk.theme, colour), name, colour)
        self.colour.setCurrentIndex(COLOURS.index(colour_of(number)))
        self.label = QLineEdit()
        self.label.setPlaceholderText(say("for example: after the advance visit"))
        self.comment = QPlainTextEdit()
        self.comment.setTabChangesFocus(True)
        self.comment.setFixedHeight(48)
        read_by = say("All readers see it: it stands in the list of editions and in every mail of this edition.")
        self.comment.setAccessibleDescription(read_by)
        self.by = QLineEdit(desk.settings.text(ISSUED_BY, desk.session.author))
        fields = form()
        add_field(fields, say("Colour"), self.colour)
        add_field(fields, say("Label"), self.label)
        add_field(fields, say("Comment"), self.comment)
        fields.addRow("", plain_label(read_by, "muted", wrap=True))
        add_field(fields, say("Issued by"), self.by)
        self.body.addLayout(fields)

    def _show_changes(self) -> None:
        words, difference = self._desk.words, self._watch.difference
        edition = edition_number(words, self._last)
        if not self._last:
            self._counts.setText(words.say("It is the first edition of this visit."))
        elif not self._watch.is_settled:
            self._counts.setText(words.say("Comparing with {edition}…", edition=edition))
        elif difference is None:
            self._counts.setText(words.say("What has changed is not known."))
        elif not difference:
            self._counts.setText(words.say("Nothing has changed since {edition}.", edition=edition))
        else:
            counts = counts_line(words, difference)
            self._counts.setText(words.say("Since {edition}: {changes}", edition=edition, changes=counts))
        self.changes.show_changes(change_nodes(words, self._desk.plan, difference) if difference else ())
        self.changes.setVisible(bool(difference))
        self.changes.setFixedHeight(min(CHANGES_HIGH, self.changes.height_at(WIDTH - 2 * 20)))
        self._enable()
        self._fit()

    def _enable(self) -> None:
        """It can be issued once it is known what has changed, and what is still wrong."""
        compared = not self._last or self._watch.is_settled
        self.main.setEnabled(compared and self._desk.findings_kept is not None and not self._unfit)

    @property
    def _is_the_same(self) -> bool:
        """Whether it is known that nothing has changed since the last edition."""
        return self._watch.difference is not None and not self._watch.difference

    def _ask_anyway(self) -> None:
        say = self._desk.say
        self._asked = True
        edition = edition_number(self._desk.words, self._last)
        question = say(
            "Nothing has changed since {edition}, and an edition is for good. Issue it all the same?", edition=edition
        )
        self.refusal.show_sentence(question)
        self.main.setText(say("Issue all the same"))
        self._fit()

    def _look_who_is_touched(self) -> None:
        read, plan, rulebook = self._watch.read_edition, self._desk.plan, self._desk.rulebook
        language = self._desk.words.language
        looking = QuietWork(lambda _: who_is_touched(read and read(), plan, rulebook, language))
        looking.done.connect(self._show_touched)
        looking.failed.connect(self._show_unfit)
        looking.start()

    def _show_touched(self, touched: Touched) -> None:
        self.touched.setText(touched_line(self._desk.words, touched))
        self._fit()

    def _fit(self) -> None:
        """As high as what is said needs, wrapped as it is."""
        layout = self.layout()
        assert layout is not None
        layout.activate()
        self.resize(WIDTH, layout.totalHeightForWidth(WIDTH))

    def _show_unfit(self, error: KnownError) -> None:
        self.touched.hide()
        self._unfit = True
        self._enable()
        self.refuse(error)

    def _show_errors(self) -> None:
        """What is still wrong, once that is known."""
        while (item := self._errors_at.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        errors = open_errors(self._desk.findings)
        if self._desk.findings_kept is None:
            self._errors_at.addWidget(plain_label(self._desk.say("Looking for open errors…"), "muted", self))
        elif errors:
            self._errors_at.addWidget(self._errors(errors))
        if all(item.disclosure != "public" for item in self._desk.plan.rows(ProgrammeItem)):
            self._errors_at.addWidget(plain_label(self._desk.say(NOTHING_PUBLIC), "warning", self, wrap=True))
        self._enable()
        self._fit()

    def _errors(self, errors: Sequence[Finding]) -> QWidget:
        words, theme = self._desk.words, self._desk.theme
        # Each widget is made where it stays: Qt styles anew whatever is moved, with all that is in it.
        box = QWidget(self)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        title = words.say_many(
            "{count} error is open. It may go out all the same.",
            "{count} errors are open. It may go out all the same.", len(errors),
        )  # fmt: skip
        column.addWidget(plain_label(title, "errorCount", box, wrap=True))
        area = QScrollArea(box)
        column.addWidget(area)
        sheet = QWidget()
        area.setWidget(sheet)
        lines = QVBoxLayout(sheet)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(2)
        for finding in errors[:ERRORS_MOST]:
            row = QHBoxLayout()
            row.setSpacing(8)
            mark = plain_label(parent=sheet)
            mark.setPixmap(theme.icon("mark_error", "error").pixmap(QSize(14, 14), self.devicePixelRatioF()))
            row.addWidget(mark, alignment=Qt.AlignmentFlag.AlignTop)
            row.addWidget(plain_label(finding_sentence(words, finding), parent=sheet, wrap=True), 1)
            lines.addLayout(row)
        if len(errors) > ERRORS_MOST:
            more = words.say_many(
                "{count} more stands among the findings.", "{count} more stand among the findings.",
                len(errors) - ERRORS_MOST,
            )  # fmt: skip
            lines.addWidget(plain_label(more, "muted", sheet, wrap=True))
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(title)
        area.setFixedHeight(min(ERRORS_HIGH, sheet.heightForWidth(WIDTH - 60) + 4))
        return box

    @override
    def carry_out(self) -> None:
        """Freeze it; where that is refused, say why and stay. Without a change, ask once whether it is wanted."""
        if self._is_the_same and not self._asked:
            self._ask_anyway()
            return
        desk = self._desk
        try:
            edition = next_edition(
                self._last, stamp(desk.now()), issued_by=self.by.text(), label=self.label.text(),
                colour=self.colour.currentData(), comment=self.comment.toPlainText(),
                open_errors=len(open_errors(desk.findings)),
            )  # fmt: skip
            store, plan, rulebook = desk.session.store, desk.plan, desk.rulebook
            sentence = desk.say("Issuing {edition}…", edition=edition_number(desk.words, edition.number))
            self._waiting.through(sentence, lambda: issue(store, edition, plan, rulebook))
        except KnownError as error:
            self.refuse(error)
            return
        desk.settings.keep(ISSUED_BY, edition.issued_by)
        self.issued = edition
        self.accept()
