"""The proof that stands between a workbook and whoever is handed it."""

from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

import pytest

from delegation_planner.exports.papers.proof import PaperDiffersError, prove
from delegation_planner.exports.papers.sheet import Sheet
from delegation_planner.exports.papers.workbook import workbook_bytes
from tests.exports.papers.made_papers import programme_for_all, sheets_of


def rundown() -> Sheet:
    return sheets_of(programme_for_all())["rundown"]


def changed(content: bytes, change: Callable[[str], str]) -> bytes:
    """The workbook with its worksheet part changed."""
    changed_content = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(changed_content, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, change(part.decode()) if name == "xl/worksheets/sheet1.xml" else part)
    return changed_content.getvalue()


def test_a_sound_workbook_passes() -> None:
    prove(rundown(), workbook_bytes(rundown()))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (">Motorcade: airport to hotel<", ">Motorcade: airport to hote<"),
        ('<c r="A9" ', '<c r="J9" '),
        ("<v>0.8333333333333334</v>", "<v>0.8333</v>"),
        ('ht="39"', 'ht="12"'),
        ('<brk id="19"', '<brk id="18"'),
        ("<t>Remarks</t>", "<t></t>"),
    ],
)
def test_a_value_height_or_break_that_went_wrong_is_caught(old: str, new: str) -> None:
    content = workbook_bytes(rundown())
    assert changed(content, lambda part: part.replace(old, new, 1)) != changed(content, str)
    with pytest.raises(PaperDiffersError):
        prove(rundown(), changed(content, lambda part: part.replace(old, new, 1)))
