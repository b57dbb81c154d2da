"""shift: other dates for the visit, what follows an item pushed on, an item on another day; told before it is done."""

import argparse
import json
from datetime import UTC, datetime
from pathlib import Path
from textwrap import shorten
from typing import Any
from uuid import uuid4

from delegation_planner.checks.finding import Finding
from delegation_planner.checks.keeping import FindingsKept
from delegation_planner.checks.preview import Moved, Preview, When, preview
from delegation_planner.checks.run import judged_on
from delegation_planner.command_line import values
from delegation_planner.command_line.checking import as_json, line
from delegation_planner.command_line.nearest import offer
from delegation_planner.command_line.speaking import Terminal
from delegation_planner.plan.change import Changes
from delegation_planner.plan.edits.holding import held_in, let_go
from delegation_planner.plan.edits.items import shift_items
from delegation_planner.plan.edits.shifting import Blocked, delay_and_push, move_to_day, push_after
from delegation_planner.plan.edits.visit import fix_dates
from delegation_planner.plan.errors import KnownError
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_days import days
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.planfile.plan_file import PlanFile
from delegation_planner.resource_files import read_rulebook
from delegation_planner.session.author import this_person
from delegation_planner.session.plan_session import PlanSession
from delegation_planner.session.store import Label
from delegation_planner.words.dates import duration, wall_clock
from delegation_planner.words.day_span import day_span_sentences
from delegation_planner.words.words import Words

Asked = tuple[Label, Changes, tuple[Blocked, ...]]


def shift(options: argparse.Namespace, speaker: Terminal) -> int:
    """Carry the shift out as one edit, which undo takes back, and list what it does; with --dry-run only list it."""
    _refuse_wrong_pairs(options)
    file = PlanFile.open(options.plan, read_only=options.dry_run)
    session = PlanSession(
        file, new_id=lambda: str(uuid4()), now=lambda: datetime.now(UTC), author=this_person(), origin="command line"
    )
    try:
        if not options.dry_run:
            file.must_be_writable()
        plan = session.plan
        label, changes, blocked = _asked(plan, options)
        on = judged_on(plan, datetime.now().astimezone().date())
        shown = preview(FindingsKept.of(plan, read_rulebook(), on), changes)
        if not options.dry_run:
            session.apply(label, changes, asked_by="shift")
    finally:
        session.close()
    if options.json:
        speaker.tell(json.dumps(_as_json(plan, changes, shown, blocked, speaker.words), ensure_ascii=False, indent=2))
    else:
        _tell(plan, changes, shown, blocked, speaker)
    if options.dry_run:
        speaker.complain(speaker.words.say("Nothing was changed: this was a rehearsal."))
    return 0


def _refuse_wrong_pairs(options: argparse.Namespace) -> None:
    """End the program with 2 where options are given that do not go together."""
    by_minutes, by_day, following = options.minutes is not None, options.day is not None, options.with_following
    if options.to_date is not None and (by_minutes or by_day or following):
        options.refuse("--to-date goes without --minutes, --day and --with-following")
    if options.after is not None and (by_day or following or not by_minutes):
        options.refuse("--after and --minutes belong together, without --day and --with-following")
    if options.item is not None and by_minutes == by_day:
        options.refuse("--item goes with --minutes or with --day, one of them")
    if following and by_day:
        options.refuse("--with-following goes with --minutes")
    if options.keep and options.item is not None and not following:
        options.refuse("--keep does not go with --item alone: nothing else moves")
    if by_minutes and options.minutes < 0 and (options.after is not None or following):
        options.refuse(f"{options.minutes} is not a number of minutes such as 20. Items are only pushed later.")


def _asked(plan: Plan, options: argparse.Namespace) -> Asked:
    """What the options ask for; raises KnownError where the plan does not hold what they name."""
    kept = frozenset(_item(plan, code).id for code in options.keep)
    held = held_in(plan, kept)
    if options.to_date is not None:
        return Label("fix_dates"), let_go(plan, fix_dates(held, options.to_date.isoformat()), kept), ()
    if options.after is not None:
        push = push_after(held, _item(plan, options.after).id, options.minutes)
        return Label("push_items", {"name": options.after}), let_go(plan, push.changes, kept), push.blocked
    item = _item(plan, options.item)
    if options.with_following:
        push = delay_and_push(held, item.id, options.minutes)
        return Label("push_items", {"name": item.code}), let_go(plan, push.changes, kept), push.blocked
    if options.minutes is not None:
        changes = shift_items(plan, [item.id], options.minutes)
    else:
        changes = move_to_day(plan, [item.id], options.day)
    return Label("move_item", {"name": item.code}), changes, ()


