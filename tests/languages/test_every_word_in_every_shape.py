"""Every number word, unit and ordinal of every language file, through every shape that takes it: nothing breaks.

A table that lacks a unit, or a number that is no whole one, once stopped the reading of whole libraries.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from tests.depth import one_in
from timeline_core.model.expression import Origin
from timeline_core.model.when import on
from timeline_core.temporal.grammar.language import Language, load
from timeline_core.temporal.grammar.lexicon import Groups, words_of
from timeline_core.temporal.reasons import why
from timeline_core.temporal.recognise import recognise
from timeline_core.temporal.resolve import resolve

HERE = Path(__file__).parents[2] / "seeds" / "languages"
CODES = sorted(path.stem for path in HERE.glob("*.toml") if not path.name.endswith(".cases.toml"))
DAY = on(date(2023, 2, 20))
MARKS = {"open": "(", "close": ")", "dash": "-", "slash": "/", "comma": ",", "quote": '"', "stop": "."}
_SHARE = 5
"""Of the phrases one in so many is read."""
DEEP = 3
"""Meanings within meanings that are spelt out."""


class Phrases:
    """The phrases that the shapes of one language allow, each word of each group in its turn."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self._data = data

    @cached_property
    def words(self) -> dict[str, list[str]]:
        groups: Groups = words_of(self._data["words"])
        found = {group: [word for said in concepts.values() for word in said] for group, concepts in groups.items()}
        ends = {group: [str(number) for number in ends] for group, ends in self._data["digits"].items()}
        return {group: [*found.get(group, ()), *ends.get(group, ())] for group in {**found, **ends}}

    def of_shape(self, line: str, depth: int = 0) -> Iterator[str]:
        """All slots said, then only those that must be; each word of each slot, with the first of all others."""
        said = line.rpartition(":")[2].partition("&")[0].partition("!")[0].split()
        for slots in (said, [slot for slot in said if not slot.endswith("?")]):
            fillers = [[*self._fillers(slot.removesuffix("?").rpartition("=")[2] or slot, depth)] for slot in slots]
            if not all(fillers):
                continue
            firsts = [some[0] for some in fillers]
            for at, some in enumerate(fillers):
                for word in some:
                    yield " ".join([*firsts[:at], word, *firsts[at + 1 :]])

    def _fillers(self, filler: str, depth: int) -> Iterator[str]:
        if not filler.startswith("<"):
            yield from self.words.get(filler, MARKS.get(filler, "").split())
        elif depth < DEEP:
            lines = self._data["shapes"].get(filler.strip("<>"), ())
            yield from (phrase for line in lines for phrase in islice(self.of_shape(line, depth + 1), 4))


def phrases(code: str) -> tuple[Language, list[str]]:
    data = tomllib.loads((HERE / f"{code}.toml").read_text("utf-8"))
    spelt = Phrases(data)
    lines = [line for lines in data["shapes"].values() for line in lines]
    return load(code, data), sorted({phrase for line in lines for phrase in spelt.of_shape(line)})


@pytest.mark.parametrize("code", CODES)
def test_no_word_breaks_a_shape_that_takes_it(code: str) -> None:
    language, every = phrases(code)
    assert len(every) > 3_000
    read, step = 0, one_in(_SHARE)
    for phrase in every[::step]:
        mentions = recognise(phrase, language)
        for published in (DAY, None):
            for one in resolve(phrase, mentions, published, Origin.PUBLISHED):
                assert why(one, language)
                read += one.when is not None
        for mention in mentions:
            mention.meaning.fits(date(2023, 2, 20))
    assert read > 2_000 / step
