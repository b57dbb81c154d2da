"""The sentence of a finding, with its people, items and times by name."""

from collections.abc import Callable
from typing import Final

from delegation_planner.checks.finding import Finding, Severity
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.place import Place
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.words import edition_sentences, item_sentences, way_sentences
from delegation_planner.words.dates import End, duration, far_ends, ordinal, wall_clock
from delegation_planner.words.subjects import day_of, some, subject_name
from delegation_planner.words.words import Words, mark

SEVERITIES: Final[dict[Severity, str]] = {
    "error": mark("Error"),
    "warning": mark("Warning"),
    "note": mark("Note"),
}

CHECKS: Final[dict[str, str]] = {
    "C1": mark("Double booking"),
    "C2": mark("Time that cannot be"),
    "C3": mark("No way there"),
    "C4": mark("Too little time on the way"),
    "C5": mark("Movement too fast"),
    "C6": mark("Flight too close"),
    "C7": mark("Room taken twice"),
    "C8": mark("Friday prayer"),
    "C9": mark("Office closed"),
    "C10": mark("Hard day"),
    "C11": mark("Body clock"),
    "C12": mark("Missing meal"),
    "C13": mark("Wrong weekday"),
    "C14": mark("Wrong zone"),
    "C15": mark("Pinned outside the visit"),
    "C16": mark("Still tentative"),
    "C17": mark("Steps do not fit"),
    "C18": mark("Hosts not in place"),
    "C19": mark("No wet-weather plan"),
    "C20": mark("Unwritten time"),
    "X1": mark("Old edition in use"),
    "X3": mark("Missing translation"),
    "X8": mark("Issued with open errors"),
}
"""What each check is called in lists."""


UNKNOWN_WAYS: Final = mark("Travel time unknown")


def check_name(finding: Finding) -> str:
    """What the check of a finding is called, to be said: ways of unknown length are a question of their own."""
    if finding.check == "C5" and not finding.values:
        return UNKNOWN_WAYS
    return CHECKS.get(finding.check, finding.check)


def finding_sentence(words: Words, finding: Finding) -> str:
    """What was found, as one sentence in the reader's language."""
    return _SENTENCES[finding.check](words, finding)


def _double_booking(words: Words, finding: Finding) -> str:
    people = [subject_name(words, person) for person in finding.about(Participant)]
    first, second = (subject_name(words, item) for item in finding.about(ProgrammeItem))
    return words.say_many(
        "{people} is expected at two items at once, D{day} {start}–{end}: “{first}” and “{second}”.",
        "{people} are expected at two items at once, D{day} {start}–{end}: “{first}” and “{second}”.",
        len(people), people=some(words, people), first=first, second=second, day=day_of(words, finding),
        start=_clock(words, finding, "start"), end=_clock(words, finding, "end"),
    )  # fmt: skip


def _bad_interval(words: Words, finding: Finding) -> str:
    item = subject_name(words, finding.subjects[0])
    minutes = int(finding.values["minutes"])
    if minutes > 0:
        return words.say("“{item}” lasts {duration}: that is too long.", item=item, duration=duration(words, minutes))
    start, end = _end(finding, "day", "start"), _end(finding, "end_day", "end")
    if start[::2] != end[::2]:
        when = far_ends(words, start, end)
        return words.say("“{item}” does not end after it starts: {when}.", item=item, when=when)
    return words.say(
        "“{item}” does not end after it starts: D{day} {start}–{end}.", item=item, day=ordinal(words, start[0]),
        start=wall_clock(words, start[1]), end=wall_clock(words, end[1]),
    )  # fmt: skip


def _end(finding: Finding, day_name: str, name: str) -> End:
    day, clock, zone = (finding.values[key] for key in (day_name, name, f"{name}_zone"))
    return int(day), str(clock), str(zone)


def _venue_clash(words: Words, finding: Finding) -> str:
    later, earlier = (subject_name(words, item) for item in finding.about(ProgrammeItem))
    room = subject_name(words, finding.about(Place)[0])
    day, needed = day_of(words, finding), int(finding.values["needed"])
    if not needed:
        return words.say(
            "{room} is taken twice on D{day}: “{first}” and “{second}” overlap.", room=room, day=day, first=earlier,
            second=later,
        )  # fmt: skip
    return words.say(
        "{room}: {gap} between “{first}” and “{second}” on D{day}; another layout needs {needed}.", room=room, day=day,
        first=earlier, second=later, gap=duration(words, int(finding.values["minutes"])),
        needed=duration(words, needed),
    )  # fmt: skip


def _clock(words: Words, finding: Finding, name: str) -> str:
    return wall_clock(words, str(finding.values[name]))


_SENTENCES: Final[dict[str, Callable[[Words, Finding], str]]] = {
    "C1": _double_booking,
    "C2": _bad_interval,
    "C3": way_sentences.place_jump,
    "C4": way_sentences.short_buffer,
    "C5": way_sentences.fast_movement,
    "C6": way_sentences.flight_margin,
    "C7": _venue_clash,
    "C8": item_sentences.friday_prayer,
    "C9": item_sentences.office_hours,
    "C10": way_sentences.long_day,
    "C11": way_sentences.body_clock,
    "C12": way_sentences.missing_meal,
    "C13": item_sentences.wrong_weekday,
    "C14": item_sentences.wrong_zone,
    "C15": item_sentences.pin_outside,
    "C16": item_sentences.still_tentative,
    "C17": item_sentences.steps_do_not_fit,
    "C18": way_sentences.hosts_elsewhere,
    "C19": item_sentences.no_wet_weather_plan,
    "C20": way_sentences.unwritten_gap,
    "X1": edition_sentences.old_edition,
    "X3": edition_sentences.missing_translation,
    "X8": edition_sentences.unchecked_edition,
}
