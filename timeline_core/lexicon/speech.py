"""`SpeechWords`: how a language says that somebody said something: "announced that", «أعلن أن»."""

from __future__ import annotations

from dataclasses import dataclass

from timeline_core.lexicon.wordlists import Reader, folded, inflected, owned
from timeline_core.text.words import Lexicon


@dataclass(frozen=True, slots=True)
class SpeechWords:
    """How a language says that somebody said something: "announced that", «أعلن أن»."""

    verbs: Lexicon
    """Concepts `say`, `publishes` (says only with a notice or «أن»), `denies`, `goes_on` (a participle that continues a
    saying), `attributes` («بحسب»: who says it, no saying of its own) and `notice` (statement, tweet)."""
    openers: Lexicon
    """What opens the content of a saying: `he` or `she` (with the subject in it), or `content` (a noun of what
    happened)."""
    that: frozenset[str]
    """Folded words that open what is said and have no subject in them («أن»)."""
    impersonal: frozenset[str]
    """Folded words behind a `he` that stand for nobody («أنه تم …»)."""


def read_speech(read: Reader) -> SpeechWords:
    """Compile what the sections of the language say."""
    verbs = read.table("inflection")
    saying = read.table("saying")
    denial = read.table("denial")
    return SpeechWords(
        verbs=Lexicon(
            {
                "say": inflected(saying, verbs),
                "publishes": inflected(read.table("publishing"), verbs),
                "denies": [*inflected({**denial, "words": ()}, verbs), *read.words("denial", "verbs")],
                "goes_on": read.words("saying_goes_on"),
                "attributes": read.words("attribution"),
                "notice": owned(read.words("saying", "nouns"), verbs),
                "none": read.words("saying_not"),
            },
            article=True,
        ),
        openers=Lexicon(
            {
                "he": read.words("told", "he"),
                "she": read.words("told", "she"),
                "content": owned(read.words("told", "content"), verbs),
            }
        ),
        that=folded(read.words("told")),
        impersonal=folded(read.words("told", "impersonal")),
    )
