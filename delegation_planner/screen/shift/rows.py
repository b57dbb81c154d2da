"""A shift before it is done, as rows: each item before and after, and the findings that come and go; no Qt."""

from collections.abc import Mapping
from datetime import date
from typing import Literal, NamedTuple

from delegation_planner.checks.finding import SEVERITIES, Finding, Severity
from delegation_planner.checks.preview import Moved, When, moved_items
from delegation_planner.plan.day_time import clock_minutes, date_of_day
from delegation_planner.plan.kinds import Id, ItemKind
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.programme.texts import Texts
from delegation_planner.screen.marks import marks_of
from delegation_planner.screen.names import clock_there, day_name
from delegation_planner.screen.shift.asked import Shift
from delegation_planner.words.dates import amount
from delegation_planner.words.day_span import day_span_sentences
from delegation_planner.words.findings import finding_sentence
from delegation_planner.words.words import Words

_DAY = 24 * 60


Freedom = Literal["moves", "held", "bound"]
"""Whether an item moves but could be held where it is, is held, or whether neither can be chosen."""


class ShiftRow(NamedTuple):
    """An item before and after. One that does not `move` stays where it is, and says why it is listed."""

    item_id: Id
    number: str
    title: str
    kind: ItemKind
    before: str
    after: str
    change: str
    moves: bool
    severity: Severity | None
    freedom: Freedom = "bound"


class FindingLine(NamedTuple):
    """A finding after the shift: with its severity one that comes, without one that goes."""

    severity: Severity | None
    sentence: str
    note: str


class Rehearsal(NamedTuple):
    """A shift as it would be. `findings` is None while the plan has not been judged yet.

    `days` says in words where the programme would begin or end on another day.
    """

    rows: tuple[ShiftRow, ...]
    findings: tuple[FindingLine, ...] | None
    days: str = ""

    @property
    def moves(self) -> int:
        """How many items would be at another time, or new."""
        return sum(row.moves for row in self.rows)


Difference = tuple[tuple[Finding, ...], tuple[Finding, ...]]
"""Findings that come, and findings that go."""


def rehearsed(words: Words, plan: Plan, shift: Shift, difference: Difference | None) -> Rehearsal:
    """What a shift of the plan would do; `difference` is None while it is not known yet."""
    come, gone = difference if difference is not None else ((), ())
    lines = (*(_line(words, one, comes=True) for one in come), *(_line(words, one, comes=False) for one in gone))
    marks = {id: mark.severity for id, mark in marks_of(sorted(come, key=_gravity)).items()}
    after = plan.changed(shift.changes)
    rows = _Rows(words, plan, after, shift, marks).listed()
    days = " ".join(day_span_sentences(words, plan, after))
    return Rehearsal(rows, lines if difference is not None else None, days)


def _gravity(finding: Finding) -> int:
    return SEVERITIES.index(finding.severity)


def _line(words: Words, finding: Finding, *, comes: bool) -> FindingLine:
    codes = ", ".join(subject.code for subject in finding.about(ProgrammeItem))
    state = words.say("new") if comes else words.say("settled")
    note = f"{codes} · {state}" if codes else state
    return FindingLine(finding.severity if comes else None, finding_sentence(words, finding), note)


