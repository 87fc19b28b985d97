"""`DocumentWords`: the words of what is exported, and of the reasons of an inferred date."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from timeline_core.lexicon.wordlists import Reader
from timeline_core.text.fold import fold


@dataclass(frozen=True, slots=True)
class DocumentWords:
    """The words of what is exported, and of the reasons of an inferred date."""

    clues: Mapping[str, str]
    likeness: Mapping[str, str]
    """Row of the table of likeness -> what it is called as a reason for joining."""
    """Rule of a clue -> the sentence that tells it."""
    words: Mapping[str, str]
    """The words of a timeline that is handed in, by key; of sorts of actors behind `type `, of what is counted behind
    `count `."""
    kilometres: frozenset[str] = frozenset()
    """Folded words and signs for kilometres behind a number: «كم», "km"."""


def read_documents(read: Reader) -> DocumentWords:
    """Compile what the sections of the language say."""
    return DocumentWords(
        clues={rule: said[0] for rule, said in read.table("clue").items() if said},
        likeness={row: said[0] for row, said in read.table("likeness").items() if said},
        words={
            f"{before}{key}": said[0]
            for before, section in (("", "document"), ("type ", "document_type"), ("count ", "document_count"))
            for key, said in read.table(section).items()
            if said
        },
        kilometres=frozenset(map(fold, read.words("distance", "kilometres"))),
    )
