"""Lines beside the story: captions, other articles ("Read more: …"), who made it, its source («المصدر: …»)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from timeline_core.lexicon.outline_words import OutlineWords, phrase
from timeline_core.model.block import BlockRole
from timeline_core.outline.labels import begins
from timeline_core.outline.lines import Line
from timeline_core.text.marks import STOPS
from timeline_core.text.sentences import is_ended

_OPENED_BY = re.compile(r"(?P<word>[^\W\d]+)\s*(?P<mark>[:|])?")
_SOURCE = "source"
_SHORTEST = 12
"""Words of a caption, and of the source of a report behind its label."""


def with_asides(text: str, found: Sequence[Line], words: OutlineWords) -> Iterator[Line]:
    """The lines, those that stand beside the story as captions and notes, whose dates are of no event."""
    offered = False
    for number, line in enumerate(found):
        if line.role is not BlockRole.PARAGRAPH and line.role is not BlockRole.ITEM:
            offered = False
            yield line
            continue
        said = line.body.of(text)
        other, offered = offered and not is_ended(said), phrase(said) in words.teasers
        if other or offered or (not line.field and _is_note(said, words)):
            yield replace(line, role=BlockRole.NOTE)
        elif not line.field and line.role is BlockRole.PARAGRAPH and _is_caption(said, words, first=not number):
            yield replace(line, role=BlockRole.CAPTION)
        else:
            yield line


def _is_note(said: str, words: OutlineWords) -> bool:
    """True for a headline of another article, for who came, for the source, and in brackets for who made it."""
    label, colon, rest = said.partition(":")
    if colon and phrase(label.strip("*_ ")) in words.teasers | words.attending:
        return True
    if colon and words.holds(label) == _SOURCE:
        return len(rest.split()) <= _SHORTEST and not is_ended(rest)
    inside = said[:1] == "(" and said.rstrip(f"{STOPS} ")[-1:] == ")"
    return inside and begins(phrase(said), words.written_by | words.made | words.accessed)


def _is_caption(said: str, words: OutlineWords, *, first: bool) -> bool:
    """True for a line that is no sentence, and says what a picture shows: «لقطات من السوق», "Photo: a burnt car".

    What a headline puts behind "Video:" happened.
    """
    if is_ended(said) or len(said.split()) > _SHORTEST:
        return False
    opened = _OPENED_BY.match(said)
    return opened is not None and phrase(opened["word"]) in words.captions and not (first and opened["mark"])
