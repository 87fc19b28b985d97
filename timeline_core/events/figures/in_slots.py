"""Figures of those to whom something was done: by a word, by the sum of a list, without what is a part of others.

"A man and two women were killed" counts three; "three workers, a Syrian and two Iraqis" counts three too.

Source:
    DESIGN.md section 5: counts in words, the dual and the singular count too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from timeline_core.events.figures.patients import Patient
from timeline_core.lexicon.wordlists import FigureWords
from timeline_core.model.event import Figure
from timeline_core.model.span import Span
from timeline_core.text.words import Hit, Word, words_in


def dual(hit: Hit, run: Sequence[Word], report: str, lexicon: FigureWords) -> Figure | None:
    """One word that says two of a thing («سيارتين»); two people («جنديين») are counted by what was done to them."""
    what: str | None = hit.concept
    if what == "people":
        acts = list(lexicon.acts.find(run[max(0, hit.at - _ACT_NEAR) : hit.at]))
        what = acts[-1].concept if acts else None
    return Figure(what, low=2, high=2, approximate=False, report=report, span=run[hit.at].span) if what else None


def one_or_two(text: str, patients: Sequence[Patient], counted: Sequence[Figure], report: str) -> Iterator[Figure]:
    """The figures of those that one word counts: «طفل», «مواطنان», "a woman". `counted`: what numbers count already."""
    for patient in patients:
        numbered = text[: patient.span.start].rstrip()[-1:].isdecimal()
        if patient.worded is None or numbered or any(patient.span.overlaps(figure.span) for figure in counted):
            continue
        span, low = patient.worded
        yield Figure(patient.what, low, low, approximate=False, report=report, span=span)


def in_sums(
    text: str,
    patients: Sequence[Patient],
    numbered: Sequence[Figure],
    worded: Sequence[Figure],
    lexicon: FigureWords,
) -> Iterator[Figure]:
    """The figures, with one for a list of whom each is counted: "a man and two women", «ثلاثة شرطيين وأربعة مدنيين».

    One who is counted beside others who are not says nothing of how many there were: "a man and Omar Said".

    Children or women behind a number of people are a part of these: «30 شخصا و7 أطفال».
    """
    summed: list[Figure] = []
    lists = dict.fromkeys((patient.listed, patient.what) for patient in patients if patient.listed is not None)
    for of_one in lists:
        parts = [patient for patient in patients if (patient.listed, patient.what) == of_one]
        counts = [next((one for one in (*numbered, *worded) if part.span.overlaps(one.span)), None) for part in parts]
        told = [one for one in counts if one is not None and one.what == parts[0].what and one.high == one.low]
        if len(told) < len(parts):
            summed += [one for one in told if one in worded and one.low == 1]
        elif len(told) > 1 and _are_told_apart(text, parts, told):
            summed += told[1:]
        elif len(told) > 1 and not _holds_next(text, parts, lexicon):
            low = sum(one.low for one in told)
            span = Span(told[0].span.start, told[-1].span.end)
            about = any(one.approximate for one in told)
            yield replace(told[0], low=low, high=low, approximate=about, span=span)
            summed += told
    yield from (one for one in (*numbered, *worded) if one not in summed)


def _are_told_apart(text: str, parts: Sequence[Patient], told: Sequence[Figure]) -> bool:
    """The first counts all of them, and a list in apposition says who they were: «ثلاثة عمال، سوري ولبنانيان»."""
    between = Span(parts[0].span.end, parts[1].span.start).of(text)
    return told[0].low == sum(one.low for one in told[1:]) and not any(map(str.isalnum, between))


def _holds_next(text: str, parts: Sequence[Patient], lexicon: FigureWords) -> bool:
    """The first of them are people of any kind, and those of a kind behind them may be of these."""
    runs = [words_in(text, part.span) for part in parts]
    whole = any(hit.concept == "any" for hit in lexicon.kinds.find(runs[0]))
    return whole and any(hit.concept == "kind" for run in runs[1:] for hit in lexicon.kinds.find(run))


_ACT_NEAR = 2
"""Words between an act and the two people that it was done to."""
