"""Rules of the parse as named records, in the order in which they are tried.

What a rule says stands here; the words it uses and its examples are data of the languages (`seeds/syntax/`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Here = TypeVar("Here")
Effect = TypeVar("Effect")


@dataclass(frozen=True, slots=True)
class Rule(Generic[Here, Effect]):
    """One rule: where it holds, and what follows."""

    name: str
    level: str
    says: str
    """In the terms of grammar, for a person."""
    holds: Callable[[Here], bool]
    effect: Effect
    words: tuple[str, ...] = ()
    """Sections of the language's data that it uses."""
    verbal: bool = False
    """It holds of verbs alone, so that no noun need be asked."""


def first(rules: Sequence[Rule[Here, Effect]], here: Here) -> Rule[Here, Effect]:
    """The first rule that holds; the last of a table always does."""
    for rule in rules[:-1]:
        if rule.holds(here):
            return rule
    return rules[-1]
