"""Paragraphs and sentences of a text, as spans that leave out the white space between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from itertools import pairwise

from timeline_core.model.span import Span
from timeline_core.text.fold import CONTROLS
from timeline_core.text.marks import STOPS, TATWEEL

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
RAISED = "¹²³⁰-⁹"
"""Figures of footnotes, for a class of a regular expression."""
STARS = "*†‡§"
"""Signs that mark footnotes where figures do not, for such a class."""
_NOTE = (
    rf"\[\^?\d{{1,3}}(?:\s?[,،–-]\s?\d{{1,3}})*\]|\(\d{{1,3}}\)|\^\d{{1,3}}\^"
    rf"|[{RAISED}]++(?:[,،–-][{RAISED}]++)*|[{STARS}]{{1,4}}+"
)
"""The mark of a footnote: «[1]», «[2، 3]», «[^1]», «^1^» (Markdown), «(3)», «¹», «**», «†»."""
_WITHIN = re.compile(
    rf"(?<=[^\W\d_]{{3}})(?<!{TATWEEL})[,،.؛:»”]?(?P<mark>(?:{_NOTE})+|(?<=\w)\s(?:\[\^?\d{{1,3}}\])+)(?=[\s.,،؛:»”]|$)"
)
"""Behind a word: «رجلان(3)», «الطريق [4]»; not "Article 5(3)", not "km²", not the number of an article: «الـ(40)»."""
_STOP = re.compile(
    rf"(?<![.!?؟…۔])[.!?؟…۔]+[\"'”’»)\]]*(?=[{CONTROLS}]*(?:{_NOTE})*(?:\s|$))"
    r"|(?<=[^\W\d]{3})[.!?؟](?=\d{1,3}(?:[,،]\s?\d{1,3})*(?:\s+[^\W\d_a-z]|\s*$))"
    r"|(?<=[^\W\d_]\s(?:19|20)\d\d)\.(?=\d{1,3}(?:[,،]\s?\d{1,3})*(?:\s+[^\W\d_a-z]|\s*$))"
    r"|(?<=\s)[.!?؟…۔]++(?=[\u0621-\u064a])"
    r"|(?<=[\u0621-\u064a]{3})[.!؟](?=[\u0621-\u064a]{3})"
)
"""A stop before white space or the mark of a footnote, behind it where it was typed on the wrong side of an Arabic
word, or between two words of Arabic, where no address has one."""
_ENDED = re.compile(rf"[{STOPS}][\"'”’»)\]]*[\s{CONTROLS}]*(?:{_NOTE})*\s*$")
_UNSEEN = re.compile(rf"[\s{CONTROLS}]*")
_MARKS = re.compile(rf"[{CONTROLS}]*(?:{_NOTE}|\d{{1,3}}(?:[,،]\s?\d{{1,3}})*(?=\s+[^\W\d_]|\s*$))+")
_ELLIPSIS = re.compile(r"\.{2,}|…+")
_QUOTES = (("«", "»"), ("“", "”"))
_LAST_WORD = re.compile(r"([\w.]+)\.$")


LONGEST_PARAGRAPH, LONGEST_SENTENCE = 8_000, 4_000
"""Code points; nobody writes longer ones: the longest of 20,000 paragraphs of news has 5,400, and its sentence 3,000.

Reading one costs work that grows faster than its length, so a text without a stop or a line end is read in parts.
"""


def paragraphs(text: str) -> tuple[Span, ...]:
    """The lines that hold more than white space, in order; of one that is too long to be a paragraph, its parts."""
    lines = (trim(text, Span(line.start(), line.end())) for line in _LINE.finditer(text))
    return tuple(part for line in lines if len(line) for part in _parts(text, line, LONGEST_PARAGRAPH))


def _parts(text: str, span: Span, longest: int) -> Iterator[Span]:
    """The span, cut behind a stop, else at white space, where it is longer than that."""
    while len(span) > longest:
        end = span.start + longest
        cut = max(text.rfind(f"{stop} ", span.start, end) for stop in STOPS) + 1 or text.rfind(" ", span.start, end)
        cut = cut if cut > span.start else end
        yield trim(text, Span(span.start, cut))
        span = trim(text, Span(cut, span.end))
    yield span


def is_ended(words: str) -> bool:
    """True for words that end on the stop of a sentence, the marks of footnotes behind it or not: "in 2011.[5]".

    A heading, a label or a caption does not.
    """
    return _ENDED.search(words) is not None


def holds_stop(words: str) -> bool:
    """True for words in which a sentence ends: those of a paragraph, and of no heading."""
    return _STOP.search(words) is not None


def sentences(text: str, within: Span, abbreviations: Set[str] = frozenset()) -> tuple[Span, ...]:
    """The sentences of one paragraph, in order.

    The marks of footnotes behind a stop belong to no sentence. A full stop does not end one after a single letter
    («U.S.»), an abbreviation (given in lower case without the stop), or before a small letter.
    """
    ends = [
        stop.end()
        for stop in _STOP.finditer(text, within.start, within.end)
        if not _inside(text, stop, within, abbreviations)
    ]
    edges = sorted({within.start, *ends, within.end})
    parts = (trim(text, Span(_seen(text, _unmarked(text, start, within), end), end)) for start, end in pairwise(edges))
    return tuple(short for part in parts if len(part) for short in _parts(text, part, LONGEST_SENTENCE))


def _unmarked(text: str, start: int, within: Span) -> int:
    """Where a sentence begins, behind the marks of footnotes that follow the stop before it."""
    marks = _MARKS.match(text, start, within.end) if start > within.start else None
    return marks.end() if marks is not None else start


_NOTE_BEGINS = re.compile(rf"[\[({RAISED}{STARS}]")
_LEADING = re.compile(rf"(?:{_NOTE})+(?=[\s.,،؛:]|$)")


def without_marks(text: str) -> str:
    """The words without the marks of footnotes that are glued to them; at the head they stood behind a date."""
    if _NOTE_BEGINS.search(text) is None:
        return text
    first = _LEADING.match(text)
    return _WITHIN.sub(lambda hit: hit[0].removesuffix(hit["mark"]), text[first.end() if first else 0 :])


def _seen(text: str, start: int, end: int) -> int:
    """Where a sentence begins: behind the white space, and behind the marks that followed the stop before it."""
    found = _UNSEEN.match(text, start, end)
    return found.end() if found is not None else start


def _inside(text: str, stop: re.Match[str], within: Span, abbreviations: Set[str]) -> bool:
    if stop[0] != ".":
        return bool(_ELLIPSIS.fullmatch(stop[0])) and _goes_on(text, stop, within)
    before = _LAST_WORD.search(text, max(within.start, stop.start() - 20), stop.end())
    word = before[1].casefold() if before else ""
    after = text[_seen(text, stop.end(), within.end) : within.end][:1]
    single = len(word.rsplit(".", 1)[-1]) == 1 and word.isalpha() if word else False
    acronym = "." in word and all(len(part) == 1 for part in word.split("."))
    return single or acronym or word in abbreviations or after.islower()


def _goes_on(text: str, stop: re.Match[str], within: Span) -> bool:
    """Behind an ellipsis a small letter goes on, and so does a quotation that is left open: «"رجال... قالوا ذلك"»."""
    behind = text[_seen(text, stop.end(), within.end) : within.end]
    if behind[:1].islower():
        return True
    before = text[within.start : stop.start()]
    odd = before.count('"') % 2 == 1 and '"' in behind
    return odd or any(before.count(one) > before.count(other) and other in behind for one, other in _QUOTES)


def trim(text: str, span: Span) -> Span:
    """The span without the white space at its ends."""
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
