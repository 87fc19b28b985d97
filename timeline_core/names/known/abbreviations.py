"""What a text uses for an organisation from there on: "NRC" after "the Northern Rowing Club (NRC)".

In a script without capitals the letters show it: each begins a word of the name before the bracket,
«المجلس الأعلى للري (م أ ر)», «رابطة صناع السجاد (رصس)».
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from timeline_core.model.entry import ACTOR, Named
from timeline_core.model.span import Span
from timeline_core.text.words import Word, bare, spelled

_CAPITALS = re.compile(r"\s*(?:\(|,\s+\w+\s+)(?P<short>[A-Z][A-Z-]+[A-Z](?:\s[A-Z][a-z]+)?)\s*[),]")
"""What stands for it from there on: "(UOSSM)", "(HRC Lab)", ", or SAF,"."""
_IN_BRACKETS = re.compile(
    r"\s*\(\s*(?P<short>[^\W\d_a-zA-Z]{3,8}|[^\W\d_a-zA-Z](?:[\s.][^\W\d_a-zA-Z]){1,7})\s*\.?\s*\)"
)
"""Letters in brackets, in a script of another kind, as one word or apart."""
_FEWEST = 3
"""Letters of an abbreviation."""


def find_abbreviations(
    text: str,
    run: Sequence[Word],
    bodies: Mapping[Span, str],
    taken: Mapping[int, Named],
    without_article: Callable[[str], str],
) -> Iterator[Named]:
    """Find the abbreviations of the organisations of one text, where they stand in brackets and again.

    Args:
        bodies: where organisations are named -> the id.
        taken: number of each word that belongs to a name -> the name.
    """
    short = {spelled(name): (name, id) for name, id in _abbreviations(text, bodies, without_article)}
    for n, word in enumerate(run if short else ()):
        for phrase, (name, id) in short.items():
            last = n + len(phrase) - 1
            if word.folded != phrase[0] or last >= len(run):
                continue
            span, hit = Span(word.start, run[last].end), taken.get(n)
            if span.of(text) == name and (hit is None or hit.span == span):
                yield Named(span, id, ACTOR)


def _abbreviations(
    text: str, bodies: Mapping[Span, str], without_article: Callable[[str], str]
) -> Iterator[tuple[str, str]]:
    for span, id in bodies.items():
        found = _CAPITALS.match(text, span.end)
        if found is not None and found["short"][0].casefold() == text[span.start].casefold():
            yield found["short"], id
        found = _IN_BRACKETS.match(text, span.end)
        if found is not None and _begin_words(found["short"], spelled(span.of(text)), without_article):
            yield found["short"], id


def _begin_words(short: str, name: Sequence[str], without_article: Callable[[str], str]) -> bool:
    """Each of the letters begins a word of the name, in order, and the first of them the first word."""
    letters = "".join(spelled(short))
    initials = [{without_article(form)[:1] for form, _ in bare(word)} for word in name]
    if len(letters) < _FEWEST or letters[0] not in initials[0]:
        return False
    rest = iter(initials)
    return all(any(letter in some for some in rest) for letter in letters)
