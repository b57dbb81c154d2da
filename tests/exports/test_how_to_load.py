"""The page that says how to load a calendar: complete in every language, and without a promise that fails."""

from html.parser import HTMLParser

import pytest
from typing_extensions import override

from delegation_planner.exports.how_to_load import FIRST_TIME, UPDATES, WHOLE_AGAIN, how_to_load_page
from delegation_planner.plan.kinds import LANGUAGES, Language
from tests.words.spoken import words


class Reader(HTMLParser):
    """Collects tags, attributes and texts."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.texts: list[str] = []
        self.open: list[str] = []
        self.attributes: set[str] = set()
        self.feed(page.decode())

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}
        if tag != "meta":
            self.open.append(tag)

    @override
    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    @override
    def handle_data(self, data: str) -> None:
        if data.strip() and self.open[-1:] != ["style"]:
            self.texts.append(data.strip())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_says_everything_in_the_readers_language(language: Language) -> None:
    page = Reader(how_to_load_page(words(language)))
    assert page.open == []
    steps = [step for section in FIRST_TIME for step in (section.program, *section.steps)]
    for message in (*steps, *UPDATES, *WHOLE_AGAIN):
        assert words(language).say(message) in page.texts


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_loads_nothing(language: Language) -> None:
    page = Reader(how_to_load_page(words(language)))
    assert not {"script", "img", "link", "a", "iframe"} & set(page.tags)
    assert page.attributes == {"lang", "charset"}
