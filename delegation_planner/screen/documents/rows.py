"""The register of documents as rows to show: how far each has come, what comes next, when it is due; no Qt."""

from datetime import date
from typing import Final, Literal, NamedTuple, get_args

from delegation_planner.plan.attendance import attendees
from delegation_planner.plan.day_time import date_of_day
from delegation_planner.plan.document import Document, DocumentFile
from delegation_planner.plan.edits.documents import chain_of, next_state, step_of
from delegation_planner.plan.errors import PlanError
from delegation_planner.plan.kinds import DocumentKind, DocumentState, Id, Role
from delegation_planner.plan.names import fold
from delegation_planner.plan.plan import Plan
from delegation_planner.programme.groundwork import natural
from delegation_planner.programme.texts import Texts
from delegation_planner.screen.marks import Mark, Marks
from delegation_planner.screen.names import date_shown
from delegation_planner.screen.nodes import Node
from delegation_planner.words.words import Words

Order = Literal["code", "title", "due", "state"]
ORDERS: Final[tuple[Order, ...]] = get_args(Order)
"""By what the register is sorted: what is due first and what is least far come first."""


class Due(NamedTuple):
    """When a paper is due: days from day 1 (H-7 is -7), the date (None while dates are open), whether it is late."""

    days: int
    on: date | None
    late: bool


class DocumentRow(NamedTuple):
    """A paper in the register.

    `step` of `steps` states lie behind it (None outside its chain); `settled` says that nothing more is to be done.
    `concerned` says what the person looked at has to do with it: signs, is named in it, or nothing (dimmed).
    """

    id: Id
    code: str
    title: str
    kind: DocumentKind
    state: DocumentState
    step: int | None
    steps: int
    next: DocumentState | None
    settled: bool
    due: Due | None
    files: int
    reason: str
    role: Role | None
    dimmed: bool
    mark: Mark | None


class Register(NamedTuple):
    """The rows to show, and the number of all documents."""

    nodes: tuple[Node[DocumentRow], ...]
    there: int


def register(
    plan: Plan,
    words: Words,
    text: str,
    person_id: Id | None,
    judged_on: date,
    marks: Marks,
    order: Order = "code",
) -> Register:
    """The documents in an order that hold all words of `text`; those that do not concern the person are dimmed."""
    texts = Texts(words.language)
    wanted = fold(text).split()
    files: dict[Id, int] = {}
    for file in plan.rows(DocumentFile):
        files[file.document_id] = files.get(file.document_id, 0) + 1
    nodes = []
    for document in sorted(plan.rows(Document), key=lambda row: natural(row.code)):
        row = _row(plan, texts, document, files.get(document.id, 0), person_id, judged_on, marks)
        folded = fold(f"{row.code} {row.title} {document.owner} {document.sender} {document.number}")
        if all(word in folded for word in wanted):
            nodes.append(Node(document.id, row, drop=True))
    nodes.sort(key=lambda node: _place(node.row, order))  # what is equal stays by code
    return Register(tuple(nodes), len(plan.table(Document)))


def _place(row: DocumentRow, order: Order) -> tuple[object, ...]:
    match order:
        case "title":
            return (fold(row.title),)
        case "due":
            return row.settled, row.due is None, row.due.days if row.due is not None else 0
        case "state":
            return row.settled, row.step is None, row.step / row.steps if row.step is not None else 0
        case "code":
            return ()


def _row(
    plan: Plan, texts: Texts, document: Document, files: int, person_id: Id | None, judged_on: date, marks: Marks
) -> DocumentRow:
    step = step_of(document)
    following = next_state(document)
    settled = following is None
    role = None if person_id is None else role_at(plan, document, person_id)
    return DocumentRow(
        id=document.id,
        code=document.code,
        title=texts.shown(document, "title").text,
        kind=document.kind,
        state=document.state,
        step=step,
        steps=len(chain_of(document)),
        next=following,
        settled=settled,
        due=due(plan, document, judged_on, settled=settled),
        files=files,
        reason=document.state_reason,
        role=role,
        dimmed=person_id is not None and role is None,
        mark=marks.get(document.id),
    )


def due(plan: Plan, document: Document, judged_on: date, *, settled: bool) -> Due | None:
    """When a paper is due, judged as on a day; None for one without a due day."""
    if document.due_day is None:
        return None
    on = date_shown(plan, document.due_day)
    try:
        late = not settled and date_of_day(plan.visit, document.due_day) < judged_on
    except PlanError:  # a visit without any date yet: nothing can be late
        late = False
    return Due(document.due_day - 1, on, late)


def role_at(plan: Plan, document: Document, person_id: Id) -> Role | None:
    """What a person has to do with a paper: signs it, or the role at the item at which it is signed."""
    if person_id in document.signatory_ids or person_id == document.concerns_participant_id:
        return "signatory"
    for item_id in document.item_ids if document.kind == "instrument" else ():
        attendance = attendees(plan, item_id).get(person_id)
        if attendance is not None and attendance.roles:
            return attendance.roles[0]
    return None
