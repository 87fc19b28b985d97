"""Themes: one accent, three greys, a marker colour for highlights. `waqai.tcss` uses them.

A terminal of 256 or 16 colours shows the nearest colour that it has, and two greys that differ by little become one:
so each theme has twins whose colours are of that palette already.
"""

from __future__ import annotations

from collections.abc import Mapping

from textual.theme import Theme

FEW, FEWEST = "256", "standard"
"""Rich's names of a palette of 256 colours and of one of 16."""

_TRUE = "truecolor"
_COLUMNS = tuple((colours, name) for colours in (_TRUE, FEW, FEWEST) for name in ("dark", "contrast", "light"))
_ROLES: Mapping[str, str] = {
    "accent":       "#e0ac4a #ffd700 #8a5a00  #d7af5f #ffd700 #875f00  #ffff55 #ffff55 #0000aa",
    "background":   "#15181d #000000 #faf8f3  #121212 #000000 #ffffff  #000000 #000000 #ffffff",
    "surface":      "#1c2027 #000000 #f0ede5  #262626 #000000 #ebebeb  #000000 #000000 #ffffff",
    "panel":        "#232831 #000000 #e8e4d9  #3a3a3a #000000 #e1e1e1  #000000 #000000 #ffffff",
    "bright":       "#f2efe6 #ffffff #0d0f12  #ebebeb #ffffff #000000  #ffffff #ffffff #000000",
    "body":         "#c3c6cc #ffffff #33363b  #c2c2c2 #ffffff #303030  #aaaaaa #ffffff #000000",
    "quiet":        "#7f8793 #d0d0d0 #6d727a  #8a8a8a #cdcdcd #6c6c6c  #aaaaaa #aaaaaa #555555",
    "line":         "#39404b #9a9a9a #cfcabd  #4e4e4e #999999 #b8b8b8  #555555 #aaaaaa #aaaaaa",
    "here":         "#262c36 #3a3a3a #ece7da  #3a3a3a #444444 #d6d6d6  #0000aa #0000aa #aaaaaa",
    "marker":       "#5a4410 #0050d0 #ffe08a  #875f00 #005fd7 #ffd787  #aa5500 #aa5500 #ffff55",
    "marker-ink":   "#fff3cf #ffffff #1d1600  #ffffd7 #ffffff #000000  #000000 #000000 #000000",
    "marker-faint": "#2f2a1c #00266b #f6edcf  #444444 #00005f #ffffd7  #000000 #000000 #ffffff",
    "found":        "#7fd1c7 #00ffff #00695f  #87d7d7 #00ffff #005f5f  #55ffff #55ffff #aa00aa",
    "other":        "#1d222a #202020 #f3efe4  #262626 #262626 #ebebeb  #000000 #000000 #ffffff",
    "told":         "#8fb4d9 #9fd0ff #2f5f8f  #87afd7 #87d7ff #005f87  #55ffff #55ffff #0000aa",
    "planned":      "#93b88a #a0f0a0 #3f6b35  #87af87 #87ff87 #005f00  #55ff55 #55ff55 #555555",
    "denied":       "#e39a92 #ffaaaa #a03030  #d78787 #ffafaf #870000  #ff5555 #ff5555 #aa0000",
    "hue-1":        "#b69cf0 #c8a8ff #6a3fb5  #af87ff #d7afff #5f5faf  #ff55ff #ff55ff #aa00aa",
    "hue-2":        "#e58f4f #ffa050 #a84a00  #d7875f #ffaf5f #af5f00  #55ffff #55ffff #0000aa",
    "hue-3":        "#5fb3e6 #60d0ff #006fa8  #5fafd7 #5fd7ff #005faf  #55ff55 #55ff55 #aa5500",
    "hue-4":        "#c3cf5a #d8f040 #5d6b00  #d7d75f #d7ff5f #5f5f00  #ff5555 #ff5555 #aa0000",
    "hue-5":        "#e58ac9 #ff90e0 #a3197f  #d787d7 #ff87d7 #af0087  #ffff55 #ffff55 #555555",
}  # fmt: skip
"""Role -> its colour in each of `_COLUMNS`. A sheet lies on the background as a surface, a field in it is a panel."""


def _theme(colours: str, name: str) -> Theme:
    """The theme of one column."""
    column = _COLUMNS.index((colours, name))
    roles = {role: row.split()[column] for role, row in _ROLES.items()}
    accent = roles.pop("accent")
    twin = {_TRUE: "", FEW: "-256", FEWEST: "-16"}[colours]
    return Theme(
        f"waqai-{name}{twin}",
        primary=accent,
        accent=accent,
        foreground=roles["body"],
        background=roles.pop("background"),
        surface=roles.pop("surface"),
        panel=roles.pop("panel"),
        dark=name != "light",
        variables=roles,
    )


def _named(colours: str) -> Mapping[str, Theme]:
    found = {name: _theme(colours, name) for among, name in _COLUMNS if among == colours}
    return {"auto": found["dark"], **found}


THEMES: Mapping[str, Mapping[str, Theme]] = {colours: _named(colours) for colours in (FEW, FEWEST, _TRUE)}
"""Colours of the terminal, as Rich names them -> setting -> theme."""

VARIABLES = THEMES[_TRUE]["auto"].variables
"""What `waqai.tcss` may ask for before a theme is taken."""


def theme(setting: str, colours: str | None) -> Theme:
    """The theme of that setting for a terminal of so many colours; None: it is not known, or has none."""
    return THEMES.get(colours or "", THEMES[_TRUE])[setting]
