"""The two files by which Unicode tells whether an implementation of UAX #9 is one."""

import gzip
import os
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest

from tui.bidi.levels import resolve, visual_order

HERE = Path(__file__).parent
WHOLE = Path("/usr/share/unicode/BidiTest.txt")
SHARDS = 2
CLASS_FILES = [HERE / "BidiTest-tenth.txt.gz"]
if os.environ.get("WAQAI_CONFORMANCE") and WHOLE.exists():
    CLASS_FILES.append(WHOLE)

SAMPLE = {
    "L": "a", "R": "א", "AL": "ا", "EN": "1", "ES": "+", "ET": "$", "AN": "١", "CS": ",", "NSM": "\u0300",
    "B": "\u2029", "S": "\t", "WS": " ", "ON": "!", "BN": "\u00ad", "LRE": "\u202a", "RLE": "\u202b", "LRO": "\u202d",
    "RLO": "\u202e", "PDF": "\u202c", "LRI": "\u2066", "RLI": "\u2067", "FSI": "\u2068", "PDI": "\u2069",
}  # fmt: skip
BASES: dict[int, int | None] = {1: None, 2: 0, 4: 1}


def lines_of(path: Path) -> Iterator[str]:
    raw = path.read_bytes()
    text = (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode("utf-8")
    yield from (line for line in text.splitlines() if line.strip() and not line.startswith("#"))


def agrees(text: str, base: int | None, levels: list[str], order: list[int]) -> bool:
    """Levels marked `x` belong to characters that rule X9 takes out; they have no place in the order."""
    found = resolve(text, base).levels
    kept = [place for place in visual_order(found) if levels[place] != "x"]
    alike = all(wanted in ("x", str(level)) for wanted, level in zip(levels, found, strict=True))
    return alike and kept == order


def class_cases(path: Path) -> Iterator[tuple[str, int | None, list[str], list[int]]]:
    levels: list[str] = []
    order: list[int] = []
    for line in lines_of(path):
        if line.startswith("@Levels:"):
            levels = line[8:].split()
        elif line.startswith("@Reorder:"):
            order = [int(place) for place in line[9:].split()]
        else:
            names, bits = line.split(";")
            text = "".join(SAMPLE[name] for name in names.split())
            for bit, base in BASES.items():
                if int(bits) & bit:
                    yield text, base, levels, order


def character_cases() -> Iterator[tuple[str, int | None, int, list[str], list[int]]]:
    for line in lines_of(HERE / "BidiCharacterTest.txt.gz"):
        codes, direction, base, levels, order = line.split(";")
        text = "".join(chr(int(code, 16)) for code in codes.split())
        asked = {"0": 0, "1": 1, "2": None}[direction]
        yield text, asked, int(base), levels.split(), [int(place) for place in order.split()]


@pytest.mark.parametrize("shard", range(SHARDS))
@pytest.mark.parametrize("path", CLASS_FILES, ids=lambda path: path.name)
def test_every_sequence_of_classes_has_the_levels_and_order_of_the_standard(path: Path, shard: int) -> None:
    cases = list(islice(class_cases(path), shard, None, SHARDS))
    assert len(cases) > 10_000
    assert [case for case in cases if not agrees(*case)] == []


@pytest.mark.parametrize("shard", range(SHARDS))
def test_every_character_case_has_the_base_levels_and_order_of_the_standard(shard: int) -> None:
    cases = list(islice(character_cases(), shard, None, SHARDS))
    assert len(cases) > 45_000
    assert [case for case in cases if not agrees(case[0], case[1], case[3], case[4])] == []
    assert [text for text, asked, base, _, _ in cases if asked is None and resolve(text).base != base] == []
