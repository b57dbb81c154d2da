"""Attached files come back byte for byte, or say that they do not."""

from hashlib import sha256
from pathlib import Path

import pytest

from delegation_planner.plan.change import Change, Changes, put, removed, replaced
from delegation_planner.plan.errors import AttachmentError
from delegation_planner.planfile.attachments import LARGEST
from delegation_planner.planfile.plan_file import PlanFile
from delegation_planner.planfile.snapshots import remove_snapshots
from tests.builders import a_file
from tests.planfile.plans import HEAD, NOTE, a_full_plan, entry


def _sha(content: bytes) -> str:
    return sha256(content).hexdigest()


def _attached(content: bytes, name: str = "a.pdf") -> Change:
    return put(a_file(NOTE, name, size=len(content), sha256=_sha(content)))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "visit.visit"


@pytest.mark.parametrize("size", [0, 1, 1 << 20, (1 << 20) + 1, (3 << 20) + 7, LARGEST])
def test_contents_of_any_size_come_back(path: Path, size: int) -> None:
    content = (b"0123456789abcdef" * (size // 16 + 1))[:size]
    file = PlanFile.create(path, a_full_plan())
    file.write(entry([_attached(content)]), {_sha(content): content})
    file.close()
    again = PlanFile.open(path)
    assert again.attachment(_sha(content)) == content
    again.close()


def test_a_content_that_two_documents_share_is_kept_once_and_outlives_undo(path: Path) -> None:
    file = PlanFile.create(path, a_full_plan())
    for name in ("a.pdf", "b.pdf"):
        file.write(entry([_attached(b"text", name)]), {_sha(b"text"): b"text"})
    assert file.counts()["attachment"] == 1
    file.write(entry(Changes([_attached(b"text")]).inverse(), direction="undo"))
    assert file.attachment(_sha(b"text")) == b"text"
    file.close()


@pytest.mark.parametrize("contents", [{_sha(b"one"): b"other"}, {_sha(bytes(LARGEST + 1)): bytes(LARGEST + 1)}])
def test_a_content_that_is_too_large_or_not_what_it_says_attaches_nothing(
    path: Path, contents: dict[str, bytes]
) -> None:
    file = PlanFile.create(path, a_full_plan())
    with pytest.raises(AttachmentError):
        file.write(entry([_attached(b"one")]), contents)
    assert file.load() == a_full_plan()
    assert (file.log(), file.counts()["attachment"]) == ([], 0)
    file.close()


@pytest.mark.parametrize("size", [1000, 2 << 20])
def test_f28_a_flipped_bit_is_found_and_hurts_only_that_file(path: Path, size: int) -> None:
    damaged, sound = b"damaged!" * (size // 8), b"sound" * 10
    file = PlanFile.create(path, a_full_plan())
    file.write(entry([_attached(damaged)]), {_sha(damaged): damaged})
    file.write(entry([_attached(sound, "b.pdf")]), {_sha(sound): sound})
    file.close()
    raw = bytearray(path.read_bytes())
    raw[raw.find(b"damaged!damaged!") + 5] ^= 1
    path.write_bytes(raw)
    file = PlanFile.open(path)
    assert file.attachment(_sha(sound)) == sound
    with pytest.raises(AttachmentError, match="is damaged"):
        file.attachment(_sha(damaged))
    with pytest.raises(AttachmentError, match="not in the plan file"):
        file.attachment("f" * 64)
    file.close()


def test_f39_what_was_removed_for_good_leaves_no_remnant(path: Path, tmp_path: Path) -> None:
    secret, note = "P-SECRET-0042", b"SECRET-NOTE-0042"
    holder = HEAD._replace(passport_no=secret)
    file = PlanFile.create(path, a_full_plan().changed(Changes([replaced(HEAD, holder)])))
    folder = tmp_path / "versions"
    file.write(entry([attached := _attached(note)]), {_sha(note): note})
    file.snapshot(folder)
    file.write(entry([replaced(holder, HEAD), removed(attached.after or HEAD)]))
    assert secret.encode() in path.read_bytes()
    file.forget_history()
    remove_snapshots(folder, file.plan_uuid)
    assert file.load() == a_full_plan()
    assert file.log() == []
    assert file.write(entry([_attached(b"new")]), {_sha(b"new"): b"new"}) == 3
    assert len(file.log()) == 1
    for found in tmp_path.rglob("*"):
        content = found.read_bytes() if found.is_file() else b""
        assert secret.encode() not in content, found
        assert note not in content, found
    file.close()


def test_f39_a_row_that_is_replaced_is_wiped_at_once(path: Path) -> None:
    number = "P-SECRET-0042"
    file = PlanFile.create(path, a_full_plan().changed(Changes([replaced(HEAD, HEAD._replace(passport_no=number))])))
    assert number.encode() in path.read_bytes()
    file._db.execute("UPDATE participant SET passport_no = ''")  # noqa: SLF001 - an edit keeps it in the log, for undo
    file.close()
    assert number.encode() not in path.read_bytes()
