"""What a calendar could not hold, in sentences; each is said once, however many readers it is about."""

from collections.abc import Iterable, Mapping

from delegation_planner.exports.calendar.telling import LeftOut
from delegation_planner.words.words import Words


def left_out_sentences(words: Words, left_out: Iterable[LeftOut], names: Mapping[str, str]) -> list[str]:
    """One sentence for each thing left out; `names` are readers by their key, a circle of readers being without one."""
    return list(dict.fromkeys(_sentence(words, one, names.get(one.reader, "")) for one in left_out))


def _sentence(words: Words, left_out: LeftOut, name: str) -> str:
    match left_out.reason:
        case "ends_before_it_starts" | "cancelled_unsent":
            return _of_an_item(words, left_out)
        case "no_organizer" | "no_address" | "is_organizer":
            return _of_an_address(words, left_out, name)
        case "not_at_this_level":
            return words.say(
                "“{title}” was sent before and is left out at this level: who has it, keeps it.", title=left_out.title
            )
        case "no_longer_in_programme" if name:
            return words.say(
                "{reader} was sent “{title}”, which is no longer in that programme. Tell the reader.",
                reader=name, title=left_out.title,
            )  # fmt: skip
        case "no_longer_in_programme":
            return words.say(
                "A calendar that was sent before held “{title}”, which is no longer in it. Tell its readers.",
                title=left_out.title,
            )
        case "no_items" if name:
            return words.say("{reader} attends nothing at this level: there is no calendar to write.", reader=name)
    return words.say("Nothing is planned at this level: there is no calendar to write.")


def _of_an_item(words: Words, left_out: LeftOut) -> str:
    item = {"number": left_out.number, "title": left_out.title}
    if left_out.reason == "ends_before_it_starts":
        return words.say("Item {number} “{title}” does not end after it starts: it is in no calendar.", **item)
    return words.say("Item {number} “{title}” is cancelled: it is in no calendar that was never sent.", **item)


def _of_an_address(words: Words, left_out: LeftOut, name: str) -> str:
    if left_out.reason == "no_organizer":
        return words.say(
            "The visit has no mail address of an organizer: changes go out as whole calendars, not as updates."
        )
    if left_out.reason == "no_address":
        return words.say("{reader} has no mail address: the changes are in the whole calendar alone.", reader=name)
    return words.say(
        "{reader} has the organizer's own address: the changes are in the whole calendar alone.", reader=name
    )
