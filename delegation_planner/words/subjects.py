"""What a finding names, in words: items with their numbers, people, places, and lists of them cut short."""

from delegation_planner.checks.finding import Finding, Subject
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.place import Place
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.words.dates import ordinal
from delegation_planner.words.visit_lines import listed
from delegation_planner.words.words import Words


def subject_name(words: Words, subject: Subject) -> str:
    """12 Signing of the Memorandum for an item; a person's or place's name alone."""
    label = subject.label(words.language)
    return f"{subject.code} {label}" if subject.kind == "programme_item" and label != subject.code else label


def item_names(words: Words, finding: Finding) -> list[str]:
    """The items that a finding names."""
    return [subject_name(words, item) for item in finding.about(ProgrammeItem)]


def place_names(words: Words, finding: Finding) -> list[str]:
    """The places that a finding names."""
    return [subject_name(words, place) for place in finding.about(Place)]


def people_names(words: Words, finding: Finding) -> str:
    """The people whom a finding names, as part of a sentence."""
    return some(words, [subject_name(words, person) for person in finding.about(Participant)])


def day_of(words: Words, finding: Finding) -> str:
    """The day of a finding as it stands in "D{day}", which languages say in words of their own: hari ke-3, 3-cü gün."""
    return ordinal(words, int(finding.values["day"]))


def some(words: Words, names: list[str]) -> str:
    """Up to three names; of more the first two and how many others, so that what was found is not lost among them."""
    if len(names) <= 3:
        return listed(words, names)
    others = words.say_many("{count} other", "{count} others", len(names) - 2)
    return listed(words, [*names[:2], others])
