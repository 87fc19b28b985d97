"""Numbers as they stand in a run of words, and the words that they are made of."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from timeline_core.model.span import Span


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a run of words; `end` is the word after it."""

    value: int
    at: int
    end: int
    span: Span
    open: bool = False
    high: int | None = None
    """Of a range: its end; `value` is its beginning."""
    part: bool = False
    """True for a part of those counted before."""
    about: bool = False
    whole: bool = False
    """The number of all of whom it counts some stands behind it: "two of the five wounded"."""
    dated: bool = False
    """A date or a mark stands right behind it: what follows is nothing that it counts («أصيب أربعة | يوم السبت»)."""


@dataclass(frozen=True, slots=True)
class Atom:
    """One word of a number with its scale: «34 ألفا»."""

    value: Fraction
    end: int
    span: Span
    digits: bool = False
    scaled: bool = False
    open: bool = False
    about: bool = False
