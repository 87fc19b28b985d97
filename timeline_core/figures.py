"""Figures of a report: how many were killed, arrested, held; how many operations.

A number counts only with the thing that it counts: a noun of the language's `[figure_noun]` behind it, or an act of
`[figure_act]` before it and people behind it («مقتل 11 عنصرا»). What is not surely a count is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline_core.event import Figure
from timeline_core.phrasing import FigureWords
from timeline_core.span import Span
from timeline_core.text.fold import fold
from timeline_core.text.words import Hit, Lexicon, Word, words

_DIGITS = re.compile(r"\d{1,3}(?:[,٬]\d{3})+|\d+")
_CLITIC_DIGITS = re.compile(r"\D?\d+")
_ACT_REACH = 6
"""How many words an act may stand before the number of those it was done to: «اعتقال التحالف 227 عنصرا»."""


@dataclass(frozen=True, slots=True)
class _Number:
    """A number in a run of words; `end` is the word after it."""

    value: int
    at: int
    end: int
    span: Span
    open: bool = False


def figures(text: str, span: Span, report: str, told_by: FigureWords, dates: Sequence[Span] = ()) -> tuple[Figure, ...]:
    """The figures in that part of a report, in order. Numbers inside `dates` are none."""
    run = words(span.of(text), span.start)
    found = [_figure(run, number, report, told_by) for number in _numbers(text, run, told_by, dates)]
    duals = [_dual(hit, run, report) for hit in told_by.duals.find(run)]
    return tuple(sorted((figure for figure in (*found, *duals) if figure), key=lambda figure: figure.span))


def _dual(hit: Hit, run: Sequence[Word], report: str) -> Figure:
    """One word that says two of a thing («سيارتين»)."""
    return Figure(hit.concept, low=2, high=2, approximate=False, report=report, span=run[hit.at].span)


def _numbers(text: str, run: Sequence[Word], told_by: FigureWords, dates: Sequence[Span]) -> Iterator[_Number]:
    at = 0
    while at < len(run):
        number = None if any(date.overlaps(run[at].span) for date in dates) else _number(text, run, at, told_by)
        if number is not None:
            yield number
        at = number.end if number is not None else at + 1


def _number(text: str, run: Sequence[Word], at: int, told_by: FigureWords) -> _Number | None:
    word = run[at]
    if _CLITIC_DIGITS.fullmatch(word.folded.rstrip("+")):
        return _in_digits(text, run, at, told_by)
    hit = told_by.numbers.at(run, at)
    if hit is None:
        return _scaled_alone(run, at, told_by)
    end = at + hit.count
    value, end = _scaled(run, end, int(hit.concept), told_by)
    return _Number(value, at, end, Span(run[at].span.start, run[end - 1].span.end))


def _in_digits(text: str, run: Sequence[Word], at: int, told_by: FigureWords) -> _Number | None:
    begin = run[at].span.start + (0 if run[at].folded[0].isdecimal() else 1)
    written = _DIGITS.match(text, begin)
    if written is None or text[max(0, begin - 2) : begin].strip()[-1:] in ("$", "€", "/", ".", "#"):
        return None
    end = at + 1
    while end < len(run) and run[end].span.start < written.end():
        end += 1
    if text[written.end() : written.end() + 1] in ("%", "٪", "/", "٫"):
        return None
    value, end = _scaled(run, end, int(fold(written[0]).replace(",", "").replace("٬", "")), told_by)
    last = max(written.end(), run[end - 1].span.end)
    return _Number(value, at, end, Span(begin, last), text[written.end() : written.end() + 1] == "+")


def _scaled(run: Sequence[Word], end: int, value: int, told_by: FigureWords) -> tuple[int, int]:
    if end < len(run) and (scale := told_by.scales.at(run, end)) and scale.clitic == 0:
        return value * int(scale.concept), end + scale.count
    return value, end


def _scaled_alone(run: Sequence[Word], at: int, told_by: FigureWords) -> _Number | None:
    scale = told_by.scales.at(run, at)
    if scale is None:
        return None
    end = at + scale.count
    return _Number(int(scale.concept), at, end, Span(run[at].span.start, run[end - 1].span.end))


def _figure(run: Sequence[Word], number: _Number, report: str, told_by: FigureWords) -> Figure | None:
    what = _what(run, number, told_by)
    if what is None:
        return None
    about, at_least = (_ends_at(run, number.at, lexicon) for lexicon in (told_by.about, told_by.at_least))
    high = None if at_least or number.open else number.value
    return Figure(what, number.value, high, about, report, number.span)


def _ends_at(run: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """True when a phrase of the lexicon ends just before that word."""
    start = max(0, at - 4)
    return any(start + hit.at + hit.count == at for hit in lexicon.find(run[start:at]))


def _what(run: Sequence[Word], number: _Number, told_by: FigureWords) -> str | None:
    counted = _behind(run, number, told_by.nouns, told_by.reach)
    act = _act(run, number, told_by)
    people = _behind(run, number, told_by.people, told_by.reach) is not None
    if counted is not None and not (act and counted.concept == "detainees" and not people):
        return counted.concept
    return act if act is not None and people else None


def _behind(run: Sequence[Word], number: _Number, lexicon: Lexicon, reach: int) -> Hit | None:
    """The first phrase that begins at most `reach` words behind the number, and before the next number."""
    for at in range(number.end, min(number.end + reach, len(run))):
        if run[at].folded[:1].isdecimal():
            return None
        if hit := lexicon.at(run, at):
            return hit
    return None


def _act(run: Sequence[Word], number: _Number, told_by: FigureWords) -> str | None:
    """The act that was done to the counted: the nearest before the number."""
    start = max(0, number.at - _ACT_REACH)
    hits = list(told_by.acts.find(run[start : number.at]))
    return hits[-1].concept if hits else None
