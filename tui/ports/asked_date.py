"""`AskedDate`: one date of a report with its verdict, for the sheet that explains dates."""

from __future__ import annotations

from dataclasses import dataclass

from timeline_core.model.expression import Expression
from timeline_core.model.span import Span


@dataclass(frozen=True, slots=True)
class AskedDate:
    """What the screen knows of a verdict of the core; plain values, so that nothing that parses is loaded for it."""

    expression: Expression
    effect: str
    """`dates` a predicate, belongs to a `noun`, or `nothing`."""
    rule: str
    """The rule that placed the date, or that left it loose."""
    words: Span | None = None
    """The predicate or the noun."""
    limit: str = ""
    """Why no event is made of the predicate: `denied`, `planned`, `state`…"""
    event: bool = False
    """An event is made of it."""
    example: str = ""
    """A sentence in which the rule holds; empty where there is none."""
