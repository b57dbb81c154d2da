"""Sentences of findings about what has gone out, and in which languages."""

from delegation_planner.checks.finding import Finding
from delegation_planner.plan.participant import Participant
from delegation_planner.words.kinds_words import LANGUAGES
from delegation_planner.words.subjects import item_names, some, subject_name
from delegation_planner.words.words import Words


def old_edition(words: Words, finding: Finding) -> str:
    """Who still holds an old edition."""
    people = [subject_name(words, person) for person in finding.about(Participant)]
    people += str(finding.values["others"]).split("\n") if finding.values["others"] else []
    return words.say_many(
        "{people} still holds Edition {edition}, although Edition {current} says something else there.",
        "{people} still hold Edition {edition}, although Edition {current} says something else there.",
        len(people), people=some(words, people), edition=finding.values["edition"], current=finding.values["current"],
    )  # fmt: skip


def unchecked_edition(words: Words, finding: Finding) -> str:
    """An edition that was issued with errors open."""
    return words.say_many(
        "Edition {edition} was issued with {count} error open.",
        "Edition {edition} was issued with {count} errors open.",
        int(finding.values["errors"]), edition=finding.values["edition"],
    )  # fmt: skip


def missing_translation(words: Words, finding: Finding) -> str:
    """A public item whose title the second language lacks."""
    (item,) = item_names(words, finding)
    language = next(name for code, name in LANGUAGES.items() if code == finding.values["language"])
    return words.say("“{item}” is public and has no title in {language}.", item=item, language=words.say(language))
