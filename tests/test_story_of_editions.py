"""The story of a visit in many editions: every calendar in the world ends as the programme says."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from delegation_planner.packs.pack import Pack
from delegation_planner.plan.change import Changes, put, replaced
from delegation_planner.plan.edits import invitations, items, participants, places, removing, visit
from delegation_planner.plan.edits.difference import difference
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.place import Place
from delegation_planner.plan.programme_item import ProgrammeItem
from tests.builders import an_invitation, an_item, new_ids
from tests.editions.edits_at_random import Edit, edits
from tests.exports.calendar.test_readers import by_ical, by_the_letter, by_vobject
from tests.story import Story


def item(story: Story, code: str) -> str:
    """The id of the item of that number."""
    return next(row.id for row in story.plan.rows(ProgrammeItem) if row.code == code)


def someone(story: Story, code: str) -> str:
    """The id of that participant."""
    return next(row.id for row in story.plan.rows(Participant) if row.code == code)


def touched(story: Story) -> list[str]:
    """The codes of those who are told something by the next edition."""
    return [reader.person.code for reader in story.issue().touched]


def test_the_story_of_ten_editions(story: Story) -> None:
    """Each `issue` asserts that every calendar in the world is then as the programme says."""
    assert len(touched(story)) == 23
    assert touched(story) == [], "nothing has changed, nobody is told"
    live_through_it_all(story)
    assert [edition.number for edition in story.file.editions()] == list(range(1, 19))


def live_through_it_all(story: Story) -> None:
    move_shorten_and_rename(story)
    change_rooms_and_people(story)
    drop_and_take_up_again(story)
    shift_restore_and_mend(story)
    cancel_it_all(story)


@pytest.mark.full
def test_readers_that_share_no_code_with_us_understand_every_file_of_the_story_alike(story: Story) -> None:
    """Whole calendars, updates, and the files of one item each that lie in the archives."""
    story.issue()
    live_through_it_all(story)
    contents = {content for pack in story.packs for content in calendar_files(pack)}
    assert len(contents) > 1000
    for content in contents:
        read = by_the_letter(content)
        assert read
        assert by_vobject(content) == read
        assert by_ical(content) == read


def calendar_files(pack: Pack) -> Iterator[bytes]:
    for file in (each for of_folder in pack.files.values() for each in of_folder):
        if file.name.endswith(".ics"):
            yield file.content
        elif file.name.endswith(".zip"):
            with ZipFile(BytesIO(file.content)) as archive:
                yield from (archive.read(name) for name in archive.namelist())


def move_shorten_and_rename(story: Story) -> None:
    story.edit(items.move_item(story.plan, item(story, "12"), 2, "11:05"))
    assert touched(story) == [
        "A1", "A2", "A3", "A4", "A6", "A7", "E1", "E2", "I1", "I2", "I3", "I4", "I5", "I6", "I8", "I9", "I10", "I11",
    ]  # fmt: skip
    story.edit(items.resize_item(story.plan, item(story, "20"), 2, "20:30"))
    story.edit(items.edit_item(story.plan, item(story, "12"), {"title_az": "Memorandumun imzalanması"}))
    story.issue()


def change_rooms_and_people(story: Story) -> None:
    """A room is renamed, a lunch changes its room; people join an item and the visit, and leave both."""
    room = story.plan.find(ProgrammeItem, item(story, "12")).place_id
    story.edit(places.edit_place(story.plan, room or "", {"name_en": "Majapahit Hall"}))
    hall = next(row.id for row in story.plan.rows(Place) if row.parent_id is not None and row.id != room)
    story.edit(items.edit_item(story.plan, item(story, "16"), {"place_id": hall}))
    story.issue()
    story.edit(invitations.invite(story.plan, item(story, "12"), someone(story, "I7"), ["liaison"]))
    delegation = story.plan.find(Participant, someone(story, "A1")).delegation_id
    newcomer = participants.add_participant(
        story.plan, delegation, "Newcomer", new_ids("newcomer"), code="A8", duty_email="a8@visit.example"
    )
    story.edit(newcomer)
    story.edit(invitations.invite(story.plan, item(story, "20"), someone(story, "A8")))
    assert {"I7", "A8"} <= set(touched(story))
    story.edit(invitations.uninvite(story.plan, item(story, "12"), someone(story, "I9")))
    story.edit(participants.remove_participant(story.plan, someone(story, "I11")))
    assert {"I9", "I11"} <= set(touched(story))


def drop_and_take_up_again(story: Story) -> None:
    """An item is removed, and comes back under its own name by undoing that."""
    story.edit(items.remove_item(story.plan, item(story, "45")))
    assert touched(story) == ["A1", "A5", "A6", "A7", "E1", "I7"]
    assert story.session.undo() is not None
    assert touched(story) == ["A1", "A5", "A6", "A7", "E1", "I7"]


def shift_restore_and_mend(story: Story) -> None:
    """The visit is shifted but for a pinned flight, a zone is changed, and an earlier edition restored."""
    story.edit(items.pin_item(story.plan, item(story, "22")))
    story.edit(visit.fix_dates(story.plan, "2017-07-25"))
    story.issue()
    zones = {"start_zone": "Asia/Makassar", "end_zone": "Asia/Makassar"}
    story.edit(items.edit_item(story.plan, item(story, "25"), zones))
    story.issue()
    story.restore(4)
    assert "I11" in touched(story), "who had left is back"
    story.edit(items.cancel_item(story.plan, item(story, "38")))
    story.issue()
    story.edit(items.reinstate_item(story.plan, item(story, "38")))
    story.edit(items.resize_item(story.plan, item(story, "38"), 4, "10:00"))
    story.issue()  # it ends before it starts: it is in no calendar
    story.edit(items.resize_item(story.plan, item(story, "38"), 4, "13:00"))
    story.issue()


def cancel_it_all(story: Story) -> None:
    """Restoring is taken back as well; then the whole visit is off, and takes place after all."""
    story.edit(difference(story.plan, story.file.edition_plan(11)))
    story.issue()
    story.edit(visit.edit_visit(story.plan, {"status": "cancelled"}))
    story.issue()
    assert not any(calendar.appointments for calendar in story.calendars.values())
    assert story.session.undo() is not None
    story.issue()


def test_an_item_that_is_off_is_no_news_however_it_is_edited(story: Story) -> None:
    """Found by hypothesis: an item taken back in one way (it ended before it began) was taken back again in another."""
    story.issue()
    story.edit(items.resize_item(story.plan, item(story, "12"), 0, "00:00"))
    story.edit(visit.edit_visit(story.plan, {"status": "cancelled"}))
    story.issue()
    story.edit(items.resize_item(story.plan, item(story, "12"), 2, "12:30"))
    story.edit(items.edit_item(story.plan, item(story, "16"), {"title_en": "Lunch, later"}))
    assert not any(each.messages for each in story.issue().calendars.readers)
    story.edit(visit.edit_visit(story.plan, {"status": "confirmed"}))
    assert len(touched(story)) == 23


def test_whoever_leaves_without_an_address_is_told_by_word(story: Story) -> None:
    """Found by hypothesis: no message reaches them; the pack tells the officers of each item."""
    story.issue()
    aide = someone(story, "I10")
    held = set(story.calendars[aide].appointments)
    story.edit(removing.remove(story.plan, Participant, aide))
    told = {left.uid for left in story.issue().left_out if left.reader == aide}
    assert told == held
    assert not story.calendars[aide].appointments


@pytest.mark.timeout(300)
@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.lists(edits(), min_size=1, max_size=3), min_size=2, max_size=3), st.booleans())
def test_whatever_is_edited_calendars_follow(rounds: list[list[Edit]], restore: bool) -> None:  # noqa: FBT001
    with TemporaryDirectory() as folder:
        story = Story(Path(folder))
        story.issue()
        for number, drawn in enumerate(rounds):
            for edit in drawn:
                story.edit(difference(story.plan, edit(story.plan)))
            if number % 2:
                story.session.undo()
            story.issue()
        if restore:
            story.restore(1)
            story.issue()
        story.file.close()


def test_an_organizer_who_is_named_late_and_an_address_that_goes(story: Story) -> None:
    nobody = story.plan.visit._replace(organizer_email="")
    story.edit(Changes([replaced(story.plan.visit, nobody)]))
    story.issue()
    story.edit(items.move_item(story.plan, item(story, "45"), 5, "10:00"))
    pack = story.issue()
    assert not any(each.messages for each in pack.calendars.readers)
    assert [left.reason for left in pack.left_out] == ["no_organizer"]
    named = story.plan.visit._replace(organizer_email="protocol.office@visit.example")
    story.edit(Changes([replaced(story.plan.visit, named)]))
    story.edit(items.move_item(story.plan, item(story, "45"), 5, "10:15"))
    assert sum(len(each.messages) for each in story.issue().calendars.readers) == 6
    chairman = story.plan.find(Participant, someone(story, "A1"))
    story.edit(Changes([replaced(chairman, chairman._replace(duty_email="protocol.office@visit.example"))]))
    story.edit(items.remove_item(story.plan, item(story, "45")))
    pack = story.issue()
    assert [(left.reader, left.reason) for left in pack.left_out] == [(chairman.id, "is_organizer")]
    assert chairman.id not in {draft.reader.id for draft in pack.drafts}


def test_a_new_item_comes_as_a_message_and_stays_the_same_file(story: Story) -> None:
    story.issue()
    guest = story.plan.find(Participant, someone(story, "A1"))
    tea = an_item("99", 3, "20:00", "20:30", title_en="Tea")
    story.edit(Changes([put(tea), put(an_invitation(tea, guest))]))
    pack = story.issue()
    (messages,) = [each.messages for each in pack.calendars.readers if each.messages]
    assert [(one.name, one.how, one.method) for one in messages] == [
        ("A1 İnam Kərimov, yeni, Tea.ics", "added", "REQUEST")
    ]
