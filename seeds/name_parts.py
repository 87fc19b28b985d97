"""The parts of persons' names and their Latin spellings, kept as they are looked up.

`python -m seeds.name_parts names.sqlite3` makes them of the index in the PyPI package `arabic-name-romanizer` 0.2.0
(MIT; its data are Wikidata, CC0, and the Algerian Name Transcription Corpus, CC0, with DziriNames, MIT: see NOTICE).
What is kept is of one version of that package, so nothing but a new version makes it stale.
"""

from __future__ import annotations

import sqlite3
import sys
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from contextlib import closing
from difflib import SequenceMatcher
from functools import cached_property
from pathlib import Path

from timeline_core.names.name_parts import NameParts, code_of
from timeline_core.names.transliteration import Transliteration
from timeline_core.text.fold import fold

_HERE = Path(__file__).parent / "names"
ROLES, SPELLINGS = _HERE / "parts.zlib", _HERE / "spellings.zlib"
_ENOUGH = 2
"""So many persons must bear a part: of those that one alone bears, half are misread."""
_ALIKE = 0.4
"""Of the letters of two keys so many are in both, where a spelling can be one of the name."""


class Kept(Mapping[str, str]):
    """Word -> what is kept of it. The file is read when it is first asked for one."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def words_of(self) -> dict[str, list[str]]:
        """What is kept -> the words of which it is; read anew at each call."""
        rows = zlib.decompress(self._path.read_bytes()).decode("utf-8").split("\n")
        return {value: words.split(" ") for value, _, words in (row.partition(" ") for row in rows)}

    @cached_property
    def _table(self) -> dict[str, str]:
        return {word: value for value, words in self.words_of().items() for word in words}

    def __getitem__(self, word: str) -> str:
        return self._table[word]

    def __iter__(self) -> Iterator[str]:
        return iter(self._table)

    def __len__(self) -> int:
        return len(self._table)


def name_parts() -> NameParts:
    """The parts of names with their roles."""
    return NameParts(Kept(ROLES).words_of)


def spellings() -> Mapping[str, str]:
    """Latin spelling of a part of a name, folded -> its key, where its own consonants would give another one."""
    return Kept(SPELLINGS)


class _Index:
    """The index of the package, as the two tables want it."""

    def __init__(self, rows: list[tuple[str, str, str, int]]) -> None:
        """`rows`: Arabic part, Latin spelling, role, number of persons."""
        self._rows = rows

    def roles(self, letters: frozenset[str]) -> dict[str, str]:
        """Word -> code of its role, of both scripts; words with other letters (of Urdu, of Persian) are left out."""
        given, family = Counter[str](), Counter[str]()
        for arabic, latin, role, count in self._rows:
            for name in (arabic, latin):
                word = fold(name)
                if word.isalpha() and (word.isascii() or letters.issuperset(word)):
                    (given if role == "given" else family)[word] += count
        every = given.keys() | family.keys()
        return {w: code_of(given[w], family[w]) for w in sorted(every) if given[w] + family[w] >= _ENOUGH}

    def spellings(self, table: Transliteration, letters: frozenset[str]) -> dict[str, str]:
        """Latin word -> the key of the Arabic part that it mostly stands for, where that is not the key of itself."""
        meant: dict[str, Counter[str]] = defaultdict(Counter)
        for arabic, latin, _, count in self._rows:
            keys, words = table.key(arabic), table.words(latin)
            if len(keys) == len(words) == 1 and letters.issuperset(fold(arabic).replace(" ", "")):
                meant[words[0]][keys[0]] += count
        found: dict[str, str] = {}
        for word in sorted(meant):
            own = "".join(table.key(word))
            key = max(meant[word], key=lambda one: (meant[word][one], one == own, one))
            if key != own and word not in table.alike and _can_be(own, key):
                found[word] = key
        return found


def _can_be(own: str, key: str) -> bool:
    """False for two keys that hardly share a letter: the name was given with another one. Too short a key is spelt."""
    return not (own.isascii() and key.isascii()) or SequenceMatcher(None, own, key).ratio() >= _ALIKE


def _read(path: Path) -> _Index:
    asked = "SELECT arabic_key, latin, role, sum(count) FROM units GROUP BY 1, 2, 3 ORDER BY 1, 2, 3"
    with closing(sqlite3.connect(path)) as base:
        return _Index(base.execute(asked).fetchall())


def _packed(table: Mapping[str, str]) -> bytes:
    words: dict[str, list[str]] = defaultdict(list)
    for word, value in sorted(table.items()):
        words[value].append(word)
    return zlib.compress("\n".join(" ".join((value, *words[value])) for value in sorted(words)).encode(), 9)


def main(path: Path) -> None:
    """Write both tables."""
    from seeds.load import transliteration

    table = transliteration(spellings={})
    index, letters = _read(path), frozenset(letter for letter in table.letters if not letter.isascii())
    letters |= frozenset(map(fold, "اويىئؤءةع"))
    ROLES.write_bytes(_packed(index.roles(letters)))
    SPELLINGS.write_bytes(_packed(index.spellings(table, letters)))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
