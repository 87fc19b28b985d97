"""The letters of foreign names in Arabic, kept as they are looked up.

`python -m seeds.foreign_letters` makes them of what the project has: names of places in states whose language is
another one (`seeds/places/`: GeoNames, CC BY 4.0) against the words of our own lists and sample reports.
"""

from __future__ import annotations

import json
import re
import zlib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from seeds.name_parts import Kept
from timeline_core.names.foreign.letters import Letters, weights
from timeline_core.text.fold import fold

_HERE = Path(__file__).parent
KEPT = _HERE / "names" / "letters.zlib"
_NEAR = frozenset(re.findall("..", "AEAFBHDJDZEGEHERILIQIRJOKMKWLBLYMAMROMPKPSQASASDSOSYTDTNTRYE"))
"""ISO 3166 codes of the countries whose places have names of this language, or like them."""
_ENDINGS = ("", "ه", "ات", "ها", "هم", "ين", "ون", "ا", "وا", "ت", "ي", "يه")
_BEGINNINGS = ("", "ي", "ت", "و", "ب", "ل", "ف")
_SHORTEST = 3


def letters() -> Letters:
    """Which letters foreign names have."""
    return Letters(Kept(KEPT).words_of)


def _country_of() -> dict[str, str]:
    """Number of a place -> its country."""
    found: dict[str, str] = {}
    for line in (_HERE / "places" / "names.txt").read_text("utf-8").splitlines():
        for name in line.partition("\t")[2].split("|"):
            for place in name.partition("=")[2].split(","):
                number, country, *_ = place.split(".")
                found[number] = country
    return found


def _foreign(own: frozenset[str]) -> Iterator[str]:
    """Each word once, in the order of their places."""
    countries, seen = _country_of(), set(own)
    for row in (_HERE / "places" / "rows.tsv").read_text("utf-8").splitlines():
        number, _, _, _, arabic, *_ = (*row.split("\t"), "", "", "", "", "")
        for word in fold(arabic).split() if countries.get(number) not in _NEAR else ():
            if word.isalpha() and len(word) >= _SHORTEST and word not in seen and not word.startswith("ال"):
                seen.add(word)
                yield word


def _own() -> frozenset[str]:
    """Words of the language: the stems and nouns of our lists, with what can stand around them."""
    stems = json.loads((_HERE / "lexicon" / "ar.table.json").read_bytes())["stems"]
    nouns = (fold(word) for word in (_HERE / "lexicon" / "ar.nouns.txt").read_text("utf-8").split())
    return frozenset(
        beginning + stem + ending
        for stem in (*stems, *nouns)
        if stem.isalpha() and len(stem) >= _SHORTEST
        for beginning in _BEGINNINGS
        for ending in _ENDINGS
    )


def _packed(table: Mapping[str, int]) -> bytes:
    by_weight: dict[int, list[str]] = defaultdict(list)
    for trigram, weight in table.items():
        by_weight[weight].append(trigram)
    return zlib.compress("\n".join(" ".join((str(w), *by_weight[w])) for w in sorted(by_weight)).encode(), 9)


if __name__ == "__main__":
    words = _own()
    KEPT.write_bytes(_packed(weights(_foreign(words), words)))