def _item(plan: Plan, code: str) -> ProgrammeItem:
    for item in plan.rows(ProgrammeItem):
        if item.code == code:
            return item
    near = offer(code, (f"{item.code} {_short(item.title_en)}" for item in plan.rows(ProgrammeItem)))
    if near:
        raise KnownError("There is no item {code} in this plan. Perhaps you mean: {items}.", code=code, items=near)
    raise KnownError("There is no item {code} in this plan. The printed programme has the numbers.", code=code)


def _short(title: str) -> str:
    return shorten(title, 40, placeholder="…")


def _tell(plan: Plan, changes: Changes, shown: Preview, blocked: tuple[Blocked, ...], speaker: Terminal) -> None:
    words = speaker.words
    for moved in shown.moved:
        speaker.tell(_moved_line(words, moved))
    for each in blocked:
        speaker.tell(_blocked_line(words, plan, each))
    for sentence in day_span_sentences(words, plan, plan.changed(changes)):
        speaker.tell(sentence)
    for finding in shown.come:
        speaker.tell(f"+ {line(finding, words)}")
    for finding in shown.gone:
        speaker.tell(f"- {line(finding, words)}")
    speaker.tell(
        words.say(
            "{items} at another time, {come}, {gone}.",
            items=words.say_many("{count} item", "{count} items", len(shown.moved)),
            come=words.say_many("{count} finding comes", "{count} findings come", len(shown.come)),
            gone=words.say_many("{count} goes", "{count} go", len(shown.gone)),
        )
    )


def _moved_line(words: Words, moved: Moved) -> str:
    before, after = (_when(words, when) if when else words.say("(not there)") for when in (moved.before, moved.after))
    return words.say("{code}: {before} → {after}", code=moved.code, before=before, after=after)


def _when(words: Words, when: When) -> str:
    start, end = (wall_clock(words, clock) for clock in (when.start_time, when.end_time))
    until = end if when.end_day == when.start_day else f"D{when.end_day} {when.end_date} {end}"
    return f"D{when.start_day} {when.start_date} {start}–{until}"


def _blocked_line(words: Words, plan: Plan, blocked: Blocked) -> str:
    return words.say(
        "Item {code} is pinned and stays; it would have to move on by {minutes}.",
        code=plan.find(ProgrammeItem, blocked.item_id).code, minutes=duration(words, blocked.minutes),
    )  # fmt: skip


def _as_json(
    plan: Plan, changes: Changes, shown: Preview, blocked: tuple[Blocked, ...], words: Words
) -> dict[str, Any]:
    def of(findings: tuple[Finding, ...]) -> list[dict[str, Any]]:
        return [as_json(finding, words) for finding in findings]

    return {
        "moved": [
            {
                "code": moved.code,
                "id": moved.item_id,
                "before": moved.before._asdict() if moved.before else None,
                "after": moved.after._asdict() if moved.after else None,
            }
            for moved in shown.moved
        ],
        "blocked": [
            {"code": plan.find(ProgrammeItem, each.item_id).code, "id": each.item_id, "minutes": each.minutes}
            for each in blocked
        ],
        "days": {"before": _ends(plan), "after": _ends(plan.changed(changes))},
        "come": of(shown.come),
        "gone": of(shown.gone),
    }


def _ends(plan: Plan) -> dict[str, int]:
    known = days(plan)
    return {"first": known[0], "last": known[-1]}


def shift_options(parser: argparse.ArgumentParser) -> None:
    """PLAN and one of three things to do with it."""
    parser.add_argument("plan", type=Path, metavar="PLAN")
    asked = parser.add_mutually_exclusive_group(required=True)
    asked.add_argument(
        "--to-date",
        type=values.a_date,
        metavar="YYYY-MM-DD",
        help="fix the visit's dates: day 1 is this date; pinned items stay",
    )
    asked.add_argument("--after", metavar="CODE", help="push what follows the item, with --minutes")
    asked.add_argument("--item", metavar="CODE", help="move the item, with --minutes or --day")
    parser.add_argument(
        "--minutes", type=values.minutes, metavar="N",
        help="by how much: later, or with --item also earlier (-20); gaps absorb what is pushed",
    )  # fmt: skip
    parser.add_argument(
        "--with-following", action="store_true",
        help="with --item and --minutes: what follows it for the same people or in its room makes room",
    )  # fmt: skip
    parser.add_argument("--day", type=values.day, metavar="N", help="the day number to move to")
    parser.add_argument(
        "--keep", action="append", default=[], metavar="CODE",
        help="leave this item where it is, as if it were pinned; may be repeated, with --to-date, --after and "
        "--with-following",
    )  # fmt: skip
    parser.add_argument("--dry-run", action="store_true", help="only say what it would do")
    parser.add_argument("--json", action="store_true", help="for other programs")
    parser.set_defaults(refuse=parser.error)
