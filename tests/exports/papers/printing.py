"""Workbooks printed by LibreOffice, and what stands on the pages as pypdf reads them."""

import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from pypdf import PdfReader


class Page(NamedTuple):
    """A printed page: its text without any blanks (lines break anywhere), and its lines, as heights on the page."""

    text: str
    lines: tuple[float, ...]


def printed(folder: Path, workbooks: Mapping[str, bytes]) -> dict[str, list[Page]]:
    """The pages of each workbook, printed by an office program with a profile of its own in the folder."""
    for name, content in workbooks.items():
        (folder / f"{name}.xlsx").write_bytes(content)
    profile = (folder / "profile").as_uri()
    files = [f"{name}.xlsx" for name in workbooks]
    command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf", "--outdir", "."]
    subprocess.run([*command, *files], cwd=folder, check=True, capture_output=True, timeout=240)
    return {name: [_page(page) for page in PdfReader(folder / f"{name}.pdf").pages] for name in workbooks}


def _page(page: Any) -> Page:
    heights: set[float] = set()

    def note(text: str, _: list[float], matrix: list[float], *__: object) -> None:
        if text.strip():
            heights.add(round(matrix[5], 1))

    text = page.extract_text(visitor_text=note)
    return Page(without_blanks(text), tuple(sorted(heights, reverse=True)))


def without_blanks(text: str) -> str:
    """The text as it can be compared whatever its lines, its ligatures and its blanks."""
    for ligature, letters in {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"}.items():
        text = text.replace(ligature, letters)
    return "".join(text.split())
