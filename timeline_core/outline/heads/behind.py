"""What stands behind the date at the head of a line: the hour, an agency, the mark that parts it from what it dates."""

from __future__ import annotations

import re
from dataclasses import dataclass

from timeline_core.lexicon.outline_words import OutlineWords, phrase
from timeline_core.model.span import Span
from timeline_core.text.fold import CONTROLS, SIGNS, fold
from timeline_core.text.marks import COMMAS, DASHES, STOPS

MARKS = rf"\s*_`<>\"'«»“”\[\](){CONTROLS}"
"""Blanks, quotes, brackets and marks of Markdown, inside a class of characters."""
_AGENCY = re.compile(
    rf"\s*(?P<agency>[(/][^()/\n]{{1,30}}[)/]|/\s*[^()/\n:–—-]{{1,30}}(?=:\s|\s[{DASHES}]\s))?"
    rf"[ \t]*(?P<dash>[{DASHES}:]+(?=\s))?\s*"
)
_WEEKDAY = re.compile(r"\s*\([^()\d\n]{2,20}\)")
"""The day of the week behind a date: "7 March 2021 (Sunday)"."""
_BRACKETED = re.compile(r"\s*[)\]>|·•]+\s*")
"""What closes a date in brackets, or parts it as a cell is parted."""
_DOT = "·"
_DOTS = f"{_DOT}•| "
_COLON = re.compile(r"\s*\)[*_]*\s*:(?=\s)")
_CLOCK = re.compile(
    rf"[{COMMAS};|@–—\-{MARKS}]*?T?(?P<clock>\d{{1,2}}[:.٫]\d{{2}}(?:[:.]\d{{2}})?)(?:\.\d+)?(?:Z|[+-]\d{{2}}:?\d{{2}})?(?!\d)"
    rf"|[{COMMAS}\s]*[0-2]\d[0-5]\d\s?h(?:rs?|ours)?\b"
)
_WORD = re.compile(rf"[{COMMAS}{MARKS}]*(?P<word>[^\W\d][\w{SIGNS}]*\.?(?:\+\d{{1,2}}(?::?\d{{2}})?)?)")
_DAYTIME = re.compile(rf"\s*[{COMMAS}–—-]?\s*(?P<word>[^\W\d][\w{SIGNS}]*)\s*$")
"""The part of a day, last on its line: «السبت، 7 نيسان 2018، صباحا»."""
_DAYTIME_PARTED = re.compile(
    rf"\s*[{COMMAS}–—-]?\s*(?P<word>[^\W\d][\w{SIGNS}]*)(?=[*_]*\s*(?:[:：](?!\d)|[{DASHES}]+(?=\s)))"
)
"""The same before the mark that parts the day from what it dates: «9 أيار مساء - », "9 May, evening: "."""
_PLACE_BEHIND = re.compile(r"\s*,\s*(?:[A-Z][\w'’-]*\s?){1,3}(?=\s*(?::|[–—-])\s)")
"""Where it was, between the day of an entry and what happened: "22 May, Aleppo – "."""
_SAME_BOLD = re.compile(r"\s*[,،]\s*[^*_\n:]{1,30}(?::[*_]{2,3}|[*_]{2,3}:)(?=\s)")
"""What stands in bold with the day of an entry, before its colon: "**4 May 2018, six in the evening:** "."""
_CLOSED = re.compile(rf"[*{MARKS}]*")
_PARTED = re.compile(rf"[*_]*\s*(?:[:：](?!\d)|\.(?=\s)|[{DASHES}]+(?=[*_]*\s)|(?<=[*_\s])[-–—]+)[*_]*[\s{CONTROLS}]*")
_AUTHOR = re.compile(rf"(?P<author>[^\W\d][^:\n{STOPS}{COMMAS}]{{0,40}}):\s+")
_AUTHOR_WORDS = 4


@dataclass(frozen=True, slots=True)
class Behind:
    """What stands behind the date: the hour, an agency, the mark that parts it from what it dates."""

    end: int
    ends: bool
    """Nothing else stands on the line."""
    clock: bool
    parted: bool
    agency: bool
    dash: bool
    closed: bool = False
    """A bracket ends with it, or a bar parts it."""
    reviewed: bool = False
    """A bracket ends with it, and a colon follows."""
    counted: bool = False
    """Words behind it count from it."""
    author: Span | None = None
    """Who wrote it, named behind the hour: "Rana: "."""

    @classmethod
    def of(cls, text: str, at: int, end: int, words: OutlineWords) -> Behind:
        behind = _AGENCY.match(text, at, end)
        agency, dash = bool(behind and behind["agency"]), bool(behind and behind["dash"])
        if behind and agency and dash:
            return cls(behind.end(), ends=False, clock=False, parted=True, agency=True, dash=True)
        if weekday := _WEEKDAY.match(text, at, end):
            at = weekday.end()
        at, clock = _past_hour(text, at, end, words)
        closed = _CLOSED.match(text, at, end)
        if closed and closed.end() == end:
            return cls(end, ends=True, clock=clock, parted=False, agency=agency, dash=False)
        parted = (
            _PARTED.match(text, at, end)
            or _SAME_BOLD.match(text, at, end)
            or (_PARTED.match(text, closed.end(), end) if closed else None)
        )
        bracket = _BRACKETED.match(text, at, end)
        colon = _COLON.match(text, at, end)
        at = parted.end() if parted else closed.end() if clock and closed else bracket.end() if bracket else at
        shared = clock and bracket is not None and _is_shared(text, bracket, end, words)
        at = end if clock and bracket and (shared or bracket.end() == end) else at
        if at == end:
            return cls(end, ends=True, clock=clock, parted=False, agency=agency, dash=False)
        author = _author(text, at, end) if clock else None
        at = author.end() if author else at
        by = Span(*author.span("author")) if author else None
        marks = {
            "clock": clock,
            "parted": bool(parted),
            "agency": agency,
            "dash": dash,
            "closed": bool(bracket),
            "reviewed": bool(colon),
        }
        return cls(at, ends=False, **marks, author=by)


def _is_shared(text: str, bracket: re.Match[str], end: int, words: OutlineWords) -> bool:
    """Behind the stamp of a post stands who may see it, or where it was written: "4 May at 09:10 · Halem · "."""
    left = text[bracket.end() : end].strip(_DOTS)
    return phrase(left) in words.shared or (_DOT in bracket[0] and text[:end].rstrip().endswith(_DOT))


def _past_hour(text: str, at: int, end: int, words: OutlineWords) -> tuple[int, bool]:
    """Behind the hour, the part of the day or the place beside a date; and whether an hour is told."""
    clock = _CLOCK.match(text, _past_zone(text, at, end, words), end)
    if clock:
        at = _past_zone(text, clock.end(), end, words)
    else:
        daytime = _DAYTIME.match(text, at, end) or _DAYTIME_PARTED.match(text, at, end)
        at = daytime.end() if daytime and phrase(daytime["word"]) in words.clock else at
    place = _PLACE_BEHIND.match(text, at, end)
    return (place.end() if place else at), clock is not None


def _past_zone(text: str, at: int, end: int, words: OutlineWords) -> int:
    """Behind «م», "PM GMT+3" and the like."""
    while (word := _WORD.match(text, at, end)) and fold(word["word"].strip(".").split("+")[0]) in words.clock:
        at = word.end()
    return at


def _author(text: str, at: int, end: int) -> re.Match[str] | None:
    """The name of who wrote a post: "Rana: ", where it is short enough for one."""
    author = _AUTHOR.match(text, at, end)
    return author if author and len(author["author"].split()) <= _AUTHOR_WORDS else None
