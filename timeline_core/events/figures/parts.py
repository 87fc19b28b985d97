"""Parts of a count, named inside it ("12 people, including three children, were killed"); what ends before it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from timeline_core.events.figures.number import Number
from timeline_core.lexicon.wordlists import FigureWords
from timeline_core.model.span import Span
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


def names_part(run: Sequence[Word], word: Span, numbers: Sequence[Number], lexicon: FigureWords) -> bool:
    """A word that counts is a part of those before it: «بينهم طفلان»."""
    at = bisect_left(run, (word.start,))
    before = next((one for one in reversed(numbers) if one.end <= at), None)
    return is_part(run, Number(1, at, at + 1, word), before, lexicon)


def is_part(run: Sequence[Word], number: Number, before: Number | None, lexicon: FigureWords) -> bool:
    """True for «بينهم 5 أطفال», for what is joined to it («و3 نساء»), and for "two of them".

    Args:
        before: the number before it.
    """
    low = max(before.end if before else 0, number.at - REACH)
    found = list(lexicon.parts.find(run[low : number.at]))
    led = low + found[-1].at + found[-1].count if found else low
    if (found or before is not None) and _is_deed_in(run[led : number.at], lexicon):
        return False
    if found:
        return number.at - led <= PART_REACH
    if before is not None and number.end < len(run) and lexicon.parts.at(run, number.end) is not None:
        return True
    if before is None or not before.part or number.at - before.end > PART_REACH:
        return False
    return run[number.at].folded[:1] in lexicon.and_ - {""} or run[number.at - 1].folded in lexicon.adds


def _is_deed_in(run: Sequence[Word], lexicon: FigureWords) -> bool:
    """What was done to the number itself stands there, so that it counts others: «بينهم طفل وأصيب 5»."""
    return any(True for said in (lexicon.acts, lexicon.nouns) for _ in said.find(run))


REACH = 6
"""Words before a number in which what makes a part of it is looked for."""
PART_REACH = 2
"""Words that may stand between «بينهم» and the number of the part."""
