"""Words that a title does without wherever they stand: hours, whose hours they are, piety, and what leads to a date."""

from __future__ import annotations

from timeline_core.events.titles.marks import COMMAS, EDGES
from timeline_core.lexicon.grammar import Grammar
from timeline_core.lexicon.phrasing import Phrasing
from timeline_core.text.marks import TATWEEL
from timeline_core.text.words import Word, words

_LEAD = 60
"""Code points before a date among which the words that lead to it stand."""


def without_asides(text: str, phrasing: Phrasing) -> str:
    """The text without words of piety, and the marks around them."""
    run = words(text)
    for hit in reversed([*phrasing.titles.asides.find(run)]):
        before, after = text[: run[hit.at].start], text[run[hit.at + hit.count - 1].end :]
        apart = before.rstrip().endswith(COMMAS)
        text = f"{before.rstrip(EDGES)} {after.lstrip(EDGES)}" if apart else f"{before} {after}"
    return text


def without_zone(text: str, phrasing: Phrasing) -> str:
    """The text without whose hour it is («بتوقيت مكة»)."""
    run = words(text)
    at = next((k for k in range(len(run) - 1) if run[k].folded in phrasing.titles.clock.zones), None)
    return text if at is None else text[: run[at].start] + text[run[at + 1].end :]


def without_clock(text: str, phrasing: Phrasing) -> str:
    """The text without the hour of the day («في تمام الساعة الثالثة والنصف»)."""
    run, clock = words(text), phrasing.titles.clock
    for at in range(len(run) - 1, -1, -1):
        if run[at].folded in clock.heads or (
            at and run[at].folded in clock.tails and _numeral(run[at - 1].folded, phrasing.grammar)
        ):
            start, end = at - (run[at].folded not in clock.heads), at + 1
            while end < len(run) and (run[end].folded in clock.words or _numeral(run[end].folded, phrasing.grammar)):
                end += 1
            if end - start == 1:
                continue
            end += end < len(run) and run[end - 1].folded in clock.zones
            while start and any(form in clock.leads for form, _ in run[start - 1].forms):
                start -= 1
            text = text[: run[start].start] + text[run[end - 1].end :]
    return text


def _numeral(word: str, grammar: Grammar) -> bool:
    return grammar.unjoined(grammar.without_article(word)).replace(".", "").replace(":", "").isdecimal()


def lead(text: str, end: int, phrasing: Phrasing) -> int:
    """Where the words that only lead to the date begin: «خلال», «في», and the letters glued to it («ال», «بـ»)."""
    low = text.rfind(" ", 0, max(0, end - _LEAD)) + 1
    run = list(words(text[low:end], low))
    while run and run[-1].span.end == end and end and not text[end - 1].isspace():
        end = run.pop().span.start
    end = _phrase_before(text, end, run, phrasing)
    while (
        run
        and any(form in phrasing.periods.date_leads or form in phrasing.titles.focus for form, _ in run[-1].forms[:2])
        and not text[run[-1].span.end : end].strip(f" {TATWEEL}\t")
    ):
        end = run.pop().span.start
    return end


def _phrase_before(text: str, end: int, run: list[Word], phrasing: Phrasing) -> int:
    """Where the phrase begins that leads to the date there («في وقت مبكر من»); its words are taken off the run."""
    last = [word.folded for word in run[-phrasing.titles.longest_lead :]]
    for count in range(len(last), 1, -1):
        if tuple(last[-count:]) in phrasing.titles.lead_phrases and not text[run[-1].end : end].strip():
            end = run[-count].start
            del run[-count:]
            return end
    return end
