"""What every page bears: title, edition and colour, when it was printed, zone, page of pages, reader, marking."""

import pytest

from delegation_planner.exports.papers.imprint import Issue, edition_imprint
from delegation_planner.exports.papers.paper_set import (
    OF_EVERYBODY,
    OF_TEAMS,
    PAPER_NAMES,
    PERSONAL,
    LaidOut,
    PaperName,
    laid_out,
)
from delegation_planner.exports.papers.sheet import Sheet
from delegation_planner.plan.change import Changes, replaced
from delegation_planner.plan.edition import Edition
from delegation_planner.plan.kinds import Language
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.visit import Visit
from delegation_planner.programme.audience import TEAMS, Audience, person, team
from delegation_planner.programme.programme import Programme
from delegation_planner.resource_files import read_sample
from tests.exports.papers.made_papers import (
    MADE_AT,
    programme_for,
    programme_for_all,
    programme_for_team,
    programme_of,
)
from tests.words.spoken import words

ISSUE = Issue(Edition(3, "2017-07-20T09:10:00Z", colour="pink"), Edition(2, "2017-07-19T09:10:00Z", colour="blue"))
SAID: dict[Language, tuple[str, str, str, str]] = {
    "en": ("Edition 3 · PINK ●●●", "Printed Mon 10 Jul 2017, 09:15 WIB (UTC+07)", "Page &P of &N", "Visit of the"),
    "id": (
        "Terbitan 3 · MERAH MUDA ●●●", "Dicetak Sen, 10 Jul 2017, pukul 09.15 WIB (UTC+07)", "Halaman &P dari &N",
        "Kunjungan",
    ),
    "az": (
        "Buraxılış 3 · ÇƏHRAYI ●●●", "Çap: 10 iyl 2017, B.e., 09:15 WIB (UTC+07)", "Səhifə &P / &N",
        "Dövlət Agentliyi",
    ),
}  # fmt: skip
PERSONAL_MARKING: dict[Language, str] = {
    "en": "PERSONAL · DO NOT PASS ON",
    "id": "PRIBADI · JANGAN DITERUSKAN",
    "az": "ŞƏXSİ · BAŞQASINA VERMƏYİN",
}


def made(programme: Programme, names: tuple[PaperName, ...], language: Language) -> list[LaidOut]:
    imprint = edition_imprint(programme, words(language), None, MADE_AT, ISSUE)
    return list(laid_out(programme, imprint, names))


def papers_for_all(language: Language) -> list[LaidOut]:
    """The papers of everybody and of the teams: all names but the personal ones."""
    found = made(programme_for_all("internal", language), OF_EVERYBODY, language)
    found += made(programme_for_all("detailed", language), ("place-sheets",), language)
    for name in TEAMS:
        names = tuple(paper for paper, of_team in OF_TEAMS.items() if of_team == name)
        found += made(programme_for_team(name, language), names, language)
    return found


def on_every_page(sheet: Sheet) -> str:
    """The texts of the repeated rows."""
    first, last = sheet.repeated or (1, 0)
    return " ".join(str(cell.value) for row in sheet.rows[first - 1 : last] for cell in row.cells)


def assert_margins(sheet: Sheet, language: Language) -> None:
    edition, printed, page, title = SAID[language]
    margins = sheet.margins
    assert title in margins.header_left, sheet.name
    assert margins.header_right.endswith(edition), sheet.name
    assert margins.footer_left.endswith(printed), sheet.name
    assert margins.footer_right.endswith(page), sheet.name


@pytest.mark.parametrize("language", ["en", "id", "az"])
def test_papers_for_several_readers(language: Language) -> None:
    papers = papers_for_all(language)
    assert len({paper.sheet.name for paper in papers}) == 14
    for paper in papers:
        assert_margins(paper.sheet, language)
        marking = paper.sheet.margins.footer_centre.partition("&K1A1A1A")[2]
        assert len(marking) > 3, paper.stem
        assert marking == marking.upper(), paper.stem


@pytest.mark.parametrize("language", ["en", "id", "az"])
def test_papers_of_one_reader_bear_the_readers_name_too(language: Language) -> None:
    papers = made(programme_for("A1", language), PERSONAL, language)
    assert len(papers) == 2
    for paper in papers:
        assert_margins(paper.sheet, language)
        name = "İnam Kərimov" if language == "az" else "Inam Karimov"
        assert name in paper.sheet.margins.footer_right
        assert PERSONAL_MARKING[language] in paper.sheet.margins.footer_centre + on_every_page(paper.sheet)


def test_every_paper_whose_title_is_borrowed_says_what_the_language_in_brackets_means() -> None:
    """Also where nothing else on the paper is borrowed."""
    plan = read_sample(fixed=True)
    (visit,) = plan.rows(Visit)
    plan = plan.changed(Changes([replaced(visit, visit._replace(title_id=""))]))
    programmes = [programme_of(plan, Audience("everybody", level, "id")) for level in ("internal", "detailed")]
    programmes += [programme_of(plan, team(name, "internal", "id")) for name in TEAMS]
    programmes += [programme_of(plan, person(row.id, language="id")) for row in plan.rows(Participant)[:1]]
    papers = [paper for programme in programmes for paper in made(programme, PAPER_NAMES, "id")]
    assert len({paper.sheet.name for paper in papers}) == 16
    borrowed = [paper.sheet for paper in papers if any(text.startswith("[en] ") for text in paper.sheet.texts)]
    assert len({sheet.name for sheet in borrowed}) >= 14
    note = words("id").say("[{code}]: not yet translated, shown in {language}.", code="en", language="Inggris")
    assert [sheet.name for sheet in borrowed if note not in " ".join(sheet.texts)] == []
