"""Themes: one accent, three greys, a marker colour for highlights. `waqai.tcss` uses them."""

from __future__ import annotations

from textual.theme import Theme

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
}

DARK = Theme(
    name="waqai-dark",
    primary="#e0ac4a",
    accent="#e0ac4a",
    foreground="#c3c6cc",
    background="#15181d",
    surface="#1c2027",
    panel="#232831",
    dark=True,
    variables=VARIABLES,
)

CONTRAST = Theme(
    name="waqai-contrast",
    primary="#ffd700",
    accent="#ffd700",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#000000",
    dark=True,
    variables={
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
    },
)

LIGHT = Theme(
    name="waqai-light",
    primary="#8a5a00",
    accent="#8a5a00",
    foreground="#33363b",
    background="#faf8f3",
    surface="#f0ede5",
    panel="#e8e4d9",
    dark=False,
    variables={
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
    },
)

THEMES = {"auto": DARK, "dark": DARK, "light": LIGHT, "contrast": CONTRAST}
"""Setting -> theme."""
