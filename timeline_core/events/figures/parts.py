"""Parts of a count, named inside it ("12 people, including three children, were killed"); what ends before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from timeline_core.lexicon.wordlists import FigureWords
from timeline_core.text.words import Hit, Lexicon, Word


def past_part(run: Sequence[Word], at: int, lexicon: FigureWords) -> int:
    """The word behind the parts that are named from there on; the same word where none is."""
    part = lexicon.parts.at(run, at) if at < len(run) else None
    end = at if part is None else at + part.count
    while end > at and (more := _past_number(run, end, lexicon)) > end:
        at, end = more + 1, more + 1
        if end < len(run) and run[end].folded in lexicon.joints and _past_number(run, end + 1, lexicon) > end + 1:
            end += 1
    return at


def _past_number(run: Sequence[Word], at: int, lexicon: FigureWords) -> int:
    """The word behind the number that begins there; the same word where none does."""
    while at < len(run):
        hit = lexicon.numbers.at(run, at) or lexicon.scales.at(run, at)
        if hit is None and not run[at].folded.isdecimal():
            break
        at += hit.count if hit else 1
    return at


def ends_at(run: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """True when a phrase of the lexicon ends just before that word."""
    return any(ending_at(run, at, lexicon))


def ending_at(run: Sequence[Word], at: int, lexicon: Lexicon) -> Iterator[Hit]:
    """The phrases of the lexicon that end there."""
    start = max(0, at - 4)
    return (hit for hit in lexicon.find(run[start:at]) if start + hit.at + hit.count == at)