class _Rows:
    """One making of the rows."""

    def __init__(self, words: Words, plan: Plan, after: Plan, shift: Shift, marks: Mapping[Id, Severity]) -> None:
        self._words = words
        self._plan = plan
        self._after = after
        self._shift = shift
        self._marks = marks
        self._texts = Texts(words.language)
        self._dates_change = plan.visit != after.visit
        self._several_days = False

    def listed(self) -> tuple[ShiftRow, ...]:
        """Items at another time, new or gone, and those that a push would have moved if they were not pinned."""
        listed = [*moved_items(self._plan, self._after), *self._standing()]
        listed.sort(key=lambda one: ((one.after or one.before or _NOWHEN)[1:3], one.code))
        whens = [when for one in listed for when in (one.before, one.after) if when is not None]
        self._several_days = self._dates_change or len({when.start_day for when in whens}) > 1
        return tuple(self._row(one) for one in listed)

    def _standing(self) -> list[Moved]:
        """Items that are listed though they keep date and time: what a pin holds, or all where no item moves."""
        standing = {each.item_id for each in self._shift.blocked} | self._shift.held
        if self._dates_change:
            moving = {one.item_id for one in moved_items(self._plan, self._after)}
            items = self._plan.rows(ProgrammeItem)
            standing |= {row.id for row in items if row.id not in moving and (row.pinned_date or not moving)}
        return [self._as_it_is(id) for id in standing if self._plan.get(ProgrammeItem, id) is not None]

    def _as_it_is(self, id: Id) -> Moved:
        before, after = self._plan.find(ProgrammeItem, id), self._after.find(ProgrammeItem, id)
        return Moved(id, after.code, _when(self._plan, before), _when(self._after, after))

    def _row(self, one: Moved) -> ShiftRow:
        item = self._after.get(ProgrammeItem, one.item_id) or self._plan.find(ProgrammeItem, one.item_id)
        return ShiftRow(
            item_id=one.item_id,
            number=one.code,
            title=self._texts.shown(item, "short_title", "title").text,
            kind=item.kind,
            before=self._when(self._plan, one.item_id, one.before),
            after=self._when(self._after, one.item_id, one.after),
            change=self._change(item, one),
            moves=_is_elsewhere(one),
            severity=self._marks.get(one.item_id),
            freedom=self._freedom(item, one),
        )

    def _freedom(self, item: ProgrammeItem, one: Moved) -> Freedom:
        if item.id in self._shift.held:
            return "held"
        is_new = one.before is None or one.after is None
        bound = is_new or item.id in self._shift.meant or item.pinned_date is not None or not _is_elsewhere(one)
        return "bound" if bound else "moves"

    def _when(self, plan: Plan, item_id: Id, when: When | None) -> str:
        if when is None:
            return ""
        item, words, visit = plan.find(ProgrammeItem, item_id), self._words, plan.visit
        start = clock_there(words, visit, when.start_day, when.start_time, item.start_zone)
        end = clock_there(words, visit, when.end_day, when.end_time, item.end_zone)
        if when.end_day != when.start_day:
            end = f"D{when.end_day} {end}"
        return (
            f"{day_name(self._words, plan, when.start_day)} {start}–{end}" if self._several_days else f"{start}–{end}"
        )

    def _change(self, item: ProgrammeItem, one: Moved) -> str:
        say = self._words.say
        if one.before is None:
            return say("new")
        if one.after is None:
            return say("gone")
        if not _is_elsewhere(one):
            return self._staying(item)
        moved, grown = _minutes(one.before, one.after)
        if not moved:
            return say("ends {change}", change=self._signed(grown))
        change = self._signed(moved)
        absorbed = self._shift.minutes - self._shift.pushed.get(item.id, self._shift.minutes)
        if absorbed <= 0:
            return change
        return say("{change}, gap took {time}", change=change, time=amount(self._words, absorbed))

    def _staying(self, item: ProgrammeItem) -> str:
        say, held = self._words.say, item.id in self._shift.held
        for each in self._shift.blocked:
            if each.item_id == item.id:
                short = amount(self._words, each.minutes)
                if held:
                    return say("pinned this time; {time} short", time=short)
                return say("stays, pinned; {time} short", time=short)
        if held:
            return say("pinned this time")
        return say("stays, pinned") if item.pinned_date is not None else say("same day and time")

    def _signed(self, minutes: int) -> str:
        """+20 min; +1 day −15 min where it goes to another day."""
        days = round(minutes / _DAY)
        parts = (days * _DAY, minutes - days * _DAY)
        return " ".join(f"{'+' if part > 0 else '−'}{amount(self._words, part)}" for part in parts if part)


_NOWHEN = When(0, "", "", 0, "", "")


def _when(plan: Plan, item: ProgrammeItem) -> When:
    first, last = (date_of_day(plan.visit, day).isoformat() for day in (item.start_day, item.end_day))
    return When(item.start_day, first, item.start_time, item.end_day, last, item.end_time)


def _is_elsewhere(one: Moved) -> bool:
    """Whether date or time are others; a pinned item of a visit that moves has another day number alone."""
    if one.before is None or one.after is None:
        return True
    return _moment(one.before) != _moment(one.after)


def _moment(when: When) -> tuple[str, str, str, str]:
    return when.start_date, when.start_time, when.end_date, when.end_time


def _minutes(before: When, after: When) -> tuple[int, int]:
    """By how much the start and the end are later, on their clocks."""
    start = _between(before.start_date, before.start_time, after.start_date, after.start_time)
    return start, _between(before.end_date, before.end_time, after.end_date, after.end_time)


def _between(day: str, clock: str, other_day: str, other_clock: str) -> int:
    days = (date.fromisoformat(other_day) - date.fromisoformat(day)).days
    return days * _DAY + clock_minutes(other_clock) - clock_minutes(clock)
