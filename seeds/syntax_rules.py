"""The rules of the parse as a page: what each says, its examples and what it must leave alone, the words it uses.

`python -m seeds.syntax_rules` prints it; so does `waqai parse --rules`.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from seeds.wordforms import codes, explained
from timeline_core.syntax.rules import Rule
from timeline_core.syntax.rules.tables import TABLES

_CASES = Path(__file__).parent / "syntax" / "rules.cases.toml"


@dataclass(frozen=True, slots=True)
class Case:
    """One example of a rule in one language."""

    rule: str
    language: str
    holds: str
    """A sentence in which the rule holds."""
    spares: str
    """One in which it must not."""


def cases() -> tuple[Case, ...]:
    """Every example, in the order of the file."""
    table = tomllib.loads(_CASES.read_text("utf-8"))
    return tuple(_case(rule, code, said) for rule, by_code in table.items() for code, said in by_code.items())


def _case(rule: str, code: str, said: Mapping[str, Any]) -> Case:
    return Case(rule, code, str(said["holds"]), str(said["spares"]))


@lru_cache(1)
def _examples() -> Mapping[tuple[str, str], str]:
    return {(case.rule, case.language): case.holds for case in cases()}


def example(rule: str, language: str) -> str:
    """A sentence in which the rule holds: of that language, else of any that has one; empty where none has."""
    known = _examples()
    return known.get((rule, language)) or next((said for (name, _), said in known.items() if name == rule), "")


def page() -> Iterator[str]:
    """The page, line by line."""
    known: dict[str, list[Case]] = {}
    for case in cases():
        known.setdefault(case.rule, []).append(case)
    for name, rules in TABLES.items():
        yield f"{name}: tried in this order"
        yield ""
        for rule in rules:
            yield from _described(rule, known.get(rule.name, ()))
        yield ""
    for code in codes():
        yield from _narrowing(code)


def _narrowing(code: str) -> Iterator[str]:
    """The rules by which the words of a language lose readings, with the reading that each example leaves."""
    yield f"readings taken away, {code}: every rule of a stage until none holds, then those of the next too"
    yield ""
    for rule in explained(code).rules:
        yield f"  {rule.name} (stage {rule.stage}): {rule.says}"
        yield f"    {code}  holds: {rule.holds['text']} ({rule.holds['word']}: {rule.holds['left']})"
        yield f"        not: {rule.spares['text']} ({rule.spares['word']}: {rule.spares['left']})"
    yield ""


def _described(rule: Rule[Any, Any], examples: Sequence[Case]) -> Iterator[str]:
    words = f" (words: {', '.join(rule.words)})" if rule.words else ""
    yield f"  {rule.name}: {rule.says}{words}"
    for case in examples:
        yield f"    {case.language}  holds: {case.holds}"
        yield f"        not: {case.spares}"


if __name__ == "__main__":
    sys.stdout.write("\n".join(page()) + "\n")
