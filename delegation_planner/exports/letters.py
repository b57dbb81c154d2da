"""What a mail with an edition says to one reader, in the reader's language."""

from collections.abc import Iterator
from typing import Final, Literal

from delegation_planner.editions.difference import Difference
from delegation_planner.editions.notices import Correspondent, Reader
from delegation_planner.exports.mail_drafts import Letter
from delegation_planner.plan.edition import Edition
from delegation_planner.programme.programme import VisitShown
from delegation_planner.words.changes import change_sentences
from delegation_planner.words.editions import edition_band
from delegation_planner.words.visit_lines import person_name, visit_dates
from delegation_planner.words.words import Words, mark

CalendarWay = Literal["messages", "whole", "as it is", "none"]
"""How a change reaches a calendar: a file for each, the whole anew, not at all as it is right, or there is none."""

_LOADING: Final[dict[CalendarWay, str]] = {
    "messages": mark("Open each attached file to bring your calendar up to date."),
    "whole": mark("Your whole calendar is attached. Delete the old one before you load it."),
    "as it is": mark("The calendar that you have needs no update."),
}


def edition_letter(
    reader: Reader,
    visit: VisitShown,
    edition: Edition,
    difference: Difference | None,
    words: Words,
    sender: Correspondent | None,
    *,
    calendar: CalendarWay,
) -> Letter:
    """The letter that goes with an edition: the first programme (`difference` is None), or what has changed."""
    band = edition_band(words, edition).text
    head = f"{visit.title.text}, {visit_dates(words, visit)}"
    lines = [words.say("Dear {name},", name=person_name(reader.person))]
    if difference is None:
        lines.append(words.say("here is your programme of this visit ({edition}):\n{visit}", edition=band, visit=head))
        attached = mark("Your calendar is attached, with a page that says how to load it.")
        how = _LOADING[calendar] if calendar == "messages" else attached
        lines.append(words.say(how))
    else:
        lines += _changes(reader, difference, words, band, head)
        lines += [words.say(_LOADING[calendar])] if calendar in _LOADING else []
    lines += [edition.comment] if edition.comment else []
    lines += [sender.name] if sender else []
    return Letter(words.language, _subject(words, visit, edition), tuple(lines))


def _changes(reader: Reader, difference: Difference, words: Words, band: str, head: str) -> Iterator[str]:
    if not difference:
        yield words.say(
            "your programme has not changed, but your calendar has to follow ({edition}):\n{visit}",
            edition=band, visit=head,
        )  # fmt: skip
        return
    yield words.say("this visit has changed for you ({edition}):\n{visit}", edition=band, visit=head)
    sentences = change_sentences(words, difference) or [words.say("Some wording has changed.")]
    yield "\n".join(f"- {sentence}" for sentence in sentences)
    if not reader.leaving:
        yield words.say("Everything else in your programme is as it was.")


def _subject(words: Words, visit: VisitShown, edition: Edition) -> str:
    band = edition_band(words, edition).text.rstrip(" ●")
    return words.say("{visit}: {edition}", visit=visit.short_title.text, edition=band)
