"""The colours, lines and named styles of the papers, and the looks that cells wear."""

from typing import Final, Literal, NamedTuple

from delegation_planner.exports.papers.text_width import Typeface
from delegation_planner.plan.edition import Colour

INK: Final = "1A1A1A"
NAVY: Final = "1B2A49"
BRONZE: Final = "8C6D31"
GREY: Final = "595959"
RULE: Final = "A6A6A6"
COLUMN_LINE: Final = "D6D3CA"
STONE: Final = "EFECE4"
INTERNAL: Final = "E3E3E3"
WARNING: Final = "8B1A1A"
STEP_INK: Final = "333333"
WHITE: Final = "FFFFFF"

BODY: Final = "Calibri"
SERIF: Final = "Cambria"

PaperKind = Literal[
    "programme", "programme_two_languages", "rundown", "personal", "pocket", "slip", "delegations", "manifest",
    "contacts", "signing", "open_points", "day_sheet", "place_sheet", "team_sheet",
]  # fmt: skip


class Line(NamedTuple):
    """A border line: its weight as spreadsheets name it, and its colour."""

    weight: Literal["thin", "medium", "double"]
    colour: str


THIN_RULE: Final = Line("thin", RULE)
COLUMN_RULE: Final = Line("thin", COLUMN_LINE)
NAVY_RULE: Final = Line("thin", NAVY)
BRONZE_RULE: Final = Line("thin", BRONZE)
STEP_LINE: Final = Line("medium", BRONZE)
TITLE_LINE: Final = Line("medium", BRONZE)
PUBLIC_TITLE_LINE: Final = Line("double", BRONZE)
BOX_LINE: Final = Line("medium", NAVY)
INK_RULE: Final = Line("thin", INK)


class Style(NamedTuple):
    """What a named style says: type, colour, fill, place in the cell, and its own lines."""

    size: float
    bold: bool = False
    italic: bool = False
    serif: bool = False
    colour: str = INK
    fill: str | None = None
    horizontal: str = "left"
    vertical: str = "top"
    wrap: bool = True
    indent: int = 0
    above: Line | None = None
    below: Line | None = None
    left: Line | None = None
    right: Line | None = None

    @property
    def typeface(self) -> Typeface:
        """What decides the width of its text."""
        return Typeface(self.size, self.bold, self.serif)


class Look(NamedTuple):
    """A named style as one cell wears it: what that cell adds to it or changes in it."""

    style: str
    number_format: str = "General"
    italic: bool = False
    struck: bool = False
    colour: str | None = None
    fill: str | None = None
    above: Line | None = None
    below: Line | None = None
    left: Line | None = None
    horizontal: str | None = None
    right: Line | None = None


def framed(look: Look, line: Line) -> Look:
    """The look with a line along all four edges."""
    return look._replace(above=line, below=line, left=line, right=line)


class Band(NamedTuple):
    """The text that says which paper this is (a draft, an edition), with its pale and its dark colour.

    `after` follows it where there is room: what the edition replaces.
    """

    text: str
    pale: str = WHITE
    dark: str = "404040"
    after: str = ""

    @property
    def whole(self) -> str:
        """The text with what it replaces."""
        return f"{self.text}  {self.after}" if self.after else self.text


class EditionColours(NamedTuple):
    """The pale and the dark shade of an edition's colour; all pale ones print as nearly the same grey."""

    pale: str
    dark: str


EDITION_COLOURS: Final[dict[Colour, EditionColours]] = {
    "white": EditionColours("FFFFFF", "404040"),
    "blue": EditionColours("CFE2F3", "1F4E79"),
    "pink": EditionColours("F7CFDD", "9C2759"),
    "yellow": EditionColours("FFF2B3", "6E5A00"),
    "green": EditionColours("CFE8CF", "27632A"),
    "orange": EditionColours("FBD9B5", "8A4B08"),
}

_COMMON: Final[dict[str, Style]] = {
    "DP Title": Style(16, serif=True, colour=NAVY),
    "DP Title C": Style(16, serif=True, colour=NAVY, horizontal="center", vertical="center"),
    "DP Kind": Style(11, bold=True, colour=BRONZE),
    "DP Kind C": Style(14, bold=True, serif=True, colour=BRONZE, horizontal="center", vertical="center"),
    "DP Host C": Style(10, serif=True, colour=BRONZE, horizontal="center", vertical="center"),
    "DP Sub": Style(10, colour=GREY),
    "DP Sub C": Style(10, colour=GREY, horizontal="center"),
    "DP Reader": Style(18, bold=True, colour=NAVY),
    "DP Head": Style(8, bold=True, colour=NAVY, fill=STONE, vertical="center", above=NAVY_RULE, below=NAVY_RULE),
    "DP Head C": Style(
        8, bold=True, colour=NAVY, fill=STONE, horizontal="center", vertical="center", above=NAVY_RULE, below=NAVY_RULE
    ),
    "DP Day Date": Style(13, bold=True, serif=True, colour=WHITE, fill=NAVY, vertical="center", wrap=False, indent=1),
    "DP Day R": Style(9, colour=WHITE, fill=NAVY, horizontal="right", vertical="center", wrap=False, indent=1),
    "DP DayLight": Style(12, bold=True, serif=True, colour=NAVY, vertical="bottom", wrap=False, below=BRONZE_RULE),
    "DP DayLight R": Style(9, colour=GREY, horizontal="right", vertical="bottom", wrap=False, below=BRONZE_RULE),
    "DP Section": Style(12, bold=True, serif=True, colour=NAVY, vertical="bottom", below=BRONZE_RULE),
    "DP No": Style(8, colour=GREY, horizontal="center"),
    "DP Time": Style(10, bold=True, horizontal="center", wrap=False),
    "DP Time End": Style(10, horizontal="center", wrap=False),
    "DP Item": Style(10, bold=True),
    "DP Cell": Style(9),
    "DP Cell C": Style(9, horizontal="center"),
    "DP Cell10": Style(10),
    "DP Name": Style(10, bold=True),
    "DP Name Open": Style(10, italic=True, colour=GREY),
    "DP Order": Style(10, bold=True, colour=NAVY, horizontal="center"),
    "DP Phone": Style(12, bold=True),
    "DP Step Time": Style(9, colour=STEP_INK, horizontal="center", wrap=False),
    "DP Step": Style(9, colour=STEP_INK, indent=1, left=STEP_LINE),
    "DP Zone": Style(8, colour=GREY, vertical="bottom"),
    "DP Zone R": Style(8, colour=GREY, horizontal="right", vertical="bottom"),
    "DP Note": Style(8, colour=GREY, vertical="bottom"),
    "DP Rule": Style(8),
}

