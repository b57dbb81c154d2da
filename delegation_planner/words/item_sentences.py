"""The sentences of findings about single items: prayer, office hours, zones, pins, states, steps, weather."""

from datetime import date

from delegation_planner.checks.finding import Finding
from delegation_planner.words.dates import WEEKDAYS, duration, long_date, short_date, wall_clock
from delegation_planner.words.subjects import day_of, item_names, place_names
from delegation_planner.words.words import Words


def friday_prayer(words: Words, finding: Finding) -> str:
    """C8."""
    start, end = (wall_clock(words, str(finding.values[name])) for name in ("start", "end"))
    return words.say(
        "“{item}” on D{day} meets the Friday prayer, {start}–{end}.", item=item_names(words, finding)[0],
        day=day_of(words, finding), start=start, end=end,
    )  # fmt: skip


def office_hours(words: Words, finding: Finding) -> str:
    """C9."""
    values = {"item": item_names(words, finding)[0], "day": day_of(words, finding)}
    if finding.values["why"] == "holiday":
        name = finding.values["name"]
        return words.say("“{item}” on D{day} is at an office on a holiday: {name}.", name=name, **values)
    if finding.values["why"] == "weekend":
        return words.say("“{item}” on D{day} is at an office on a weekend.", **values)
    return words.say("“{item}” on D{day} is at an office outside its hours.", **values)


def wrong_weekday(words: Words, finding: Finding) -> str:
    """C13, of an item or of what was typed."""
    day = date.fromisoformat(str(finding.values["date"]))
    typed = words.say(WEEKDAYS[int(finding.values["weekday"])])
    items = item_names(words, finding)
    if not items:
        return words.say("It is written {weekday}, but the date is {date}.", weekday=typed, date=long_date(words, day))
    return words.say(
        "“{item}” says {weekday}, but the date is {date}.", item=items[0], weekday=typed, date=long_date(words, day)
    )


def wrong_zone(words: Words, finding: Finding) -> str:
    """C14."""
    values = {"item": item_names(words, finding)[0], "zone": finding.values["zone"], "other": finding.values["other"]}
    places = place_names(words, finding)
    if places:
        return words.say("“{item}” keeps the time of {zone}, but {place} keeps {other}.", place=places[0], **values)
    return words.say("“{item}” starts in {zone} and ends in {other} without travelling.", **values)


def pin_outside(words: Words, finding: Finding) -> str:
    """C15."""
    pinned = short_date(words, date.fromisoformat(str(finding.values["date"])))
    return words.say(
        "“{item}” is pinned to {date}, outside the visit.", item=item_names(words, finding)[0], date=pinned
    )


def still_tentative(words: Words, finding: Finding) -> str:
    """C16, of an item or of the visit's dates."""
    left = int(finding.values["left"])
    items = item_names(words, finding)
    if left <= 0:
        if items:
            return words.say("“{item}” is still tentative, and the visit has begun.", item=items[0])
        return words.say("The dates are still open, and the visit has begun.")
    if items:
        return words.say_many(
            "“{item}” is still tentative, {count} day before the visit.",
            "“{item}” is still tentative, {count} days before the visit.", left, item=items[0],
        )  # fmt: skip
    return words.say_many(
        "The dates are still open, {count} day before the visit.",
        "The dates are still open, {count} days before the visit.", left,
    )  # fmt: skip


def steps_do_not_fit(words: Words, finding: Finding) -> str:
    """C17."""
    item = item_names(words, finding)[0]
    if "needed" in finding.values:
        return words.say(
            "The steps of “{item}” take {needed}; it lasts {minutes}.", item=item,
            needed=duration(words, int(finding.values["needed"])), minutes=_length(words, finding),
        )  # fmt: skip
    offset = int(finding.values["offset"])
    if offset < 0:
        return words.say("A step of “{item}” begins before the item.", item=item)
    return words.say("Two steps of “{item}” begin at one time, +{offset} min.", item=item, offset=offset)


def _length(words: Words, finding: Finding) -> str:
    return duration(words, max(0, int(finding.values["minutes"])))


def no_wet_weather_plan(words: Words, finding: Finding) -> str:
    """C19."""
    return words.say(
        "“{item}” on D{day} is in the open, at {place}: what if it rains?", item=item_names(words, finding)[0],
        day=day_of(words, finding), place=place_names(words, finding)[0],
    )  # fmt: skip
