"""Themes: one accent, three greys, a marker colour for highlights. `waqai.tcss` uses them.

A terminal of 256 or 16 colours shows the nearest colour that it has, and two greys that differ by little become one:
so each theme has twins whose colours are of that palette already.
"""

from __future__ import annotations

from textual.theme import Theme

FEW, FEWEST = "256", "standard"
"""Rich's names of a palette of 256 colours and of one of 16."""

VARIABLES = {
    "bright": "#f2efe6",
    "body": "#c3c6cc",
    "quiet": "#7f8793",
    "line": "#39404b",
    "here": "#262c36",
    "marker": "#5a4410",
    "marker-ink": "#fff3cf",
    "marker-faint": "#2f2a1c",
    "found": "#7fd1c7",
    "other": "#1d222a",
    "told": "#8fb4d9",
    "planned": "#93b88a",
    "denied": "#e39a92",
}


def _theme(name: str, accent: str, grounds: tuple[str, str, str], variables: dict[str, str], *, dark: bool) -> Theme:
    """`grounds`: those of the screen, of a sheet that lies on it, of a field in the sheet."""
    background, surface, panel = grounds
    return Theme(
        name=f"waqai-{name}",
        primary=accent,
        accent=accent,
        foreground=variables["body"],
        background=background,
        surface=surface,
        panel=panel,
        dark=dark,
        variables=variables,
    )


DARK = _theme("dark", "#e0ac4a", ("#15181d", "#1c2027", "#232831"), VARIABLES, dark=True)
CONTRAST = _theme(
    "contrast",
    "#ffd700",
    ("#000000", "#000000", "#000000"),
    {
        "bright": "#ffffff",
        "body": "#ffffff",
        "quiet": "#d0d0d0",
        "line": "#9a9a9a",
        "here": "#3a3a3a",
        "marker": "#0050d0",
        "marker-ink": "#ffffff",
        "marker-faint": "#00266b",
        "found": "#00ffff",
        "other": "#202020",
        "told": "#9fd0ff",
        "planned": "#a0f0a0",
        "denied": "#ffaaaa",
    },
    dark=True,
)
LIGHT = _theme(
    "light",
    "#8a5a00",
    ("#faf8f3", "#f0ede5", "#e8e4d9"),
    {
        "bright": "#0d0f12",
        "body": "#33363b",
        "quiet": "#6d727a",
        "line": "#cfcabd",
        "here": "#ece7da",
        "marker": "#ffe08a",
        "marker-ink": "#1d1600",
        "marker-faint": "#f6edcf",
        "found": "#00695f",
        "other": "#f3efe4",
        "told": "#2f5f8f",
        "planned": "#3f6b35",
        "denied": "#a03030",
    },
    dark=False,
)

DARK_256 = _theme(
    "dark-256",
    "#d7af5f",
    ("#121212", "#262626", "#3a3a3a"),
    {
        "bright": "#ebebeb",
        "body": "#c2c2c2",
        "quiet": "#8a8a8a",
        "line": "#4e4e4e",
        "here": "#3a3a3a",
        "marker": "#875f00",
        "marker-ink": "#ffffd7",
        "marker-faint": "#444444",
        "found": "#87d7d7",
        "other": "#262626",
        "told": "#87afd7",
        "planned": "#87af87",
        "denied": "#d78787",
    },
    dark=True,
)
CONTRAST_256 = _theme(
    "contrast-256",
    "#ffd700",
    ("#000000", "#000000", "#000000"),
    {
        "bright": "#ffffff",
        "body": "#ffffff",
        "quiet": "#cdcdcd",
        "line": "#999999",
        "here": "#444444",
        "marker": "#005fd7",
        "marker-ink": "#ffffff",
        "marker-faint": "#00005f",
        "found": "#00ffff",
        "other": "#262626",
        "told": "#87d7ff",
        "planned": "#87ff87",
        "denied": "#ffafaf",
    },
    dark=True,
)
LIGHT_256 = _theme(
    "light-256",
    "#875f00",
    ("#ffffff", "#ebebeb", "#e1e1e1"),
    {
        "bright": "#000000",
        "body": "#303030",
        "quiet": "#6c6c6c",
        "line": "#b8b8b8",
        "here": "#d6d6d6",
        "marker": "#ffd787",
        "marker-ink": "#000000",
        "marker-faint": "#ffffd7",
        "found": "#005f5f",
        "other": "#ebebeb",
        "told": "#005f87",
        "planned": "#005f00",
        "denied": "#870000",
    },
    dark=False,
)

_BLACK, _BROWN, _BLUE, _GREY, _DIM = "#000000", "#aa5500", "#0000aa", "#aaaaaa", "#555555"
_GREEN, _RED, _CRIMSON = "#55ff55", "#ff5555", "#aa0000"
_YELLOW, _CYAN, _PURPLE, _WHITE = "#ffff55", "#55ffff", "#aa00aa", "#ffffff"
DARK_16 = _theme(
    "dark-16",
    _YELLOW,
    (_BLACK, _BLACK, _BLACK),
    {
        "bright": _WHITE,
        "body": _GREY,
        "quiet": _GREY,
        "line": _DIM,
        "here": _BLUE,
        "marker": _BROWN,
        "marker-ink": _BLACK,
        "marker-faint": _BLACK,
        "found": _CYAN,
        "other": _BLACK,
        "told": _CYAN,
        "planned": _GREEN,
        "denied": _RED,
    },
    dark=True,
)
CONTRAST_16 = _theme(
    "contrast-16",
    _YELLOW,
    (_BLACK, _BLACK, _BLACK),
    {**DARK_16.variables, "body": _WHITE, "quiet": _GREY, "line": _GREY},
    dark=True,
)
LIGHT_16 = _theme(
    "light-16",
    _BLUE,
    (_WHITE, _WHITE, _WHITE),
    {
        "bright": _BLACK,
        "body": _BLACK,
        "quiet": _DIM,
        "line": _GREY,
        "here": _GREY,
        "marker": _YELLOW,
        "marker-ink": _BLACK,
        "marker-faint": _WHITE,
        "found": _PURPLE,
        "other": _WHITE,
        "told": _BLUE,
        "planned": _DIM,
        "denied": _CRIMSON,
    },
    dark=False,
)

THEMES = {
    FEW: {"auto": DARK_256, "dark": DARK_256, "light": LIGHT_256, "contrast": CONTRAST_256},
    FEWEST: {"auto": DARK_16, "dark": DARK_16, "light": LIGHT_16, "contrast": CONTRAST_16},
    "truecolor": {"auto": DARK, "dark": DARK, "light": LIGHT, "contrast": CONTRAST},
}
"""Colours of the terminal, as Rich names them -> setting -> theme."""


def theme(setting: str, colours: str | None) -> Theme:
    """The theme of that setting for a terminal of so many colours; None: it is not known, or has none."""
    return THEMES.get(colours or "", THEMES["truecolor"])[setting]
