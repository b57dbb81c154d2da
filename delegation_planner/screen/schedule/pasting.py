"""A block of a spreadsheet as items of the rundown: what each row would do, and why some cannot be read; no Qt."""

import re
from collections.abc import Callable, Iterable
from typing import Final, Literal, NamedTuple

from delegation_planner.checks.weekdays import typed_weekday
from delegation_planner.plan.change import Changes
from delegation_planner.plan.day_time import clock_minutes, date_of_day, day_of_date
from delegation_planner.plan.edits.items import add_item, free_code
from delegation_planner.plan.errors import KnownError, PlanError
from delegation_planner.plan.kinds import Id, Precision, WallClock
from delegation_planner.plan.languages import field_of
from delegation_planner.plan.names import fold
from delegation_planner.plan.place import Place
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_days import days
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.programme.texts import Texts
from delegation_planner.screen.fields.picking import Picked
from delegation_planner.screen.fields.typed import read_date
from delegation_planner.screen.names import place_name
from delegation_planner.screen.schedule.cell_edits import When, invite_listed, read_when, typed_into_item
from delegation_planner.screen.schedule.pasted_columns import ColumnKey, Rows, heads_of, proposed, read_span
from delegation_planner.words.dates import MONTHS, WEEKDAYS, WEEKDAYS_SHORT, long_date
from delegation_planner.words.words import ENGLISH, Words

Verdict = Literal["new", "changed", "same", "unreadable", "day", "heads"]
_DAY_NUMBER: Final = re.compile(r"(?:d|day|hari)\s*(?:ke-?)?\s*(-?\d+)", re.IGNORECASE)
Values = dict[ColumnKey, str]
_MINUTES: Final = 30
"""How long an item is taken to last where the block has no end; the preview says so."""


class PastedRow(NamedTuple):
    """What a row of the block would do: `line` counts from 1; `day` and `start` are where it lands, if that is known.

    `was` is when an item started that the row moves.

    `notes` are sentences: why it cannot be read, or which of its cells are left out or taken otherwise.
    """

    line: int
    verdict: Verdict
    number: str
    day: int | None
    start: WallClock
    title: str
    notes: tuple[KnownError, ...]
    was: When | None = None


class Pasted(NamedTuple):
    """All rows, and the changes of those that can be read as one edit."""

    rows: tuple[PastedRow, ...]
    changes: Changes

    def count(self, *verdicts: Verdict) -> int:
        """How many rows have one of these verdicts."""
        return sum(row.verdict in verdicts for row in self.rows)


class Names:
    """What the words of a block may mean in this plan: days, places, items by number."""

    def __init__(self, plan: Plan, words: Words) -> None:
        self._plan = plan
        self._words = words
        self._months = [[speaker.say(month) for month in MONTHS] for speaker in (ENGLISH, words)]
        self._days = days(plan)
        self._places = self._by_name()

    def day(self, text: str, *, certain: bool = False) -> int | None:
        """A day of the visit: "D2", "Day 2", "24 July", "Mon 24.7.2017", or a weekday that comes only once.

        Unless it is certain that a day is meant, "23.07" is a time of day.
        """
        numbered = _DAY_NUMBER.match(text.strip()) if read_when(text) is None else None
        if numbered is not None:
            return int(numbered[1])
        try:
            first = date_of_day(self._plan.visit, 1)
            if not certain and _is_time(text):
                return None
            for months in self._months:
                found = read_date(text, months, first.year)
                if found is not None:
                    return day_of_date(self._plan.visit, found)
            return self._weekday(text)
        except PlanError:  # a visit without a date has day numbers alone
            return None

    def wrong_weekday(self, text: str) -> KnownError | None:
        """That the weekday before a date is another one than the calendar's: it goes by the date then, and is told."""
        before = re.split(r"\d", text, maxsplit=1)[0].strip(" ,")
        day = self.day(text, certain=True) if before else None
        try:
            on = date_of_day(self._plan.visit, day) if day is not None else None
        except PlanError:  # a visit without a date has no weekdays
            return None
        finding = typed_weekday(f"{before} {on.isoformat()}") if on is not None else None
        if on is None or finding is None:
            return None
        weekday = self._words.say(WEEKDAYS[int(finding.values["weekday"])])
        return KnownError(
            "It is written {weekday}, but the date is {date}.", weekday=weekday, date=long_date(self._words, on)
        )

    def heads_a_day(self, cells: Iterable[str]) -> int | None:
        """The day of the visit that a row is the head of: it says nothing else, and no time."""
        filled = [cell for cell in cells if cell]
        if not 0 < len(filled) <= 2 or any(map(_is_time, filled)):
            return None
        found = [day for cell in filled if (day := self.day(cell)) in self._days]
        return found[0] if found else None

    def place(self, text: str) -> Id | None:
        """A place by its code or name in any language, a room also after the place that it lies in."""
        return self._places.get(fold(text))

    def item(self, number: str) -> ProgrammeItem | None:
        """The item of this number; spreadsheets drop the zeros of "01"."""
        bare = number.lstrip("0")
        return next((row for row in self._plan.rows(ProgrammeItem) if row.code.lstrip("0") == bare), None)

    def _weekday(self, text: str) -> int | None:
        wanted = fold(text).rstrip(".")
        meant = {
            at
            for names in (WEEKDAYS, WEEKDAYS_SHORT)
            for at, name in enumerate(names)
            for speaker in (ENGLISH, self._words)
            if fold(speaker.say(name)).rstrip(".") == wanted
        }
        found = [day for day in self._days if date_of_day(self._plan.visit, day).weekday() in meant]
        return found[0] if len(found) == 1 else None

    def _by_name(self) -> dict[str, Id]:
        found: dict[str, Id] = {}
        for row in self._plan.rows(Place):
            for texts in map(Texts, dict.fromkeys((self._words.language, "en", "id", "az"))):
                for name in (texts.shown(row, "name").text, place_name(self._plan, row.id, texts)):
                    found.setdefault(fold(name), row.id)
        return found | {fold(row.code): row.id for row in self._plan.rows(Place)}


