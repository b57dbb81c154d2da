"""The sentence of a finding, with its people, items and times by name."""

from collections.abc import Callable
from typing import Final

from delegation_planner.checks.finding import Finding, Severity, Subject
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.place import Place
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.words.dates import duration, wall_clock
from delegation_planner.words.visit_lines import listed
from delegation_planner.words.words import Words, mark

SEVERITIES: Final[dict[Severity, str]] = {
    "error": mark("Error"),
    "warning": mark("Warning"),
    "note": mark("Note"),
}

CHECKS: Final[dict[str, str]] = {
    "C1": mark("Double booking"),
    "C2": mark("Time that cannot be"),
    "C7": mark("Room taken twice"),
}
"""What each check is called in lists."""


def finding_sentence(words: Words, finding: Finding) -> str:
    """What was found, as one sentence in the reader's language."""
    return _SENTENCES[finding.check](words, finding)


def subject_name(words: Words, subject: Subject) -> str:
    """12 Signing of the Memorandum for an item; a person's or place's name alone."""
    label = subject.label(words.language)
    return f"{subject.code} {label}" if subject.kind == "programme_item" and label != subject.code else label


def _double_booking(words: Words, finding: Finding) -> str:
    people = [subject_name(words, person) for person in finding.about(Participant)]
    first, second = (subject_name(words, item) for item in finding.about(ProgrammeItem))
    return words.say_many(
        "{people} is expected at two items at once, D{day} {start}–{end}: “{first}” and “{second}”.",
        "{people} are expected at two items at once, D{day} {start}–{end}: “{first}” and “{second}”.",
        len(people), people=_some(words, people), first=first, second=second, day=finding.values["day"],
        start=_clock(words, finding, "start"), end=_clock(words, finding, "end"),
    )  # fmt: skip


def _some(words: Words, names: list[str]) -> str:
    """Up to three names; of more the first two and how many others, so that what was found is not lost among them."""
    if len(names) <= 3:
        return listed(words, names)
    others = words.say_many("{count} other", "{count} others", len(names) - 2)
    return listed(words, [*names[:2], others])


def _bad_interval(words: Words, finding: Finding) -> str:
    item = subject_name(words, finding.subjects[0])
    minutes = int(finding.values["minutes"])
    if minutes > 0:
        return words.say("“{item}” lasts {duration}: that is too long.", item=item, duration=duration(words, minutes))
    return words.say(
        "“{item}” does not end after it starts: D{day} {start}–{end}.", item=item, day=finding.values["day"],
        start=_clock(words, finding, "start"), end=_clock(words, finding, "end"),
    )  # fmt: skip


def _venue_clash(words: Words, finding: Finding) -> str:
    later, earlier = (subject_name(words, item) for item in finding.about(ProgrammeItem))
    room = subject_name(words, finding.about(Place)[0])
    day, needed = finding.values["day"], int(finding.values["needed"])
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
    "C7": _venue_clash,
}
