"""One tab of fields for a row: each commits when it is left, and what was found stands beside it."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from delegation_planner.checks.finding import Finding
from delegation_planner.plan.day_time import stamp
from delegation_planner.plan.document import Document
from delegation_planner.plan.edits.documents import set_state
from delegation_planner.plan.kinds import Id
from delegation_planner.plan.programme_item import ProgrammeItem, Vehicle
from delegation_planner.plan.tables import TABLE_NAMES, Row
from delegation_planner.screen.asking import ask_text
from delegation_planner.screen.desk import Desk
from delegation_planner.screen.details.editors import depends_on_row, make_editor, offer_now, show_values
from delegation_planner.screen.details.field_hint import FieldHint
from delegation_planner.screen.details.field_note import FieldNote, unfitting
from delegation_planner.screen.details.form_fields import FormField
from delegation_planner.screen.details.hints import Hint
from delegation_planner.screen.details.label_column import column_width
from delegation_planner.screen.details.several import changes_of_all, common_values, fits
from delegation_planner.screen.details.values import needs_reason
from delegation_planner.screen.fields.choice_field import ChoiceField, FlagField
from delegation_planner.screen.labels import plain_label, set_look
from delegation_planner.screen.removing import row_name
from delegation_planner.session.store import Label

if TYPE_CHECKING:
    from delegation_planner.plan.plan import Plan

_NO_HINTS: Final[Mapping[str, Hint]] = {}


class RowForm(QScrollArea):
    """Shows a row, or several that are edited together; `findings` by field name stand below their fields.

    The fields are made when they are first asked for: a page has more tabs than anybody looks at.
    """

    def __init__(
        self, desk: Desk, kind: type[Row], fields: tuple[FormField, ...], above: QWidget | None = None
    ) -> None:
        """`above` stands over the fields and is scrolled with them."""
        super().__init__()
        self._above = above
        self.desk = desk
        self.kind = kind
        self.ids: tuple[Id, ...] = ()
        self._fields = fields
        self.made = 0
        self._body: QWidget | None = None
        self._editors: dict[str, Any] = {}
        self._labels: dict[str, QLabel] = {}
        self._hints: dict[str, FieldHint] = {}
        self._notes: dict[str, FieldNote] = {}
        self._holders: dict[str, QWidget] = {}
        self._columns: dict[str, QVBoxLayout] = {}
        self._layout = QFormLayout()
        self._offered_from: Plan | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @property
    def editors(self) -> dict[str, Any]:
        """The fields by the names of the row."""
        self._build()
        return self._editors

    def hint(self, name: str) -> FieldHint:
        """What is known beside a field; made when it is first asked for, as most fields never have any."""
        self._build()
        if name not in self._hints:
            holder = self._holders[name]
            hint = FieldHint(self.editors[name].accessibleName(), holder)
            hint.taken.connect(self._take)
            self._columns[name].insertWidget(1, hint)
            QWidget.setTabOrder(self._editors[name], hint.verb)
            self._hints[name] = hint
        return self._hints[name]

    def note(self, name: str) -> FieldNote:
        """What stands below a field; made when it is first asked for, too."""
        self._build()
        if name not in self._notes:
            holder = self._holders[name]
            note = FieldNote(self.desk, holder)
            column = self._columns[name]
            column.insertWidget(column.count() - 1, note)
            before = self._hints[name].verb if name in self._hints else self._editors[name]
            QWidget.setTabOrder(before, note.waive)
            self._notes[name] = note
        return self._notes[name]

    def prepare(self) -> bool:
        """Make one more of the fields ahead; False once all are there."""
        if self.made == len(self._fields):
            return False
        if self._body is None:
            self._body = self._begin()
        self._add(self._fields[self.made], self._body)
        self.made += 1
        if self.made == len(self._fields):
            self._fit_labels()
            self.setWidget(self._body)
        return True

    def _build(self) -> None:
        while self.prepare():
            pass

    def _begin(self) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(4, 8, 14, 12)
        if self._above is not None:
            column.addWidget(self._above)
        column.addLayout(self._layout)
        column.addStretch(1)
        self._layout.setHorizontalSpacing(8)
        self._layout.setVerticalSpacing(6)
        self._layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._layout.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        return body

    def _add(self, field: FormField, body: QWidget) -> None:
        editor: Any = make_editor(self.desk, self.kind, field, body)
        label = self.desk.say(field.label)
        editor.setAccessibleName(label)
        editor.setEnabled(not self.desk.read_only)
        editor.committed.connect(lambda value: self._commit(field, value))
        if hasattr(editor, "not_understood"):
            editor.not_understood.connect(lambda text: self._not_understood(field, text))
        holder = QWidget(body)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(editor)
        column.addItem(QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Minimum))  # below a long label
        if isinstance(editor, FlagField):
            self._layout.addRow(holder)
        else:
            self._labels[field.name] = _label(label, editor)
            self._layout.addRow(self._labels[field.name], holder)
        editor.installEventFilter(self)
        self._editors[field.name] = editor
        self._holders[field.name], self._columns[field.name] = holder, column

    def has_field(self, name: str) -> bool:
        """Whether one of the fields has this name."""
        return any(field.name == name for field in self._fields)

    def has_fields_for(self, rows: Sequence[Row]) -> bool:
        """Whether any field is shown for these rows."""
        return any(fits(rows, field) for field in self._fields)

    def show_rows(
        self, rows: Sequence[Row], findings: Mapping[str, Finding], hints: Mapping[str, Hint] = _NO_HINTS
    ) -> None:
        """Show rows; what is typed into other rows' field just now is committed to those before."""
        self._build()
        ids = tuple(row.id for row in rows)
        other = ids != self.ids
        if other:
            self._leave()
        self.ids = ids
        stale, self._offered_from = self.desk.plan is not self._offered_from, self.desk.plan
        for at, field in enumerate(self._fields):
            editor = self.editors[field.name]
            shown = fits(rows, field)
            self._layout.setRowVisible(at, shown)
            if stale or (other and depends_on_row(field)):
                offer_now(self.desk, rows[0], field, editor)
            if not shown:
                continue
            show_values(editor, common_values(rows, field), self.desk.say("Several values"))
            self._name(field, rows)
            hint, finding = hints.get(field.name), findings.get(field.name)
            if hint is not None or field.name in self._hints:
                self.hint(field.name).show_hint(hint, able=not self.desk.read_only)
            if finding is not None or field.name in self._notes:
                self.note(field.name).show_finding(finding)
            set_look(editor, "wrong" if finding is not None and finding.severity == "error" else "")

    def _name(self, field: FormField, rows: Sequence[Row]) -> None:
        """A field that is called otherwise beside other rows gets its name."""
        if field.renamed is not None:
            label = self.desk.say(field.label_for(rows))
            if self._labels[field.name].text() != label:
                self._labels[field.name].setText(label)
                self._fit_labels()
            self.editors[field.name].setAccessibleName(label)

    def _fit_labels(self) -> None:
        labels = self._labels.values()
        measure = self.fontMetrics().horizontalAdvance
        width = column_width((label.text() for label in labels), measure, self.viewport().width())
        for label in labels:
            label.setFixedWidth(width)

    def _take(self, hint: Hint) -> None:
        plan, act, label = self.desk.plan, hint.act, hint.label
        if act is not None and label is not None:
            self.desk.edit(label, lambda: act(plan, self.desk.new_id))

    def _leave(self) -> None:
        for editor in self.editors.values():
            if (self.ids and editor.isAncestorOf(self.focusWidget())) or editor.hasFocus():
                editor.commit() if hasattr(editor, "commit") else None
            editor.revert()

    def _commit(self, field: FormField, value: Any) -> None:
        if not self.ids:
            return
        desk, kind, ids = self.desk, self.kind, self.ids
        editor = self.editors[field.name]
        if field.editor == "state" and len(ids) == 1 and needs_reason(desk.plan, ids[0], value):
            done = self._set_state_for_a_reason(ids[0], value)
        else:
            plan, now = desk.plan, stamp(desk.now())
            label = Label(f"edit_{_LABELS[kind]}", {"name": self._names()})
            merge = f"{'+'.join(ids)}/{field.name}"
            done = desk.edit(
                label,
                lambda: changes_of_all(plan, kind, ids, field, value, now, desk.new_id),
                merge=merge,
                refused=lambda error: self._say_beside(field, desk.words.error(error)),
            )
        if done:
            self._show_taken(field, ids)
            return
        set_look(editor, "wrong")
        if isinstance(editor, ChoiceField | FlagField):
            editor.revert()

    def _show_taken(self, field: FormField, ids: tuple[Id, ...]) -> None:
        """What was typed stands there as the plan has it, also where that is what it had before."""
        rows = [self.desk.plan.get(self.kind, id) for id in ids]
        if ids == self.ids and (there := [row for row in rows if row is not None]):
            show_values(self.editors[field.name], common_values(there, field), self.desk.say("Several values"))

    def _say_beside(self, field: FormField, sentence: str) -> None:
        """Say below a field what is wrong, and scroll there as soon as the sentence has its height."""
        self.note(field.name).show_sentence("error", sentence)
        holder = self._holders[field.name]
        QTimer.singleShot(0, self, lambda: self.ensureWidgetVisible(holder, 12, 12))

    def _names(self) -> str:
        rows = [self.desk.plan.find(self.kind, id) for id in self.ids]
        if isinstance(first := rows[0], Vehicle):
            return self.desk.plan.find(ProgrammeItem, first.item_id).code
        return row_name(self.desk.words, first) if len(rows) == 1 else ", ".join(_code(row) for row in rows)

    def _set_state_for_a_reason(self, id: Id, state: Any) -> bool:
        desk = self.desk
        name = row_name(desk.words, desk.plan.find(Document, id))
        question = desk.say("Why does “{name}” leave its way?", name=name)
        reason = ask_text(
            desk, question, desk.say("The reason is kept with the document."), desk.say("Change the state")
        )
        if reason is None:
            return False
        plan = desk.plan
        return desk.edit(Label("set_document_state", {"name": name}), lambda: set_state(plan, id, state, reason))

    def _not_understood(self, field: FormField, text: str) -> None:
        sentences = {
            "date": self.desk.say("“{text}” is not a date. Write it as 24 Jul 2017.", text=text),
            "due": self.desk.say("“{text}” is not a due day. Write it as H-7.", text=text),
            "minutes": self.desk.say("“{text}” is not a number of minutes.", text=text),
            "number": self.desk.say("“{text}” is not a whole number.", text=text),
            "when_start": self.desk.say("“{text}” is not a time of day.", text=text),
            "when_end": self.desk.say(
                "“{text}” is neither a time nor a length. Write it as 10:15 or 45 min.", text=text
            ),
        }
        other = unfitting(self.desk, getattr(self.editors[field.name], "picks", ()), text)
        self._say_beside(field, sentences.get(field.editor, other))

    @override
    def resizeEvent(self, arg__1: QResizeEvent) -> None:
        super().resizeEvent(arg__1)
        self._fit_labels()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self.ensureWidgetVisible(watched, 12, 12)
        return False


_LABELS = {
    kind: {"programme_item": "item", "participant_group": "group"}.get(name, name) for kind, name in TABLE_NAMES.items()
}
"""The part of a label's kind that names the kind of row."""


def _code(row: Row) -> str:
    code: str = getattr(row, "code", "")
    return code


def _label(text: str, editor: QWidget) -> QLabel:
    label = plain_label(text, "fieldLabel", wrap=True)
    label.setContentsMargins(0, 6, 0, 0)  # beside the first line of its field, whatever stands below
    label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    label.setBuddy(editor)
    label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
    return label
