"""A drag in words: the new time, how it was, what it would cause; no Qt."""

from typing import TYPE_CHECKING, NamedTuple

from delegation_planner.checks.finding import Finding, Severity
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.place import Place
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.screen.schedule.grid.day_heads import TRACK_NAMES
from delegation_planner.screen.schedule.grid.gesture import Drop
from delegation_planner.screen.schedule.grid.grid_clock import DAY, GridClock
from delegation_planner.screen.schedule.grid.time_words import (
    clock_at,
    day_and_clock,
    length_words,
    moved_words,
    span_text,
)
from delegation_planner.words.dates import duration
from delegation_planner.words.findings import check_name, finding_sentence
from delegation_planner.words.words import Words

if TYPE_CHECKING:  # the checks are not loaded before something is dragged
    from delegation_planner.screen.schedule.grid.drop_findings import Difference

_MOST_POINTS = 3


class Point(NamedTuple):
    """One thing that the drop would bring (with a severity) or that is well (None): a title and a second line."""

    severity: Severity | None
    title: str
    detail: str = ""


class DropWords(NamedTuple):
    """The card beside a drag. `track` is empty where that stays, `points` while nothing is known yet."""

    times: str
    was: str
    track: str
    points: tuple[Point, ...]
    keys: tuple[str, ...]


def drop_words(words: Words, plan: Plan, drop: Drop, difference: "Difference | None") -> DropWords:
    """What the card says about a drop."""
    day = drop.start // DAY
    times = span_text(words, plan, drop.start, drop.end, day)
    if drop.minutes and (drop.start - drop.minutes) // DAY != day and drop.kind == "move":
        times = f"{day_and_clock(words, plan, drop.start)}–{clock_at(words, drop.end)}"
    return DropWords(
        times=times,
        was=_was(words, plan, drop),
        track=_track(words, drop),
        points=_points(words, plan, drop, difference),
        keys=_keys(words, drop),
    )


def _was(words: Words, plan: Plan, drop: Drop) -> str:
    length = duration(words, drop.end - drop.start)
    if drop.kind == "create":
        title = words.say("New item")
        return f"{title} · {length}"
    parts = []
    if drop.kind == "move" and drop.copy:
        parts.append(words.say("copy"))
    if len(drop.lying) > 1:
        parts.append(words.say_many("{count} item", "{count} items", len(drop.lying)))
    if drop.kind == "end":
        was = drop.end - drop.minutes
        change = length_words(words, drop.minutes)
    else:
        was = drop.start - drop.minutes
        change = length_words(words, -drop.minutes) if drop.kind == "start" else moved_words(words, drop.minutes)
    if change:
        new = drop.end if drop.kind == "end" else drop.start
        at = clock_at(words, was) if was // DAY == new // DAY else day_and_clock(words, plan, was)
        parts += [words.say("was {time}", time=at), change]
    return " · ".join(parts or [words.say("as it was")])


def _track(words: Words, drop: Drop) -> str:
    if drop.track is None:
        return ""
    old, new = (words.say(TRACK_NAMES[track]) for track in (drop.lying[0].item.track, drop.track))
    return words.say("Track: {old} → {new}", old=old, new=new)


def _points(words: Words, plan: Plan, drop: Drop, difference: "Difference | None") -> tuple[Point, ...]:
    if difference is None:
        return ()
    new = [_point(words, plan, drop, finding) for finding in difference.new[:_MOST_POINTS]]
    if len(difference.new) > _MOST_POINTS:
        more = len(difference.new) - _MOST_POINTS
        new.append(Point(difference.new[_MOST_POINTS].severity, words.say_many("{count} more", "{count} more", more)))
    settled = [
        Point(None, words.say("Settles: {check}", check=words.say(check_name(finding))))
        for finding in difference.settled[:1]
    ]
    return (*new, *settled) or (Point(None, words.say("Nothing new to be found")),)


def _point(words: Words, plan: Plan, drop: Drop, found: Finding) -> Point:
    """A finding in short: what and who, then with which other items; the whole sentence where it has neither."""
    dragged = {one.item.id for one in drop.lying}
    people = [subject.label(words.language) for subject in (*found.about(Participant), *found.about(Place))]
    others = [subject for subject in found.about(ProgrammeItem) if subject.id not in dragged]
    check = words.say(check_name(found))
    title = f"{check}: {_and_others(words, people)}" if people else check
    if not others:
        return Point(found.severity, title, finding_sentence(words, found))
    clock = GridClock(plan.visit)
    with_times = []
    for subject in others:
        item = plan.find(ProgrammeItem, subject.id)
        times = span_text(words, plan, clock.start(item), clock.end(item), drop.start // DAY)
        with_times.append(f"{item.code} {subject.label(words.language)}, {times}")
    return Point(found.severity, title, "; ".join(with_times))


def _and_others(words: Words, names: list[str]) -> str:
    if len(names) == 1:
        return names[0]
    return words.say_many("{name} and {count} other", "{name} and {count} others", len(names) - 1, name=names[0])


def _keys(words: Words, drop: Drop) -> tuple[str, ...]:
    """What keys do meanwhile, the one that matters most first."""
    hints = [words.say("Esc put back"), words.say("Alt 1-minute steps")]
    return (*hints, words.say("Ctrl copy")) if drop.kind == "move" else tuple(hints)
