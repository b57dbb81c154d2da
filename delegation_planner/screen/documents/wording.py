"""What a row of the register says in words; no Qt."""

from delegation_planner.screen.documents.rows import DocumentRow, Due
from delegation_planner.words.dates import day_and_month
from delegation_planner.words.findings import finding_sentence
from delegation_planner.words.kinds_words import DOCUMENT_KINDS, DOCUMENT_STATES, ROLES
from delegation_planner.words.words import Words


def due_words(words: Words, due: Due) -> tuple[str, str]:
    """H-7, and beside it the date; "overdue" in the date's place once it is past."""
    hours = "H" if due.days == 0 else f"H{due.days:+d}"
    if due.late:
        return hours, words.say("overdue")
    return hours, day_and_month(words, due.on) if due.on is not None else ""


def days_in_words(words: Words, due: Due) -> str:
    """What H-7 means."""
    if due.days == 0:
        return words.say("on the first day of the visit")
    if due.days < 0:
        return words.say_many(
            "{count} day before the first day of the visit", "{count} days before the first day of the visit", -due.days
        )
    return words.say_many(
        "{count} day after the first day of the visit", "{count} days after the first day of the visit", due.days
    )


def shows_due(row: DocumentRow) -> bool:
    """Whether the row says when it is due: while it is open, and unless the role of a person stands in that place."""
    return row.due is not None and not row.settled and row.role is None


def state_words(words: Words, row: DocumentRow) -> str:
    """The state of a paper; what a person looked at has to do with it comes first."""
    state = words.say(DOCUMENT_STATES[row.state])
    return f"{words.say(ROLES[row.role])} · {state}" if row.role is not None else state


def step_words(words: Words, row: DocumentRow) -> str:
    """How far it has come, for those who cannot see the dots."""
    if row.step is None:
        return ""
    return words.say("step {step} of {steps}", step=row.step + 1, steps=row.steps)


def next_words(words: Words, row: DocumentRow) -> str:
    """The verb that takes the next step; empty where there is none."""
    if row.next is None:
        return ""
    return words.say("Record: {state}", state=words.say(DOCUMENT_STATES[row.next]))


def row_text(words: Words, row: DocumentRow) -> str:
    """The whole row in one line."""
    parts = [f"{row.code} {row.title}", words.say(DOCUMENT_STATES[row.state]), step_words(words, row)]
    if row.due is not None:
        parts += [days_in_words(words, row.due), *filter(None, due_words(words, row.due)[1:])]
    if row.files:
        parts.append(words.say_many("{count} file", "{count} files", row.files))
    return ", ".join(part for part in parts if part)


def row_tip(words: Words, row: DocumentRow) -> str:
    """What may be cut in the row, and what was found."""
    lines = [f"{row.code}  {row.title}", words.say(DOCUMENT_KINDS[row.kind])]
    lines.append(", ".join(part for part in (words.say(DOCUMENT_STATES[row.state]), step_words(words, row)) if part))
    if row.reason:
        lines.append(row.reason)
    if row.due is not None:
        due = " · ".join(part for part in due_words(words, row.due) if part)
        lines += [words.say("Due {day}", day=due), days_in_words(words, row.due)]
    if row.mark is not None:
        lines += [finding_sentence(words, finding) for finding in row.mark.findings]
    return "\n".join(lines)
