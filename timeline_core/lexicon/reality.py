"""`RealityWords`: what says that a thing did not happen: it is negated, wanted, prevented, or untrue."""

from __future__ import annotations

from dataclasses import dataclass

from timeline_core.lexicon.wordlists import Reader
from timeline_core.text.words import Lexicon


@dataclass(frozen=True, slots=True)
class RealityWords:
    """What says that a thing did not happen: it is negated, wanted, prevented, or untrue."""

    unreal: Lexicon
    """What did not happen: `negated`, `supposed`, `asked`, `cancelled`; `ahead` (what is cancelled was to come), `slot`
    (a noun of which `ahead` says nothing: «في موعدها المقرر»), `undone` (no denial is meant by a denying verb behind
    it), `real` (looks like one of them and is none)."""
    refuted: Lexicon
    """`claim` (a word for what is reported), `false` (what says that it is untrue) and `adjective` (what says so only
    beside the claim, or right behind the date)."""


def read_reality(read: Reader) -> RealityWords:
    """Compile what the sections of the language say."""
    return RealityWords(
        unreal=Lexicon(read.table("unreal")),
        refuted=Lexicon(read.table("refuted"), article=True),
    )
