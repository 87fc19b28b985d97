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
    """What opens the content of a saying: `that`, `he` or `she` (with the subject in it), `content` (a noun of what
    happened), `deed` (a word that leads to a deed of the speaker), or `weak` (a word that does so only where
    nothing else does)."""
    that: frozenset[str]
    """Folded words that open what is said and have no subject in them («أن»)."""
    impersonal: frozenset[str]
    """Folded words behind a `he` that stand for nobody («أنه تم …»)."""
    weak_verbs: frozenset[str]
    """Folded verbs (or, ending in `-`, beginnings of verbs) behind which alone a `weak` word opens what is said."""
    by: frozenset[str]
    """Folded words that behind a verb of saying name who says it ("announced by")."""
    trailing: Lexicon
    """What leads to the source of what stands before it: «وفق ما», «بحسب ما»."""


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
                "that": read.words("told", "words"),
                "deed": read.words("told", "deeds"),
                "weak": read.words("told", "weak"),
            }
        ),
        that=folded(read.words("told")),
        impersonal=folded(read.words("told", "impersonal")),
        weak_verbs=folded(read.words("told", "warns")),
        by=folded(read.words("told", "passive")),
        trailing=Lexicon({"trailing": read.words("trailing")}),
    )
