"""What the meter of readiness says: each need with what it lacks; no Qt."""

from typing import Final

from delegation_planner.checks.readiness import Need, Readiness, Requirement
from delegation_planner.plan.plan import Plan
from delegation_planner.programme.texts import Texts
from delegation_planner.screen.names import person_name
from delegation_planner.words.kinds_words import DOCUMENT_STATES
from delegation_planner.words.words import Words, mark

_NEEDS: Final[dict[Need, str]] = {
    "instrument": mark("Text to be signed"),
    "guest_acceptance": mark("Guest side accepts"),
    "host_acceptance": mark("Host side accepts"),
    "languages": mark("Languages"),
    "final_text": mark("Final text locked"),
    "signatories": mark("Signatories"),
    "full_powers": mark("Full powers, {name}"),
    "treaty_paper": mark("Printed, in folders"),
    "originals": mark("Originals"),
    "aides": mark("Aides"),
}
_SHORT: Final[dict[Need, str]] = {
    "guest_acceptance": mark("Guests"), "host_acceptance": mark("Hosts"), "full_powers": mark("Powers, {name}"),
}  # fmt: skip
"""What a narrow line calls a need: what is missing is never to be cut."""
_LACKING: Final[dict[tuple[Need, str], str]] = {
    ("instrument", "none"): mark("none needs this item"),
    ("languages", "none"): mark("none named"),
    ("languages", "own"): mark("no Indonesian"),
    ("languages", "other"): mark("Indonesian alone"),
    ("languages", "prevailing"): mark("which prevails is open"),
    ("signatories", "none"): mark("nobody named"),
    ("full_powers", "none"): mark("no paper yet"),
    ("full_powers", "reason"): mark("reason open"),
    ("aides", "signing"): mark("no signing planned"),
    ("aides", "guest"): mark("none of the guests"),
    ("aides", "host"): mark("none of the hosts"),
}
_PARTS: Final = {"channel": mark("channel"), "number": mark("number"), "date": mark("date")}


def title_words(words: Words, readiness: Readiness) -> str:
    """Whether it can be signed."""
    return words.say("Not ready to sign") if readiness.open else words.say("Ready to sign")


def count_words(words: Words, readiness: Readiness) -> str:
    """4 of 9 open."""
    if not readiness.open:
        return words.say("all {count} done", count=len(readiness.requirements))
    return words.say("{open} of {count} open", open=len(readiness.open), count=len(readiness.requirements))


def done_words(words: Words, readiness: Readiness) -> str:
    """5 of 9 are done."""
    return words.say("{done} of {count} are done", done=len(readiness.done), count=len(readiness.requirements))


def meter_words(words: Words, readiness: Readiness) -> str:
    """The meter for those who cannot see it."""
    return f"{title_words(words, readiness)}, {count_words(words, readiness)}"


def need_words(words: Words, plan: Plan, one: Requirement, *, short: bool = False) -> str:
    """Full powers, Minister Abnur: requested; a short one has short words for what is needed."""
    who = person_name(plan, one.person_id, Texts(words.language))
    said = (_SHORT if short else _NEEDS).get(one.need) or _NEEDS[one.need]
    name = words.say(said, name=who)
    return f"{name}{standing_words(words, one)}"


def standing_words(words: Words, one: Requirement) -> str:
    """What of a need is open, as it stands behind it: ": requested"."""
    return f": {_standing(words, one)}"


def _standing(words: Words, one: Requirement) -> str:
    if one.standing == "done":
        return words.say("done")
    if one.need == "originals":
        there, wanted = one.counts
        return words.say("{there} of {wanted}", there=there, wanted=wanted)
    if one.need in ("final_text", "treaty_paper"):
        return words.say("not yet")
    if "state" in one.lacking and one.state is not None:
        return words.say(DOCUMENT_STATES[one.state])
    parts = [words.say(_PARTS[part]) for part in one.lacking if part in _PARTS]
    if parts:
        return words.say("lacks {what}", what=", ".join(parts))
    return ", ".join(words.say(_LACKING[one.need, part]) for part in one.lacking)
