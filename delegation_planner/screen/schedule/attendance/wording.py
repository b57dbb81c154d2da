"""What the matrix says in words: to the pointer, to those who listen to the screen, and on the clipboard."""

from delegation_planner.screen.schedule.attendance.crossings import ABSENT, Crossing
from delegation_planner.screen.schedule.attendance.letters import COMES, ROLE_LETTERS, letters
from delegation_planner.screen.schedule.attendance.rows import DelegationLine, ItemHead, Line, PersonLine
from delegation_planner.words.dates import day_and_month, wall_clock
from delegation_planner.words.kinds_words import ITEM_KINDS, ITEM_STATES, ROLES
from delegation_planner.words.visit_lines import listed
from delegation_planner.words.words import Words


def short_text(crossing: Crossing) -> str:
    """The letters as a table prints them: "S", "(M)" for optional, nothing for absent."""
    if not crossing.comes:
        return ""
    found = letters(crossing.roles)
    return f"({found})" if crossing.optional else found


def crossing_sentence(words: Words, crossing: Crossing) -> str:
    """Signatory, witness; optional; with DEL: what the letters stand for."""
    if crossing == ABSENT:
        return words.say("does not come")
    if not crossing.comes:
        return words.say("left out of {groups}", groups=listed(words, crossing.left_out_of))
    roles = [words.say(ROLES[role]) for role in crossing.roles] or [words.say("comes without a role")]
    parts = [", ".join(roles)]
    if crossing.optional:
        parts.append(words.say("optional"))
    if crossing.groups:
        parts.append(words.say("with the group {groups}", groups=listed(words, crossing.groups)))
    return "; ".join(parts)


def cell_sentence(words: Words, line: Line, head: ItemHead, crossing: Crossing) -> str:
    """Inam Karimov, 12 MoU signing: signatory."""
    return f"{line.name}, {head.number} {head.short}: {crossing_sentence(words, crossing)}"


def cell_tip(words: Words, line: Line, head: ItemHead, crossing: Crossing) -> str:
    """The same in lines, with the letter before each role."""
    found = [f"{ROLE_LETTERS[role]}  {words.say(ROLES[role])}" for role in crossing.roles]
    roleless = words.say("comes without a role")
    if crossing.comes and not found:
        found.append(f"{COMES}  {roleless}")
    if not crossing.comes or crossing.optional or crossing.groups:
        found.append(crossing_sentence(words, crossing._replace(roles=())).removeprefix(f"{roleless}; "))
    return "\n".join((line.name, f"{head.number}  {head.title}", *found))


def head_sentence(words: Words, head: ItemHead, people: int) -> str:
    """12 MoU signing, D2 Mon 24 Jul 11:00, 18 people."""
    when = f"{day_name(words, head)} {_clock(words, head)}"
    return ", ".join((f"{head.number} {head.short}", when, _people(words, people)))


def head_tip(words: Words, head: ItemHead, people: int) -> str:
    """Everything that the head cuts or leaves out."""
    span = f"{_clock(words, head)}–{wall_clock(words, head.end)}"
    state = words.say(ITEM_STATES[head.status])
    return "\n".join((
        f"{head.number}  {head.title}", f"{words.say(ITEM_KINDS[head.kind])}, {state}",
        f"{day_name(words, head)} {span}", _people(words, people),
    ))  # fmt: skip


def day_name(words: Words, head: ItemHead) -> str:
    """D2 Mon 24 Jul; D2 alone while the dates are open."""
    return f"D{head.day}" if head.on is None else f"D{head.day} {day_and_month(words, head.on)}"


def people_shown(words: Words, line: DelegationLine) -> str:
    """How many people a delegation has: "9"; "1 of 9" where a filter leaves fewer."""
    shown, everyone = len(line.people), len(line.everyone)
    return str(everyone) if shown == everyone else words.say("{shown} of {everyone}", shown=shown, everyone=everyone)


def line_sentence(words: Words, line: Line) -> str:
    """What a line is called: "1 Inam Karimov"; a delegation with the number of its people."""
    if isinstance(line, DelegationLine):
        return f"{line.name} {people_shown(words, line)}"
    return f"{line.number} {line.name}"


def line_tip(words: Words, line: Line) -> str:
    """The name and office in full; what the numbers of a delegation count."""
    if isinstance(line, PersonLine):
        return f"{line.name}\n{line.office}".strip()
    if len(line.people) == len(line.everyone):
        return line.full
    counted = words.say("The numbers count everyone, those not shown as well.")
    return f"{line.full}\n{counted}"


def _clock(words: Words, head: ItemHead) -> str:
    clock = wall_clock(words, head.start)
    if head.precision == "about":
        return f"~{clock}"
    return words.say("{clock} (TBC)", clock=clock) if head.precision == "to_be_confirmed" else clock


def _people(words: Words, people: int) -> str:
    return words.say_many("{count} person", "{count} people", people)
