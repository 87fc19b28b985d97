"""`Phrasing`: the words by which one language says that something happened, was said, is planned or is denied.

The words are data (`[events.…]` of the language's file), one class for each stage that reads them; what follows from
them is code without a language.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from timeline_core.concepts import Concepts
from timeline_core.errors import LanguageError
from timeline_core.lexicon.clauses import ClauseWords, read_clauses
from timeline_core.lexicon.documents import DocumentWords, read_documents
from timeline_core.lexicon.grammar import Grammar
from timeline_core.lexicon.grammar import load as read_grammar
from timeline_core.lexicon.periods import PeriodWords, read_periods
from timeline_core.lexicon.speech import SpeechWords, read_speech
from timeline_core.lexicon.titles import TitleWords, read_titles
from timeline_core.lexicon.topics import TopicWords, read_topics
from timeline_core.lexicon.wordlists import FigureWords, Reader, Sides, figures_of, sides_of


@dataclass(frozen=True, slots=True)
class Phrasing:
    """One language's words, compiled for look-up in runs of words."""

    code: str
    grammar: Grammar
    concepts: Concepts
    """The table that the names of deeds, things and counts are of."""
    speech: SpeechWords
    clauses: ClauseWords
    periods: PeriodWords
    topics: TopicWords
    titles: TitleWords
    documents: DocumentWords
    sides: Sides
    figures: FigureWords
    abbreviations: frozenset[str]


def load(code: str, data: Mapping[str, object], concepts: Concepts) -> Phrasing:
    """Compile the `[events.…]` sections of one language's data.

    Raises:
        LanguageError: a section is missing or is no table of word lists; the message names language and section.
            So where it names what is not in the table of concepts.
    """
    events = data.get("events")
    if not isinstance(events, Mapping):
        raise LanguageError(f"language {code!r}: the sections [events.…] are missing")
    read = Reader(code, events)
    _check(code, read, concepts)
    grammar = read_grammar(code, data)
    phrasing = Phrasing(
        code=code,
        grammar=grammar,
        concepts=concepts,
        speech=read_speech(read),
        clauses=read_clauses(read, grammar),
        periods=read_periods(read),
        topics=read_topics(read),
        titles=read_titles(read),
        documents=read_documents(read),
        sides=sides_of(read.table("sides")),
        figures=figures_of(read, concepts, grammar),
        abbreviations=frozenset(read.words("abbreviations")),
    )
    read.finish()
    return phrasing


_NAMING = {
    "concept": "deed",
    "thing": "thing",
    "figure_noun": "counted",
    "figure_act": "counted",
    "figure_behind": "counted",
    "figure_tally": "counted",
    "document_count": "counted",
    "part_of_day": "part_of_day",
}
"""Section of a language -> the kind of concept that its rows are named after."""


def _check(code: str, read: Reader, concepts: Concepts) -> None:
    """Refuse what names no concept: it would join with nothing, silently."""
    for section, kind in _NAMING.items():
        concepts.known(kind, read.table(section), f"language {code!r}: [events.{section}]")
    concepts.known("counted", read.words("figure_named"), f"language {code!r}: [events.figure_named]")
