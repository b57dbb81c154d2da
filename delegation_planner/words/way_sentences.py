"""The sentences of findings about people's ways and about the days of a head of delegation."""

from delegation_planner.checks.finding import Finding
from delegation_planner.words.dates import duration, wall_clock
from delegation_planner.words.subjects import day_of, item_names, people_names, place_names, some
from delegation_planner.words.visit_lines import listed
from delegation_planner.words.words import Words


def place_jump(words: Words, finding: Finding) -> str:
    """C3."""
    first, second = item_names(words, finding)
    people, gap = people_names(words, finding), _minutes(words, finding, "minutes")
    if "needed" in finding.values:
        return words.say(
            "{people}: from “{first}” to “{second}” on D{day} takes {needed}, and there are {gap}.", people=people,
            first=first, second=second, day=day_of(words, finding), gap=gap, needed=_minutes(words, finding, "needed"),
        )  # fmt: skip
    return words.say(
        "{people}: nothing brings them from “{first}” to “{second}” on D{day}, {gap} later.", people=people,
        first=first, second=second, day=day_of(words, finding), gap=gap,
    )  # fmt: skip


def short_buffer(words: Words, finding: Finding) -> str:
    """C4."""
    first, *movements, last = item_names(words, finding)
    return words.say(
        "{people}: {gap} between “{first}” and “{second}” on D{day}; “{movement}” and boarding need {needed}.",
        people=people_names(words, finding), gap=_minutes(words, finding, "minutes"), first=first, second=last,
        day=day_of(words, finding), movement=listed(words, movements), needed=_minutes(words, finding, "needed"),
    )  # fmt: skip


def fast_movement(words: Words, finding: Finding) -> str:
    """C5, and the ways that nobody knows the length of."""
    if not finding.values:
        ends = place_names(words, finding)
        pairs = zip(ends[::2], ends[1::2], strict=True)
        ways = [words.say("{start} to {end}", start=start, end=end) for start, end in pairs]
        return words.say("How long does it take? No travel time is known from {ways}.", ways=some(words, ways))
    return words.say(
        "“{item}” on D{day} is given {minutes}; the way takes {needed} at that hour.",
        item=item_names(words, finding)[0], day=day_of(words, finding), minutes=_minutes(words, finding, "minutes"),
        needed=_minutes(words, finding, "needed"),
    )  # fmt: skip


def flight_margin(words: Words, finding: Finding) -> str:
    """C6, before a flight and after it."""
    first, second = item_names(words, finding)
    values = {
        "people": people_names(words, finding), "day": day_of(words, finding),
        "minutes": _minutes(words, finding, "minutes"), "needed": _minutes(words, finding, "needed"),
    }  # fmt: skip
    if finding.values["side"] == "before":
        return words.say(
            "{people}: at the airport only {minutes} before “{flight}” on D{day}, by “{item}”; {needed} are needed.",
            flight=second, item=first, **values,
        )  # fmt: skip
    return words.say(
        "{people}: “{item}” on D{day} begins {minutes} after the landing of “{flight}”; {needed} are needed.",
        flight=first, item=second, **values,
    )  # fmt: skip


def body_clock(words: Words, finding: Finding) -> str:
    """C11."""
    flight, item = item_names(words, finding)
    return words.say(
        "{people}: “{item}” on D{day} is only {minutes} after the long way of “{flight}”.",
        people=people_names(words, finding), item=item, flight=flight, day=day_of(words, finding),
        minutes=_minutes(words, finding, "minutes"),
    )  # fmt: skip


def hosts_elsewhere(words: Words, finding: Finding) -> str:
    """C18."""
    before, item = item_names(words, finding)
    return words.say(
        "{people} cannot be in place before the guests come to “{item}” on D{day}: “{before}” ends {minutes} before.",
        people=people_names(words, finding), item=item, before=before, day=day_of(words, finding),
        minutes=_minutes(words, finding, "minutes"),
    )  # fmt: skip


def long_day(words: Words, finding: Finding) -> str:
    """C10: everything that is hard about the day."""
    parts = []
    if "length" in finding.values:
        parts.append(words.say("{duration} long", duration=_minutes(words, finding, "length")))
    if "night" in finding.values:
        parts.append(words.say("after a night of {duration}", duration=_minutes(words, finding, "night")))
    if "start" in finding.values:
        start, end = (wall_clock(words, str(finding.values[name])) for name in ("start", "end"))
        parts.append(words.say("without a pause {start}–{end}", start=start, end=end))
    return words.say(
        "D{day} of {person} is hard: {reasons}.", day=day_of(words, finding), person=people_names(words, finding),
        reasons=listed(words, parts),
    )  # fmt: skip


def missing_meal(words: Words, finding: Finding) -> str:
    """C12."""
    messages = {
        "lunch": words.say("D{day} of {person} is full, but has no luncheon."),
        "dinner": words.say("D{day} of {person} is full, but has no dinner."),
        "both": words.say("D{day} of {person} is full, but has neither luncheon nor dinner."),
    }
    message = messages[str(finding.values["meal"])]
    return message.format(day=day_of(words, finding), person=people_names(words, finding))


def unwritten_gap(words: Words, finding: Finding) -> str:
    """C20."""
    start, end = (wall_clock(words, str(finding.values[name])) for name in ("start", "end"))
    return words.say(
        "Nothing is written for {person} on D{day} {start}–{end}. If it is rest, write private time.",
        person=people_names(words, finding), day=day_of(words, finding), start=start, end=end,
    )  # fmt: skip


def _minutes(words: Words, finding: Finding, name: str) -> str:
    return duration(words, int(finding.values[name]))
