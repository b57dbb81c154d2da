"""What editions are called, and what changes are called, in every language."""

import pytest

from delegation_planner.editions.compare import Version, whole_difference
from delegation_planner.editions.difference import Difference, FieldChange
from delegation_planner.editions.holders import Holder
from delegation_planner.plan.change import Changes, put
from delegation_planner.plan.document import Document
from delegation_planner.plan.edition import Edition
from delegation_planner.plan.edits import documents, invitations, items, participants, visit
from delegation_planner.plan.kinds import Language
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.programme.programme import Shown
from delegation_planner.resource_files import read_rulebook, read_sample
from delegation_planner.words.changes import change_sentences, value_text
from delegation_planner.words.editions import EditionBand, draft_line, edition_band, holder_line
from delegation_planner.words.labels import label_sentence
from tests.builders import an_item
from tests.words.spoken import words

RULES = read_rulebook()
SAMPLE = read_sample(fixed=True)
VERSION = Version(SAMPLE, RULES)
ITEM = {row.code: row.id for row in SAMPLE.rows(ProgrammeItem)}
PERSON = {row.code: row.id for row in SAMPLE.rows(Participant)}
AT = "2017-07-10T02:15:00Z"


def said(changes: Changes, language: Language = "en") -> list[str]:
    """The sentences that these changes of the sample come to."""
    found = whole_difference(VERSION, Version(SAMPLE.changed(changes), RULES), language)
    return change_sentences(words(language), found)


def test_another_short_title_is_told_as_one() -> None:
    assert said(items.edit_item(SAMPLE, ITEM["13"], {"short_title_en": "Gifts"})) == [
        "CHANGED: 13 Exchange of gifts and group photograph. Short title: Gifts, group photograph → Gifts"
    ]


@pytest.mark.parametrize(
    ("language", "edition", "band"),
    [
        ("en", Edition(3, AT, colour="pink"), "Edition 3 · PINK ●●●"),
        ("id", Edition(1, AT), "Terbitan 1 · PUTIH ●"),
        ("az", Edition(2, AT, colour="blue"), "Buraxılış 2 · MAVİ ●●"),
        ("id", Edition(3, AT, colour="pink"), "Terbitan 3 · MERAH MUDA ●●●"),
        ("en", Edition(7, AT, colour="white"), "Edition 7 · WHITE"),
    ],
)
def test_an_edition_is_word_number_and_dots(language: Language, edition: Edition, band: str) -> None:
    assert edition_band(words(language), edition) == EditionBand(band, edition.colour)


@pytest.mark.parametrize(
    ("last", "changes", "line"),
    [
        (0, 5, "Draft: no edition has been issued"), (2, 0, "Nothing changed since Edition 2."),
        (2, 1, "Draft after Edition 2: 1 change"), (2, 14, "Draft after Edition 2: 14 changes"),
    ],
)  # fmt: skip
def test_the_draft_is_always_told(last: int, changes: int, line: str) -> None:
    assert draft_line(words("en"), last, changes) == line


def test_who_holds_what() -> None:
    assert holder_line(words("en"), Holder("r", 2, "messenger", AT), "Anna") == "Anna: Edition 2, by messenger"
    assert (
        holder_line(words("en"), Holder("r", 2, "paper", AT, AT), "Anna") == "Anna: Edition 2, on paper, acknowledged"
    )
    assert label_sentence(words("en"), "restore_edition", {"name": "4"}) == "Restore Edition 4"


def test_a_move_names_old_and_new() -> None:
    assert said(items.move_item(SAMPLE, ITEM["45"], 5, "10:00")) == [
        (
            "LATER: 45 Cultural programme for the Head of Delegation. Time: Thu 27 Jul 2017, 09:30–11:30 WIB (UTC+07) "
            "→ Thu 27 Jul 2017, 10:00–12:00 WIB (UTC+07)"
        )
    ]


def test_a_cancelled_item_says_so_once() -> None:
    assert said(items.cancel_item(SAMPLE, ITEM["45"])) == [
        "CANCELLED: 45 Cultural programme for the Head of Delegation"
    ]


def test_items_that_come_and_go_say_when_and_where() -> None:
    assert said(items.remove_item(SAMPLE, ITEM["45"])) == [
        (
            "DROPPED: 45 Cultural programme for the Head of Delegation. Thu 27 Jul 2017, 09:30–11:30 WIB (UTC+07), "
            "Cultural site, Jakarta (TBC)"
        )
    ]
    assert said(Changes([put(an_item("99", 3, "20:00", "20:30", title_en="Tea"))]), "id") == [
        "DITAMBAHKAN: 99 [en] Tea. Sel, 25 Jul 2017, 20.00–20.30 WIB (UTC+07)"
    ]


def test_people_and_papers() -> None:
    changes = invitations.uninvite(SAMPLE, ITEM["12"], PERSON["I9"])
    assert said(changes) == [
        (
            "CHANGED: 12 Signing of the Memorandum of Understanding on public-service cooperation; exchange of folders."
            " No longer attending: [Treaty officer, Kemlu]"
        )
    ]
    (line,) = said(participants.edit_participant(SAMPLE, PERSON["I9"], {"duty_phone": "+62 21 000"}))
    assert line.startswith("CHANGED: [Treaty officer, Kemlu]. Phone: ")
    assert line.endswith(" → +62 21 000")
    paper = next(row for row in SAMPLE.rows(Document) if row.state == "planned")
    (line,) = said(documents.set_state(SAMPLE, paper.id, "draft"))
    assert line == f"CHANGED: {paper.code} {paper.title_en}. State: planned → draft"


def test_the_visits_own_dates() -> None:
    first, last, *moved = said(visit.fix_dates(SAMPLE, "2017-07-25"))
    assert first == "First day: Sun 23 Jul 2017 → Tue 25 Jul 2017"
    assert last == "Last day: Thu 27 Jul 2017 → Sat 29 Jul 2017"
    assert len(moved) == 50
    assert change_sentences(
        words("en"), Difference((FieldChange("short_title", Shown("a", "en"), Shown("b", "en")),))
    ) == ["The visit's own title or dates have changed."]


@pytest.mark.parametrize(
    ("field", "value", "text"),
    [
        ("dress", "psl", "PSL (dark suit)"), ("dress", "", "–"),
        ("roles", ("witness", "aide"), "Witness, Signing aide"),
        ("travel_minutes", 90, "1 h 30"), ("travel_minutes", None, "–"), ("remarks", (), "–"),
        ("number", "12\n", "12"), ("optional", True, "optional"),
    ],
)  # fmt: skip
def test_values_as_they_stand_in_sentences(field: str, value: object, text: str) -> None:
    assert value_text(words("en"), field, value).replace("\u00a0", " ").casefold() == text.casefold()


@pytest.mark.parametrize("language", ["en", "id", "az"])
def test_no_sentence_holds_what_only_the_code_understands(language: Language) -> None:
    empty = Version(SAMPLE.changed(items.cancel_item(SAMPLE, ITEM["12"])), RULES)
    for sentence in change_sentences(words(language), whole_difference(empty, VERSION, language)):
        assert not any(sign in sentence for sign in ("Shown(", "{", "None", "datetime"))
