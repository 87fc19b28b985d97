"""Sentences made of each language's own words, in no order that a person would choose: none is ever set aside.

`WAQAI_SENTENCES=20000` asks for more of them than the gate does.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.core.words import known, report
from timeline_core.derive import derive
from timeline_core.events.accounts import account

HERE = Path(__file__).parents[2] / "seeds" / "languages"
CODES = sorted(path.stem for path in HERE.glob("*.toml") if not path.name.endswith(".cases.toml"))
MANY = int(os.environ.get("WAQAI_SENTENCES", "200"))
MARKS = st.sampled_from(
    ["،", ",", ".", "؟", "\n", "\n\n", '"', "«", "»", "(", ")", " - ", ":", "/", "½", "[1]", "…", ""]
)
NUMBERS = st.one_of(st.integers(0, 3000).map(str), st.sampled_from(["١٢", "12,000", "1/2", "3.5", "0", "2023-02-10"]))
DAYS = st.sampled_from([None, "2023-02-20", "2023-02", "0001-01-01", "9999-12-31", "2023-02-20/2023-02-22"])
LAW = settings(max_examples=MANY, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def words(value: object) -> Iterator[str]:
    """Every word of a language file, whatever it is for."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from words(one)
    elif isinstance(value, list):
        for one in value:
            yield from words(one)


def vocabulary(code: str) -> list[str]:
    data = tomllib.loads((HERE / f"{code}.toml").read_text("utf-8"))
    kept = {name: section for name, section in data.items() if name in ("words", "events", "cues")}
    syntax = tomllib.loads((HERE.parent / "syntax" / f"{code}.toml").read_text("utf-8"))
    kept |= {name: section for name, section in syntax.items() if name in ("lists", "openers")}
    names = [name for entry in known().gazetteer for name in entry.names.get(code, ())[:1]]
    return sorted({*words(kept)}) + names[::7]


VOCABULARY = {code: vocabulary(code) for code in CODES}


@pytest.mark.parametrize("code", CODES)
def test_no_sentence_of_a_language_breaks_its_reading(code: str) -> None:
    @LAW
    @given(st.lists(st.one_of(st.sampled_from(VOCABULARY[code]), MARKS, NUMBERS), min_size=3, max_size=30), DAYS)
    def holds(parts: list[str], published: str | None) -> None:
        told = account(report(" ".join(parts), published, lang=code), known())
        assert told.fault is None, f"{told.fault}: {parts}"

    assert len(VOCABULARY[code]) > 500
    holds()


def test_no_two_sentences_break_the_joining() -> None:
    every = [word for code in CODES for word in VOCABULARY[code]]
    sentence = st.lists(st.one_of(st.sampled_from(every), MARKS, NUMBERS), min_size=5, max_size=25).map(" ".join)

    @settings(LAW, max_examples=MANY // 4)
    @given(st.lists(st.tuples(sentence, DAYS), min_size=2, max_size=3))
    def holds(some: list[tuple[str, str | None]]) -> None:
        told = derive([report(text, day, f"r{at}") for at, (text, day) in enumerate(some)], known())
        assert not told.faults, dict(told.faults)

    holds()
