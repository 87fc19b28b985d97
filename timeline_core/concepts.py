"""What can be told, in no language: classes of predicates («قتل» and "kill" are of the class `harm`) and their deeds.

Source:
    DESIGN.md sections 2 and 5. The table is `seeds/concepts.toml`; who names a class asks here whether there is one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from timeline_core.errors import LanguageError

ONCE = frozenset({"kill", "arrest", "escape", "release"})
"""What is done to a person once, or seldom: with the person it tells which happening is meant."""
_FLAGS = ("happens", "says", "light", "phase", "modal")


@dataclass(frozen=True, slots=True)
class PredicateClass:
    """How predicates of one class behave."""

    name: str
    happens: bool
    """It takes place, so that a day can be the day of it: "die" does, "weigh" does not."""
    says: bool = False
    """It tells that somebody said something: "announce", «أعلن»."""
    light: bool = False
    """The noun behind it tells what was done: "carry out a strike", «شنّ غارة»."""
    phase: bool = False
    """It says that another thing began, went on or ended: "begin", «استمر»."""
    modal: bool = False
    """It says how likely or wanted another thing is: "must", «يمكن»."""
    deeds: frozenset[str] = frozenset()
    """What a predicate of the class can be, more closely: `harm` holds `kill` and `wound`."""


@dataclass(frozen=True, slots=True)
class Concepts:
    """The one table of what can be told."""

    classes: Mapping[str, PredicateClass]
    by_deed: Mapping[str, frozenset[str]] = field(init=False)
    """Deed -> names of the classes that hold it."""

    def __post_init__(self) -> None:
        deeds = {deed for one in self.classes.values() for deed in one.deeds}
        holders = {deed: frozenset(n for n, one in self.classes.items() if deed in one.deeds) for deed in deeds}
        object.__setattr__(self, "by_deed", holders)

    def known_class(self, name: str, where: str) -> str:
        """The name, where there is such a class.

        Raises:
            LanguageError: there is none; `where` says which file and place names it.
        """
        if name not in self.classes:
            known = ", ".join(sorted(self.classes))
            raise LanguageError(f"{where}: {name!r} is no class of concepts.toml; there are {known}")
        return name


def load(data: Mapping[str, object]) -> Concepts:
    """Check the table and make it ready.

    Raises:
        LanguageError: a class says what no class can say, or not whether it happens.
    """
    table = data.get("class")
    if not isinstance(table, Mapping):
        raise LanguageError("concepts.toml: lacks the section [class]")
    return Concepts({str(name): _class(str(name), said) for name, said in table.items()})


def _class(name: str, said: object) -> PredicateClass:
    if not isinstance(said, Mapping) or "happens" not in said:
        raise LanguageError(f"concepts.toml: class {name!r} does not say whether it `happens`")
    unknown = sorted(set(said) - {*_FLAGS, "deeds"})
    if unknown:
        raise LanguageError(f"concepts.toml: class {name!r} says {unknown[0]!r}, which no class can say")
    flags = {flag: said.get(flag, False) for flag in _FLAGS}
    for flag, value in flags.items():
        if not isinstance(value, bool):
            raise LanguageError(f"concepts.toml: class {name!r}: {flag!r} must be true or false, not {value!r}")
    deeds = said.get("deeds", ())
    if not isinstance(deeds, list | tuple) or not all(isinstance(deed, str) for deed in deeds):
        raise LanguageError(f"concepts.toml: class {name!r}: `deeds` must be a list of words")
    return PredicateClass(name, **flags, deeds=frozenset(deeds))
