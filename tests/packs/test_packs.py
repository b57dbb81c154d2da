"""A pack holds together: what it is made of, what it must not hold, and what happens when writing it is cut off."""

from datetime import timedelta
from pathlib import Path

import pytest

from delegation_planner.exports.steps import Stopped
from delegation_planner.packs.pack import Pack, deliver_pack, make_pack
from delegation_planner.packs.shelf import Shelf, reach_for, take_from
from delegation_planner.plan.change import Changes, replaced
from delegation_planner.plan.edition import Edition, Receipt, next_edition
from delegation_planner.plan.edits import items, participants
from delegation_planner.plan.errors import KnownError
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.plan.sent import Sent
from delegation_planner.resource_files import read_rulebook, read_sample
from tests.exports.calendar.plain_reader import read_calendar
from tests.story import START, Story, addressed
from tests.words.spoken import words

RULES = read_rulebook()
SAMPLE = addressed(read_sample(fixed=True))
ITEM = {row.code: row.id for row in SAMPLE.rows(ProgrammeItem)}
PERSON = {row.code: row.id for row in SAMPLE.rows(Participant)}
EDITION = Edition(1, "2017-07-10T02:15:00Z")


def first(plan: Plan, *, with_papers: bool = False) -> Pack:
    """The pack of a first edition."""
    return make_pack(Shelf(EDITION, plan, 0, 0, {}), RULES, START, words, with_papers=with_papers)


def test_x2_a_private_text_that_would_go_out_is_refused() -> None:
    someone = SAMPLE.find(Participant, PERSON["A1"])
    plan = SAMPLE.changed(Changes([replaced(someone, someone._replace(passport_no="C01234567"))]))
    assert first(plan).drafts
    leaking = plan.changed(items.edit_item(plan, ITEM["12"], {"remarks_public_en": "Passport C01234567 is needed."}))
    with pytest.raises(KnownError) as caught:
        first(leaking)
    assert str(caught.value) == (
        "A private number or address would go out: Inam Karimov. Somebody typed it into a text of the programme. "
        "Take it out there; nothing was written."
    )


def test_a_duty_number_that_is_private_too_may_go_out() -> None:
    officer = SAMPLE.find(Participant, PERSON["I7"])
    same = officer._replace(duty_phone="+62 812 3456", private_phone="+62 812 3456")
    plan = SAMPLE.changed(Changes([replaced(officer, same)]))
    assert first(plan.changed(items.edit_item(plan, ITEM["12"], {"remarks_public_en": "Ring +62 812 3456"}))).drafts


def test_papers_go_to_those_who_are_told_and_into_their_mails() -> None:
    pack = first(SAMPLE, with_papers=True)
    assert len(pack.files["edition 1 papers"]) == len(pack.touched) == 23
    (draft,) = [draft for draft in pack.drafts if draft.reader.id == PERSON["I7"]]
    assert [each.name.rpartition(".")[2] for each in draft.attachments] == ["ics", "html", "xlsx"]
    assert {file.name for file in pack.files["papers"]} == {"Programme.xlsx", "Delegations.xlsx"}
    again = first(SAMPLE, with_papers=True)
    assert again.files == pack.files


def test_whoever_waits_for_a_pack_is_told_names_of_people_files_and_papers() -> None:
    told: list[tuple[int, int, str]] = []

    def watch(done: int, steps: int, name: str = "") -> bool:
        told.append((done, steps, name))
        return True

    pack = make_pack(Shelf(EDITION, SAMPLE, 0, 0, {}), RULES, START, words, progress=watch)
    names = [name for *_, name in told]
    assert "" not in names
    assert {each.name for each in pack.files["calendars"] if each.name.endswith(".ics")} <= set(names)
    assert {one.person.name.text for one in pack.touched} | {"Programme", "Kitchen"} <= set(names)
    assert {draft.name for draft in pack.drafts} <= set(names)
    assert [done for done, *_ in told] == sorted(done for done, *_ in told)
    (expected,) = {steps for _, steps, _ in told}
    assert 0.9 * len(told) < expected < 1.1 * len(told)


@pytest.mark.parametrize("at", [0, 10, 60, 90])
def test_a_pack_that_is_stopped_is_not_made(at: int) -> None:
    with pytest.raises(Stopped):
        make_pack(Shelf(EDITION, SAMPLE, 0, 0, {}), RULES, START, words, progress=lambda done, *_: done < at)


def test_a_delivery_stopped_before_its_moves_leaves_nothing_behind(tmp_path: Path) -> None:
    pack, recorded = first(SAMPLE), list[Sent]()
    delivery = deliver_pack(pack, tmp_path / "out", recorded.extend, lambda done, *_: done < 20)
    assert {name for result in delivery.results for name in result.cancelled} == {
        file.name for of_folder in pack.files.values() for file in of_folder
    }
    assert recorded == []
    assert list(tmp_path.iterdir()) == []


def test_what_is_sent_is_recorded_before_a_delivery_that_is_cut_off(tmp_path: Path) -> None:
    pack, recorded = first(SAMPLE), list[Sent]()
    delivery = deliver_pack(pack, tmp_path, recorded.extend, lambda done, *_: done < 80)
    assert recorded == list(pack.calendars.sent)
    assert delivery.results[-1].cancelled
    register = {(sent.reader, sent.uid): sent for sent in recorded}
    later = make_pack(
        Shelf(EDITION, SAMPLE, 0, 0, register), RULES, START + timedelta(days=3), words, with_papers=False
    )
    assert later.files == pack.files
    done = deliver_pack(later, tmp_path, recorded.extend)
    assert not any(result.cancelled or result.failed for result in done.results)
    assert {path.name for path in tmp_path.rglob("*.*")} == {file.name for of in pack.files.values() for file in of}


