"""Who is touched by an edition, and who still holds an old one."""

from delegation_planner.editions.compare import Version, personal_difference
from delegation_planner.editions.holders import Holder, holders, still_on_an_old_edition
from delegation_planner.editions.notices import Correspondent, notices, organizer, readers, readers_who_left
from delegation_planner.plan.attendance import attendees
from delegation_planner.plan.edition import Receipt
from delegation_planner.plan.edits import items, participants
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.programme.programme import Shown
from delegation_planner.resource_files import read_rulebook, read_sample
from delegation_planner.words.changes import item_sentence
from tests.builders import a_person, a_plan, a_visit
from tests.words.spoken import words

RULES = read_rulebook()
SAMPLE = read_sample(fixed=True)
VERSION = Version(SAMPLE, RULES)
ITEM = {row.code: row.id for row in SAMPLE.rows(ProgrammeItem)}
PERSON = {row.code: row.id for row in SAMPLE.rows(Participant)}
MOVED = Version(SAMPLE.changed(items.move_item(SAMPLE, ITEM["45"], 5, "10:00")), RULES)
AT, LATER = "2017-07-10T02:15:00Z", "2017-07-12T02:15:00Z"


def test_only_the_touched_are_told() -> None:
    told = notices(VERSION, MOVED)
    assert [notice.reader.person.code for notice in told] == ["A1", "A5", "A6", "A7", "E1", "I7"]
    assert {notice.difference.items[0].headline for notice in told} == {"later"}
    assert notices(VERSION, VERSION) == ()


def _headlines(new: Version) -> dict[str, str | None]:
    """What each of the told reads of the first item that differs from the sample."""
    return {one.reader.person.code: one.difference.items[0].headline for one in notices(VERSION, new)}


def test_whoever_is_in_charge_of_an_item_is_told_though_not_invited() -> None:
    luncheon = SAMPLE.find(ProgrammeItem, ITEM["16"])
    assert luncheon.in_charge_id == PERSON["I6"]
    assert PERSON["I6"] not in attendees(SAMPLE, luncheon.id)
    later = Version(SAMPLE.changed(items.move_item(SAMPLE, luncheon.id, 2, "12:40")), RULES)
    told = {notice.reader.person.code: notice.difference for notice in notices(VERSION, later)}
    assert told["I6"].items[0].headline == "later"
    assert told["I6"].items[0].entry.roles == ("in_charge",)
    dropped = Version(SAMPLE.changed(items.remove_item(SAMPLE, luncheon.id)), RULES)
    assert _headlines(dropped)["I6"] == "dropped"


def test_another_one_in_charge_is_told_and_so_is_the_one_before() -> None:
    luncheon = SAMPLE.find(ProgrammeItem, ITEM["16"])
    handed_over = SAMPLE.changed(items.edit_item(SAMPLE, luncheon.id, {"in_charge_id": PERSON["I9"]}))
    told = _headlines(Version(handed_over, RULES))
    assert (told["I6"], told["I9"]) == ("dropped", "added")


def test_a_title_in_another_language_says_so() -> None:
    (change,) = notices(VERSION, MOVED)[0].difference.items
    borrowed = change.entry._replace(title=Shown("Lunch", "en"))
    sentence = item_sentence(words("az"), change._replace(after=borrowed))
    assert f"{borrowed.number} [en] Lunch" in sentence


def test_who_leaves_is_told_too() -> None:
    new = Version(SAMPLE.changed(participants.remove_participant(SAMPLE, PERSON["I9"])), RULES)
    *others, last = notices(VERSION, new)
    assert (last.reader.person.code, last.reader.leaving) == ("I9", True)
    assert {change.headline for change in last.difference.items} == {"dropped"}
    assert not any(notice.reader.leaving for notice in others)
    assert readers_who_left([PERSON["I9"], PERSON["A1"], "nobody"], new, [new, VERSION]) == (last.reader,)


def test_readers_have_their_language_and_a_sound_address() -> None:
    plan = a_plan(
        a_visit(language="id"), a_person("A1", duty_email="a1@bücher.example"), a_person("A2", language="az"),
        a_person("A3", duty_email="not an address"),
    )  # fmt: skip
    assert [(one.person.code, one.language, one.address) for one in readers(Version(plan, RULES))] == [
        ("A1", "id", "a1@xn--bcher-kva.example"), ("A2", "az", None), ("A3", "id", None),
    ]  # fmt: skip


def test_the_organizer_needs_an_address() -> None:
    assert organizer(a_plan(a_visit(organizer_name="Protocol Office"))) is None
    named = a_visit(organizer_name="Protocol Office", organizer_email="protocol@visit.example")
    assert organizer(a_plan(named)) == Correspondent("Protocol Office", "protocol@visit.example")
    nameless = named._replace(organizer_name="")
    assert organizer(a_plan(nameless)) == Correspondent("protocol@visit.example", "protocol@visit.example")


def test_holders_by_their_newest_edition() -> None:
    receipts = [
        Receipt(1, "driver", "given", "paper", AT), Receipt(1, "[Hotel]", "given", "mail", AT),
        Receipt(2, "[Hotel]", "given", "messenger", LATER), Receipt(2, "[Hotel]", "acknowledged", "mail", LATER),
        Receipt(1, "driver", "acknowledged", "paper", LATER), Receipt(1, "[Hotel]", "acknowledged", "mail", LATER),
    ]  # fmt: skip
    driver, hotel = Holder("driver", 1, "paper", AT, LATER), Holder("[Hotel]", 2, "messenger", LATER, LATER)
    assert holders(receipts) == (driver, hotel)
    assert still_on_an_old_edition(receipts, 2, lambda _: True) == (driver,)
    assert still_on_an_old_edition(receipts, 2, lambda _: False) == ()
    assert still_on_an_old_edition(receipts, 3, lambda holder: holder.edition == 2) == (hotel,)


def test_x1_asks_for_the_own_items_alone() -> None:
    receipts = [Receipt(1, PERSON[code], "given", "mail", AT) for code in ("A1", "I9")]
    stale = still_on_an_old_edition(receipts, 2, lambda one: bool(personal_difference(VERSION, MOVED, one.reader)))
    assert [one.reader for one in stale] == [PERSON["A1"]]
