"""Every command is reached on the Arabic layout of the keyboard, by the same physical key."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.app.opened import Opened
from tests.tui.screen import press, reading, seen, settled
from tui.keys.keys import ARABIC, PAIRS
from tui.keys.layout import Layout
from tui.keys.table import COMMANDS

ALIKE = "+_)(:*=&@"
"""Signs that both layouts print with the same key, or that are on the row of digits."""


def test_every_letter_of_a_command_is_reached() -> None:
    arabic = Layout()
    arabic.hear("ش")
    reached = {arabic.meant(sign) for sign in "/][}{~<>,."}
    for command in COMMANDS:
        for key in command.keys:
            if len(key) == 1 and not key.isdecimal() and key not in ALIKE:
                assert key in ARABIC or key in PAIRS.values() or key in reached, command.id


@pytest.mark.parametrize(("typed", "sign", "meant"), [("ش", "/", "L"), ("a", "/", ""), ("", "/", ""), ("ش", "x", "")])
def test_a_sign_is_read_by_the_layout_of_the_letter_before_it(typed: str, sign: str, meant: str) -> None:
    layout = Layout()
    layout.hear(typed or None)
    assert layout.meant(sign) == meant


async def test_the_key_of_a_sign_on_the_arabic_layout_is_the_key_of_its_letter(tmp_path: Path) -> None:
    opened = Opened(tmp_path)
    async with reading(opened.app) as pilot:
        await press(pilot, "ت", "ن", "slash")
        await settled(opened.app, pilot)
        assert "How long after it happened" in seen(opened.app)
        await press(pilot, "escape", "j", "slash")
        await settled(opened.app, pilot)
        assert len(opened.app.screen_stack) == 1
        assert opened.app.view.keys.of("search") == "/"


async def test_a_sheet_is_walked_with_arabic_letters(tmp_path: Path) -> None:
    opened = Opened(tmp_path)
    async with reading(opened.app) as pilot:
        await press(pilot, "@")
        await settled(opened.app, pilot)
        await press(pilot, "ت", "ض")
        await settled(opened.app, pilot)
        assert len(opened.app.screen_stack) == 1