def columns_of(plan: Plan, words: Words, rows: Rows) -> tuple[ColumnKey, ...]:
    """What the columns hold: by their heads if there are any, else by what stands in them."""
    for row in rows[:3]:
        found = heads_of(row, words)
        if found is not None:
            return found
    names = Names(plan, words)
    filled = tuple(row for row in rows if names.heads_a_day(row) is None) or rows
    return proposed(filled, lambda cell: names.day(cell) is not None, lambda cell: names.place(cell) is not None)


def pasted(
    plan: Plan, words: Words, rows: Rows, columns: Iterable[ColumnKey], day: int, new_id: Callable[[], Id]
) -> Pasted:
    """What the rows would do, each after those above it; rows before the first head of a day are of `day`."""
    return _Pasting(plan, words, tuple(columns), day, new_id).all(rows)


class _Pasting:
    """One reading of a block, from the top; the plan grows with each row."""

    def __init__(
        self, plan: Plan, words: Words, columns: tuple[ColumnKey, ...], day: int, new_id: Callable[[], Id]
    ) -> None:
        self._plan = plan
        self._words = words
        self._names = Names(plan, words)
        self._columns = columns
        self._day = day
        self._new_id = new_id
        self._seen: set[Id | str] = set()

    def all(self, rows: Rows) -> Pasted:
        changes = Changes()
        found = []
        for line, cells in enumerate(rows, 1):
            row, of_row = self._row(line, cells)
            found.append(row)
            self._plan = self._plan.changed(of_row)
            changes = changes + of_row
        return Pasted(tuple(found), changes)

    def _row(self, line: int, cells: tuple[str, ...]) -> tuple[PastedRow, Changes]:
        text = " ".join(cell for cell in cells if cell)
        if line <= 3 and heads_of(cells, self._words) is not None:
            return PastedRow(line, "heads", "", None, "", text, ()), Changes()
        day = self._names.heads_a_day(cells)
        if day is not None:
            self._day = day
            wrong = [note for cell in cells if (note := self._names.wrong_weekday(cell)) is not None]
            return PastedRow(line, "day", "", self._day, "", text, tuple(wrong)), Changes()
        values: Values = {key: cell for key, cell in zip(self._columns, cells, strict=False) if key and cell}
        try:
            return self._item_row(line, values)
        except KnownError as error:
            row = PastedRow(line, "unreadable", values.get("number", ""), None, "", values.get("title", text), (error,))
            return row, Changes()

    def _item_row(self, line: int, values: Values) -> tuple[PastedRow, Changes]:
        number = values.get("number", "")
        item = self._names.item(number) if number else None
        once = item.id if item is not None else number
        if once and once in self._seen:
            raise PlanError("Number {code} stands in this block twice.", code=number)
        self._seen.add(once)
        notes: list[KnownError] = []
        if "day" in values:
            self._day = self._read_day(values["day"])
            notes += filter(None, [self._names.wrong_weekday(values["day"])])
        start, end = self._ends(values)
        item_id, changes = (
            self._new(values, start, end, notes) if item is None else self._changed(item, values, start, end, notes)
        )
        changes = self._with_people(item_id, changes, values, notes)
        made = self._plan.changed(changes).find(ProgrammeItem, item_id)
        verdict: Verdict = "new" if item is None else "changed" if changes else "same"
        title = Texts(self._words.language).shown(made, "title").text
        was = None
        if item is not None and (item.start_day, item.start_time) != (made.start_day, made.start_time):
            was = When(item.start_day, item.start_time)
        return PastedRow(line, verdict, made.code, made.start_day, made.start_time, title, tuple(notes), was), changes

    def _read_day(self, text: str) -> int:
        day = self._names.day(text, certain=True)
        if day is None:
            raise PlanError("“{text}” is no day of this visit.", text=text)
        return day

    def _ends(self, values: Values) -> tuple[When | None, When | None]:
        """Start and end as written; a start without a day is on the day of the block."""
        start, end = _when(values.get("start", "")), _when(values.get("end", ""))
        if "time" in values:
            start, end = read_span(values["time"]) or (_when(values["time"]), None)
        if start is not None and start.day is None:
            start = start._replace(day=self._day)
        return start, end

    def _new(self, values: Values, start: When | None, end: When | None, notes: list[KnownError]) -> tuple[Id, Changes]:
        if "title" not in values:
            raise PlanError("This row has no activity.")
        if start is None or start.day is None:
            raise PlanError("This row has no time.")
        fields: dict[str, object] = {
            "code": values.get("number") or free_code(self._plan),
            field_of("title", self._words.language): values["title"],
            "place_id": self._place(values, notes),
            "remarks_detailed": values.get("remarks", ""),
            "precision": _precision(values.get("start") or values.get("time", "")),
        }
        minutes = _MINUTES
        if end is None:
            notes.append(KnownError("No end is given: {minutes} minutes are taken.", minutes=_MINUTES))
        else:
            last = _end_day(start, end, notes)
            minutes = (last - start.day) * 1440 + clock_minutes(end.clock) - clock_minutes(start.clock)
        if minutes <= 0:
            raise PlanError("This row ends before it starts.")
        changes = add_item(self._plan, start.day, start.clock, self._new_id, minutes=minutes, **fields)
        return changes[0].id, changes

    def _changed(
        self, item: ProgrammeItem, values: Values, start: When | None, end: When | None, notes: list[KnownError]
    ) -> tuple[Id, Changes]:
        """Only what the block gives is changed; a start without an end moves the whole item."""
        typed: list[tuple[str, object]] = []
        title = values.get("title", "")
        if title and title not in (item.title_en, item.title_id, item.title_az):  # a block in another language
            typed.append(("title", title))
        if "remarks" in values:
            typed.append(("remarks", values["remarks"]))
        if start is not None:
            typed.append(("start", f"D{start.day} {start.clock}"))
        if end is not None:
            begins = start or When(item.start_day, item.start_time)
            typed.append(("end", f"D{_end_day(begins, end, notes)} {end.clock}"))
        place = self._place(values, notes)
        if place is not None:
            typed.append(("place", Picked(place)))
        plan, changes = self._plan, Changes()
        for key, value in typed:
            done = typed_into_item(plan, item.id, key, value, self._words.language)
            plan = plan.changed(done)
            changes = changes + done
        return item.id, changes

    def _place(self, values: Values, notes: list[KnownError]) -> Id | None:
        if "place" not in values:
            return None
        found = self._names.place(values["place"])
        if found is None:
            notes.append(KnownError("“{place}” is no place of this plan: left out.", place=values["place"]))
        return found

    def _with_people(self, item_id: Id, changes: Changes, values: Values, notes: list[KnownError]) -> Changes:
        if "who" not in values:
            return changes
        try:
            return changes + invite_listed(self._plan.changed(changes), item_id, values["who"])
        except PlanError as error:
            code = error.values.get("code", values["who"])
            notes.append(KnownError("“{code}” is nobody's code: the people of this row are left out.", code=code))
            return changes


def _when(text: str) -> When | None:
    when = read_when(text) if text else None
    if text and when is None:
        raise PlanError("“{text}” is not a time of day. Write it as 9:15 or 0915.", text=text)
    return when


def _end_day(start: When, end: When, notes: list[KnownError]) -> int:
    """The day on which an item ends; an end that is no later than the start is meant to be on the next day."""
    day = start.day or 0
    if end.day is not None:
        return end.day
    if clock_minutes(end.clock) > clock_minutes(start.clock):
        return day
    notes.append(KnownError("The end is taken to be on the next day."))
    return day + 1


def _precision(text: str) -> Precision:
    if text.strip().startswith("~"):
        return "about"
    return "to_be_confirmed" if text.rstrip().endswith("(TBC)") else "exact"


def _is_time(text: str) -> bool:
    return read_span(text) is not None or read_when(text) is not None
