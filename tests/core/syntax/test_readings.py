"""Every word of the case files can be what they say, and nothing that they rule out."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from seeds.load import lexicons
from timeline_core.syntax.readings import Category, Reading

LISTS = Path(__file__).parents[3] / "seeds" / "lexicon"


def cases() -> Iterator[tuple[str, Mapping[str, Any]]]:
    for path in sorted(LISTS.glob("*.cases.toml")):
        for case in tomllib.loads(path.read_text("utf-8"))["word"]:
            yield path.name.partition(".")[0], case


def says(reading: Reading, said: Mapping[str, Any]) -> bool:
    return all(
        getattr(reading, key) == (tuple(value) if isinstance(value, list) else value) for key, value in said.items()
    )


@pytest.mark.parametrize(
    ("code", "case"), list(cases()), ids=lambda case: case["spelling"] if isinstance(case, dict) else case
)
def test_a_word_can_be_what_its_case_says_and_nothing_that_it_rules_out(code: str, case: Mapping[str, Any]) -> None:
    readings = lexicons()[code].readings(case["spelling"])
    for said in case.get("is", ()):
        assert any(says(reading, said) for reading in readings), (said, readings)
    for said in case.get("not", ()):
        assert not any(says(reading, said) for reading in readings), (said, readings)


def test_every_case_says_something() -> None:
    assert all(case.get("is") or case.get("not") for _, case in cases())


@pytest.mark.parametrize("code", ["ar", "en"])
def test_no_word_is_without_a_reading(code: str) -> None:
    lexicon = lexicons()[code]
    for spelling in ("", "  ", "—", "7", "xyzzy", "ـــ", "َ", "ا", "x" * 400):
        assert lexicon.readings(spelling), spelling


def test_what_no_table_knows_is_a_guess() -> None:
    readings = lexicons()["en"].readings("xyzzy")
    assert readings[0].category is Category.NOUN
    assert all(one.guessed for one in readings)
