"""Texts that are made to hold the program up."""

from __future__ import annotations

import time

import pytest

from tests.core.words import known, report
from timeline_core.events.accounts import account

LONG = 20_000
"""Code points of a line."""


@pytest.mark.parametrize(
    "text",
    [
        "a" * LONG + " 7 March 2021: Two men were killed.",
        "a " * (LONG // 2) + "7 March 2021 - Two men were killed.",
        "Homs, " * (LONG // 6) + "7 March 2021 - Two men were killed.",
        "*" * LONG + "7 March 2021",
        "7 March 2021" + " " * LONG + "x",
        "7 March 2021" + ")" * LONG,
        "7 March 2021: " + "[1]" * (LONG // 3),
        "A man was killed." + "[1]" * (LONG // 3) + " x",
        "| " * (LONG // 2),
        "-" * LONG + "|",
        "\t" * LONG,
        "# " * (LONG // 2),
    ],
    ids=range(12),
)
def test_a_long_line_is_read_in_time(text: str) -> None:
    known()
    began = time.process_time()
    assert account(report(text), known()).fault is None
    assert time.process_time() - began < 20


def test_a_list_of_many_entries_is_read_in_time() -> None:
    """Cost: linear; each entry is looked at with its own words alone."""
    known()
    lines = [f"{1 + number % 28} March {1990 + number // 28}: A bridge fell." for number in range(1_000)]
    began = time.process_time()
    assert len(account(report("\n".join(lines)), known()).drafts) == len(lines)
    assert time.process_time() - began < 60
