"""The columns of the rundown: what each says of a day, an item and a minute step."""

from collections.abc import Callable
from typing import Any, Final

from delegation_planner.screen.fields.picking import Picked
from delegation_planner.screen.rows_model import Column
from delegation_planner.screen.schedule.rows import DayRow, ItemRow, RundownRow, StepRow
from delegation_planner.words.dates import day_and_month, duration, wall_clock
from delegation_planner.words.kinds_words import DISCLOSURES, DRESS_CODES, ITEM_KINDS, ITEM_STATES
from delegation_planner.words.visit_lines import dress_words
from delegation_planner.words.words import Words

Commit = Callable[[RundownRow, str, Any], bool]
"""Takes what was typed into a column of a row; False if the plan refused it."""

WIDTHS: Final = {
    "number": 42, "start": 80, "end": 80, "title": 230, "place": 140, "who": 90, "dress": 80, "in_charge": 112,
    "remarks": 112, "level": 80, "status": 84,
}  # fmt: skip
TITLE_AT_LEAST: Final = 200
GIVES_WAY: Final = ("remarks", "dress", "in_charge", "who")
"""What is left out first where a sheet is too narrow for all: the details say it too."""
STEP_COLUMNS: Final = frozenset({"start", "end", "title", "in_charge"})


def rundown_columns(words: Words, commit: Commit) -> list[Column[RundownRow]]:
    """The columns in the window's language."""
    titles = {
        "number": words.say("No."), "start": words.say("Start"), "end": words.say("End"),
        "title": words.say("Activity"), "place": words.say("Place"), "who": words.say("Who"),
        "dress": words.say("Dress"), "in_charge": words.say("In charge"), "remarks": words.say("Remarks"),
        "level": words.say("Level"), "status": words.say("Status"),
    }  # fmt: skip
    return [_column(words, key, title, commit) for key, title in titles.items()]


def _column(words: Words, key: str, title: str, commit: Commit) -> Column[RundownRow]:
    return Column(
        key=key,
        title=title,
        text=lambda row: cell_text(words, row, key),
        tip=lambda row: tip_text(words, row, key),
        value=lambda row: cell_value(row, key),
        commit=lambda row, value: commit(row, key, value),
        editable=lambda row: isinstance(row, ItemRow) or (isinstance(row, StepRow) and key in STEP_COLUMNS),
    )


def cell_text(words: Words, row: RundownRow, key: str) -> str:
    """What stands in a cell, also for the clipboard and for those who listen to the screen."""
    if isinstance(row, DayRow):
        return day_text(words, row) if key == "number" else ""
    if isinstance(row, StepRow):
        return _step_text(words, row).get(key, "")
    return _item_text(words, row, key)


def day_text(words: Words, row: DayRow) -> str:
    """D2 Mon 24 Jul · Jakarta · 14 items."""
    return " · ".join((day_title(words, row), *day_notes(words, row)))


def day_title(words: Words, row: DayRow) -> str:
    """D2 Mon 24 Jul; D2 date open."""
    date = words.say("date open") if row.on is None else day_and_month(words, row.on)
    return f"D{row.day}  {date}"


def day_notes(words: Words, row: DayRow) -> list[str]:
    """The cities of a day and its number of items, of a person's if one is looked at."""
    if row.own_items is not None:
        items = words.say("{attended} of {items} items", attended=row.own_items, items=row.items)
    else:
        items = words.say_many("{count} item", "{count} items", row.items) if row.items else words.say("No items")
    return [*row.cities, items]


def _item_text(words: Words, row: ItemRow, key: str) -> str:
    match key:
        case "start":
            return _known(words, row)
        case "end":
            clock = f"{wall_clock(words, row.end)}{row.end_offset}"
            return clock if row.end_day is None else f"D{row.end_day} {clock}"
        case "place":
            return f"{row.place} → {row.to_place}" if row.to_place else row.place
        case "dress":
            return dress_words(words, row.dress).partition(" (")[0]
        case "level":
            return words.say(DISCLOSURES[row.level])
        case "status":
            return capital(words.say(ITEM_STATES[row.status]))
        case _:
            return str(getattr(row, key))


def _known(words: Words, row: ItemRow) -> str:
    clock = f"{wall_clock(words, row.start)}{row.start_offset}"
    if row.about:
        return f"~{clock}"
    return words.say("{clock} (TBC)", clock=clock) if row.to_confirm else clock


def _step_text(words: Words, row: StepRow) -> dict[str, str]:
    length = duration(words, row.minutes) if row.minutes is not None else ""
    return {"start": wall_clock(words, row.at), "end": length, "title": row.cue, "in_charge": row.actor}


def cell_value(row: RundownRow, key: str) -> object:
    """What an editor begins with: a text, a value of a closed list, or what is picked."""
    if isinstance(row, StepRow):
        actor = Picked(row.actor_id, "" if row.actor_id else row.actor)
        values: dict[str, object] = {"start": row.at, "end": row.minutes, "title": row.cue, "in_charge": actor}
        return values.get(key)
    if isinstance(row, DayRow):
        return None
    match key:
        case "place":
            return Picked(row.place_id)
        case "in_charge":
            return Picked(row.in_charge_id, "" if row.in_charge_id else row.in_charge)
        case "dress":
            return Picked(row.dress) if row.dress in DRESS_CODES else Picked(None, row.dress)
        case _:
            return getattr(row, key)


def tip_text(words: Words, row: RundownRow, key: str) -> str:
    """What the pointer tells: everything that may be cut, and what was found."""
    if isinstance(row, DayRow):
        return _found(words, row)
    if isinstance(row, StepRow):
        return row.cue if key == "title" else ""
    if key == "dress":
        return dress_words(words, row.dress)
    if key != "title":
        return cell_text(words, row, key) if key in {"place", "who", "in_charge", "remarks"} else ""
    start, end = _item_text(words, row, "start"), _item_text(words, row, "end")
    lines = [f"{row.number}  {row.title}", words.say(ITEM_KINDS[row.kind]), f"{start}–{end}"]
    if row.zones is not None:
        lines[-1] = f"{start} {row.zones[0]} – {end} {row.zones[1]}"
    lines.append(words.say_many("{count} person", "{count} people", row.people))
    if row.pinned:
        lines.append(words.say("Pinned: keeps its date when the visit moves"))
    return "\n".join(line for line in (*lines, _found(words, row)) if line)


def _found(words: Words, row: DayRow | ItemRow) -> str:
    if row.mark is None:
        return ""
    from delegation_planner.words.findings import finding_sentence

    return "\n".join(finding_sentence(words, finding) for finding in row.mark.findings)


def capital(text: str) -> str:
    """The text with a large first letter, as it stands alone in a cell."""
    return text[:1].upper() + text[1:]
