"""What a row of the tree says as one text, for those who listen, and in its tool tip; no Qt."""

from delegation_planner.screen.participants.rows import DelegationRow, GroupRow, GroupsRow, ParticipantsRow, PersonRow
from delegation_planner.words.findings import finding_sentence
from delegation_planner.words.kinds_words import SIDES
from delegation_planner.words.words import Words


def row_text(words: Words, row: ParticipantsRow) -> str:
    """The whole row in one line."""
    if isinstance(row, PersonRow):
        parts = (f"{row.number}. {row.honorific} {row.name}".replace("  ", " "), row.office, *row.missing)
        return ", ".join(part for part in parts if part)
    if isinstance(row, DelegationRow):
        return f"{row.name}, {words.say(SIDES[row.side])}, {row.people}"
    if isinstance(row, GroupRow):
        return f"{row.name}, {row.code}"
    return words.say("Groups")


def row_tip(words: Words, row: ParticipantsRow) -> str:
    """What may be cut in the row, what is missing, why the place was set by hand, and what was found."""
    if isinstance(row, GroupsRow):
        return ""
    if isinstance(row, GroupRow):
        return "\n".join((row.name, ", ".join(row.members)))
    if isinstance(row, DelegationRow):
        return f"{row.name}\n{words.say(SIDES[row.side])}"
    lines = [f"{row.code}  {row.honorific} {row.name}".replace("  ", " "), row.office, ", ".join(row.missing)]
    if row.head:
        lines.append(words.say("Head of the delegation"))
    if row.by_hand:
        lines.append(words.say("Place set by hand: {reason}", reason=row.by_hand))
    if row.mark is not None:
        lines += [finding_sentence(words, finding) for finding in row.mark.findings]
    return "\n".join(line for line in lines if line)
