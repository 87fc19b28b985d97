"""`ClauseWords`: how clauses begin, join and hang together: "which", «الذي», "and"."""

from __future__ import annotations

from dataclasses import dataclass

from timeline_core.lexicon.grammar import Grammar
from timeline_core.lexicon.wordlists import Reader, folded, inflected
from timeline_core.text.words import Lexicon


@dataclass(frozen=True, slots=True)
class ClauseWords:
    """How clauses begin, join and hang together: "which", «الذي», "and"."""

    marks: Lexicon
    """Concepts `planned`, `denial`, `weak_denial` (one only as what somebody says), `recalls`."""
    prepositions: frozenset[str]
    """Folded words that cannot open a clause, and (ending in `-`) letters that are glued to its first word."""
    relatives: frozenset[str]
    """Folded words that open a clause about the noun before them («الذي», "that")."""
    adjective_ends: tuple[str, ...]
    """Folded endings of adjectives."""
    auxiliaries: frozenset[str]
    """Folded verbs of a main clause behind a relative that its subject has ("has")."""
    placing: Lexicon
    """Words before a clause that only places another in time («بعد», "following")."""
    definite: frozenset[str]
    """Folded words (or, ending in `-`, beginnings of words) that mark what was told before: «ال-», "the"."""
    goes_on: frozenset[str]
    """Folded verbs of the present that tell what is, and plan nothing."""
    joints: tuple[str, ...]
    """Letters glued before a word that join it to what was told («و», «ف»)."""
    whole_words: frozenset[str]
    """Folded words whose first letter looks like a conjunction and is none."""
    whole_begins: tuple[str, ...]
    """What such words begin with."""

    def leads(self, word: str) -> bool:
        """True when the folded word is a preposition or begins with one («في», «بالقصف»)."""
        glued = (form[:-1] for form in self.prepositions if form.endswith("-"))
        return word in self.prepositions or word.startswith(tuple(glued))

    def keeps_first_letter(self, word: str) -> bool:
        """True when the «و» of a folded word is a letter of it («وزير»), not a conjunction («وقتل»)."""
        return word in self.whole_words or word.startswith(self.whole_begins)


def read_clauses(read: Reader, grammar: Grammar) -> ClauseWords:
    """Compile what the sections of the language say."""
    verbs = read.table("inflection")
    denial = read.table("denial")
    return ClauseWords(
        marks=Lexicon(
            {
                "planned": read.words("planned"),
                "denial": inflected(denial, verbs),
                "weak_denial": read.words("denial", "weak"),
                "recalls": read.words("recalls"),
            }
        ),
        prepositions=folded(read.words("prepositions")),
        relatives=folded(read.words("relatives")),
        adjective_ends=tuple(sorted(folded(read.words("relatives", "adjectives")))),
        auxiliaries=folded(read.words("joins", "auxiliaries")),
        placing=Lexicon({"placing": read.words("placing")}),
        definite=folded(read.words("definite")),
        goes_on=folded(read.words("goes_on")),
        joints=(*grammar.and_, *grammar.then),
        whole_words=folded(read.words("keeps_waw")),
        whole_begins=tuple(sorted(word[:-1] for word in folded(read.words("keeps_waw")) if word.endswith("-"))),
    )