_DIFFERENT: Final[dict[PaperKind, dict[str, Style]]] = {
    "programme": {
        "DP Time": Style(10.5, bold=True, wrap=False),
        "DP Item": Style(10.5, bold=True),
        "DP Kind C": Style(15, bold=True, serif=True, colour=BRONZE, horizontal="center", vertical="center"),
    },
    "programme_two_languages": {
        "DP Title C": Style(11, bold=True, serif=True, colour=NAVY, horizontal="center", vertical="center"),
        "DP Kind C": Style(13, bold=True, serif=True, colour=BRONZE, horizontal="center", vertical="center"),
        "DP Time": Style(9.5, bold=True, wrap=False),
        "DP Time R": Style(9.5, bold=True, horizontal="right", wrap=False),
        "DP Item": Style(9.5, bold=True),
        "DP DayLight R": Style(
            12, bold=True, serif=True, colour=NAVY, horizontal="right", vertical="bottom", wrap=False, below=BRONZE_RULE
        ),
    },
    "rundown": {},
    "personal": {
        "DP Title": Style(11, colour=GREY),
        "DP Time": Style(11, bold=True, wrap=False),
        "DP Time End": Style(9.5, wrap=False),
        "DP Item": Style(11, bold=True),
    },
    "pocket": {
        "DP Reader": Style(16, bold=True, colour=NAVY),
        "DP Title": Style(11, serif=True, colour=NAVY),
        "DP Time": Style(10, bold=True, wrap=False),
        "DP Day Date": Style(12, bold=True, serif=True, colour=WHITE, fill=NAVY, vertical="center", indent=1),
        "DP Offset": Style(8, wrap=False),
        "DP Sub": Style(9, colour=GREY),
    },
    "slip": {
        "DP Title": Style(14, serif=True, colour=NAVY),
        "DP Reader": Style(14, bold=True, colour=NAVY),
        "DP Old": Style(10, colour=GREY),
        "DP New": Style(11, bold=True),
        "DP Label": Style(8, bold=True, colour=GREY),
        "DP Label New": Style(8, bold=True),
        "DP Why": Style(9),
        "DP Edition": Style(16, bold=True, horizontal="center", vertical="center"),
        "DP Replaced": Style(8, bold=True, horizontal="center", vertical="center"),
        "DP Receipt": Style(8, colour=GREY),
    },
    "delegations": {"DP Title": Style(14, serif=True, colour=NAVY)},
    "manifest": {
        "DP Position": Style(16, bold=True, colour=NAVY, horizontal="center"),
        "DP Big": Style(11, bold=True),
        "DP Big N": Style(11),
        "DP Big C": Style(11, horizontal="center"),
        "DP Label": Style(8, colour=GREY),
        "DP Fact": Style(14, bold=True, wrap=True),
        "DP Fact Time": Style(14, bold=True, wrap=False),
    },
    "contacts": {"DP Title": Style(14, serif=True, colour=NAVY)},
    "signing": {
        "DP Time": Style(12, bold=True, horizontal="center", wrap=False),
        "DP Minutes": Style(9, colour=STEP_INK, horizontal="center", wrap=False),
        "DP Item": Style(11, bold=True),
        "DP Original": Style(12, bold=True, horizontal="center"),
        "DP Box": Style(9, horizontal="center", vertical="center"),
        "DP Seat": Style(11, bold=True, horizontal="center", vertical="center"),
        "DP Table": Style(9, fill=STONE, horizontal="center", vertical="center"),
        "DP Around": Style(8, colour=GREY, horizontal="center", vertical="center"),
    },
    "open_points": {
        "DP Title": Style(14, serif=True, colour=NAVY),
        "DP Weight": Style(10, bold=True),
        "DP Tick": Style(11, horizontal="center"),
    },
    "day_sheet": {},
    "place_sheet": {},
    "team_sheet": {"DP Count": Style(11, bold=True, horizontal="center")},
}  # fmt: skip


def paper_styles(kind: PaperKind, band: Band, *, serif: bool) -> dict[str, Style]:
    """The named styles of a paper in the colours of its band; without serif, headings are set in Calibri.

    Caladea, which prints for Cambria where that is missing, has no letter ə: papers that need it have no serif.
    """
    styles = _COMMON | _DIFFERENT[kind]
    styles["DP Strip"] = Style(
        8, bold=True, colour=band.dark, fill=band.pale, horizontal="right", vertical="center", wrap=False, indent=1
    )
    if serif:
        return styles
    return {name: style._replace(serif=False) for name, style in styles.items()}
