"""Every colour and size of the look, for light and dark."""

from typing import Final, NamedTuple

from delegation_planner.plan.kinds import ItemKind


class Tokens(NamedTuple):
    """The colours of one scheme by role, as #RRGGBB.

    Text roles keep 4.5:1 on what they lie on; `control` keeps 3:1.
    """

    name: str
    window: str
    pane: str
    header: str
    hover: str
    pressed: str
    selected: str
    input: str
    line: str
    line_half: str
    line_strong: str
    off_hours: str
    band: str
    band_friday: str
    ink: str
    muted: str
    faint: str
    accent_text: str
    focus: str
    control: str
    error: str
    warning: str
    info: str
    ok: str
    now: str
    accent: str
    accent_hover: str
    accent_pressed: str
    on_accent: str
    accent_soft: str
    error_back: str
    warning_back: str
    sign: str
    on_sign: str
    tooltip: str
    on_tooltip: str


LIGHT: Final = Tokens(
    name="light",
    window="#F1F3F6",
    pane="#FFFFFF",
    header="#F7F8FA",
    hover="#EDF0F4",
    pressed="#E1E6ED",
    selected="#DBE7FA",
    input="#FFFFFF",
    line="#E3E7EC",
    line_half="#F0F2F5",
    line_strong="#C6CDD7",
    off_hours="#F8F9FB",
    band="#F4F1E8",
    band_friday="#E9E4F5",
    ink="#17202E",
    muted="#525D6E",
    faint="#626C7C",
    accent_text="#1B53B5",
    focus="#1F5AC2",
    control="#7C8696",
    error="#B3261E",
    warning="#855000",
    info="#2A5B8C",
    ok="#1D6B3B",
    now="#C2261B",
    accent="#1F5AC2",
    accent_hover="#184CA8",
    accent_pressed="#143F8C",
    on_accent="#FFFFFF",
    accent_soft="#E8F0FC",
    error_back="#FCECEA",
    warning_back="#FFF3D9",
    sign="#86246F",
    on_sign="#FFFFFF",
    tooltip="#232B38",
    on_tooltip="#F4F6F9",
)

DARK: Final = Tokens(
    name="dark",
    window="#14171C",
    pane="#1B1F26",
    header="#20252D",
    hover="#282E38",
    pressed="#313844",
    selected="#26395A",
    input="#161A20",
    line="#2B313B",
    line_half="#232830",
    line_strong="#434C59",
    off_hours="#181C22",
    band="#24241F",
    band_friday="#2A2540",
    ink="#E7EBF1",
    muted="#A6B0BF",
    faint="#8F9AAA",
    accent_text="#8DB6FF",
    focus="#8DB6FF",
    control="#778293",
    error="#FF9D94",
    warning="#F0BC62",
    info="#93C2EE",
    ok="#7FD09B",
    now="#FF7B70",
    accent="#3A72D8",
    accent_hover="#2F66C9",
    accent_pressed="#2859B3",
    on_accent="#FFFFFF",
    accent_soft="#1F2C44",
    error_back="#3B2220",
    warning_back="#362A12",
    sign="#8F2F79",
    on_sign="#FFFFFF",
    tooltip="#E7EBF1",
    on_tooltip="#17202E",
)

LIGHT_CONTRAST: Final = LIGHT._replace(
    window="#FFFFFF",
    header="#FFFFFF",
    line="#6B6B6B",
    line_half="#B4B4B4",
    line_strong="#000000",
    ink="#000000",
    muted="#262626",
    faint="#333333",
    accent_text="#003087",
    focus="#003087",
    control="#000000",
    error="#8A0F08",
    warning="#5C3700",
    info="#123F69",
    ok="#0B4A22",
    accent="#003087",
    accent_hover="#00256B",
    accent_pressed="#001B50",
)
"""For whoever has asked the system for high contrast: 7:1 for texts, and edges in ink."""

DARK_CONTRAST: Final = DARK._replace(
    window="#000000",
    pane="#000000",
    header="#0B0D10",
    input="#000000",
    off_hours="#0B0D10",
    selected="#12315F",
    hover="#20252D",
    line="#8E98A6",
    line_half="#4A525E",
    line_strong="#FFFFFF",
    ink="#FFFFFF",
    muted="#E2E7EE",
    faint="#CDD4DE",
    accent_text="#B9D4FF",
    focus="#FFE066",
    control="#FFFFFF",
    error="#FFC4BE",
    warning="#FFD794",
    info="#C3E0FB",
    ok="#A9E8BE",
    accent="#1F4FA8",
    accent_hover="#1A4391",
    accent_pressed="#15377A",
)

Bar = tuple[str, str]  # light, dark
_TRAVEL: Final[Bar] = ("#5B6B80", "#9DACBF")
_GATE: Final[Bar] = ("#0C727B", "#63C5CD")
_MEETING: Final[Bar] = ("#2458B8", "#86AEFF")
_QUIET: Final[Bar] = ("#6B6560", "#B5AEA6")

KIND_BARS: Final[dict[ItemKind, Bar]] = {
    "arrival": _GATE,
    "departure": _GATE,
    "flight": ("#2B6E9E", "#7FBCE8"),
    "movement": _TRAVEL,
    "lodging": _QUIET,
    "logistics": _QUIET,
    "courtesy_call": _MEETING,
    "restricted_meeting": _MEETING,
    "bilateral_meeting": _MEETING,
    "working_meeting": _MEETING,
    "signing": ("#86246F", "#E79AD6"),
    "ceremony": ("#6A45B5", "#BBA0F5"),
    "press": ("#9A4510", "#EDA672"),
    "meal": ("#34702F", "#8CCB85"),
    "break": _QUIET,
    "prayer": _QUIET,
    "site_visit": ("#6B6208", "#D0C45C"),
    "culture": ("#A0355E", "#F09AB8"),
    "rehearsal": _QUIET,
    "other": _QUIET,
}
"""The bar colour of a kind of item."""

KIND_ICONS: Final[dict[ItemKind, str]] = {
    "arrival": "arrival",
    "departure": "departure",
    "flight": "flight",
    "movement": "motorcade",
    "lodging": "logistics",
    "logistics": "logistics",
    "courtesy_call": "courtesy_call",
    "restricted_meeting": "meeting",
    "bilateral_meeting": "meeting",
    "working_meeting": "meeting",
    "signing": "signing",
    "ceremony": "ceremony",
    "press": "press",
    "meal": "meal",
    "break": "break",
    "prayer": "prayer",
    "site_visit": "site_visit",
    "culture": "culture",
    "rehearsal": "rehearsal",
    "other": "other",
}
"""The icon of a kind of item."""

FAMILIES: Final = ("Segoe UI Variable Text", "Segoe UI", "Inter", "Noto Sans", "DejaVu Sans")

# Logical pixels at 96 dpi.
GAP: Final = 6
PANE_HEAD: Final = 36
FIELD: Final = 28
BANNER: Final = 36
ICON: Final = 16
SIDE_LEFT: Final = (268, 228)  # wide window, window under NARROW
SIDE_RIGHT: Final = (316, 288)
NARROW: Final = 1400
