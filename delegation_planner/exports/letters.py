"""What a mail with an edition says to one reader, in the reader's language."""

from delegation_planner.editions.difference import Difference
from delegation_planner.editions.notices import Correspondent, Reader
from delegation_planner.exports.mail_drafts import Letter
from delegation_planner.plan.edition import Edition
from delegation_planner.programme.programme import VisitShown
from delegation_planner.words.changes import change_sentences
from delegation_planner.words.editions import edition_band
from delegation_planner.words.visit_lines import person_name, visit_dates
from delegation_planner.words.words import Words


def edition_letter(
    reader: Reader,
    visit: VisitShown,
    edition: Edition,
    difference: Difference | None,
    words: Words,
    sender: Correspondent | None,
    *,
    by_messages: bool,
) -> Letter:
    """The letter that goes with an edition: the first programme (`difference` is None), or what has changed.

    `by_messages` says that each change comes as a file of its own.
    """
    band = edition_band(words, edition).text
    head = f"{visit.title.text}, {visit_dates(words, visit)}"
    lines = [words.say("Dear {name},", name=person_name(reader.person))]
    if difference is None:
        lines.append(words.say("here is your programme of this visit ({edition}):\n{visit}", edition=band, visit=head))
        lines.append(words.say("Your calendar is attached, with a page that says how to load it."))
    else:
        lines.append(words.say("this visit has changed for you ({edition}):\n{visit}", edition=band, visit=head))
        sentences = change_sentences(words, difference) or [words.say("Some wording has changed.")]
        lines.append("\n".join(f"- {sentence}" for sentence in sentences))
        if not reader.leaving:
            lines.append(words.say("Everything else in your programme is as it was."))
        lines.append(
            words.say("Open each attached file to bring your calendar up to date.")
            if by_messages
            else words.say("Your whole calendar is attached. Delete the old one before you load it.")
        )
    lines += [edition.comment] if edition.comment else []
    lines += [sender.name] if sender else []
    return Letter(words.language, _subject(words, visit, edition), tuple(lines))


def _subject(words: Words, visit: VisitShown, edition: Edition) -> str:
    band = edition_band(words, edition).text.rstrip(" ●")
    return words.say("{visit}: {edition}", visit=visit.short_title.text, edition=band)
