"""`RealityWords`: what says, before a verb of saying, that nothing was said: «لم يعلن», "did not say"."""

from __future__ import annotations

from dataclasses import dataclass

from timeline_core.lexicon.wordlists import Reader
from timeline_core.text.words import Lexicon


@dataclass(frozen=True, slots=True)
class RealityWords:
    """What says, before a verb of saying, that nothing was said."""

    unreal: Lexicon
    """Concepts `negated`, and `undone` (no denial is meant by a denying verb behind it: «لا ينفي»)."""


def read_reality(read: Reader) -> RealityWords:
    """Compile what the sections of the language say."""
    return RealityWords(unreal=Lexicon(read.table("unreal")))