def test_without_what_an_edition_held_its_items_are_still_taken_back(story: Story) -> None:
    """Personal data were removed: letters cannot tell the change, but calendars follow by the register."""
    story.issue()
    story.file.forget_history()
    story.edit(items.remove_item(story.plan, ITEM["45"]))
    pack = story.issue()
    (each,) = [each for each in pack.calendars.readers if each.recipient.key == PERSON["E1"]]
    (message,) = each.messages
    (event,) = read_calendar(message.content).all("VEVENT")
    assert message.method == "CANCEL"
    assert f"{event.moment('DTSTART'):%Y-%m-%d %H:%M}" == "2017-07-27 02:30"


def test_who_left_before_anybody_knew_the_address_is_named(story: Story) -> None:
    story.issue()
    story.edit(participants.remove_participant(story.plan, PERSON["I10"]))
    shelf_after = story.session.plan
    assert shelf_after.get(Participant, PERSON["I10"]) is None
    story.file.issue(Edition(2, "2017-07-12T00:00:00Z"), story.plan)
    pack = story.pack()
    assert {(left.reader, left.reason) for left in pack.left_out} == {(PERSON["I10"], "no_longer_in_programme")}


def test_who_left_after_an_edition_that_was_given_on_paper_is_told(story: Story) -> None:
    """Nothing is known as sent, so no calendar is to be taken back; the letter says what is dropped."""
    story.file.issue(Edition(1, "2017-07-10T02:15:00Z"), story.plan)
    story.file.record_receipts([Receipt(1, PERSON["E1"], "given", "paper", "2017-07-10T03:00:00Z")])
    story.edit(participants.remove_participant(story.plan, PERSON["E1"]))
    story.file.issue(Edition(2, "2017-07-12T00:00:00Z"), story.plan)
    (draft,) = [draft for draft in story.pack().drafts if draft.reader.id == PERSON["E1"]]
    assert draft.reader.leaving
    assert draft.attachments == ()
    assert any(paragraph.startswith("- DROPPED: ") for paragraph in draft.letter.paragraphs)
    assert "The calendar that you have needs no update." not in draft.letter.paragraphs


def test_news_since_an_older_edition(story: Story) -> None:
    story.issue()
    story.edit(items.move_item(story.plan, ITEM["45"], 5, "10:00"))
    story.issue()
    story.edit(items.move_item(story.plan, ITEM["12"], 2, "11:05"))
    story.issue()

    def news(since: int | None) -> int:
        pack = make_pack(take_from(story.file, None, since), RULES, START, words, with_papers=False)
        (each,) = [each for each in pack.calendars.readers if each.recipient.key == PERSON["A1"]]
        return len(each.messages)

    assert (news(None), news(2), news(1)) == (1, 1, 2)
    with pytest.raises(KnownError, match="does not come before"):
        take_from(story.file, 3, 3)


def slips_and_letters(pack: Pack, code: str) -> tuple[list[str], str]:
    """The papers for one person by name, and the letter."""
    papers = [file.name for file in pack.files.get(f"edition {pack.edition.number} papers", ()) if code in file.name]
    (letter,) = (draft.letter for draft in pack.drafts if draft.reader.person.code == code)
    return papers, "\n".join(letter.paragraphs)


def next_edition_of(story: Story) -> None:
    number = len(story.file.editions())
    story.file.issue(next_edition(number, f"2017-07-{number + 11:02}T02:00:00Z"), story.plan)


def test_news_begins_with_the_newest_edition_that_went_out(story: Story) -> None:
    """Edition 2 is issued but never packed: what it changed is told with Edition 3, as changed since Edition 1."""
    story.issue()
    story.edit(items.move_item(story.plan, ITEM["45"], 5, "09:15"))
    next_edition_of(story)
    story.edit(items.move_item(story.plan, ITEM["28"], 3, "13:15"))
    next_edition_of(story)
    shelf = take_from(story.file)
    assert (shelf.edition.number, shelf.since, shelf.packed, shelf.held) == (3, 1, 1, {})
    pack = make_pack(shelf, RULES, START, words, with_papers=False)
    _, letter = slips_and_letters(pack, "I7")
    assert "Cultural programme" in letter


def test_who_holds_an_older_edition_is_told_what_changed_since_that_one(story: Story) -> None:
    story.issue()
    story.file.record_receipts([Receipt(1, PERSON["I7"], "given", "paper", "2017-07-11T02:00:00Z")])
    story.edit(items.move_item(story.plan, ITEM["45"], 5, "09:15"))
    story.issue()
    story.edit(items.move_item(story.plan, ITEM["28"], 3, "13:15"))
    next_edition_of(story)
    shelf = take_from(story.file)
    assert (shelf.since, shelf.held) == (2, {PERSON["I7"]: 1})
    pack = make_pack(shelf, RULES, START, words, with_papers=False)
    assert "Cultural programme" in slips_and_letters(pack, "I7")[1]


def test_what_nobody_is_known_to_hold_is_replaced_by_no_slip(story: Story) -> None:
    next_edition_of(story)
    next_edition_of(story)
    shelf = take_from(story.file)
    assert (shelf.since, shelf.packed, shelf.plans) == (0, 0, {})
    pack = make_pack(shelf, RULES, START, words)
    assert [name for file in pack.files["edition 2 papers"] if "slip" in (name := file.name.lower())] == []


def test_a_shelf_is_filled_without_the_store(story: Story) -> None:
    story.issue()
    story.edit(items.move_item(story.plan, ITEM["45"], 5, "09:15"))
    next_edition_of(story)
    at_once, later = take_from(story.file), reach_for(story.file)
    story.file.close()
    assert later() == at_once
