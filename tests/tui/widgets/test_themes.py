"""Every theme in the colours of its palette: what must be told apart is, and all words can be read."""

from __future__ import annotations

from itertools import combinations

import pytest
from rich._palettes import EIGHT_BIT_PALETTE, STANDARD_PALETTE
from rich.color import Color, ColorSystem
from textual.theme import Theme

from tui.widgets.themes import FEW, FEWEST, THEMES, theme

SYSTEMS = {FEW: ColorSystem.EIGHT_BIT, FEWEST: ColorSystem.STANDARD, "truecolor": ColorSystem.TRUECOLOR}
EVERY = [(colours, setting) for colours, named in THEMES.items() for setting in named]
READ_UPON = (
    ("background", "foreground", 7.0), ("background", "bright", 7.0), ("background", "quiet", 4.5),
    ("background", "accent", 4.5), ("background", "found", 4.5),
    ("background", "told", 4.5), ("background", "planned", 4.5), ("background", "denied", 4.5),
    *(("background", f"hue-{n}", 4.5) for n in range(1, 6)),
    ("here", "bright", 7.0), ("here", "quiet", 2.8),
    ("marker", "marker-ink", 4.0), ("surface", "foreground", 7.0), ("panel", "bright", 7.0),
)  # fmt: skip
"""Ground, words, and the contrast (WCAG 2, 1 to 21) that they must have."""


def shown(one: Theme, colours: str, role: str) -> tuple[int, int, int]:
    """The colour that a terminal of so many colours is sent for a role."""
    said = one.variables.get(role) or getattr(one, role)
    sent = Color.parse(said).downgrade(SYSTEMS[colours])
    if sent.number is None:
        return sent.get_truecolor()
    return (STANDARD_PALETTE if colours == FEWEST else EIGHT_BIT_PALETTE)[sent.number]


def contrast(one: tuple[int, int, int], other: tuple[int, int, int]) -> float:
    """By WCAG 2."""
    lights = sorted(light(colour) for colour in (one, other))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def light(colour: tuple[int, int, int]) -> float:
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in (v / 255 for v in colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize(("colours", "setting"), EVERY)
@pytest.mark.parametrize(("ground", "words", "least"), READ_UPON)
def test_words_can_be_read(colours: str, setting: str, ground: str, words: str, least: float) -> None:
    one = theme(setting, colours)
    assert contrast(shown(one, colours, ground), shown(one, colours, words)) >= least


@pytest.mark.parametrize(("colours", "setting"), EVERY)
def test_marks_differ_in_the_palette(colours: str, setting: str) -> None:
    one = theme(setting, colours)
    grounds = ["background", "here", "marker", *["marker-faint", "other"] * (colours != FEWEST)]
    for first, second in combinations(grounds, 2):
        assert shown(one, colours, first) != shown(one, colours, second), (first, second)


@pytest.mark.parametrize("setting", ["auto", "light", "contrast"])
def test_the_twin_of_few_colours_is_of_its_palette(setting: str) -> None:
    """What is sent has the hue that the theme names: no grey turns blue, no brown olive."""
    for colours in (FEW, FEWEST):
        one = theme(setting, colours)
        for role in one.variables:
            named = tuple(Color.parse(one.variables[role]).get_truecolor())
            assert max(abs(a - b) for a, b in zip(named, shown(one, colours, role), strict=True)) <= 12, role
    control = theme(setting, "truecolor")
    far = [
        max(abs(a - b) for a, b in zip(Color.parse(said).get_truecolor(), shown(control, FEW, role), strict=True))
        for role, said in control.variables.items()
    ]
    assert setting == "contrast" or max(far) > 12


def test_a_terminal_that_does_not_tell_gets_true_colours() -> None:
    assert theme("light", None).name == "waqai-light"
    assert theme("auto", FEW).name == "waqai-dark-256"
