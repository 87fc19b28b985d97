"""What words can be, as it is looked up, kept beside the lists that people write.

`python -m seeds.wordforms` writes it. What is kept names the files that it was made from; where these are others, they
are read, so it is never stale.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from seeds.compiled import digest
from timeline_core.concepts import Concepts
from timeline_core.concepts import load as load_concepts
from timeline_core.errors import LanguageError
from timeline_core.syntax.lookup import Lexicon, lexicon
from timeline_core.syntax.narrowing import Narrowing
from timeline_core.syntax.narrowing import load as load_narrowing

_HERE = Path(__file__).parent
_LISTS = _HERE / "lexicon"
_CONCEPTS = _HERE / "concepts.toml"


Value = TypeVar("Value")


class Lazily(Mapping[str, Value]):
    """A value for each language, read when it is first asked for: most reports are of one language."""

    def __init__(self, known: Sequence[str], reader: Callable[[str], Value]) -> None:
        """`known`: the languages that there are."""
        self._known = known
        self._reader = reader
        self._read: dict[str, Value] = {}

    def __getitem__(self, code: str) -> Value:
        """The value of a language.

        Raises:
            KeyError: there is no such language.
        """
        if code not in self._known:
            raise KeyError(code)
        if code not in self._read:
            self._read[code] = self._reader(code)
        return self._read[code]

    def __iter__(self) -> Iterator[str]:
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)


def codes() -> tuple[str, ...]:
    """Languages whose verbs are listed."""
    return tuple(sorted(path.name.removesuffix(".verbs.toml") for path in _LISTS.glob("*.verbs.toml")))


def sources(code: str) -> list[Path]:
    """The files that the table of a language is made from."""
    return [_LISTS / f"{code}.{name}.toml" for name in ("paradigms", "verbs", "words", "narrowing")]


def read(code: str) -> Lexicon:
    """What the words of a language can be.

    Raises:
        LanguageError: a file is no TOML, or names what there is not.
    """
    return lexicon(_table(code))


def narrowing(code: str) -> Narrowing:
    """The rules by which a sentence narrows what its words can be.

    Raises:
        LanguageError: the file is no TOML, or names what there is not.
    """
    return load_narrowing(code, _table(code)["narrowing"])


def explained(code: str) -> Narrowing:
    """The same with what each rule says and its cases, for tests and pages.

    Raises:
        LanguageError: as `narrowing`.
    """
    return load_narrowing(code, _parsed(sources(code)[-1]))


@cache
def _table(code: str) -> dict[str, Any]:
    """The table as it was kept; made anew where it is of other files, or cannot be read."""
    try:
        table: dict[str, Any] = json.loads(_kept(code).read_bytes())
        if table["of"] == digest(sources(code)):
            return table
    except (OSError, ValueError, LookupError, TypeError):
        pass
    return made(code)


def concepts() -> Concepts:
    """The one table of what can be told.

    Raises:
        LanguageError: the file is no TOML, or contradicts itself.
    """
    return load_concepts(_parsed(_CONCEPTS))


def made(code: str) -> dict[str, Any]:
    """The table of a language, from the files that people write.

    Raises:
        LanguageError: as `read`.
    """
    from timeline_core.syntax.lexicon_data import Sources, table

    *lists, rules = map(_parsed, sources(code))
    load_narrowing(code, rules)
    bare = [{key: value for key, value in rule.items() if key not in _TOLD} for rule in rules.get("rule", ())]
    return {**table(Sources(code, *lists), concepts()), "narrowing": {"set": rules.get("set", {}), "rule": bare}}


_TOLD = ("says", "holds", "spares")
"""What a rule says to people."""


def _kept(code: str) -> Path:
    return _LISTS / f"{code}.table.json"


def _parsed(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except ValueError as error:
        raise LanguageError(f"{path.parent.name}/{path.name}: {error}") from error


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def compiled(code: str) -> str:
    """What is to be kept, a line a stem, so that two versions can be compared."""
    table = made(code)
    stems = table.pop("stems")
    rows = ",\n".join(f"{_line(key)}:{_line(value)}" for key, value in stems.items())
    head = _line({"of": digest(sources(code)), **table})
    return f'{head[:-1]},"stems":{{\n{rows}\n}}}}\n'


if __name__ == "__main__":
    for each in codes():
        _kept(each).write_text(compiled(each), "utf-8")
