"""`TopicWords`: what happened to whom, as concepts that all languages share: "killed", «مقتل»."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from timeline_core.lexicon.wordlists import OtherWords, Reader, folded, others_of
from timeline_core.text.words import Lexicon


@dataclass(frozen=True, slots=True)
class TopicWords:
    """What happened to whom, as concepts that all languages share: "killed", «مقتل»."""

    deeds: Lexicon
    things: Lexicon
    """What was hit, taken or met: market, hospital, depot…"""
    names: Mapping[str, str]
    """Concept or thing -> what it is called in a list («killing», «market»)."""
    particulars: OtherWords
    points_back: Lexicon
    """`points_back`: the sentence says more of what was just told."""
    pointing: frozenset[str]
    """Folded words by which a denial points back to what was told («هذا الهجوم», "this attack")."""
    turns_away: Lexicon
    """Those of the `openers` behind which another thing is told."""


def read_topics(read: Reader) -> TopicWords:
    """Compile what the sections of the language say."""
    return TopicWords(
        deeds=Lexicon(read.table("concept"), article=True),
        things=Lexicon(read.table("thing"), article=True),
        names={concept: said[0] for concept, said in read.table("concept_name").items() if said},
        particulars=others_of(read),
        points_back=Lexicon({"points_back": read.words("points_back")}),
        pointing=folded(read.words("points_back", "this")),
        turns_away=Lexicon({"away": read.words("openers", "away")}),
    )
