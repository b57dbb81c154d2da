"""Attached files are taken in whole or not at all, and laid out so that opening them runs nothing."""

import hashlib
from pathlib import Path

import pytest

from delegation_planner.plan.change import put
from delegation_planner.plan.document import DocumentFile
from delegation_planner.plan.errors import KnownError, PlanError
from delegation_planner.plan.plan import Plan
from delegation_planner.screen.attachments import (
    LARGEST,
    attached,
    clear_laid_out,
    danger,
    lay_out,
    safe_name,
    save,
    shown_name,
)
from tests.builders import a_document, a_visit, an_id, new_ids
from tests.screen.desks import NOW

PLAN = Plan.of([a_visit(), a_document()])
DOCUMENT = a_document().id


def test_a_file_becomes_a_row_and_its_content(tmp_path: Path) -> None:
    file = tmp_path / "Note 114.pdf"
    file.write_bytes(b"%PDF-1.7")
    taken = attached(PLAN, DOCUMENT, [file], new_ids("file"), NOW)
    digest = hashlib.sha256(b"%PDF-1.7").hexdigest()
    assert taken.contents == {digest: b"%PDF-1.7"}
    row = DocumentFile(
        an_id("file 1"), DOCUMENT, "Note 114.pdf", "application/pdf", 8, digest, 1, "2017-07-10T02:00:00Z"
    )
    assert list(taken.changes) == [put(row)]


def test_a_file_of_a_known_name_is_the_next_version(tmp_path: Path) -> None:
    file = tmp_path / "note.PDF"
    file.write_bytes(b"two")
    first = DocumentFile(an_id("f"), DOCUMENT, "Note.pdf", "application/pdf", 3, "0" * 64, version=4)
    taken = attached(Plan.of([a_visit(), a_document(), first]), DOCUMENT, [file, file], new_ids(), NOW)
    assert [change.after.version for change in taken.changes if isinstance(change.after, DocumentFile)] == [5, 6]


@pytest.mark.parametrize("kind", ["empty", "folder", "missing", "large"])
def test_a_file_that_cannot_be_attached_is_named(tmp_path: Path, kind: str) -> None:
    good, bad = tmp_path / "good.txt", tmp_path / "bad.txt"
    good.write_text("good")
    if kind == "empty":
        bad.touch()
    elif kind == "folder":
        bad.mkdir()
    elif kind == "large":
        with bad.open("wb") as file:
            file.truncate(LARGEST + 1)
    with pytest.raises(KnownError, match=r"bad\.txt"):
        attached(PLAN, DOCUMENT, [good, bad], new_ids(), NOW)


def test_nothing_is_attached_to_a_document_that_is_gone(tmp_path: Path) -> None:
    with pytest.raises(PlanError):
        attached(PLAN, an_id("no document"), [tmp_path], new_ids(), NOW)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("note.pdf", "none"),
        ("Photo.JPG", "none"),
        ("setup.exe", "refuse"),
        ("invoice.pdf.exe", "refuse"),
        ("invoice.pdf.EXE. ", "refuse"),
        ("start.lnk", "refuse"),
        ("page.hta", "refuse"),
        ("invoice\u202efdp.scr", "refuse"),
        ("x\u200b.e\u200bxe", "refuse"),
        ("README", "refuse"),
        ("budget.xlsm", "ask"),
        ("pack.zip", "ask"),
    ],
)
def test_what_may_happen_is_told_by_the_true_ending(name: str, expected: str) -> None:
    assert danger(name) == expected


def test_the_shown_name_hides_no_ending() -> None:
    assert shown_name("invoice\u202efdp.scr") == "invoicefdp.scr"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("note.pdf", "note.pdf"),
        ("../../etc/passwd.txt", "-..-etc-passwd.txt"),
        ("CON.pdf", "_CON.pdf"),
        ("a\u202eb.pdf", "ab.pdf"),
        ("[Draft] MoU.docx", "Draft MoU.docx"),
    ],
)
def test_a_laid_out_file_has_a_name_that_every_system_takes(name: str, expected: str) -> None:
    assert safe_name(name) == expected


def test_a_laid_out_file_is_read_only_and_swept_up_later(tmp_path: Path) -> None:
    file = lay_out(b"hello", "a/b.txt", tmp_path / "open")
    again = lay_out(b"hello", "a/b.txt", tmp_path / "open")
    assert file != again
    assert file.read_bytes() == b"hello"
    assert file.stat().st_mode & 0o222 == 0
    clear_laid_out(tmp_path / "open")
    assert list((tmp_path / "open").iterdir()) == []


def test_a_file_that_cannot_be_saved_says_so(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match=r"no\.txt"):
        save(b"x", tmp_path / "missing" / "no.txt")
