"""Who speaks: the lines of an interview or of a court that begin with a name or an office and a colon.

"Judge: The hearing was adjourned yesterday." One such line may be a headline («المرصد: مقتل ثلاثة»); it takes several,
and among them an office that speaks, or the same name again.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from timeline_core.lexicon.outline_words import OutlineWords, phrase
from timeline_core.model.block import BlockRole
from timeline_core.model.span import Span
from timeline_core.outline.lines import Line
from timeline_core.text.fold import CONTROLS, SIGNS

_LABEL = re.compile(
    rf"[*_{CONTROLS}]*(?P<label>[^\W\d_][\w{SIGNS} .'’()-]{{0,39}}?)[*_]*\s*[:：][*_]*(?!\S*//)[\s{CONTROLS}]*"
)
_LETTER = re.compile(r"(?P<label>[^\W\d_])\d{0,3}[.):]\s+")
"""«س1: », "Q. "."""
_WORDS = 5
_FEWEST, _OF_NAMES = 2, 3
"""Lines with a speaker that make an interview, where an office is among them, and where only names are."""
_MOST = 2 / 3
"""Of the lines, so many begin with a speaker where every label is one."""
_NAME = 2
"""Words from which on a label is a name though it comes once."""
_TELLING = frozenset({BlockRole.PARAGRAPH, BlockRole.ITEM})


def with_speakers(text: str, found: Sequence[Line], dated: Set[int], words: OutlineWords) -> Iterator[Line]:
    """The lines, those whose head says who speaks with that apart from their words.

    Args:
        dated: where dates begin; "Monday: …" is nobody.
    """
    labels = {number: hit for number, line in enumerate(found) if (hit := _label(text, line, dated, words))}
    said = {number: phrase(hit["label"]) for number, hit in labels.items()}
    times = Counter(said.values())
    offices = {label for label in times if _is_office(label, words)}
    repeated = {label for label, count in times.items() if count > 1}
    by_names = len(times) > 1 and bool(repeated) and len(labels) >= _OF_NAMES
    if by_names and len(labels) >= _MOST * sum(line.role in _TELLING for line in found):
        repeated = set(times)
    many = (len(labels) >= _FEWEST and bool(offices)) or by_names
    for number, line in enumerate(found):
        hit = labels.get(number)
        if hit is None or not many or not _speaks(said[number], offices, repeated):
            yield line
            continue
        yield replace(line, speaker=Span(*hit.span("label")), body=Span(min(hit.end(), line.body.end), line.body.end))


def _speaks(label: str, offices: Set[str], repeated: Set[str]) -> bool:
    return label in offices or label in repeated or (bool(offices) and len(label.split()) >= _NAME)


def _label(text: str, line: Line, dated: Set[int], words: OutlineWords) -> re.Match[str] | None:
    if line.role not in _TELLING or line.cells:
        return None
    hit = _LETTER.match(text, line.body.start, line.body.end) or _LABEL.match(text, line.body.start, line.body.end)
    if hit is None or not dated.isdisjoint(range(hit.start(), hit.end("label"))):
        return None
    said = phrase(hit["label"])
    small = hit["label"][0].islower()
    if small or len(said.split()) > _WORDS or said in words.labels or words.holds(said):
        return None
    if hit.re is _LETTER and said not in words.speakers:
        return None
    return hit


def _is_office(label: str, words: OutlineWords) -> bool:
    """True for "Q", "Presiding judge", «المدعي العام», "Counsel for the defence"."""
    run = label.split()
    parts = {" ".join(run[start:end]) for start in range(len(run)) for end in range(start + 1, len(run) + 1)}
    return not parts.isdisjoint(words.speakers)
