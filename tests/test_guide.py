"""The guide: every page in both languages, every link and picture there, and what it says of keys is so."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QKeySequence, QTextDocument
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from delegation_planner.plan.kinds import Language
from delegation_planner.resource_files import catalogue_folder, guide_folder
from delegation_planner.screen.actions import PANES, VERBS
from delegation_planner.screen.dialogs.guide import DARK, RATIO, GuideWindow
from delegation_planner.words.words import Catalogues
from tests.guide_pictures import WORDS, as_text, pictures, words_in
from tests.screen.windows import a_window
from tests.shots.taking import LANGUAGES, MADE_AT

GUIDE = guide_folder()
ENGLISH = sorted(path.name for path in GUIDE.glob("*.md"))
PAGES = [path.relative_to(GUIDE).as_posix() for path in sorted(GUIDE.rglob("*.md"))]
LARGEST = 200_000
LINK = re.compile(r"\]\(([^)]+)\)")


def test_there_is_a_page_for_each_pane_in_both_languages() -> None:
    assert {f"{pane}.md" for pane in PANES} | {"index.md"} <= set(ENGLISH)
    assert sorted(path.name for path in (GUIDE / "id").glob("*.md")) == ENGLISH


@pytest.mark.parametrize("page", PAGES)
def test_every_link_leads_to_a_page_or_picture_of_ours(page: str) -> None:
    file = GUIDE / page
    missing = [link for link in LINK.findall(file.read_text(encoding="utf-8")) if not (file.parent / link).is_file()]
    assert missing == []


def test_every_page_and_picture_is_reached_and_pictures_are_small() -> None:
    linked = {
        ((GUIDE / page).parent / link).resolve()
        for page in PAGES
        for link in LINK.findall((GUIDE / page).read_text(encoding="utf-8"))
    }
    linked |= {path.with_stem(f"{path.stem}{DARK}") for path in linked if path.suffix == ".png"}
    every = {path.resolve() for path in GUIDE.rglob("*") if path.is_file()}
    assert every ^ linked == set()
    assert [path.name for path in (GUIDE / "pictures").iterdir() if path.stat().st_size > LARGEST] == []


def test_the_keys_of_the_first_page_are_those_of_the_menus() -> None:
    keys = {QKeySequence(verb.keys).toString() for verb in VERBS.values() if verb.keys}
    keys |= {f"Alt+{number}" for number in range(1, len(PANES) + 1)}
    told = re.findall(r"(?:Ctrl|Alt)\+[A-Z0-9/]|\bF1\b", (GUIDE / "index.md").read_text(encoding="utf-8"))
    assert len(told) > 10
    assert set(told) - keys == set()


@pytest.mark.parametrize("page", PAGES)
def test_menus_and_verbs_are_called_as_in_the_window(page: str) -> None:
    """Emphasised words with "…" or ">" name them; in tables they are those of other programs."""
    language: Language = "id" if page.startswith("id/") else "en"
    words = Catalogues(catalogue_folder()).words(language)
    known = {words.say(message).replace("&", "").partition("\t")[0] for message in messages()}
    lines = [line for line in (GUIDE / page).read_text(encoding="utf-8").split("\n") if not line.startswith("|")]
    told = [text for text in re.findall(r"\*([^*]+)\*", " ".join(lines)) if "…" in text or ">" in text]
    parts = {" ".join(part.split()) for text in told for part in text.split(">")}
    assert parts - known == set()


def messages() -> set[str]:
    """Every sentence of the program that has one form."""
    from babel.messages.pofile import read_po

    catalogue = catalogue_folder() / "id" / "LC_MESSAGES" / "delegation_planner.po"
    with catalogue.open("rb") as file:
        return {message.id for message in read_po(file) if isinstance(message.id, str)}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.usefixtures("qtbot")
def test_pictures_show_the_words_of_the_program(tmp_path: Path, language: Language) -> None:
    with a_window(tmp_path, language, now=MADE_AT) as window:
        said = as_text([(picture.name, words_in(picture)) for picture in pictures(window)])
    kept = (WORDS / f"{language}.txt").read_text(encoding="utf-8")
    assert said == kept, "the pictures of the guide are old: `dev.py pictures` makes them anew"


def test_a_dark_window_shows_dark_pictures_and_each_pixel_of_them(tmp_path: Path, qtbot: QtBot) -> None:
    with a_window(tmp_path) as window:
        guide = GuideWindow(window, window.words, GUIDE / "index.md")
        seen: list[bool] = []
        for look in ("light", "dark"):
            window.use_look(look)
            qtbot.waitUntil(lambda: window.around.theme.is_dark == bool(seen))
            guide.pages.reload()
            kind = QTextDocument.ResourceType.ImageResource.value
            picture = guide.pages.loadResource(kind, QUrl.fromLocalFile(str(GUIDE / "pictures" / "window.png")))
            assert picture.devicePixelRatio() == RATIO
            seen.append(picture.pixelColor(2, 2).lightness() > 128)
        assert seen == [True, False]


@pytest.mark.usefixtures("qtbot")
def test_the_way_back_is_offered_where_there_is_one(tmp_path: Path) -> None:
    with a_window(tmp_path) as window:
        guide = GuideWindow(window, window.words, GUIDE / "index.md")
        assert (guide.back.isEnabled(), guide.home.isEnabled()) == (False, False)
        guide.pages.setSource(guide.pages.source().resolved(QUrl("schedule.md")))
        assert (guide.back.isEnabled(), guide.home.isEnabled()) == (True, True)
        guide.back.click()
        assert (guide.back.isEnabled(), guide.home.isEnabled()) == (False, False)


@pytest.mark.parametrize(("language", "title"), [("en", "the guide"), ("id", "panduan")])
@pytest.mark.usefixtures("qtbot")
def test_f1_opens_the_guide_in_the_windows_language_and_links_lead_on(
    tmp_path: Path, language: Language, title: str
) -> None:
    with a_window(tmp_path, language) as window:
        window.activateWindow()
        QTest.qWaitForWindowActive(window)
        QTest.keyClick(window, Qt.Key.Key_F1)
        [guide] = window.findChildren(GuideWindow)
        assert title in guide.pages.toPlainText()
        guide.pages.setSource(guide.pages.source().resolved(QUrl("schedule.md")))
        assert "Ctrl+Shift+G" in guide.pages.toPlainText()
        guide.close()
